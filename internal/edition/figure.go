package edition

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
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

func (c *compiler) checkKind(spec *FigureSpec, lines []line, laid layout) {
	at, id := spec.ID.Span, spec.ID.Value
	kind := spec.Kind.Value
	if kind == KeyFigures {
		if len(lines) < 2 || len(lines) > 6 {
			c.out.Add(diag.KeyFigureCount(at, id, len(lines)))
		}
		return
	}
	for _, cells := range laid.series {
		c.checkSeries(id, lines, cells)
	}
	if kind == TableFigure {
		return
	}
	if spec.Zero != nil && !*spec.Zero && kind != LineFigure {
		c.out.Add(diag.FigureScale(spec.Kind.Span, id, string(kind)))
	}
	if len(laid.series) > maxLines {
		c.out.Add(diag.FigureLines(at, id, len(laid.series), maxLines))
	}
	for _, l := range lines[1:] {
		if why := differs(lines[0].indicator, l.indicator); why != "" {
			c.out.Add(diag.FigureMixed(l.spec.Indicator.Span, id, lines[0].indicator.ID.Value, l.indicator.ID.Value, why))
		}
	}
}

// checkSeries reports lines of one series that cannot be printed alike. Units may
// differ between the rows of a table, which then name them; decimals may not.
func (c *compiler) checkSeries(figure string, lines []line, cells []int) {
	var first *codebook.Indicator
	for _, i := range cells {
		switch {
		case i < 0:
			continue
		case first == nil:
			first = lines[i].indicator
		}
		second, why := lines[i].indicator, ""
		switch {
		case c.in.Book.UnitOf(first).Percent != c.in.Book.UnitOf(second).Percent:
			why = "unit"
		case first.Decimals != second.Decimals:
			why = "decimals"
		}
		if why != "" {
			c.out.Add(diag.FigureMixed(lines[i].spec.Indicator.Span, figure, first.ID.Value, second.ID.Value, why))
		}
	}
}

// differs says what keeps two indicators from one scale, "" when nothing does.
// A stock and a cumulative count are both a state of affairs at a date.
func differs(a, b *codebook.Indicator) string {
	switch {
	case a.Unit.Value != b.Unit.Value:
		return "unit"
	case (a.Measure.Value == codebook.Flow) != (b.Measure.Value == codebook.Flow):
		return "measure type"
	}
	return ""
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

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}

// series describes one series: its name is what tells it from the others.
func (c *compiler) series(lines []line, i int, dimensions []string, across string) Series {
	l := lines[i]
	unit := c.in.Book.UnitOf(l.indicator)
	s := Series{
		Indicator: l.indicator.ID.Value, Codes: string(observation.JoinCodes(l.codes...)),
		Decimals: l.indicator.Decimals, Percent: unit.Percent, Derived: l.indicator.Derived != nil,
		Name: c.perLanguage(func(language string) string { return c.seriesName(lines, l, dimensions, across, language) }),
		Unit: c.perLanguage(func(language string) string { return label(unit.Label, language) }),
	}
	return s
}

func (c *compiler) seriesName(lines []line, l line, dimensions []string, across, language string) string {
	if text, _, ok := l.spec.Label.First(append([]string{language}, c.languages...)...); ok && across == "" {
		return text
	}
	var parts []string
	if !oneIndicator(lines) && across != "indicator" {
		parts = append(parts, label(l.indicator.Name, language))
	}
	for _, dimension := range dimensions {
		if code := l.code(dimension); code != "" {
			parts = append(parts, c.codeLabel(l.indicator, dimension, code, language))
		}
	}
	switch {
	case len(parts) > 0:
		return join(parts)
	case across == "indicator" && !oneIndicator(lines):
		// A series of several indicators has none of their names.
		return label(c.in.Book.UnitOf(l.indicator).Label, language)
	}
	return label(l.indicator.Name, language)
}

func (c *compiler) categoryName(lines []line, l line, across string) source.Text {
	return c.perLanguage(func(language string) string {
		if across != "indicator" {
			return c.codeLabel(l.indicator, across, l.code(across), language)
		}
		name := c.seriesName(lines, l, varying(lines), "", language)
		if slices.ContainsFunc(lines, func(other line) bool { return other.indicator.Unit.Value != l.indicator.Unit.Value }) {
			name += " (" + label(c.in.Book.UnitOf(l.indicator).Label, language) + ")"
		}
		return name
	})
}

func (c *compiler) codeLabel(indicator *codebook.Indicator, dimension, code, language string) string {
	list, ok := c.in.Book.DimensionList(indicator, dimension)
	if !ok {
		return code
	}
	text, _ := list.Label(code, append([]string{language}, c.languages...)...)
	return text
}

// perLanguage makes a text of what a function says in each language.
func (c *compiler) perLanguage(say func(language string) string) source.Text {
	var pairs []string
	for _, language := range c.languages {
		pairs = append(pairs, language, say(language))
	}
	return source.NewText(pairs...)
}

// label gives a text that the codebook has in every language of the site.
func label(t source.Text, language string) string {
	text, ok := t.In(language)
	if !ok {
		text, _, _ = t.First(t.Languages()...)
	}
	return text
}

// breaks lists the breaks between the periods of the axis, each once, with the
// period that begins the new series.
func (c *compiler) breaks(periods []period.Period, lines []line) []Break {
	var breaks []Break
	for i := 1; i < len(periods); i++ {
		for _, l := range lines {
			event, broken := c.table.Break(l.series(), periods[i-1], periods[i])
			if !broken || (len(breaks) > 0 && breaks[len(breaks)-1].Before == periods[i]) {
				continue
			}
			breaks = append(breaks, Break{Before: periods[i], Note: c.breakNote(event, periods[i])})
		}
	}
	return breaks
}

func (c *compiler) breakNote(event *codebook.Event, before period.Period) source.Text {
	return c.perLanguage(func(language string) string {
		l := c.locale(language)
		if event == nil {
			return l.Capitalise(l.BreakBefore(before)) + "."
		}
		if note, ok := event.Note.In(language); ok {
			return note
		}
		return l.Named(l.Capitalise(l.BreakBefore(before)), label(event.Label, language))
	})
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

// values gives the usable values of a series for its alternative text.
func usable(points []Point) []int {
	var found []int
	for i, p := range points {
		if p.HasValue {
			found = append(found, i)
		}
	}
	return found
}

func join(parts []string) string {
	text := ""
	for i, p := range parts {
		if i > 0 {
			text += ", "
		}
		text += p
	}
	return text
}

func breakNumber(i int) string { return strconv.Itoa(i + 1) }
