package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/chart"
	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/edition"
	"ronde/internal/locale"
)

// A reading is one edition as a page shows it: in the language of the page, or
// whole in another when it was not sealed in that.
type reading struct {
	*outlook
	report archive.Report
	*telling
	at     string // address of the page
	sealed string // language of the edition's text
	ids    anchors
	shown  map[string]bool // figures that the page has
	// topical are the anchors of the sections that are about topics, in order.
	topical []string
}

// read prepares an edition for the page at an address.
func (o *outlook) read(report archive.Report, e *edition.Edition, at string) *reading {
	sealed := e.Language(o.lang)
	r := &reading{outlook: o, report: report, telling: o.tell(e), at: at, sealed: sealed, ids: anchors{}, shown: map[string]bool{}}
	for _, f := range e.Figures {
		r.ids.take(f.ID) // the id of a figure is its address, whatever else is called so
	}
	for _, s := range r.sections {
		r.topical = append(r.topical, r.ids.take(s.Topic)) // before other headings, and so the same in every language
	}
	return r
}

// seal marks text of the edition. A draft has no seal, only a language.
func (r *reading) seal() Seal {
	s := Seal{Sealed: !r.e.Draft()}
	if r.sealed != r.lang {
		s.Lang = r.sealed
	}
	return s
}

// figureFile is the path of a figure's files without their endings: below the
// edition in the language of its text.
func (r *reading) figureFile(id string) string { return figuresAt(r.sealed, r.e.ID()) + id }

// figure shows a figure of the edition.
func (r *reading) figure(f *edition.Figure) *Figure {
	id := f.ID
	if r.shown[id] {
		id = r.ids.take(id)
	}
	r.shown[id] = true
	shown := r.showFigure(r.illustration(f), id, r.at, r.figureFile(f.ID))
	shown.Address = relative(r.at, figureAt(r.lang, r.e.ID(), f.ID))
	shown.Downloads = append([]Download{
		r.download(r.at, r.figureFile(f.ID)+".csv", "CSV", ""),
		r.download(r.at, bookAt(r.sealed, r.e.ID()), "XLSX", r.l.FileText(locale.WholeEdition)),
	}, shown.Downloads...)
	return shown
}

// showFigure shows an illustration on the page at an address; path is that of its
// picture's files without their endings. Without a picture its table stands open.
func (o *outlook) showFigure(p *illustration, id, at, path string) *Figure {
	f := &Figure{ID: id, Title: p.title, Subtitle: p.subtitle, Notes: p.remarks(), Source: sourceOf(p.l, p.source), Table: p.table()}
	if p.drawing != nil {
		f.Picture = pictureOf(p.drawing, relative(at, path))
		if p.drawing.Interactive() {
			f.Option = relative(at, path+".json")
		}
		f.Downloads = append(f.Downloads, o.download(at, path+".svg", "SVG", ""))
	} else if strings.Contains(f.Table.Caption, f.Subtitle) {
		f.Subtitle = "" // the caption of the open table says it
	}
	return f
}

// sourceOf is a source line without the word that begins it, which the page
// prints itself.
func sourceOf(l *locale.Locale, line string) string { return strings.TrimPrefix(line, l.SourceLabel()) }

// keyFigures shows a row of key figures. definitions tells that the page has the
// definitions too, so that each figure leads to its own.
func (r *reading) keyFigures(f *edition.Figure, definitions bool) []KeyFigure {
	var all []KeyFigure
	for i, tile := range tilesOf(f, r.sealed) {
		if i >= len(f.Series) {
			break
		}
		s := f.Series[i]
		k := KeyFigure{
			ID: r.ids.take("kf-" + s.Indicator), Name: sealedText(s.Name, r.e.Languages, r.sealed),
			Number: Number{Qualifier: tile.Qualifier, Text: tile.Printed, Absent: tile.Absent},
			Unit:   tile.Unit, Period: tile.When, Trend: tile.Trend, Source: sourceOf(r.sl, tile.Source),
		}
		for _, t := range tile.Tags {
			k.Tags = append(k.Tags, tag(t))
		}
		if firm(&k) && !f.PartialAt(i) {
			k.Firm = f.ReachesAt(i, r.e.Round)
			k.Earlier = !k.Firm
		}
		for _, c := range tile.Changes {
			k.Changes = append(k.Changes, Change(c))
		}
		if c := sparkOf(r.e, f, i, r.sl); c != nil {
			k.Spark, k.SparkCaption = pictureOf(c.Draw(), relative(r.at, r.figureFile(sparkName(f.ID, i)))), tile.Caption
		}
		if definitions && r.defines(s.Indicator) {
			k.Definition = "#" + definitionID(s.Indicator)
		}
		if id, ok := r.indicatorPage(s.Indicator); ok {
			k.Series = relative(r.at, indicatorAt(r.lang, id))
		}
		all = append(all, k)
	}
	return all
}

func tilesOf(f *edition.Figure, lang string) []edition.Tile {
	for _, t := range f.Texts {
		if t.Language == lang {
			return t.Tiles
		}
	}
	return nil
}

// tag draws a status the way lines and bars are drawn: provisional dashed, what
// is not exact dotted, all else solid.
func tag(r edition.Remark) Tag {
	t := Tag{Style: TagFirm, Text: r.Text}
	switch r.Mark {
	case locale.Provisional.String():
		t.Style = TagProvisional
	case locale.Estimated.String(), locale.Reconstructed.String():
		t.Style = TagApproximate
	}
	return t
}

// firm reports whether a number is exact and carries no mark.
func firm(k *KeyFigure) bool {
	return len(k.Tags) == 0 && k.Number.Absent == "" && k.Number.Qualifier == ""
}

// sparkName is what the files of a key figure's small picture are called.
func sparkName(figure string, i int) string { return figure + "." + strconv.Itoa(i+1) }

// sparkOf is the small picture of one key figure; nil when it has fewer than two
// values.
func sparkOf(e *edition.Edition, f *edition.Figure, i int, l *locale.Locale) *chart.Chart {
	p := sealedPlate(e, f, l)
	tiles := tilesOf(f, l.Language())
	if i >= len(tiles) || i >= len(p.series) || tiles[i].Caption == "" {
		return nil
	}
	p.kind, p.series = edition.SparklineFigure, p.series[i:i+1]
	p.trim()
	p.title, p.alt = p.series[0].name+", "+tiles[i].Caption, tiles[i].Alt
	return p.chart()
}

// defines reports whether the edition explains an indicator.
func (r *reading) defines(indicator string) bool {
	return slices.ContainsFunc(r.words().Indicators, func(w edition.IndicatorWords) bool { return w.ID == indicator })
}

func (r *reading) words() *edition.Words { return r.e.Words[r.sealed] }

func definitionID(indicator string) string { return "def-" + indicator }

// indicatorPage gives today's id of an indicator that an edition names, when it
// has a page.
func (o *outlook) indicatorPage(id string) (string, bool) {
	i, ok := o.Archive.Words.Indicator(id)
	if !ok {
		return "", false
	}
	return i.ID.Value, true
}

// presentation draws the small pictures in sentences.
func (r *reading) presentation() commentary.Presentation {
	return commentary.Presentation{
		MinusWord: r.sl.MinusWord(),
		Sparkline: func(id, alternative string) string {
			f, ok := r.e.Figure(id)
			if !ok {
				return template.HTMLEscapeString(alternative)
			}
			p := sealedPlate(r.e, f, r.sl)
			p.kind = edition.SparklineFigure
			c := p.chart()
			if c == nil {
				return template.HTMLEscapeString(alternative)
			}
			c.Description = alternative
			return inlinePicture(pictureOf(c.Draw(), relative(r.at, r.figureFile(id))))
		},
	}
}

// inlinePicture is a small picture inside a sentence, where no template reaches.
// Paper gets the light one.
func inlinePicture(p *Picture) string {
	e := template.HTMLEscapeString
	return `<picture><source media="print" srcset="` + e(p.Wide) + `"/><source media="(prefers-color-scheme: dark)" srcset="` + e(p.WideDark) +
		`"/><img class="spark" src="` + e(p.Wide) + `" width="160" height="44" alt="` + e(p.Alt) + `"/></picture>`
}

// suppliers names the organisations that a figure's values come from, by the
// edition's own codebook.
func (r *reading) suppliers(f *edition.Figure) []string {
	var names []string
	for _, points := range f.Points {
		for _, p := range points {
			if name := organisationOf(r.e.Codebook, p.Drop, append([]string{r.sealed}, r.e.Languages...)); name != "" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// organisationOf is the short name of the organisation that delivered a drop.
func organisationOf(book *codebook.Codebook, drop string, order []string) string {
	parts := strings.Split(drop, "/")
	if len(parts) != 3 {
		return ""
	}
	o, ok := book.Organisation(parts[1])
	if !ok {
		return parts[1]
	}
	if short, _, ok := o.Short.First(order...); ok {
		return short
	}
	name, _, _ := o.Name.First(order...)
	return name
}
