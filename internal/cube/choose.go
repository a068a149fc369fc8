package cube

import (
	"cmp"
	"slices"

	"ronde/internal/drop"
	"ronde/internal/period"
)

// choose finds which supplier of each key counts.
func (l *layout) choose() {
	known := map[supplier]int{}
	for at, of := range l.lines {
		before := l.count
		for from := of.from; from < of.to; {
			to := from + 1
			for to < of.to && l.periods[to] == l.periods[from] {
				to++
			}
			if l.chooseAmong(from, to, known) {
				l.count++
			}
			from = to
		}
		if l.count-before < int(of.to-of.from) {
			l.listSome(int32(at))
		}
	}
}

// listSome lists the periods of a line of which not every story counts.
func (l *layout) listSome(at int32) {
	if l.some == nil {
		l.some = map[int32][]period.Period{}
	}
	var periods []period.Period
	for s := l.lines[at].from; s < l.lines[at].to; s++ {
		if l.current[s] != none {
			periods = append(periods, l.periods[s])
		}
	}
	l.some[at] = periods
}

// chooseAmong leaves of the stories of one key the one that counts, and reports
// whether one does. known are the ranks that were looked up.
func (l *layout) chooseAmong(from, to int32, known map[supplier]int) bool {
	if to-from == 1 && !l.facts.of(l.current[from]).origin.Removed {
		return true
	}
	removed := len(l.removed)
	var here []int32 // the facts that are not removals, the preferred one first
	for s := from; s < to; s++ {
		n := l.current[s]
		l.current[s] = none
		if l.facts.of(n).origin.Removed {
			l.removed = append(l.removed, n)
		} else {
			here = append(here, n)
		}
	}
	slices.SortFunc(l.removed[removed:], func(a, b int32) int { return compareOrder(l.facts.fact(a), l.facts.fact(b)) })
	if len(here) == 0 {
		return false
	}
	rank := func(n int32) int { return l.rank(l.facts.fact(n), known) }
	slices.SortFunc(here, func(a, b int32) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), compareOrder(l.facts.fact(b), l.facts.fact(a)))
	})
	l.current[l.storyOf[here[0]]] = here[0]
	clashes := len(l.clashes)
	for _, n := range here[1:] {
		if rank(n) == rank(here[0]) {
			l.clashes = append(l.clashes, clash{l.facts.fact(here[0]), l.facts.fact(n)})
		}
	}
	slices.SortFunc(l.clashes[clashes:], func(a, b clash) int { return cmp.Compare(a.second.Dataset, b.second.Dataset) })
	return true
}

// compareOrder is drop order.
func compareOrder(a, b Fact) int { return drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received) }

// A supplier is a dataset that supplies an indicator.
type supplier struct{ indicator, dataset string }

// rank is the place of a fact's dataset among the suppliers of its indicator.
func (l *layout) rank(f Fact, known map[supplier]int) int {
	of := supplier{f.Indicator, f.Dataset}
	rank, ok := known[of]
	if !ok {
		indicator, isIndicator := l.book.Indicator(f.Indicator)
		contract, isContract := l.book.Contract(f.Dataset)
		if isIndicator && isContract {
			rank = l.book.Rank(indicator, contract)
		}
		known[of] = rank
	}
	return rank
}

// deliveredPeriods gives, for each dataset, the periods for which something that it
// said counts of it, in order. What `absent:` filled is not said.
func (l *layout) deliveredPeriods() map[string][]period.Period {
	delivered := map[string][]period.Period{}
	for _, ds := range l.datasets {
		for _, column := range ds.columns {
			if l.counted[column] > 0 {
				delivered[ds.id] = append(delivered[ds.id], l.columns.Values[column].period)
			}
		}
	}
	return delivered
}
