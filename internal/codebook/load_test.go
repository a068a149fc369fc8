package codebook

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/source"
)

func TestLoad(t *testing.T) {
	c, ok, text := load(t)
	if !ok || text != "" {
		t.Fatalf("the site has findings:\n%s", text)
	}
	var paths []string
	for _, f := range c.Files {
		paths = append(paths, f.Path)
		if string(f.Content) != site[f.Path] {
			t.Errorf("%s is not kept as it was read", f.Path)
		}
	}
	want := []string{
		"data/codelists/geo.yaml", "data/codelists/sex.yaml",
		"data/datasets/attestations.yaml", "data/datasets/population.yaml",
		"data/events.yaml", "data/indicators.yaml", "data/organisations.yaml", "ronde.yaml",
	}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Error(diff)
	}
}

func TestLoadSealedCopy(t *testing.T) {
	const dir = "content/reports/2022-07/editions/1/codebook"
	today, sealed := fstest.MapFS{}, fstest.MapFS{}
	for name, content := range site {
		if name == inOrganisations {
			// A rule of today, names in every language, that a codebook sealed
			// before the rule was made need not keep.
			content = strings.ReplaceAll(content, "nl: ", "de: ")
		}
		today[name] = &fstest.MapFile{Data: []byte(content)}
		sealed[dir+"/"+name] = today[name]
	}
	if _, ok := Load(source.NewTree(today), &diag.List{}); ok {
		t.Fatal("the codebook breaks no rule")
	}
	var out diag.List
	c, ok := LoadSealed(source.NewTree(sealed), dir, &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	if c.Files[0].Path != "data/codelists/geo.yaml" {
		t.Errorf("path of a file is %s", c.Files[0].Path)
	}
	if got := c.Organisations[0].ID.Span.File; got != dir+"/data/organisations.yaml" {
		t.Errorf("place of a value is in %s", got)
	}
}

func TestLoadWithoutFiles(t *testing.T) {
	var out diag.List
	c, ok := Load(source.NewTree(fstest.MapFS{}), &out)
	if ok || c == nil || out.Errors() != 3 {
		t.Errorf("Load gives %v, %v with %d errors", c, ok, out.Errors())
	}
}

// TestSetAside breaks each file in turn. Only the file itself is reported: what
// refers to it is not, for the name is there when the file is mended.
func TestSetAside(t *testing.T) {
	for _, file := range []string{inOrganisations, inIndicators, inGeo, inAttestations, inPopulation, inEvents, inTopics} {
		c, ok, text := load(t, edit{file, "ronde: 1\n", "ronde: 1\n'\n"})
		if ok || !c.SetAside(file) || c.SetAside(inSite) {
			t.Errorf("%s is not set aside", file)
		}
		if strings.Count(text, ": error:") != 1 || !strings.HasPrefix(text, file) {
			t.Errorf("with a broken %s:\n%s", file, text)
		}
	}
}
