package codebook

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzLoad loads a site one of whose files is anything at all. What is accepted is
// accepted as a sealed copy as well, and is the same when it is written and read
// again.
func FuzzLoad(f *testing.F) {
	names := slices.Sorted(maps.Keys(site))
	for i, name := range names {
		f.Add(uint8(i), site[name])
	}
	for _, c := range findingCases {
		for _, e := range c.edits {
			if i := slices.Index(names, e.file); i >= 0 && e.old != "" {
				f.Add(uint8(i), strings.Replace(site[e.file], e.old, e.new, 1))
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, content string) {
		files := fstest.MapFS{}
		for name, whole := range site {
			files[name] = &fstest.MapFile{Data: []byte(whole)}
		}
		files[names[int(which)%len(names)]].Data = []byte(content)
		tree := source.NewTree(files)
		var out diag.List
		c, ok := Load(tree, &out)
		if ok != (out.Errors() == 0) {
			t.Fatalf("ok is %v with %d errors", ok, out.Errors())
		}
		diagtest.Usable(t, out.Sorted(), tree.Excerpt)
		if !ok {
			return
		}
		if _, ok := LoadSealed(tree, "", &out); !ok {
			t.Fatal("it is not accepted as a sealed copy")
		}
		again, ok := Load(source.NewTree(written(c)), &out)
		if !ok {
			t.Fatal(out.Sorted())
		}
		if diff := cmp.Diff(c, again, asWritten); diff != "" {
			t.Errorf("-read +written and read again:\n%s", diff)
		}
	})
}

// written gives the files of a codebook, written from what was read of them.
func written(c *Codebook) fstest.MapFS {
	files := fstest.MapFS{}
	write := func(name string, from any) { files[name] = &fstest.MapFile{Data: source.EncodeYAML(from, true)} }
	write("ronde.yaml", c.Site)
	write(organisationsFile, OrganisationsFile{c.Organisations})
	write(indicatorsFile, IndicatorsFile{c.Units, c.Indicators})
	write("data/events.yaml", EventsFile{c.Events})
	write(topicsFile, TopicsFile{c.Topics})
	for _, list := range c.CodeLists {
		write("data/codelists/"+list.ID.Value+".yaml", list)
	}
	for _, contract := range c.Contracts {
		write("data/datasets/"+contract.ID.Value+".yaml", contract)
	}
	return files
}

// asWritten compares what files say, and not where or how.
var asWritten = cmp.Options{
	sourcetest.AsWritten,
	cmpopts.IgnoreFields(Codebook{}, "Files"),
	cmpopts.IgnoreUnexported(Codebook{}, CodeList{}),
}
