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
	// Figures are the notices of the figures that a withdrawal takes back, Values how many
	// values it takes down, Whole that it takes back the report; on its own page.
	Figures []Link
	Values  int
	Whole   bool
	// Report leads to the report where one stands, Reports to the list of all.
	Report, Reports string
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
