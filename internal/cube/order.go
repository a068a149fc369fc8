package cube

import (
	"cmp"
	"slices"

	"ronde/internal/period"
)

// order makes the stories: it numbers what the facts are about in the order of series,
// period and dataset.
func (l *layout) order() {
	rank := l.rankColumns()
	l.rankLines()
	facts := make([]int32, len(l.storyOf))
	for n := range facts {
		facts[n] = int32(n)
	}
	if !l.inOrderWithin(rank) {
		facts = sorted(facts, l.columnOf, rank)
	}
	facts = sorted(facts, l.storyOf, l.lineOf)

	// Most keys are said once; a delivery repeats what earlier ones said or adds to it.
	largest := 0
	for _, r := range l.drops {
		largest = max(largest, int(r.end-r.first))
	}
	l.periods = make([]period.Period, 0, largest)
	before, beforeIn := none, none
	for _, n := range facts {
		series, column := l.storyOf[n], l.columnOf[n]
		if series != before || column != beforeIn {
			l.periods = append(l.periods, l.columns.values[column].period)
		}
		at := &l.lines[l.lineOf[series]]
		if at.to = int32(len(l.periods)); series != before {
			at.from = at.to - 1
		}
		before, beforeIn = series, column
		l.storyOf[n] = int32(len(l.periods)) - 1
	}
}

// rankColumns puts the columns in order and gives the place of each.
func (l *layout) rankColumns() []int32 {
	all := l.columns.values
	ordered := make([]int32, len(all))
	for n := range ordered {
		ordered[n] = int32(n)
	}
	slices.SortFunc(ordered, func(a, b int32) int {
		return cmp.Or(period.Compare(all[a].period, all[b].period), cmp.Compare(all[a].dataset, all[b].dataset))
	})
	rank := make([]int32, len(all))
	for at, n := range ordered {
		rank[n] = int32(at)
		ds := l.datasets[all[n].dataset]
		ds.columns = append(ds.columns, n)
	}
	return rank
}

// rankLines puts the series in order and gives the place of each. Former names have none.
func (l *layout) rankLines() {
	var ordered []int32
	for n, to := range l.today {
		if to == int32(n) {
			ordered = append(ordered, to)
		}
	}
	slices.SortFunc(ordered, func(a, b int32) int { return l.names.values[a].Compare(l.names.values[b]) })
	l.lines = make([]line, len(ordered))
	l.lineOf = make([]int32, len(l.today))
	for n := range l.lineOf {
		l.lineOf[n] = -1
	}
	for at, n := range ordered {
		l.lines[at].Series = l.names.values[n]
		l.lineOf[n] = int32(at)
	}
}

// inOrderWithin reports whether the facts of each series stand in the order of their
// columns already, as they mostly do in a single delivery.
func (l *layout) inOrderWithin(rank []int32) bool {
	reached := make([]int32, len(l.today))
	for n, series := range l.storyOf {
		at := rank[l.columnOf[n]]
		if at < reached[series] {
			return false
		}
		reached[series] = at
	}
	return true
}

// sorted gives facts in the order of what they are of, whose places rank gives. Facts
// of the same stay in their order. It counts, and compares nothing.
func sorted(facts, of, rank []int32) []int32 {
	start := make([]int32, len(rank)+1)
	for _, n := range facts {
		start[rank[of[n]]+1]++
	}
	for i := range rank {
		start[i+1] += start[i]
	}
	ordered := make([]int32, len(facts))
	for _, n := range facts {
		at := &start[rank[of[n]]]
		ordered[*at] = n
		*at++
	}
	return ordered
}
