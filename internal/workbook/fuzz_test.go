package workbook

import (
	"errors"
	"strings"
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/workbook/workbooktest"
)

// FuzzRead reads any bytes as the parts of a workbook: it never panics, every error is a
// refusal, and what is read stands in order and is what its kind says.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"sheet S\nA1 text maand\nB1 inline a_x0041_\nA2 month 44743\nB2 number 1.5E-3\nC2 formula 12 SUM(A1:A2)\nmerge A5:B6",
		"date1904\nsheet S\nhide row 2\nhide column C\nA2 day 60\nB2 error #N/A\nC2 boolean 1\nD2 words x A1\nE2 uncalculated A1\nF2 percent 0.29",
	} {
		parts, err := workbooktest.Parts(text)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(partOf(parts, sheetPart), partOf(parts, stringsPart), partOf(parts, stylesPart), partOf(parts, bookPart))
	}
	base, err := workbooktest.Parts("sheet S")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, sheet, shared, styles, list string) {
		given := map[string]string{sheetPart: sheet, stringsPart: shared, stylesPart: styles, bookPart: list}
		parts := make([][2]string, len(base))
		for i, p := range base {
			if content, ours := given[p[0]]; ours {
				p[1] = content
			}
			parts[i] = p
		}
		content, err := workbooktest.Pack(parts)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Open(content)
		if err != nil {
			refused(t, err)
			return
		}
		for _, listed := range b.Sheets {
			g, err := b.Read(listed)
			if err != nil {
				refused(t, err)
				continue
			}
			last := 0
			for _, row := range g.Rows {
				if row.Number <= last {
					t.Errorf("row %d stands behind row %d", row.Number, last)
				}
				last = row.Number
				for i, c := range row.Cells {
					if i > 0 && c.Column <= row.Cells[i-1].Column {
						t.Errorf("column %d stands behind column %d", c.Column, row.Cells[i-1].Column)
					}
					checkKind(t, c)
				}
			}
		}
	})
}

const (
	sheetPart   = "xl/worksheets/sheet1.xml"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
	bookPart    = "xl/workbook.xml"
)

func partOf(parts [][2]string, name string) string {
	for _, p := range parts {
		if p[0] == name {
			return p[1]
		}
	}
	return ""
}

func refused(t *testing.T, err error) {
	if why := Refusal(""); !errors.As(err, &why) {
		t.Errorf("%v is no refusal", err)
	}
}

func checkKind(t *testing.T, c Stored) {
	switch c.Kind {
	case Empty:
		t.Error("an empty cell was kept")
	case Dated:
		if _, err := period.ParseDate(c.Text); err != nil {
			t.Errorf("%q is no day", c.Text)
		}
	case Numeric:
		if _, err := number.Parse(c.Text); errors.Is(err, number.ErrSyntax) || len(strings.Trim(c.Text, "-.0")) > 16 {
			t.Errorf("%q are no digits of a number", c.Text)
		}
	}
}
