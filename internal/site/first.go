package site

import (
	"slices"
	"strings"

	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// atFirst is the indicator with its values as they were first published.
func (t *track) atFirst() *track {
	first := *t
	first.firsts = t.Archive.Firsts(t.key.ID.Value)
	first.values = first.firsts.Table
	return &first
}

// views leads from the page at an address to both views of the indicator.
func (t *track) views(at string) []ViewLink {
	latest, first := indicatorAt(t.lang, t.word.ID.Value), firstAt(t.lang, t.word.ID.Value)
	return []ViewLink{{ViewLatest, relative(at, latest), at == latest}, {ViewFirst, relative(at, first), at == first}}
}

// putFirst puts the page of the first published values with its files. Search engines do
// not list it: who looks for a number is to find the one that holds today. It is no copy
// of the page with the newest values either, and so does not name that as the one to list.
func (t *track) putFirst(w *writer) {
	at := firstAt(t.lang, t.word.ID.Value)
	ids := anchors{}
	p := &First{
		Frame: t.frame(at, SectionIndicators), Name: t.name(), Measure: t.l.MeasureName(string(t.word.Measure.Value)), Unit: t.noun().Other,
		Explained: t.explain(at, string(t.word.Measure.Value)), Views: t.views(at), Source: strings.Join(t.suppliers(), ", "),
	}
	p.NoIndex = true
	p.Trail = append(p.Trail, Crumb{Text: p.Name, Href: relative(at, indicatorAt(t.lang, t.word.ID.Value))})
	p.Computed = slices.ContainsFunc(t.values.Series(t.main, period.None), func(v derive.Value) bool { return v.Computed })
	p.Parts = t.parts(at, firstAt)
	used := marks{}
	for _, plate := range t.seriesPlates() {
		i := illustrate(plate)
		if i.drawing != nil {
			putDrawing(w, at+pictureName(&i.plate), i.drawing)
		}
		f := t.show(i, at, ids)
		f.Table = t.firstTable(&i.plate, at)
		used.points(&i.plate)
		used.table(f.Table)
		p.Series = append(p.Series, *f)
	}
	p.Legend = used.legend(t.l, nil)
	p.Downloads = t.downloads(at)
	w.page(at, p)
}

// parts leads to the pages, of one kind, of what a derived indicator is computed from;
// to their newest values where nothing of them is published.
func (t *track) parts(at string, page func(lang, id string) string) []Link {
	var links []Link
	for _, id := range t.key.Parts() {
		word, ok := t.Archive.Words.Indicator(id.Value)
		if !ok {
			continue
		}
		part, to := t.outlook.track(word), indicatorAt(t.lang, word.ID.Value)
		if part.published() {
			to = page(t.lang, word.ID.Value)
		}
		links = append(links, Link{Text: part.name(), Href: relative(at, to)})
	}
	return links
}

// firstTable is the table of a plate of first published values: a row for each period,
// with the release that published it.
func (t *track) firstTable(p *plate, at string) *Table {
	s := &p.series[0]
	table := &Table{Caption: p.caption, Columns: []Column{
		{Text: p.head}, {Text: p.columnHead(*s)}, {Text: t.l.ColumnHead("status"), Words: true},
		{Text: t.l.ColumnHead("released"), Words: true}, {Text: t.l.ColumnHead("release"), Words: true},
	}}
	for i, point := range s.points {
		key, head := observation.Key{Series: t.main, Period: point.Period}, t.l.Period(point.Period)
		if !p.dated {
			if p.idle(i) {
				continue
			}
			key.Period, head = p.places[i].period, p.placeHead(i, p.places[i])
		}
		row := Row{Head: head, Cells: []Cell{p.cell(s, point, true), {Style: CellWords, Text: p.status(point.Point)}}}
		row.Cells = append(row.Cells, t.publishedBy(t.firsts.Of(key).Edition, at)...)
		table.Rows = append(table.Rows, row)
	}
	return table
}

// publishedBy gives the day of a release and leads to its edition. A month of which
// nothing was ever said has no release.
func (t *track) publishedBy(e *edition.Edition, at string) []Cell {
	if e == nil {
		none := Cell{Style: CellWords, Text: t.l.NotYetPublished()}
		return []Cell{none, none}
	}
	day := t.l.EditionDraft()
	if !e.Draft() {
		day = t.l.Date(e.Released)
	}
	return []Cell{
		{Style: CellWords, Text: day},
		{Style: CellWords, Text: t.editionName(e), Href: relative(at, editionAt(t.lang, e.ID()))},
	}
}

// editionName names an edition by its month; a later one by its number too.
func (o *outlook) editionName(e *edition.Edition) string {
	name := o.l.Capitalise(o.l.Period(e.Round))
	if e.Number > 1 {
		name = o.l.Edition(name, e.Number)
	}
	return name
}
