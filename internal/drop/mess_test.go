package drop

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

// TestMess reads deliveries as they really come: each file of testdata/mess is an
// export with a fault, or with a habit that only looks like one.
//
//	attestations.csv         the delivery; also state.csv and across.csv
//	attestations.csv.quoted  the same as strings of Go, one a line, for bytes that no
//	                         editor keeps
//	attestations.contract    what the contract says besides
//	truth                    what a careful person reads in the delivery, by hand
//	want                     what Ronde reads and says; -update writes it
//
// A delivery is read whole and right, or refused with a message that says what to
// do. A number that is not the truth is never read, also not beside an error.
func TestMess(t *testing.T) {
	names, err := filepath.Glob("testdata/mess/*.txtar")
	if err != nil || len(names) < 80 {
		t.Fatalf("%d cases, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c := readMess(t, archive)
			tree := source.NewTree(files(c.changes))
			var out diag.List
			cb, ok := codebook.Load(tree, &out)
			if !ok {
				t.Fatal(out.Sorted())
			}
			ids := Find(tree, cb, &out)
			if len(ids) != 1 {
				t.Fatalf("%d drops", len(ids))
			}
			d := Read(tree, cb, ids[0], &out)
			c.check(t, d, out.Sorted())

			var want strings.Builder
			for _, o := range d.Observations {
				want.WriteString(o.Key.String() + " = " + shown(o) + "\n")
			}
			if err := diag.WriteText(&want, out.Sorted(), tree.Excerpt, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			c.compare(t, name, archive, want.String())
		})
	}
}

// A mess is one case.
type mess struct {
	changes map[string]string
	truth   map[string]string // value by key and period
}

func readMess(t *testing.T, archive *txtar.Archive) mess {
	t.Helper()
	c := mess{map[string]string{long: "", description: ""}, map[string]string{}}
	tables := map[string]string{"attestations": long, "state": wide, "across": across}
	for _, f := range archive.Files {
		dataset, kind, _ := strings.Cut(f.Name, ".")
		switch content := string(f.Data); {
		case kind == "csv":
			c.changes[tables[dataset]] = content
		case kind == "csv.quoted":
			for line := range strings.Lines(content) {
				text, err := strconv.Unquote(strings.TrimSpace(line))
				if err != nil {
					t.Fatalf("%s: %s: %v", f.Name, line, err)
				}
				c.changes[tables[dataset]] += text
			}
		case kind == "contract":
			path := "data/datasets/" + dataset + ".yaml"
			before, after, _ := strings.Cut(site[path], "columns:\n")
			c.changes[path] = before + content + "columns:\n" + after
		case f.Name == "truth":
			for line := range strings.Lines(content) {
				key, value, found := strings.Cut(strings.TrimSpace(line), " = ")
				if !found {
					t.Fatalf("truth: %q", line)
				}
				c.truth[key] = value
			}
		case f.Name != "want":
			t.Fatalf("what is %s?", f.Name)
		}
	}
	if c.changes[long] != "" {
		c.changes[description] = received
	}
	return c
}

// check holds the promises that every delivery has.
func (c mess) check(t *testing.T, d *Drop, found []diag.Diagnostic) {
	t.Helper()
	read := 0
	for _, o := range d.Observations {
		if !o.HasValue {
			continue
		}
		if value, known := c.truth[o.Key.String()]; !known || value != o.Value.String() {
			t.Errorf("WRONG NUMBER: %s is read as %s, and is %q", o.Key, o.Value, value)
		}
		read++
	}
	if d.Complete && read != len(c.truth) {
		t.Errorf("%d of %d numbers are read, and nothing is said", read, len(c.truth))
	}
	errors := 0
	for _, f := range found {
		if f.Severity != diag.Error {
			continue
		}
		errors++
		if f.Span.Line == 0 || f.Hint.IsZero() {
			t.Errorf("%s: %s: an error has a line and says what to do", f.Span, f.Title)
		}
	}
	if d.Complete != (errors == 0) {
		t.Errorf("Complete is %v with %d errors", d.Complete, errors)
	}
}

// compare holds what is read and said to the word.
func (c mess) compare(t *testing.T, name string, archive *txtar.Archive, got string) {
	t.Helper()
	last := len(archive.Files) - 1
	if archive.Files[last].Name != "want" {
		archive.Files = append(archive.Files, txtar.File{Name: "want"})
		last++
	}
	if want := string(archive.Files[last].Data); want == got {
		return
	} else if !*update {
		t.Errorf("got (-update writes it):\n%s\nwant:\n%s", got, want)
		return
	}
	archive.Files[last].Data = []byte(got)
	if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}
