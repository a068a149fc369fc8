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

// Record finds the page by its text and the datasets that it leads to.
func (p *Methods) Record() *Record {
	r := &Record{Title: p.Title, Text: p.Intro}
	r.foreign(p.Fallback)
	r.body(p.Body)
	r.links(p.Datasets)
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
