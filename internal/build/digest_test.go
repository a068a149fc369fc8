package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ronde/internal/period"
	"ronde/internal/source"
)

// A build is spared when nothing changed, and only then. Whatever it depends on is
// changed once.
func TestNothingChanged(t *testing.T) {
	dir := releasedSite(t)
	target := filepath.Join(t.TempDir(), "public")
	now := day(t, "2023-01-01")
	o := Options{Tool: "tool 1"}
	spared := func() bool {
		t.Helper()
		r := Build(os.DirFS(dir), target, o)
		if r.Err != nil || len(r.Summary) == 0 {
			t.Fatal(r.Err, r.Findings)
		}
		past := time.Now().Add(-time.Minute) // what was just written is looked at again
		if err := filepath.Walk(target, func(name string, _ os.FileInfo, err error) error {
			if err != nil {
				return err
			}
			return os.Chtimes(name, past, past)
		}); err != nil {
			t.Fatal(err)
		}
		return strings.HasPrefix(r.Summary[0].String(), "nothing changed")
	}
	if spared() {
		t.Fatal("the first build was spared")
	}
	for _, change := range []struct {
		name string
		make func()
	}{
		{"a text", func() { replace(t, dir, "content/about.nl.md", "Over.", "Over ons.") }},
		{"a file that nothing reads", func() { write(t, dir, "data/note.txt", "x") }},
		{"an empty folder", func() {
			if err := os.MkdirAll(filepath.Join(dir, "content", "reports", "2022-10"), 0o755); err != nil {
				t.Fatal(err)
			}
		}},
		{"the same folder again", func() {
			if err := os.Remove(filepath.Join(dir, "content", "reports", "2022-10")); err != nil {
				t.Fatal(err)
			}
		}},
		{"a name", func() {
			if err := os.Rename(filepath.Join(dir, "data", "note.txt"), filepath.Join(dir, "data", "other.txt")); err != nil {
				t.Fatal(err)
			}
		}},
		{"ronde.yaml", func() { replace(t, dir, "ronde.yaml", "CC BY 4.0", "CC BY 4") }},
		{"the attributes of git", func() { write(t, dir, ".gitattributes", strings.Join(keptAsIs, "\n")+"\n\n") }},
		{"the program", func() { o.Tool = "tool 2" }},
		{"the address", func() { o.BaseURL = "https://other.example/" }},
		{"the site date", func() { o.SiteDate = &now }},
		{"another site date", func() { later := now + 1; o.SiteDate = &later }},
		{"strictness", func() { o.Strict = true }},
		{"a page", func() { write(t, target, "index.html", "mine") }},
		{"a page that is gone", func() {
			if err := os.Remove(filepath.Join(target, "404.html")); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		change.make()
		if spared() {
			t.Errorf("%s changed, and the build was spared", change.name)
		}
		if !spared() {
			t.Errorf("nothing changed after %s, and the build was not spared", change.name)
		}
	}
	o.Anew = true
	if spared() {
		t.Error("a build that was asked for anew was spared")
	}
	o.Anew, o.Tool = false, ""
	for range 2 {
		if spared() {
			t.Error("a build by an unknown program was spared")
		}
	}
}

// Dates are options like others, also where one is the first day of all.
func TestDigestTellsOptionsApart(t *testing.T) {
	seen := map[string]bool{}
	zero := period.Date(0)
	for _, o := range []Options{{Tool: "a"}, {Tool: "a", SiteDate: &zero}, {Tool: "a", BaseURL: "b"}, {Tool: "a", Drafts: true}, {Tool: "a", Strict: true}, {Tool: "b"}} {
		d, ok := digestOf(source.Watched(os.DirFS(baseSite)), o)
		if !ok || seen[d.inputs] || seen[d.frame] {
			t.Errorf("%+v: %q, %v", o, d, ok)
		}
		seen[d.inputs], seen[d.frame] = true, true
	}
	if _, ok := digestOf(source.Watched(os.DirFS(filepath.Join(baseSite, "none"))), Options{Tool: "a"}); !ok {
		t.Error("a site without files has no digest")
	}
}
