package edition

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
)

// Where the places of a picture's series lie.
const (
	overPeriods = 1 << iota
	overCategories
)

// A form is what a kind of picture holds. Its limits are those of package chart,
// which draws them; here they become findings with a place.
type form struct {
	least, most int // series
	places      int
	free        bool // its scale may begin above zero
	dates       bool // events can be marked on its axis
	references  bool // a line to compare with can cross its scale
	instead     diag.Phrase
}

// forms has every kind of picture. What a kind cannot hold, another can: instead
// says which.
var forms = map[FigureKind]form{
	LineFigure: {least: 1, most: 4, places: overPeriods, free: true, dates: true, references: true,
		instead: diag.Say("`kind: multiples` draws up to 12 series, each in a picture of its own on one scale")},
	AreaFigure: {least: 1, most: 1, places: overPeriods, dates: true, references: true,
		instead: diag.Say("`kind: stacked` fills the parts of a whole, `kind: line` draws up to 4 series")},
	ColumnFigure: {least: 1, most: 1, places: overPeriods, dates: true, references: true,
		instead: diag.Say("`kind: grouped` sets 2 or 3 series side by side, `kind: stacked` makes parts of one column, `kind: line` draws up to 4")},
	GroupedFigure: {least: 2, most: 3, places: overPeriods | overCategories, dates: true, references: true,
		instead: diag.Say("`kind: column` or `kind: bar` shows one series, `kind: multiples` up to 12 over time")},
	StackedFigure: {least: 2, most: 6, places: overPeriods | overCategories, dates: true, references: true,
		instead: diag.Say("`kind: column` or `kind: bar` shows one series, `kind: multiples` up to 12 over time")},
	MultiplesFigure: {least: 2, most: 12, places: overPeriods, dates: true, references: true,
		instead: diag.Say("`kind: line` shows one series, `kind: table` any number")},
	BarFigure: {least: 1, most: 2, places: overCategories, references: true,
		instead: diag.Say("`kind: grouped` sets 3 series side by side, `kind: table` any number")},
	DotFigure: {least: 1, most: 3, places: overCategories, free: true, references: true,
		instead: diag.Say("`kind: table` shows any number")},
	PyramidFigure: {least: 2, most: 2, places: overCategories,
		instead: diag.Say("`kind: grouped` sets 2 or 3 series side by side")},
	TileMapFigure: {least: 1, most: 1, places: overCategories,
		instead: diag.Say("a map shows one series: make a figure for each, or `kind: bar`")},
}

// checkKind reports what makes a figure none of its kind, before its values are
// known.
func (s *sketch) checkKind() {
	spec, kind := s.spec, s.spec.Kind.Value
	form, picture := forms[kind]
	s.checkMarks(form)
	s.checkDated()
	if kind == KeyFigures {
		if n := len(s.lines); n < 2 || n > 6 {
			s.out.Add(diag.KeyFigureCount(spec.ID.Span, spec.ID.Value, n))
		}
		return
	}
	if !picture {
		for _, cells := range s.laid.series {
			s.checkColumn(cells)
		}
		return
	}
	s.checkAxis(form)
	if n := len(s.laid.series); n < form.least || n > form.most {
		s.out.Add(diag.FigureSeries(spec.Kind.Span, spec.ID.Value, string(kind), n, form.least, form.most, form.instead))
	}
	for _, l := range s.lines[1:] {
		if why := differs(s.lines[0].indicator, l.indicator); !why.IsZero() {
			s.out.Add(diag.FigureMixed(l.spec.Indicator.Span, spec.ID.Value, s.lines[0].indicator.ID.Value, l.indicator.ID.Value, why))
		}
	}
	s.checkZero(form)
	switch kind {
	case StackedFigure:
		s.checkParts()
	case PyramidFigure:
		s.checkPyramid()
	case TileMapFigure:
		s.checkTiles()
	}
}

// checkAxis reports a picture whose places are not what its kind draws, and an
// axis of time without equal steps.
func (s *sketch) checkAxis(form form) {
	spec := s.spec
	places := overCategories
	if s.laid.categories == nil {
		places = overPeriods
	}
	if form.places&places == 0 {
		s.out.Add(diag.FigurePlaces(spec.acrossSpan(), spec.ID.Value, string(spec.Kind.Value), places == overPeriods))
	}
	if p := spec.Periods; places == overPeriods && p != nil && p.From.IsSet() && !spec.Dated.Value {
		if kind := p.kind(); kind == period.Day || kind == period.Span {
			s.out.Add(diag.FigureSteps(p.From.Span, spec.ID.Value, p.From.Value.String()))
		}
	}
}

// checkColumn reports lines that cannot be printed alike in one column of a table.
// Units may differ between its rows, which then name them; decimals may not.
func (s *sketch) checkColumn(cells []int) {
	var first *codebook.Indicator
	for _, i := range cells {
		switch {
		case i < 0:
			continue
		case first == nil:
			first = s.lines[i].indicator
		}
		second, why := s.lines[i].indicator, diag.Phrase{}
		switch {
		case s.in.Book.UnitOf(first).Percent != s.in.Book.UnitOf(second).Percent:
			why = diag.Say("unit")
		case first.Decimals != second.Decimals:
			why = diag.Say("decimals")
		}
		if !why.IsZero() {
			s.out.Add(diag.FigureColumn(s.lines[i].spec.Indicator.Span, s.spec.ID.Value, first.ID.Value, second.ID.Value, why))
		}
	}
}

// differs says what keeps two indicators from one scale, nothing when nothing does.
// A stock and a cumulative count are both a state of affairs at a date.
func differs(a, b *codebook.Indicator) diag.Phrase {
	switch {
	case a.Unit.Value != b.Unit.Value:
		return diag.Say("unit")
	case (a.Measure.Value == codebook.Flow) != (b.Measure.Value == codebook.Flow):
		return diag.Say("measure type")
	case a.Decimals != b.Decimals:
		return diag.Say("decimals")
	}
	return diag.Phrase{}
}

// checkZero reports a scale that begins above zero where lengths are compared,
// and one of which the author's subtitle does not say so. The automatic subtitle
// does.
func (s *sketch) checkZero(form form) {
	spec := s.spec
	if !spec.Zero.IsSet() || spec.Zero.Value {
		return
	}
	if !form.free {
		s.out.Add(diag.FigureScale(spec.Zero.Span, spec.ID.Value, string(spec.Kind.Value)))
		return
	}
	for _, language := range s.languages {
		if words, ok := spec.Subtitle.In(language); ok && !s.locale(language).SaysZero(words) {
			s.out.Add(diag.FigureScaleUnsaid(spec.Subtitle.SpanIn(language), spec.ID.Value, s.locale(language).FreeScale()))
		}
	}
}

// checkDated reports a figure whose series cannot stand on their dates.
func (s *sketch) checkDated() {
	spec := s.spec
	if !spec.Dated.Value {
		return
	}
	if kind := spec.Kind.Value; kind != LineFigure && kind != TableFigure || s.laid.categories != nil {
		s.out.Add(diag.FigureDated(spec.Dated.Span, spec.ID.Value, diag.Say("is neither a line nor a table over time"),
			diag.Say("write `kind: line` or `kind: table` and leave `across:` out, or take `dated: true` out")))
	}
	if spec.Periods != nil && spec.Periods.At.IsSet() {
		s.out.Add(diag.FigureDated(spec.Periods.At.Span, spec.ID.Value, diag.Say("shows one period"),
			diag.Say("write `periods: {from: …, until: …}` for the dates to show, or take `dated: true` out")))
	}
	i := slices.IndexFunc(s.lines, func(l line) bool { return l.indicator.Measure.Value == codebook.Flow })
	if i >= 0 {
		l := s.lines[i]
		s.out.Add(diag.FigureDated(l.spec.Indicator.Span, spec.ID.Value, diag.Say("shows %s, which counts what happened in a period", l.indicator.ID.Value),
			diag.Say("only what was the case on a day can stand on it: take `dated: true` out")))
	}
}
