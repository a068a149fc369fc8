package archive

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube/cubetest"
	"ronde/internal/derive"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/seal"
)

// firstsWorld has values that were hidden or missing at first, a share whose base came
// later, a computed total, counts on days, and a key that was taken back.
func firstsWorld(t testing.TB) *Archive {
	b := book(t)
	return Fold(b, []*edition.Edition{
		released(t, b, "2022-07@1", "2022-08-20", seal.First, `
			2022-07/a/refused 2022-08-03 refused BE 2022-06 20
			2022-07/a/refused 2022-08-03 refused BE 2022-07 - Q
			2022-07/a/stock   2022-08-03 stock BE 2022-07-25 70
			2022-07/a/persons 2022-08-03 persons BE-VLG.F 2022-07 5
			2022-07/a/persons 2022-08-03 persons BE-WAL.F 2022-07 3`),
		released(t, b, "2022-08@1", "2022-09-20", seal.First, `
			2022-08/a/grants  2022-09-03 grants BE 2022-06 100
			2022-08/a/refused 2022-09-03 refused BE 2022-07 7
			2022-08/a/refused 2022-09-03 refused BE 2022-08 - L
			2022-08/a/stock   2022-09-03 stock BE 2022-07-31 71
			2022-08/a/persons 2022-09-03 persons BE-VLG.F 2022-07 6`),
		released(t, b, "2022-07@2", "2022-09-20", seal.Mistake, `
			2022-07/a/grants.2  2022-09-10 removed grants BE 2022-06
			2022-08/a/refused.2 2022-09-10 refused BE 2022-06 21
			2022-08/a/refused.2 2022-09-10 refused BE 2022-07 8
			2022-08/a/refused.2 2022-09-10 refused BE 2022-08 - O`),
	}, nil)
}

func TestFirsts(t *testing.T) {
	a := firstsWorld(t)
	for _, test := range []struct{ key, want, edition string }{
		{"refused BE 2022-06", "20", "2022-07@1"},
		{"refused BE 2022-07", "7", "2022-08@1"},       // what was hidden at first has no value before
		{"refused BE 2022-08", "missing", "2022-08@1"}, // and what never had one is what it was at first
		{"grants BE 2022-06", "100", "2022-08@1"},      // taken back since
		{"share BE 2022-06", "20", "2022-08@1"},        // with the release that brought the base, and no row of the part
		{"stock BE 2022-07-31", "71", "2022-08@1"},
		{"stock BE 2022-07", "70", "2022-07@1"}, // the month as it was first counted
		{"persons BE.F 2022-07", "8", "2022-07@1"},
	} {
		key := cubetest.Key(t, test.key)
		f := a.Firsts(key.Indicator)
		first := f.Of(key)
		if first.Edition == nil || value(first.Value) != test.want || first.Edition.ID().String() != test.edition {
			t.Errorf("%s was first %s by %v, want %s by %s", test.key, value(first.Value), first.Edition, test.want, test.edition)
		}
		if got := f.Table.At(key); value(got) != test.want {
			t.Errorf("%s: the table says %s", test.key, value(got))
		}
		if v := a.FirstValue(key); first.Value.State == derive.Known && value(v) != test.want {
			t.Errorf("%s: a text says %s", test.key, value(v))
		}
	}
	once := a.Firsts("stock")
	if again := a.Firsts("stock"); again != once {
		t.Error("made twice")
	}
	if f := a.Firsts("unknown"); f.Keys != nil || f.Of(cubetest.Key(t, "unknown BE 2022-07")).Edition != nil {
		t.Error("firsts of no indicator")
	}
	if got := a.Firsts("stock").Keys; len(got) != 2 || got[0] != cubetest.Key(t, "stock BE 2022-07-25") {
		t.Errorf("keys as published: %v", got)
	}
	if a.Firsts("refused").Of(cubetest.Key(t, "refused BE 2030-01")).Edition != nil {
		t.Error("a month that nobody published")
	}
}

// TestFirstWithValue: a value that was first published after a missing one is revised
// by the next.
func TestFirstWithValue(t *testing.T) {
	a := firstsWorld(t)
	for key, want := range map[string]bool{"refused BE 2022-06": true, "refused BE 2022-07": true, "refused BE 2022-08": false, "grants BE 2022-06": false} {
		if got := a.Revised(cubetest.Key(t, key)); got != want {
			t.Errorf("%s is revised: %v", key, got)
		}
	}
	if first, _ := a.FirstPublished(cubetest.Key(t, "refused BE 2022-08")); first.Edition.ID().String() != "2022-08@1" {
		t.Errorf("what never had a value was first published by %s", first.Edition.ID())
	}
}

// TestKnown: of all changes up to a release the last of each key is what a fold of the
// releases up to it says.
func TestKnown(t *testing.T) {
	a := firstsWorld(t)
	for i, e := range a.Editions {
		known := map[observation.Key]disclose.Observation{}
		for _, indicator := range []string{"persons", "grants", "refused", "stock"} {
			for v := range a.History(indicator).Known() {
				if slices.Index(a.Editions, v.Edition) > i {
					break
				}
				known[v.Observation.Key()] = v.Observation
			}
		}
		maps.DeleteFunc(known, func(_ observation.Key, o disclose.Observation) bool { return o.Removed() })
		want := map[observation.Key]disclose.Observation{}
		for o := range disclose.Fold(a.Keys, a.published[:i+1]...).All() {
			want[o.Key()] = o
		}
		if diff := cmp.Diff(want, known, cmp.Comparer(func(x, y disclose.Observation) bool { return x == y })); diff != "" {
			t.Errorf("after %s (-fold +known):\n%s", e.ID(), diff)
		}
	}
}
