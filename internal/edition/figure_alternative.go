package edition

import (
	"ronde/internal/locale"
	"ronde/internal/period"
)

func alternativeKind(kind FigureKind) locale.Kind {
	switch kind {
	case ColumnFigure:
		return locale.Column
	case BarFigure:
		return locale.Bar
	case TableFigure:
		return locale.Table
	case KeyFigures:
		return locale.KeyFigures
	default:
		return locale.Line
	}
}

// alternatives tells first, last, lowest and highest value of each series, and
// where there is none. A value that is not exact is neither lowest nor highest.
func (c *compiler) alternatives(f *Figure, language string) []locale.Series {
	l := c.locale(language)
	var all []locale.Series
	for s, series := range f.Series {
		of := locale.Series{}
		if len(f.Series) > 1 {
			of.Name = label(series.Name, language)
		}
		at := func(i int) locale.Point {
			return locale.Point{At: c.where(f, i, language), Value: printPoint(l, series, f.Points[s][i])}
		}
		known := usable(f.Points[s])
		if len(known) > 0 {
			of.First, of.Last = at(known[0]), at(known[len(known)-1])
		}
		if low, high, ok := extremes(f.Points[s]); ok && len(known) > 2 {
			of.Lowest, of.Highest = at(low), at(high)
		}
		of.Missing = c.missing(f, s, language)
		all = append(all, of)
	}
	return all
}

// where names the place of a point on the axis.
func (c *compiler) where(f *Figure, i int, language string) string {
	if f.Categories != nil {
		return label(f.Categories[i].Name, language)
	}
	return c.locale(language).Period(f.Periods[i])
}

// missing names the places of a series without a value.
func (c *compiler) missing(f *Figure, s int, language string) []string {
	l := c.locale(language)
	var names []string
	var periods []period.Period
	for i, p := range f.Points[s] {
		switch {
		case p.HasValue, p.Idle:
		case f.Categories != nil:
			names = append(names, label(f.Categories[i].Name, language))
		default:
			periods = append(periods, f.Periods[i])
		}
	}
	return append(names, l.Runs(periods)...)
}

// extremes gives the first lowest and the first highest exact value.
func extremes(points []Point) (low, high int, ok bool) {
	low, high = -1, -1
	for i, p := range points {
		if !p.HasValue || p.Qualifier.Bound() {
			continue
		}
		if low < 0 || p.Value < points[low].Value {
			low = i
		}
		if high < 0 || p.Value > points[high].Value {
			high = i
		}
	}
	return low, high, low >= 0
}

// usable gives the places of a series that have a value.
func usable(points []Point) []int {
	var found []int
	for i, p := range points {
		if p.HasValue {
			found = append(found, i)
		}
	}
	return found
}
