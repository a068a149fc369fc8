package transcribe

import (
	"testing"

	"ronde/internal/diag"
	"ronde/internal/workbook"
	"ronde/internal/workbook/workbooktest"
)

// The table of a sheet is found without a contract: below titles and notes, with dates as
// names of columns too, and no further than an empty row. Digits are those that count.
func TestSample(t *testing.T) {
	for _, test := range []struct {
		name, cells string
		header      int
		want        string
	}{
		{"a title above, a total below", "A1 text Arrivals\nA3 text month\nB3 text area\nC3 text value\nA4 month 44743\nB4 text a, b\nC4 number 2.9749999999999999E3\nA6 text Total\nC6 number 3", 0,
			"month,area,value\n2022-07,\"a, b\",2975\n"},
		{"months as names", "A1 text area\nB1 month 44713\nC1 month 44743\nA2 text BE\nB2 number 1.5\nC2 number 3", 0,
			"area,2022-06,2022-07\nBE,1.5,3\n"},
		{"notes of two cells above", "A1 text Source\nB1 text Statistics\nA2 text month\nB2 text value\nA3 day 44743\nB3 number 3", 0,
			"month,value\n2022-07-01,3\n"},
		{"years as names, whose row is said", "A1 text area\nB1 number 2021\nA2 text BE\nB2 number 3", 1,
			"area,2021\nBE,3\n"},
		{"text among numbers", "A1 text month\nB1 text value\nA2 month 44743\nB2 number 3\nA3 month 44774\nB3 text <5", 0,
			"month,value\n2022-07,3\n2022-08,<5\n"},
		{"no numbers", "A1 text month\nB1 text area", 0, ""},
		{"merged", "A1 text month\nB1 text value\nA2 month 44743\nB2 number 3\nmerge A2:A3", 0, ""},
	} {
		content, err := workbooktest.XLSX("sheet One\n" + test.cells + "\n")
		if err != nil {
			t.Fatal(test.name, err)
		}
		book, err := workbook.Open(content)
		if err != nil {
			t.Fatal(test.name, err)
		}
		grid, err := book.Read(book.Sheets[0])
		if err != nil {
			t.Fatal(test.name, err)
		}
		var out diag.List
		got := string(Sample(Sheet{File: "a.xlsx", Name: "One", Grid: grid, Header: test.header}, &out))
		if got != test.want || (test.want == "") != (out.Errors() > 0) {
			t.Errorf("%s: %q, want %q; %v", test.name, got, test.want, out.Sorted())
		}
	}
}
