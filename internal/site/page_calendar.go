package site

// Calendar is the planned and the past releases.
type Calendar struct {
	Frame
	// File is the address of the plans for calendar programs; empty for none.
	File   string
	Coming []ComingRelease // soonest first
	// Overdue says that the day of one of them has passed.
	Overdue bool
	Past    []PastRelease // newest first
}

// Kind gives KindCalendar.
func (*Calendar) Kind() Kind { return KindCalendar }

// Record is that of the list.
func (*Calendar) Record() *Record { return &Record{} }

// A PlanStatus says how firm the day of a release is.
type PlanStatus string

// The statuses of a day, each named in the interface texts under plan.
const (
	PlanProvisional PlanStatus = "provisional"
	PlanConfirmed   PlanStatus = "confirmed"
	PlanOverdue     PlanStatus = "overdue" // the day has passed, and no report has appeared
)

// A ComingRelease is the report of a round that is not released.
type ComingRelease struct {
	Round  string // september 2023
	Date   Date
	Status PlanStatus
	// Moved says of each day that was announced before when and why another took its
	// place, the first one first.
	Moved []string
	Note  string // may be empty
}

// A PastRelease is a release.
type PastRelease struct {
	Round   string
	Edition string // its number
	Href    string
	Date    Date
	// Withdrawn says that the edition is no longer shown.
	Withdrawn bool
	Planned   Date     // of a first edition, where the calendar announced another day
	Moved     []string // of a first edition, as of a coming one
}
