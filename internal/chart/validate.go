package chart

import (
	"unicode/utf8"

	"ronde/internal/period"
)

// Limits of what one picture holds; kinds has those of series.
const (
	maxEvents         = 3
	maxEventRunes     = 36
	maxReferences     = 2
	maxReferenceRunes = 36
	maxTileSide       = 8 // columns and rows of tiles
	maxTileRunes      = 4
	maxDecimals       = 6
)

// findings gathers the problems of a chart.
type findings []Problem

func (f *findings) report(when bool, rule Rule, index, count, limit int) {
	if when {
		*f = append(*f, Problem{rule, index, count, limit})
	}
}

// Validate gives everything that makes c no good chart, in a fixed order.
func (c *Chart) Validate() []Problem {
	var f findings
	f.report(!c.Kind.known(), UnknownKind, 0, 0, 0)
	f.report(c.Locale == nil, NoLocale, 0, 0, 0)
	f.report(c.Title == "", NoTitle, 0, 0, 0)
	f.report(c.Description == "" && c.Kind != Sparkline, NoDescription, 0, 0, 0)
	f.report(c.places() == 0, NoAxis, 0, 0, 0)
	f.report(c.Decimals < 0 || c.Decimals > maxDecimals, DecimalsOutOfRange, 0, c.Decimals, maxDecimals)
	f.report(c.FreeScale && c.traits().fromZero, NotFromZero, 0, 0, 0)
	c.validateSeries(&f)
	if !c.categorical() {
		c.validatePeriods(&f)
	}
	c.validateDates(&f)
	c.validateAnnotations(&f)
	if c.Kind == TileMap {
		c.validateTiles(&f)
	}
	return f
}

func (c *Chart) validateSeries(f *findings) {
	if c.Kind == Heat {
		f.report(len(c.Rows) == 0, NoSeries, 0, 0, 0)
		marks := len(c.Rows) * len(c.Periods)
		f.report(marks > c.traits().marks, TooCrowded, 0, marks, c.traits().marks)
		for i, r := range c.Rows {
			f.report(r.Name == "", UnnamedSeries, i, 0, 0)
			f.report(len(r.Cells) != len(c.Periods), LengthMismatch, i, len(r.Cells), len(c.Periods))
		}
		return
	}
	n, k := len(c.Series), c.traits()
	f.report(n == 0, NoSeries, 0, 0, 0)
	f.report(n > k.most, TooManySeries, 0, n, k.most)
	f.report(n > 0 && n < k.least, TooFewSeries, 0, n, k.least)
	marks := min(n, k.most) * c.places()
	f.report(k.marks > 0 && marks > k.marks, TooCrowded, 0, marks, k.marks)
	for i, s := range c.Series {
		f.report(s.Name == "" && n > 1, UnnamedSeries, i, 0, 0)
		f.report(len(s.Points) != c.places() && !c.Dated, LengthMismatch, i, len(s.Points), c.places())
		if c.Kind != Stacked && c.Kind != Pyramid {
			continue
		}
		for _, pt := range s.Points {
			if pt.State == Present && pt.Value < 0 {
				f.report(true, NegativePart, i, 0, 0)
				break
			}
		}
	}
}

func (c *Chart) validatePeriods(f *findings) {
	for i := 1; i < len(c.Periods); i++ {
		p, q := c.Periods[i-1], c.Periods[i]
		ordered := period.Compare(p, q) < 0
		f.report(!ordered, PeriodsDisordered, i, 0, 0)
		months := p.Kind() == period.Month && q.Kind() == period.Month
		f.report(ordered && months && p.Next(1) != q, MonthsMissing, i, 0, 0)
	}
}

func (c *Chart) validateDates(f *findings) {
	if !c.Dated {
		return
	}
	f.report(c.Kind != Line, NotDatedKind, 0, 0, 0)
	if !c.dated() {
		return
	}
	for i, at := range c.Periods {
		if at.Kind() != period.Month {
			f.report(true, DatedAxisNotMonths, i, 0, 0)
			return
		}
	}
	for i, s := range c.Series {
		for j := range s.Points {
			at := s.Points[j].At
			if !c.spans(at) {
				f.report(true, DateOutsideAxis, i, 0, 0)
				break
			}
			if j > 0 && period.Compare(s.Points[j-1].At, at) >= 0 {
				f.report(true, DatesDisordered, i, 0, 0)
				break
			}
		}
	}
}

func (c *Chart) validateAnnotations(f *findings) {
	for i, b := range c.Breaks {
		f.report(c.placeOf(b.At) < 1, BreakOutsideAxis, i, 0, 0)
	}
	f.report(len(c.Events) > maxEvents, TooManyEvents, 0, len(c.Events), maxEvents)
	for i, e := range c.Events {
		f.report(c.placeOf(e.At) < 0 || !c.traits().events, EventOutsideAxis, i, 0, 0)
		n := utf8.RuneCountInString(e.Label)
		f.report(n > maxEventRunes, EventLabelTooLong, i, n, maxEventRunes)
	}
	f.report(len(c.References) > 0 && !c.traits().references, ReferenceOutOfPlace, 0, 0, 0)
	f.report(len(c.References) > maxReferences, TooManyReferences, 0, len(c.References), maxReferences)
	for i, r := range c.References {
		f.report(r.Label == "", ReferenceUnnamed, i, 0, 0)
		n := utf8.RuneCountInString(r.Label)
		f.report(n > maxReferenceRunes, ReferenceTooLong, i, n, maxReferenceRunes)
	}
}

func (c *Chart) validateTiles(f *findings) {
	taken := map[[2]int]bool{}
	for i, category := range c.Categories {
		t := category.Tile
		if t == nil {
			f.report(true, NoTile, i, 0, 0)
			continue
		}
		outside := min(t.Column, t.Row) < 1 || max(t.Column, t.Row) > maxTileSide
		f.report(outside, TileOutOfRange, i, max(t.Column, t.Row), maxTileSide)
		f.report(taken[[2]int{t.Column, t.Row}], TilesMeet, i, 0, 0)
		taken[[2]int{t.Column, t.Row}] = true
		n := utf8.RuneCountInString(t.Short)
		f.report(n > maxTileRunes, TileNameTooLong, i, n, maxTileRunes)
	}
}
