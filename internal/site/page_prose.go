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

// About is the page about the site itself.
type About struct {
	Frame
	Title string
	Intro string
	Body  []Block
}

// Kind gives KindAbout.
func (*About) Kind() Kind { return KindAbout }
