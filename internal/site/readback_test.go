package site_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"iter"
	"math/rand/v2"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/disclose"
)

// awkward are remarks that a file or a spreadsheet could take for something else.
var awkward = []string{
	"", "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''=1", "'s avonds", "'", "=", "\tx", " x ", "a\nb", "\na", `a "b", c`, `"`, "a;b,c\td", "#N/A", "TRUE", "0123", "1e5",
	"2022-07", "_x0041_", "_x000D_", "<b>&amp;]]>", "é\u00a0€", "\u200bx", "https://example.org/", "-", "\\", "%d", strings.Repeat("lang ", 80),
}

// awkwardWorld is a site whose labels and remarks are awkward and whose values have
// every status, below zero and with all their decimals; the second report revises
// and withdraws what the first one said.
func awkwardWorld(t testing.TB, r *rand.Rand) *world {
	t.Helper()
	w := newWorld(t, map[string]string{
		"ronde.yaml":              "ronde: 1\ntitle: {nl: Saldi, en: Balances}\nlanguages: [nl, en]\n",
		"data/organisations.yaml": "ronde: 1\norganisations:\n  - {id: dvz, name: '=DVZ'}\n",
		"data/indicators.yaml": `ronde: 1
units: [{id: points, label: {nl: "-punten", en: "=points"}}]
indicators:
  - {id: balance, name: {nl: "@saldo", en: "+balance"}, definition: D, unit: points, decimals: 2, measure: flow, dimensions: {geo: geo, sex: sex}}
`,
		"data/codelists/geo.yaml": "ronde: 1\nid: geo\nname: Plaats\ntotal: BE\ncodes:\n  - {code: BE, label: België}\n  - {code: -A, label: \"'=A\"}\n  - {code: B, label: \"\\\"b\\\", c\"}\n",
		"data/codelists/sex.yaml": "ronde: 1\nid: sex\nname: '-'\ntotal: _T\ncodes:\n  - {code: _T, label: T}\n  - {code: F, label: '=F'}\n",
		"data/datasets/balance.yaml": `ronde: 1
id: balance
organisation: dvz
name: {nl: "=Saldo", en: "@Balance"}
delivers: increment
rhythm: monthly
from: 2021-12
layout: long
indicator: balance
dialect: {separator: ",", decimal: ".", encoding: utf-8}
columns:
  - {name: month, is: period}
  - {name: geo, is: dimension, dimension: geo}
  - {name: sex, is: dimension, dimension: sex}
  - {name: value, is: value}
  - {name: status, is: status}
  - {name: qualifier, is: qualifier}
  - {name: note, is: note}
`,
		"data/drops/2022-07/dvz/balance.csv":   randomDrop(t, r),
		"data/drops/2022-07/dvz/balance.yaml":  "ronde: 1\nreceived: 2022-08-03\nvintage: reconstructed\nsource_date: 2022-09-01\nrule: R\n",
		"data/drops/2022-08/dvz/balance.csv":   randomDrop(t, r),
		"data/drops/2022-08/dvz/balance.yaml":  "ronde: 1\nreceived: 2022-09-03\nchanged: C\nwithdrawn: [{indicator: balance, period: 2021-12, where: {geo: B, sex: F}}]\n",
		"content/reports/2022-07/report.yaml":  "ronde: 1\ncutoff: 2022-08-25\n",
		"content/reports/2022-07/report.nl.md": "Tekst.\n",
		"content/reports/2022-08/report.yaml":  "ronde: 1\ncutoff: 2022-09-25\n",
		"content/reports/2022-08/report.nl.md": "Tekst.\n",
	})
	w.write("data/drops/2022-07/dvz/balance.csv", string(w.files["data/drops/2022-07/dvz/balance.csv"].Data)+"2021-12,B,F,5,,,\n")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-30")
	return w
}

// randomDrop is a delivery of some of the months of half a year.
func randomDrop(t testing.TB, r *rand.Rand) string {
	t.Helper()
	var b strings.Builder
	w := csv.NewWriter(&b)
	rows := [][]string{{"month", "geo", "sex", "value", "status", "qualifier", "note"}}
	for month := range 6 {
		for _, geo := range []string{"-A", "B"} {
			for _, sex := range []string{"_T", "F"} {
				row := []string{fmt.Sprintf("2022-%02d", month+1), geo, sex, "", []string{"Q", "O", "M", "L"}[r.IntN(4)], "", awkward[r.IntN(len(awkward))]}
				if r.IntN(3) > 0 {
					limit := []int64{1, 10, 1e6, 1e9}[r.IntN(4)]
					value := fmt.Sprintf("%d.%06d", r.Int64N(2*limit)-limit, r.IntN(1e6))
					row[3] = value[:len(value)-[]int{0, 3, 7}[r.IntN(3)]] // six digits, three, or none behind the point
					row[4] = []string{"", "P", "E B", "A"}[r.IntN(4)]
					row[5] = []string{"", "", "lower", "upper", "about"}[r.IntN(5)]
				}
				if r.IntN(4) > 0 {
					rows = append(rows, row)
				}
			}
		}
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// said is what a file says of an observation.
type said struct {
	period, indicator, geo, sex, value, status, qualifier, vintage, note, drop, received, removed string
}

// asSaid gives observations as a file is to say them.
func asSaid(rows iter.Seq[disclose.Observation], newest bool) (all []said) {
	for x := range rows {
		if newest && x.Removed() {
			continue
		}
		codes := x.Key().Codes.Split()
		s := said{
			period: x.Key().Period.String(), indicator: x.Key().Indicator, geo: codes[0], sex: codes[1], status: x.Status().String(),
			qualifier: x.Qualifier().String(), note: x.Note(), drop: x.Drop().String(), received: x.Received().String(),
		}
		if v, has := x.Value(); has {
			s.value = v.String()
		}
		if x.Reconstructed() {
			s.vintage = "reconstructed"
		}
		if x.Removed() {
			s.removed = "yes"
		}
		all = append(all, s)
	}
	return all
}

// inOrder sorts what files say: that of an indicator has another order than that of
// a dataset.
func inOrder(all []said) []said {
	return slices.SortedFunc(slices.Values(all), func(a, b said) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
}

// asText takes away the apostrophe that keeps a spreadsheet from computing a cell.
func asText(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.IndexAny(strings.TrimLeft(rest, "'"), "=+-@\t\r\n") == 0 {
		return rest
	}
	return cell
}

// readCSV reads a file of observations.
func readCSV(t testing.TB, content []byte) (all []said) {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range records[0] {
		column[name] = i
	}
	for _, r := range records[1:] {
		for i, cell := range r {
			if i != column["value"] && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would compute %q", cell)
			}
		}
		s := said{
			period: r[column["period"]], indicator: r[column["indicator"]], geo: asText(r[column["geo"]]), sex: asText(r[column["sex"]]), value: r[column["value"]],
			status: r[column["status"]], qualifier: r[column["qualifier"]], vintage: r[column["vintage"]], note: asText(r[column["note"]]),
			drop: r[column["drop"]], received: r[column["received"]],
		}
		if i, ok := column["removed"]; ok {
			s.removed = r[i]
		}
		all = append(all, s)
	}
	return all
}

// What the site offers of a dataset and of an indicator is read back as the
// observations that it was made from, in every language, in both formats.
func TestDownloadsAreReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	for range 12 {
		w := awkwardWorld(t, r)
		s := w.site("2022-10-01")
		all := outputs(t, s)
		newest := asSaid(s.Archive.Table.Observations().Rows(), true)
		var vintages []said
		for i := range s.Archive.Editions {
			vintages = append(vintages, asSaid(s.Archive.Published(i).Rows(), false)...)
		}
		if len(newest) == 0 || len(vintages) <= len(newest) {
			t.Fatalf("%d observations, %d vintages", len(newest), len(vintages))
		}
		for _, lang := range []string{"nl", "en"} {
			data, indicator := lang+"/data/balance/balance", lang+"/indicators/balance/balance"
			for file, want := range map[string][]said{data + ".csv": newest, data + "-vintages.csv": vintages, indicator + ".csv": newest, indicator + "-vintages.csv": vintages} {
				if diff := cmp.Diff(inOrder(want), inOrder(readCSV(t, all[file].Content)), cmp.AllowUnexported(said{})); diff != "" {
					t.Errorf("%s (-observations +file):\n%s", file, diff)
				}
			}
			book := bookAt(t, all, data+"-"+lang+".xlsx")
			sheets := book.GetSheetList()
			for i, want := range [][]said{newest, vintages} {
				rows := rowsOf(t, book, sheets[len(sheets)-2+i])[3:]
				if diff := cmp.Diff(inBook(want), fromBook(rows)); diff != "" {
					t.Errorf("%s, %s (-observations +sheet):\n%s", path.Base(data), sheets[len(sheets)-2+i], diff)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

// inBook gives what a sheet is to say of observations, in columns that are the same
// in every language: a spreadsheet holds 15 digits, and nothing in
// a table is left empty.
func inBook(all []said) (rows [][]string) {
	for _, s := range all {
		value, status := "", s.status
		if f, err := strconv.ParseFloat(s.value, 64); err == nil {
			value = strconv.FormatFloat(f, 'g', -1, 64)
		}
		if status == "" {
			status = "A"
		}
		rows = append(rows, []string{s.period, s.indicator, s.geo, s.sex, value, status, s.note, s.drop, s.received})
	}
	return rows
}

func fromBook(sheet [][]string) (rows [][]string) {
	for _, r := range sheet {
		value, note := "", r[14]
		if f, err := strconv.ParseFloat(r[8], 64); err == nil {
			value = strconv.FormatFloat(f, 'g', -1, 64)
		}
		if slices.Contains([]string{"geen opmerking", "no remark"}, note) {
			note = ""
		}
		rows = append(rows, []string{r[0], r[2], r[4], r[6], value, r[10], note, r[15], r[16]})
	}
	return rows
}
