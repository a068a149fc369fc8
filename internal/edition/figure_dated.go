package edition

import (
	"ronde/internal/period"
)

// overDates shows each series on its own dates, as delivered: an axis of months
// would draw a count of the third as one of the whole month, and the months
// between two counts as if something were missing.
func (s *sketch) overDates() {
	f := s.f
	from, until := s.dates()
	var first, last period.Period
	for i, l := range s.lines {
		f.Series = append(f.Series, s.series(s.lines, i, varying(s.lines), ""))
		var points []Point
		for _, v := range s.table.Series(l.series(), period.None) {
			p := v.Observed
			if p.Start() < from || p.End() > until {
				continue
			}
			points = append(points, s.show(l, v))
			if first.IsZero() || p.Start() < first.Start() {
				first = p
			}
			if last.IsZero() || p.End() > last.End() {
				last = p
			}
		}
		f.Points = append(f.Points, points)
	}
	if first.IsZero() {
		return
	}
	// The ends that the figure names are there even without a count.
	f.Dated = &DatedAxis{From: monthOf(first.Start()), Until: last.MonthOfEnd()}
	if p := s.spec.Periods; p != nil && (p.From.IsSet() || p.Last.IsSet()) {
		f.Dated.From = monthOf(from)
	}
	if p := s.spec.Periods; p != nil && (p.Until.IsSet() || p.Last.IsSet()) {
		f.Dated.Until = monthOf(until)
	}
	f.Periods = f.Dated.months()
	f.Breaks = s.breaks(f.Periods, s.lines)
}

// dates gives the first and last day that a figure with dates shows: up to the
// round's month, unless it says otherwise.
func (s *sketch) dates() (from, until period.Date) {
	round := s.in.Round.Round
	from, until = period.NewDate(1, 1, 1), round.End()
	p := s.spec.Periods
	switch {
	case p == nil:
		return from, until
	case p.Last.IsSet():
		return round.Next(1 - p.Last.Value).Start(), until
	case p.From.IsSet():
		from = p.From.Value.Start()
	}
	if last, err := period.Parse(p.Until.Value); err == nil && last.End() < until {
		until = last.End()
	}
	return from, until
}

func monthOf(d period.Date) period.Period { return period.DayOf(d).MonthOfEnd() }
