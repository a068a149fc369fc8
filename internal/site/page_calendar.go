package site

// Calendar is the planned and the past releases.
type Calendar struct {
	Frame
	Coming []ComingRelease // soonest first
	Past   []PastRelease   // newest first
}

// Kind gives KindCalendar.
func (*Calendar) Kind() Kind { return KindCalendar }

// Record is that of the list.
func (*Calendar) Record() *Record { return &Record{} }

// A ComingRelease is the report of a round that is not released.
type ComingRelease struct {
	Round string // september 2023
	Date  Date
	Note  string // may be empty
}

// A PastRelease is a release.
type PastRelease struct {
	Round   string
	Edition string // its number
	Href    string
	Date    Date
	Planned Date // of a first edition, where the calendar announced another day
}
