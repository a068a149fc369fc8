package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// An axis is the periods of one kind that a series has, every one from the first
// to the last; of days and spans, those that are there.
type axis struct {
	kind    period.Kind // None for days and spans
	periods []period.Period
	due     bool // a supplier owes a value for each of them
}

// rhythmKinds are the periods that a dataset owes, by its rhythm.
var rhythmKinds = map[string]period.Kind{"monthly": period.Month, "quarterly": period.Quarter, "annual": period.Year}

// axes sorts the periods of a series by kind. Counts on days of what is not a
// flow stand in their months.
func (t *track) axes(s observation.Series) []axis {
	byKind := map[period.Kind][]period.Period{}
	onDays := false
	for _, v := range t.values.Series(s, period.None) {
		p, kind := v.Key.Period, v.Key.Period.Kind()
		if t.key.Measure.Value != codebook.Flow && (kind == period.Day || kind == period.Week) {
			p, kind, onDays = p.MonthOfEnd(), period.Month, true
		}
		if kind == period.Day || kind == period.Span {
			kind = period.None
		}
		byKind[kind] = append(byKind[kind], p)
	}
	var all []axis
	for _, kind := range []period.Kind{period.Month, period.Quarter, period.Year, period.Week, period.None} {
		periods := byKind[kind]
		if len(periods) == 0 {
			continue
		}
		slices.SortFunc(periods, period.Compare)
		a := axis{kind: kind, periods: slices.Compact(periods)}
		if kind != period.None {
			a.periods = through(a.periods[0], a.periods[len(a.periods)-1])
			a.due = t.owed(kind) && !(onDays && kind == period.Month)
		}
		all = append(all, a)
	}
	return all
}

// through gives every period from one to another of the same kind.
func through(first, last period.Period) []period.Period {
	var all []period.Period
	for p := first; period.Compare(p, last) <= 0; p = p.Next(1) {
		all = append(all, p)
	}
	return all
}

// owed reports whether a supplier has a rhythm of a kind of period.
func (t *track) owed(kind period.Kind) bool {
	return slices.ContainsFunc(t.contracts(), func(c *codebook.Contract) bool { return rhythmKinds[c.Rhythm.Value] == kind })
}

// owes reports whether a supplier owed a value for a period.
func (t *track) owes(p period.Period) bool {
	return slices.ContainsFunc(t.contracts(), func(c *codebook.Contract) bool {
		return rhythmKinds[c.Rhythm.Value] == p.Kind() && t.Archive.Words.Owes(c, p)
	})
}

// axisOf is the axis that a series has for a kind of period; ok is false for none.
func (t *track) axisOf(s observation.Series, kind period.Kind) (a axis, ok bool) {
	axes := t.axes(s)
	i := slices.IndexFunc(axes, func(a axis) bool { return a.kind == kind })
	if i < 0 {
		return axis{}, false
	}
	return axes[i], true
}

// newest is the last value of a series, of the first kind of period that it has.
func (t *track) newest(s observation.Series) (derive.Value, bool) { return t.last(s, derive.Known) }

// last is the last of which the state is one of those given.
func (t *track) last(s observation.Series, states ...derive.State) (derive.Value, bool) {
	for _, a := range t.axes(s) {
		for _, at := range slices.Backward(a.periods) {
			v := t.Archive.Table.At(observation.Key{Series: s, Period: at})
			if slices.Contains(states, v.State) {
				return v, true
			}
		}
	}
	return derive.Value{}, false
}
