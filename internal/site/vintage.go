package site

import (
	"ronde/internal/archive"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// The newest periods and releases that a triangle shows; the file of all
// vintages has the others.
const (
	triangleRows    = 24
	triangleColumns = 12
)

// vintages gives two tables of the main series: what was first published beside
// what holds now, for the periods that were revised, and what each release said
// of each period. Either is nil when there is nothing to tell: a value that is
// computed has no vintages of its own.
func (t *track) vintages() (revisions, triangle *Table) {
	history := t.Archive.History(t.key.ID.Value)
	var keys []observation.Key
	for _, v := range t.Archive.Table.Observations().Series(t.main) {
		keys = append(keys, v.Key())
	}
	if len(keys) == 0 {
		return nil, nil
	}
	return t.revisions(keys), t.triangle(history, keys)
}

func (t *track) revisions(keys []observation.Key) *Table {
	table := &Table{
		Caption: t.l.RevisionsCaption(t.noun().Other),
		Columns: []Column{{Text: t.l.PeriodHead(kindOf(periodsOf(keys)))}, {Text: t.l.Head(locale.FirstHead)}, {Text: t.l.Head(locale.NewestHead)}, {Text: t.l.Head(locale.DifferenceHead)}},
	}
	for _, key := range keys {
		if !t.Archive.Revised(key) {
			continue
		}
		first, _ := t.Archive.FirstPublished(key)
		now, _ := t.Archive.Table.Observations().Get(key)
		table.Rows = append(table.Rows, Row{Head: t.l.Period(key.Period), Cells: []Cell{
			t.vintageCell(first.Observation), t.vintageCell(now), t.difference(first.Observation, now),
		}})
	}
	if table.Rows == nil {
		return nil
	}
	return table
}

func (t *track) triangle(history archive.History, keys []observation.Key) *Table {
	columns := history.Changes(keys)
	if len(columns) < 2 {
		return nil
	}
	first := max(len(columns)-triangleColumns, 0)
	keys = keys[max(len(keys)-triangleRows, 0):]
	table := &Table{
		Caption: t.l.TriangleCaption(t.noun().Other),
		Columns: []Column{{Text: t.l.PeriodHead(kindOf(periodsOf(keys)))}},
	}
	for _, i := range columns[first:] {
		table.Columns = append(table.Columns, Column{Text: t.releaseHead(history.Editions, i)})
	}
	for _, key := range keys {
		row := Row{Head: t.l.Period(key.Period)}
		for c := first; c < len(columns); c++ {
			now, known := history.After(columns[c], key)
			cell := t.vintageCell(now)
			if !known {
				cell = Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: t.l.NotYetPublished()}
			}
			if c > 0 {
				before, had := history.After(columns[c-1], key)
				cell.Revision = t.revision(before, now, had && known)
			}
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// releaseHead names a release by its day; where another has the same day, by its
// name too.
func (t *track) releaseHead(editions []*edition.Edition, i int) string {
	e := editions[i]
	if e.Draft() {
		return e.ID().String()
	}
	text := t.l.Date(e.Released)
	for j, other := range editions {
		if j != i && other.Released == e.Released {
			return text + " (" + e.ID().String() + ")"
		}
	}
	return text
}

func periodsOf(keys []observation.Key) []period.Period {
	all := make([]period.Period, len(keys))
	for i, k := range keys {
		all[i] = k.Period
	}
	return all
}

// vintageCell prints what a release said.
func (t *track) vintageCell(o disclose.Observation) Cell {
	v, ok := o.Value()
	if !ok {
		return absent(t.l, absence(edition.Point{Status: o.Status()}))
	}
	text := t.l.Qualified(locale.Qualifier(o.Qualifier().String()), t.printed(v))
	if o.Reconstructed() {
		text += "\u00a0" + locale.Reconstructed.String()
	}
	return Cell{Style: CellNumber, Text: text}
}

// revision is the printed difference between two vintages with values; "" when
// they do not differ.
func (t *track) revision(before, now disclose.Observation, both bool) string {
	was, had := before.Value()
	is, has := now.Value()
	if !both || !had || !has || was == is {
		return ""
	}
	return t.difference(before, now).Text
}

func (t *track) difference(before, now disclose.Observation) Cell {
	was, had := before.Value()
	is, has := now.Value()
	d, fits := is.Sub(was)
	if !had || !has || !fits || before.Qualifier().Bound() || now.Qualifier().Bound() {
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: t.l.NotComparable()}
	}
	text := t.l.Signed(d, t.key.Decimals)
	if t.unit().Percent {
		text = t.l.SignedPercentagePoints(d, t.key.Decimals)
	}
	if before.Qualifier() == observation.About || now.Qualifier() == observation.About {
		text = t.l.Qualified(locale.About, text)
	}
	return Cell{Style: CellNumber, Text: text}
}
