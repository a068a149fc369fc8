package site

// Deliveries shows who delivered when. It knows drops by name and date only,
// never by their content.
type Deliveries struct {
	Frame
	// Years are newest first.
	Years []DeliveryYear
	// SetAside are those without which a preview was made, because they have errors.
	SetAside []Drop
	// Recent are the newest deliveries, newest first.
	Recent []Drop
}

// Kind gives KindDeliveries.
func (*Deliveries) Kind() Kind { return KindDeliveries }

// Record finds the page by its name and the organisations in it.
func (p *Deliveries) Record() *Record {
	r := &Record{}
	for _, y := range p.Years {
		for _, g := range y.Groups {
			r.add(g.Organisation)
		}
	}
	return r
}

// A DeliveryYear is a grid of datasets by month, for the rounds of one year.
// Months has the heads of all columns; each row has one cell for each.
type DeliveryYear struct {
	Year string
	// Figure is the year by organisation. The grid takes the place of its table.
	Figure Figure
	Months []DeliveryMonth
	Groups []DeliveryGroup
}

// A DeliveryMonth heads a column.
type DeliveryMonth struct {
	Short string // jan
	Full  string // januari 2022
	// Reporting is how many of the organisations due have delivered: 11/12;
	// empty for a month to come.
	Reporting string
}

// A DeliveryGroup is the datasets of one organisation.
type DeliveryGroup struct {
	Organisation string
	Href         string // its page
	Rows         []DeliveryRow
}

// A DeliveryRow is one dataset.
type DeliveryRow struct {
	Dataset string
	Href    string // its page; may be empty
	Cells   []Delivery
}

// A DeliveryState is what happened to one delivery.
type DeliveryState string

// The states, each named in the interface texts under delivery.
const (
	DeliveryOnTime   DeliveryState = "on-time"
	DeliveryLate     DeliveryState = "late"
	DeliveryMissing  DeliveryState = "missing"
	DeliveryNotDue   DeliveryState = "not-due"
	DeliveryExpected DeliveryState = "expected" // due, its day not yet past
)

// A Delivery is one cell of the grid. Received is the day it came; empty when it
// did not. Times is more than 1 when the dataset was delivered again.
type Delivery struct {
	State    DeliveryState
	DaysLate int // of one that is late
	Received Date
	Times    int
}

// A Drop is one delivery.
type Drop struct {
	ID           string // 2022-08/dvz/attestations.2
	Organisation string
	Dataset      string
	Round        string
	Received     Date
	State        DeliveryState
}
