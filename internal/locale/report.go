package locale

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ronde/internal/period"
)

// reportWords are the sentences of a report apart from its figures.
type reportWords struct {
	count         string // head of a column whose rows have units of their own
	subject       string // title of a report: {subject}, {month}
	cite          string // {site}, {title}, {edition}, {date}
	reporting     string // what a coverage counts, after "11 of 12"
	lateDelivery  string // {due}, {date}
	breakBefore   string // {period}
	leftOut       string // {dataset}, {dimensions}, {periods}
	leftOutWhole  string // {dataset}, {periods}
	suppliersNote string // {difference}
	partialNote   string // {coverage}
	seriesBegins  string // {period}
	days          string // {from}, {to}
	denominator   string // {name}, {unit}, {values}
	between       string // {low}, {high}
	baseIs        string // {name}
	referenceLine string // {label}
	freeScale     string // of a subtitle
	zero          string // the word by which a subtitle says so
	meeting       string // title of a meeting: {date}
}

// ReportTitle is the automatic title of a report: "Ontheemden uit Oekraïne:
// juli 2022".
func (l *Locale) ReportTitle(subject string, round period.Period) string {
	return fill(l.w.report.subject, "subject", subject, "month", l.Period(round))
}

// Cite is how to name an edition in a list of sources, without its address.
func (l *Locale) Cite(site, title string, edition int, released period.Date) string {
	return fill(l.w.report.cite, "site", site, "title", title, "edition", strconv.Itoa(edition), "date", l.Date(released))
}

// Count heads a column of numbers whose units stand in the rows.
func (l *Locale) Count() string { return l.w.report.count }

// Reporting is what the fraction of a coverage counts: organisations that
// delivered of those due.
func (l *Locale) Reporting() string { return l.w.report.reporting }

// LateDelivery says that a delivery for a period came after the cutoff.
func (l *Locale) LateDelivery(due period.Period, received period.Date) string {
	return fill(l.w.report.lateDelivery, "due", l.due(due), "date", l.Date(received))
}

// BreakBefore names the period with which a new series begins.
func (l *Locale) BreakBefore(p period.Period) string {
	return fill(l.w.report.breakBefore, "period", l.Period(p))
}

// LeftOut says which breakdowns of a dataset were not published to protect
// persons; without dimensions, that the dataset was left out whole.
func (l *Locale) LeftOut(dataset string, dimensions []string, periods []period.Period) string {
	if len(dimensions) == 0 {
		return l.Capitalise(fill(l.w.report.leftOutWhole, "dataset", dataset, "periods", l.List(l.Runs(periods))))
	}
	return l.Capitalise(fill(l.w.report.leftOut, "dataset", dataset, "dimensions", l.List(dimensions), "periods", l.List(l.Runs(periods))))
}

// TotalDiffers says that a delivered total is not the sum of its parts;
// difference is printed, with its sign.
func (l *Locale) TotalDiffers(difference string) string {
	return fill(l.w.report.suppliersNote, "difference", difference)
}

// Partial says that a total lacks parts.
func (l *Locale) Partial(present, expected int) string {
	return fill(l.w.report.partialNote, "coverage", l.Coverage(present, expected))
}

// SeriesBegins says why there is nothing to compare with: the series is not
// that old.
func (l *Locale) SeriesBegins(first period.Period) string {
	return fill(l.w.report.seriesBegins, "comparable", l.w.notComparable, "period", l.In(first))
}

// Days names the days of a period: 1 – 31 juli 2022.
func (l *Locale) Days(p period.Period) string {
	year, month, _ := p.Start().Civil()
	if p.Kind() != period.Month {
		return l.Period(period.SpanOf(p.Start(), p.End()))
	}
	_, _, last := p.End().Civil()
	return fill(l.w.report.days,
		"first", fill(l.w.firstDay, "day", "1"), "last", strconv.Itoa(last), "month", l.MonthName(month), "year", strconv.Itoa(year))
}

// MeetingTitle is the automatic title of a meeting: "Vergadering van 15 mei 2023".
func (l *Locale) MeetingTitle(day period.Date) string {
	return fill(l.w.report.meeting, "date", l.Date(day))
}

// Named puts a name before a text: "geen cijfer: juni 2022".
func (l *Locale) Named(name, text string) string {
	return fill(l.w.alternative.named, "name", name, "text", text)
}

// LegendText is what a mark means, without the mark itself.
func (l *Locale) LegendText(m Mark) string { return l.w.marks[m].legend }

// ReferenceLine names a line to compare with.
func (l *Locale) ReferenceLine(label string) string {
	return l.Capitalise(fill(l.w.report.referenceLine, "label", l.Quote(label)))
}

// FreeScale says in a subtitle that the scale does not begin at zero.
func (l *Locale) FreeScale() string { return l.w.report.freeScale }

// SaysZero reports whether a text has the language's word for zero, as one that
// says where a scale begins must.
func (l *Locale) SaysZero(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.Contains(words, l.w.report.zero)
}
