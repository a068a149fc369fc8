package render_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

var updateFlag = flag.Bool("update", false, "rewrite the golden files")

// TestGolden shows a change of the templates as the change of a page.
func TestGolden(t *testing.T) {
	th := defaultTheme(t)
	for name, page := range map[string]site.Page{
		"report.nl.html": sampleReport("nl", site.StatusAmended),
		"figure.nl.html": sampleFigure("nl", site.StatusSuperseded),
		"embed.fr.html":  sampleEmbed("fr"),
	} {
		got := renderPage(t, th, page)
		if page.Kind() == site.KindFigure { // what stands around it is in that of the report
			got = got[strings.Index(got, "<main"):strings.Index(got, "<footer")]
		}
		golden(t, "testdata/"+name, got)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
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
