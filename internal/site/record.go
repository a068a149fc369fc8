package site

import (
	"html"
	"html/template"
	"strings"
)

// A Record is what the search of the site finds a page by. Every kind of page
// makes its own, from what it shows and from nothing else.
type Record struct {
	// Title is shown, and counts most. The theme names the page when it is
	// empty, as it does with the only page of a kind: Reports, Deliveries.
	Title string
	// Lang is the language of the texts where it is not that of the page.
	Lang string
	// Within says to what the page belongs where its title does not: the
	// organisation of a dataset.
	Within string
	// Text is a sentence or two, shown below the title.
	Text string
	// Terms are the words that the page explains. Each is found by itself, at its
	// own place in the page.
	Terms []GlossaryWord
	// Headings count more than Words; neither is shown.
	Headings []string
	Words    []string
}

// add takes texts into account that are not shown.
func (r *Record) add(texts ...string) { r.Words = append(r.Words, texts...) }

// foreign says that the texts are in another language than the page.
func (r *Record) foreign(f *Fallback) {
	if f != nil {
		r.Lang = f.Lang
	}
}

// links takes the texts of links.
func (r *Record) links(all []Link) {
	for _, l := range all {
		r.add(l.Text)
	}
}

// body takes the headings, the titles of the figures and the text of a body.
func (r *Record) body(blocks []Block) {
	for _, b := range blocks {
		switch {
		case b.Heading != nil:
			r.Headings = append(r.Headings, b.Heading.Text)
		case b.Figure != nil:
			r.figure(b.Figure)
		case b.Tiles != nil:
			r.tiles(b.Tiles)
		default:
			r.add(textOf(b.Prose))
		}
	}
}

func (r *Record) figure(f *Figure) {
	r.Headings = append(r.Headings, f.Title)
	r.add(f.Subtitle)
}

func (r *Record) tiles(all []KeyFigure) {
	for _, k := range all {
		r.add(k.Name, k.Unit, k.Period)
	}
}

func (r *Record) keyFigures(k KeyFigures) {
	if k.Lead != nil {
		r.tiles([]KeyFigure{*k.Lead})
	}
	r.tiles(k.Tiles)
}

// textOf is rendered Markdown without its markup. A tag ends a word.
func textOf(markup template.HTML) string {
	var b strings.Builder
	rest := string(markup)
	for rest != "" {
		text, tag, _ := strings.Cut(rest, "<")
		b.WriteString(html.UnescapeString(text))
		b.WriteByte(' ')
		_, rest, _ = strings.Cut(tag, ">")
	}
	return b.String()
}
