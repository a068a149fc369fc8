package site

import (
	"os"
	"strings"
	"testing"
)

// A server that is set up as docs/hosting.md says sends what _headers says.
func TestHostingSendsTheSameHeaders(t *testing.T) {
	guide, err := os.ReadFile("../../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(headers) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue // the addresses that the lines after it are for
		}
		servers := map[string]string{
			"nginx":  "add_header " + name + ` "` + value + `" always;`,
			"Apache": name + ` "` + value + `"`,
		}
		if name == "Cache-Control" { // for some addresses alone, by a variable
			servers["nginx"] = `~^/assets/  "` + value + `";`
		}
		for server, wants := range servers {
			if !strings.Contains(string(guide), wants) {
				t.Errorf("the example for %s does not say %s", server, wants)
			}
		}
	}
}
