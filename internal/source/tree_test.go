package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
)

// broken fails for one file, as a system without permission does.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if strings.Contains(name, "locked") {
		return nil, &fs.PathError{Op: "open", Path: "/home/somebody/" + name, Err: errors.New("permission denied")}
	}
	return b.FS.Open(name)
}

func TestTree(t *testing.T) {
	tree := NewTree(broken{fstest.MapFS{
		"data/b.yaml":       {Data: []byte("b")},
		"data/a.yaml":       {Data: []byte("a\r\nb\rc\n\nd")},
		"data/x/c.yaml":     {Data: []byte("c")},
		"data/x/.d.yaml.sw": {Data: []byte("c")},
		"data/.git/config":  {Data: []byte("c")},
		"data/latin.yaml":   {Data: []byte("caf\xe9")},
		"data/wide.csv":     {Data: []byte("\xff\xfeh\x00\xe9\x00")},
		"data/locked.yaml":  {},
	}})
	var out diag.List
	want := []string{"data/a.yaml", "data/b.yaml", "data/latin.yaml", "data/locked.yaml", "data/wide.csv", "data/x/c.yaml"}
	if diff := cmp.Diff(want, tree.Files("data/", &out)); diff != "" {
		t.Error(diff)
	}
	if got := tree.Files("nothing", &out); got != nil || out.Len() != 0 {
		t.Error(got, out.Sorted())
	}
	if diff := cmp.Diff([]string{"data/a.yaml", "data/b.yaml"}, tree.Glob("data/[ab].yaml")); diff != "" {
		t.Error(diff)
	}
	if !tree.Exists("data/x") || tree.Exists("data/y") {
		t.Error("Exists")
	}

	read := func(name string) string {
		f, found := tree.ReadText(name)
		if found != nil {
			return found.ID + ": " + found.Title.String()
		}
		return string(f.Content)
	}
	for name, want := range map[string]string{
		"data/b.yaml":      "b",
		"data/none.yaml":   "file-missing: this file is not there",
		"data/x":           "file-unreadable: this file cannot be read: it is a folder",
		"data/locked.yaml": "file-unreadable: this file cannot be read: permission denied",
		"data/latin.yaml":  "not-utf-8: from here on this file is not UTF-8",
	} {
		if got := read(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		_, unread := tree.Read(name)
		sum, found := tree.Hash(name)
		if diff := cmp.Diff(unread, found); diff != "" {
			t.Errorf("%s: the hash is refused for another reason: %s", name, diff)
		}
		if (sum == "") != (found != nil) {
			t.Errorf("%s: hash %q", name, sum)
		}
	}
	// printf b | sha256sum
	if sum, _ := tree.Hash("data/b.yaml"); sum != "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d" {
		t.Errorf("hash %s", sum)
	}

	excerpts := []struct {
		file string
		line int
		want string
		ok   bool
	}{
		{"data/a.yaml", 1, "a", true}, {"data/a.yaml", 2, "b", true}, {"data/a.yaml", 3, "c", true},
		{"data/a.yaml", 4, "", true}, {"data/a.yaml", 5, "d", true}, {"data/a.yaml", 6, "", false}, {"data/a.yaml", 0, "", false},
		{"data/latin.yaml", 1, "café", true}, {"data/wide.csv", 1, "hé", true}, {"data/none.yaml", 1, "", false},
	}
	for _, e := range excerpts {
		if got, ok := tree.Excerpt(e.file, e.line); got != e.want || ok != e.ok {
			t.Errorf("%s:%d: %q, %v", e.file, e.line, got, ok)
		}
	}
}

// A link that leaves the site is not followed.
func TestTreeLinks(t *testing.T) {
	outside, site := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(site, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.yaml"), "secret")
	write(filepath.Join(site, "a.yaml"), "a")
	link(filepath.Join(outside, "secret.yaml"), "out.yaml")
	link("a.yaml", "in.yaml")
	link(".", "circle")
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	tree := NewTree(root.FS())
	var out diag.List
	if diff := cmp.Diff([]string{"a.yaml", "in.yaml"}, tree.Files(".", &out)); diff != "" {
		t.Error(diff)
	}
	if f, found := tree.Read("out.yaml"); found == nil {
		t.Errorf("read %q", f.Content)
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, content, yaml, body string
		yamlLine, bodyLine        int
		ok                        bool
	}{
		{"a block", "---\na: b\nc: d\n---\nText\n", "a: b\nc: d\n", "Text\n", 2, 5, true},
		{"an empty block", "---\n---\nText", "", "Text", 2, 3, true},
		{"nothing behind", "---\na: b\n---", "a: b\n", "", 2, 4, true},
		{"mark and carriage returns", "\ufeff---  \r\na: b\r\n--- \r\nText\r\n", "a: b\r\n", "Text\r\n", 2, 4, true},
		{"no block", "Text\n\n---\n", "", "Text\n\n---\n", 1, 1, true},
		{"empty", "", "", "", 1, 1, true},
		{"a line of four dashes", "----\nText", "", "----\nText", 1, 1, true},
		{"no end", "---\na: b\nText\n", "", "", 2, 0, false},
		{"no end, one line", "---", "", "", 2, 0, false},
		{"not UTF-8", "---\ncaf\xe9", "", "", 0, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out diag.List
			fragment, body, line, ok := FrontMatter(&File{Path: "a.md", Content: []byte(test.content)}, nil, &out)
			if ok != test.ok || ok != (out.Errors() == 0) {
				t.Fatal(ok, out.Sorted())
			}
			if !ok {
				return
			}
			if string(fragment.Text) != test.yaml || fragment.Line != test.yamlLine || string(body) != test.body || line != test.bodyLine {
				t.Errorf("yaml %q at %d, body %q at %d", fragment.Text, fragment.Line, body, line)
			}
		})
	}
	// Places in front matter are places in the file.
	f := &File{Path: "a.md", Content: []byte("---\ntitle: x\ntitel: y\n---\nText\n")}
	var out diag.List
	fragment, _, _, _ := FrontMatter(f, nil, &out)
	var matter struct {
		Title Text `key:"title"`
	}
	if DecodeFragment(fragment, &matter, false, &out) {
		t.Error("accepted")
	}
	if got := out.Sorted()[0].Span.String(); got != "a.md:3:1" {
		t.Error(got)
	}
}

// A pipe is refused and not waited for.
func TestNoOrdinaryFile(t *testing.T) {
	tree := NewTree(fstest.MapFS{"a.csv": {Mode: fs.ModeNamedPipe | 0o644}})
	if f, found := tree.Read("a.csv"); f != nil || found == nil || found.ID != "file-unreadable" {
		t.Errorf("a pipe is read as %v, %v", f, found)
	}
}

// What begins with a point belongs to systems and editors, unless it is asked for.
func TestGlobLeavesOutWhatIsHidden(t *testing.T) {
	tree := NewTree(fstest.MapFS{"a/geo.yaml": {}, "a/._geo.yaml": {}, "a/.git/x.yaml": {}, "a/b/x.yaml": {}, ".c/d/x.yaml": {}})
	for pattern, want := range map[string]string{
		"a/*.yaml": "a/geo.yaml", "a/.*": "a/._geo.yaml a/.git", "a/*/*": "a/b/x.yaml", "*/*/*": "a/b/x.yaml", "a/.git/*": "a/.git/x.yaml",
	} {
		if got := strings.Join(tree.Glob(pattern), " "); got != want {
			t.Errorf("%s: %q, want %q", pattern, got, want)
		}
	}
}

// A place in a text whose line ends were made the same is that in the file.
func TestUnixLines(t *testing.T) {
	for _, text := range []string{"", "a", "a\nb", "a\r\nb\rc\n", "a\r\r\n\n\rb", "\r\n\r\r"} {
		if got, want := UnixLines(text), strings.Join(splitLines(text), "\n"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
