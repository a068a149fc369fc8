package disclose

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

func TestFold(t *testing.T) {
	b := cubetest.Book(t, `
  - {id: ranked, formerly: [plain], name: R, definition: R, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}, suppliers: [first, second]}
`, func() map[string]string {
		files := map[string]string{}
		for _, id := range []string{"first", "second"} {
			name, content := cubetest.Contract(id, "a", "ranked", []string{"geo", "sex"})
			files[name] = content
		}
		return files
	}())
	july, august := "2022-07/a/first", "2022-08/a/first"
	release := func(rows ...seal.Row) *Observations { return sealed(t, b, rows...) }
	reconstructed := func(rows []seal.Row) []seal.Row {
		for i := range rows {
			rows[i].Reconstructed = true
		}
		return rows
	}
	for _, test := range []struct {
		name     string
		releases []*Observations
		want     string // of the key that counts; "" for none
	}{
		{"the later drop, whichever release brought it", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 3159")...),
			release(rows(t, "first", august, "ranked BE._T 2022-07 3156")...),
			release(rows(t, "first", july, "ranked BE._T 2022-07 3159 P")...),
		}, "ranked BE._T 2022-07 3156"},
		{"for the same drop the later release", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 12")...),
			release(rows(t, "first", july, "ranked BE._T 2022-07 - Q")...),
		}, "ranked BE._T 2022-07 - Q"},
		{"the preferred supplier, though its drop is older", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 1")...),
			release(rows(t, "second", "2022-08/a/second", "ranked BE._T 2022-07 2")...),
		}, "ranked BE._T 2022-07 1"},
		{"the next supplier when the preferred one took it back", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 1")...),
			release(rows(t, "second", "2022-07/a/second", "ranked BE._T 2022-07 2")...),
			release(rows(t, "first", august, "ranked BE._T 2022-07 - removed")...),
		}, "ranked BE._T 2022-07 2"},
		{"removed", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 1")...),
			release(rows(t, "first", august, "ranked BE._T 2022-07 - removed")...),
		}, ""},
		{"removed and there again", []*Observations{
			release(rows(t, "first", july, "ranked BE._T 2022-07 - removed")...),
			release(rows(t, "first", august, "ranked BE._T 2022-07 4")...),
		}, "ranked BE._T 2022-07 4"},
		{"a real vintage before a reconstructed one", []*Observations{
			release(reconstructed(rows(t, "first", august, "ranked BE._T 2022-07 1"))...),
			release(rows(t, "first", july, "ranked BE._T 2022-07 2")...),
		}, "ranked BE._T 2022-07 2"},
		{"former names, and a dimension added later", []*Observations{
			release(rows(t, "first", july, "plain BE 2022-07 1")...),
			release(rows(t, "first", august, "ranked BE._T 2022-07 2")...),
		}, "ranked BE._T 2022-07 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o, ok := Fold(b, test.releases...).Get(cubetest.Key(t, "ranked BE._T 2022-07"))
			got := ""
			if ok {
				got = line(o)
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// random makes releases of few keys and drops, so that they meet often.
func random(t testing.TB, r *rand.Rand, releases int) []*Observations {
	b := book(t)
	var all []*Observations
	for range releases {
		type supplied struct {
			key     observation.Key
			dataset string
		}
		byForm := map[supplied]seal.Row{}
		for range 6 {
			dataset := []string{"plain", "other"}[r.IntN(2)]
			status := []string{"5", "7", "- Q", "- removed", "9 P"}[r.IntN(5)]
			row := rows(t, dataset, fmt.Sprintf("2022-%02d/a/%s", r.IntN(3)+6, dataset), fmt.Sprintf("plain BE._T 2022-%02d %s", r.IntN(3)+1, status))[0]
			row.Reconstructed = r.IntN(4) == 0
			byForm[supplied{row.Key, dataset}] = row
		}
		var release []seal.Row
		for _, row := range byForm {
			release = append(release, row)
		}
		all = append(all, sealed(t, b, release...))
	}
	return all
}

func TestFoldIsAssociative(t *testing.T) {
	b := book(t)
	r := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		all := random(t, r, 4)
		want := text(Fold(b, all...))
		for n := range all {
			if got := text(Fold(b, Fold(b, all[:n]...), Fold(b, all[n:]...))); got != want {
				t.Fatalf("after %d releases:\n%s", n, cmp.Diff(want, got))
			}
		}
		if got := text(Fold(b, all[0], Fold(b, all[1], Fold(b, all[2], all[3])))); got != want {
			t.Fatal(cmp.Diff(want, got))
		}
		if twice := text(Fold(b, Fold(b, all...), all[3])); twice != want {
			t.Fatal("folding the last release again changes something:", cmp.Diff(want, twice))
		}
	}
}

// TestReleasesMakeTheCube: what releases add, folded, is what the newest drop
// set says.
func TestReleasesMakeTheCube(t *testing.T) {
	b := book(t)
	r := rand.New(rand.NewPCG(7, 8))
	for range 40 {
		s := set()
		var past []*Observations
		for n := range 5 {
			rows := ""
			for range 4 {
				rows += fmt.Sprintf("plain BE-VLG.%s 2022-%02d %d\n", []string{"F", "M"}[r.IntN(2)], r.IntN(4)+1, r.IntN(90))
			}
			s = s.With(cubetest.Drop(t, b, fmt.Sprintf("2022-%02d/a/plain", n+6), fmt.Sprintf("2022-%02d-10", n+7), rows))
			c := cube.New(b, s)
			public, _ := Protect(b, c, past...)
			var added []seal.Row
			for o := range public.Unpublished(b, past...).Rows() {
				added = append(added, o.Row())
			}
			past = append(past, sealed(t, b, added...))
			if diff := cmp.Diff(text(public), text(Fold(b, past...))); diff != "" {
				t.Fatal(diff)
			}
			if again := public.Unpublished(b, past...); len(again.rows) != 0 {
				t.Fatalf("%d rows would be published again", len(again.rows))
			}
		}
	}
}

func TestCollection(t *testing.T) {
	b := book(t)
	o := sealed(t, b, rows(t, "plain", "2022-07/a/plain",
		"plain BE-VLG.F 2022-07 2", "plain BE-VLG.F 2022-06 1", "plain BE-VLG.M 2022-06 ~3 P", "plain BE-VLG.F 2022-08 - removed")...)
	var keys []observation.Key
	for x := range o.All() {
		keys = append(keys, x.Key())
	}
	if !slices.IsSortedFunc(keys, observation.Key.Compare) || len(keys) != 3 || o.Len() != 3 {
		t.Errorf("keys %v, %d", keys, o.Len())
	}
	series := o.Series(keys[0].Series)
	if len(series) != 2 || series[0].Key().Period != period.MonthOf(2022, 6) {
		t.Errorf("series %v", series)
	}
	if all := o.AllSeries(); len(all) != 2 || all[0].Codes != "BE-VLG.F" || all[1].Codes != "BE-VLG.M" {
		t.Errorf("all series %v", all)
	}
	x, _ := o.Get(keys[2])
	if x.Dataset() != "plain" || x.Received() != period.NewDate(2022, 8, 10) || x.Qualifier() != observation.About || !x.Operand() || x.Status() != observation.Provisional || x.Reconstructed() {
		t.Errorf("%+v", x.Row())
	}
	july := o.Keep(b, func(x Observation) bool { return x.Key().Period == period.MonthOf(2022, 7) })
	if text(july) != "plain BE-VLG.F 2022-07 2\n" {
		t.Error(text(july))
	}
}

// The stages of several indicators do not mix, and stand in the order of releases.
func TestStagesOfOneIndicator(t *testing.T) {
	b := book(t)
	first := sealed(t, b, rows(t, "plain", "2022-07/a/plain", "plain BE-VLG.F 2022-07 2", "plain BE-VLG.F 2022-06 1", "other BE 2022-06 9")...)
	second := sealed(t, b, rows(t, "plain", "2022-08/a/plain", "plain BE-VLG.F 2022-06 - removed", "plain BE-VLG.F 2022-08 - removed", "aaa BE 2022-06 9")...)
	stages := NewStages(b, "plain", first, second)
	var got []string
	for key, g := range stages.All() {
		got = append(got, fmt.Sprint(g.Release, " ", key, " ", g.Known, " ", g.Now.Drop()))
	}
	want := []string{
		"0 plain BE-VLG.F 2022-06 true 2022-07/a/plain", "0 plain BE-VLG.F 2022-07 true 2022-07/a/plain",
		"1 plain BE-VLG.F 2022-06 false 2022-08/a/plain", // and what was never known is not taken back
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stages (-want +got):\n%s", diff)
	}
	for range stages.All() {
		break
	}
	if keys := stages.Keys(cubetest.Key(t, "plain BE-VLG.F 2022-06").Series); len(keys) != 2 || keys[0].Period != period.MonthOf(2022, 6) {
		t.Errorf("keys %v", keys)
	}
}

// What is known after each release is what a fold of the releases up to it says.
func TestStages(t *testing.T) {
	b := book(t)
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		all := random(t, r, 6)
		keys := map[observation.Key]bool{}
		for _, o := range all {
			for x := range o.Rows() {
				keys[x.Key()] = true
			}
		}
		stages := NewStages(b, "plain", all...)
		changes := map[int]bool{}
		for key := range keys {
			var was Observation
			had := false
			for i := range all {
				fold := Fold(b, all[:i+1]...)
				want, known := fold.Get(key)
				got := stages.After(all[i], key)
				if got.Known != known || known && got.Now != want {
					t.Fatalf("%s after release %d: %v; want %v, %v", key, i, got, want, known)
				}
				if removal, removed := fold.Removal(key); had && removed && (!got.Now.Removed() || got.Now.Key() != removal.Key()) {
					t.Fatalf("%s was taken back by release %d, and not by %v", key, i, got.Now)
				}
				if known != had || want != was {
					changes[i] = true
				}
				was, had = want, known
			}
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(changes)), stages.Changes(slices.Collect(maps.Keys(keys))), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal("changes", diff)
		}
	}
	none := NewStages(b, "other", random(t, r, 3)...)
	if none.Spoke() != nil || none.Changes([]observation.Key{cubetest.Key(t, "plain BE._T 2022-01")}) != nil {
		t.Error("stages of no key")
	}
	if none.After(sealed(t, b), cubetest.Key(t, "plain BE._T 2022-01")).Known {
		t.Error("a release that was not among them")
	}
}
