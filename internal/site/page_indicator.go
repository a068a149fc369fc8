package site

import "html/template"

// An Indicator is the page of one indicator: what it is, its whole series as all
// releases together tell it, and how it was revised.
type Indicator struct {
	Frame
	Name string
	// Measure is the measure type in words (flow, stock, share), Explained where the
	// glossary explains it; Unit the unit.
	Measure, Explained string
	Unit               string
	// Summary is the definition in a sentence.
	Summary string
	// Views leads to the newest and to the first published values; empty when nothing
	// is published.
	Views []ViewLink
	// Latest is the newest value of the total; nil when nothing is released.
	Latest *KeyFigure
	// Series holds the figures of the whole series and its breakdowns.
	Series []Figure
	Source string
	// Revisions compares first publication and newest value; nil when nothing was
	// revised. Triangle is what each release said about each period; nil when only one
	// said something.
	Revisions *Table
	Triangle  *Triangle
	// Parts are what a derived indicator is computed from; empty for one whose values
	// releases publish.
	Parts []Link
	// Details is the definition in parts.
	Details   []Term
	Legend    []LegendEntry
	Downloads []Download
	Datasets  []Link
	Reports   []Link
	// LookAlikes are this indicator and those that it is easily taken for, each
	// with its newest value; empty when there are none.
	LookAlikes []IndicatorEntry
}

// Kind gives KindIndicator.
func (*Indicator) Kind() Kind { return KindIndicator }

func (p *Indicator) figures() []*Figure {
	var all []*Figure
	for i := range p.Series {
		all = append(all, &p.Series[i])
	}
	return all
}

// Record finds the indicator by its name and definition, its suppliers, what it
// is broken down by, and what it is easily mistaken for.
func (p *Indicator) Record() *Record {
	r := &Record{Title: p.Name, Text: p.Summary}
	for i := range p.Series {
		r.figure(&p.Series[i])
	}
	r.add(p.Measure, p.Unit, p.Source)
	r.links(p.Datasets)
	for _, other := range p.LookAlikes {
		r.add(other.Name)
	}
	return r
}

// A Triangle is what each release said about each period of the main series.
type Triangle struct {
	Table *Table
	// NotYet says that some cell is of a time before the period was published.
	NotYet bool
	// Cut says that there are more periods or releases than the table shows.
	Cut bool
	// Main names the series when there are others, of which the table tells nothing;
	// All is how many there are.
	Main string
	All  string
	File Download // of all periods, releases and series
}

// A View is one way to see the values of an indicator.
type View string

// The views, each named in the interface texts under view.
const (
	ViewLatest View = "latest" // the newest value of each period
	ViewFirst  View = "first"  // each value as it was first published
)

// A ViewLink leads to the page of a view.
type ViewLink struct {
	View    View
	Href    string
	Current bool
}

// A Term is a name and its explanation.
type Term struct {
	Name string
	Text template.HTML
}
