package chart

import (
	"math/rand/v2"
	"strings"
	"testing"

	"ronde/internal/number"
)

func TestScale(t *testing.T) {
	tests := []struct {
		values   string
		decimals int
		free     bool
		ticks    string
	}{
		{"26505 83240", 0, false, "0 20000 40000 60000 80000"},
		{"26507 11035 3111", 0, false, "0 10000 20000"},
		{"3", 0, false, "0 1 2 3"},
		{"1", 0, false, "0 1"},
		{"0 0", 0, false, "0 1"},
		{"x c", 0, false, "0 1"},
		{"1", 1, false, "0 0.5 1"},
		{"10", 0, false, "0 5 10"},
		{"10", 1, false, "0 2.5 5 7.5 10"},
		{"0.03", 2, false, "0 0.01 0.02 0.03"},
		{"-690 4930", 0, false, "0 2000 4000"},
		{"-1035 -20", 0, false, "-1000 -750 -500 -250 0"},
		{"74.1 153.3", 1, true, "80 100 120 140"},
		{"5 5", 0, true, "4 5 6"},
		{"999999999999", 0, false, "0 250000000000 500000000000 750000000000 1000000000000"},
	}
	for _, test := range tests {
		s := newScale([]Series{series(t, "", test.values)}, nil, test.decimals, test.free)
		var got []string
		for _, v := range s.ticks() {
			got = append(got, v.String())
		}
		if got := strings.Join(got, " "); got != test.ticks {
			t.Errorf("%s: %s, want %s", test.values, got, test.ticks)
		}
	}
}

// TestScaleHolds draws random values: all lie within the scale, which ends 4 to
// 8 % of its range beyond them and has at most four gridlines besides zero.
func TestScaleHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		top := int64(1) << (8 + r.IntN(50))
		var points []Point
		for range 1 + r.IntN(5) {
			v := r.Int64N(top)
			if r.IntN(3) == 0 {
				v = -v
			}
			points = append(points, Point{State: Present, Value: number.Decimal(v)})
		}
		s := newScale([]Series{{Points: points}}, nil, maxDecimals, r.IntN(2) == 0)
		s.from, s.to = 300*px, 0
		n := 0
		for _, v := range s.ticks() {
			if y := s.at(v); y < s.to || y > s.from {
				t.Fatalf("gridline %v of %v lies at %d", v, points, y)
			}
			if v != 0 {
				n++
			}
		}
		if n < 1 || n > 4 {
			t.Fatalf("%v: %d gridlines", points, n)
		}
		length := float64(s.high - s.low)
		if over := float64(s.high-s.data[1]) / length; s.data[1] > 0 && s.data[1]-s.data[0] > 1000 && (over < .03 || over > .08) {
			t.Fatalf("%v: the scale ends at %v, %.3f beyond", points, s.high, over)
		}
		for _, p := range points {
			if y := s.at(p.Value); y < s.to || y > s.from {
				t.Fatalf("%v lies at %d", p.Value, y)
			}
		}
	}
}
