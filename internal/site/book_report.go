package site

import (
	"strconv"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/seal"
	"ronde/internal/workbook"
)

// bookAt is the address of an edition's workbook, in the language of its text.
// Its name says what it is to somebody who finds it among other downloads.
func bookAt(lang string, id seal.ReleaseID) string {
	return editionAt(lang, id) + id.Round.String() + "-v" + strconv.Itoa(id.Number) + "-" + lang + ".xlsx"
}

// workbook is the whole edition for spreadsheets, in the language of its text:
// all its figures and the numbers that its text prints.
func (r *reading) workbook() []byte {
	date := ""
	if !r.e.Draft() {
		date = r.e.Released.String()
	}
	b := r.newBook(r.e.Texts[r.sealed].Title, date)
	r.bookCover(b)
	used := marks{}
	for _, f := range r.e.Figures {
		p := r.illustration(f)
		used.points(&p.plate)
		used.table(p.table())
	}
	words := r.words()
	for _, m := range used.legend(r.sl, words.Legend) {
		b.note(locale.MarkNote, m.Mark, r.sl.Capitalise(m.Text))
	}
	for _, i := range words.Indicators {
		b.definition(i.ID, i.Name, i.Definition, i.Unit)
	}
	r.bookFigures(b)
	b.sheet(r.sl.SheetName(locale.NumbersSheet), r.sl.NumbersTitle(), nil, r.bookNumbers())
	if c := words.Coverage; c != nil {
		b.note(locale.CoverageNote, c.Fraction, c.Text)
		for _, gap := range c.Gaps {
			b.note(locale.CoverageNote, gap.Name, gap.Text)
		}
	}
	for _, n := range r.notices() {
		b.note(locale.NoticeNote, n.Date.ISO, n.Text)
	}
	return b.xlsx()
}

// bookFigures adds a sheet for each figure, and what stands under it as notes.
func (r *reading) bookFigures(b *book) {
	n := 0
	for _, f := range r.e.Figures {
		p := r.illustration(f)
		name := r.sl.SheetName(locale.KeyFiguresSheet)
		if p.kind != edition.KeyFigures {
			n++
			name = r.sl.FigureSheet(n)
		}
		var intro []string
		if p.subtitle != "" && p.subtitle != p.title {
			intro = append(intro, p.subtitle)
		}
		b.sheet(name, p.title, intro, p.bookTable())
		b.note(locale.SourceNote, name, sourceOf(r.sl, p.source))
		for _, note := range p.notes {
			b.note(locale.RemarkNote, name, strings.TrimSpace(note.Mark+" "+note.Text))
		}
	}
}

// bookCover says what the edition is.
func (r *reading) bookCover(b *book) {
	e, words := r.e, r.words()
	b.fact(locale.AboutFact, r.e.Texts[r.sealed].Description, "")
	b.fact(locale.PeriodFact, words.Period, "")
	if e.Draft() {
		b.fact(locale.StatusFact, r.sl.EditionDraft(), "")
	} else {
		b.fact(locale.PublishedFact, r.sl.Date(e.Released), "")
		b.fact(locale.EditionFact, strconv.Itoa(e.Number), "")
		b.fact(locale.StatusFact, r.bookStatus(), "")
	}
	b.fact(locale.UntilFact, r.sl.Date(e.Cutoff), "")
	if last := r.lastReceived(); last > e.Cutoff {
		b.fact(locale.LaterFact, r.sl.Date(last), "")
	}
	for _, c := range words.Contacts {
		contact := contactOf(c)
		b.fact(locale.ContactFact, contact.Organisation, contact.Href)
	}
	b.ending(editionAt(r.sealed, e.ID()), words.Cite)
}

// bookStatus says whether the edition stands.
func (r *reading) bookStatus() string {
	latest := r.report.Latest()
	switch {
	case r.e != latest && !latest.Draft():
		return r.sl.EditionReplaced(latest.Number, latest.Released)
	case r.e.Replaces > 0:
		return r.sl.EditionAmends(r.e.Replaces)
	}
	return r.sl.EditionStands()
}

// bookNumbers is the table of what the text prints.
func (r *reading) bookNumbers() workbook.Table {
	l := r.sl
	indicator, period := l.ColumnHead("indicator"), l.ColumnHead("period")
	t := workbook.Table{Columns: []workbook.Column{
		{Head: l.BookHead(locale.NumberHead)}, {Head: l.BookHead(locale.PrintedHead)}, {Head: l.BookHead(locale.ValueHead), Numbers: true},
		{Head: l.BookHead(locale.FormHead)}, {Head: l.CodeHead(indicator)}, {Head: indicator},
		{Head: l.CodeHead(period)}, {Head: period}, {Head: l.BookHead(locale.DeliveryHead)},
	}}
	for _, n := range r.e.Numbers {
		if n.Language != r.sealed {
			continue
		}
		value := workbook.Text(locale.Absent.String())
		if n.HasValue {
			value = workbook.Number(n.Value, n.Value.Decimals())
		}
		form := l.NumberForm(n.Form)
		if form == "" {
			form = l.BookHead(locale.ValueHead)
		}
		delivery := n.Drop
		if delivery == "" {
			delivery = l.NotAvailable()
		}
		t.Rows = append(t.Rows, []workbook.Cell{
			workbook.Text(n.ID), workbook.Text(n.Printed), value, workbook.Text(l.Capitalise(form)),
			workbook.Text(n.Key.Series.String()), workbook.Text(r.nameOf(n.Key.Series)),
			workbook.Text(n.Key.Period.String()), workbook.Text(l.Period(n.Key.Period)), workbook.Text(delivery),
		})
	}
	return t
}
