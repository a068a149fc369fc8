package chart

import "fmt"

// Rule names what a chart breaks.
type Rule uint8

// The rules. Limit and Count of the Problem hold the numbers where a rule has
// any.
const (
	UnknownKind        Rule = iota + 1
	NoLocale                // a chart prints numbers in a language
	NoTitle                 // the picture is used on its own when downloaded
	NoDescription           // the picture has to be readable without eyes
	NoAxis                  // no period or category
	NoSeries                // and of a heat grid, no row
	TooManySeries           // more than a reader can follow: use small multiples
	TooCrowded              // more columns, bars, dots or cells than can be told apart
	TooFewSeries            // the kind compares several
	UnnamedSeries           // several series, one without a name
	LengthMismatch          // a series or row has not one point for each period or category
	NotFromZero             // lengths and areas are compared, so they start at zero
	NegativePart            // a part of a whole is less than nothing
	MonthsMissing           // the axis skips a month: a missing month is a gap, not absent
	PeriodsDisordered       // the periods are not in ascending order
	NotDatedKind            // only the points of a line have dates of their own
	DatedAxisNotMonths      // a continuous axis of time is labelled by months
	DatesDisordered         // the dates of a series are not in ascending order
	DateOutsideAxis         // a point is before the first or after the last period
	BreakOutsideAxis        // the break is at no period of the axis but the first
	EventOutsideAxis
	TooManyEvents
	EventLabelTooLong   // in characters
	ReferenceOutOfPlace // the kind has no scale that a line can cross
	TooManyReferences
	ReferenceUnnamed // a line that does not say what it is
	ReferenceTooLong // its label, in characters
	NoTile           // a category that the map does not show
	TilesMeet        // two categories in one place
	TileOutOfRange   // the column or row is not from 1 to the limit
	TileNameTooLong  // in characters
	DecimalsOutOfRange
)

var ruleTexts = [...]string{
	UnknownKind:         "unknown kind of chart",
	NoLocale:            "the chart has no locale",
	NoTitle:             "the chart has no title",
	NoDescription:       "the chart has no description",
	NoAxis:              "the chart has no period or category",
	NoSeries:            "the chart has no series",
	TooManySeries:       "too many series",
	TooCrowded:          "too many marks for one picture",
	TooFewSeries:        "too few series",
	UnnamedSeries:       "a series has no name",
	LengthMismatch:      "a series does not have one point for each place on the axis",
	NotFromZero:         "a chart of lengths does not start at zero",
	NegativePart:        "a part of a whole is negative",
	MonthsMissing:       "the axis skips a month",
	PeriodsDisordered:   "the periods are not in ascending order",
	NotDatedKind:        "only a line can have dated points",
	DatedAxisNotMonths:  "the axis of dated points is not in months",
	DatesDisordered:     "the dates of a series are not in ascending order",
	DateOutsideAxis:     "a dated point is outside the axis",
	BreakOutsideAxis:    "a break is not between two periods of the axis",
	EventOutsideAxis:    "an event is at no period of the axis",
	TooManyEvents:       "too many events",
	EventLabelTooLong:   "the label of an event is too long",
	ReferenceOutOfPlace: "this kind of chart has no reference lines",
	TooManyReferences:   "too many reference lines",
	ReferenceUnnamed:    "a reference line has no label",
	ReferenceTooLong:    "the label of a reference line is too long",
	NoTile:              "a category has no tile",
	TilesMeet:           "two categories have the same tile",
	TileOutOfRange:      "a tile is outside the map",
	TileNameTooLong:     "the short name of a tile is too long",
	DecimalsOutOfRange:  "the number of decimals is out of range",
}

// String is the rule as a sentence fragment, in English.
func (r Rule) String() string {
	if int(r) < len(ruleTexts) {
		return ruleTexts[r]
	}
	return "unknown rule"
}

// A Problem is one rule that a chart breaks. Its caller turns it into a
// diagnostic with a position; it is an error by itself for tests and tools.
type Problem struct {
	Rule  Rule
	Index int // of the series, row, period, category, break, event or reference concerned, else 0
	Count int // what there is
	Limit int // what there may be at most, or has to be
}

// Error is the rule with its numbers, in English.
func (p Problem) Error() string {
	if p.Limit == 0 {
		return p.Rule.String()
	}
	return fmt.Sprintf("%s: %d instead of %d", p.Rule, p.Count, p.Limit)
}
