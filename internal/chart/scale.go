package chart

import (
	"sort"

	"ronde/internal/number"
)

// one is the Decimal 1.
const one number.Decimal = 1_000_000

// beyond is the largest value that a scale takes as it is. Sums of two such
// values still fit a Decimal; Parse accepts no number near it.
const beyond = 4_000_000 * 1_000_000 * one / 2

// A scale maps values to coordinates in a straight line.
type scale struct {
	low, high number.Decimal    // values at the ends
	step      number.Decimal    // between gridlines
	from, to  int               // coordinates of low and high
	finest    number.Decimal    // unit of the printed values
	count     int               // values it was made for
	data      [2]number.Decimal // lowest and highest of them, and zero unless free
}

// newScale makes a scale for the present values of some series and for those of
// reference lines. It ends 6 % of its range beyond the data rather than at the
// next step, so that the picture is not half empty, and has two to four
// gridlines besides zero at multiples of 1, 2, 2.5 or 5 × 10ⁿ, never finer than
// the printed decimals: a scale of persons has no half person.
func newScale(series []Series, references []Reference, decimals int, free bool) scale {
	var s scale
	first := true
	hold := func(v number.Decimal) {
		v = min(max(v, -beyond), beyond)
		if first {
			s.low, s.high, first = v, v, false
		}
		s.low, s.high = min(s.low, v), max(s.high, v)
	}
	for i := range series {
		for j := range series[i].Points {
			if p := &series[i].Points[j]; p.State == Present {
				hold(p.Value)
				s.count++
			}
		}
	}
	for i := range references {
		hold(references[i].Value)
	}
	if !free {
		s.low, s.high = min(s.low, 0), max(s.high, 0)
	}
	finest := one
	for range decimals {
		finest /= 10
	}
	s.data = [2]number.Decimal{s.low, s.high}
	if s.low == s.high {
		s.high += finest // all zero, all equal or no value at all.
		if free {
			s.low -= finest
		}
	}
	room := (s.high - s.low) / 100 * 6
	if free || s.high > 0 {
		s.high += room
	}
	if free || s.low < 0 {
		s.low -= room
	}
	s.finest = finest
	s.label(4)
	return s
}

// label gives the scale at most so many gridlines besides zero.
func (s *scale) label(most int) { s.step = step(s.low, s.high, s.finest, most) }

// trim takes back the room beyond the data, for pictures that have no gridlines
// to label.
func (s *scale) trim() {
	if s.data[0] < s.data[1] {
		s.low, s.high = s.data[0], s.data[1]
	}
}

// step is the smallest allowed step that gives at most so many gridlines.
func step(low, high, finest number.Decimal, most int) number.Decimal {
	for power := number.Decimal(1); ; power *= 10 {
		for _, s := range [...]number.Decimal{power, 2 * power, 5 * power / 2, 5 * power} {
			if s%finest == 0 && s > 0 && lines(low, high, s) <= most {
				return s
			}
		}
		if power > beyond {
			return 5 * power / 2
		}
	}
}

// lines is the number of multiples of s, zero left out, from low to high.
func lines(low, high, s number.Decimal) int {
	n := floor(high, s) - floor(low-1, s)
	if low <= 0 && high >= 0 {
		n--
	}
	return int(min(n, 1000))
}

func floor(v, s number.Decimal) number.Decimal {
	q := v / s
	if v%s < 0 {
		q--
	}
	return q
}

// at is the coordinate of a value.
func (s *scale) at(v number.Decimal) int {
	v = min(max(v, -beyond), beyond)
	length := s.to - s.from
	q, ok := (v - s.low).Quotient(int64(length), s.high-s.low, 0)
	if !ok {
		return s.from
	}
	return s.from + int(q/one)
}

// longest is the greatest length up to most that fits; a shorter one has to fit
// when a longer one does.
func longest(most int, fits func(length int) bool) int {
	return sort.Search(most, func(n int) bool { return !fits(n + 1) })
}

// zero is the coordinate of zero, or of the end nearest to it.
func (s *scale) zero() int { return s.at(min(max(0, s.low), s.high)) }

// ticks gives the values of the gridlines, zero included, from low to high.
func (s *scale) ticks() []number.Decimal {
	var t []number.Decimal
	for v := (floor(s.low-1, s.step) + 1) * s.step; v <= s.high; v += s.step {
		t = append(t, v)
	}
	return t
}
