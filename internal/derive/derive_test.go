package derive

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
)

const indicators = `
  - {id: persons, name: Persons, definition: Persons, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}, totals: {geo: {how: computed, level: region}, sex: {how: both}}}
  - {id: grants, name: Grants, definition: Grants, unit: persons, measure: flow, dimensions: {geo: geo}, totals: {geo: {how: both, level: region}}}
  - {id: stock, name: Stock, definition: Stock, unit: persons, measure: stock, dimensions: {geo: geo}, totals: {geo: {how: computed, level: region}}}
  - {id: refused, name: Refused, definition: Refused, unit: persons, measure: flow, dimensions: {geo: geo}}
  - {id: population, name: Population, definition: Population, unit: persons, measure: stock, dimensions: {geo: geo}}
  - {id: rate-given, name: Given, definition: Given, unit: percent, decimals: 1, measure: share, base: Persons, dimensions: {geo: geo}}
  - {id: share, name: Share, definition: Share, unit: percent, decimals: 1, measure: share, base: Grants, dimensions: {geo: geo}, derived: {share: {part: refused, base: grants}}}
  - {id: net, name: Net, definition: Net, unit: persons, measure: flow, dimensions: {geo: geo}, derived: {difference: {from: grants, subtract: refused}}}
  - {id: per-1000, name: Per, definition: Per, unit: rate, decimals: 2, measure: ratio, dimensions: {geo: geo}, derived: {per: {part: stock, base: population, count: 1000}}}
  - {id: south, name: South, definition: South, unit: persons, measure: flow, dimensions: {sex: sex}, derived: {sum: {of: persons, dimension: geo, codes: [BE-WAL, BE-BRU]}}}
`

func book(t testing.TB, events ...string) *codebook.Codebook {
	files := map[string]string{}
	if len(events) > 0 {
		files["data/events.yaml"] = "ronde: 1\nevents:\n" + strings.Join(events, "\n") + "\n"
	}
	add := func(name, content string) { files[name] = content }
	geo, both := []string{"geo"}, []string{"geo", "sex"}
	add(cubetest.Contract("persons", "a", "persons", both))
	add(cubetest.Contract("grants-vlg", "a", "grants", nil, "fixed: {geo: BE-VLG}"))
	add(cubetest.Contract("grants-wal", "b", "grants", nil, "fixed: {geo: BE-WAL}", "from: 2022-03", "until: 2022-09"))
	add(cubetest.Contract("grants-all", "c", "grants", geo, "expect: {geo: [BE]}"))
	add(cubetest.Contract("stock", "a", "stock", geo))
	add(cubetest.Contract("refused", "a", "refused", geo))
	add(cubetest.Contract("population", "a", "population", geo))
	add(cubetest.Contract("rate-given", "a", "rate-given", geo))
	return cubetest.Book(t, indicators, files)
}

// table makes a table of rows, all of the drop 2022-08/a/stock, but for those
// that follow a line "# <id of a drop> <received>".
func table(t testing.TB, b *codebook.Codebook, rows string) *Table {
	var drops []*drop.Drop
	id, received, held := "2022-08/a/stock", "2022-09-10", ""
	flush := func() {
		if held != "" {
			drops = append(drops, cubetest.Drop(t, b, id, received, held))
		}
	}
	for line := range strings.Lines(rows) {
		if rest, ok := strings.CutPrefix(line, "# "); ok {
			flush()
			words := strings.Fields(rest)
			id, received, held = words[0], words[1], ""
			continue
		}
		held += line
	}
	flush()
	c := cube.New(b, cube.SetOf(drops, period.MonthOf(2024, 12), period.NewDate(2025, 1, 31), nil))
	public, report := disclose.Protect(b, c)
	for _, d := range report.Findings {
		if d.ID != "only-unknown" {
			t.Fatal(d)
		}
	}
	return New(b, public)
}

// show writes a value: the state or number, then whatever is special.
func show(v Value) string {
	text := v.State.String()
	if v.State == Known {
		text = v.Qualifier.String() + v.Number.String()
	} else if v.Number != 0 {
		text += " but with a number"
	}
	if s := v.Status.String(); s != "" {
		text += " " + s
	}
	if v.Expected > 0 {
		text += fmt.Sprintf(" %d of %d", v.Present, v.Expected)
	}
	for _, k := range v.Bases {
		text += " base " + k.String()
	}
	if v.HasGap {
		text += " gap " + v.Gap.String()
	}
	if v.MixedDates {
		text += " mixed"
	}
	if v.Reconstructed {
		text += " reconstructed"
	}
	if v.Observed != v.Key.Period {
		text += " on " + v.Observed.String()
	}
	return text
}

func TestAt(t *testing.T) {
	b := book(t)
	regions := func(v, w, br string) string {
		return "persons BE-VLG.F 2022-07 " + v + "\npersons BE-WAL.F 2022-07 " + w + "\npersons BE-BRU.F 2022-07 " + br + "\n"
	}
	for _, test := range []struct{ name, rows, key, want string }{
		{"delivered", "refused BE 2022-07 5 P", "refused BE 2022-07", "5 P"},
		{"nothing", "refused BE 2022-07 5", "refused BE 2022-08", "absent"},
		{"not delivered", "refused BE 2022-07 - O", "refused BE 2022-07", "missing O"},
		{"hidden", "refused BE 2022-07 - Q", "refused BE 2022-07", "hidden Q"},
		{"impossible", "refused BE 2022-07 - M", "refused BE 2022-07", "impossible M"},
		{"a bound", "refused BE 2022-07 >5", "refused BE 2022-07", "lower5"},
		{"an unknown indicator", "", "nothing BE 2022-07", "absent"},
		{"too few codes", "refused BE 2022-07 5", "refused 2022-07", "absent"},

		{"a computed total", regions("1", "2", "3"), "persons BE.F 2022-07", "6 3 of 3"},
		{"worst status and about", regions("1 P", "~2 E", "3"), "persons BE.F 2022-07", "about6 E P 3 of 3"},
		{"communities are not summed", regions("1", "2", "3") + "persons BE-NLC.F 2022-07 40", "persons BE.F 2022-07", "6 3 of 3"},
		{"a total that lacks a part", "persons BE-VLG.F 2022-07 1\npersons BE-WAL.F 2022-07 2", "persons BE.F 2022-07", "3 2 of 3"},
		{"a total with a part not delivered", regions("1", "2", "- O"), "persons BE.F 2022-07", "3 2 of 3"},
		{"a part that cannot exist is not expected", regions("1", "2", "- M"), "persons BE.F 2022-07", "3 2 of 2"},
		{"a total with a hidden part", regions("1", "2", "- Q"), "persons BE.F 2022-07", "hidden 3 of 3"},
		{"hidden comes before missing", regions("1", "- O", "- Q"), "persons BE.F 2022-07", "hidden 2 of 3"},
		{"a total with a bound", regions("1", "2", ">3"), "persons BE.F 2022-07", "not comparable 3 of 3"},
		{"a total without any part", regions("- O", "- O", "- O"), "persons BE.F 2022-07", "missing"},
		{"a total of nothing", regions("1", "2", "3"), "persons BE.F 2022-08", "absent"},
		{"over two dimensions", regions("1", "2", "3") + "persons BE-VLG.M 2022-07 10\npersons BE-VLG.X 2022-07 0\npersons BE-WAL._T 2022-07 9\npersons BE-BRU._T 2022-07 8", "persons BE._T 2022-07", "28 5 of 5"},
		{"over two dimensions, with a hole in one", regions("1", "2", "3") + "persons BE-VLG.M 2022-07 10\npersons BE-WAL._T 2022-07 9\npersons BE-BRU._T 2022-07 8", "persons BE._T 2022-07", "28 4 of 5"},
		{"both: the delivered one is printed", regions("1", "2", "3") + "persons BE-VLG.M 2022-07 10\npersons BE-VLG.X 2022-07 0\npersons BE-VLG._T 2022-07 12", "persons BE-VLG._T 2022-07", "12 gap 1"},
		{"both: no difference to note", regions("1", "2", "3") + "persons BE-VLG.M 2022-07 10\npersons BE-VLG.X 2022-07 0\npersons BE-VLG._T 2022-07 11", "persons BE-VLG._T 2022-07", "11"},
		{"both: a part lacks", regions("1", "2", "3") + "persons BE-VLG._T 2022-07 12", "persons BE-VLG._T 2022-07", "12"},
		{"both: not delivered", "grants BE-VLG 2022-10 5", "grants BE 2022-10", "5 1 of 1"},
		{"the suppliers due make the number of parts", "# 2022-08/a/grants-vlg 2022-09-10\ngrants BE-VLG 2022-07 5", "grants BE 2022-07", "5 1 of 2"},
		{"a supplier that left is not expected", "# 2022-11/a/grants-vlg 2022-12-10\ngrants BE-VLG 2022-10 5", "grants BE 2022-10", "5 1 of 1"},
		{"a supplier is expected until its last month", "# 2022-11/a/grants-vlg 2022-12-10\ngrants BE-VLG 2022-09 5", "grants BE 2022-09", "5 1 of 2"},
		{"a supplier is expected from its first month", "# 2022-11/a/grants-vlg 2022-12-10\ngrants BE-VLG 2022-03 5", "grants BE 2022-03", "5 1 of 2"},
		{"a supplier that has not begun is not expected", "# 2022-11/a/grants-vlg 2022-12-10\ngrants BE-VLG 2022-02 5", "grants BE 2022-02", "5 1 of 1"},
		{"shares are never summed", "rate-given BE-VLG 2022-07 5\nrate-given BE-WAL 2022-07 6\nrate-given BE-BRU 2022-07 7", "rate-given BE 2022-07", "absent"},

		{"a month of a stock is its last count", "stock BE-VLG 2022-07-04 5\nstock BE-VLG 2022-07-25 7\nstock BE-VLG 2022-08-01 9", "stock BE-VLG 2022-07", "7 on 2022-07-25"},
		{"a stock has no quarter", "stock BE-VLG 2022-07 5\nstock BE-VLG 2022-08 5\nstock BE-VLG 2022-09 5", "stock BE-VLG 2022-Q3", "absent"},
		{"a total of one day", "stock BE-VLG 2022-07-25 5\nstock BE-WAL 2022-07-25 6\nstock BE-BRU 2022-07-25 7", "stock BE 2022-07", "18 3 of 3 on 2022-07-25"},
		{"a total of several days", "stock BE-VLG 2022-07-25 5\nstock BE-WAL 2022-07-26 6\nstock BE-BRU 2022-07-25 7", "stock BE 2022-07", "18 3 of 3 mixed"},
		{"a flow over the months of a quarter", "refused BE 2022-07 5\nrefused BE 2022-08 6 P\nrefused BE 2022-09 7", "refused BE 2022-Q3", "18 P"},
		{"a month of the quarter lacks", "refused BE 2022-07 5\nrefused BE 2022-09 7", "refused BE 2022-Q3", "absent"},
		{"a month of the quarter is missing", "refused BE 2022-07 5\nrefused BE 2022-08 - O\nrefused BE 2022-09 7", "refused BE 2022-Q3", "missing"},
		{"a month of the quarter is hidden", "refused BE 2022-07 5\nrefused BE 2022-08 - Q\nrefused BE 2022-09 - O", "refused BE 2022-Q3", "hidden"},
		{"a month of the quarter is a bound", "refused BE 2022-07 5\nrefused BE 2022-08 >5\nrefused BE 2022-09 4", "refused BE 2022-Q3", "not comparable"},
		{"the delivered quarter is printed", "refused BE 2022-07 5\nrefused BE 2022-08 5\nrefused BE 2022-09 7\nrefused BE 2022-Q3 20", "refused BE 2022-Q3", "20"},
		{"weeks make no month", "refused BE 2021-W05 5\nrefused BE 2021-W06 5\nrefused BE 2021-W07 5\nrefused BE 2021-W08 5", "refused BE 2021-02", "absent"},

		{"a share names its base", "refused BE 2022-07 5\ngrants BE 2022-07 32", "share BE 2022-07", "15.6 base grants BE 2022-07"},
		{"a share of nothing", "refused BE 2022-07 0\ngrants BE 2022-07 0", "share BE 2022-07", "not comparable base grants BE 2022-07"},
		{"a share with a hidden base", "refused BE 2022-07 5\ngrants BE 2022-07 - Q", "share BE 2022-07", "hidden base grants BE 2022-07"},
		{"a share with a missing part", "refused BE 2022-07 - O\ngrants BE 2022-07 50", "share BE 2022-07", "missing base grants BE 2022-07"},
		{"a share with a bound", "refused BE 2022-07 >5\ngrants BE 2022-07 50", "share BE 2022-07", "not comparable base grants BE 2022-07"},
		{"a share of about", "refused BE 2022-07 ~5 P\ngrants BE 2022-07 50 E", "share BE 2022-07", "about10 E P base grants BE 2022-07"},
		{"a share without a part", "grants BE 2022-07 50", "share BE 2022-07", "absent"},
		{"a difference", "refused BE 2022-07 5\ngrants BE 2022-07 32", "net BE 2022-07", "27"},
		{"a difference may be negative", "refused BE 2022-07 50\ngrants BE 2022-07 32", "net BE 2022-07", "-18"},
		{"a difference from a total that lacks parts", "# 2022-08/a/grants-vlg 2022-09-10\ngrants BE-VLG 2022-07 5\n# 2022-08/a/refused 2022-09-10\nrefused BE 2022-07 3", "net BE 2022-07", "not comparable"},
		{"per 1000 of the latest stock", "stock BE-VLG 2022-07-25 5\npopulation BE-VLG 2021-01-01 1000\npopulation BE-VLG 2022-01-01 1200\npopulation BE-VLG 2023-01-01 1300", "per-1000 BE-VLG 2022-07", "4.17 base population BE-VLG 2022-01-01 on 2022-07-25"},
		{"per 1000 of the stock at the end of the month", "stock BE-VLG 2022-07-25 5\npopulation BE-VLG 2022-07-01 1000\npopulation BE-VLG 2022-07-31 1200", "per-1000 BE-VLG 2022-07", "4.17 base population BE-VLG 2022-07-31 on 2022-07-25"},
		{"per 1000 of a later stock only", "stock BE-VLG 2022-07-25 5\npopulation BE-VLG 2023-01-01 1300", "per-1000 BE-VLG 2022-07", "absent"},
		{"per 1000 of a hidden stock", "stock BE-VLG 2022-07-25 5\npopulation BE-VLG 2021-01-01 1000\npopulation BE-VLG 2022-01-01 - Q", "per-1000 BE-VLG 2022-07", "hidden base population BE-VLG 2022-01-01 on 2022-07-25"},
		{"a sum over codes", regions("1", "2", "3"), "south F 2022-07", "5"},
		{"a sum over codes needs all", "persons BE-WAL.F 2022-07 2", "south F 2022-07", "missing"},
		{"a sum over codes with a hidden one", regions("1", "2", "- Q"), "south F 2022-07", "hidden"},
		{"a sum of nothing", regions("1", "2", "3"), "south M 2022-07", "absent"},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := table(t, b, test.rows)
			key := cubetest.Key(t, test.key)
			if got := show(tab.At(key)); got != test.want {
				t.Errorf("%s is %q, want %q", test.key, got, test.want)
			}
			if first, again := tab.At(key), tab.At(key); !cmp.Equal(first, again, opaque) {
				t.Error("asked again, the answer differs")
			}
		})
	}
}

var opaque = cmp.Options{
	cmp.AllowUnexported(Value{}),
	cmp.Comparer(func(a, b period.Period) bool { return a == b }),
	cmp.Comparer(func(a, b drop.ID) bool { return a == b }),
}

func TestOrigin(t *testing.T) {
	b := book(t)
	tab := table(t, b, "# 2022-09/a/refused 2022-10-01\nrefused BE 2022-07 5\n# 2022-08/c/grants-all 2022-09-01\ngrants BE 2022-07 50")
	v := tab.At(cubetest.Key(t, "share BE 2022-07"))
	if v.Drop.String() != "2022-09/a/refused" || v.Received != period.NewDate(2022, 10, 1) || v.Dataset != "refused" {
		t.Errorf("the newest drop is %s of %s", v.Drop, v.Dataset)
	}
	if diff := cmp.Diff([]string{"grants-all", "refused"}, v.Datasets); diff != "" {
		t.Error(diff)
	}
	if !v.Computed || tab.At(cubetest.Key(t, "refused BE 2022-07")).Computed {
		t.Error("computed and delivered are not told apart")
	}
}

func TestSeries(t *testing.T) {
	b := book(t)
	tab := table(t, b, "stock BE-VLG 2022-06-30 4\nstock BE-VLG 2022-07-04 5\nstock BE-VLG 2022-07-25 7\nstock BE-WAL 2022-08-01 2\n"+
		"refused BE 2022-01 1\nrefused BE 2022-02 1\nrefused BE 2022-03 1\nrefused BE 2022-04 1\ngrants BE 2022-02 4")
	for _, test := range []struct {
		series, want string
		kind         period.Kind
	}{
		{"stock BE-VLG 2022", "2022-06-30 4; 2022-07-04 5; 2022-07-25 7", period.None},
		{"stock BE-VLG 2022", "2022-06 4; 2022-07 7", period.Month},
		{"stock BE 2022", "2022-06 4; 2022-07 7; 2022-08 2", period.Month},
		{"refused BE 2022", "2022-Q1 3", period.Quarter},
		{"share BE 2022", "2022-02 25", period.Month},
		{"nothing BE 2022", "", period.Month},
	} {
		var got []string
		for _, v := range tab.Series(cubetest.Key(t, test.series).Series, test.kind) {
			got = append(got, v.Key.Period.String()+" "+v.Number.String())
		}
		if text := strings.Join(got, "; "); text != test.want {
			t.Errorf("%s by %s: %q, want %q", test.series, test.kind, text, test.want)
		}
	}
	if v, ok := tab.Latest(cubetest.Key(t, "refused BE 2022").Series, period.Month, period.MonthOf(2022, 3)); !ok || v.Key.Period != period.MonthOf(2022, 3) {
		t.Errorf("latest is %s", v.Key)
	}
	if _, ok := tab.Latest(cubetest.Key(t, "refused BE 2022").Series, period.Month, period.MonthOf(2021, 12)); ok {
		t.Error("something is known of 2021")
	}
}

// TestConcurrentUse lets many ask at once; the race detector listens.
func TestConcurrentUse(t *testing.T) {
	b := book(t)
	tab := table(t, b, "refused BE 2022-07 5\nrefused BE 2022-08 6\ngrants BE 2022-07 50\ngrants BE 2022-08 60")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			key := cubetest.Key(t, "share BE 2022-08")
			tab.At(key)
			tab.Change(key)
			tab.Series(key.Series, period.Month)
			tab.Peak(key)
		})
	}
	wait.Wait()
}

// TestHiddenStaysHidden: no value of a table can differ when only what is hidden
// differs, because the table holds nothing of it.
func TestHiddenStaysHidden(t *testing.T) {
	b := book(t)
	key := cubetest.Key(t, "persons BE-WAL.F 2022-07")
	for _, k := range []string{"persons BE.F 2022-07", "south F 2022-07", "persons BE.F 2022-Q3"} {
		tab := table(t, b, "persons BE-VLG.F 2022-07 40\npersons BE-WAL.F 2022-07 - Q\npersons BE-BRU.F 2022-07 9\n"+
			"persons BE.F 2022-08 9\npersons BE.F 2022-09 9")
		if v := tab.At(cubetest.Key(t, k)); v.State == Known || v.Number != 0 {
			t.Errorf("%s is %s", k, show(v))
		}
		if v := tab.At(key); v.State != Hidden || v.Status != observation.Hidden {
			t.Errorf("%s is %s", key, show(v))
		}
	}
}

// What a value is computed from is told one step down; a part of which nothing is known
// is none.
func TestParts(t *testing.T) {
	rows := "persons BE-VLG.F 2022-07 1\npersons BE-WAL.F 2022-07 2\nrefused BE 2022-07 5\ngrants BE 2022-07 50\npopulation BE 2022-01-01 1000\nstock BE-VLG 2022-07-31 4\n"
	for key, want := range map[string]string{
		"persons BE.F 2022-07":     "persons BE-VLG.F 2022-07, persons BE-WAL.F 2022-07",
		"persons BE-VLG.F 2022-07": "",
		"share BE 2022-07":         "refused BE 2022-07, grants BE 2022-07",
		"per-1000 BE 2022-07":      "stock BE 2022-07, population BE 2022-01-01",
		"share BE 2022-08":         "",
		"nothing BE 2022-07":       "",
	} {
		table := table(t, book(t), rows)
		var got []string
		for range 2 { // it is the same when the value has been asked for
			got = nil
			for _, k := range table.Parts(cubetest.Key(t, key)) {
				got = append(got, k.String())
			}
			table.At(cubetest.Key(t, key))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %s, want %s", key, strings.Join(got, ", "), want)
		}
	}
}
