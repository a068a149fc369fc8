package drop

import (
	"math/rand/v2"
	"testing"
)

// The index says what a map says, whatever comes in whatever order, and takes no room
// for what is not there.
func TestGivenIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var x givenIndex
		want := map[[2]int]int32{}
		series, periods := 1+r.IntN(30), 1+r.IntN(400)
		for place := range int32(r.IntN(2000)) {
			s, p := r.IntN(series), r.IntN(periods)
			if r.IntN(3) == 0 {
				p = int(place) % periods // in order, as files mostly are
			}
			got, ok := x.find(int32(s), p)
			before, known := want[[2]int{s, p}]
			if ok != known || got != before {
				t.Fatalf("series %d, period %d: %d, %v; want %d, %v", s, p, got, ok, before, known)
			}
			if !known {
				want[[2]int{s, p}] = place
				x.put(int32(s), p, place)
			}
		}
		room := 0
		for _, list := range x.series {
			room += len(list.at)
		}
		if room > 4*len(want)+8*series {
			t.Fatalf("room for %d periods, for %d observations of %d series", room, len(want), series)
		}
	}
}
