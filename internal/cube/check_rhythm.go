package cube

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
)

func totalKey(book *codebook.Codebook, i *codebook.Indicator, p period.Period) observation.Key {
	return observation.Key{Series: observation.Series{Indicator: i.ID.Value, Codes: book.TotalCodes(i)}, Period: p}
}

// rhythms finds periods that do not follow the rhythm of their dataset: skipped
// ones, several where there is room for one, another kind than before. Each
// dataset is looked at drop by drop, so that a finding is that of the drop
// which brought the period.
func (k *checker) rhythms() {
	known := map[string][]period.Period{}
	for _, r := range k.drops {
		before := known[r.dataset]
		var fresh []period.Period
		for _, p := range r.periods {
			if !slices.Contains(before, p) {
				fresh = append(fresh, p)
			}
		}
		all := slices.Concat(before, fresh)
		slices.SortFunc(all, period.Compare)
		known[r.dataset] = all
		if contract, ok := k.book.Contract(r.dataset); ok && k.open(r.ID) && len(fresh) > 0 {
			k.kinds(r, contract, before, fresh)
			k.gaps(r, contract, all, fresh)
		}
	}
}

// kinds finds the first period of a kind that the dataset never had.
func (k *checker) kinds(r *reading, contract *codebook.Contract, before, fresh []period.Period) {
	if len(before) == 0 {
		return
	}
	for _, p := range fresh {
		if !slices.ContainsFunc(before, func(q period.Period) bool { return q.Kind() == p.Kind() }) {
			k.add(diag.RhythmChange(r.spanOf(p), r.dataset, p.String(), p.Kind().String(), before[len(before)-1].Kind().String(), contract.Rhythm.Span))
			return
		}
	}
}

// gaps finds units of the rhythm that are skipped or hold several periods.
func (k *checker) gaps(r *reading, contract *codebook.Contract, all, fresh []period.Period) {
	rhythm := contract.Rhythm.Value
	var units []period.Period
	within := map[period.Period][]period.Period{}
	for _, p := range all {
		unit := contract.Unit(p)
		if unit.IsZero() {
			return
		}
		if within[unit] == nil {
			units = append(units, unit)
		}
		if p.Kind() >= unit.Kind() { // a year in a monthly dataset fills no month
			within[unit] = append(within[unit], p)
		}
	}
	isFresh := func(p period.Period) bool { return slices.Contains(fresh, p) }
	for i, unit := range units {
		held := within[unit]
		if len(held) == 0 {
			continue
		}
		if n := len(held); n > 1 && slices.ContainsFunc(held, isFresh) && crowded(held, units[:i], within) {
			k.add(diag.RhythmCrowded(r.spanOf(held[slices.IndexFunc(held, isFresh)]), r.dataset, rhythm, unit.String(), texts(held), contract.Rhythm.Span))
		}
		if i == 0 || !slices.ContainsFunc(slices.Concat(held, within[units[i-1]]), isFresh) {
			continue
		}
		var skipped []period.Period
		for p := units[i-1].Next(1); p.End() < unit.Start(); p = p.Next(1) {
			skipped = append(skipped, p)
		}
		if len(skipped) > 0 {
			at := slices.IndexFunc(held, isFresh)
			span := diag.FileSpan(r.ID.Path())
			if at >= 0 {
				span = r.spanOf(held[at])
			}
			k.add(diag.RhythmGap(span, r.dataset, rhythm, units[i-1].String(), unit.String(), texts(skipped), contract.Rhythm.Span))
		}
	}
}

// crowded reports whether periods of one kind share a unit although no earlier
// unit had several: a dataset that always counts twice a month keeps its rhythm.
func crowded(held, earlier []period.Period, within map[period.Period][]period.Period) bool {
	for _, unit := range earlier {
		if len(within[unit]) > 1 {
			return false
		}
	}
	for i, p := range held {
		for _, q := range held[:i] {
			if p.Kind() == q.Kind() {
				return true
			}
		}
	}
	return false
}

// spanOf is the first row of a drop for a period.
func (r *reading) spanOf(p period.Period) diag.Span {
	first := diag.FileSpan(r.ID.Path())
	for _, f := range r.rows {
		if f.Period == p && !f.Removed && (first.Line == 0 || f.Span().Line < first.Line) {
			first = f.Span()
		}
	}
	return first
}

func texts(periods []period.Period) []string {
	all := make([]string, len(periods))
	for i, p := range periods {
		all[i] = p.String()
	}
	return all
}
