package site

import (
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
func (t *track) vintages(at string) (revisions *Table, triangle *Triangle) {
	var keys []observation.Key
	for _, v := range t.Archive.Table.Observations().Series(t.main) {
		keys = append(keys, v.Key())
	}
	return t.revisions(keys), t.triangle(at)
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

// triangle shows the newest periods that were ever published, and the newest releases
// that said something else of them than those before.
func (t *track) triangle(at string) *Triangle {
	history := t.Archive.History(t.key.ID.Value)
	keys := history.Keys(t.main)
	ever := len(history.Changes(keys))
	shown := keys[max(len(keys)-triangleRows, 0):]
	columns := history.Changes(shown)
	if len(columns) < 2 {
		return nil
	}
	first := max(len(columns)-triangleColumns, 0)
	triangle := &Triangle{
		Table: &Table{
			Caption: t.l.TriangleCaption(t.noun().Other),
			Columns: []Column{{Text: t.l.PeriodHead(kindOf(periodsOf(shown)))}},
		},
		Cut:  len(shown) < len(keys) || len(columns)-first < ever,
		File: t.download(at, t.vintageFile(), "CSV", t.l.AllVintages()),
	}
	if len(t.all) > 1 {
		triangle.Main, triangle.All = t.seriesName(t.main), t.l.Number(whole(len(t.all)), 0)
	}
	for _, i := range columns[first:] {
		e := history.Editions[i]
		triangle.Table.Columns = append(triangle.Table.Columns, Column{Text: t.releaseHead(history.Editions, i), Href: relative(at, editionAt(t.lang, e.ID()))})
	}
	for _, key := range shown {
		row := Row{Head: t.l.Period(key.Period)}
		for c := first; c < len(columns); c++ {
			var before disclose.Stage
			if c > 0 {
				before = history.After(columns[c-1], key)
			}
			row.Cells = append(row.Cells, t.stageCell(before, history.After(columns[c], key), triangle))
		}
		triangle.Table.Rows = append(triangle.Table.Rows, row)
	}
	return triangle
}

// stageCell prints what was known of a period after a release, and how that differs from
// what was known before it.
func (t *track) stageCell(before, now disclose.Stage, of *Triangle) Cell {
	switch {
	case now.Known:
		cell := t.vintageCell(now.Now)
		cell.Revision = t.revision(before.Now, now.Now)
		return cell
	case now.Now.Removed():
		return Cell{Style: CellWords, Text: t.l.TakenBack()}
	}
	of.NotYet = true
	return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: t.l.NotYetPublished()}
}

// seriesName names a series of the indicator by its codes; the total of one without
// places by the indicator.
func (t *track) seriesName(s observation.Series) string {
	if name := t.place(s); name != "" {
		return name
	}
	return t.name()
}

// releaseHead names a release by its day; where another has the same day, by its
// edition too.
func (t *track) releaseHead(editions []*edition.Edition, i int) string {
	e := editions[i]
	if e.Draft() {
		return t.l.Named(t.l.EditionDraft(), t.editionName(e))
	}
	text := t.l.Date(e.Released)
	for j, other := range editions {
		if j != i && !other.Draft() && other.Released == e.Released {
			return text + ", " + t.editionName(e)
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

// revision is the printed difference between two vintages with values; "" when they say
// the same. Of bounds there is no difference to print, and words say so.
func (t *track) revision(before, now disclose.Observation) string {
	was, had := before.Value()
	is, has := now.Value()
	if !had || !has || was == is && before.Qualifier() == now.Qualifier() {
		return ""
	}
	difference := t.difference(before, now)
	if difference.Style == CellAbsent {
		return difference.Meaning
	}
	return difference.Text
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
