package archive

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/derive"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

const indicators = `
  - {id: persons, name: Persons, definition: Persons, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}, totals: {geo: {how: computed, level: region}}}
  - {id: grants, formerly: [gifts], name: Grants, definition: Grants, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: refused, name: Refused, definition: Refused, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: stock, name: Stock, definition: Stock, unit: persons, measure: stock, dimensions: {geo: geo}}
  - {id: share, name: Share, definition: Share, unit: percent, decimals: 1, measure: share, base: Grants, dimensions: {geo: geo}, derived: {share: {part: refused, base: grants}}}
  - {id: south, name: South, definition: South, unit: persons, measure: flow, dimensions: {sex: sex}, derived: {sum: {of: persons, dimension: geo, codes: [BE-WAL, BE-BRU]}}}
`

func book(t testing.TB) *codebook.Codebook {
	files := map[string]string{}
	for _, c := range []struct {
		id         string
		dimensions []string
	}{{"persons", []string{"geo", "sex"}}, {"grants", []string{"geo"}}, {"refused", []string{"geo"}}, {"stock", []string{"geo"}}} {
		path, content := cubetest.Contract(c.id, "a", c.id, c.dimensions)
		files[path] = content
	}
	return cubetest.Book(t, indicators, files)
}

// released is an edition that published the rows, one a line: the drop, the day
// it was received and the row, or the word removed and the key.
func released(t testing.TB, b *codebook.Codebook, id, date string, kind seal.Kind, rows string) *edition.Edition {
	t.Helper()
	name, err := seal.ParseReleaseID(id)
	if err != nil {
		t.Fatal(err)
	}
	on, err := period.ParseDate(date)
	if err != nil {
		t.Fatal(err)
	}
	e := &edition.Edition{Seal: id, Codebook: b}
	e.Round, e.Number, e.Kind, e.Released = name.Round, name.Number, kind, on
	var all []seal.Row
	for line := range strings.Lines(rows) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		var r seal.Row
		if r.Drop, err = drop.ParseID(words[0]); err != nil {
			t.Fatal(err)
		}
		if r.Received, err = period.ParseDate(words[1]); err != nil {
			t.Fatal(err)
		}
		r.Dataset = r.Drop.Dataset
		if words[2] == "removed" {
			r.Removed, r.Key = true, cubetest.Key(t, strings.Join(words[3:], " "))
		} else {
			r.Observation = cubetest.Observation(t, strings.Join(words[2:], " "))
		}
		all = append(all, r)
	}
	e.Rows = cubetest.Sealed(t, all...)
	return e
}

func value(v derive.Value) string {
	if v.State != derive.Known {
		return v.State.String()
	}
	return v.Number.String()
}

// july has three releases: July, August whose drop revises July, and a correction
// of July that starts from July's own drop set.
func july(t testing.TB, b *codebook.Codebook) []*edition.Edition {
	return []*edition.Edition{
		released(t, b, "2022-07@1", "2022-08-20", seal.First, `
			2022-07/a/grants 2022-08-03 grants BE 2022-06 4120
			2022-07/a/grants 2022-08-03 grants BE 2022-07 3159
			2022-07/a/stock  2022-08-03 stock BE 2022-07-25 70`),
		released(t, b, "2022-08@1", "2022-09-20", seal.First, `
			2022-08/a/grants 2022-09-06 grants BE 2022-07 3156
			2022-08/a/grants 2022-09-06 grants BE 2022-08 3111 P`),
		released(t, b, "2022-07@2", "2022-10-02", seal.Mistake, `
			2022-07/a/grants   2022-08-03 grants BE 2022-07 3159 E
			2022-07/a/stock.2  2022-10-01 stock BE 2022-07-25 71
			2022-07/a/grants.2 2022-10-01 removed grants BE 2022-06`),
	}
}

func TestFoldGoesByDropOrder(t *testing.T) {
	b := book(t)
	a := Fold(b, july(t, b), nil)
	key := cubetest.Key(t, "grants BE 2022-07")
	if got := value(a.Table.At(key)); got != "3156" {
		t.Errorf("July is %s after a correction that starts from its own drops, want 3156", got)
	}
	if got := value(a.Table.At(cubetest.Key(t, "grants BE 2022-06"))); got != "absent" {
		t.Errorf("what a drop withdrew is %s", got)
	}
	if !a.Revised(key) || a.Revised(cubetest.Key(t, "grants BE 2022-08")) {
		t.Error("July was revised, August was not")
	}
	first, ok := a.FirstPublished(key)
	if v, has := first.Observation.Value(); !ok || !has || v.String() != "3159" || first.Edition.ID().String() != "2022-07@1" {
		t.Errorf("first published: %+v", first)
	}
	if got := value(a.FirstValue(key)); got != "3159" {
		t.Errorf("first value %s", got)
	}
	if got := value(a.FirstValue(cubetest.Key(t, "grants BE 2023-01"))); got != "absent" {
		t.Errorf("first value of what was never published: %s", got)
	}
	var reports []string
	for _, r := range a.Reports {
		reports = append(reports, r.Latest().ID().String())
	}
	if diff := cmp.Diff([]string{"2022-07@2", "2022-08@1"}, reports); diff != "" {
		t.Errorf("reports (-want +got):\n%s", diff)
	}
	if newest, _ := a.Newest(); newest.Round != period.MonthOf(2022, 8) || a.LastRelease().ID().String() != "2022-07@2" {
		t.Error("the newest report is August's, the last release a correction of July")
	}
}

// TestHistory: the state after each release is what a fold of the releases up to
// it says.
func TestHistory(t *testing.T) {
	b := book(t)
	a := Fold(b, july(t, b), nil)
	h := a.History("grants")
	if len(h.Editions) != 3 {
		t.Fatalf("%d releases said something of grants", len(h.Editions))
	}
	keys := []observation.Key{cubetest.Key(t, "grants BE 2022-06"), cubetest.Key(t, "grants BE 2022-07"), cubetest.Key(t, "grants BE 2022-08")}
	var got []string
	for i := range h.Editions {
		line := ""
		for _, k := range keys {
			said := h.After(i, k)
			v, _ := said.Now.Value()
			line += " " + v.String()
			whole, known := disclose.Fold(b, a.published[:i+1]...).Get(k)
			if said.Known != known || known && said.Now != whole {
				t.Errorf("%s after %s: %v, a fold says %v", k, h.Editions[i].ID(), said, whole)
			}
		}
		got = append(got, h.Editions[i].ID().String()+line)
	}
	want := []string{"2022-07@1 4120 3159 0", "2022-08@1 4120 3156 3111", "2022-07@2 0 3156 3111"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if h := a.History("stock"); len(h.Editions) != 2 {
		t.Errorf("%d releases said something of the stock", len(h.Editions))
	}
	if h := a.History("refused"); h.Editions != nil {
		t.Error("nothing was said of refusals")
	}
}

func TestSeries(t *testing.T) {
	b := book(t)
	a := Fold(b, []*edition.Edition{released(t, b, "2022-07@1", "2022-08-20", seal.First, `
		2022-07/a/persons 2022-08-03 persons BE-WAL.F 2022-07 3
		2022-07/a/persons 2022-08-03 persons BE-VLG.F 2022-07 5
		2022-07/a/persons 2022-08-03 persons BE-VLG.M 2022-07 - Q
		2022-07/a/grants  2022-08-03 grants BE-VLG 2022-07 10
		2022-07/a/refused 2022-08-03 refused BE-VLG 2022-07 2`)}, nil)
	for _, test := range []struct{ indicator, want string }{
		{"persons", "BE.F BE.M BE-VLG.F BE-VLG.M BE-WAL.F"}, {"grants", "BE-VLG"}, {"share", "BE-VLG"}, {"south", "F"}, {"stock", ""}, {"unknown", ""},
	} {
		var codes []string
		for _, s := range a.Series(test.indicator) {
			codes = append(codes, string(s.Codes))
		}
		if got := strings.Join(codes, " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.indicator, got, test.want)
		}
	}
}

func TestMistakes(t *testing.T) {
	b := book(t)
	editions := july(t, b)
	print := func(e *edition.Edition, key, text string) {
		o := cubetest.Observation(t, key+" "+text)
		e.Numbers = append(e.Numbers, edition.Number{Form: "value", Key: o.Key, Value: o.Value, HasValue: true})
	}
	print(editions[0], "stock BE 2022-07", "70") // a stock, printed by its month
	print(editions[1], "stock BE 2022-07", "71") // already right
	a := Fold(b, editions, nil)
	if got := a.Mistakes(editions[0]); len(got) != 1 || got[0] != editions[2] {
		t.Errorf("an edition that printed the wrong stock: %v", got)
	}
	if got := a.Mistakes(editions[1]); got != nil {
		t.Errorf("an edition that printed the right stock: %v", got)
	}
	if got := a.Mistakes(editions[2]); got != nil {
		t.Errorf("the correction itself: %v", got)
	}
	// Also of a chart over places, whatever the place.
	bars := july(t, b)
	bars[0].Figures = []*edition.Figure{{
		ID: "places", Kind: edition.BarFigure, Across: "geo", Series: []edition.Series{{Indicator: "stock", Codes: "BE-VLG"}}, Categories: []edition.Category{{Code: "BE"}},
		Points: [][]edition.Point{{{Period: period.MonthOf(2022, 7), Value: 70_000_000, HasValue: true}}},
	}}
	if got := Fold(b, bars, nil).Mistakes(bars[0]); len(got) != 1 || got[0] != bars[2] {
		t.Errorf("a bar that showed the wrong stock: %v", got)
	}
	a = Fold(b, editions, nil)
	if got := a.Showing("stock"); len(got) != 1 || got[0].Round != period.MonthOf(2022, 8) {
		t.Errorf("reports whose standing edition shows the stock: %v", got)
	}
	print(editions[2], "gifts BE 2022-07", "1")
	a = Fold(b, editions, nil)
	if got := a.Showing("grants"); len(got) != 1 || got[0].Round != period.MonthOf(2022, 7) {
		t.Errorf("reports that show grants under the former id: %v", got)
	}
}

func TestReplaced(t *testing.T) {
	b := book(t)
	editions := july(t, b)
	second := *editions[0]
	second.Number, second.Replaces, second.Kind = 2, 1, seal.Revision
	r := Report{Editions: []*edition.Edition{editions[0]}}
	if r.Corrected() || r.Before(editions[0]) != nil {
		t.Error("a first edition replaces nothing")
	}
	r.Editions = append(r.Editions, &second)
	if !r.Corrected() || r.Before(&second) != editions[0] || r.Before(editions[0]) != nil {
		t.Errorf("the second edition replaces %v, the first %v", r.Before(&second), r.Before(editions[0]))
	}
}

func TestEmbargo(t *testing.T) {
	b := book(t)
	editions := july(t, b)
	editions[1].Embargo = editions[1].Released + 10
	on := func(d period.Date) *period.Date { return &d }
	for _, test := range []struct {
		name string
		date *period.Date
		want string
	}{
		{"no date", nil, "3159"}, {"before", on(editions[1].Embargo - 1), "3159"}, {"on the day", on(editions[1].Embargo), "3156"},
	} {
		if got := value(Fold(b, editions, test.date).Table.At(cubetest.Key(t, "grants BE 2022-07"))); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if a := Fold(b, nil, nil); a.Keys != b || a.LastRelease() != nil {
		t.Error("an archive without releases")
	} else if _, ok := a.Newest(); ok {
		t.Error("an archive without releases has a newest report")
	}
}
