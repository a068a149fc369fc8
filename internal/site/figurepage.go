package site

import (
	"slices"
	"strconv"

	"ronde/internal/archive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/seal"
)

// figureAt is the address of a figure's page.
func figureAt(lang string, id seal.ReleaseID, figure string) string {
	return figuresAt(lang, id) + figure + "/"
}

// ownPage reports whether a figure has a page of its own. A small picture within
// a sentence has none: it shows one series of a figure, or of an indicator.
func ownPage(f *edition.Figure) bool { return f.Kind != edition.SparklineFigure }

// figures puts the page of each figure of an edition, what other sites show of
// it, and what remains at its former addresses.
func (o *outlook) figures(w *writer, report archive.Report, e *edition.Edition) {
	for _, f := range e.Figures {
		if !ownPage(f) || w.stopped {
			continue
		}
		id := e.ID()
		page := o.read(report, e, figureAt(o.lang, id, f.ID)).figurePage(f)
		w.page(figureAt(o.lang, id, f.ID), page)
		w.page(embedAt(o.lang, id, f.ID), o.read(report, e, embedAt(o.lang, id, f.ID)).embed(f))
		address := func(lang, figure string) string { return figureAt(lang, id, figure) }
		o.redirects(w, SectionReports, address, f.Formerly, f.ID, page.Figure.Title)
	}
}

// figurePage is the page of a figure.
func (r *reading) figurePage(f *edition.Figure) *FigurePage {
	e, words := r.e, r.words()
	at := figureAt(r.lang, e.ID(), f.ID)
	p := &FigurePage{
		Frame: r.frame(r.at, SectionReports), Seal: r.seal(), Status: r.figureStatus(f), Round: r.l.Period(e.Round),
		Figure: *r.shownFigure(f), Report: Quotation{r.e.Texts[r.sealed].Title, relative(r.at, r.placeOf(f))}, Licence: r.licence(),
	}
	r.markFigureFrame(&p.Frame, f)
	p.Description = p.Figure.Subtitle
	p.Trail = []Crumb{
		{Section: SectionReports, Href: relative(r.at, reportsAt(r.lang))},
		{Text: r.l.Capitalise(p.Round), Href: relative(r.at, r.reportOf())},
	}
	p.Published, _, _, _ = r.dates()
	p.Figure.Downloads = r.figureDownloads(f)
	for _, w := range words.Indicators {
		if !slices.Contains(r.indicatorsOf(f), w.ID) {
			continue
		}
		p.Definitions = append(p.Definitions, r.definition(w))
		if id, ok := r.indicatorPage(w.ID); ok {
			p.Indicators = append(p.Indicators, Link{Text: r.indicatorName(id), Href: relative(r.at, indicatorAt(r.lang, id))})
		}
	}
	if f.Kind == edition.KeyFigures {
		p.Tiles = r.keyFigures(f, true)
	}
	used := marksOf(p.Figure.Table)
	used.points(&r.illustration(f).plate)
	p.Legend = used.only(used.legend(r.sl, words.Legend))
	p.Cite = Cite{Address: r.absolute(at), Href: relative(r.at, at)}
	if words.Cite != "" {
		p.Cite.Text = r.sl.Quote(p.Figure.Title) + ". " + words.Cite
	}
	p.Previous, p.Next = r.sameFigure(f, -1), r.sameFigure(f, 1)
	p.NoIndex = p.NoIndex || p.Next != nil // a figure that recurs is to be found once, as it is now
	if src := r.absolute(embedAt(r.lang, e.ID(), f.ID)); src != "" {
		p.Embed = &EmbedCode{Code: embedCode(src, p.Figure.Title, embedHeight(&p.Figure, p.Tiles)), Href: relative(r.at, embedAt(r.lang, e.ID(), f.ID))}
	}
	return p
}

// shownFigure is a figure as its own page shows it. Beside a picture the table
// has its own caption, so that the subtitle stands.
func (r *reading) shownFigure(f *edition.Figure) *Figure {
	p := r.illustration(f)
	shown := r.showFigure(p, r.ids.take("figure-"+f.ID), r.at, r.figureFile(f.ID))
	shown.Address = relative(r.at, figureAt(r.lang, r.e.ID(), f.ID))
	if f.Kind == edition.KeyFigures {
		shown.Subtitle = p.subtitle
	}
	return shown
}

// markFigureFrame says in which language the figure is, and whether search
// engines should list its page: not when its edition was replaced or is a draft.
func (r *reading) markFigureFrame(frame *Frame, f *edition.Figure) {
	frame.Fallback = r.fallback()
	frame.NoIndex = frame.NoIndex || frame.Fallback != nil || r.e.Draft() || r.e != r.report.Latest()
	if !r.e.Draft() {
		frame.Released = r.date(r.e.Released)
	}
	frame.Keywords = f.Formerly
}

// figureStatus is the panel above a figure: that of its edition, with links to
// the same figure in the other editions that have it.
func (r *reading) figureStatus(f *edition.Figure) Status {
	s := r.status()
	if s.Latest != "" {
		latest := r.report.Latest()
		s.Latest = relative(r.at, reportAt(r.lang, latest.Round))
		if same := twin(latest, f); same != nil {
			s.Latest = relative(r.at, figureAt(r.lang, latest.ID(), same.ID))
		}
	}
	s.Editions = nil
	for _, e := range slices.Backward(r.report.Editions) {
		if same := twin(e, f); same != nil && !e.Draft() {
			s.Editions = append(s.Editions, EditionLink{
				Edition: strconv.Itoa(e.Number), Date: r.date(e.Released), Href: relative(r.at, figureAt(r.lang, e.ID(), same.ID)), Current: e == r.e,
			})
		}
	}
	return s
}

// twin is the same figure in another edition, under the id that it has there;
// nil when there is none.
func twin(e *edition.Edition, f *edition.Figure) *edition.Figure {
	for _, other := range e.Figures {
		if ownPage(other) && (other.ID == f.ID || slices.Contains(other.Formerly, f.ID) || slices.Contains(f.Formerly, other.ID)) {
			return other
		}
	}
	return nil
}

// sameFigure leads to the same figure in the nearest report before (-1) or after
// (1) this one that has it.
func (r *reading) sameFigure(f *edition.Figure, step int) *Link {
	at := slices.IndexFunc(r.Archive.Reports, func(other archive.Report) bool { return other.Round == r.e.Round })
	for i := at + step; i >= 0 && i < len(r.Archive.Reports); i += step {
		e := r.Archive.Reports[i].Latest()
		if same := twin(e, f); same != nil {
			return &Link{Text: r.l.Capitalise(r.l.Period(e.Round)), Href: relative(r.at, figureAt(r.lang, e.ID(), same.ID))}
		}
	}
	return nil
}

// reportOf is the address of the report that the figure belongs to: of the
// standing edition that of the report, of another its own.
func (r *reading) reportOf() string {
	if r.e == r.report.Latest() {
		return reportAt(r.lang, r.e.Round)
	}
	return editionAt(r.lang, r.e.ID())
}

// placeOf is the address of the figure's place in its report. Key figures at the
// top, and a figure that the text of another language places, have none.
func (r *reading) placeOf(f *edition.Figure) string {
	if f.Kind != edition.KeyFigures && slices.Contains(r.placed, f) {
		return r.reportOf() + "#" + f.ID
	}
	return r.reportOf()
}

// figureDownloads are the files of a figure with what they hold.
func (r *reading) figureDownloads(f *edition.Figure) []Download {
	file := r.figureFile(f.ID)
	all := []Download{r.download(r.at, file+".csv", "CSV", r.l.FileText(locale.FigureData))}
	if r.illustration(f).drawing != nil {
		all = append(all,
			r.download(r.at, file+".svg", "SVG", r.l.FileText(locale.WidePicture)),
			r.download(r.at, file+".narrow.svg", "SVG", r.l.FileText(locale.NarrowPicture)))
	}
	return append(all, r.download(r.at, bookAt(r.sealed, r.e.ID()), "XLSX", r.l.FileText(locale.EditionBook)))
}

// indicatorsOf are the indicators that a figure shows, with what they are derived
// from, by the edition's own codebook.
func (r *reading) indicatorsOf(f *edition.Figure) []string {
	var all []string
	for _, id := range f.Indicators() {
		all = append(all, id)
		if i, ok := r.e.Codebook.Indicator(id); ok {
			for _, part := range i.Parts() {
				all = append(all, part.Value)
			}
		}
	}
	return all
}
