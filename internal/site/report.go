package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/commentary"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/period"
)

// reports puts the list of reports.
func (o *outlook) reports(w *writer) { w.page(reportsAt(o.lang), o.reportsPage()) }

// edition puts the pages of an edition; the one that stands is the report.
func (o *outlook) edition(w *writer, r archive.Report, e *edition.Edition) {
	if e == r.Latest() {
		w.page(reportAt(o.lang, r.Round), o.read(r, e, reportAt(o.lang, r.Round)).page())
	}
	w.page(editionAt(o.lang, e.ID()), o.read(r, e, editionAt(o.lang, e.ID())).page())
	o.figures(w, r, e)
}

// editionFiles puts the files of an edition that was sealed in the language.
func (o *outlook) editionFiles(w *writer, r archive.Report, e *edition.Edition) {
	o.figureFiles(w, e)
	w.file(bookAt(o.lang, e.ID()), o.read(r, e, editionAt(o.lang, e.ID())).workbook())
}

// figureFiles puts pictures and data of an edition's figures.
func (o *outlook) figureFiles(w *writer, e *edition.Edition) {
	base := figuresAt(o.lang, e.ID())
	told := o.tell(e)
	for _, f := range e.Figures {
		p := told.illustration(f)
		if p.drawing != nil {
			putDrawing(w, base+f.ID, p.drawing)
		}
		if f.Kind == edition.KeyFigures {
			for i := range f.Series {
				if c := sparkOf(e, f, i, o.l); c != nil {
					putDrawing(w, base+sparkName(f.ID, i), c.Draw())
				}
			}
		}
		w.file(base+f.ID+".csv", p.csv())
	}
}

// page is the report as one edition tells it.
func (r *reading) page() *Report {
	e, text, words := r.e, r.e.Texts[r.sealed], r.words()
	p := &Report{
		Frame: r.frame(r.at, SectionReports), Seal: r.seal(), Status: r.status(),
		Title: text.Title, Round: r.l.Period(e.Round), Period: r.l.Days(e.Round),
		Licence: r.licence(), Feedback: r.contact(r.Archive.Words.Site.Contact),
	}
	p.Published, p.DataUntil, p.DataLater, p.NextRelease = r.dates()
	p.Ruler = []RulerYear{r.year(r.at, e.Round.Year(), e.Round)}
	p.Description = cmp.Or(text.Description, strings.Join(r.summary(), " "))
	r.markFrame(&p.Frame)
	for _, c := range words.Contacts {
		p.Contacts = append(p.Contacts, contactOf(c))
	}
	p.Notices = r.notices()
	p.Numbers = r.numbers() // first, so that their ids stay as the text links to them
	for _, i := range words.Indicators {
		p.Definitions = append(p.Definitions, r.definition(i))
	}
	key := r.keyFigure()
	if key != nil {
		if tiles := r.keyFigures(key, true); len(tiles) > 0 {
			p.KeyFigures = KeyFigures{Lead: &tiles[0], Tiles: tiles[1:]}
		}
	}
	for _, point := range text.MainPoints {
		p.MainPoints = append(p.MainPoints, MainPoint{Text: template.HTML(commentary.Prose(point, r.presentation()))})
	}
	p.Body = r.body(text.Body, key)
	p.Coverage, p.News = r.coverage(), r.news()
	revisions, used := r.revisions()
	p.Revisions, p.Legend = revisions, r.legendOf(p.Body, used)
	p.Methods = r.methodLinks()
	p.Cite = Cite{
		Text: words.Cite, Address: r.absolute(editionAt(r.lang, e.ID())), Href: relative(r.at, editionAt(r.lang, e.ID())),
	}
	p.Downloads = []Download{r.download(r.at, bookAt(r.sealed, e.ID()), "XLSX", r.l.FileText(locale.EditionBook))}
	p.Related = r.related()
	return p
}

// dates are the days of an edition: published, which a draft is not, data received up to,
// with the later day of what a correction took in, and the day announced for the next
// report, beside that of today's calendar.
func (r *reading) dates() (published, until, later Date, next Announcement) {
	if !r.e.Draft() {
		published = r.date(r.e.Released)
	}
	if r.e.Next != 0 {
		next = Announcement{Day: r.l.Date(r.e.Next), Past: r.e.Next < r.e.Released}
	}
	r.plan(&next)
	if last := r.lastReceived(); last > r.e.Cutoff {
		later = r.date(last)
	}
	return published, r.date(r.e.Cutoff), later, next
}

// lastReceived is the day on which the last delivery of the edition arrived, 0 without any.
func (r *reading) lastReceived() (last period.Date) {
	for _, d := range r.e.Drops {
		last = max(last, d.Received)
	}
	return last
}

// markFrame says in which language the edition is, and whether search engines
// should list the page: neither a draft, nor an edition that was replaced, nor
// one in another language than the page's. The standing edition has two
// addresses with one content, of which search engines get the report's.
func (r *reading) markFrame(f *Frame) {
	f.Fallback = r.fallback()
	f.NoIndex = f.NoIndex || f.Fallback != nil
	if r.e.Draft() || r.e != r.report.Latest() {
		f.NoIndex = true
	} else {
		f.Address = reportAt(r.lang, r.e.Round)
		f.Canonical, f.Released = r.absolute(f.Address), r.date(r.e.Released)
	}
}

// fallback says in which language the edition shows itself; nil when it is that
// of the page.
func (r *reading) fallback() *Fallback {
	if r.sealed == r.lang {
		return nil
	}
	return &Fallback{Lang: r.sealed, Name: r.l.LanguageName(r.sealed)}
}

func contactOf(c edition.ContactWords) Contact {
	switch {
	case c.Email != "":
		return Contact{c.Name, "mailto:" + c.Email}
	default:
		return Contact{c.Name, c.URL}
	}
}

// notices are the dated statements above the report, among them what was left
// out to protect persons.
func (r *reading) notices() []Correction {
	var all []Correction
	for _, n := range r.words().Notices {
		all = append(all, Correction{Date: r.date(n.Date), Text: n.Text, Seal: r.seal()})
	}
	day := r.e.Released
	if r.e.Draft() {
		day = r.e.Cutoff
	}
	for _, by := range r.Archive.Releases { // of figures that gave way
		if slices.ContainsFunc(r.Archive.WithdrawnFigures(r.e), func(f archive.WithdrawnFigure) bool { return f.By == by }) {
			all = append(all, r.takenBack(r.at, by))
		}
	}
	for _, text := range r.words().LeftOut {
		all = append(all, Correction{Date: r.date(day), Text: text, Seal: r.seal()})
	}
	return all
}

func (r *reading) definition(w edition.IndicatorWords) Definition {
	d := Definition{
		ID: r.ids.take(definitionID(w.ID)), Term: w.Name,
		Text: template.HTML("<p>" + template.HTMLEscapeString(w.Definition) + "</p>"),
	}
	if id, ok := r.indicatorPage(w.ID); ok {
		d.Series = relative(r.at, indicatorAt(r.lang, id))
	}
	return d
}

func (r *reading) coverage() *Coverage {
	w := r.words().Coverage
	if w == nil {
		return nil
	}
	c := &Coverage{Fraction: w.Fraction, Text: w.Text, Deliveries: relative(r.at, deliveriesAt(r.lang))}
	for _, g := range w.Gaps {
		c.Gaps = append(c.Gaps, Gap{Kind: GapKind(g.Kind), Name: g.Name, Text: g.Text})
	}
	return c
}

// legendOf explains the marks that the edition uses, those that a table puts where
// nothing can be compared, and others that the page uses.
func (r *reading) legendOf(body []Block, used marks) []LegendEntry {
	for _, b := range body {
		if b.Figure != nil {
			used.table(b.Figure.Table)
		}
	}
	return used.legend(r.sl, r.words().Legend)
}

// methodLinks leads to the methods of the edition's datasets that are still in
// the codebook.
func (r *reading) methodLinks() []Link {
	var links []Link
	for _, m := range r.words().Methods {
		if c, ok := r.Archive.Words.Contract(m.Dataset); ok {
			links = append(links, Link{Text: m.Name + " (" + m.Organisation + ")", Href: relative(r.at, methodAt(r.lang, c.ID.Value))})
		}
	}
	return links
}

// related leads to the reports before and after, and to that of the same month a
// year before.
func (r *reading) related() []RelatedReport {
	var all []RelatedReport
	add := func(kind Neighbour, round period.Period) {
		all = append(all, RelatedReport{kind, r.l.Capitalise(r.l.Period(round)), relative(r.at, reportAt(r.lang, round))})
	}
	reports := r.Archive.Reports
	at := slices.IndexFunc(reports, func(other archive.Report) bool { return other.Round == r.e.Round })
	if at > 0 {
		add(NeighbourPrevious, reports[at-1].Round)
	}
	if at+1 < len(reports) {
		add(NeighbourNext, reports[at+1].Round)
	}
	if earlier, ok := r.e.Round.YearsBefore(1); ok {
		if _, ok := r.Archive.Report(earlier); ok && (at == 0 || reports[at-1].Round != earlier) {
			add(NeighbourYear, earlier)
		}
	}
	return all
}
