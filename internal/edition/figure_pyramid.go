package edition

import (
	"slices"

	"ronde/internal/diag"
)

// checkPyramid reports sides that are not two codes of one dimension, and bars
// that hold others.
func (s *sketch) checkPyramid() {
	spec, first := s.spec, s.lines[0]
	if len(s.laid.series) != 2 || s.laid.categories == nil {
		return // which is reported as too many series, or as the wrong places
	}
	fail := func(at diag.Span, fact, hint diag.Phrase) {
		s.out.Add(diag.FigurePyramid(at, spec.ID.Value, fact, hint))
	}
	if i := slices.IndexFunc(s.lines, func(l line) bool { return l.indicator != first.indicator }); i >= 0 {
		fail(s.lines[i].spec.Indicator.Span, diag.Say("sets %s beside %s", first.indicator.ID.Value, s.lines[i].indicator.ID.Value), diag.Say("its sides are two codes of one dimension of one indicator, such as women and men"))
		return
	}
	for _, dimension := range append(s.apart(), s.laid.across) {
		list, ok := s.in.Book.DimensionList(first.indicator, dimension)
		if !ok {
			continue
		}
		lines := s.firstOf()
		if dimension == s.laid.across {
			lines = s.categoryLines()
		}
		if above, below, found := overlap(list, lines, dimension); found {
			fail(above.codeSpan(dimension), diag.Say("shows %s beside %s, which is a part of it", above.code(dimension), below.code(dimension)), diag.Say("leave %s out", above.code(dimension)))
		}
	}
}

// categoryLines gives, for each category, a line of it.
func (s *sketch) categoryLines() []line {
	var lines []line
	for i := range s.laid.categories {
		for _, cells := range s.laid.series {
			if cells[i] >= 0 {
				lines = append(lines, s.lines[cells[i]])
				break
			}
		}
	}
	return lines
}
