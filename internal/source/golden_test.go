package source

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// golden compares the messages of a whole suite with one file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (run with -update to accept):\n%s", path, diff)
	}
}

// unmark takes the marks ⟦ and ⟧ out of an input and gives the places between
// them, in their order; of ⟦⟧ only the start is meant.
func unmark(file, marked string) (input string, spans []diag.Span) {
	line, column := 1, 1
	var b strings.Builder
	for _, r := range marked {
		switch r {
		case '⟦':
			spans = append(spans, diag.Span{File: file, Line: line, Column: column})
			continue
		case '⟧':
			last := &spans[len(spans)-1]
			if column > last.Column {
				last.End = column
			}
			continue
		case '\n':
			line, column = line+1, 1
		default:
			column++
		}
		b.WriteRune(r)
	}
	return b.String(), spans
}

// messages writes findings as an analyst sees them, and compares their places
// with the marked ones. Findings without a column have no mark.
func messages(t *testing.T, f *File, found []diag.Diagnostic, marked []diag.Span) string {
	t.Helper()
	var places []diag.Span
	for _, d := range found {
		if d.Span.Column > 0 {
			at := d.Span
			at.Cell = ""
			places = append(places, at)
		}
	}
	if diff := cmp.Diff(marked, places); diff != "" {
		t.Errorf("places (- marked, + found):\n%s", diff)
	}
	var b strings.Builder
	if err := diag.WriteText(&b, found, treeOf(f).Excerpt, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMessagesAreInTheCatalogue(t *testing.T) {
	known := map[string]bool{}
	for _, e := range diag.Catalogue() {
		known[e.ID] = true
	}
	files, err := filepath.Glob("testdata/*.golden")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if i := strings.LastIndex(line, " ["); i >= 0 && strings.HasSuffix(line, "]") && strings.Contains(line, ": error: ") {
				if id := line[i+2 : len(line)-1]; !known[id] {
					t.Errorf("%s: the id %s is not in the catalogue", file, id)
				}
			}
		}
	}
}

// treeOf is a site of one file.
func treeOf(f *File) *Tree { return NewTree(fstest.MapFS{f.Path: {Data: f.Content}}) }
