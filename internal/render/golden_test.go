package render_test

import (
	"flag"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

var updateFlag = flag.Bool("update", false, "rewrite the golden files")

// TestGoldenReport shows a change of the templates as the change of a page.
func TestGoldenReport(t *testing.T) {
	const name = "testdata/report.nl.html"
	got := renderPage(t, defaultTheme(t), sampleReport("nl", site.StatusAmended))
	got = regexp.MustCompile(`assets/([a-z]+)-[0-9a-f]{8}`).ReplaceAllString(got, "assets/$1-HASH") // or each change of a colour would change the page
	if *updateFlag {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the page differs from %s (-want +got):\n%s", name, diff)
	}
}
