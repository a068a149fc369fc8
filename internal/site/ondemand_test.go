package site_test

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOnDemand: asked for in any order, each page and file is what the whole site gives,
// also when more parts were asked for than are kept.
func TestOnDemand(t *testing.T) {
	w := thriceCorrectedWorld(t)
	for _, base := range []string{"", "https://cijfers.example/"} {
		s := w.site("2023-01-01")
		s.BaseURL = base
		want := outputs(t, s)
		paths := slices.Sorted(maps.Keys(want))
		random := rand.New(rand.NewPCG(6, 1))
		for range 2 {
			d := s.OnDemand()
			random.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
			for _, path := range paths {
				o, ok, err := d.Output(path)
				if err != nil || !ok {
					t.Fatalf("%s: %t, %v", path, ok, err)
				}
				if !bytes.Equal(o.Content, want[path].Content) || !cmp.Equal(o.Page, want[path].Page) {
					t.Errorf("%s is another one:\n%s", path, cmp.Diff(want[path], o))
				}
			}
			for _, path := range []string{"favicon.ico", "nl", "nl/reports/2031-01/index.html", "nl/reports/2022-07/v1", "xx/index.html", ""} {
				if _, ok, err := d.Output(path); ok || err != nil {
					t.Errorf("%q is there: %v", path, err)
				}
			}
		}
	}
}
