package site

import (
	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/workbook"
)

// A bookListing is a table of observations for a spreadsheet: what a listing
// writes, with names beside all codes and words where the file has nothing.
type bookListing struct {
	*outlook
	dimensions []dimensionColumn
	vintages   bool
	rows       [][]workbook.Cell
}

func (o *outlook) bookListing(dimensions []dimensionColumn, vintages bool) *bookListing {
	return &bookListing{outlook: o, dimensions: dimensions, vintages: vintages}
}

func (l *bookListing) table() workbook.Table {
	t := workbook.Table{Rows: l.rows}
	head := func(name string) { t.Columns = append(t.Columns, workbook.Column{Head: name}) }
	both := func(name string) {
		head(l.l.CodeHead(name))
		head(name)
	}
	both(l.l.ColumnHead("period"))
	both(l.l.ColumnHead("indicator"))
	for _, d := range l.dimensions {
		both(l.l.Capitalise(l.listName(d.list)))
	}
	t.Columns = append(t.Columns, workbook.Column{Head: l.l.ColumnHead("value"), Numbers: true})
	head(l.l.ColumnHead("unit"))
	both(l.l.ColumnHead("status"))
	for _, name := range []string{"qualifier", "vintage", "note", "drop", "received"} {
		head(l.l.ColumnHead(name))
	}
	if l.vintages {
		for _, name := range []string{"release", "released", "removed"} {
			head(l.l.ColumnHead(name))
		}
	}
	return t
}

// observation adds a row. e is the release that published it, for vintages.
func (l *bookListing) observation(x disclose.Observation, e *edition.Edition) {
	key := x.Key()
	row := []workbook.Cell{
		workbook.Text(key.Period.String()), workbook.Text(l.l.Period(key.Period)),
		workbook.Text(key.Indicator), workbook.Text(l.indicatorName(key.Indicator)),
	}
	for _, d := range l.dimensions {
		code, label := l.codeOf(key, d)
		if code == "" {
			code, label = locale.Impossible.String(), l.l.LegendText(locale.Impossible)
		}
		row = append(row, workbook.Text(code), workbook.Text(label))
	}
	value, has := x.Value()
	point := edition.Point{
		Value: value, HasValue: has, Status: x.Status(), Reconstructed: x.Reconstructed(), Revised: !l.vintages && l.Archive.Revised(key),
	}
	note := x.Note()
	if note == "" {
		note = l.l.NoRemark()
	}
	row = append(row, bookValue(point, l.decimals(key.Indicator)), workbook.Text(l.unitOf(key.Indicator)),
		workbook.Text(statusCode(x.Status())), workbook.Text(l.statusWords(point)), workbook.Text(l.qualifier(x.Qualifier())),
		workbook.Text(l.l.VintageWord(x.Reconstructed())), workbook.Text(note), workbook.Text(x.Drop().String()), workbook.Text(x.Received().String()))
	if l.vintages {
		released := l.l.EditionDraft()
		if !e.Draft() {
			released = e.Released.String()
		}
		row = append(row, workbook.Text(e.ID().String()), workbook.Text(released), workbook.Text(l.l.RemovedWord(x.Removed())))
	}
	l.rows = append(l.rows, row)
}

// statusCode writes a status with the letter that SDMX has for a normal value.
func statusCode(s observation.Status) string {
	if text := s.String(); text != "" {
		return text
	}
	return "A"
}

// statusWords says a status in words.
func (o *outlook) statusWords(point edition.Point) string {
	p := plate{l: o.l}
	return p.status(point)
}

func (o *outlook) qualifier(q observation.Qualifier) string {
	if q == observation.Exact {
		return o.l.ExactValue()
	}
	return o.l.QualifierWord(locale.Qualifier(q.String()))
}

// datasetBookAt is the address of a dataset's workbook. The language is part of
// its name: among other downloads, nothing else tells the languages apart.
func datasetBookAt(lang, id string) string { return datasetAt(lang, id) + id + "-" + lang + ".xlsx" }

// workbook is the dataset for spreadsheets: its newest values and all vintages.
// indicators are those of its rows.
func (h *holding) workbook(indicators []*codebook.Indicator) []byte {
	c, l := h.contract, h.l
	name, organisation := h.text(c.Name), h.organisation(c.Organisation.Value)
	b := h.newBook(name, h.updated().ISO)
	b.fact(locale.AboutFact, h.text(c.Description), "")
	b.fact(locale.SupplierFact, h.supplierName(c.Organisation.Value), "")
	b.fact(locale.PeriodFact, h.covers, "")
	b.fact(locale.RhythmFact, l.Capitalise(l.Rhythm(c.Rhythm.Value)), "")
	cite := organisation + ", " + name + "."
	if e := h.release; e != nil {
		b.fact(locale.PublishedFact, l.Date(e.Released), "")
		b.fact(locale.EditionFact, e.ID().String(), "")
		cite = l.CiteDataset(organisation, name, h.text(h.Archive.Words.Site.Title), e.Released)
	}
	b.fact(locale.StatusFact, l.NewestValues(), "")
	owner := h.owner()
	b.fact(locale.ContactFact, owner.Text, owner.Href)
	b.ending(datasetAt(h.lang, h.id()), cite)

	dimensions := h.dimensionsOf(indicators)
	newest, vintages := h.bookListing(dimensions, false), h.bookListing(dimensions, true)
	for x := range h.current() {
		newest.observation(x, nil)
	}
	for i, e := range h.Archive.Editions {
		for x := range h.Archive.Published(i).Rows() {
			if h.mine(x) {
				vintages.observation(x, e)
			}
		}
	}
	for _, m := range h.legend() {
		b.note(locale.MarkNote, m.Mark, l.Capitalise(m.Text))
	}
	for _, i := range indicators {
		id := i.ID.Value
		b.definition(id, h.indicatorName(id), h.definitionOf(id), h.unitOf(id))
	}
	b.note(locale.SourceNote, organisation, l.Delivers(c.Delivers.Value))
	for _, s := range []struct {
		sheet locale.Sheet
		rows  *bookListing
	}{{locale.NewestSheet, newest}, {locale.VintagesSheet, vintages}} {
		sheet := l.SheetName(s.sheet)
		b.sheet(sheet, l.Named(name, sheet), nil, s.rows.table())
	}
	return b.xlsx()
}

// definitionOf is the definition of an indicator in today's words.
func (o *outlook) definitionOf(id string) string {
	for _, book := range []*codebook.Codebook{o.Archive.Words, o.Archive.Keys} {
		if i, ok := book.Indicator(id); ok {
			return o.text(i.Definition)
		}
	}
	return ""
}

// decimals are those by which values of an indicator are printed.
func (o *outlook) decimals(id string) int {
	if i, ok := o.Archive.Keys.Indicator(id); ok {
		return i.Decimals
	}
	return 0
}
