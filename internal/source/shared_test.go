package source

import (
	"testing"
	"testing/fstest"
	"unsafe"

	"ronde/internal/diag"
)

// What two files say is in memory once, until all has been read; what was read stays.
func TestTextsOfFilesAreShared(t *testing.T) {
	tree := NewTree(fstest.MapFS{
		"a.yaml": {Data: []byte("ronde: 1\nname: {nl: Aantal attesten}\nunit: personen\n")},
		"b.yaml": {Data: []byte("ronde: 1\nname: {nl: Aantal attesten}\nunit: personen\n")},
	})
	type named struct {
		Name Text   `key:"name"`
		Unit string `key:"unit"`
	}
	read := func(name string) (n named) {
		var out diag.List
		f, missing := tree.Read(name)
		if missing != nil || !DecodeYAML(f, &n, &out) {
			t.Fatal(missing, out.Sorted())
		}
		return n
	}
	same := func(a, b string) bool { return a == b && unsafe.StringData(a) == unsafe.StringData(b) }
	a, b := read("a.yaml"), read("b.yaml")
	nameA, _ := a.Name.In("nl")
	nameB, _ := b.Name.In("nl")
	if !same(a.Unit, b.Unit) || !same(nameA, nameB) {
		t.Error("a text of two files is in memory twice")
	}
	if line := "x;personen;y"; !same(tree.Shared(line[2:10]), a.Unit) {
		t.Error("a text that is asked for is not that of the files")
	}
	if changed := tree.Changed(); changed != nil {
		t.Error(changed)
	}
	if again := read("a.yaml"); again.Unit != a.Unit || same(again.Unit, a.Unit) {
		t.Errorf("%q and %q after the end of reading", again.Unit, a.Unit)
	}
}
