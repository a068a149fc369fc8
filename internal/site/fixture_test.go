package site_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ronde/internal/site"
)

// smallWorld is the site of testdata/world.txtar before any release.
func smallWorld(t testing.TB) *world {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/world.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	w := newWorld(t, files)
	for _, lang := range []string{"nl", "en"} {
		for _, page := range []string{"home", "methods"} {
			w.prose = append(w.prose, site.Prose{
				Page: page, Language: lang, Title: page + " " + lang, Description: "Over " + page + ".", Body: "Woorden.\n\n## Kop\n\n### Onder\n\nMeer.\n",
			})
		}
	}
	w.prose = append(w.prose, site.Prose{Page: "about", Language: "nl", Title: "Over", Body: "Wij."})
	return w
}

// releasedWorld has two reports, of which the second revises the first, and a
// correction of the first.
func releasedWorld(t testing.TB) *world {
	t.Helper()
	w := smallWorld(t)
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	return w
}

// outputs gathers what a site puts out, by path.
func outputs(t testing.TB, s *site.Site) map[string]site.Output {
	t.Helper()
	all := map[string]site.Output{}
	for o := range s.Outputs() {
		if _, twice := all[o.Path]; twice {
			t.Errorf("%s is put out twice", o.Path)
		}
		if o.Write != nil {
			var b bytes.Buffer
			if err := o.Write(&b); err != nil {
				t.Fatal(err)
			}
			o.Content, o.Write = b.Bytes(), nil
		}
		if (o.Page == nil) == (o.Content == nil) {
			t.Errorf("%s is neither a page nor a file", o.Path)
		}
		all[o.Path] = o
	}
	return all
}

// pageAt gives a page of its type.
func pageAt[P site.Page](t testing.TB, all map[string]site.Output, address string) P {
	t.Helper()
	p, ok := all[address+"index.html"].Page.(P)
	if !ok {
		t.Fatalf("%sindex.html is a %T", address, all[address+"index.html"].Page)
	}
	return p
}

// lines gives the lines of a file.
func lines(t testing.TB, all map[string]site.Output, path string) []string {
	t.Helper()
	o, ok := all[path]
	if !ok {
		t.Fatalf("there is no %s", path)
	}
	return strings.Split(strings.TrimSuffix(string(o.Content), "\n"), "\n")
}
