package site

// A Figure is a chart or a table with everything that belongs to it. Without a
// Picture the table stands open; with one it opens on demand.
type Figure struct {
	ID       string // unique in the page; its anchor
	Title    string `sealed:"yes"` // the message, at most ten words
	Subtitle string `sealed:"yes"` // measure, place, period, unit
	Picture  *Picture
	// Option is the address of what an interactive chart in the place of the
	// picture needs (chart.Option); "" where it would add nothing.
	Option string
	Notes  []Note
	Source string `sealed:"yes"` // source and date received
	Table  *Table
	// Downloads are the files of the figure; Address is where it can be cited.
	Downloads []Download
	Address   string
}

// An illustrated page has figures.
type illustrated interface{ figures() []*Figure }

func figuresOf(body []Block) []*Figure {
	var all []*Figure
	for _, b := range body {
		if b.Figure != nil {
			all = append(all, b.Figure)
		}
	}
	return all
}

// A Picture is one drawing in up to four files: wide and narrow, each for light
// and for dark. Only Wide is needed. Sizes are in CSS pixels of the view that the
// address names, and keep the page from moving while pictures load.
type Picture struct {
	Wide, WideDark            string
	Width, Height             int
	Narrow, NarrowDark        string
	NarrowWidth, NarrowHeight int
	// Alt says kind, measure, place, period and message.
	Alt string
}

// A Note stands under a figure. Mark is [x], a number of a break, or empty.
type Note struct {
	Mark string `sealed:"yes"`
	Text string `sealed:"yes"`
}

// A Download is a file that readers take away.
type Download struct {
	Format string // CSV, SVG
	Href   string
	// Text says what the file holds, where the format alone does not; Size is
	// its printed size. Both may be empty.
	Text string
	Size string
}
