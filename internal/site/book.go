package site

import (
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/workbook"
)

// A book is a workbook of the site while it is made. Its words are in the
// language of the outlook.
type book struct {
	*outlook
	file  workbook.Workbook
	notes [][]workbook.Cell
}

// newBook begins a workbook with what all of them share; date is the day of what
// it holds, "" for a draft.
func (o *outlook) newBook(title, date string) *book {
	return &book{outlook: o, file: workbook.Workbook{
		Language: o.lang, Title: title, Author: o.text(o.Archive.Words.Site.Title), Date: date,
		Cover: workbook.Cover{Name: o.l.SheetName(locale.CoverSheet)},
		Contents: workbook.Contents{
			Name: o.l.SheetName(locale.ContentsSheet), Title: o.l.ContentsTitle(),
			Sheet: o.l.BookHead(locale.SheetHead), About: o.l.BookHead(locale.AboutHead),
		},
	}}
}

// fact adds a fact to the cover; an empty one is left out.
func (b *book) fact(name locale.BookFact, text, href string) {
	if text != "" {
		b.file.Cover.Facts = append(b.file.Cover.Facts, workbook.Fact{Name: b.l.BookFact(name), Text: text, Href: href})
	}
}

// ending adds the facts that end every cover: licence, address, how to cite, and
// what the site says of itself. cite lacks the address; it is "" for a draft.
func (b *book) ending(address, cite string) {
	licence := b.licence()
	b.fact(locale.LicenceFact, licence.Text, licence.Href)
	href := b.absolute(address)
	if href == "" {
		b.fact(locale.AddressFact, "/"+address, "")
	} else {
		b.fact(locale.AddressFact, href, href)
		if cite != "" {
			cite += " " + href
		}
	}
	b.fact(locale.CiteFact, cite, "")
	b.fact(locale.NoticeFact, b.text(b.Archive.Words.Site.Notice), "")
}

// note adds a row to the sheet of notes; one without a text is left out.
func (b *book) note(kind locale.BookNote, name, text string) {
	if text == "" {
		return
	}
	if name == "" {
		name = b.l.BookNote(kind)
	}
	b.notes = append(b.notes, []workbook.Cell{workbook.Text(b.l.BookNote(kind)), workbook.Text(name), workbook.Text(text)})
}

// definition explains an indicator, which its code follows.
func (b *book) definition(id, name, definition, unit string) {
	if definition != "" && unit != "" {
		definition += " " + b.l.Named(b.l.ColumnHead("unit"), unit) + "."
	}
	b.note(locale.DefinitionNote, name+" ("+id+")", definition)
}

// sheet adds the sheet of a table. One with more rows than a sheet holds is in
// the CSV file alone, which a note says; one without rows has nothing to show.
func (b *book) sheet(name, title string, intro []string, table workbook.Table) {
	switch {
	case len(table.Rows) == 0:
	case len(table.Rows)+len(intro)+3 > workbook.MaxRows:
		b.note(locale.NoticeNote, title, b.l.TooLong())
	default:
		b.file.Sheets = append(b.file.Sheets, workbook.Sheet{Name: name, Title: title, Intro: append(intro, b.l.SheetIntro()), Table: table})
	}
}

// xlsx gives the file, with the notes before the tables. What a workbook refuses
// was not put into it.
func (b *book) xlsx() []byte {
	name := b.l.SheetName(locale.NotesSheet)
	notes := workbook.Sheet{Name: name, Title: name, Table: workbook.Table{
		Columns: []workbook.Column{
			{Head: b.l.BookHead(locale.SubjectHead)}, {Head: b.l.BookHead(locale.NameHead)}, {Head: b.l.BookHead(locale.ExplanationHead)},
		},
		Rows: b.notes,
	}}
	if len(b.notes) > 0 {
		b.file.Sheets = append([]workbook.Sheet{notes}, b.file.Sheets...)
	}
	content, err := b.file.XLSX()
	if err != nil {
		panic("site: workbook: " + err.Error())
	}
	return content
}

// bookCell is the cell of a point of a series.
func (p *plate) bookCell(s *strand, point spot) workbook.Cell {
	if point.idle && !point.HasValue {
		return workbook.Text(p.without(point).Text)
	}
	return bookValue(point.Point, s.decimals)
}

// bookValue is the cell of a value, or the mark that stands in its place.
func bookValue(p edition.Point, decimals int) workbook.Cell {
	if p.HasValue {
		return workbook.Number(p.Value, decimals)
	}
	return workbook.Text(absence(p).String())
}

// bookStatus says in words how a value is to be taken: more than, provisional.
func (p *plate) bookStatus(point spot) string {
	switch {
	case point.HasValue && point.Qualifier != observation.Exact:
		return p.l.QualifierWord(locale.Qualifier(point.Qualifier.String())) + ", " + p.status(point.Point)
	case !point.HasValue && point.idle:
		return p.l.NotDue()
	}
	return p.status(point.Point)
}

// bookTable lays a plate out for a spreadsheet: a place by its code and its
// name, then for each series the value and its status.
func (p *plate) bookTable() workbook.Table {
	if p.dated {
		return p.bookDated()
	}
	t := workbook.Table{Columns: []workbook.Column{{Head: p.l.CodeHead(p.head)}, {Head: p.head}}}
	mixed := p.mixedPeriods()
	if mixed {
		head := p.l.PeriodHead(p.kindOfPoints())
		t.Columns = append(t.Columns, workbook.Column{Head: p.l.CodeHead(head)}, workbook.Column{Head: head})
	}
	for i := range p.series {
		s := &p.series[i]
		status := p.l.Head(locale.StatusHead)
		if len(p.series) > 1 {
			status = p.l.Named(s.name, status)
		}
		t.Columns = append(t.Columns, workbook.Column{Head: p.bookHead(s), Numbers: true}, workbook.Column{Head: status})
	}
	for i, at := range p.places {
		if p.idle(i) {
			continue
		}
		row := []workbook.Cell{workbook.Text(p.placeCode(i, at)), workbook.Text(p.placeHead(i, at))}
		if mixed {
			row = append(row, p.bookPeriod(i)...)
		}
		for _, s := range p.series {
			point := s.points[i]
			row = append(row, p.bookCell(&s, point), workbook.Text(p.bookStatus(point)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// bookDated lays out a plate whose series have dates of their own: a row for each
// count, with the name of its series.
func (p *plate) bookDated() workbook.Table {
	t := workbook.Table{Columns: []workbook.Column{
		{Head: p.l.CodeHead(p.head)}, {Head: p.head}, {Head: p.l.Head(locale.SeriesHead)},
		{Head: p.l.BookHead(locale.ValueHead), Numbers: true}, {Head: p.l.Head(locale.StatusHead)},
	}}
	for _, c := range p.counts() {
		s := &p.series[c.series]
		point := s.points[c.point]
		t.Rows = append(t.Rows, []workbook.Cell{
			workbook.Text(point.Period.String()), workbook.Text(p.l.Period(point.Period)), workbook.Text(p.bookHead(s)),
			p.bookCell(s, point), workbook.Text(p.bookStatus(point)),
		})
	}
	return t
}

// bookHead heads the values of a series: its name, its unit, and the codes that
// its key has beside those of the places.
func (p *plate) bookHead(s *strand) string {
	head := s.name
	if s.unit != "" && s.unit != s.name {
		head += ", " + s.unit
	}
	if p.across == "indicator" {
		return head
	}
	codes := s.indicator
	for i, code := range observation.Codes(s.codes).Split() {
		if i != s.position {
			codes += " " + code
		}
	}
	return head + " (" + codes + ")"
}

// placeCode is the code of a place: a period in ISO form, of a count on a day
// the day, or the code of a category.
func (p *plate) placeCode(i int, at placing) string {
	if p.across != "period" {
		return at.code
	}
	if observed := p.series[0].points[i].Period; len(p.series) == 1 && !observed.IsZero() {
		return observed.String()
	}
	return at.period.String()
}

// bookPeriod are the code and the name of the period of a category's values.
func (p *plate) bookPeriod(i int) []workbook.Cell {
	for _, s := range p.series {
		if point := s.points[i]; point.HasValue {
			return []workbook.Cell{workbook.Text(point.Period.String()), workbook.Text(p.l.Period(point.Period))}
		}
	}
	none := workbook.Text(locale.Absent.String())
	return []workbook.Cell{none, none}
}
