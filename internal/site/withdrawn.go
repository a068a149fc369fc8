package site

import (
	"slices"
	"strconv"

	"ronde/internal/archive"
	"ronde/internal/chart"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// withdrawn puts a notice at every address whose content was withdrawn, and the page of
// each withdrawal. What lay there for programs has no successor: one would be taken for data.
func (o *outlook) withdrawn(w *writer) {
	for _, e := range o.Archive.Editions {
		by := o.Archive.Withdrawal(e)
		if by != nil {
			w.page(editionAt(o.lang, e.ID()), o.withdrawnPage(editionAt(o.lang, e.ID()), WithdrawnReport, e, by))
		}
		for _, f := range o.Archive.WithdrawnFigures(e) {
			what := WithdrawnFigure
			if by != nil {
				what = WithdrawnReport
			}
			o.figureNotices(w, e, f, what)
		}
		if by != nil && o.firstWithdrawn(e) {
			o.reportNotices(w, e.Round)
		}
	}
	for _, by := range o.Archive.Releases {
		if !by.HasContent() {
			w.page(editionAt(o.lang, by.ID()), o.withdrawal(by))
		}
	}
}

// firstWithdrawn reports whether an edition is the first of those of its round that were
// withdrawn with the report.
func (o *outlook) firstWithdrawn(e *edition.Edition) bool {
	return o.Archive.Withdrawn[e.Round][0] == e
}

// reportNotices puts notices at the addresses that the editions of a report shared, unless
// one that was published since stands there. Of several withdrawals they tell of the last.
func (o *outlook) reportNotices(w *writer, round period.Period) {
	editions := o.Archive.Withdrawn[round]
	newest := editions[len(editions)-1]
	by := o.Archive.Withdrawal(newest)
	stands, ok := o.Archive.Report(round)
	if !ok {
		at := reportAt(o.lang, round)
		p := o.withdrawnPage(at, WithdrawnReport, newest, by)
		p.Edition = ""
		w.page(at, p)
	}
	if changed := len(editions) > 1 || ok; changed && !(ok && stands.Corrected()) {
		at := changesAt(o.lang, round)
		w.page(at, o.withdrawnPage(at, WithdrawnReport, newest, by))
	}
}

// figureNotices puts notices at the addresses of a figure, former ones too.
func (o *outlook) figureNotices(w *writer, e *edition.Edition, f archive.WithdrawnFigure, what WithdrawnWhat) {
	for _, id := range append([]string{f.ID}, f.Formerly...) {
		at := figureAt(o.lang, e.ID(), id)
		w.page(at, o.withdrawnPage(at, what, e, f.By))
	}
	at := embedAt(o.lang, e.ID(), f.ID)
	p := &Embed{Frame: o.frame(at, SectionReports), Round: o.l.Period(e.Round), Status: StatusWithdrawn, Withdrawn: o.takenBack(at, f.By), Page: Quotation{Href: relative(at, figureAt(o.lang, e.ID(), f.ID))}}
	p.NoIndex, p.Alternates = true, nil
	p.Canonical = o.absolute(figureAt(o.lang, e.ID(), f.ID))
	w.page(at, p)
	o.pictureNotice(w, e, f)
}

// pictureNotice puts a notice in the files of a picture, which other sites may show. Tables
// and rows of key figures had none.
func (o *outlook) pictureNotice(w *writer, e *edition.Edition, f archive.WithdrawnFigure) {
	if f.Kind == edition.TableFigure || f.Kind == edition.KeyFigures || !slices.Contains(e.Languages, o.lang) {
		return
	}
	why := o.takenBack("", f.By)
	notice := chart.Notice{
		Locale: o.l, Title: o.l.Named(o.l.Capitalise(o.l.Period(e.Round)), o.l.WithdrawnWord()),
		Lines: []string{o.l.Named(o.l.Capitalise(o.l.WithdrawnWord())+", "+why.Date.Text, why.Text)},
	}
	if address := o.absolute(figureAt(o.lang, e.ID(), f.ID)); address != "" {
		notice.Lines = append(notice.Lines, address)
	}
	for _, frame := range framings {
		w.file(figuresAt(o.lang, e.ID())+f.ID+frame.suffix+".svg", notice.SVG(frame.frame))
	}
}

// withdrawnPage is the page at an address of an edition whose content a withdrawal took back.
func (o *outlook) withdrawnPage(at string, what WithdrawnWhat, e, by *edition.Edition) *Withdrawn {
	p := &Withdrawn{
		Frame: o.frame(at, SectionReports), What: what, Round: o.l.Period(e.Round), Edition: strconv.Itoa(e.Number),
		Reason: o.takenBack(at, by), Reports: relative(at, reportsAt(o.lang)),
	}
	p.NoIndex = true
	p.Trail = []Crumb{{Section: SectionReports, Href: p.Reports}}
	if _, ok := o.Archive.Report(e.Round); ok {
		p.Report = relative(at, reportAt(o.lang, e.Round))
		p.Trail = append(p.Trail, Crumb{Text: o.l.Capitalise(p.Round), Href: p.Report})
	}
	return p
}

// withdrawal is the page of a withdrawal at its own address.
func (o *outlook) withdrawal(by *edition.Edition) *Withdrawn {
	at := editionAt(o.lang, by.ID())
	p := o.withdrawnPage(at, WithdrawnRelease, by, by)
	p.Reason.Href = ""
	p.Extent = o.extentOf(at, by)
	return p
}

// extentOf is what a release takes back, for the page at an address.
func (o *outlook) extentOf(at string, by *edition.Edition) WithdrawnExtent {
	x := WithdrawnExtent{Whole: by.Withdrawn.Report}
	for _, f := range by.Withdrawn.Files {
		x.Values += f.Cells
	}
	for _, id := range by.Withdrawn.Figures {
		if e := o.lastWith(by, id); e != nil {
			x.Figures = append(x.Figures, Link{Text: id, Href: relative(at, figureAt(o.lang, e.ID(), id))})
		}
	}
	if e := o.publishedAgain(by); x.Whole && e != nil {
		x.Again = &EditionLink{Edition: strconv.Itoa(e.Number), Date: o.date(e.Released), Href: relative(at, editionAt(o.lang, e.ID()))}
	}
	return x
}

// publishedAgain is the first edition of a report that was released after a withdrawal of
// it; nil when there is none.
func (s *Site) publishedAgain(by *edition.Edition) *edition.Edition {
	for _, e := range s.Archive.Editions {
		if e.Round == by.Round && e.Number > by.Number && !e.Draft() {
			return e
		}
	}
	return nil
}

// lastWith is the newest edition in which a withdrawal took a figure back.
func (o *outlook) lastWith(by *edition.Edition, figure string) *edition.Edition {
	var last *edition.Edition
	for _, e := range o.Archive.Editions {
		if f, ok := o.Archive.WithdrawnFigure(e, figure); ok && e.Round == by.Round && f.By.ID() == by.ID() {
			last = e
		}
	}
	return last
}

// takenBack says when and why a release took something back, for the page at an address.
func (o *outlook) takenBack(at string, by *edition.Edition) Correction {
	c := o.reason(by)
	c.Href = relative(at, editionAt(o.lang, by.ID()))
	return c
}

// withdrawalOf names the release that withdrew an edition; "" for none.
func (s *Site) withdrawalOf(e *edition.Edition) string {
	if by := s.Archive.Withdrawal(e); by != nil {
		return by.ID().String()
	}
	return ""
}

// withdraws lists what a withdrawal takes back, for programs.
func withdraws(m *seal.Manifest) *Withdraws {
	w := &Withdraws{Report: m.Withdrawn.Report, Figures: append([]string{}, m.Withdrawn.Figures...)}
	for _, f := range m.Withdrawn.Files {
		w.Values += f.Cells
	}
	return w
}
