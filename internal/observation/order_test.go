package observation

import (
	"math/rand/v2"
	"slices"
	"testing"

	"ronde/internal/period"
)

// The order of keys is that of a stable sort, whatever comes in whatever order.
func TestInKeyOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		keys := make([]Key, r.IntN(200))
		for i := range keys {
			keys[i] = Key{Series{[]string{"a", "b"}[r.IntN(2)], Codes([]string{"", "BE", "BE.F"}[r.IntN(3)])}, period.MonthOf(2022, 1+r.IntN(1+r.IntN(24)))}
			if i > 0 && r.IntN(2) == 0 {
				keys[i] = keys[i-1]
				keys[i].Period = keys[i].Period.Next(1)
			}
		}
		want := upTo(len(keys))
		slices.SortStableFunc(want, func(a, b int32) int { return keys[a].Compare(keys[b]) })
		if got := InKeyOrder(len(keys), func(i int) Key { return keys[i] }); !slices.Equal(got, want) {
			t.Fatalf("%v in the order %v, want %v", keys, got, want)
		}
	}
}

// A value has one number, whatever came before it.
func TestNumbering(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		var s Numbering[int]
		known := map[int]int32{}
		for i := range 300 {
			value := r.IntN(20)
			if r.IntN(3) > 0 {
				value = i % 7 // in turn, as rows mostly are
			}
			n := s.Number(value)
			before, ok := known[value]
			if ok && n != before || !ok && int(n) != len(known) || s.Values[n] != value {
				t.Fatalf("%d is number %d, and was %d, %v", value, n, before, ok)
			}
			known[value] = n
			if found, ok := s.Find(value); !ok || found != n {
				t.Fatalf("%d is found as number %d, %v", value, found, ok)
			}
		}
	}
	var s Numbering[int]
	if _, ok := s.Find(0); ok {
		t.Error("a value that never came has a number")
	}
}
