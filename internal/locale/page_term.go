package locale

import (
	"strconv"

	"ronde/internal/number"
	"ronde/internal/period"
)

// A Term is a part of a definition or of a contract.
type Term uint8

// The terms.
const (
	Counted Term = iota // who or what is counted
	MeasureTerm
	BaseTerm
	SupplierTerm
	FrequencyTerm
	DeliveriesTerm
	RoundingTerm
	ProtectionTerm
	CoversTerm
	IndicatorsTerm
)

// Term is the name of a term.
func (l *Locale) Term(t Term) string {
	w := &l.w.page.terms
	return l.Capitalise([...]string{
		w.counted, w.kind, w.base, w.supplier, w.frequency, w.deliveries, w.rounding, w.protection, w.covers, w.indicators,
	}[t])
}

// DueWithin says how many days after the end of a period its figures are due.
func (l *Locale) DueWithin(days int) string {
	return l.Capitalise(fill(l.w.page.terms.due, "n", strconv.Itoa(days)))
}

// RoundedTo says to multiples of what a supplier rounds.
func (l *Locale) RoundedTo(step number.Decimal) string {
	return l.Capitalise(fill(l.w.page.terms.rounded, "step", l.Number(step, step.Decimals())))
}

// Threshold says which counts are not published in a breakdown.
func (l *Locale) Threshold(least int) string {
	return l.Capitalise(fill(l.w.page.terms.threshold, "least", strconv.Itoa(least)))
}

// CountedSince says from which day a cumulative indicator counts.
func (l *Locale) CountedSince(first period.Date) string {
	return l.Capitalise(fill(l.w.page.terms.since, "date", l.Date(first)))
}

// Computed says that an indicator is not delivered.
func (l *Locale) Computed() string { return l.Capitalise(l.w.page.terms.derived) }
