package transcribe

import (
	"math/big"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

// A column is one of the table while its cells are written.
type column struct {
	at      int
	name    string
	numbers bool // holds values
	percent bool // and all of them are in per cent

	rounded, shown, scaled example
}

// An example is the first of the numbers that were written otherwise than stored.
type example struct {
	row             int
	stored, written string
	count           int
}

func (e *example) add(row int, stored, written string) {
	if e.count++; e.count == 1 {
		e.row, e.stored, e.written = row, stored, written
	}
}

// rows writes the header and the body.
func (t *table) rows() [][]string {
	columns := make([]column, len(t.columns))
	header := make([]string, len(t.columns))
	for i, at := range t.columns {
		cell := t.header.At(at)
		header[i] = t.text(cell, t.at.Top, false)
		columns[i] = t.column(at, header[i])
		if first := slices.Index(header[:i], header[i]); first >= 0 {
			t.out.Add(diag.SheetColumnTwice(t.span(at, t.at.Top), header[i], source.CellName(t.columns[first], t.at.Top)))
		}
	}
	rows := [][]string{header}
	for _, row := range t.body {
		cells := make([]string, len(columns))
		for i := range columns {
			cells[i] = t.cell(row, &columns[i])
		}
		rows = append(rows, cells)
	}
	for _, c := range columns {
		if e := c.rounded; e.count > 0 {
			t.out.Add(diag.NumbersRounded(t.span(c.at, e.row), e.stored, e.written, number.Places, e.count))
		}
		if e := c.scaled; e.count > 0 {
			t.out.Add(diag.NumbersScaled(t.span(c.at, e.row), e.stored, e.written, e.count))
		}
		if e := c.shown; e.count > 0 {
			t.out.Add(diag.NumbersInPercent(t.span(c.at, e.row), e.stored, e.written, c.name, e.count))
		}
	}
	return rows
}

// column says what a column holds by its name.
func (t *table) column(at int, name string) column {
	c := column{at: at, name: name}
	indicator := t.contract.Indicator.Value
	i := slices.IndexFunc(t.contract.Columns, func(c codebook.Column) bool { return c.Name.Value == name })
	switch {
	case i < 0:
		c.numbers = t.contract.Layout.Value == codebook.PeriodsAcross
	case t.contract.Columns[i].Is.Value == codebook.ValueColumn:
		c.numbers = true
		if own := t.contract.Columns[i].Indicator.Value; own != "" {
			indicator = own
		}
	}
	supplied := t.book.ContractIndicators(t.contract)
	c.percent = !slices.ContainsFunc(supplied, func(i *codebook.Indicator) bool {
		unit := t.book.UnitOf(i)
		return (indicator == "" || i.ID.Value == indicator) && (unit == nil || !unit.Percent)
	})
	return c
}

// cell writes a cell of the body.
func (t *table) cell(row workbook.Row, c *column) string {
	stored := row.At(c.at)
	at := t.span(c.at, row.Number)
	switch {
	case !c.numbers:
		return t.text(stored, row.Number, stored.Formula)
	case stored.Kind == workbook.Dated:
		t.out.Add(diag.CellDated(at, stored.Text, c.name))
		return ""
	case stored.Kind != workbook.Numeric:
		return t.text(stored, row.Number, stored.Formula)
	}
	value, _ := new(big.Rat).SetString(stored.Text)
	written := stored.Text
	if stored.Look == workbook.Percent {
		shown := plain(value.Mul(value, big.NewRat(100, 1)))
		if !c.percent {
			t.out.Add(diag.CellPercent(at, stored.Text, shown, c.name))
			return ""
		}
		c.shown.add(row.Number, stored.Text, shown)
		written = shown
	}
	if scale := stored.Scale; scale.Thousands > 0 && value.Sign() != 0 {
		divided := new(big.Rat).Quo(value, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(1000), big.NewInt(int64(scale.Thousands)), nil)))
		c.scaled.add(row.Number, stored.Text, divided.FloatString(int(scale.Decimals)))
	}
	if rounded := plain(value); rounded != exact(value) {
		c.rounded.add(row.Number, exact(value), rounded)
		written = rounded
	}
	return t.number(written)
}

// plain writes a number with the decimals that are kept, without zeros at the end.
func plain(value *big.Rat) string { return trimZeros(value.FloatString(number.Places)) }

// exact writes a number with all its decimals: it has at most those of a float.
func exact(value *big.Rat) string { return trimZeros(value.FloatString(60)) }

func trimZeros(text string) string {
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

// text writes a cell that need not be a number, and refuses what no delivery can hold.
func (t *table) text(c workbook.Stored, row int, formula bool) string {
	at := t.span(c.Column, row)
	switch c.Kind {
	case workbook.Failed:
		t.out.Add(diag.CellFailed(at, c.Text, formula))
	case workbook.Uncalculated:
		t.out.Add(diag.CellUncalculated(at))
	case workbook.Timed:
		t.out.Add(diag.CellTimed(at))
	case workbook.Undated:
		t.out.Add(diag.CellUndated(at, c.Text))
	case workbook.Boolean:
		t.out.Add(diag.CellBoolean(at, c.Text))
	case workbook.Dated:
		return t.date(c)
	default:
		return strings.TrimSpace(c.Text)
	}
	return ""
}

// date writes a date as the sheet shows it, as a day, a month or a year, in the form that
// the contract declares for it.
func (t *table) date(c workbook.Stored) string {
	declared := t.contract.Dialect.Dates.Value
	year, month, day := c.Text[:4], c.Text[5:7], c.Text[8:]
	switch c.Look {
	case workbook.LikeYear:
		return year
	case workbook.LikeMonth:
		switch declared {
		case "mm/yyyy":
			return month + "/" + year
		case "yyyy/mm":
			return year + "/" + month
		}
		return year + "-" + month
	}
	switch declared {
	case "dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy":
		return day + declared[2:3] + month + declared[2:3] + year
	}
	return c.Text
}

// decimal is the declared decimal sign; the one that does not group thousands where only
// those are declared; else a point.
func (t *table) decimal() string {
	dialect := t.contract.Dialect
	switch {
	case dialect.Decimal.IsSet():
		return dialect.Decimal.Value
	case dialect.Thousands.Value == ".":
		return ","
	}
	return "."
}

// number writes digits with the decimal sign of the file. Where that is not declared, a
// zero behind three decimals says that they are no thousands.
func (t *table) number(digits string) string {
	whole, decimals, point := strings.Cut(digits, ".")
	if !point {
		return digits
	}
	if len(decimals) == 3 && !t.contract.Dialect.Decimal.IsSet() {
		decimals += "0"
	}
	return whole + t.decimal() + decimals
}
