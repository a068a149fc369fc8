package drop

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/diag"
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
	const communes, months = 2200, 500
	var geo, rows strings.Builder
	geo.WriteString("ronde: 1\nid: geo\nname: Plaats\ntotal: BE\nlevels: [{id: region}]\ncodes:\n  - {code: BE, label: België}\n  - {code: BE-VLG, level: region, formerly: [VLG], label: Vlaanderen}\n")
	for i := range communes {
		fmt.Fprintf(&geo, "  - {code: C%04d, level: region, label: x}\n", i)
	}
	rows.WriteString("Maand;Plaats;Geslacht;Aantal;Vlag\n")
	for m := range months {
		for i := range communes {
			fmt.Fprintf(&rows, "%04d-%02d;C%04d;F;%d;\n", 1980+m/12, m%12+1, i, m*i%9973)
		}
	}
	contract := strings.NewReplacer("from: 2022-03\n", "", "until: 2023-12\n", "").Replace(site[contract])
	fsys := files(map[string]string{"data/codelists/geo.yaml": geo.String(), "data/datasets/attestations.yaml": contract, long: rows.String()})
	tree := source.NewTree(fstest.MapFS(fsys))
	var out diag.List
	cb, ok := codebook.Load(tree, &out)
	if !ok {
		b.Fatal(out.Sorted()[0])
	}
	ids := Find(tree, cb, &out)
	return tree, cb, ids[0]
}
