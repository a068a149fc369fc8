// Package cubetest makes codebooks, drops and sealed rows for tests of what
// stands on a cube, from short texts.
//
// A codebook comes from YAML files as a site has them; the base that Book adds
// has organisations a, b and c, a hierarchical list geo (BE > regions and
// communities > provinces), sex and the units persons, percent and rate.
//
// Rows of a drop are lines of key and value, as messages write keys:
//
//	persons BE-VLG.F 2022-07 12
//	persons BE-VLG.M 2022-07 - Q          no value, status Q
//	persons BE-WAL.F 2022-07 >40 P        lower bound; < upper, ~ about
package cubetest

import (
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

var base = map[string]string{
	"ronde.yaml": "ronde: 1\ntitle: Ronde\nlanguages: [en]\n",
	"data/organisations.yaml": `ronde: 1
organisations:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C}
`,
	"data/codelists/geo.yaml": `ronde: 1
id: geo
name: Place
total: BE
levels:
  - id: region
  - {id: community, partition: false}
  - id: province
codes:
  - {code: BE, label: Belgium}
  - {code: BE-VLG, level: region, label: Flanders}
  - {code: BE-WAL, level: region, label: Wallonia}
  - {code: BE-BRU, level: region, label: Brussels}
  - {code: BE-NLC, level: community, label: Flemish Community}
  - {code: BE-FRC, level: community, label: French Community}
  - {code: BE-VAN, level: province, parent: BE-VLG, label: Antwerp}
  - {code: BE-VOV, level: province, parent: BE-VLG, label: East Flanders}
  - {code: BE-WLG, level: province, parent: BE-WAL, label: Liège}
`,
	"data/codelists/sex.yaml": `ronde: 1
id: sex
name: Sex
total: _T
codes:
  - {code: _T, label: total}
  - {code: F, label: women}
  - {code: M, label: men}
  - {code: X, label: other}
`,
}

const units = `ronde: 1
units:
  - {id: persons, label: persons, countable: true}
  - {id: percent, label: "%", percent: true}
  - {id: rate, label: per 1000}
indicators:
`

// Book loads a codebook: indicators is the list under `indicators:` of
// data/indicators.yaml; files are further files by path, contracts among them.
func Book(t testing.TB, indicators string, files map[string]string) *codebook.Codebook {
	t.Helper()
	fsys := fstest.MapFS{"data/indicators.yaml": {Data: []byte(units + indicators)}}
	for _, some := range []map[string]string{base, files} {
		for name, content := range some {
			fsys[name] = &fstest.MapFile{Data: []byte(content)}
		}
	}
	var out diag.List
	book, ok := codebook.Load(source.NewTree(fsys), &out)
	if !ok {
		for _, d := range out.Sorted() {
			t.Errorf("%s: %s", d.Span, d.Title)
		}
		t.FailNow()
	}
	return book
}

// Contract writes the contract of a dataset in a long file with the dimensions
// of an indicator. delivers and rhythm are increment and monthly; more are
// further lines.
func Contract(id, organisation, indicator string, dimensions []string, more ...string) (path, content string) {
	var b strings.Builder
	b.WriteString("ronde: 1\nid: " + id + "\norganisation: " + organisation + "\nname: " + id + "\nlayout: long\nindicator: " + indicator + "\n")
	text := strings.Join(more, "\n") + "\n"
	if !strings.Contains(text, "delivers:") {
		b.WriteString("delivers: increment\n")
	}
	if !strings.Contains(text, "rhythm:") {
		b.WriteString("rhythm: monthly\n")
	}
	b.WriteString(text + "columns:\n  - {name: period, is: period}\n  - {name: value, is: value}\n")
	for _, d := range dimensions {
		b.WriteString("  - {name: " + d + ", is: dimension, dimension: " + d + "}\n")
	}
	return "data/datasets/" + id + ".yaml", b.String()
}

// Drop makes a drop from the lines of its rows. id is as drop.ParseID reads it.
func Drop(t testing.TB, book *codebook.Codebook, id, received, rows string) *drop.Drop {
	t.Helper()
	parsed, err := drop.ParseID(id)
	if err != nil {
		t.Fatal(err)
	}
	contract, ok := book.Contract(parsed.Dataset)
	if !ok {
		t.Fatalf("no contract %s", parsed.Dataset)
	}
	d := &drop.Drop{ID: parsed, Contract: contract, Complete: true}
	d.Description.Received = source.At[period.Date]{Value: date(t, received), Span: diag.Span{File: parsed.DescriptionPath(), Line: 2, Column: 11}}
	line := 1
	for text := range strings.Lines(rows) {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		line++
		d.Observations = append(d.Observations, drop.Delivered{
			Observation: Observation(t, text),
			At:          source.PlaceOf(diag.Span{File: parsed.Path(), Line: line, Column: 3}),
		})
	}
	return d
}

// Observation reads one row.
func Observation(t testing.TB, text string) observation.Observation {
	t.Helper()
	words := strings.Fields(text)
	n := 1
	if len(words) > 1 {
		if _, err := period.Parse(words[1]); err != nil {
			n = 2
		}
	}
	if len(words) < n+2 {
		t.Fatalf("%q is not a row", text)
	}
	o := observation.Observation{Key: Key(t, strings.Join(words[:n+1], " "))}
	value := words[n+1]
	for q, sign := range map[observation.Qualifier]string{observation.Lower: ">", observation.Upper: "<", observation.About: "~"} {
		if rest, ok := strings.CutPrefix(value, sign); ok {
			o.Qualifier, value = q, rest
		}
	}
	var err error
	if value != "-" {
		o.HasValue = true
		if o.Value, err = number.Parse(value); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	}
	if o.Status, err = observation.ParseStatus(strings.Join(words[n+2:], " ")); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return o
}

// Key reads a key as messages write it.
func Key(t testing.TB, text string) observation.Key {
	t.Helper()
	words := strings.Fields(text)
	p, err := period.Parse(words[len(words)-1])
	if err != nil || len(words) > 3 {
		t.Fatalf("%q is not a key", text)
	}
	k := observation.Key{Series: observation.Series{Indicator: words[0]}, Period: p}
	if len(words) == 3 {
		k.Codes = observation.Codes(words[1])
	}
	return k
}

// Sealed gives rows as an opened edition gives them.
func Sealed(t testing.TB, rows ...seal.Row) seal.Rows {
	t.Helper()
	id := seal.ReleaseID{Round: period.MonthOf(2022, 7), Number: 1}
	byDataset := map[string][]seal.Row{}
	for _, r := range rows {
		byDataset[r.Dataset] = append(byDataset[r.Dataset], r)
	}
	files := map[string][]byte{}
	for dataset, rows := range byDataset {
		files["data/"+dataset+".csv"] = seal.EncodeData(rows)
	}
	manifest := seal.Manifest{Round: id.Round, Number: id.Number, Released: date(t, "2022-08-20"), Cutoff: date(t, "2022-08-15"), Kind: seal.First, Languages: []string{"en"}}
	fsys := fstest.MapFS{}
	for name, content := range seal.Close(manifest, seal.Inputs{}, files) {
		fsys[id.Dir()+"/"+name] = &fstest.MapFile{Data: content}
	}
	var out diag.List
	sealed, ok := seal.Open(source.NewTree(fsys), id, nil, &out)
	if !ok {
		for _, d := range out.Sorted() {
			t.Errorf("%s: %s", d.Span, d.Title)
		}
		t.FailNow()
	}
	return sealed.Rows()
}

func date(t testing.TB, text string) period.Date {
	t.Helper()
	d, err := period.ParseDate(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return d
}
