package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
)

// What is written under a declaration is read under it.
func TestWriteTable(t *testing.T) {
	rows := [][]string{
		{"maand", "opmerking", "attesten"},
		{"2022-07", "België; \"a\", b\tc\nd", "3.159,5"},
		{"2022-08", "", "0"},
		{"", "“œ€”", "-1"},
	}
	for _, encoding := range []string{"", "utf-8", "utf-16", "windows-1252"} {
		for _, separator := range []string{"", ",", ";", "tab"} {
			declared := Declared{Encoding: encoding, Separator: separator, Headers: rows[0]}
			content, foreign := WriteTable(rows, declared)
			if foreign != 0 {
				t.Fatalf("%v: %q is foreign", declared, foreign)
			}
			var found diag.List
			table, ok := ReadTable(&File{Path: "a.csv", Content: content}, declared, &found)
			if !ok {
				t.Errorf("%v: %v", declared, found.Sorted())
				continue
			}
			got := [][]string{table.Header}
			for row := range table.Len() {
				var cells []string
				for col := range table.Header {
					cells = append(cells, table.Cell(row, col))
				}
				got = append(got, cells)
			}
			if diff := cmp.Diff(rows, got); diff != "" {
				t.Errorf("%v: %s", declared, diff)
			}
		}
	}
	if _, foreign := WriteTable([][]string{{"Łódź"}}, Declared{Encoding: "windows-1252"}); foreign != 'Ł' {
		t.Errorf("%q is foreign", foreign)
	}
}

func TestParseCell(t *testing.T) {
	for _, column := range []int{1, 26, 27, 702, 703, LastColumn} {
		for _, row := range []int{1, 17, LastRow} {
			if c, r, ok := ParseCell(CellName(column, row)); !ok || c != column || r != row {
				t.Errorf("%s was read as %d, %d, %v", CellName(column, row), c, r, ok)
			}
		}
	}
	if c, r, ok := ParseCell("$d$17"); !ok || c != 4 || r != 17 {
		t.Errorf("$d$17 was read as %d, %d, %v", c, r, ok)
	}
	for _, name := range []string{"", "D", "17", "D0", "D017", "D-1", "D1048577", "XFE1", "AAAA1", "D 17", "D17 "} {
		if c, r, ok := ParseCell(name); ok {
			t.Errorf("%q was read as %d, %d", name, c, r)
		}
	}
}
