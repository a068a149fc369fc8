package drop

import (
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop/droptest"
	"ronde/internal/source"
)

// BenchmarkRead reads a file of 1.1 million rows: 3 columns of key, a value and
// a status. BenchmarkTable is the part of it that only cuts the file into cells.
func BenchmarkRead(b *testing.B) {
	tree, cb, id := large(b)
	b.ResetTimer()
	for b.Loop() {
		var out diag.List
		if d := Read(tree, cb, id, &out); !d.Complete || len(d.Observations) != largeRows {
			b.Fatal(len(d.Observations), out.Sorted()[0])
		}
	}
}

func BenchmarkTable(b *testing.B) {
	tree, _, id := large(b)
	b.ResetTimer()
	for b.Loop() {
		file, _ := tree.Read(id.Path())
		var out diag.List
		if _, ok := source.ReadTable(file, source.Declared{Headers: []string{"Maand"}}, &out); !ok {
			b.Fatal(out.Sorted()[0])
		}
	}
}

const largeRows = 1_100_000

func large(b *testing.B) (*source.Tree, *codebook.Codebook, ID) {
	tree := source.NewTree(droptest.Site(2199, 500))
	var out diag.List
	cb, ok := codebook.Load(tree, &out)
	if !ok {
		b.Fatal(out.Sorted()[0])
	}
	return tree, cb, Find(tree, cb, &out)[0]
}
