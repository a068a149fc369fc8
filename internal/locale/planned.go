package locale

import "ronde/internal/period"

// plannedWords say when a report is to be released.
type plannedWords struct {
	report      string // {round}
	provisional string
	moved       string // {from}, {on}, {reason}
}

// ReportOn names the report of a round that is planned.
func (l *Locale) ReportOn(round period.Period) string {
	return fill(l.w.page.planned.report, "round", l.Period(round))
}

// ProvisionalDay says that the day of a release may still change.
func (l *Locale) ProvisionalDay() string { return l.w.page.planned.provisional }

// Moved says which day was announced before for a release, when it was changed, and why.
func (l *Locale) Moved(from, on period.Date, reason string) string {
	return fill(l.w.page.planned.moved, "from", l.Date(from), "on", l.Date(on), "reason", reason)
}
