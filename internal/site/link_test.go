package site_test

import (
	"path/filepath"
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/publish"
	"ronde/internal/render"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/themes"

	"ronde/internal/volume"
)

// published renders a site with the real theme and gives what is wrong with its
// links, and its pages.
func published(t *testing.T, s *site.Site) (findings []publish.Finding, pages map[string]string) {
	t.Helper()
	var found diag.List
	look := theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, nil, s.Archive.Words.Site.LanguageTags(), &found)
	if look == nil {
		t.Fatal(found.Sorted())
	}
	stage, err := publish.Begin(volume.Disk{}, filepath.Join(t.TempDir(), "public"), publish.Options{Draft: s.Drafts, BaseURL: s.BaseURL})
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Discard()
	pages = map[string]string{}
	for o := range s.Outputs() {
		content := o.Content
		if o.Page != nil {
			if content, err = render.Render(look, o.Page); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(content), "<td></td>") {
				t.Errorf("%s has an empty cell", o.Path)
			}
		}
		if err := stage.WriteFile(o.Path, content); err != nil {
			t.Error(err)
		}
		pages[o.Path] = string(content)
	}
	for _, a := range look.Assets() {
		if err := stage.WriteFile(a.Path, a.Data); err != nil {
			t.Error(err)
		}
	}
	return stage.Check(), pages
}

// TestLinks builds sites of every age with the real theme: before the first
// release, with a draft, after releases, after a correction.
func TestLinks(t *testing.T) {
	for _, test := range []struct {
		name string
		site func(w *world) *site.Site
	}{
		{"nothing released", func(w *world) *site.Site { return w.site("2022-08-01") }},
		{"a draft alone", func(w *world) *site.Site { return w.site("2022-08-01", w.compile("2022-07", "2022-08-30", nil)) }},
		{"released", func(w *world) *site.Site {
			w.release("2022-07", "2022-08-30")
			w.release("2022-08", "2022-09-20")
			return w.site("2022-10-01")
		}},
		{"corrected, with a draft, without a base address", func(w *world) *site.Site {
			w.release("2022-07", "2022-08-30")
			w.release("2022-08", "2022-09-20")
			w.correct("2022-07", "2022-09-25", "editorial", "nl", "Een woord.")
			s := w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil))
			s.BaseURL = ""
			return s
		}},
		{"without pages of text", func(w *world) *site.Site {
			w.prose = nil
			w.release("2022-07", "2022-08-30")
			return w.site("2022-10-01")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := smallWorld(t)
			findings, _ := published(t, test.site(w))
			for _, f := range findings {
				t.Error(f)
			}
		})
	}
}
