// Package commentary binds text to data: Markdown with references goes in, text
// whose numbers come from the data comes out.
//
// # Text
//
// Commentary is CommonMark without raw HTML. Headings begin at the second level
// (##): the first is the report's title. A figure stands on a line of its own:
//
//	{{figure attestations-month}}
//
// or is written in place, as a fenced code block whose info string is "figure"
// and which holds the YAML of one figure.
//
// A section names the topic that it is about behind its heading, which the page
// of the topic then leads to; the id of the topic is the anchor of the section:
//
//	## Protection {#protection}
//
// # References
//
//	{{indicator dim=code … period=2023-03 | form}}
//	{{indicator … | form else "not available"}}
//
// A dimension that is left out means its total; a period that is left out means
// the month of the round. period=latest is the newest observation, and prints
// its period. The forms are
//
//	value              the value (what is meant when no form is written)
//	change             difference from the previous available observation
//	change%            the same in per cent
//	unsigned-change    the difference without its sign, where the words say the direction
//	unsigned-change%   the same in per cent
//	share of=other     per cent of another indicator, same period and codes
//	first-published    the value as a release first published it
//	peak               the highest value up to the period, with its period
//	-12m               the value twelve months (n months: -nm) before
//	sparkline          a small picture of the series up to the month of the round
//
// An assertion checks the author's own words and prints nothing else:
//
//	[fell]{{attestations | fell}}
//
// with rose, fell, unchanged (against the previous available observation),
// highest-since 2022-07, lowest-since 2022-07, above 1000, below 1000. A sentence
// that is not true is an error where it stands. Of a bound, "more than 65 000",
// an assertion passes only when the bound proves it.
//
//	{{lit 135 %}}
//
// marks a number that is no statistic. Other numbers typed by hand are warned
// about, except dates, years, links, code and quotations.
//
// References work in the text, in titles, subtitles, notes, alternative texts
// and main points; the last five are plain texts, in which Markdown has no
// meaning. \{{ is two braces and begins no reference.
//
// # Resolved text
//
// A number is a link to its entry in the list of numbers, [1 037](#n12); in a
// plain text, and where the author already links the words around it, it is the
// number alone. A value that is hidden, missing or impossible is printed as its
// mark, [c], [x] or [z]. A remark in brackets follows a number that cannot be
// understood without it: the period of latest and peak, both periods of a change
// that skips some, how many parts a total has of those it should have.
//
// What is printed never changes the structure of a text: whatever means
// something in Markdown is escaped. All else of the source stays byte for byte.
package commentary

import (
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Form says what a reference prints or asserts.
type Form string

// The forms that print a number, and those that assert.
const (
	Value           Form = "value"
	Change          Form = "change"
	ChangePercent   Form = "change%"
	Unsigned        Form = "unsigned-change"
	UnsignedPercent Form = "unsigned-change%"
	ShareOf         Form = "share"
	FirstPublished  Form = "first-published"
	Peak            Form = "peak"
	MonthsBefore    Form = "-12m"
	Sparkline       Form = "sparkline"
	Rose            Form = "rose"
	Fell            Form = "fell"
	Unchanged       Form = "unchanged"
	HighestSince    Form = "highest-since"
	LowestSince     Form = "lowest-since"
	Above           Form = "above"
	Below           Form = "below"
)

// formWords lists the forms as they are written, for messages.
func formWords() []string {
	return []string{
		"value", "change", "change%", "unsigned-change", "unsigned-change%", "share", "first-published", "peak", "-12m", "sparkline",
		"rose", "fell", "unchanged", "highest-since", "lowest-since", "above", "below",
	}
}

// Asserts reports whether the form checks words instead of printing a number.
func (f Form) Asserts() bool {
	switch f {
	case Rose, Fell, Unchanged, HighestSince, LowestSince, Above, Below:
		return true
	}
	return false
}

// Changes reports whether the form prints a change.
func (f Form) Changes() bool {
	switch f {
	case Change, ChangePercent, Unsigned, UnsignedPercent:
		return true
	}
	return false
}

// InPercent reports whether the form prints a change in per cent.
func (f Form) InPercent() bool { return f == ChangePercent || f == UnsignedPercent }

// WithoutSign reports whether the form prints a change without its sign.
func (f Form) WithoutSign() bool { return f == Unsigned || f == UnsignedPercent }

// Signed is the form that prints the same change with its sign.
func (f Form) Signed() Form {
	switch f {
	case Unsigned:
		return Change
	case UnsignedPercent:
		return ChangePercent
	}
	return f
}

// Beside is the form for a change that is printed beside one of before: with its sign where it
// goes the other way, since without it both might read alike.
func (f Form) Beside(before, now number.Decimal) Form {
	if (before < 0) != (now < 0) {
		return f.Signed()
	}
	return f
}

// A Reference is one {{…}} of a text, parsed but not yet looked up.
type Reference struct {
	Span      diag.Span // from {{ to }}
	Indicator source.At[string]
	Where     []Condition
	Period    source.At[string] // ISO period, "latest", or not set
	Form      source.At[Form]
	Other     source.At[string]         // share of=other
	Months    int                       // -12m: 12
	Since     source.At[period.Period]  // highest-since, lowest-since
	Limit     source.At[number.Decimal] // above, below
	Else      *string
	Literal   *string // {{lit …}}
	Figure    source.At[string]
}

// Condition is one dim=code of a reference.
type Condition struct {
	Dimension, Code source.At[string]
}
