package site

// Methods is the page about how figures are made, or the method of one dataset.
type Methods struct {
	Frame
	Title string
	Intro string
	Body  []Block
	// Datasets leads to the method of each dataset; empty on such a page.
	Datasets []Link
	Legend   []LegendEntry
}

// Kind gives KindMethods.
func (*Methods) Kind() Kind { return KindMethods }

// Record finds the page by its text, and the one about all methods by its datasets
// and by the marks that it explains.
func (p *Methods) Record() *Record {
	r := &Record{Title: p.Title, Text: p.Intro}
	r.foreign(p.Fallback)
	r.body(p.Body)
	r.links(p.Datasets)
	if p.Datasets != nil { // on the page of one dataset the marks say nothing of it
		for _, e := range p.Legend {
			r.add(e.Text)
		}
	}
	return r
}

// About is the page about the site itself.
type About struct {
	Frame
	Title string
	Intro string
	Body  []Block
}

// Kind gives KindAbout.
func (*About) Kind() Kind { return KindAbout }

// Record finds the page by its text.
func (p *About) Record() *Record {
	r := &Record{Title: p.Title, Text: p.Intro}
	r.foreign(p.Fallback)
	r.body(p.Body)
	return r
}
