package derive

import (
	"slices"

	"ronde/internal/observation"
	"ronde/internal/period"
)

// Bases are the values of one indicator that shares or rates are computed from:
// for each of its series, in order of first use, the values by period.
type Bases struct {
	Indicator string
	Series    [][]Value
}

// Apart gives the positions of the codes in which the series differ.
func (b Bases) Apart() []int {
	var apart []int
	first := b.Series[0][0].Key.Codes.Split()
	for i := range first {
		if slices.ContainsFunc(b.Series, func(series []Value) bool { return series[0].Key.Codes.Split()[i] != first[i] }) {
			apart = append(apart, i)
		}
	}
	return apart
}

// Bases gives the values of bases, as Value.Bases names them, each once.
func (t *Table) Bases(keys []observation.Key) []Bases {
	var all []Bases
	for _, key := range keys {
		if base := t.At(key); base.State == Known {
			all = addBase(all, base)
		}
	}
	for _, bases := range all {
		for _, series := range bases.Series {
			slices.SortFunc(series, func(a, b Value) int { return period.Compare(a.Observed, b.Observed) })
		}
	}
	return all
}

func addBase(all []Bases, base Value) []Bases {
	i := slices.IndexFunc(all, func(b Bases) bool { return b.Indicator == base.Key.Indicator })
	if i < 0 {
		i = len(all)
		all = append(all, Bases{Indicator: base.Key.Indicator})
	}
	same := func(codes observation.Codes) func([]Value) bool {
		return func(series []Value) bool { return series[0].Key.Codes == codes }
	}
	n := slices.IndexFunc(all[i].Series, same(base.Key.Codes))
	if n < 0 {
		n = len(all[i].Series)
		all[i].Series = append(all[i].Series, nil)
	}
	if !slices.ContainsFunc(all[i].Series[n], func(v Value) bool { return v.Observed == base.Observed }) {
		all[i].Series[n] = append(all[i].Series[n], base)
	}
	return all
}
