package site

// A Table has one head row, one head cell in each row, and no empty cell: what
// has no value says why. The first column of Columns is the one of the row heads.
type Table struct {
	Caption string `sealed:"yes"`
	Columns []Column
	Rows    []Row
}

// A Column is the head of a column. Words are set left, numbers right.
type Column struct {
	Text  string `sealed:"yes"`
	Words bool
	Href  string // where the head leads; empty for most
}

// A Row is a row head and one cell for each further column.
type Row struct {
	Head  string `sealed:"yes"`
	Cells []Cell
}

// A CellStyle says what a cell holds.
type CellStyle string

// The styles of cells.
const (
	CellNumber  CellStyle = "number"
	CellWords   CellStyle = "words"
	CellChanged CellStyle = "changed" // a number other than the one beside it
	CellAbsent  CellStyle = "absent"  // a mark such as [x]; Meaning has the words
)

// A Cell is one printed value.
type Cell struct {
	Style CellStyle
	Text  string `sealed:"yes"`
	// Meaning is what a mark stands for, in words; screen readers get it
	// instead of the mark.
	Meaning string `sealed:"yes"`
	// Revision is the printed difference from the value beside it when the
	// cell holds a revised one: +10. Empty for all others.
	Revision string `sealed:"yes"`
	// Href is where the words of a cell lead; empty for most.
	Href string
}
