package site

import (
	"html/template"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/locale"
)

// indicator puts the page of an indicator with its files.
func (o *outlook) indicator(w *writer, word *codebook.Indicator) {
	t := o.track(word)
	t.put(w)
	o.redirects(w, SectionIndicators, indicatorAt, former(word.Formerly), word.ID.Value, t.name())
	if t.published() {
		t.atFirst().putFirst(w)
		o.redirects(w, SectionIndicators, firstAt, former(word.Formerly), word.ID.Value, t.name())
	}
}

func (t *track) put(w *writer) {
	id := t.word.ID.Value
	at := indicatorAt(t.lang, id)
	ids := anchors{}
	p := &Indicator{
		Frame: t.frame(at, SectionIndicators), Name: t.name(), Measure: t.l.MeasureName(string(t.word.Measure.Value)), Unit: t.noun().Other,
		Explained: t.explain(at, string(t.word.Measure.Value)), Summary: t.text(t.word.Definition), Details: t.details(),
	}
	p.Description, p.Keywords = p.Summary, t.keywords()
	for _, c := range t.contracts() {
		p.Datasets = append(p.Datasets, Link{Text: t.datasetName(c), Href: relative(at, datasetAt(t.lang, c.ID.Value))})
	}
	p.LookAlikes = t.lookAlikes(at)
	for _, r := range t.Archive.Showing(id) {
		p.Reports = append(p.Reports, Link{Text: t.l.Capitalise(t.l.Period(r.Round)), Href: relative(at, reportAt(t.lang, r.Round))})
	}
	if !t.published() {
		w.page(at, p)
		return
	}
	var plates []*illustration
	for _, p := range t.plates() {
		plates = append(plates, illustrate(p))
	}
	t.files(w, at, plates)
	p.Views = t.views(at)
	p.Latest = t.latest(at, ids)
	p.Source = strings.Join(t.suppliers(), ", ")
	for _, i := range plates {
		p.Series = append(p.Series, *t.show(i, at, ids))
	}
	p.Revisions, p.Triangle = t.vintages(at)
	p.Parts = t.parts(at, indicatorAt)
	used := marksOf(p.Revisions)
	if p.Triangle != nil {
		used.table(p.Triangle.Table)
	}
	for i := range plates {
		used.points(&plates[i].plate)
		used.table(p.Series[i].Table)
	}
	p.Legend = used.legend(t.l, nil)
	p.Downloads = t.downloads(at)
	w.page(at, p)
}

// files puts the data and the pictures of the indicator.
func (t *track) files(w *writer, at string, plates []*illustration) {
	id := t.word.ID.Value
	w.file(at+id+".csv", inMemory(t.writeNewest))
	if t.key.Derived == nil {
		w.file(t.vintageFile(), inMemory(t.writeKnown))
	}
	w.file(t.firstFile(), inMemory(t.writeFirst))
	for _, p := range plates {
		if p.drawing != nil {
			putDrawing(w, at+pictureName(&p.plate), p.drawing)
		}
	}
	if c := t.spark(); c != nil {
		putDrawing(w, at+"spark", c.Draw())
	}
}

// downloads are the files of the indicator, and the workbooks of the datasets
// that it comes from.
func (t *track) downloads(at string) []Download {
	file := indicatorAt(t.lang, t.word.ID.Value) + t.word.ID.Value
	all := []Download{t.download(at, file+".csv", "CSV", t.l.NewestValues())}
	if t.key.Derived == nil {
		all = append(all, t.download(at, t.vintageFile(), "CSV", t.l.AllVintages()))
	}
	all = append(all, t.download(at, t.firstFile(), "CSV", t.l.FirstValues()))
	for _, c := range t.contracts() {
		path := datasetBookAt(t.lang, c.ID.Value)
		if _, released := t.sizes.of(path); released {
			all = append(all, t.download(at, path, "XLSX", t.l.Named(t.text(c.Name), t.l.FileText(locale.DatasetBook))))
		}
	}
	return all
}

// vintageFile and firstFile are the addresses of what was known after each release, and
// of the first published values.
func (t *track) vintageFile() string {
	return indicatorAt(t.lang, t.word.ID.Value) + t.word.ID.Value + "-vintages.csv"
}
func (t *track) firstFile() string {
	return firstAt(t.lang, t.word.ID.Value) + t.word.ID.Value + "-first.csv"
}

// home is the address of the indicator's page with the values of the track.
func (t *track) home() string {
	if t.firsts != nil {
		return firstAt(t.lang, t.word.ID.Value)
	}
	return indicatorAt(t.lang, t.word.ID.Value)
}

// pictureName is what a picture of the fold is called. Its point keeps it apart
// from the files that are called after the indicator.
func pictureName(p *plate) string { return "figure." + p.id }

// show shows a figure of the fold on the page at an address; its files lie beside its
// home, in the language of the figure.
func (t *track) show(p *illustration, at string, ids anchors) *Figure {
	home := t.home()
	f := t.showFigure(p, ids.take(p.id), at, home+pictureName(&p.plate))
	f.Address = relative(at, home+"#"+p.id)
	data := home + t.word.ID.Value + ".csv"
	if t.firsts != nil {
		data = t.firstFile()
	}
	f.Downloads = append([]Download{t.download(at, data, "CSV", "")}, f.Downloads...)
	return f
}

// suppliers are the organisations that supply the indicator, each once.
func (t *track) suppliers() []string {
	var names []string
	for _, c := range t.contracts() {
		if name := t.organisation(c.Organisation.Value); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// keywords are the names that the indicator has and had, and the labels of the
// codes by which it is published.
func (t *track) keywords() []string {
	words := names(t.word.ID, t.word.Formerly)
	for _, s := range t.all {
		codes := s.Codes.Split()
		for n, dimension := range t.key.DimensionIDs() {
			list, ok := t.list(dimension)
			if !ok || n >= len(codes) {
				continue
			}
			if label := t.label(list, codes[n]); !slices.Contains(words, label) {
				words = append(words, label)
			}
		}
	}
	return words
}

func (o *outlook) datasetName(c *codebook.Contract) string {
	return o.text(c.Name) + " (" + o.organisation(c.Organisation.Value) + ")"
}

// details is the definition in parts.
func (t *track) details() []Term {
	var terms []Term
	add := func(term locale.Term, text string) {
		if text != "" {
			terms = append(terms, Term{Name: t.l.Term(term), Text: paragraph(text)})
		}
	}
	add(locale.Counted, t.text(t.word.Definition))
	kind := t.l.Capitalise(t.l.MeasureName(string(t.word.Measure.Value))) + "."
	if t.word.Since != 0 {
		kind += " " + t.l.CountedSince(t.word.Since)
	}
	if t.word.Derived != nil {
		kind += " " + t.l.Computed()
	}
	add(locale.MeasureTerm, kind)
	if t.unit().Percent {
		add(locale.BaseTerm, t.l.Capitalise(t.base())+".")
	}
	add(locale.SupplierTerm, strings.Join(t.suppliers(), ", "))
	return terms
}

func paragraph(text string) template.HTML {
	return template.HTML("<p>" + template.HTMLEscapeString(text) + "</p>")
}

// lookAlikes sets the indicator beside those that it is easily taken for. What
// tells them apart is kind, unit, period and size; names do not.
func (t *track) lookAlikes(at string) []IndicatorEntry {
	entries := []IndicatorEntry{t.entry(at)}
	for _, other := range t.word.LookAlikes {
		if i, ok := t.Archive.Words.Indicator(other.Value); ok {
			entries = append(entries, t.track(i).entry(at))
		}
	}
	if len(entries) == 1 {
		return nil
	}
	return entries
}

// entry is the indicator in the list of all, with its newest value.
func (t *track) entry(at string) IndicatorEntry {
	e := IndicatorEntry{
		Name: t.name(), Href: relative(at, indicatorAt(t.lang, t.word.ID.Value)), Unit: t.noun().Other, Source: strings.Join(t.suppliers(), ", "),
		Measure: t.l.MeasureName(string(t.word.Measure.Value)),
		Latest:  Number{Text: locale.Absent.String(), Absent: t.l.NotYetPublished()}, Period: t.l.NotAvailable(),
	}
	if e.Source == "" {
		e.Source = t.l.NotAvailable()
	}
	for _, id := range t.word.DimensionIDs() {
		if list, ok := t.Archive.Words.DimensionList(t.word, id); ok {
			e.Dimensions = append(e.Dimensions, Link{Text: t.listName(list), Href: t.explain(at, glossaryList+list.ID.Value)})
		}
	}
	if !t.published() {
		return e
	}
	if v, ok := t.newest(t.main); ok {
		e.Latest, e.Period = t.number(v), t.l.Period(v.Observed)
		if t.main.Codes != t.Archive.Keys.TotalCodes(t.key) {
			e.Period += ", " + t.place(t.main)
		}
	} else if v, ok := t.last(t.main, derive.Hidden); ok {
		e.Latest, e.Period = Number{Text: locale.Hidden.String(), Absent: t.l.LegendText(locale.Hidden)}, t.l.Period(v.Key.Period)
	}
	return e
}

func (t *track) number(v derive.Value) Number {
	return Number{Text: t.printed(v.Number), Qualifier: t.l.QualifierWord(locale.Qualifier(v.Qualifier.String()))}
}
