package site

import (
	"strings"

	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// table lays a plate out as a table. A plate of one series over time has a
// column for the change since the place before and one that says the status in
// words; with several series the marks stand beside the values.
func (p *plate) table() *Table {
	if p.dated {
		return p.datedTable()
	}
	t := &Table{Caption: p.caption, Columns: []Column{{Text: p.head}}}
	single := len(p.series) == 1
	sum := p.summary()
	mixed := p.mixedPeriods()
	if mixed {
		t.Columns = append(t.Columns, Column{Text: p.l.PeriodHead(p.kindOfPoints()), Words: true})
	}
	for _, s := range p.series {
		t.Columns = append(t.Columns, Column{Text: p.columnHead(s)})
	}
	changes := single && p.across == "period" && len(p.places) > 1
	if sum != nil {
		t.Columns = append(t.Columns, Column{Text: sum.head})
	}
	if changes {
		t.Columns = append(t.Columns, Column{Text: p.l.Head(locale.ChangeHead)})
	}
	if single {
		t.Columns = append(t.Columns, Column{Text: p.l.Head(locale.StatusHead), Words: true})
	}
	for i, at := range p.places {
		if p.idle(i) {
			continue
		}
		row := Row{Head: p.placeHead(i, at)}
		if mixed {
			row.Cells = append(row.Cells, p.periodCell(i))
		}
		for _, s := range p.series {
			row.Cells = append(row.Cells, p.cell(&s, s.points[i], single))
		}
		if sum != nil {
			row.Cells = append(row.Cells, sum.of(i))
		}
		if changes {
			row.Cells = append(row.Cells, p.change(i))
		}
		if single {
			row.Cells = append(row.Cells, Cell{Style: CellWords, Text: p.status(p.series[0].points[i].Point)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// columnHead is the unit of the only series, or the name of one of several, with
// its unit when they differ.
func (p *plate) columnHead(s strand) string {
	switch {
	case len(p.series) == 1 && s.unit != "":
		return p.l.Capitalise(s.unit)
	case p.unit() == "" && s.unit != "":
		return s.name + ", " + s.unit
	}
	return s.name
}

// idle reports whether no series was due at a place, and none has a value.
func (p *plate) idle(i int) bool {
	for _, s := range p.series {
		if !s.points[i].idle || s.points[i].HasValue {
			return false
		}
	}
	return true
}

// placeHead names a place; of a count on a day within the place, the day.
func (p *plate) placeHead(i int, at placing) string {
	if p.across == "period" && len(p.series) == 1 {
		if observed := p.series[0].points[i].Period; !observed.IsZero() && observed != at.period {
			return p.l.Period(observed)
		}
	}
	return at.name
}

func (p *plate) periodCell(i int) Cell {
	for _, s := range p.series {
		if s.points[i].HasValue {
			return Cell{Style: CellWords, Text: p.l.Period(s.points[i].Period)}
		}
	}
	return absent(p.l, locale.Absent)
}

// cell prints a value, or the mark that stands in its place. Beside a column of
// statuses the value stands alone.
func (p *plate) cell(s *strand, at spot, alone bool) Cell {
	if !at.HasValue {
		return p.without(at)
	}
	text := s.print(p.l, at.Point)
	if !alone {
		for _, m := range at.Marks() {
			text += "\u00a0" + m.String()
		}
	}
	return Cell{Style: CellNumber, Text: text}
}

// without is the cell of a point that has no value. Where none was due none can be
// missing: a quarter beside months, a month before the series begins.
func (p *plate) without(at spot) Cell {
	if at.idle {
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotDue()}
	}
	return absent(p.l, absence(at.Point))
}

func absent(l *locale.Locale, m locale.Mark) Cell {
	return Cell{Style: CellAbsent, Text: m.String(), Meaning: l.LegendText(m)}
}

// change is the difference from the place before. Without a value there, or
// across a break, there is none: the previous available value, however old, is
// for the text to name.
func (p *plate) change(i int) Cell {
	s := &p.series[0]
	now := s.points[i]
	before := spot{}
	last := -1
	for j := i - 1; j >= 0 && last < 0; j-- {
		if !s.points[j].idle {
			last = j
		}
	}
	if last >= 0 {
		before = s.points[last]
	}
	switch {
	case !now.HasValue:
		return absent(p.l, absence(now.Point))
	case last < 0:
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NoEarlierValue()}
	case !before.HasValue:
		return absent(p.l, absence(before.Point))
	case unequal(p.place(s, last).period, p.place(s, i).period), now.Qualifier.Bound() || before.Qualifier.Bound() || p.broken(p.place(s, last).period, p.place(s, i).period) ||
		now.Status.Has(observation.Break) || now.Present != before.Present || now.Expected != before.Expected:
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
	}
	difference, fits := now.Value.Sub(before.Value)
	if !fits {
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: p.l.NotComparable()}
	}
	text := p.l.Signed(difference, s.decimals)
	if s.percent {
		text = p.l.SignedPercentagePoints(difference, s.decimals)
	}
	if now.Qualifier == observation.About || before.Qualifier == observation.About {
		text = p.l.Qualified(locale.About, text)
	}
	return Cell{Style: CellNumber, Text: text}
}

// unequal reports whether two spans are of different length, so that a count over
// one is no more and no less than one over the other.
func unequal(p, q period.Period) bool {
	return (p.Kind() == period.Span || q.Kind() == period.Span) && p.End()-p.Start() != q.End()-q.Start()
}

// status says the status of a value in words, with the marks of the legend.
func (p *plate) status(point edition.Point) string {
	if !point.HasValue {
		return p.l.LegendText(absence(point))
	}
	var words []string
	for _, m := range point.Marks() {
		words = append(words, p.l.StatusWord(m)+" "+m.String())
	}
	if point.Present < point.Expected {
		words = append(words, p.l.Coverage(point.Present, point.Expected))
	}
	if len(words) == 0 {
		return p.l.Published()
	}
	return strings.Join(words, ", ")
}

// kindOfPoints is the kind of the periods of all values, or None.
func (p *plate) kindOfPoints() period.Kind {
	var all []period.Period
	for _, s := range p.series {
		for _, point := range s.points {
			if point.HasValue {
				all = append(all, point.Period)
			}
		}
	}
	return kindOf(all)
}
