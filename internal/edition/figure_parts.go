package edition

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
)

// firstOf gives, for each series, its first line.
func (s *sketch) firstOf() []line {
	var firsts []line
	for _, cells := range s.laid.series {
		firsts = append(firsts, s.lines[cells[slices.IndexFunc(cells, func(i int) bool { return i >= 0 })]])
	}
	return firsts
}

// apart gives the dimensions in which the series of a figure differ.
func (s *sketch) apart() []string { return without(varying(s.firstOf()), s.laid.across) }

// codeSpan is where a line's code is written, or else its indicator.
func (l line) codeSpan(dimension string) diag.Span {
	asked, _ := l.spec.Where.Get(dimension)
	for _, at := range asked {
		if at.Value == l.code(dimension) {
			return at.Span
		}
	}
	return l.spec.Indicator.Span
}

// overlap finds a line whose code holds that of another, as Belgium holds
// Flanders, or is the same.
func overlap(list *codebook.CodeList, lines []line, dimension string) (above, below line, found bool) {
	for i, a := range lines {
		for j, b := range lines {
			above, below := a.code(dimension), b.code(dimension)
			if i != j && list.IsAncestor(above, below) || i < j && above == below {
				return a, b, true
			}
		}
	}
	return above, below, false
}

// checkParts reports a stack that is no whole: parts of several indicators, parts
// that overlap or leave something out, and what is never summed.
func (s *sketch) checkParts() {
	spec, first := s.spec, s.lines[0]
	fail := func(at diag.Span, fact, hint diag.Phrase) {
		s.out.Add(diag.FigureParts(at, spec.ID.Value, fact, hint))
	}
	instead := diag.Say("; `kind: grouped`, `kind: multiples` or `kind: table` show them without adding up")
	for _, l := range s.lines[1:] {
		if l.indicator != first.indicator {
			fail(l.spec.Indicator.Span, diag.Say("stacks %s and %s", first.indicator.ID.Value, l.indicator.ID.Value), diag.Say("the parts of a whole are codes of one indicator, such as its regions%s", instead))
			return
		}
	}
	if m := first.indicator.Measure.Value; m == codebook.Share || m == codebook.Ratio {
		fail(first.spec.Indicator.Span, diag.Say("stacks %s, which is a %s", first.indicator.ID.Value, string(m)), diag.Say("shares and ratios are never summed%s", instead))
		return
	}
	parts, dimensions := s.firstOf(), s.apart()
	if len(parts) < 2 {
		return // which is reported as too few series
	}
	if len(dimensions) != 1 {
		fail(spec.Kind.Span, diag.Say("has parts that differ in %s", diag.And(dimensions)), diag.Say("the parts of a whole differ in one thing only: list several codes of one of these under `where:`%s", instead))
		return
	}
	list, ok := s.in.Book.DimensionList(first.indicator, dimensions[0])
	if !ok {
		return
	}
	s.checkPartition(list, dimensions[0], parts, fail, instead)
}

// checkPartition reports codes that do not make up the code above them, or a
// whole level, exactly once.
func (s *sketch) checkPartition(list *codebook.CodeList, dimension string, parts []line, fail func(at diag.Span, fact, hint diag.Phrase), instead diag.Phrase) {
	if above, below, found := overlap(list, parts, dimension); found {
		fail(below.codeSpan(dimension), diag.Say("counts %s twice: %s includes it", below.code(dimension), above.code(dimension)), diag.Say("the parts are added up: leave one of the two out"))
		return
	}
	levelOf := func(l line) string {
		code, _ := list.Code(l.code(dimension))
		return code.Level.Value
	}
	level, parent := levelOf(parts[0]), list.Parent(parts[0].code(dimension))
	siblings := true
	for _, l := range parts[1:] {
		if other := levelOf(l); other != level {
			fail(l.codeSpan(dimension), diag.Say("stacks %s (%s) and %s (%s)", parts[0].code(dimension), levelName(level), l.code(dimension), levelName(other)), diag.Say("stack codes of one level, so that nothing is left out"))
			return
		}
		siblings = siblings && list.Parent(l.code(dimension)) == parent
	}
	if l, _, ok := list.Level(level); ok && !l.Summable() {
		fail(parts[0].codeSpan(dimension), diag.Say("stacks codes of the level %s, which are never summed", level), diag.Say("the level says `partition: false`: its codes overlap or leave something out%s", instead))
		return
	}
	whole := list.AtLevel(level)
	switch {
	case siblings:
		whole = list.Children(parent)
	case level == "":
		fail(parts[0].codeSpan(dimension), diag.Say("stacks codes that are parts of different codes"), diag.Say("stack all parts of one code, those with the same `parent:` in the code list%s", instead))
		return
	}
	var missing []string
	for _, code := range whole {
		asked := slices.ContainsFunc(parts, func(l line) bool { return l.code(dimension) == code.Code.Value })
		if !asked && code.Level.Value == level && code.ValidIn(s.span()) {
			missing = append(missing, code.Code.Value)
		}
	}
	if len(missing) > 0 {
		fail(parts[0].codeSpan(dimension), diag.Say("leaves out %s, so that its parts do not add up to the whole", strings.Join(missing, ", ")), diag.Say("add what is missing under `where:`%s", instead))
	}
}

// checkValues reports what only the values tell: a part of a stack that is no
// number to add up.
func (s *sketch) checkValues() {
	if s.f.Kind != StackedFigure {
		return
	}
	at, dimension := map[int]period.Period{}, s.apart()[0]
	for i, points := range s.f.Points {
		l := s.firstOf()[i]
		fail := func(fact, hint diag.Phrase) {
			s.out.Add(diag.FigureParts(l.codeSpan(dimension), s.spec.ID.Value, fact, hint))
		}
		for place, p := range points {
			first, seen := at[place]
			switch {
			case !p.HasValue:
			case p.Qualifier.Bound():
				fail(diag.Say("stacks %s, of which only “more than” or “less than” is known for %s", l.code(dimension), p.Period.String()), diag.Say("that cannot be added up; `kind: grouped`, `kind: multiples` or `kind: table` show it"))
				return
			case p.Value < 0:
				fail(diag.Say("stacks %s, which is below zero in %s", l.code(dimension), p.Period.String()), diag.Say("a part of a whole cannot be less than nothing; `kind: line` shows it"))
				return
			case seen && p.Period != first:
				fail(diag.Say("stacks values of %s and %s", first.String(), p.Period.String()), diag.Say("write one period under `periods: {at: …}`, or make a `kind: table`"))
				return
			default:
				at[place] = p.Period
			}
		}
	}
}

func levelName(level string) diag.Phrase {
	if level == "" {
		return diag.Say("no level")
	}
	return diag.Say("level %s", level)
}

// span is the time that a figure shows: for whether a code exists in it.
func (s *sketch) span() period.Period {
	if s.laid.categories != nil {
		return s.moment(s.spec.Periods, nil)
	}
	periods := s.periodsOf(s.spec, s.lines)
	if len(periods) == 0 {
		return s.in.Round.Round
	}
	return period.SpanOf(periods[0].Start(), periods[len(periods)-1].End())
}
