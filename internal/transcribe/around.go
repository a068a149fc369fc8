package transcribe

import (
	"slices"
	"strconv"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

// merged refuses merged cells of the table.
func (t *table) merged() {
	for _, m := range t.Grid.Merged {
		if m.Meets(t.at) {
			t.out.Add(diag.SheetMerged(t.span(m.Left, m.Top), m.String()))
		}
	}
}

// hidden leaves hidden rows and columns out, keeps or refuses them.
func (t *table) hidden() {
	hidden := func(r workbook.Row) bool { return r.Hidden }
	var rows, columns []int
	for _, row := range t.body {
		if row.Hidden {
			rows = append(rows, row.Number)
		}
	}
	for _, column := range t.columns {
		if t.Grid.ColumnHidden(column) {
			columns = append(columns, column)
		}
	}
	report := diag.SheetHidden
	switch t.Hidden {
	case Include:
		return
	case LeaveOut:
		report = diag.SheetLeftHidden
		t.body = slices.DeleteFunc(t.body, hidden)
		t.columns = slices.DeleteFunc(t.columns, t.Grid.ColumnHidden)
		for _, row := range rows {
			t.skipped = append(t.skipped, drop.Skipped{Row: row, Why: "hidden"})
		}
	}
	if len(rows) > 0 {
		t.out.Add(report(t.span(t.at.Left, rows[0]), diag.SheetRows(runs(rows, strconv.Itoa), len(rows))))
	}
	if len(columns) > 0 {
		t.out.Add(report(t.span(columns[0], t.at.Top), diag.SheetColumns(runs(columns, source.ColumnName), len(columns))))
	}
}

// runs lists numbers, those that follow one another by the first and last of them:
// 7–9, 12.
func runs(numbers []int, name func(int) string) string {
	var parts []string
	for i := 0; i < len(numbers); {
		n := i
		for n+1 < len(numbers) && numbers[n+1] == numbers[n]+1 {
			n++
		}
		part := name(numbers[i])
		if n > i {
			part += "–" + name(numbers[n])
		}
		parts = append(parts, part)
		i = n + 1
	}
	return strings.Join(parts, ", ")
}

// around says what stands beside the table, and reports columns of it without a name.
func (t *table) around() {
	beside := 0 // number of cells
	var at workbook.Stored
	var row int // of the first of them
	blank := map[int]bool{}
	for _, r := range t.body {
		for _, c := range r.Cells {
			inside := t.at.Left <= c.Column && c.Column <= t.at.Right
			named := strings.TrimSpace(t.name(t.header.At(c.Column))) != ""
			switch {
			case c.Column < t.area.Left || c.Column > t.area.Right || strings.TrimSpace(c.Text) == "":
			case !inside:
				if beside == 0 {
					at, row = c, r.Number
				}
				beside++
			case !named && !blank[c.Column] && !t.Grid.ColumnHidden(c.Column):
				blank[c.Column] = true
				t.out.Add(diag.SheetHeaderBlank(t.span(c.Column, t.at.Top), t.above(c.Column)))
			}
		}
	}
	if beside > 0 {
		t.out.Add(diag.SheetBeside(t.span(at.Column, row), beside, at.Text))
	}
}
