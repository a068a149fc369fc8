package edition

import (
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Alternative is the kind of a figure as its alternative text names it.
func (f *Figure) Alternative() locale.Kind {
	return AlternativeKind(f.Kind, f.Categories != nil, f.Dated != nil)
}

// AlternativeKind names a kind of figure for its alternative text: columns stand
// over periods and bars over categories, and a line with dates has no line.
func AlternativeKind(kind FigureKind, categories, dated bool) locale.Kind {
	either := func(columns, bars locale.Kind) locale.Kind {
		if categories {
			return bars
		}
		return columns
	}
	switch kind {
	case KeyFigures:
		return locale.KeyFigures
	case TableFigure:
		return locale.Table
	case AreaFigure:
		return locale.Area
	case ColumnFigure:
		return locale.Column
	case GroupedFigure:
		return either(locale.GroupedColumns, locale.GroupedBars)
	case StackedFigure:
		return either(locale.StackedColumns, locale.StackedBars)
	case MultiplesFigure:
		return locale.Multiples
	case BarFigure:
		return locale.Bar
	case DotFigure:
		return locale.Dots
	case PyramidFigure:
		return locale.Pyramid
	case TileMapFigure:
		return locale.TileMap
	}
	if dated {
		return locale.Dates
	}
	return locale.Line
}

// alternatives tells first, last, lowest and highest value of each series, and
// where there is none. A bound is neither lowest nor highest. Of more series than
// one picture has lines the lowest and highest are left to the table: nobody
// listens to forty numbers.
func (c *compiler) alternatives(f *Figure, language string) []locale.Series {
	l := c.locale(language)
	var all []locale.Series
	for s, series := range f.Series {
		of := locale.Series{}
		if len(f.Series) > 1 {
			of.Name = label(series.Name, language)
		}
		at := func(i int) locale.Point {
			return locale.Point{At: c.where(f, s, i, language), Value: printPoint(l, series, f.Points[s][i])}
		}
		known := usable(f.Points[s])
		// What stands first among categories says nothing.
		if len(known) > 0 && (f.Categories == nil || len(known) <= 2) {
			of.First, of.Last = at(known[0]), at(known[len(known)-1])
		}
		if len(known) > 2 && len(f.Series) <= forms[LineFigure].most {
			low, high := observation.Extremes(len(f.Points[s]), func(i int) (number.Decimal, observation.Qualifier, bool) {
				p := f.Points[s][i]
				return p.Value, p.Qualifier, p.HasValue
			})
			if low >= 0 {
				of.Lowest = at(low)
			}
			if high >= 0 {
				of.Highest = at(high)
			}
		}
		of.Missing = c.missing(f, s, language)
		all = append(all, of)
	}
	return all
}

// where names the place of the i-th point of a series on the axis.
func (c *compiler) where(f *Figure, s, i int, language string) string {
	if f.Categories != nil {
		return label(f.Categories[i].Name, language)
	}
	return c.locale(language).Period(f.periodOf(s, i))
}

// periodOf is the period of the axis at which the i-th point of a series stands.
func (f *Figure) periodOf(s, i int) period.Period {
	if f.Dated != nil {
		return f.Points[s][i].Period
	}
	return f.Periods[i]
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
			periods = append(periods, f.periodOf(s, i))
		}
	}
	return append(names, l.Runs(periods)...)
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
