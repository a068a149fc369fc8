package drop

import (
	"flag"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

var update = flag.Bool("update", false, "write the golden files")

// site is the codebook of the tests, and one drop without findings.
var site = map[string]string{
	"ronde.yaml": "ronde: 1\ntitle: Ronde\nlanguages: [nl]\n",
	"data/organisations.yaml": `ronde: 1
organisations:
  - {id: dvz, formerly: [ibz], name: DVZ}
  - {id: statbel, name: Statbel}
`,
	"data/indicators.yaml": `ronde: 1
units:
  - {id: persons, label: personen, countable: true}
  - {id: percent, label: "%", percent: true}
indicators:
  - id: attestations
    formerly: [certificates]
    name: Attesten
    definition: Attesten
    unit: persons
    measure: flow
    dimensions: {geo: geo, sex: sex}
  - id: beneficiaries
    name: Begunstigden
    definition: Begunstigden
    unit: persons
    measure: stock
    dimensions: {geo: geo}
    totals: {geo: {how: computed, level: region}}
  - id: employed
    name: Aan het werk
    definition: Aan het werk
    unit: percent
    decimals: 1
    measure: share
    base: begunstigden
    dimensions: {geo: geo}
`,
	"data/codelists/geo.yaml": `ronde: 1
id: geo
name: Plaats
total: BE
levels: [{id: country}, {id: region}]
codes:
  - {code: BE, level: country, label: België}
  - {code: BE-VLG, level: region, formerly: [VLG], label: Vlaanderen}
  - {code: BE-WAL, level: region, label: Wallonië}
  - {code: BE-OLD, level: region, label: Oud, until: 2022-05}
  - {code: BE-NEW, level: region, label: Nieuw, from: 2022-06, replaces: [BE-OLD]}
`,
	"data/codelists/sex.yaml": `ronde: 1
id: sex
name: Geslacht
total: _T
codes:
  - {code: _T, label: Totaal}
  - {code: F, label: Vrouwen}
  - {code: M, label: Mannen}
`,
	"data/datasets/attestations.yaml": `ronde: 1
id: attestations
formerly: [attest]
organisation: dvz
name: Attesten
delivers: increment
rhythm: monthly
from: 2022-03
until: 2023-12
layout: long
indicator: attestations
columns:
  - {name: Maand, is: period}
  - {name: Plaats, is: dimension, dimension: geo, codes: {heel het land: BE}}
  - {name: Geslacht, is: dimension, dimension: sex}
  - {name: Aantal, is: value}
  - {name: Vlag, is: status, optional: true, codes: {vl: P}}
  - {name: Soort, is: qualifier, optional: true}
  - {name: Noot, is: note, optional: true}
parts:
  - {dimension: sex, parts: [F, M]}
`,
	"data/datasets/state.yaml": `ronde: 1
id: state
organisation: dvz
name: Stand
delivers: snapshot
rhythm: irregular
layout: wide
qualifiers: true
hidden_marks: ["<5"]
columns:
  - {name: Datum, is: period}
  - {name: Plaats, is: dimension, dimension: geo}
  - {name: Personen, is: value, indicator: beneficiaries}
  - {name: Werk, is: value, indicator: employed, codes: {":": L}}
`,
	"data/datasets/across.yaml": `ronde: 1
id: across
organisation: statbel
name: Reeks
delivers: series
rhythm: monthly
layout: periods-across
rounding: 5
columns:
  - {name: Wat, is: indicator, codes: {attesten: attestations}}
  - {name: Geslacht, is: dimension, dimension: sex}
  - {name: Extra, is: ignored, optional: true}
fixed: {geo: VLG}
`,
	"data/drops/2022-07/dvz/attestations.csv":  "Maand;Plaats;Geslacht;Aantal;Vlag;Soort;Noot\n2022-07;BE-VLG;F;12;P;;eerste\n",
	"data/drops/2022-07/dvz/attestations.yaml": "ronde: 1\nreceived: 2022-08-05\n",
}

const (
	long        = "data/drops/2022-07/dvz/attestations.csv"
	description = "data/drops/2022-07/dvz/attestations.yaml"
	contract    = "data/datasets/attestations.yaml"
	wide        = "data/drops/2022-07/dvz/state.csv"
	across      = "data/drops/2022-07/statbel/across.csv"
	received    = "ronde: 1\nreceived: 2022-08-05\n"
)

func files(changes map[string]string) fstest.MapFS {
	all := maps.Clone(site)
	maps.Copy(all, changes)
	for _, table := range []string{wide, across} {
		description := strings.TrimSuffix(table, ".csv") + ".yaml"
		if _, ok := all[description]; !ok && all[table] != "" {
			all[description] = received
		}
	}
	fsys := fstest.MapFS{}
	for name, content := range all {
		if content != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(content)}
		}
	}
	return fsys
}

// readAll reads all drops of a site and gives what a user would see.
func readAll(t *testing.T, fsys fstest.MapFS) (drops []*Drop, text string) {
	t.Helper()
	tree := source.NewTree(fsys)
	var out diag.List
	cb, ok := codebook.Load(tree, &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	for _, id := range Find(tree, cb, &out) {
		before := out.Errors()
		d := Read(tree, cb, id, &out)
		if d == nil {
			t.Fatalf("%s: Find gives a drop that Read does not know", id)
		}
		if d.Complete != (out.Errors() == before) {
			t.Errorf("%s: Complete is %v with %d errors", id, d.Complete, out.Errors()-before)
		}
		drops = append(drops, d)
	}
	var b strings.Builder
	if err := diag.WriteText(&b, out.Sorted(), tree.Excerpt, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return drops, b.String()
}

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("not as in %s (-update writes it):\n%s", name, diff)
	}
}
