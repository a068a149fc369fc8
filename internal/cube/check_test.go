package cube

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

var update = flag.Bool("update", false, "write the golden files")

const checked = `
  - {id: grants, name: Grants, definition: Grants, unit: persons, measure: flow, look_alikes: [entries]}
  - {id: entries, name: Entries, definition: Entries, unit: persons, measure: flow}
  - {id: exits, name: Exits, definition: Exits, unit: persons, measure: flow}
  - {id: places, name: Places, definition: Places, unit: persons, measure: stock, balance: {in: [entries], out: [exits], tolerance: 2}}
  - {id: persons, name: Persons, definition: Persons, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}, totals: {geo: {how: both, level: region, tolerance: 1}, sex: {how: both}}}
  - {id: housed, name: Housed, definition: Housed, unit: persons, measure: stock, dimensions: {geo: geo}, totals: {geo: {how: computed, level: region}}}
  - {id: arrivals, name: Arrivals, definition: Arrivals, unit: persons, measure: flow}
`

func checkedBook(t testing.TB) *codebook.Codebook {
	files := map[string]string{"data/events.yaml": `ronde: 1
events:
  - {id: recount, date: 2022-10-01, kind: break, label: Recount, indicators: [arrivals]}
`}
	add := func(name, content string) { files[name] = content }
	irregular := "rhythm: irregular"
	add(cubetest.Contract("grants", "a", "grants", nil, irregular, "jump: 20"))
	add(cubetest.Contract("grants-too", "b", "grants", nil, irregular))
	add(cubetest.Contract("entries", "a", "entries", nil, irregular, "delivers: series"))
	add(cubetest.Contract("exits", "a", "exits", nil, irregular))
	add(cubetest.Contract("places", "a", "places", nil, irregular))
	add(cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, irregular))
	add(cubetest.Contract("expected", "a", "persons", []string{"geo", "sex"}, irregular, "expect: {geo: [BE-VLG, BE-WAL], sex: [F, M]}"))
	add(cubetest.Contract("housed", "b", "housed", []string{"geo"}, irregular))
	add(cubetest.Contract("arrivals", "c", "arrivals", nil, "due: 20", "from: 2022-05", "jump: 20"))
	return cubetest.Book(t, checked, files)
}

// checkCases each are a few drops of the round 2022-08; what a user then reads
// stands in testdata/findings.txt.
var checkCases = []struct {
	name    string
	drops   [][3]string
	settled []string
	with    func(drops []*drop.Drop)
}{
	{name: "one key from two datasets", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-07 1"}, {"2022-07/b/grants-too", "2022-08-11", "grants 2022-07 2"}}},
	{name: "one key from two datasets, settled", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-07 1"}, {"2022-07/b/grants-too", "2022-08-11", "grants 2022-07 2"}},
		settled: []string{"2022-07/a/grants", "2022-07/b/grants-too"}},
	{name: "vanished rows", drops: [][3]string{
		{"2022-07/a/entries", "2022-08-10", "entries 2022-01 1\nentries 2022-02 2\nentries 2022-03 3\nentries 2022-04 4"},
		{"2022-08/a/entries", "2022-09-10", "entries 2022-02 2\nentries 2022-04 4"}}},
	{name: "many vanished rows", drops: [][3]string{
		{"2022-07/a/entries", "2022-08-10", "entries 2022-01 1\nentries 2022-02 2\nentries 2022-03 3\nentries 2022-04 4\nentries 2022-05 4\nentries 2022-06 4\nentries 2022-07 4\nentries 2022-08 9"},
		{"2022-08/a/entries", "2022-09-10", "entries 2022-01 1\nentries 2022-08 9"}}},
	{name: "vanished rows of a drop with errors", drops: [][3]string{
		{"2022-07/a/entries", "2022-08-10", "entries 2022-01 1\nentries 2022-02 2\nentries 2022-03 3"},
		{"2022-08/a/entries", "2022-09-10", "entries 2022-01 1\nentries 2022-03 3"}},
		with: func(drops []*drop.Drop) { drops[1].Complete = false }},
	{name: "withdrawn rows have not vanished", drops: [][3]string{
		{"2022-07/a/entries", "2022-08-10", "entries 2022-01 1\nentries 2022-02 2\nentries 2022-03 3"},
		{"2022-08/a/entries", "2022-09-10", "entries 2022-01 1\nentries 2022-03 3"}},
		with: func(drops []*drop.Drop) {
			drops[1].Withdrawn = []drop.Withdrawn{{Key: drops[0].Observations[1].Key}}
		}},
	{name: "expected rows", drops: [][3]string{
		{"2022-07/a/expected", "2022-08-10", "persons BE-VLG.F 2022-07 1\npersons BE-WAL.M 2022-07 2"},
		{"2022-08/a/expected", "2022-09-10", "persons BE-VLG.F 2022-07 1"}},
		with: func(drops []*drop.Drop) { drops[1].Description.Changed = source.NewText("en", "x") }},
	{name: "a revision without a reason", drops: [][3]string{
		{"2022-07/a/exits", "2022-08-10", "exits 2022-06 10\nexits 2022-07 3159\nexits 2022-05 - O\nexits 2022-04 7 P"},
		{"2022-08/a/exits", "2022-09-10", "exits 2022-06 10\nexits 2022-07 3156\nexits 2022-05 5\nexits 2022-04 7"}}},
	{name: "a revision to hidden and to about", drops: [][3]string{
		{"2022-07/a/exits", "2022-08-10", "exits 2022-06 10\nexits 2022-07 3"},
		{"2022-08/a/exits", "2022-09-10", "exits 2022-06 ~10\nexits 2022-07 - Q"}}},
	{name: "a revision with a reason", drops: [][3]string{
		{"2022-07/a/exits", "2022-08-10", "exits 2022-07 3159"}, {"2022-08/a/exits", "2022-09-10", "exits 2022-07 3156"}},
		with: func(drops []*drop.Drop) { drops[1].Description.Changed = source.NewText("en", "doubles removed") }},
	{name: "a revision of a reconstruction", drops: [][3]string{
		{"2022-07/a/exits", "2022-08-10", "exits 2022-07 3159"}, {"2022-08/a/exits", "2022-09-10", "exits 2022-07 3156"}},
		with: func(drops []*drop.Drop) { drops[0].Description.Vintage.Value = "reconstructed" }},
	{name: "a settled revision", drops: [][3]string{
		{"2022-07/a/exits", "2022-08-10", "exits 2022-07 3159"}, {"2022-08/a/exits", "2022-09-10", "exits 2022-07 3156"}},
		settled: []string{"2022-08/a/exits"}},
	{name: "parts and totals", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE.F 2022-07 33\npersons BE-VLG.F 2022-07 10\npersons BE-WAL.F 2022-07 10\npersons BE-BRU.F 2022-07 10\npersons BE-NLC.F 2022-07 99"}}},
	{name: "parts and totals within the tolerance", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE.F 2022-07 31\npersons BE-VLG.F 2022-07 10\npersons BE-WAL.F 2022-07 10\npersons BE-BRU.F 2022-07 10"}}},
	{name: "a part is missing", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE.F 2022-07 50\npersons BE-VLG.F 2022-07 10\npersons BE-WAL.F 2022-07 10"}}},
	{name: "a part is hidden, about or a bound", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE.F 2022-07 50\npersons BE-VLG.F 2022-07 10\npersons BE-WAL.F 2022-07 - Q\npersons BE-BRU.F 2022-07 10\npersons BE.M 2022-07 50\npersons BE-VLG.M 2022-07 10\npersons BE-WAL.M 2022-07 ~3\npersons BE-BRU.M 2022-07 10\npersons BE.X 2022-07 50\npersons BE-VLG.X 2022-07 10\npersons BE-WAL.X 2022-07 >3\npersons BE-BRU.X 2022-07 10"}}},
	{name: "a part that cannot exist", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE-VLG._T 2022-07 25\npersons BE-VLG.F 2022-07 10\npersons BE-VLG.M 2022-07 10\npersons BE-VLG.X 2022-07 - M"}}},
	{name: "a total and parts of different drops", drops: [][3]string{
		{"2022-07/a/persons", "2022-08-10", "persons BE-VLG._T 2022-07 20\npersons BE-VLG.F 2022-07 10\npersons BE-VLG.M 2022-07 10\npersons BE-VLG.X 2022-07 0"},
		{"2022-08/a/persons", "2022-09-10", "persons BE-VLG.M 2022-07 12"}},
		settled: []string{"2022-07/a/persons"},
		with:    func(drops []*drop.Drop) { drops[1].Description.Changed = source.NewText("en", "x") }},
	{name: "stock and flow", drops: [][3]string{
		{"2022-07/a/places", "2022-08-10", "places 2022-06-30 100\nplaces 2022-07-15 110\nplaces 2022-07-31 130"},
		{"2022-07/a/entries", "2022-08-10", "entries 2022-07 30"},
		{"2022-07/a/exits", "2022-08-10", "exits 2022-07 5"}}},
	{name: "stock and flow within the tolerance", drops: [][3]string{
		{"2022-07/a/places", "2022-08-10", "places 2022-06 100\nplaces 2022-07 127"},
		{"2022-07/a/entries", "2022-08-10", "entries 2022-07 30"},
		{"2022-07/a/exits", "2022-08-10", "exits 2022-07 5"}}},
	{name: "stock without a flow", drops: [][3]string{
		{"2022-07/a/places", "2022-08-10", "places 2022-06 100\nplaces 2022-07 300"},
		{"2022-07/a/entries", "2022-08-10", "entries 2022-07 30"}}},
	{name: "a jump", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-05 1000\ngrants 2022-07 1200\ngrants 2022-08 12010"}}},
	{name: "a jump down, past a missing value", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-05 1185\ngrants 2022-06 - O\ngrants 2022-07 1.185"}}},
	{name: "a jump from few", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-06 29\ngrants 2022-07 90"}}},
	{name: "a jump that was there before", drops: [][3]string{
		{"2022-07/a/grants", "2022-08-10", "grants 2022-06 100\ngrants 2022-07 900"},
		{"2022-08/a/grants", "2022-09-10", "grants 2022-07 900"}},
		settled: []string{"2022-07/a/grants"}},
	{name: "a jump across a break", drops: [][3]string{
		{"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-08 100\narrivals 2022-09 100\narrivals 2022-10 900\narrivals 2022-11 900"}}},
	{name: "a jump marked as a break", drops: [][3]string{
		{"2022-08/a/grants", "2022-09-10", "grants 2022-08 100\ngrants 2022-09 900 B"}}},
	{name: "a skipped month", drops: [][3]string{
		{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-05 100"}, {"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-08 100"}}},
	{name: "one skipped month, long ago", drops: [][3]string{
		{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-05 100\narrivals 2022-07 100"}, {"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-08 100"}},
		settled: []string{"2022-07/c/arrivals"}},
	{name: "weeks after months", drops: [][3]string{
		{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-07 100"}, {"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-W34 30\narrivals 2022-W35 30"}}},
	{name: "of another round", drops: [][3]string{
		{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-07 100"}, {"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-07 100"}}},
	{name: "of another round and settled", drops: [][3]string{
		{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-06 100\narrivals 2022-07 100"}, {"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-07 100"}},
		settled: []string{"2022-08/c/arrivals"}},
	{name: "a second delivery, of other months", drops: [][3]string{
		{"2022-08/c/arrivals", "2022-09-10", "arrivals 2022-07 100\narrivals 2022-08 100"}, {"2022-08/c/arrivals.2", "2022-09-11", "arrivals 2022-06 100"}}},
	{name: "the same value as a look-alike", drops: [][3]string{
		{"2022-07/a/entries", "2022-08-10", "entries 2022-06 20\nentries 2022-07 8659"},
		{"2022-07/a/grants", "2022-08-11", "grants 2022-06 20\ngrants 2022-07 8659"}}},
	{name: "regions of different days", drops: [][3]string{
		{"2022-07/b/housed", "2022-08-10", "housed BE-VLG 2022-07-25 10\nhoused BE-WAL 2022-07-25 10\nhoused BE-BRU 2022-07-31 10\nhoused BE-VLG 2022-06-30 10\nhoused BE-WAL 2022-06-30 10"}}},
	{name: "late", drops: [][3]string{{"2022-07/a/grants", "2022-09-21", "grants 2022-07 1"}}},
	{name: "late and settled", drops: [][3]string{{"2022-07/a/grants", "2022-09-21", "grants 2022-07 1"}}, settled: []string{"2022-07/a/grants"}},
	{name: "not delivered", drops: [][3]string{{"2022-07/c/arrivals", "2022-08-10", "arrivals 2022-05 80\narrivals 2022-06 90"}}},
	{name: "never delivered"},
}

func TestCheck(t *testing.T) {
	b := checkedBook(t)
	var out strings.Builder
	seen := map[string]bool{}
	for _, c := range checkCases {
		var drops []*drop.Drop
		for _, d := range c.drops {
			drops = append(drops, cubetest.Drop(t, b, d[0], d[1], d[2]))
		}
		if c.with != nil {
			c.with(drops)
		}
		found := New(b, SetOf(drops, month("2022-08"), day("2022-09-20"), nil)).Check(func(id drop.ID) bool { return slices.Contains(c.settled, id.String()) })
		fmt.Fprintf(&out, "== %s\n", c.name)
		var list diag.List
		list.Add(found...)
		for _, d := range list.Sorted() {
			if d.ID == "not-delivered" && !strings.Contains(c.name, "delivered") {
				continue // arrivals, in all cases that are about something else
			}
			seen[d.ID] = true
			write(&out, d)
		}
	}
	for _, e := range diag.Catalogue() {
		if slices.Contains([]string{"two-suppliers", "vanished", "absent", "revision", "total", "balance", "jump", "rhythm", "other-round", "look-alike", "dates-differ", "not-delivered", "late-drop"}, e.ID) && !seen[e.ID] {
			t.Errorf("no case finds %s", e.ID)
		}
	}
	golden(t, "testdata/findings.txt", out.String())
}

func write(b *strings.Builder, d diag.Diagnostic) {
	fmt.Fprintf(b, "%s: %s: %s [%s] (%s)\n", d.Span, d.Severity, d.Title, d.ID, d.Subject)
	for _, n := range d.Notes {
		fmt.Fprintf(b, "  note: %s %s\n", n.Text, n.Span)
	}
	fmt.Fprintf(b, "  hint: %s\n", d.Hint)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// TestJumpWithinSeries: the last value of one series is not before the first of the next.
func TestJumpWithinSeries(t *testing.T) {
	name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "jump: 20")
	b := cubetest.Book(t, indicators, map[string]string{name: content})
	d := cubetest.Drop(t, b, "2022-07/a/persons", "2022-08-10", "persons BE.F 2022-06-30 100\npersons BE.M 2022-07-31 900\npersons BE.X 2022-06-30 100\npersons BE.X 2022-07-31 900")
	var jumps []string
	for _, d := range New(b, all(d)).Check(nil) {
		if d.ID == "jump" {
			jumps = append(jumps, d.Subject)
		}
	}
	if !slices.Equal(jumps, []string{"persons BE.X 2022-07-31"}) {
		t.Errorf("jumps of %q", jumps)
	}
}

func TestCrowdedMonth(t *testing.T) {
	files := map[string]string{}
	name, content := cubetest.Contract("places", "a", "places", nil)
	files[name] = content
	b := cubetest.Book(t, "  - {id: places, name: Places, definition: Places, unit: persons, measure: stock}\n", files)
	check := func(rows ...string) []string {
		var drops []*drop.Drop
		for i, r := range rows {
			drops = append(drops, cubetest.Drop(t, b, fmt.Sprintf("2022-%02d/a/places", i+7), fmt.Sprintf("2022-%02d-10", i+8), r))
		}
		var titles []string
		for _, d := range New(b, SetOf(drops, month("2022-08"), day("2022-09-20"), nil)).Check(nil) {
			titles = append(titles, d.ID+": "+d.Title.String())
		}
		return titles
	}
	want := []string{"rhythm: places has 2 periods in 2022-08: 2022-08-08, 2022-08-31"}
	if diff := cmp.Diff(want, check("places 2022-07-31 5", "places 2022-08-08 5\nplaces 2022-08-31 5")); diff != "" {
		t.Error(diff)
	}
	if got := check("places 2022-07-08 5\nplaces 2022-07-31 5", "places 2022-08-08 5\nplaces 2022-08-31 5"); len(got) != 1 {
		t.Errorf("a dataset that always counts twice a month is reported again: %q", got)
	}
}

func TestCoverage(t *testing.T) {
	files := map[string]string{"data/organisations.yaml": `ronde: 1
organisations:
  - {id: a, name: A}
  - {id: b, name: B}
  - {id: c, name: C, until: 2022-08}
`}
	add := func(name, content string) { files[name] = content }
	add(cubetest.Contract("monthly", "a", "grants", nil))
	add(cubetest.Contract("slow", "a", "entries", nil, "due: 60"))
	add(cubetest.Contract("quarterly", "b", "exits", nil, "rhythm: quarterly"))
	add(cubetest.Contract("gone", "c", "left", nil))
	var text strings.Builder
	for _, id := range []string{"grants", "entries", "exits", "left"} {
		fmt.Fprintf(&text, "  - {id: %s, name: X, definition: X, unit: persons, measure: flow}\n", id)
	}
	b := cubetest.Book(t, text.String(), files)
	c := New(b, SetOf([]*drop.Drop{
		cubetest.Drop(t, b, "2022-09/a/monthly", "2022-10-02", "grants 2022-08 1\ngrants 2022-09 1"),
		cubetest.Drop(t, b, "2022-09/a/slow", "2022-10-02", "entries 2022-08 1"),
		cubetest.Drop(t, b, "2022-09/c/gone", "2022-10-02", "left 2022-07 1"),
	}, month("2022-09"), day("2022-10-15"), nil))
	for of, want := range map[string]string{
		"2022-07": "gone 2022-07 delivered last 2022-07; monthly 2022-07 absent last ; slow 2022-07 absent last  = 1 of 2",
		"2022-08": "gone 2022-08 absent last 2022-07; monthly 2022-08 delivered last 2022-08; slow 2022-08 delivered last 2022-08 = 1 of 2",
		"2022-09": "monthly 2022-09 delivered last 2022-09; quarterly 2022-Q3 absent last  = 1 of 2",
		"2022-12": " = 0 of 0",
	} {
		v := c.Coverage(month(of))
		var got []string
		for _, s := range v.Supplies {
			word := "absent"
			if s.Delivered {
				word = "delivered"
			}
			got = append(got, fmt.Sprintf("%s %s %s last %s", s.Dataset, s.Due, word, s.Last))
		}
		delivered, due := v.Organisations()
		if text := fmt.Sprintf("%s = %d of %d", strings.Join(got, "; "), delivered, due); text != want {
			t.Errorf("%s:\n got %s\nwant %s", of, text, want)
		}
	}
	if p := (period.Period{}); len(c.Coverage(p).Supplies) != 0 {
		t.Error("no period is covered")
	}
}
