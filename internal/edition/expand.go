package edition

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/source"
)

// A line is one series that a figure's description stands for.
type line struct {
	spec      *SeriesSpec
	indicator *codebook.Indicator
	codes     []string // one for each dimension of the indicator
}

func (l line) series() observation.Series {
	return observation.Series{Indicator: l.indicator.ID.Value, Codes: observation.JoinCodes(l.codes...)}
}

// code is the code of one dimension, "" when the indicator lacks it.
func (l line) code(dimension string) string {
	if i := l.indicator.Position(dimension); i >= 0 {
		return l.codes[i]
	}
	return ""
}

// expand gives the series that a figure shows, every combination of the codes
// listed, in the order written. Unknown names are findings.
func expand(spec *FigureSpec, book *codebook.Codebook, out *diag.List) []line {
	var lines []line
	for i := range spec.Series {
		s := &spec.Series[i]
		indicator, ok := book.Indicator(s.Indicator.Value)
		if !ok {
			out.Add(diag.UnknownID(s.Indicator.Span, "indicator", s.Indicator.Value, book.IndicatorIDs()))
			continue
		}
		for _, codes := range combinations(s, indicator, book, out) {
			lines = append(lines, line{s, indicator, codes})
		}
	}
	return lines
}

func combinations(s *SeriesSpec, indicator *codebook.Indicator, book *codebook.Codebook, out *diag.List) [][]string {
	for _, where := range s.Where.Entries {
		if indicator.Position(where.Key.Value) < 0 {
			out.Add(diag.UnknownDimension(where.Key.Span, where.Key.Value, indicator.ID.Value, indicator.DimensionIDs()))
			return nil
		}
	}
	all := [][]string{{}}
	lists := book.Lists(indicator)
	for i, dimension := range indicator.DimensionIDs() {
		list := lists[i]
		codes := []string{list.Total.Value}
		if asked, ok := s.Where.Get(dimension); ok {
			codes = knownCodes(asked, list, out)
		}
		var longer [][]string
		for _, begun := range all {
			for _, code := range codes {
				longer = append(longer, append(slices.Clone(begun), code))
			}
		}
		all = longer
	}
	return all
}

func knownCodes(asked []source.At[string], list *codebook.CodeList, out *diag.List) []string {
	var codes []string
	for _, at := range asked {
		code, ok := list.Code(at.Value)
		if !ok {
			out.Add(diag.UnknownCode(at.Span, at.Value, list.ID.Value, list.CodeNames(), list.ID.Span))
			continue
		}
		codes = append(codes, code.Code.Value)
	}
	return codes
}

// varying lists the dimensions in which lines of one indicator differ.
func varying(lines []line) []string {
	var dimensions []string
	for _, a := range lines {
		for i, dimension := range a.indicator.DimensionIDs() {
			differs := slices.ContainsFunc(lines, func(b line) bool {
				return b.indicator == a.indicator && b.codes[i] != a.codes[i]
			})
			if differs && !slices.Contains(dimensions, dimension) {
				dimensions = append(dimensions, dimension)
			}
		}
	}
	return dimensions
}

// oneIndicator reports whether all lines are of the same indicator.
func oneIndicator(lines []line) bool {
	return !slices.ContainsFunc(lines, func(l line) bool { return l.indicator != lines[0].indicator })
}

// layout is how lines are laid out in a figure: series by categories. With
// categories that are periods each line is a series and categories is nil.
type layout struct {
	across     string
	series     [][]int // for each series, the index of the line of each category; -1 for none
	categories []string
}

// lay decides what is a series and what a category.
func lay(spec *FigureSpec, lines []line, out *diag.List) layout {
	across, ok := acrossOf(spec, lines)
	if !ok {
		out.Add(diag.FigurePyramid(spec.Kind.Span, spec.ID.Value, diag.Say("does not say what its bars stand for"), diag.Say("write under `across:` what has a bar for each code, such as age; what is left makes the two sides")))
	}
	l := layout{across: across}
	if across == "period" {
		for i := range lines {
			l.series = append(l.series, []int{i})
		}
		return l
	}
	var rest []string // what tells the series apart
	for i, line := range lines {
		category, other := line.split(across)
		if category == "" {
			out.Add(diag.FigureAcross(spec.acrossSpan(), spec.ID.Value, across, line.indicator.ID.Value, line.indicator.DimensionIDs()))
			continue
		}
		c, s := slices.Index(l.categories, category), slices.Index(rest, other)
		if c < 0 {
			c = len(l.categories)
			l.categories = append(l.categories, category)
		}
		if s < 0 {
			s = len(rest)
			rest = append(rest, other)
			l.series = append(l.series, nil)
		}
		for len(l.series[s]) <= c {
			l.series[s] = append(l.series[s], -1)
		}
		l.series[s][c] = i
	}
	for s := range l.series {
		for len(l.series[s]) < len(l.categories) {
			l.series[s] = append(l.series[s], -1)
		}
	}
	return l
}

// acrossSpan is where a figure says what it goes across, or else its kind.
func (spec *FigureSpec) acrossSpan() diag.Span {
	if spec.Across.IsSet() {
		return spec.Across.Span
	}
	return spec.Kind.Span
}

// acrossOf is what a figure goes across: what it says, or for a figure over time
// periods and for the others the dimension with the most codes. A grouped or
// stacked figure is one over time unless it shows one moment. It is not ok for a
// pyramid that could stand either way.
func acrossOf(spec *FigureSpec, lines []line) (across string, ok bool) {
	if spec.Kind.Value == KeyFigures {
		return "period", true // of its small pictures
	}
	if spec.Across.IsSet() {
		return spec.Across.Value, true
	}
	moment := spec.Periods != nil && spec.Periods.At.IsSet()
	switch spec.Kind.Value {
	case BarFigure, DotFigure, TileMapFigure, PyramidFigure:
	case GroupedFigure, StackedFigure:
		if !moment {
			return "period", true
		}
	default:
		return "period", true
	}
	across, most, tie := "indicator", 0, false
	for _, dimension := range varying(lines) {
		codes := map[string]bool{}
		for _, l := range lines {
			codes[l.code(dimension)] = true
		}
		tie = tie || len(codes) == most
		if len(codes) > most {
			across, most, tie = dimension, len(codes), false
		}
	}
	return across, !tie || spec.Kind.Value != PyramidFigure
}

// split gives the category of a line and what is left to tell series apart.
func (l line) split(across string) (category, rest string) {
	codes := slices.Clone(l.codes)
	if across == "indicator" {
		return l.indicator.ID.Value + "." + string(observation.JoinCodes(codes...)), ""
	}
	i := l.indicator.Position(across)
	if i < 0 {
		return "", ""
	}
	category = codes[i]
	codes[i] = ""
	return category, l.indicator.ID.Value + "." + string(observation.JoinCodes(codes...))
}
