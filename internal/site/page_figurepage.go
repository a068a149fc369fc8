package site

// A FigurePage is the page of one figure of one edition, at an address that never
// changes: the figure with its table open and all that somebody needs to cite it,
// to take it along or to show it elsewhere.
type FigurePage struct {
	Frame
	// Seal marks all text of the edition.
	Seal   Seal
	Status Status
	Round  string // of its report: augustus 2022
	// Report leads to the place of the figure in its report; its text is the
	// title of the report.
	Report Quotation
	// Figure has its table and all its downloads. Of a row of key figures Tiles
	// has what it shows in place of a picture.
	Figure      Figure
	Tiles       []KeyFigure
	Published   Date // empty for a draft
	Definitions []Definition
	Legend      []LegendEntry
	Cite        Cite
	Licence     Link
	// Embed is how another site shows the figure; nil when the site does not
	// know where it will stand.
	Embed *EmbedCode
	// Previous and Next are the same figure in the reports before and after
	// this one that have it.
	Previous, Next *Link
	// Indicators leads to the pages of its indicators.
	Indicators []Link
}

// Kind gives KindFigure.
func (*FigurePage) Kind() Kind { return KindFigure }

func (p *FigurePage) figures() []*Figure { return []*Figure{&p.Figure} }

// Record finds the figure by its title and what it shows: the standing edition
// of the newest report that has it, so that a figure which recurs is found once.
func (p *FigurePage) Record() *Record {
	if p.Next != nil || p.Status.Kind == StatusSuperseded {
		return nil
	}
	r := &Record{Title: p.Figure.Title, Within: p.Round, Text: p.Figure.Subtitle}
	r.foreign(p.Fallback)
	r.tiles(p.Tiles)
	for _, d := range p.Definitions {
		r.add(d.Term)
	}
	return r
}

// A Quotation is a link whose text is sealed.
type Quotation struct {
	Text string `sealed:"yes"`
	Href string
}

// EmbedCode is the HTML that shows a figure on another site.
type EmbedCode struct {
	Code string
	Href string // the page that the code shows
}

// An Embed is the page that another site shows in a frame: one figure with its
// source and the way back, and nothing else. Its links leave the frame.
type Embed struct {
	Frame
	Seal   Seal
	Status StatusKind
	// Figure has a table where it has neither picture nor tiles.
	Figure Figure
	Tiles  []KeyFigure
	Round  string
	// Page is the page of the figure; its text is the title of the report.
	Page Quotation
	// Withdrawn stands in the place of a figure whose status is withdrawn.
	Withdrawn Correction
}

// Kind gives KindEmbed.
func (*Embed) Kind() Kind { return KindEmbed }

// Record is none: the page of the figure is found.
func (*Embed) Record() *Record { return nil }
