package site_test

import (
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"strings"
	"testing"

	"ronde/internal/site"
)

// An interactiveFile is as much of the option of a figure as is compared with its
// table.
type interactiveFile struct {
	Said         []string
	Wide, Narrow struct{ Tips []string }
}

// longWorld is the small world with a year and a half of months: provisional,
// missing, about, more than, and shares in per cent.
func longWorld(t *testing.T) *world {
	w := smallWorld(t)
	w.replace("data/datasets/attestations.yaml", "from: 2022-05", "from: 2021-03\nqualifiers: true")
	w.replace("data/datasets/referrals.yaml", "from: 2022-07", "from: 2021-03\nqualifiers: true")
	attestations, referrals := "maand;gebied;attesten;status\n", "month,area,referrals\n"
	values := strings.Fields("1.200 1.250 O 1.310 >1.300 1.280 ~1.400 1.390 1.450 0 1.100 1.700 2.100 9.800 7.278 4.120 3.159")
	for i, v := range values {
		at := month(t, "2021-03").Next(i).String()
		if v == "O" {
			attestations += at + ";BE;;O\n"
		} else {
			attestations += at + ";BE;" + v + ";\n"
		}
		referrals += fmt.Sprintf("%s,BE,%d\n%s,BE-VLG,%d\n", at, 100+7*i, at, 60+3*i)
	}
	w.write("data/drops/2022-07/dvz/attestations.csv", attestations)
	w.write("data/drops/2022-07/fedasil/referrals.csv", referrals)
	w.replace("content/reports/figures.yaml", "  - id: regions\n", `  - id: two
    kind: line
    series: [{indicator: attestations}, {indicator: referrals}]
    periods: {from: 2021-03, until: round}
  - id: long
    kind: column
    series: [{indicator: attestations}]
    periods: {from: 2021-03, until: round}
  - id: regions
`)
	for _, file := range []string{"2022-07/report.nl.md", "2022-07/report.en.md", "2022-08/report.nl.md"} {
		w.replace("content/reports/"+file, "{{figure months}}\n", "{{figure months}}\n\n{{figure two}}\n\n{{figure long}}\n")
	}
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	return w
}

// figuresIn gives the figures of a page, wherever it has them.
func figuresIn(v reflect.Value) []site.Figure {
	if f, ok := v.Interface().(site.Figure); ok {
		return []site.Figure{f}
	}
	var all []site.Figure
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			all = figuresIn(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, figuresIn(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, figuresIn(v.Field(i))...)
		}
	}
	return all
}

// TestOptionsSayWhatTablesSay compares each interactive chart with the table
// beside it, on every page in every language: a place for each row, its name, and
// each value as the table prints it or the meaning of the mark in its place.
func TestOptionsSayWhatTablesSay(t *testing.T) {
	all := outputs(t, longWorld(t).site("2022-10-01"))
	named := map[string]bool{}
	rows := 0
	for at, o := range all {
		if o.Page == nil {
			continue
		}
		interactive := false
		for _, f := range figuresIn(reflect.ValueOf(o.Page)) {
			if f.Option == "" {
				continue
			}
			interactive = true
			file := path.Join(path.Dir(at), f.Option)
			named[file] = true
			var option interactiveFile
			if err := json.Unmarshal(all[file].Content, &option); err != nil {
				t.Fatalf("%s, %s: %v", at, file, err)
			}
			if len(option.Said) != len(f.Table.Rows) {
				t.Fatalf("%s: %d places for %d rows", file, len(option.Said), len(f.Table.Rows))
			}
			for i, row := range f.Table.Rows {
				rows++
				for _, text := range cellTexts(f.Table, row) {
					for _, where := range []string{option.Wide.Tips[i], option.Narrow.Tips[i]} {
						if !strings.Contains(strings.ReplaceAll(where, "\n", " "), text) {
							t.Errorf("%s, %s: the tooltip lacks %q: %q", file, row.Head, text, where)
						}
					}
				}
			}
		}
		if o.Page.Common().Interactive != interactive {
			t.Errorf("%s: Interactive is %t", at, !interactive)
		}
	}
	for at := range all {
		if ext := path.Ext(at); ext == ".json" && strings.Contains(at, "/figure") && !named[at] {
			t.Errorf("no page uses %s", at)
		}
	}
	if rows < 50 || len(named) < 6 {
		t.Errorf("only %d rows of %d options compared", rows, len(named))
	}
}

// cellTexts gives the printed values of a row; of a cell without one, the words
// for why. What a table says beside the values (change, status) is not for a
// chart.
func cellTexts(table *site.Table, row site.Row) []string {
	var all []string
	for i, cell := range row.Cells {
		if table.Columns[i+1].Words || i > 0 && len(row.Cells) == 3 {
			continue // period and status; the change of a single series
		}
		text, _, _ := strings.Cut(cell.Text, "\u00a0[")
		if cell.Style == site.CellAbsent {
			text = fmt.Sprintf("%s %s", cell.Text, cell.Meaning)
		}
		all = append(all, text)
	}
	return all
}
