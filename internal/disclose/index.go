package disclose

import (
	"slices"
	"strings"

	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// An index finds rows by key. It shares the rows with others: they are never changed.
type index struct {
	rows    []*seal.Row          // in key order
	periods []period.Period      // of the rows; to halve them without looking at each
	series  []observation.Series // in order
	spans   map[observation.Series]span
}

// A span are the rows from one place to before another.
type span struct{ from, to int32 }

// inKeyOrder gives rows in key order; those of one key stay in theirs.
func inKeyOrder(rows []*seal.Row) []*seal.Row {
	ordered := make([]*seal.Row, len(rows))
	for at, n := range observation.InKeyOrder(len(rows), func(i int) observation.Key { return rows[i].Key }) {
		ordered[at] = rows[n]
	}
	return ordered
}

// newIndex makes the index of rows in key order.
func newIndex(rows []*seal.Row) index {
	x := index{rows: rows, periods: make([]period.Period, len(rows)), spans: map[observation.Series]span{}}
	for from := 0; from < len(rows); {
		to := from
		for ; to < len(rows) && rows[to].Series == rows[from].Series; to++ {
			x.periods[to] = rows[to].Period
		}
		x.series = append(x.series, rows[from].Series)
		x.spans[rows[from].Series] = span{int32(from), int32(to)}
		from = to
	}
	return x
}

// of gives the rows of a key.
func (x *index) of(key observation.Key) []*seal.Row {
	s, ok := x.spans[key.Series]
	if !ok {
		return nil
	}
	at, _ := slices.BinarySearchFunc(x.periods[s.from:s.to], key.Period, period.Compare)
	from := int(s.from) + at
	to := from
	for to < int(s.to) && x.periods[to] == key.Period {
		to++
	}
	return x.rows[from:to]
}

// ofSeries gives the rows of a series.
func (x *index) ofSeries(series observation.Series) []*seal.Row {
	s := x.spans[series]
	return x.rows[s.from:s.to]
}

// ofIndicator gives the rows of an indicator, which stand together.
func (x *index) ofIndicator(id string) []*seal.Row {
	from, _ := slices.BinarySearchFunc(x.series, id, func(s observation.Series, id string) int { return strings.Compare(s.Indicator, id) })
	to := from
	for to < len(x.series) && x.series[to].Indicator == id {
		to++
	}
	if from == to {
		return nil
	}
	return x.rows[x.spans[x.series[from]].from:x.spans[x.series[to-1]].to]
}
