package edition

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// point gives what a figure shows of a value.
func (c *compiler) point(v derive.Value) Point {
	p := Point{
		Period: v.Observed, Status: v.Status, Qualifier: v.Qualifier, Reconstructed: v.Reconstructed,
		Revised: c.revised(v),
	}
	if v.State == derive.Known {
		p.Value, p.HasValue = v.Number, true
	} else {
		p.Status = absence(v)
	}
	if v.Partial() {
		p.Present, p.Expected = v.Present, v.Expected
	}
	if v.Dataset != "" {
		p.Drop = v.Drop.String()
	}
	return p
}

// due reports whether a dataset should have a value of an indicator, or of what
// it is derived from, for a period.
func (c *compiler) due(indicator *codebook.Indicator, p period.Period) bool {
	for indicator.Derived != nil {
		part, ok := c.in.Book.Indicator(indicator.MainPart())
		if !ok {
			return false
		}
		indicator = part
	}
	return slices.ContainsFunc(c.in.Book.ContractsOf(indicator), func(contract *codebook.Contract) bool {
		unit := contract.Unit(p)
		closes := indicator.Measure.Value != codebook.Flow && unit.End() == p.End() // a count at the end of a quarter is that of its last month
		return !unit.IsZero() && (p.Contains(unit) || closes) && c.in.Book.Owes(contract, unit)
	})
}

// absence is the status of a value that has no number.
func absence(v derive.Value) observation.Status {
	switch v.State {
	case derive.Hidden:
		return observation.Hidden
	case derive.Impossible:
		return observation.CannotExist
	default:
		return observation.NotDelivered
	}
}

// revised reports whether a delivered observation replaces another value that a
// release published. What later drops said does not count: a correction that
// prints the value of its own drop set again replaces nothing. Computed values
// follow from delivered ones and carry no mark of their own.
func (c *compiler) revised(v derive.Value) bool {
	if v.Computed || v.State != derive.Known {
		return false
	}
	key := v.Key
	key.Period = v.Observed
	now, ok := c.in.Protected.Get(key)
	return ok && slices.ContainsFunc(c.in.Published, func(o *disclose.Observations) bool {
		was, ok := o.Get(key)
		value, had := was.Value()
		return ok && had && value != v.Number && drop.CompareOrder(was.Drop(), was.Received(), now.Drop(), now.Received()) < 0
	})
}

// periodsOf chooses the periods of a figure over time: from the first that any
// of its series has to the round's month, unless the figure says otherwise.
func (c *compiler) periodsOf(spec *FigureSpec, lines []line) []period.Period {
	kind := spec.Periods.kind()
	var known []period.Period
	for _, l := range lines {
		for _, v := range c.table.Series(l.series(), kind) {
			if v.Key.Period.End() <= c.in.Round.Round.End() && v.State != derive.Absent {
				known = append(known, v.Key.Period)
			}
		}
	}
	slices.SortFunc(known, period.Compare)
	known = slices.Compact(known)
	if s := spec.Periods; s != nil {
		known = c.chosen(s, known)
	}
	return axis(known)
}

// kind is the kind of the periods of a figure over time: that of its first one,
// or months.
func (s *PeriodsSpec) kind() period.Kind {
	if s != nil && s.From.IsSet() {
		return s.From.Value.Kind()
	}
	return period.Month
}

func (c *compiler) chosen(s *PeriodsSpec, known []period.Period) []period.Period {
	round := c.in.Round.Round
	switch {
	case s.At.IsSet():
		return []period.Period{c.moment(s, known)}
	case s.Last.IsSet():
		var last []period.Period
		for i := s.Last.Value - 1; i >= 0; i-- {
			last = append(last, round.Next(-i))
		}
		return last
	}
	// The ends that a figure names are there even without a value: a series
	// that should begin earlier shows that it does not.
	if s.From.IsSet() {
		known = append([]period.Period{s.From.Value}, slices.DeleteFunc(known, func(p period.Period) bool { return p.Start() < s.From.Value.Start() })...)
	}
	if s.Until.IsSet() {
		until := round
		if p, err := period.Parse(s.Until.Value); err == nil {
			until = p
		}
		known = slices.DeleteFunc(known, func(p period.Period) bool { return p.End() > until.End() })
		// A month is not the end of an axis of quarters: the last whole one is.
		if until.Kind() == s.kind() {
			known = append(known, until)
		}
	}
	slices.SortFunc(known, period.Compare)
	return slices.Compact(known)
}

// moment is the one period of a figure whose categories are not periods: the
// round's month unless the figure says otherwise.
func (c *compiler) moment(s *PeriodsSpec, known []period.Period) period.Period {
	if s == nil || !s.At.IsSet() || s.At.Value == "round" {
		return c.in.Round.Round
	}
	if p, err := period.Parse(s.At.Value); err == nil {
		return p
	}
	if len(known) > 0 {
		return known[len(known)-1] // latest
	}
	return c.in.Round.Round
}

// pointAt gives the point of a line for a figure whose categories are not
// periods. With `at: latest` each category shows its own newest value, whose
// period stands beside it.
func (s *sketch) pointAt(l line) Point {
	round := s.in.Round.Round
	at := round
	if s.spec.Periods != nil && s.spec.Periods.At.IsSet() {
		switch s.spec.Periods.At.Value {
		case "round":
		case "latest":
			if v, ok := s.table.Latest(l.series(), period.Month, round); ok {
				return s.show(l, v)
			}
		default:
			if p, err := period.Parse(s.spec.Periods.At.Value); err == nil {
				at = p
			}
		}
	}
	return s.show(l, s.table.At(observation.Key{Series: l.series(), Period: at}))
}

// checkPeriods reports what a figure says of its periods and cannot mean.
func checkPeriods(spec *FigureSpec, round period.Period, out *diag.List) {
	s := spec.Periods
	if s == nil {
		return
	}
	if span := s.From.IsSet() || s.Until.IsSet(); s.At.IsSet() && (s.Last.IsSet() || span) || s.Last.IsSet() && span {
		at := s.Last.Span
		if s.At.IsSet() {
			at = s.At.Span
		}
		out.Add(diag.FigureTwoPeriods(at, spec.ID.Value))
		return
	}
	if s.At.IsSet() && s.At.Value != "round" && s.At.Value != "latest" {
		if _, err := period.Parse(s.At.Value); err != nil {
			out.Add(diag.FigurePeriod(s.At.Span, s.At.Value, diag.Say("a period such as 2022-07, round or latest")))
		}
	}
	until := round
	if s.Until.IsSet() && s.Until.Value != "round" {
		p, err := period.Parse(s.Until.Value)
		if err != nil {
			out.Add(diag.FigurePeriod(s.Until.Span, s.Until.Value, diag.Say("a period such as 2022-07, or round")))
			return
		}
		if kind := s.kind(); p.Kind() != kind && !spec.Dated.Value {
			out.Add(diag.FigurePeriod(s.Until.Span, s.Until.Value, diag.Say("a %s, as the periods of the figure are", diag.Word(kind.String()))))
			return
		}
		until = p
	}
	if s.From.IsSet() && s.From.Value.Start() > until.End() {
		out.Add(diag.FigureBegins(s.From.Span, spec.ID.Value, s.From.Value.String(), until.String()))
	}
	if s.Last.IsSet() && s.Last.Value < 1 {
		out.Add(diag.FigurePeriod(s.Last.Span, strconv.Itoa(s.Last.Value), diag.Say("a number of periods, 1 or more")))
	}
}
