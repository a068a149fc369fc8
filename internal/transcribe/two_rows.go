package transcribe

import (
	"slices"
	"strings"

	"ronde/internal/workbook"
)

// A header of two rows, such as a group of columns above their names, is not read: how the
// two make one name is for people to say.

// twoRows finds two rows, one below the other, that together hold the names that are
// needed: each in one of them, or in both, one above the other.
func (t *table) twoRows(needed []string) (upper, lower int, ok bool) {
	rows := t.Grid.Rows
	for i := 1; i < len(rows); i++ {
		above, below := rows[i-1], rows[i]
		if above.Number < t.area.Top || below.Number > t.area.Bottom || below.Number != above.Number+1 {
			continue
		}
		names := append(t.names(above), t.names(below)...)
		for _, c := range below.Cells {
			names = append(names, t.group(above, c.Column)+" "+t.name(c))
		}
		if !slices.ContainsFunc(needed, func(name string) bool { return !slices.Contains(names, name) }) {
			return above.Number, below.Number, true
		}
	}
	return 0, 0, false
}

// group is the name in a row that stands above a column, be it that it is merged across
// several.
func (t *table) group(row workbook.Row, column int) string {
	for _, m := range t.Grid.Merged {
		if m.Meets(workbook.Range{Left: column, Top: row.Number, Right: column, Bottom: row.Number}) {
			return t.name(row.At(m.Left))
		}
	}
	return t.name(row.At(column))
}

// above is what stands in the row above the header.
func (t *table) above(column int) string {
	for _, row := range t.Grid.Rows {
		if row.Number == t.at.Top-1 {
			return strings.TrimSpace(t.group(row, column))
		}
	}
	return ""
}
