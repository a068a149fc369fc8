package chart

import (
	"slices"

	"ronde/internal/period"
)

// aligned gives dated series a point for each date that any of them has, so that
// they share the places of one axis.
func (c *Chart) aligned(series []Series) ([]Series, []period.Period) {
	var dates []period.Period
	for _, s := range series {
		for j := range s.Points {
			if at := s.Points[j].At; c.spans(at) {
				dates = append(dates, at)
			}
		}
	}
	slices.SortFunc(dates, period.Compare)
	dates = slices.Compact(dates)
	fitted := make([]Series, len(series))
	for i, s := range series {
		points := make([]Point, len(dates))
		for j := range points {
			points[j].State = NotExpected
		}
		for _, pt := range s.Points {
			if j, ok := slices.BinarySearchFunc(dates, pt.At, period.Compare); ok {
				points[j] = pt
			}
		}
		fitted[i] = Series{Name: s.Name, Points: points}
	}
	return fitted, dates
}

// spans reports whether a period lies within the axis.
func (c *Chart) spans(at period.Period) bool {
	return !at.IsZero() && at.Start() >= c.Periods[0].Start() && at.End() <= c.Periods[len(c.Periods)-1].End()
}

// A calendar places dates between two edges, each day as wide as any other.
type calendar struct {
	left, right int
	start       period.Date
	days        int
}

func (c *Chart) calendar(left, right int) calendar {
	start := c.Periods[0].Start()
	days := int(c.Periods[len(c.Periods)-1].End()-start) + 1
	return calendar{left, right, start, max(days, 1)}
}

// halves is the middle of a period's day or days, in half days from the start.
func (k calendar) halves(at period.Period) int {
	return int(at.Start()-k.start) + int(at.End()-k.start) + 1
}

// middle is the place of a period.
func (k calendar) middle(at period.Period) int {
	return k.left + (k.right-k.left)*k.halves(at)/(2*k.days)
}

// placeDates gives the points of dated series their places, and the axis the
// middle and the beginning of each month.
func (d *lineChart) placeDates(right int) {
	k := d.c.calendar(d.gutter, right)
	d.x = make([]int, len(d.at))
	for i, at := range d.at {
		d.x[i] = k.middle(at)
	}
	d.months = make([]int, len(d.c.Periods))
	d.begin = make([]int, len(d.c.Periods))
	for i, at := range d.c.Periods {
		d.months[i] = k.middle(at)
		d.begin[i] = k.left + (k.right-k.left)*int(at.Start()-k.start)/k.days
	}
	d.step = (right - d.gutter) / len(d.c.Periods)
}
