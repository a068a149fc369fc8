package drop

import (
	"fmt"
	"strings"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

// A column is told by all of its cells: a year may be a number, and a mark among numbers is
// one as long as most are numbers.
func TestReadSample(t *testing.T) {
	const text = "maand;jaar;nummer;aantal;deel;naam;leeg;half;2022-07\n" +
		"07/2022;2022;3159;<5;1,5;België;;2022-07;1\n" +
		"08/2022;2022;3160;1.234.567;2,5;Frankrijk;;;2\n" +
		"09/2022;2022;21;x;>3;België;;2022-09;3\n" +
		"10/2022;2022;22;4;4;België;;2022-10;3\n"
	var out diag.List
	s, ok := ReadSample(&source.File{Path: "a.csv", Content: []byte(text)}, codebook.Dialect{}, &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	want := []string{
		"maand 4 periods, 0 numbers, as mm/yyyy", "jaar 1 periods, 4 numbers, whole", "nummer 0 periods, 4 numbers, whole",
		"aantal 0 periods, 2 numbers, whole, marks <5 x", "deel 0 periods, 4 numbers, bounds", "naam 0 periods, 0 numbers",
		"leeg 0 periods, 0 numbers", "half 0 periods, 0 numbers", "2022-07 0 periods, 4 numbers, whole, headed 2022-07",
	}
	for i, c := range s.Columns {
		got := fmt.Sprintf("%s %d periods, %d numbers", c.Name, len(c.Periods), c.Numbers)
		if c.IsNumber() && c.Whole {
			got += ", whole"
		}
		if c.Bounds {
			got += ", bounds"
		}
		if len(c.Marks) > 0 {
			got += ", marks " + strings.Join(c.Marks, " ")
		}
		if !c.Header.IsZero() {
			got += ", headed " + c.Header.String()
		}
		if c.Dates != "" {
			got += ", as " + c.Dates
		}
		if got != want[i] {
			t.Errorf("%s, want %s", got, want[i])
		}
	}
	if s.Decimal != "," || s.Thousands != "." || s.NumberDoubt != "" || s.ASCII {
		t.Errorf("the dialect is %+v", *s)
	}
}

// What only a contract could say is read with the day first, and told as a doubt; two ways to
// write days in one column are none.
func TestReadPeriods(t *testing.T) {
	for _, test := range []struct {
		texts      string
		want, form string
		doubtful   bool
	}{
		{"03/04/2022 04/04/2022", "2022-04-03 2022-04-04", "dd/mm/yyyy", true},
		{"03/04/2022 13/04/2022", "2022-04-03 2022-04-13", "dd/mm/yyyy", false},
		{"03.04.2022", "2022-04-03", "dd.mm.yyyy", false},
		{"2022-04-03 2022-Q2", "2022-04-03 2022-Q2", "", false},
		{"04/13/2022", "", "", false},
		{"03/04/2022 03-04-2022", "", "", false},
		{"31/02/2022", "", "", false},
	} {
		periods, form, doubt := readPeriods(strings.Fields(test.texts), codebook.Dialect{})
		var got []string
		for _, p := range periods {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != test.want || form != test.form || (doubt != "") != test.doubtful {
			t.Errorf("%s is %s, written as %q, in doubt because %q", test.texts, got, form, doubt)
		}
	}
}
