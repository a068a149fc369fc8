package transcribe

import (
	"slices"
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

// A table is a sheet while its table is found and read.
type table struct {
	Sheet
	book     *codebook.Codebook
	contract *codebook.Contract
	out      *diag.List

	area    workbook.Range // in which the table is looked for
	header  workbook.Row
	at      workbook.Range // of the table, header included
	columns []int          // of the table that are taken
	body    []workbook.Row // below the header that are taken
	skipped []drop.Skipped
}

// span is the place of a cell in the sheet.
func (t *table) span(column, row int) diag.Span {
	name := t.Name
	if strings.ContainsFunc(name, func(r rune) bool { return r == ' ' || r == '\'' || r == '-' }) {
		name = "'" + strings.ReplaceAll(name, "'", "''") + "'"
	}
	return diag.Span{File: t.File, Line: row, Column: column, Cell: name + "!" + source.CellName(column, row)}
}

// find finds header, columns and last row.
func (t *table) find() bool {
	used, any := t.Grid.Used()
	t.area = used
	if t.Range != nil {
		any = any && t.Range.Meets(used)
		t.area = *t.Range
	}
	if !any {
		cells := ""
		if t.Range != nil {
			cells = t.Range.String()
		}
		t.out.Add(diag.SheetEmpty(t.File, t.Name, cells))
		return false
	}
	return t.findHeader() && t.findColumns() && t.findRows()
}

// needed are the names that every file of the dataset has.
func (t *table) needed() []string {
	var names []string
	for _, c := range t.contract.Columns {
		if !c.Optional {
			names = append(names, c.Name.Value)
		}
	}
	return names
}

// known reports whether the contract names a column so.
func (t *table) known(name string) bool {
	return slices.ContainsFunc(t.contract.Columns, func(c codebook.Column) bool { return c.Name.Value == name })
}

// findHeader takes the row that was named, or the one row that holds all needed names.
func (t *table) findHeader() bool {
	needed := t.needed()
	var found []workbook.Row
	var nearest workbook.Row
	most := 0
	for _, row := range t.Grid.Rows {
		if row.Number < t.area.Top || row.Number > t.area.Bottom || t.Header != 0 && row.Number != t.Header {
			continue
		}
		names, holds, near := t.names(row), 0, 0
		for _, name := range needed {
			if slices.Contains(names, name) {
				holds++
			}
			if slices.ContainsFunc(names, func(n string) bool { return alike(n, name) }) {
				near++
			}
		}
		switch {
		case holds == len(needed) && (holds > 0 || t.Header != 0):
			found = append(found, row)
		case near > most:
			nearest, most = row, near
		}
	}
	contractAt := t.contract.Columns[0].Name.Span
	switch {
	case len(found) == 1:
		t.header = found[0]
		return true
	case len(found) > 1:
		rows := make([]int, len(found))
		for i, r := range found {
			rows[i] = r.Number
		}
		t.out.Add(diag.SheetHeaderTwice(t.File, t.Name, rows))
	case t.Header != 0 && most == 0:
		t.out.Add(diag.SheetHeaderRow(t.File, t.Header, needed, contractAt))
	default:
		has := t.names(nearest)
		lacks := slices.DeleteFunc(needed, func(name string) bool { return slices.Contains(has, name) })
		has = slices.DeleteFunc(has, func(name string) bool { return name == "" || t.known(name) })
		d := diag.SheetHeader(t.File, t.Name, t.needed(), nearest.Number, lacks, has, contractAt)
		if upper, lower, ok := t.twoRows(t.needed()); ok {
			d = d.OfTwoRows(upper, lower)
		}
		t.out.Add(d)
	}
	return false
}

// alike reports whether two names differ in capitals, spaces and line ends only.
func alike(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// names are the texts of a row within the area.
func (t *table) names(row workbook.Row) []string {
	var names []string
	for _, c := range row.Cells {
		if t.area.Left <= c.Column && c.Column <= t.area.Right {
			names = append(names, t.name(c))
		}
	}
	return names
}

// name is a cell as the name of a column: the headers of layout periods-across may be
// dates.
func (t *table) name(c workbook.Stored) string {
	if c.Kind == workbook.Dated {
		return t.date(c)
	}
	return strings.TrimSpace(c.Text)
}

// findColumns takes the columns around those that the contract names: the table ends at a
// column without a name, unless the contract names one beyond it.
func (t *table) findColumns() bool {
	named := map[int]bool{}
	left, right := 0, 0
	for _, c := range t.header.Cells {
		if c.Column < t.area.Left || c.Column > t.area.Right {
			continue
		}
		name := t.name(c)
		named[c.Column] = name != ""
		if t.known(name) {
			if left == 0 {
				left = c.Column
			}
			right = c.Column
		}
	}
	for named[left-1] {
		left--
	}
	for named[right+1] {
		right++
	}
	if t.Range != nil {
		left, right = t.area.Left, t.area.Right
	}
	t.at = workbook.Range{Left: left, Top: t.header.Number, Right: right, Bottom: t.header.Number}
	for column := left; column <= right; column++ {
		if named[column] {
			t.columns = append(t.columns, column)
		}
	}
	return true
}

// filled reports whether a row has a cell in the columns of the table.
func (t *table) filled(row workbook.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c workbook.Stored) bool {
		return t.at.Left <= c.Column && c.Column <= t.at.Right && (strings.TrimSpace(c.Text) != "" || c.Kind == workbook.Uncalculated)
	})
}

// findRows takes the rows below the header up to an empty one, and says what lies below
// that: rows that have all that the table needs are its continuation.
func (t *table) findRows() bool {
	ended := 0 // the empty row
	var below []workbook.Row
	for _, row := range t.Grid.Rows {
		if row.Number <= t.header.Number || row.Number > t.area.Bottom || !t.filled(row) {
			continue
		}
		if ended == 0 && row.Number > t.at.Bottom+1 {
			ended = t.at.Bottom + 1
		}
		if ended > 0 {
			below = append(below, row)
			continue
		}
		t.at.Bottom = row.Number
		t.body = append(t.body, row)
	}
	for _, row := range below {
		if t.whole(row) {
			t.out.Add(diag.SheetGap(t.span(t.at.Left, row.Number), ended))
			return false
		}
	}
	if len(below) > 0 {
		t.reportBelow(below)
	}
	return true
}

// whole reports whether a row has a cell in every column that the contract needs, as rows
// of the table have, and a remark or a total has not.
func (t *table) whole(row workbook.Row) bool {
	for _, column := range t.columns {
		cell := t.header.At(column)
		for _, c := range t.contract.Columns {
			if c.Name.Value == t.name(cell) && !c.Optional && c.Is.Value != codebook.NoteColumn && strings.TrimSpace(row.At(column).Text) == "" {
				return false
			}
		}
	}
	return true
}

func (t *table) reportBelow(below []workbook.Row) {
	first := t.first(below[0], t.at.Left, t.at.Right)
	var rows []int
	for _, row := range below {
		rows = append(rows, row.Number)
	}
	t.out.Add(diag.SheetBelow(t.span(first.Column, below[0].Number), diag.SheetRows(runs(rows, strconv.Itoa), len(rows)), first.Text))
}

// first is the first cell of a row between two columns, which holds one.
func (t *table) first(row workbook.Row, left, right int) workbook.Stored {
	for _, c := range row.Cells {
		if left <= c.Column && c.Column <= right {
			return c
		}
	}
	return workbook.Stored{}
}
