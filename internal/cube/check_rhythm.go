package cube

import (
	"cmp"
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
		fresh := slices.DeleteFunc(slices.Clone(r.periods), func(p period.Period) bool { return isAmong(before, p) })
		if len(fresh) == 0 {
			continue
		}
		all := merged(before, fresh)
		known[r.dataset] = all
		if contract, ok := k.book.Contract(r.dataset); ok && k.open(r.ID) {
			k.kinds(r, contract, before, fresh)
			k.gaps(r, contract, all, fresh)
		}
	}
}

// isAmong reports whether a period is one of some that are in order.
func isAmong(periods []period.Period, p period.Period) bool {
	_, found := slices.BinarySearchFunc(periods, p, period.Compare)
	return found
}

// merged gives the periods of two lists in order, in order.
func merged(a, b []period.Period) []period.Period {
	all := make([]period.Period, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if period.Compare(a[0], b[0]) < 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// kinds finds the first period of a kind that the dataset never had.
func (k *checker) kinds(r *reading, contract *codebook.Contract, before, fresh []period.Period) {
	if len(before) == 0 {
		return
	}
	var had [period.Span + 1]bool
	for _, p := range before {
		had[p.Kind()] = true
	}
	for _, p := range fresh {
		if !had[p.Kind()] {
			k.add(diag.RhythmChange(k.spanOf(r, p), r.dataset, p.String(), p.Kind().String(), before[len(before)-1].Kind().String(), contract.Rhythm.Span))
			return
		}
	}
}

// A unit of a rhythm holds the periods that a dataset has in it, in order.
type unit struct {
	period.Period
	held []period.Period
}

// unitsOf lists the units in which a dataset has periods; nil when its rhythm has none.
// A year in a monthly dataset fills no month, but the month that it closes is listed.
func unitsOf(contract *codebook.Contract, periods []period.Period) []unit {
	var units []unit
	for _, p := range periods {
		of := contract.Unit(p)
		if of.IsZero() {
			return nil
		}
		if n := len(units); n == 0 || units[n-1].Period != of {
			units = append(units, unit{Period: of})
		}
		if p.Kind() >= of.Kind() {
			last := &units[len(units)-1]
			last.held = append(last.held, p)
		}
	}
	return units
}

// gaps finds units of the rhythm that are skipped or hold several periods.
func (k *checker) gaps(r *reading, contract *codebook.Contract, all, fresh []period.Period) {
	rhythm := contract.Rhythm.Value
	units := unitsOf(contract, all)
	isFresh := func(p period.Period) bool { return isAmong(fresh, p) }
	several := false // an earlier unit holds several: a dataset that always counts twice a month keeps its rhythm
	for i, u := range units {
		if len(u.held) == 0 {
			continue
		}
		at := slices.IndexFunc(u.held, isFresh)
		if !several && at >= 0 && crowded(u.held) {
			k.add(diag.RhythmCrowded(k.spanOf(r, u.held[at]), r.dataset, rhythm, u.String(), texts(u.held), contract.Rhythm.Span))
		}
		several = several || len(u.held) > 1
		if i == 0 || at < 0 && !slices.ContainsFunc(units[i-1].held, isFresh) {
			continue
		}
		var skipped []period.Period
		for p := units[i-1].Next(1); p.End() < u.Start(); p = p.Next(1) {
			skipped = append(skipped, p)
		}
		if len(skipped) > 0 {
			span := diag.FileSpan(r.ID.Path())
			if at >= 0 {
				span = k.spanOf(r, u.held[at])
			}
			k.add(diag.RhythmGap(span, r.dataset, rhythm, units[i-1].String(), u.String(), texts(skipped), contract.Rhythm.Span))
		}
	}
}

// crowded reports whether periods of one kind share a unit.
func crowded(held []period.Period) bool {
	var had [period.Span + 1]bool
	for _, p := range held {
		if had[p.Kind()] {
			return true
		}
		had[p.Kind()] = true
	}
	return false
}

// spanOf is the first row of a drop for a period; of several cells of the row, the
// first in key order.
func (k *checker) spanOf(r *reading, p period.Period) diag.Span {
	first, known := k.first[r]
	if !known {
		first = map[period.Period]int32{}
		for i := range r.rows.rows {
			row, n := &r.rows.rows[i], r.rows.first+int32(i)
			held, ok := first[row.Period]
			if !ok || cmp.Or(cmp.Compare(row.At.Line(), k.facts.fact(held).At.Line()), cmp.Compare(k.storyOf[n], k.storyOf[held])) < 0 {
				first[row.Period] = n
			}
		}
		k.first[r] = first
	}
	if n, ok := first[p]; ok {
		return k.facts.fact(n).At.Span()
	}
	return diag.FileSpan(r.ID.Path())
}

func texts(periods []period.Period) []string {
	all := make([]string, len(periods))
	for i, p := range periods {
		all[i] = p.String()
	}
	return all
}
