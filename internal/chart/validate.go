package chart

import (
	"fmt"

	"ronde/internal/period"
)

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
	NoSeries                //
	TooManySeries           // more lines than a reader can follow: use small multiples
	UnnamedSeries           // several series, one without a name
	LengthMismatch          // a series has not one point for each period or category
	NotFromZero             // bars and columns compare lengths, so they start at zero
	MonthsMissing           // the axis skips a month: a missing month is a gap, not absent
	PeriodsDisordered       // the periods are not in ascending order
	BreakOutsideAxis        // the break is at no period of the axis but the first
	EventOutsideAxis        //
	TooManyEvents           //
	EventLabelTooLong       // in characters
	DecimalsOutOfRange      //
)

var ruleTexts = [...]string{
	UnknownKind:        "unknown kind of chart",
	NoLocale:           "the chart has no locale",
	NoTitle:            "the chart has no title",
	NoDescription:      "the chart has no description",
	NoAxis:             "the chart has no period or category",
	NoSeries:           "the chart has no series",
	TooManySeries:      "too many series",
	UnnamedSeries:      "a series has no name",
	LengthMismatch:     "a series does not have one point for each place on the axis",
	NotFromZero:        "columns and bars do not start at zero",
	MonthsMissing:      "the axis skips a month",
	PeriodsDisordered:  "the periods are not in ascending order",
	BreakOutsideAxis:   "a break is not between two periods of the axis",
	EventOutsideAxis:   "an event is at no period of the axis",
	TooManyEvents:      "too many events",
	EventLabelTooLong:  "the label of an event is too long",
	DecimalsOutOfRange: "the number of decimals is out of range",
}

// String is the rule as a sentence fragment, in English.
func (r Rule) String() string {
	if int(r) < len(ruleTexts) {
		return ruleTexts[r]
	}
	return "unknown rule"
}

// Limits of what one picture holds.
const (
	maxLines      = 4
	maxBars       = 2
	maxEvents     = 3
	maxEventRunes = 36
	maxDecimals   = 6
)

// A Problem is one rule that a chart breaks. Its caller turns it into a
// diagnostic with a position; it is an error by itself for tests and tools.
type Problem struct {
	Rule  Rule
	Index int // of the series, period, break or event concerned, else 0
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

// Validate gives everything that makes c no good chart, in a fixed order.
func (c *Chart) Validate() []Problem {
	var found []Problem
	report := func(when bool, rule Rule, index, count, limit int) {
		if when {
			found = append(found, Problem{rule, index, count, limit})
		}
	}
	report(c.Kind < Line || c.Kind > Sparkline, UnknownKind, 0, 0, 0)
	report(c.Locale == nil, NoLocale, 0, 0, 0)
	report(c.Title == "", NoTitle, 0, 0, 0)
	report(c.Description == "" && c.Kind != Sparkline, NoDescription, 0, 0, 0)
	report(c.places() == 0, NoAxis, 0, 0, 0)
	report(len(c.Series) == 0, NoSeries, 0, 0, 0)
	report(len(c.Series) > c.maxSeries(), TooManySeries, 0, len(c.Series), c.maxSeries())
	for i, s := range c.Series {
		report(s.Name == "" && len(c.Series) > 1, UnnamedSeries, i, 0, 0)
		report(len(s.Points) != c.places(), LengthMismatch, i, len(s.Points), c.places())
	}
	report(c.FreeScale && (c.Kind == Column || c.Kind == Bar), NotFromZero, 0, 0, 0)
	report(c.Decimals < 0 || c.Decimals > maxDecimals, DecimalsOutOfRange, 0, c.Decimals, maxDecimals)
	if c.Kind != Bar {
		for i := 1; i < len(c.Periods); i++ {
			p, q := c.Periods[i-1], c.Periods[i]
			ordered := period.Compare(p, q) < 0
			report(!ordered, PeriodsDisordered, i, 0, 0)
			months := p.Kind() == period.Month && q.Kind() == period.Month
			report(ordered && months && p.Next(1) != q, MonthsMissing, i, 0, 0)
		}
	}
	for i, b := range c.Breaks {
		report(c.placeOf(b.At) < 1, BreakOutsideAxis, i, 0, 0)
	}
	report(len(c.Events) > maxEvents, TooManyEvents, 0, len(c.Events), maxEvents)
	for i, e := range c.Events {
		report(c.placeOf(e.At) < 0, EventOutsideAxis, i, 0, 0)
		n := len([]rune(e.Label))
		report(n > maxEventRunes, EventLabelTooLong, i, n, maxEventRunes)
	}
	return found
}

// maxSeries is the number of series that the chart's kind draws.
func (c *Chart) maxSeries() int {
	switch c.Kind {
	case Line:
		return maxLines
	case Bar:
		return maxBars
	}
	return 1
}

// places is the number of places on the axis.
func (c *Chart) places() int {
	if c.Kind == Bar {
		return len(c.Categories)
	}
	return len(c.Periods)
}

// placeOf is the index of a period on the axis, −1 when it is not there.
func (c *Chart) placeOf(at period.Period) int {
	if c.Kind == Bar {
		return -1
	}
	for i, p := range c.Periods {
		if p == at {
			return i
		}
	}
	return -1
}

// drawn gives the series that the kind can draw, each with exactly one point
// for each place: a point that is not given counts as not delivered.
func (c *Chart) drawn() []Series {
	series := c.Series[:min(len(c.Series), c.maxSeries())]
	n := c.places()
	for i, s := range series {
		if len(s.Points) == n {
			continue
		}
		fitted := append([]Series(nil), series...)
		for j := i; j < len(fitted); j++ {
			points := make([]Point, n)
			copy(points, fitted[j].Points)
			fitted[j].Points = points
		}
		return fitted
	}
	return series
}
