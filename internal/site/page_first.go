package site

// A First is the page of an indicator that shows each value as it was first published,
// with the release that did so.
type First struct {
	Frame
	Name    string // of the indicator
	Measure string // the measure type in words, Explained where the glossary explains it
	Unit    string
	// Explained is the address of the measure type in the glossary.
	Explained string
	Views     []ViewLink
	// Computed says that values of the page are not delivered. Parts are the indicators
	// that they are computed from, when these are others, as first published.
	Computed bool
	Parts    []Link
	// Series holds the figures of the whole series; their tables name the releases.
	Series    []Figure
	Source    string
	Legend    []LegendEntry
	Downloads []Download
}

// Kind gives KindFirst.
func (*First) Kind() Kind { return KindFirst }

func (p *First) figures() []*Figure {
	var all []*Figure
	for i := range p.Series {
		all = append(all, &p.Series[i])
	}
	return all
}

// Record gives none: who looks for an indicator is led to its newest values.
func (*First) Record() *Record { return nil }
