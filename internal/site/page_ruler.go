package site

// A RulerYear is one year of the month ruler: navigation along the axis of time.
type RulerYear struct {
	Year   string
	Months [12]RulerMonth
}

// A RulerMonth is one month of the ruler. A month without Href has no report.
type RulerMonth struct {
	Initial string // j, shown on narrow screens
	Short   string // jan
	Long    string // januari
	Full    string // januari 2022, for screen readers
	Href    string
	Current bool
}
