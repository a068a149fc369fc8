package edition

import (
	"slices"

	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

const sparkMonths = 13

// A sketch is a figure while it is compiled.
type sketch struct {
	*compiler
	spec  *FigureSpec
	lines []line
	laid  layout
	f     *Figure
	shown []shown // the values of its points, series by series
	// compared are the qualifiers of the values to compare with, in their order.
	compared []observation.Qualifier
}

// shown is a value that a figure shows, with the line that it is of.
type shown struct {
	line line
	derive.Value
}

// figure compiles one figure in all languages; nil after errors.
func (c *compiler) figure(spec *FigureSpec) *Figure {
	before := c.out.Errors()
	s := &sketch{compiler: c, spec: spec, lines: expand(spec, c.in.Book, c.out)}
	checkPeriods(spec, c.in.Round.Round, c.out)
	if len(s.lines) == 0 || c.out.Errors() > before {
		return nil
	}
	s.laid = lay(spec, s.lines, c.out)
	if c.out.Errors() == before {
		s.checkKind()
	}
	if c.out.Errors() > before {
		return nil
	}
	s.f = &Figure{ID: spec.ID.Value, Kind: spec.Kind.Value, Across: s.laid.across, ScaleBreak: spec.Zero.IsSet() && !spec.Zero.Value}
	for _, old := range spec.Formerly {
		s.f.Formerly = append(s.f.Formerly, old.Value)
	}
	switch {
	case spec.Dated.Value:
		s.overDates()
	case s.laid.categories == nil:
		s.overTime()
	default:
		s.overCategories()
	}
	if !s.f.known() && !c.in.Partial {
		delivery, waits := s.awaited()
		if !waits || c.in.Releasing {
			c.out.Add(diag.FigureEmpty(spec.ID.Span, spec.ID.Value))
			return nil
		}
		c.out.Add(diag.FigureWaits(spec.ID.Span, spec.ID.Value, delivery))
	}
	s.checkValues()
	s.f.Events = s.events()
	s.f.References = s.references()
	if c.out.Errors() > before {
		return nil
	}
	for _, language := range c.languages {
		s.f.Texts = append(s.f.Texts, s.text(language))
	}
	return s.f
}

// awaited is the first delivery that a figure without a value waits for; ok is false when one
// of its series waits for none, or is not known at all: there is nothing to lay out then.
func (s *sketch) awaited() (first diag.Delivery, ok bool) {
	for n, l := range s.lines {
		delivery, waits := s.binders[s.languages[0]].Awaited(l.indicator, s.in.Round.Round)
		if !waits || len(s.table.Periods(l.indicator.ID.Value, period.None)) == 0 {
			return first, false
		}
		if n == 0 {
			first = delivery
		}
	}
	return first, len(s.lines) > 0
}

// known reports whether the figure has any value, or a reason why not that a
// reader should see.
func (f *Figure) known() bool {
	return slices.ContainsFunc(f.Points, func(points []Point) bool {
		return slices.ContainsFunc(points, func(p Point) bool { return p.HasValue || p.Status.Has(observation.Hidden) })
	})
}

// show keeps a value that the figure shows and gives its point.
func (s *sketch) show(l line, v derive.Value) Point {
	s.shown = append(s.shown, shown{l, v})
	return s.point(v)
}

func (s *sketch) overTime() {
	f := s.f
	f.Periods = s.periodsOf(s.spec, s.lines)
	if f.Kind == KeyFigures || f.Kind == SparklineFigure {
		f.Periods = sparkPeriods(f.Periods)
	}
	for i, l := range s.lines {
		f.Series = append(f.Series, s.series(s.lines, i, varying(s.lines), ""))
		var points []Point
		for _, p := range f.Periods {
			v := s.table.At(observation.Key{Series: l.series(), Period: p})
			point := s.show(l, v)
			point.Period = p
			point.Idle = v.State == derive.Absent && !s.due(l.indicator, p)
			points = append(points, point)
		}
		f.Points = append(f.Points, points)
	}
	f.Breaks = s.breaks(f.Periods, s.lines)
}

// sparkPeriods keeps the last thirteen months, so that a small picture shows a
// whole year with the same month before.
func sparkPeriods(periods []period.Period) []period.Period {
	for len(periods) > 0 && periods[0].Kind() == period.Month && len(periods) > sparkMonths {
		periods = periods[1:]
	}
	return periods
}

func (s *sketch) overCategories() {
	f, lines, laid := s.f, s.lines, s.laid
	for i, name := range laid.categories {
		first := slices.IndexFunc(laid.series, func(cells []int) bool { return cells[i] >= 0 })
		l := lines[laid.series[first][i]]
		category := Category{Code: name, Name: s.categoryName(lines, l, laid.across)}
		if f.Kind == TileMapFigure {
			category.Tile = s.mapTile(l)
		}
		f.Categories = append(f.Categories, category)
	}
	mixed := laid.across == "indicator" && slices.ContainsFunc(lines, func(l line) bool { return l.indicator.Unit.Value != lines[0].indicator.Unit.Value })
	for _, cells := range laid.series {
		first := cells[slices.IndexFunc(cells, func(i int) bool { return i >= 0 })]
		series := s.series(lines, first, without(varying(lines), laid.across), laid.across)
		if mixed {
			series.Unit = s.perLanguage(func(language string) string { return s.locale(language).Count() })
		}
		f.Series = append(f.Series, series)
		var points []Point
		for category, i := range cells {
			if i >= 0 {
				points = append(points, s.pointAt(lines[i]))
				continue
			}
			points = append(points, s.unasked(lines[first], laid.categories[category]))
		}
		f.Points = append(f.Points, points)
	}
}

// unasked is the point of a series for a category that only another series
// names: rows and columns make a rectangle, and an empty cell would be a riddle.
// What the dimension does not have cannot exist.
func (s *sketch) unasked(l line, code string) Point {
	list, ok := s.in.Book.DimensionList(l.indicator, s.laid.across)
	if ok {
		_, ok = list.Code(code)
	}
	if !ok {
		return Point{Period: s.in.Round.Round, Status: observation.CannotExist}
	}
	l.codes = slices.Clone(l.codes)
	l.codes[l.indicator.Position(s.laid.across)] = code
	return s.pointAt(l)
}

// sparkline compiles the small picture that a reference in a text asks for.
func (c *compiler) sparkline(id string, series observation.Series) *Figure {
	indicator, ok := c.in.Book.Indicator(series.Indicator)
	if !ok {
		return nil
	}
	l := line{spec: &SeriesSpec{}, indicator: indicator, codes: series.Codes.Split()}
	s := &sketch{
		compiler: c, lines: []line{l}, f: &Figure{ID: id, Kind: SparklineFigure, Across: "period"},
		spec: &FigureSpec{ID: source.At[string]{Value: id}, Kind: source.At[FigureKind]{Value: SparklineFigure}},
	}
	s.overTime()
	for _, language := range c.languages {
		s.f.Texts = append(s.f.Texts, s.text(language))
	}
	return s.f
}
