package meeting

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

func TestNameOf(t *testing.T) {
	for _, test := range []struct {
		name, day, language string
		ok                  bool
	}{
		{"2023-05-15.yaml", "2023-05-15", "", true},
		{"2023-05-15.nl.md", "2023-05-15", "nl", true},
		{"2023-05-15.md", "", "", false},
		{"2023-05-15.nl.fr.md", "", "", false},
		{"2023-05-15.nl.yaml", "", "", false},
		{"2023-02-30.yaml", "", "", false},
		{"2023-05.yaml", "", "", false},
		{"2023/2023-05-15.yaml", "", "", false},
		{"readme.txt", "", "", false},
	} {
		day, language, ok := nameOf(test.name)
		if ok != test.ok || ok && (day.String() != test.day || language != test.language) {
			t.Errorf("%s: %s, %q, %v", test.name, day, language, ok)
		}
	}
}

// read reads meetings of a site in Dutch, French and German.
func read(t *testing.T, files map[string]string) ([]*Meeting, string) {
	t.Helper()
	fsys := fstest.MapFS{
		"ronde.yaml":              {Data: []byte("ronde: 1\ntitle: Site\nlanguages: [nl, fr, de]\n")},
		"data/organisations.yaml": {Data: []byte("ronde: 1\norganisations: [{id: dvz, name: DVZ}]\n")},
		"data/indicators.yaml":    {Data: []byte("ronde: 1\nunits: []\nindicators: []\n")},
	}
	for name, content := range files {
		fsys["content/meetings/"+name] = &fstest.MapFile{Data: []byte(content)}
	}
	var out diag.List
	tree := source.NewTree(fsys)
	book, ok := codebook.Load(tree, &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	meetings := Read(tree, book, nil, &out)
	var found []string
	for _, d := range out.Sorted() {
		found = append(found, d.Title.String())
	}
	return meetings, strings.Join(found, "\n")
}

func TestLanguages(t *testing.T) {
	const head = "ronde: 1\nform: online\nagenda:\n"
	for _, test := range []struct {
		name      string
		files     map[string]string
		languages string
		found     string
	}{
		{"facts alone", map[string]string{"2023-05-15.yaml": head + "  - {nl: a, de: b}\n"}, "nl de", ""},
		{"facts the same in all", map[string]string{"2023-05-15.yaml": head + "  - a\n"}, "nl fr de", ""},
		{"facts and texts", map[string]string{"2023-05-15.yaml": head + "  - {nl: a, de: b}\n  - c\n", "2023-05-15.nl.md": "a", "2023-05-15.de.md": "b"}, "nl de", ""},
		{"a text is missing", map[string]string{"2023-05-15.yaml": head + "  - {nl: a, fr: c, de: b}\n", "2023-05-15.de.md": "b"}, "de", "the meeting of 2023-05-15 has no text in nl, fr, in which its agenda, decisions and actions are written"},
		{"facts are missing", map[string]string{"2023-05-15.yaml": head + "  - {nl: a}\n", "2023-05-15.fr.md": "b"}, "nl",
			"the meeting of 2023-05-15 has a text in fr, and its agenda, decisions and actions are not in fr\nthe meeting of 2023-05-15 has no text in nl, in which its agenda, decisions and actions are written"},
		{"a fact lacks a language", map[string]string{"2023-05-15.yaml": head + "  - {nl: a, fr: b}\n  - {nl: a}\n"}, "nl fr", `meeting "2023-05-15" has no ` + "`agenda` in fr"},
		{"languages of another site", map[string]string{"2023-05-15.yaml": head + "  - {it: a}\n"}, "", `meeting "2023-05-15" has no ` + "`agenda` in nl, fr, de"},
		{"no words", map[string]string{"2023-05-15.yaml": head + "  []\n"}, "nl fr de", ""},
	} {
		meetings, found := read(t, test.files)
		if len(meetings) != 1 {
			t.Errorf("%s: %d meetings", test.name, len(meetings))
			continue
		}
		if got := strings.Join(meetings[0].Languages, " "); got != test.languages || found != test.found {
			t.Errorf("%s: %q, want %q\n%s", test.name, got, test.languages, cmp.Diff(test.found, found))
		}
	}
}

func TestRound(t *testing.T) {
	meetings, found := read(t, map[string]string{
		"2023-06-12.yaml": "ronde: 1\nform: online\nagenda: [a]\nround: 2023-04\n",
		"2023-01-16.yaml": "ronde: 1\nform: on-site\nagenda: [a]\n",
	})
	var got []string
	for _, m := range meetings {
		got = append(got, m.Date.String()+" "+m.Round().String())
	}
	if diff := cmp.Diff([]string{"2023-01-16 2022-12", "2023-06-12 2023-04"}, got); diff != "" || found != "" {
		t.Errorf("%s\n%s", diff, found)
	}
}
