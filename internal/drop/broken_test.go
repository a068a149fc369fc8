package drop

import (
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

// TestBrokenCodebook takes each line out of each file of the codebook, and
// spoils each value. Drops are read all the same, for whoever runs a check
// wants all findings; nothing may panic.
func TestBrokenCodebook(t *testing.T) {
	drops := map[string]string{
		wide:   "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;1,5\n",
		across: "Wat;Geslacht;2022-05\nattesten;F;10\n",
	}
	for name, content := range site {
		if strings.HasPrefix(name, "data/drops/") {
			continue
		}
		lines := strings.Split(content, "\n")
		for i, line := range lines {
			key, _, _ := strings.Cut(line, ":")
			for _, instead := range []string{"", key + ": x", key + ":"} {
				spoilt := append(append(append([]string{}, lines[:i]...), instead), lines[i+1:]...)
				fsys := files(drops)
				fsys[name] = &fstest.MapFile{Data: []byte(strings.Join(spoilt, "\n"))}
				tree := source.NewTree(fsys)
				var out diag.List
				cb, _ := codebook.Load(tree, &out)
				for _, id := range Find(tree, cb, &out) {
					Read(tree, cb, id, &out)
				}
			}
		}
	}
}

// TestSetAside breaks the files by which rows are read. Only they are reported,
// and the drop is not complete.
func TestSetAside(t *testing.T) {
	for _, name := range []string{"data/organisations.yaml", "data/indicators.yaml", "data/codelists/geo.yaml", contract} {
		fsys := files(nil)
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(site[name], "ronde: 1\n", "ronde: 1\n'\n", 1))}
		tree := source.NewTree(fsys)
		var out diag.List
		cb, _ := codebook.Load(tree, &out)
		for _, id := range Find(tree, cb, &out) {
			d := Read(tree, cb, id, &out)
			if rows := name == "data/organisations.yaml"; d == nil || d.Complete != rows || (len(d.Observations) > 0) != rows {
				t.Errorf("with a broken %s, %s is read as %+v", name, id, d)
			}
		}
		for _, found := range out.Sorted() {
			if found.Span.File != name {
				t.Errorf("with a broken %s: %s: %s", name, found.Span, found.Title)
			}
		}
	}
}
