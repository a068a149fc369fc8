package workbook

import (
	"cmp"
	"slices"
	"strings"

	"ronde/internal/source"
)

// A Kind is what a cell holds.
type Kind uint8

const (
	Empty        Kind = iota
	Written           // a text
	Numeric           // Text are its digits, with a point before decimals
	Dated             // Text is the day, 2022-07-01
	Timed             // a moment, or a time of day
	Undated           // a number that looks like a day and is none; Text are its digits
	Boolean           // Text is TRUE or FALSE
	Failed            // Text is the error: #N/A
	Uncalculated      // a formula whose value the file does not hold
)

// A Stored cell is what a sheet holds in one place.
type Stored struct {
	Column  int // from 1
	Kind    Kind
	Look    Look  // of a number, a date
	Scale   Scale // of a number
	Formula bool  // the value is that which the program stored when it last calculated
	Text    string
}

// A Row of a sheet holds the cells that are not empty, from left to right.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Stored
}

// At is the cell in a column; an empty one where there is none.
func (r *Row) At(column int) Stored {
	if i, ok := slices.BinarySearchFunc(r.Cells, column, func(c Stored, column int) int { return cmp.Compare(c.Column, column) }); ok {
		return r.Cells[i]
	}
	return Stored{Column: column}
}

// A Range is a rectangle of cells. Rows and columns count from 1, both ends included.
type Range struct{ Left, Top, Right, Bottom int }

// String is the range as a spreadsheet names it: B4:F20.
func (r Range) String() string {
	return source.CellName(r.Left, r.Top) + ":" + source.CellName(r.Right, r.Bottom)
}

// Meets reports whether two ranges have a cell in common.
func (r Range) Meets(other Range) bool {
	return r.Left <= other.Right && other.Left <= r.Right && r.Top <= other.Bottom && other.Top <= r.Bottom
}

// A Grid is a sheet.
type Grid struct {
	Rows          []Row // with cells, or hidden; from the top
	Merged        []Range
	hiddenColumns []Range // of which only left and right count
}

// Used is the smallest range with all cells; ok is false for an empty sheet.
func (g *Grid) Used() (r Range, ok bool) {
	for _, row := range g.Rows {
		if len(row.Cells) == 0 {
			continue
		}
		left, right := row.Cells[0].Column, row.Cells[len(row.Cells)-1].Column
		if !ok {
			r, ok = Range{left, row.Number, right, row.Number}, true
		}
		r.Left, r.Right, r.Bottom = min(r.Left, left), max(r.Right, right), row.Number
	}
	return r, ok
}

// ColumnHidden reports whether a column is hidden.
func (g *Grid) ColumnHidden(column int) bool {
	return slices.ContainsFunc(g.hiddenColumns, func(r Range) bool { return r.Left <= column && column <= r.Right })
}

// ParseRange reads B4:F20, from any corner to the one opposite, and a single cell.
func ParseRange(text string) (r Range, ok bool) {
	from, to, found := strings.Cut(strings.TrimSpace(text), ":")
	if !found {
		to = from
	}
	a, b, okFrom := source.ParseCell(from)
	c, d, okTo := source.ParseCell(to)
	return Range{min(a, c), min(b, d), max(a, c), max(b, d)}, okFrom && okTo
}
