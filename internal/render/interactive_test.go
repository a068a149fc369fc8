package render_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/themes"
)

// plainTheme is the default theme without the script of interactive charts, as
// where npm is not there.
func plainTheme(t *testing.T) *theme.Theme {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == interactive {
			return err
		}
		data, err := fs.ReadFile(themes.Default(), name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var found diag.List
	th := theme.Load(theme.Source{Files: files, Path: "themes/default"}, nil, siteLanguages, &found)
	if th == nil || len(found.Sorted()) > 0 {
		t.Fatal(found.Sorted())
	}
	return th
}

// TestInteractive has a button, a place to draw and a script, where the theme can
// draw and a figure has an option; else a page has nothing of all that.
func TestInteractive(t *testing.T) {
	parts := []string{`class="chart" data-option="`, `<button type="button" id="`, `id="_keys" hidden`, `data-draw="../assets/interactive-`, `src="../assets/charts-`}
	holds := func(html string, want bool, why string) {
		t.Helper()
		for _, part := range parts {
			if strings.Contains(html, part) != want {
				t.Errorf("%s: the page holds %s is %t", why, part, !want)
			}
		}
	}
	page := &site.Indicator{}
	site.Fill(page, 0, func(string, bool) string { return "x" })
	holds(renderPage(t, defaultTheme(t), page), true, "all there")
	html := renderPage(t, plainTheme(t), page)
	holds(html, false, "no script in the theme")
	if !strings.Contains(html, "<picture>") || !strings.Contains(html, "<details>") {
		t.Error("without the script the page lacks picture or table")
	}
	page.Series[0].Option, page.Interactive = "", false
	holds(renderPage(t, defaultTheme(t), page), false, "no option")
}
