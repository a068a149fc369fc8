package site

// Withdrawn is the notice at an address whose content was withdrawn, and the page of a
// release that withdraws something.
type Withdrawn struct {
	Frame
	What  WithdrawnWhat
	Round string // augustus 2022
	// Edition is the number of the edition that was shown at the address, or of the
	// withdrawal; empty at the address of the report.
	Edition string
	// Reason says when and why. Its Href is the page of the withdrawal; empty on that page.
	Reason Correction
	// Extent is what a withdrawal takes back; on its own page.
	Extent WithdrawnExtent
	// Report leads to the report where one stands, Reports to the list of all.
	Report, Reports string
}

// A WithdrawnExtent is what a withdrawal takes back.
type WithdrawnExtent struct {
	Whole bool // the report
	// Figures are their notices, Values how many values were taken down.
	Figures []Link
	Values  int
	// Again is the edition by which the whole report was published again; nil for none.
	Again *EditionLink
}

// Kind gives KindWithdrawn.
func (*Withdrawn) Kind() Kind { return KindWithdrawn }

// Record gives nil: what was withdrawn is not to be found.
func (*Withdrawn) Record() *Record { return nil }

// A WithdrawnWhat is what the notice is about.
type WithdrawnWhat string

// What a notice is about, each named in the interface texts under withdrawn.title and
// withdrawn.text.
const (
	WithdrawnReport  WithdrawnWhat = "report"
	WithdrawnFigure  WithdrawnWhat = "figure"
	WithdrawnRelease WithdrawnWhat = "release" // a withdrawal at its own address
)

// A FigureNotice stands in a text in the place of a figure that was withdrawn.
type FigureNotice struct {
	Reason Correction
}
