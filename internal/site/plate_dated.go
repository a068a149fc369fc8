package site

import (
	"cmp"
	"slices"

	"ronde/internal/locale"
	"ronde/internal/period"
)

// A count is one point of a plate with dates.
type count struct{ series, point int }

// counts are the points of a plate with dates, in order of date and then of
// series.
func (p *plate) counts() []count {
	var counts []count
	for s := range p.series {
		for i := range p.series[s].points {
			counts = append(counts, count{s, i})
		}
	}
	at := func(c count) period.Period { return p.series[c.series].points[c.point].Period }
	slices.SortStableFunc(counts, func(a, b count) int { return cmp.Or(period.Compare(at(a), at(b)), a.series-b.series) })
	return counts
}

// datedTable lays out a plate whose series have dates of their own: a row for
// each count, in order of date, of a single one with the change since the count
// before. Series beside one another would leave most cells empty.
func (p *plate) datedTable() *Table {
	t := &Table{Caption: p.caption, Columns: []Column{{Text: p.head}}}
	several := len(p.series) > 1
	if several {
		t.Columns = append(t.Columns, Column{Text: p.l.Head(locale.SeriesHead), Words: true})
	}
	value := p.l.BookHead(locale.ValueHead)
	if unit := p.unit(); unit != "" {
		value = p.l.Capitalise(unit)
	}
	t.Columns = append(t.Columns, Column{Text: value})
	if !several {
		t.Columns = append(t.Columns, Column{Text: p.l.Head(locale.ChangeHead)})
	}
	t.Columns = append(t.Columns, Column{Text: p.l.Head(locale.StatusHead), Words: true})
	for _, c := range p.counts() {
		s := &p.series[c.series]
		point := s.points[c.point]
		row := Row{Head: p.l.Period(point.Period)}
		if several {
			row.Cells = append(row.Cells, Cell{Style: CellWords, Text: p.columnHead(*s)})
		}
		row.Cells = append(row.Cells, p.cell(s, point, true))
		if !several {
			row.Cells = append(row.Cells, p.change(c.point))
		}
		row.Cells = append(row.Cells, Cell{Style: CellWords, Text: p.status(point.Point)})
		t.Rows = append(t.Rows, row)
	}
	return t
}
