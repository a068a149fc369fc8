package themes

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestLock holds what interactive charts are made from: an ECharts without the
// hole of CVE-2026-45249, and packages known by their content, wherever they are
// fetched from.
func TestLock(t *testing.T) {
	data, err := os.ReadFile("default/interactive/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct {
			Version, Resolved, Integrity string
		}
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		t.Fatal(err)
	}
	for name, p := range lock.Packages {
		if name == "" {
			continue // the list itself
		}
		if p.Resolved != "" || !strings.HasPrefix(p.Integrity, "sha512-") {
			t.Errorf("%s: resolved %q, integrity %q", name, p.Resolved, p.Integrity)
		}
	}
	major, rest, _ := strings.Cut(lock.Packages["node_modules/echarts"].Version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	if a, _ := strconv.Atoi(major); a < 6 {
		t.Errorf("ECharts %s.%s is older than 6.1", major, minor)
	} else if b, _ := strconv.Atoi(minor); a == 6 && b < 1 {
		t.Errorf("ECharts %s.%s is older than 6.1", major, minor)
	}
}
