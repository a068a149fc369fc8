package locale

import (
	"strconv"
	"strings"

	"ronde/internal/period"
)

// A Qualifier says how a value is to be read. The names are those of the
// qualifier column of a drop.
type Qualifier string

// The qualifiers: the value itself, more than the value, less than the value,
// about the value.
const (
	Exact Qualifier = ""
	Lower Qualifier = "lower"
	Upper Qualifier = "upper"
	About Qualifier = "about"
)

// Qualified writes a printed value with its qualifier: > 65.000, < 5, ongeveer
// 900. The space is a no-break space. An unknown qualifier is left out.
func (l *Locale) Qualified(q Qualifier, value string) string {
	switch q {
	case Lower:
		return ">\u00a0" + value
	case Upper:
		return "<\u00a0" + value
	case About:
		return fill(l.w.aboutValue, "value", value)
	}
	return value
}

// QualifiedWords is Qualified for running text and for reading aloud: meer dan
// 65.000. The minus sign becomes a word too.
func (l *Locale) QualifiedWords(q Qualifier, value string) string {
	value = l.Spoken(value)
	switch q {
	case Lower:
		return fill(l.w.moreThan, "value", value)
	case Upper:
		return fill(l.w.lessThan, "value", value)
	case About:
		return fill(l.w.aboutValue, "value", value)
	}
	return value
}

// QualifierWord is the word before a value that is printed apart: meer dan; "" for
// an exact one.
func (l *Locale) QualifierWord(q Qualifier) string {
	return strings.TrimRight(l.QualifiedWords(q, ""), " \u00a0")
}

// NotComparable stands where a change or a share would be if its operands were
// numbers that can be compared; "more than 65 000" is none.
func (l *Locale) NotComparable() string { return l.w.notComparable }

// NotAvailable stands in a table cell that would otherwise be empty.
func (l *Locale) NotAvailable() string { return l.w.notAvailable }

// NoFigure is the label of a gap in a chart.
func (l *Locale) NoFigure() string { return l.w.noFigure }

// NoTotal stands in a picture where the sum of some parts would be if all of them
// had a value.
func (l *Locale) NoTotal() string { return l.w.noTotal }

// Coverage says how many of the parts of a total are there: 11 van 12.
func (l *Locale) Coverage(present, due int) string {
	return fill(l.w.coverage, "present", strconv.Itoa(present), "due", strconv.Itoa(due))
}

// NotDelivered says that a due figure is not there, with the last value before
// it, printed, and the period of that value; without a last period, the first
// half alone. It is no sentence: it stands in a table or after a name.
func (l *Locale) NotDelivered(due, last period.Period, value string) string {
	missing := fill(l.w.notDelivered, "due", l.due(due))
	if last.IsZero() {
		return missing
	}
	return fill(l.w.lastValue, "missing", missing, "period", l.Period(last), "value", value)
}
