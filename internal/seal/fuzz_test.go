package seal

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzEdition opens an edition whose manifest, inputs and data are anything at
// all, sealed as if a release had written them. What opens is the same when it is
// closed and opened again.
func FuzzEdition(f *testing.F) {
	const manifest = "format: ronde-edition/1\nround: 2022-07\nnumber: 1\nreleased: 2022-08-20\nkind: release\ncutoff: 2022-08-15\nlanguages: [nl]\n"
	const inputs = "ronde: 1\nfiles: []\n"
	sample := EncodeData([]Row{randomRow(rand.New(rand.NewPCG(1, 1))), randomRow(rand.New(rand.NewPCG(2, 2)))})
	f.Add(manifest+"drops: [{id: 2022-07/dvz/attestations, received: 2022-08-03}]\n", inputs, sample)
	f.Add(manifest+"reason: {nl: a, fr: b}\nleft_out: [{nl: 'x: y'}, z]\nembargo: 2022-08-22\nnext: 2022-09-20\nprevious: "+Hash(nil)+"\n",
		"ronde: 1\nfiles:\n  - {path: data/drops/2022-07/dvz/attestations.csv, sha256: "+Hash(nil)+"}\n", EncodeData(nil))
	f.Add("", "", []byte(nil))
	f.Add("seal: x\n\nseal: y\n", "files: [", []byte("period\n"))
	f.Add("drops: [{id: x, received: 2022-08-03}]\nfiles: [{path: ../.., sha256: ''}]\n", inputs+"files: []", sample[:len(sample)/2])
	id := ReleaseID{period.MonthOf(2022, 7), 1}
	f.Fuzz(func(t *testing.T, manifest, inputs string, data []byte) {
		body := "ronde: 1\n" + manifest + "\nfiles:\n  - {path: data/attestations.csv, sha256: \"" + Hash(data) + "\"}\n" +
			"  - {path: inputs.yaml, sha256: \"" + Hash([]byte(inputs)) + "\"}\n"
		files := map[string][]byte{
			"edition.yaml": []byte(body + "seal: " + Hash([]byte(body)) + "\n"), "inputs.yaml": []byte(inputs), "data/attestations.csv": data,
		}
		if s, ok := openFiles(t, id, files); ok {
			for _, d := range s.Drops {
				d.DropID()
			}
			Chain([]*Sealed{s, s}, &diag.List{})
			again, ok := openFiles(t, id, Close(s.Manifest, s.Inputs, map[string][]byte{"data/attestations.csv": EncodeData(s.rows.rows)}))
			if !ok {
				t.Fatal("closed again, it cannot be opened")
			}
			same := gocmp.Options{sourcetest.AsWritten, cmpopts.IgnoreFields(Manifest{}, "Files")}
			if diff := gocmp.Diff(s.Manifest, again.Manifest, same) + gocmp.Diff(s.Inputs, again.Inputs, same); diff != "" {
				t.Errorf("-opened +closed and opened again:\n%s", diff)
			}
		}
		files["edition.yaml"] = []byte(manifest)
		if _, ok := openFiles(t, id, files); ok && !strings.HasSuffix(manifest, "\n") {
			t.Fatal("a manifest without a seal was opened")
		}
		if rows, err := decodeData("attestations", data); err == nil {
			again, err := decodeData("attestations", EncodeData(rows))
			if err != nil {
				t.Fatalf("what was read is not read again: %v", err)
			}
			if diff := gocmp.Diff(inOrder(rows), again, sameRows); diff != "" {
				t.Fatalf("-read +written and read again:\n%s", diff)
			}
		}
	})
}

// openFiles opens an edition, and complains about what nobody may be given.
func openFiles(t *testing.T, id ReleaseID, files map[string][]byte) (*Sealed, bool) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: content}
	}
	tree := source.NewTree(fsys)
	var out diag.List
	s, ok := Open(tree, id, nil, &out)
	if ok == (out.Errors() > 0) {
		t.Fatalf("ok is %v with %d errors", ok, out.Errors())
	}
	diagtest.Usable(t, out.Sorted(), tree.Excerpt)
	if ok && slices.ContainsFunc(s.rows.rows, func(r Row) bool { return r.HasValue && r.Status.Has(observation.Hidden) }) {
		t.Fatal("a hidden observation has a value")
	}
	return s, ok
}
