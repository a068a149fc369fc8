package render_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
	"ronde/internal/render"
	"ronde/internal/site"
	"ronde/internal/theme"
	"ronde/themes"
)

// outFlag names a folder to write the sample pages to, for looking at them.
var outFlag = flag.String("out", "", "write the sample pages to this folder")

// interactive is the script of interactive charts, which a theme may lack.
const interactive = "assets/interactive.js"

var siteLanguages = []string{"nl", "fr", "de", "en"}

// defaultTheme is the default theme with an interactive.js, whether one was made
// or not: the pages of tests are the same either way.
func defaultTheme(t testing.TB) *theme.Theme {
	t.Helper()
	var found diag.List
	own := theme.Source{Files: fstest.MapFS{interactive: {Data: []byte("// draws")}}, Path: "themes/ours"}
	th := theme.Load(theme.Source{Files: themes.Default(), Path: "themes/default"}, &own, siteLanguages, &found)
	for _, d := range found.Sorted() {
		t.Errorf("%s: %s %v %s", d.Span, d.Title, d.Notes, d.Hint)
	}
	if th == nil {
		t.FailNow()
	}
	return th
}

func renderPage(t testing.TB, th *theme.Theme, page site.Page) string {
	t.Helper()
	out, err := render.Render(th, page)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestSamplesRender renders the sample site, and writes it to a folder when asked
// to: a look at it is part of every change of the theme.
func TestSamplesRender(t *testing.T) {
	th := defaultTheme(t)
	files := map[string][]byte{}
	for _, lang := range siteLanguages {
		for name, page := range samplePages(lang) {
			files[name] = []byte(renderPage(t, th, page))
		}
	}
	for _, a := range th.Assets() {
		files[a.Path] = a.Data
	}
	if *outFlag == "" {
		return
	}
	for name, data := range files {
		path := filepath.Join(*outFlag, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	page := &site.About{Frame: site.Frame{Lang: "es"}}
	_, err := render.Render(defaultTheme(t), page)
	if want := `the theme has no page of kind about in "es"`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
