package observation

import (
	"slices"

	"ronde/internal/period"
)

// A Numbering gives values numbers, in the order in which they first come. The zero
// Numbering is ready for use.
//
// The rows of a delivery follow each other in the same turn again and again: all
// communes of a month, then all of the next. So what came after a value the last time
// is looked at before the map, which takes ten times as long.
type Numbering[K comparable] struct {
	Values []K // by number; not to be changed
	index  map[K]int32
	next   []int32 // by number: what came after it the last time
	last   int32
}

// Number gives the number of a value, a new one if it never came.
func (s *Numbering[K]) Number(value K) int32 {
	if len(s.Values) > 0 {
		if guess := s.next[s.last]; s.Values[guess] == value {
			s.last = guess
			return guess
		}
	}
	n, known := s.index[value]
	if !known {
		if s.index == nil {
			s.index = map[K]int32{}
		}
		n = int32(len(s.Values))
		s.index[value] = n
		s.Values = append(s.Values, value)
		s.next = append(s.next, n)
	}
	s.next[s.last], s.last = n, n
	return n
}

// Find gives the number of a value that came; ok is false for another.
func (s *Numbering[K]) Find(value K) (n int32, ok bool) {
	n, ok = s.index[value]
	return n, ok
}

// Ranks gives the place of each number in the order of the values, and the numbers in
// that order.
func (s *Numbering[K]) Ranks(compare func(a, b K) int) (rank, ordered []int32) {
	ordered = upTo(len(s.Values))
	slices.SortFunc(ordered, func(a, b int32) int { return compare(s.Values[a], s.Values[b]) })
	rank = make([]int32, len(ordered))
	for at, n := range ordered {
		rank[n] = int32(at)
	}
	return rank, ordered
}

// InKeyOrder gives the numbers from 0 to n−1 in the order of their keys; those with
// the same key stay in their order. It compares only what differs in series and periods,
// and counts the rest into place: a million rows have a few thousand of either.
func InKeyOrder(n int, key func(i int) Key) []int32 {
	var series Numbering[Series]
	var periods Numbering[period.Period]
	seriesOf, periodOf := make([]int32, n), make([]int32, n)
	for i := range n {
		k := key(i)
		seriesOf[i], periodOf[i] = series.Number(k.Series), periods.Number(k.Period)
	}
	bySeries, _ := series.Ranks(Series.Compare)
	byPeriod, _ := periods.Ranks(period.Compare)
	return Arrange(Arrange(upTo(n), periodOf, byPeriod), seriesOf, bySeries)
}

// Arrange gives numbers in the order of what they are of, whose places rank gives. Those
// of the same stay in their order. It counts, and compares nothing.
func Arrange(numbers, of, rank []int32) []int32 {
	start := make([]int32, len(rank)+1)
	for _, n := range numbers {
		start[rank[of[n]]+1]++
	}
	for i := range rank {
		start[i+1] += start[i]
	}
	arranged := make([]int32, len(numbers))
	for _, n := range numbers {
		at := &start[rank[of[n]]]
		arranged[*at] = n
		*at++
	}
	return arranged
}

// upTo lists the numbers from 0 to n−1.
func upTo(n int) []int32 {
	numbers := make([]int32, n)
	for i := range numbers {
		numbers[i] = int32(i)
	}
	return numbers
}
