package codebook

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// site is a small site without findings. Cases replace pieces of it.
var site = map[string]string{
	"ronde.yaml": `ronde: 1
title: {nl: Ronde, fr: Ronde}
languages: [nl, fr]
time_zone: Europe/Brussels
accept:
  - id: jump
    until: 2022-12
    reason: the first months
`,
	"data/organisations.yaml": `ronde: 1
organisations:
  - id: dvz
    formerly: [vreemdelingenzaken]
    name: {nl: Dienst Vreemdelingenzaken, fr: Office des étrangers}
    short: {nl: DVZ, fr: OE}
    from: 2022-03
  - id: statbel
    name: Statbel
`,
	"data/indicators.yaml": `ronde: 1
units:
  - id: persons
    label: {nl: personen, fr: personnes}
    one: {nl: persoon, fr: personne}
    countable: true
  - id: percent
    label: "%"
    percent: true
  - id: per-1000
    label: {nl: per 1000 inwoners, fr: pour 1000 habitants}
indicators:
  - id: attestations
    formerly: [certificates]
    name: {nl: Attesten, fr: Attestations}
    definition: {nl: Afgeleverde attesten, fr: Attestations délivrées}
    unit: persons
    measure: flow
    dimensions: {geo: geo, sex: sex}
    totals:
      geo: {how: both, level: province, tolerance: 1}
    suppliers: [attestations]
    look_alikes: [beneficiaries]
  - id: beneficiaries
    name: {nl: Begunstigden, fr: Bénéficiaires}
    definition: {nl: Personen met bescherming, fr: Personnes protégées}
    unit: persons
    measure: stock
    dimensions: {geo: geo}
    balance: {in: [attestations], tolerance: 5}
  - id: population
    name: {nl: Bevolking, fr: Population}
    definition: {nl: Inwoners, fr: Habitants}
    unit: persons
    measure: stock
    dimensions: {geo: geo}
  - id: beneficiaries-per-1000
    name: {nl: Begunstigden per 1000, fr: Bénéficiaires pour 1000}
    definition: {nl: Per 1000 inwoners, fr: Pour 1000 habitants}
    unit: per-1000
    decimals: 1
    measure: ratio
    dimensions: {geo: geo}
    derived: {per: {part: beneficiaries, base: population, count: 1000}}
`,
	"data/codelists/geo.yaml": `ronde: 1
id: geo
name: {nl: Plaats, fr: Lieu}
total: BE
levels:
  - id: country
  - id: region
  - id: community
    partition: false
  - id: province
codes:
  - {code: BE, level: country, label: {nl: België, fr: Belgique}}
  - {code: BE-VLG, level: region, formerly: [VLG], label: {nl: Vlaanderen, fr: Flandre}, tile: {column: 1, row: 1, short: VLG}}
  - {code: BE-WAL, level: region, label: {nl: Wallonië, fr: Wallonie}, tile: {column: 1, row: 2, short: WAL}}
  - {code: BE-VGM, level: community, label: {nl: Vlaamse Gemeenschap, fr: Communauté flamande}}
  - {code: BE-VAN, level: province, parent: BE-VLG, label: {nl: Antwerpen, fr: Anvers}, tile: {column: 1, row: 1, short: ANT}}
  - {code: BE-WLG, level: province, parent: BE-WAL, label: {nl: Luik, fr: Liège}, until: 2022-12, tile: {column: 2, row: 2, short: LUI}}
  - {code: BE-WLX, level: province, parent: BE-WAL, replaces: [BE-WLG], from: 2023-01, label: {nl: Luxemburg, fr: Luxembourg}, tile: {column: 2, row: 2, short: LUX}}
`,
	"data/codelists/sex.yaml": `ronde: 1
id: sex
name: {nl: Geslacht, fr: Sexe}
total: _T
codes:
  - {code: _T, label: {nl: Totaal, fr: Total}}
  - {code: F, label: {nl: Vrouwen, fr: Femmes}}
  - {code: M, label: {nl: Mannen, fr: Hommes}}
`,
	"data/datasets/attestations.yaml": `ronde: 1
id: attestations
organisation: dvz
name: {nl: Attesten, fr: Attestations}
delivers: increment
absent: error
expect: {geo: [BE-VAN], sex: [F, M]}
rhythm: monthly
due: 10
from: 2022-03
layout: long
dialect: {decimal: ",", thousands: "."}
indicator: attestations
columns:
  - {name: Maand, is: period}
  - {name: Plaats, is: dimension, dimension: geo, codes: {Antwerpen: BE-VAN, Vlaanderen: VLG}}
  - {name: Geslacht, is: dimension, dimension: sex}
  - {name: Aantal, is: value, codes: {":": O}}
  - {name: Vlag, is: status, optional: true, codes: {v: P}}
hidden_marks: ["<5"]
parts:
  - {dimension: sex, parts: [F, M]}
disclosure: {threshold: 5, finest: geo}
`,
	"data/datasets/population.yaml": `ronde: 1
id: population
formerly: [inwoners]
organisation: statbel
name: {nl: Bevolking, fr: Population}
delivers: snapshot
rhythm: annual
layout: wide
columns:
  - {name: Datum, is: period}
  - {name: Inwoners, is: value, indicator: population}
  - {name: Begunstigden, is: value, indicator: beneficiaries}
  - {name: Opmerking, is: note}
fixed: {geo: BE}
`,
	"data/events.yaml": `ronde: 1
events:
  - id: new-count
    date: 2022-06-01
    kind: break
    label: {nl: Nieuwe telling, fr: Nouveau comptage}
    indicators: [attestations]
    where: {geo: BE-VLG}
  - id: directive
    date: 2022-03-04
    kind: policy
    label: {nl: Richtlijn, fr: Directive}
    where: {geo: BE}
`,
	"content/topics.yaml": `ronde: 1
topics:
  - id: protection
    formerly: [asylum]
    name: {nl: Bescherming, fr: Protection}
    description: {nl: Wie ze krijgt, fr: Qui la reçoit}
    indicators: [certificates]
  - id: europe
    name: Europa
`,
}

// An edit replaces one piece of one file; with an empty piece, the whole file.
type edit struct{ file, old, new string }

func edited(t *testing.T, edits ...edit) fstest.MapFS {
	t.Helper()
	files := maps.Clone(site)
	for _, e := range edits {
		if e.old == "" {
			files[e.file] = e.new
			continue
		}
		if strings.Count(files[e.file], e.old) != 1 {
			t.Fatalf("%s holds %q %d times", e.file, e.old, strings.Count(files[e.file], e.old))
		}
		files[e.file] = strings.Replace(files[e.file], e.old, e.new, 1)
	}
	fsys := fstest.MapFS{}
	for name, content := range files {
		if content != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(content)}
		}
	}
	return fsys
}

// load reads a site and gives what a user would see.
func load(t *testing.T, edits ...edit) (c *Codebook, ok bool, text string) {
	t.Helper()
	tree := source.NewTree(edited(t, edits...))
	var out diag.List
	c, ok = Load(tree, &out)
	var b strings.Builder
	if err := diag.WriteText(&b, out.Sorted(), tree.Excerpt, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if ok != (out.Errors() == 0) {
		t.Errorf("ok is %v with %d errors", ok, out.Errors())
	}
	return c, ok, b.String()
}
