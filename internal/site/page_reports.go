package site

// Reports is the list of all reports.
type Reports struct {
	Frame
	// Years are newest first; none when nothing is released yet.
	Years []ReportYear
	// Corrections is the address of what was corrected of them.
	Corrections string
}

// Kind gives KindReports.
func (*Reports) Kind() Kind { return KindReports }

// Record finds the page by its name.
func (*Reports) Record() *Record { return &Record{} }

// A ReportYear is the rounds of one year.
type ReportYear struct {
	Ruler   RulerYear
	Reports []ReportEntry // newest first
}

// A ReportEntry is a report in a list.
type ReportEntry struct {
	Round     string // augustus 2022
	Href      string
	Published Date
	Edition   string // the number of the latest edition
	// Status is latest, amended, draft or withdrawn.
	Status StatusKind
	// Headline is the lead figure with its unit, or empty.
	Headline string
}
