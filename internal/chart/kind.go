package chart

import (
	"slices"

	"ronde/internal/period"
)

// traits say what a kind draws.
type traits struct {
	least, most int  // series
	axis        axis // what the places of a series are
	fromZero    bool // it compares lengths
	marks       int  // at most, in all series or rows; 0 for any number
	references  bool // it has a scale that a reference line can cross
	events      bool // it has an axis of time that an event can stand at
}

// An axis is what the places of a series are.
type axis uint8

const (
	overPeriods    axis = iota
	overCategories      // Periods count for nothing
	overEither          // periods if there are any
)

// What each kind draws, the unknown kind first.
var kinds = [...]traits{
	{most: 1},
	Line:      {least: 1, most: 4, references: true, events: true},
	Column:    {least: 1, most: 1, fromZero: true, references: true, events: true},
	Bar:       {least: 1, most: 2, marks: 60, axis: overCategories, fromZero: true, references: true},
	Sparkline: {least: 1, most: 1},
	Area:      {least: 1, most: 1, fromZero: true, references: true, events: true},
	Grouped:   {least: 2, most: 3, marks: 72, axis: overEither, fromZero: true, references: true, events: true},
	Stacked:   {least: 2, most: 6, marks: 150, axis: overEither, fromZero: true, references: true, events: true},
	Multiples: {least: 2, most: 12, marks: 432, references: true, events: true},
	Pyramid:   {least: 2, most: 2, marks: 48, axis: overCategories, fromZero: true},
	Dot:       {least: 1, most: 3, marks: 60, axis: overCategories, references: true},
	Heat:      {marks: 300},
	TileMap:   {least: 1, most: 1, marks: 24, axis: overCategories, fromZero: true},
}

// known reports whether the package draws the kind.
func (k Kind) known() bool { return k >= Line && k <= TileMap }

func (c *Chart) traits() *traits {
	if int(c.Kind) < len(kinds) {
		return &kinds[c.Kind]
	}
	return &kinds[0]
}

// dated reports whether the chart's points are drawn at their own dates.
func (c *Chart) dated() bool { return c.Dated && c.Kind == Line && len(c.Periods) > 0 }

// categorical reports whether the places of the chart's series are categories.
func (c *Chart) categorical() bool {
	switch c.traits().axis {
	case overCategories:
		return true
	case overEither:
		return len(c.Periods) == 0
	}
	return false
}

// places is the number of places on the axis.
func (c *Chart) places() int {
	if c.categorical() {
		return len(c.Categories)
	}
	return len(c.Periods)
}

// placeOf is the index of a period on the axis, −1 when it is not there.
func (c *Chart) placeOf(at period.Period) int {
	if c.categorical() {
		return -1
	}
	return slices.Index(c.Periods, at)
}

// drawn gives the series that the kind can draw, each with exactly one point
// for each place, and the periods of these places: a point that is not given
// counts as not delivered.
func (c *Chart) drawn() ([]Series, []period.Period) {
	series := c.Series[:min(len(c.Series), c.traits().most)]
	if c.dated() {
		return c.aligned(series)
	}
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
		return fitted, c.Periods
	}
	return series, c.Periods
}
