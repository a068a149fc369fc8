package edition

import (
	"slices"

	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

const (
	maxLines    = 4 // series in one picture; beyond that, small multiples or a table
	sparkMonths = 13
)

// figure compiles one figure in all languages; nil after errors.
func (c *compiler) figure(spec *FigureSpec) *Figure {
	before := c.out.Errors()
	lines := expand(spec, c.in.Book, c.out)
	checkPeriods(spec, c.out)
	if len(lines) == 0 || c.out.Errors() > before {
		return nil
	}
	laid := lay(spec, lines, c.out)
	c.checkKind(spec, lines, laid)
	if c.out.Errors() > before {
		return nil
	}
	f := &Figure{ID: spec.ID.Value, Kind: spec.Kind.Value, Across: laid.across, ScaleBreak: spec.Zero != nil && !*spec.Zero}
	if laid.categories == nil {
		c.overTime(f, spec, lines)
	} else {
		c.overCategories(f, spec, lines, laid)
	}
	if !f.known() {
		c.out.Add(diag.FigureEmpty(spec.ID.Span, spec.ID.Value))
		return nil
	}
	for _, language := range c.languages {
		f.Texts = append(f.Texts, c.figureText(f, spec, lines, language))
	}
	return f
}

// known reports whether the figure has any value, or a reason why not that a
// reader should see.
func (f *Figure) known() bool {
	return slices.ContainsFunc(f.Points, func(points []Point) bool {
		return slices.ContainsFunc(points, func(p Point) bool { return p.HasValue || p.Status.Has(observation.Hidden) })
	})
}

func (c *compiler) overTime(f *Figure, spec *FigureSpec, lines []line) {
	f.Periods = c.periodsOf(spec, lines)
	if f.Kind == KeyFigures || f.Kind == SparklineFigure {
		f.Periods = c.sparkPeriods(f.Periods)
	}
	for i, l := range lines {
		f.Series = append(f.Series, c.series(lines, i, varying(lines), ""))
		var points []Point
		for _, p := range f.Periods {
			v := c.table.At(observation.Key{Series: l.series(), Period: p})
			point := c.point(v)
			point.Period = p
			point.Idle = v.State == derive.Absent && !c.due(l.indicator, p)
			points = append(points, point)
		}
		f.Points = append(f.Points, points)
	}
	f.Breaks = c.breaks(f.Periods, lines)
}

// sparkPeriods keeps the last thirteen months, so that a small picture shows a
// whole year with the same month before.
func (c *compiler) sparkPeriods(periods []period.Period) []period.Period {
	for len(periods) > 0 && periods[0].Kind() == period.Month && len(periods) > sparkMonths {
		periods = periods[1:]
	}
	return periods
}

func (c *compiler) overCategories(f *Figure, spec *FigureSpec, lines []line, laid layout) {
	for i, name := range laid.categories {
		first := slices.IndexFunc(laid.series, func(cells []int) bool { return cells[i] >= 0 })
		l := lines[laid.series[first][i]]
		f.Categories = append(f.Categories, Category{Code: name, Name: c.categoryName(lines, l, laid.across)})
	}
	mixed := laid.across == "indicator" && slices.ContainsFunc(lines, func(l line) bool { return l.indicator.Unit.Value != lines[0].indicator.Unit.Value })
	for _, cells := range laid.series {
		first := cells[slices.IndexFunc(cells, func(i int) bool { return i >= 0 })]
		series := c.series(lines, first, without(varying(lines), laid.across), laid.across)
		if mixed {
			series.Unit = c.perLanguage(func(language string) string { return c.locale(language).Count() })
		}
		f.Series = append(f.Series, series)
		var points []Point
		for category, i := range cells {
			if i >= 0 {
				points = append(points, c.pointAt(spec, lines[i]))
				continue
			}
			points = append(points, c.unasked(spec, lines[first], laid.across, laid.categories[category]))
		}
		f.Points = append(f.Points, points)
	}
}

// unasked is the point of a series for a category that only another series
// names: rows and columns make a rectangle, and an empty cell would be a riddle.
// What the dimension does not have cannot exist.
func (c *compiler) unasked(spec *FigureSpec, l line, across, code string) Point {
	list, ok := c.in.Book.DimensionList(l.indicator, across)
	if ok {
		_, ok = list.Code(code)
	}
	if !ok {
		return Point{Period: c.in.Round.Round, Status: observation.CannotExist}
	}
	l.codes = slices.Clone(l.codes)
	l.codes[l.indicator.Position(across)] = code
	return c.pointAt(spec, l)
}

// sparkline compiles the small picture that a reference in a text asks for.
func (c *compiler) sparkline(id string, series observation.Series) *Figure {
	indicator, ok := c.in.Book.Indicator(series.Indicator)
	if !ok {
		return nil
	}
	l := line{spec: &SeriesSpec{}, indicator: indicator, codes: series.Codes.Split()}
	spec := &FigureSpec{ID: source.At[string]{Value: id}, Kind: source.At[FigureKind]{Value: SparklineFigure}}
	f := &Figure{ID: id, Kind: SparklineFigure, Across: "period"}
	c.overTime(f, spec, []line{l})
	for _, language := range c.languages {
		f.Texts = append(f.Texts, c.figureText(f, spec, []line{l}, language))
	}
	return f
}
