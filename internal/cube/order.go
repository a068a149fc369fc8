package cube

import (
	"cmp"
	"slices"

	"ronde/internal/observation"
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
		facts = observation.Arrange(facts, l.columnOf, rank)
	}
	facts = observation.Arrange(facts, l.storyOf, l.lineOf)

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
			l.periods = append(l.periods, l.columns.Values[column].period)
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
	rank, ordered := l.columns.Ranks(func(a, b column) int {
		return cmp.Or(period.Compare(a.period, b.period), cmp.Compare(a.dataset, b.dataset))
	})
	for _, n := range ordered {
		ds := l.datasets[l.columns.Values[n].dataset]
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
	slices.SortFunc(ordered, func(a, b int32) int { return l.names.Values[a].Compare(l.names.Values[b]) })
	l.lines = make([]line, len(ordered))
	l.lineOf = make([]int32, len(l.today))
	for n := range l.lineOf {
		l.lineOf[n] = -1
	}
	for at, n := range ordered {
		l.lines[at].Series = l.names.Values[n]
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
