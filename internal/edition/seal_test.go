package edition_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/source/sourcetest"
)

// asSealed compares editions by what their files say: not by where a text was
// read, nor by what only a sealed edition has.
var asSealed = cmp.Options{
	sourcetest.AsWritten,
	cmp.Comparer(func(a, b *disclose.Observations) bool { return cmp.Equal(rowsOf(a), rowsOf(b)) }),
	cmp.Comparer(func(a, b *codebook.Codebook) bool { return cmp.Equal(contents(a), contents(b)) }),
	cmpopts.IgnoreFields(edition.Edition{}, "Seal", "Rows"),
	cmpopts.IgnoreFields(seal.Manifest{}, "Files"),
}

func rowsOf(o *disclose.Observations) []string {
	var rows []string
	for x := range o.Rows() {
		rows = append(rows, string(seal.EncodeData([]seal.Row{x.Row()})))
	}
	slices.Sort(rows)
	return rows
}

func contents(b *codebook.Codebook) map[string]string {
	files := map[string]string{}
	for _, f := range b.Files {
		files[f.Path] = string(f.Content)
	}
	return files
}

// rich has what a round can have: a revision, hidden and missing cells, a break,
// bounds, a computed total that lacks parts, a reconstructed vintage, a figure of
// every kind, words in place of numbers, texts that YAML and CSV could mistake.
var rich = map[string]string{
	"data/events.yaml": `ronde: 1
events:
  - id: new-count
    date: 2022-08-01
    kind: break
    label: {nl: "Nieuwe telling: #2", en: New count}
    note: {nl: "De telling veranderde: vanaf augustus zonder dubbels.", en: "The count changed."}
    indicators: [referrals]
`,
	"data/organisations.yaml": `ronde: 1
organisations:
  - {id: dvz, name: {nl: Dienst Vreemdelingenzaken, en: Immigration Office}, short: {nl: "no", en: "IO, #1"}, contact: {role: {nl: Cijfers, en: Figures}, email: figures@dvz.example}}
  - {id: fedasil, name: Fedasil}
`,
	"data/indicators.yaml": `ronde: 1
units:
  - {id: persons, label: {nl: personen, en: persons}, one: {nl: persoon, en: person}, countable: true}
  - {id: percent, label: {nl: procent, en: per cent}, percent: true}
indicators:
  - id: attestations
    name: {nl: Attesten, en: Certificates}
    definition: {nl: Personen die een attest kregen., en: Persons who received a certificate.}
    unit: persons
    measure: flow
    dimensions: {geo: geo}
  - id: referrals
    name: {nl: Doorverwijzingen, en: Referrals}
    definition: {nl: "Personen: doorverwezen.", en: "Persons: referred."}
    unit: persons
    measure: flow
    dimensions: {geo: geo}
    totals: {geo: {how: computed, level: region}}
  - id: referral-share
    name: {nl: Aandeel doorverwezen, en: Share referred}
    definition: {nl: Doorverwezen personen per honderd attesten., en: Persons referred per hundred certificates.}
    unit: percent
    decimals: 1
    measure: share
    dimensions: {geo: geo}
    derived: {share: {part: referrals, base: attestations}}
`,
	"data/datasets/referrals.yaml": `ronde: 1
id: referrals
organisation: fedasil
name: {nl: Doorverwijzingen per maand, en: Referrals by month}
delivers: increment
rhythm: monthly
due: 15
from: 2022-07
layout: long
dialect: {separator: ","}
indicator: referrals
hidden_marks: ["<5"]
qualifiers: true
columns:
  - {name: month, is: period}
  - {name: area, is: dimension, dimension: geo}
  - {name: referrals, is: value}
  - {name: remark, is: note, optional: true}
`,
	"data/drops/2022-07/fedasil/referrals.csv":  "month,area,referrals,remark\n2022-07,BE-VLG,500,\"a, \"\"b\"\"\"\n2022-07,BE-BRU,203,'=1+1\n2022-07,BE-WAL,<5,\n",
	"data/drops/2022-08/fedasil/referrals.csv":  "month,area,referrals,remark\n2022-08,BE-VLG,>400,- x\n2022-08,BE-BRU,150,\n",
	"data/drops/2022-07/fedasil/referrals.yaml": "ronde: 1\nreceived: 2022-08-04\nvintage: reconstructed\nsource_date: 2022-08-04\nrule: {nl: 'Regel: #1', en: A rule}\nnote: {nl: \"Noot met \\\"aanhaling\\\"\", en: '- a note: x'}\n",
	"content/reports/figures.yaml": `ronde: 1
figures:
  - id: key
    kind: key-figures
    series: [{indicator: attestations}, {indicator: referrals}, {indicator: referral-share}]
  - id: months
    kind: column
    title: {nl: "In {{attestations}} attesten: uitgedrukt #1", en: "{{attestations}} certificates"}
    subtitle: {nl: "- onder", en: "'under'"}
    alt: {nl: "Zie *tabel*", en: "See the table"}
    notes: [{nl: "Noot: {{attestations | change}}", en: "no"}]
    series: [{indicator: attestations, label: {nl: "ja: nee", en: "no"}}]
  - id: regions
    kind: bar
    series: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]
  - id: both
    kind: table
    across: geo
    series: [{indicator: attestations, where: {geo: [BE, BE-VLG]}}, {indicator: referrals, where: {geo: [BE-VLG, BE-BRU, BE]}}]
  - id: lines
    kind: line
    zero: false
    subtitle: {nl: "de as begint niet bij nul", en: "the axis does not begin at zero"}
    series: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU]}}]
  - id: by-indicator
    kind: bar
    across: indicator
    periods: {at: latest}
    series: [{indicator: attestations}, {indicator: referrals}]
`,
	"content/reports/2022-08/report.yaml": `ronde: 1
cutoff: 2022-09-15
embargo: 2022-09-25
next_release: 2022-10-20
title: {nl: "Augustus: {{attestations}} #", en: "no"}
lead: [attestations]
events: [new-count]
notices: [{date: 2022-09-16, text: {nl: "Let op: {{attestations}}", en: "Note: x"}}]
`,
}

func richText(extra string) string {
	return "---\ndescription: \"d: {{attestations}}\"\nmain_points:\n  - \"- {{attestations}} #\"\n  - 'no'\n---\n" +
		"{{figure key}}\n\n## Kop [x] *y*\n\nSince {{attestations | first-published}}, {{attestations | -1m else \"n/a\"}}, {{referrals geo=BE-WAL else \"nothing\"}}, {{attestations | peak}}, {{attestations | sparkline}}.\n\n" +
		"{{figure months}}\n\n{{figure regions}}\n\n{{figure both}}\n\n{{figure lines}}\n\n{{figure by-indicator}}\n\n" + extra
}

var sites = []struct {
	name  string
	files map[string]string
}{
	{"base", nil},
	{"rich", with(rich, map[string]string{
		"content/reports/2022-07/report.nl.md": richText("Slot zonder regeleinde"),
		"content/reports/2022-07/report.en.md": richText("```figure\nid: own\nkind: table\nseries: [{indicator: attestations}]\n```\n\n\n"),
		"content/reports/2022-08/report.nl.md": richText("{{lit 135 %}} [link](https://example.org/)\r\nregel  \r\n"),
		"content/reports/2022-08/report.en.md": richText("\n\n---\n\ntext\n"),
	})},
	{"pictures", pictures},
	{"one language", map[string]string{"content/reports/2022-07/report.en.md": "", "content/reports/2022-08/report.nl.md": ""}},
	{"no figures", map[string]string{
		"content/reports/figures.yaml":         "",
		"content/reports/2022-07/report.nl.md": "---\n---\nTekst.\n", "content/reports/2022-07/report.en.md": "Text.",
		"content/reports/2022-08/report.nl.md": "\n\n", "content/reports/2022-08/report.en.md": "## Only a heading",
	}},
}

func with(all ...map[string]string) map[string]string {
	files := map[string]string{}
	for _, m := range all {
		for name, content := range m {
			files[name] = content
		}
	}
	return files
}

// What is compiled and what is read back are the same edition, and sealed again
// it is the same bytes: a draft shows what the release will show.
func TestSealedIsCompiled(t *testing.T) {
	for _, c := range sites {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, c.files)
			for _, round := range [][2]string{{"2022-07", "2022-08-20"}, {"2022-08", "2022-09-20"}} {
				compiled, opened := s.release(t, round[0], round[1])
				if diff := cmp.Diff(compiled, opened, asSealed); diff != "" {
					t.Errorf("%s: -compiled +opened:\n%s", round[0], diff)
				}
				if opened.Draft() || !compiled.Draft() {
					t.Error("what is sealed is no draft, and what is compiled is")
				}
				for name, content := range opened.SealFiles(s.released[len(s.released)-1].Inputs) {
					if file := s.files[opened.ID().Dir()+"/"+name]; file == nil || string(file.Data) != string(content) {
						t.Errorf("%s: sealed again, %s differs", round[0], name)
					}
				}
			}
		})
	}
}

// Written on Windows, a text is sealed with the same bytes.
func TestSealedTextHasOneKindOfLineEnd(t *testing.T) {
	const name = "content/reports/2022-07/report.nl.md"
	want := newSite(t, nil)
	text := string(want.files[name].Data)
	want.release(t, "2022-07", "2022-08-20")
	windows := newSite(t, map[string]string{name: strings.ReplaceAll(text, "\n", "\r\n")})
	windows.release(t, "2022-07", "2022-08-20")
	if diff := cmp.Diff(files(want, "2022-07"), files(windows, "2022-07")); diff != "" {
		t.Error(diff)
	}
}

// files are the files of the first edition of a round.
func files(s *site, round string) map[string]string {
	found := map[string]string{}
	for name, file := range s.files {
		if path, ok := strings.CutPrefix(name, "content/reports/"+round+"/editions/1/"); ok {
			found[path] = string(file.Data)
		}
	}
	return found
}

// Compiled twice from the same files it is the same, down to the bytes.
func TestCompileDependsOnFilesAlone(t *testing.T) {
	first, second := newSite(t, sites[1].files), newSite(t, sites[1].files)
	for _, round := range [][2]string{{"2022-07", "2022-08-20"}, {"2022-08", "2022-09-20"}} {
		first.release(t, round[0], round[1])
		second.release(t, round[0], round[1])
	}
	if diff := cmp.Diff(first.files, second.files); diff != "" {
		t.Error(diff)
	}
}
