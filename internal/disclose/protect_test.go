package disclose

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/seal"
)

const indicators = `
  - {id: persons, name: Persons, definition: Persons, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}
  - {id: part, name: Part, definition: Part, unit: percent, decimals: 1, measure: share, base: Persons, dimensions: {geo: geo, sex: sex}}
  - {id: plain, name: Plain, definition: Plain, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}
  - {id: entries, name: Entries, definition: Entries, unit: persons, measure: flow}
  - {id: exits, name: Exits, definition: Exits, unit: persons, measure: flow}
  - {id: places, name: Places, definition: Places, unit: persons, measure: stock, balance: {in: [entries], out: [exits], tolerance: 2}}
`

func book(t testing.TB) *codebook.Codebook { return bookWith(t, "disclosure: {threshold: 5}") }

// bookWith has the rule of the datasets persons and counts as given. sealed
// supplies plain, without a rule; counts has counts and a share side by side.
func bookWith(t testing.TB, rule string) *codebook.Codebook {
	files := map[string]string{}
	add := func(name, content string) { files[name] = content }
	dimensions := []string{"geo", "sex"}
	add(cubetest.Contract("persons", "a", "persons", dimensions, rule))
	add(cubetest.Contract("plain", "a", "plain", dimensions))
	add(cubetest.Contract("other", "b", "plain", dimensions, "parts: [{dimension: geo, total: BE-VLG, parts: [BE-NLC, BE-VAN]}]"))
	add(cubetest.Contract("entries", "a", "entries", nil))
	add(cubetest.Contract("exits", "a", "exits", nil))
	add(cubetest.Contract("places", "a", "places", nil))
	files["data/datasets/share.yaml"] = `ronde: 1
id: share
organisation: a
name: share
delivers: increment
rhythm: monthly
layout: wide
disclosure: {threshold: 5}
columns:
  - {name: period, is: period}
  - {name: geo, is: dimension, dimension: geo}
  - {name: sex, is: dimension, dimension: sex}
  - {name: persons, is: value, indicator: persons}
  - {name: part, is: value, indicator: part}
`
	return cubetest.Book(t, indicators, files)
}

func set(drops ...*drop.Drop) cube.Set {
	return cube.SetOf(drops, period.MonthOf(2023, 12), period.NewDate(2024, 1, 31), nil)
}

// protect runs Protect on one drop, of 2022-08, after some releases.
func protect(t testing.TB, b *codebook.Codebook, dataset, rows string, released ...*Observations) (*Observations, Report) {
	return Protect(b, cube.New(b, set(cubetest.Drop(t, b, "2022-08/a/"+dataset, "2022-09-10", rows))), released...)
}

// text writes observations, one a line, in the order of lines.
func text(o *Observations) string {
	var all []string
	for row := range o.Rows() {
		all = append(all, line(row))
	}
	return lines(all...)
}

func line(o Observation) string {
	value := "-"
	if v, ok := o.Value(); ok {
		value = o.Qualifier().String() + v.String()
	}
	words := []string{o.Key().String(), value}
	if s := o.Status().String(); s != "" {
		words = append(words, s)
	}
	if o.Removed() {
		words = append(words, "removed")
	}
	return strings.Join(words, " ")
}

func lines(text ...string) string {
	if len(text) == 0 {
		return ""
	}
	return strings.Join(slices.Sorted(slices.Values(text)), "\n") + "\n"
}

// rows turns the short form into sealed rows of a dataset.
func rows(t testing.TB, dataset, id string, text ...string) []seal.Row {
	parsed, err := drop.ParseID(id)
	if err != nil {
		t.Fatal(err)
	}
	_, month, _ := parsed.Round.End().Civil()
	var all []seal.Row
	for _, row := range text {
		rest, removed := strings.CutSuffix(row, " removed")
		all = append(all, seal.Row{Dataset: dataset, Observation: cubetest.Observation(t, rest), Drop: parsed, Received: period.NewDate(2022, month+1, 10), Removed: removed})
	}
	return all
}

func sealed(t testing.TB, b *codebook.Codebook, rows ...seal.Row) *Observations {
	return FromSealed(b, cubetest.Sealed(t, rows...))
}

func ids(found []diag.Diagnostic) []string {
	var all []string
	for _, d := range found {
		all = append(all, d.ID+" "+d.Subject)
	}
	return all
}

// region is a table of three regions in which nothing is sensitive.
const region = "persons BE._T 2022-07 60\npersons BE-VLG._T 2022-07 30\npersons BE-WAL._T 2022-07 20\npersons BE-BRU._T 2022-07 10\n"

var regionRows = []string{"persons BE._T 2022-07 60", "persons BE-BRU._T 2022-07 10", "persons BE-VLG._T 2022-07 30", "persons BE-WAL._T 2022-07 20"}

func TestRule(t *testing.T) {
	const (
		five       = "disclosure: {threshold: 5}"
		structural = "disclosure: {threshold: 5, zeros: structural}"
		sensitive  = "disclosure: {threshold: 5, zeros: sensitive}"
		finestGeo  = "disclosure: {threshold: 5, finest: geo}"
	)
	sexes := func(f, m string) string {
		return region + "persons BE-VLG.F 2022-07 " + f + "\npersons BE-VLG.M 2022-07 " + m + "\n"
	}
	with := func(f, m string) []string {
		return append([]string{regionRows[0], regionRows[1], "persons BE-VLG.F 2022-07 " + f, "persons BE-VLG.M 2022-07 " + m}, regionRows[2:]...)
	}
	for _, test := range []struct {
		name, rule, rows string
		want             []string
		left             []LeftOut
	}{
		{"no rule", "", sexes("28", "2"), with("28", "2"), nil},
		{"nothing is sensitive", five, sexes("20", "10"), with("20", "10"), nil},
		{"at the threshold", five, sexes("25", "5"), with("25", "5"), nil},
		{"one below the threshold", five, sexes("26", "4"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"one", five, sexes("29", "1"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"a bound of few", five, sexes("20", "<5"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"a bound of more", five, sexes("20", "<6"), with("20", "upper6"), nil},
		{"about few", five, sexes("20", "~4"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"all of a margin, ordinary zeros", five, sexes("30", "0"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"all of a margin, structural zeros", structural, sexes("30", "0"), with("30", "0"), nil},
		{"nearly all of a margin, structural zeros", structural, region + "persons BE-VLG.F 2022-07 28\n", regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 1}}},
		{"the others cannot exist", five, sexes("30", "- M") + "persons BE-VLG.X 2022-07 - M\n",
			[]string{regionRows[0], regionRows[1], "persons BE-VLG.F 2022-07 30", "persons BE-VLG.M 2022-07 - M", "persons BE-VLG.X 2022-07 - M", regionRows[2], regionRows[3]}, nil},
		{"a sensitive zero", sensitive, region + "persons BE-VLG.F 2022-07 0\npersons BE-VLG.M 2022-07 20\npersons BE-VLG.X 2022-07 10\n", regionRows,
			[]LeftOut{{Dimensions: []string{"sex"}, Cells: 3}}},
		{"an ordinary zero", five, region + "persons BE-VLG.F 2022-07 0\npersons BE-VLG.M 2022-07 20\npersons BE-VLG.X 2022-07 10\n",
			[]string{regionRows[0], regionRows[1], "persons BE-VLG.F 2022-07 0", "persons BE-VLG.M 2022-07 20", "persons BE-VLG.X 2022-07 10", regionRows[2], regionRows[3]}, nil},
		{"two dimensions", five, "persons BE._T 2022-07 60\npersons BE-VLG._T 2022-07 57\npersons BE-WAL._T 2022-07 3\npersons BE.F 2022-07 30\npersons BE.M 2022-07 30\n",
			[]string{"persons BE._T 2022-07 60"}, []LeftOut{{Dimensions: []string{"sex", "geo"}, Cells: 4}}},
		{"the finest is named", finestGeo, "persons BE._T 2022-07 60\npersons BE-VLG._T 2022-07 57\npersons BE-WAL._T 2022-07 3\npersons BE.F 2022-07 30\npersons BE.M 2022-07 30\n",
			[]string{"persons BE.F 2022-07 30", "persons BE.M 2022-07 30", "persons BE._T 2022-07 60"}, []LeftOut{{Dimensions: []string{"geo"}, Cells: 2}}},
		{"the grand total is sensitive", five, "persons BE._T 2022-07 4\npersons BE.F 2022-07 4\n", nil,
			[]LeftOut{{Dimensions: []string{"sex", "geo"}, Nothing: true, Cells: 2}}},
		{"no totals to fall back on", five, "persons BE-VLG.F 2022-07 4\npersons BE-VLG.M 2022-07 40\n", nil,
			[]LeftOut{{Dimensions: []string{"sex"}, Nothing: true, Cells: 2}}},
		{"a bound of nearly all of a margin", five, region + "persons BE-VLG.F 2022-07 >25\n", regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 1}}},
		{"a bound of less than all of a margin", five, region + "persons BE-VLG.F 2022-07 <30\n", append([]string{"persons BE-VLG.F 2022-07 upper30"}, regionRows...), nil},
		{"a margin that is a bound", five, "persons BE-VLG._T 2022-07 >30\npersons BE-VLG.F 2022-07 30\n", []string{"persons BE-VLG.F 2022-07 30", "persons BE-VLG._T 2022-07 lower30"}, nil},
		{"a margin of nobody", five, "persons BE-VLG._T 2022-07 0\npersons BE-VLG.F 2022-07 0\npersons BE-VLG.M 2022-07 0\n",
			[]string{"persons BE-VLG.F 2022-07 0", "persons BE-VLG.M 2022-07 0", "persons BE-VLG._T 2022-07 0"}, nil},
		{"one of two others can exist", five, sexes("30", "0") + "persons BE-VLG.X 2022-07 - M\n", regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"hidden by the supplier beside sensitive zeros", sensitive, sexes("- Q", "- Q"), with("- Q", "- Q"), nil},
		{"hidden by the supplier beside a small one", five, sexes("2", "- Q"), regionRows, []LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
		{"a month is a table of its own", five, sexes("29", "1") + "persons BE-VLG.F 2022-06 20\n", append([]string{regionRows[0], regionRows[1], "persons BE-VLG.F 2022-06 20"}, regionRows[2:]...),
			[]LeftOut{{Dimensions: []string{"sex"}, Cells: 2}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := bookWith(t, test.rule)
			public, report := protect(t, b, "persons", test.rows)
			if diff := cmp.Diff(lines(test.want...), text(public)); diff != "" {
				t.Error(diff)
			}
			for i := range test.left {
				test.left[i].Dataset, test.left[i].Indicator = "persons", "persons"
				test.left[i].Periods = []period.Period{period.MonthOf(2022, 7)}
			}
			if diff := cmp.Diff(test.left, report.LeftOut, cmp.Comparer(func(a, b period.Period) bool { return a == b })); diff != "" {
				t.Error(diff)
			}
			var found []string
			for _, l := range test.left {
				found = append(found, "left-out persons "+l.Indicator)
			}
			if diff := cmp.Diff(found, ids(report.Findings)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSharesFollowCounts(t *testing.T) {
	b := book(t)
	both := func(f string) string {
		return "persons BE._T 2022-07 60\npersons BE.F 2022-07 " + f + "\npersons BE.M 2022-07 20\npart BE.F 2022-07 66.6\npart BE._T 2022-07 100\n"
	}
	public, _ := protect(t, b, "share", both("40"))
	if public.Len() != 5 {
		t.Errorf("without a sensitive cell:\n%s", text(public))
	}
	public, report := protect(t, b, "share", both("4"))
	if diff := cmp.Diff(lines("part BE._T 2022-07 100", "persons BE._T 2022-07 60"), text(public)); diff != "" {
		t.Error(diff)
	}
	if len(report.LeftOut) != 2 {
		t.Errorf("%+v", report.LeftOut)
	}
	public, _ = protect(t, b, "share", "persons BE._T 2022-07 60\npersons BE-VLG._T 2022-07 58\npart BE-VLG._T 2022-07 97\npart BE._T 2022-07 100\n")
	if diff := cmp.Diff(lines("part BE._T 2022-07 100", "persons BE._T 2022-07 60"), text(public)); diff != "" {
		t.Error(diff)
	}
	public, _ = protect(t, b, "share", "persons BE._T 2022-07 4\npart BE._T 2022-07 100\n")
	if public.Len() != 0 {
		t.Errorf("a share without its counts:\n%s", text(public))
	}
}

func TestLeftOutJoinsPeriods(t *testing.T) {
	b := book(t)
	rows := ""
	for _, m := range []string{"2022-08", "2022-06", "2022-07"} {
		rows += strings.ReplaceAll("persons BE._T MONTH 60\npersons BE.F MONTH 58\npersons BE.M MONTH 2\n", "MONTH", m)
	}
	rows = strings.Replace(rows, "BE._T 2022-08 60", "BE._T 2022-08 4", 1)
	_, report := protect(t, b, "persons", rows)
	month := func(m int) period.Period { return period.MonthOf(2022, m) }
	want := []LeftOut{
		{Dataset: "persons", Indicator: "persons", Dimensions: []string{"sex"}, Periods: []period.Period{month(6), month(7)}, Cells: 4},
		{Dataset: "persons", Indicator: "persons", Dimensions: []string{"sex", "geo"}, Nothing: true, Periods: []period.Period{month(8)}, Cells: 3},
	}
	if diff := cmp.Diff(want, report.LeftOut, cmp.Comparer(func(a, b period.Period) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	var titles []string
	for _, d := range report.Findings {
		titles = append(titles, d.Span.String()+": "+d.Title.String())
	}
	if diff := cmp.Diff([]string{
		"data/datasets/persons.yaml:2:5: the dataset persons publishes persons only as totals over sex for 2022-06, 2022-07: 4 values left out to protect persons",
		"data/datasets/persons.yaml:2:5: the dataset persons publishes nothing of persons for 2022-08: 3 values left out to protect persons",
	}, titles); diff != "" {
		t.Error(diff)
	}
}

func TestSuppliersHiddenCell(t *testing.T) {
	b := book(t)
	d := cubetest.Drop(t, b, "2022-08/a/plain", "2022-09-10", "plain BE-VLG.F 2022-07 - Q P\nplain BE-VLG.M 2022-07 - Q\nplain BE-VLG._T 2022-07 40")
	d.Observations[0].Value = 3_000_000 // a reader that keeps what it saw behind HasValue
	d.Observations[0].Note = "of whom 3 minors"
	public, report := Protect(b, cube.New(b, set(d)))
	if diff := cmp.Diff(lines("plain BE-VLG.F 2022-07 - P Q", "plain BE-VLG.M 2022-07 - Q", "plain BE-VLG._T 2022-07 40"), text(public)); diff != "" {
		t.Error(diff)
	}
	if len(report.Findings) > 0 || len(report.LeftOut) > 0 {
		t.Errorf("%v %v", ids(report.Findings), report.LeftOut)
	}
	if o, _ := public.Get(d.Observations[0].Key); o.Note() != "" || o.Row().Value != 0 {
		t.Errorf("the hidden cell says %q and %s", o.Note(), o.Row().Value)
	}
}

func TestPast(t *testing.T) {
	b := book(t)
	totals := "persons BE-VLG._T 2022-07 30\npersons BE._T 2022-07 60\n"
	t.Run("a sensitive value that is public stays", func(t *testing.T) {
		past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30", "persons BE-VLG.F 2022-07 2")...)
		public, report := protect(t, b, "persons", totals+"persons BE-VLG.F 2022-07 2\n", past)
		if o, ok := public.Get(cubetest.Key(t, "persons BE-VLG.F 2022-07")); !ok || o.Hidden() {
			t.Error("it is gone:\n" + text(public))
		}
		if len(report.LeftOut)+len(report.Findings) > 0 {
			t.Errorf("%+v %v", report.LeftOut, ids(report.Findings))
		}
	})
	t.Run("and so does what stands beside it", func(t *testing.T) {
		past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30", "persons BE-VLG.F 2022-07 2")...)
		public, _ := protect(t, b, "persons", totals+"persons BE-VLG.F 2022-07 2\npersons BE-VLG.M 2022-07 20\npersons BE-VLG.X 2022-07 8\n", past)
		if public.Len() != 5 {
			t.Error(text(public))
		}
	})
	t.Run("a margin that is public does not excuse its part", func(t *testing.T) {
		past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30")...)
		public, _ := protect(t, b, "persons", totals+"persons BE-VLG.F 2022-07 30\n", past)
		if public.Len() != 2 {
			t.Error(text(public))
		}
	})
	t.Run("a revised value that is not small", func(t *testing.T) {
		first := cubetest.Drop(t, b, "2022-07/a/persons", "2022-08-10", totals+"persons BE-VLG.F 2022-07 12\npersons BE-VLG.M 2022-07 18\n")
		release, _ := Protect(b, cube.New(b, set(first)))
		second := cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", "persons BE-VLG.F 2022-07 13\npersons BE-VLG.M 2022-07 17\n")
		public, report := Protect(b, cube.New(b, set(first, second)), release)
		if public.Len() != 4 || len(report.Findings) > 0 {
			t.Error(text(public), ids(report.Findings))
		}
		var changed []string
		for o := range public.Unpublished(b, release).Rows() {
			changed = append(changed, line(o))
		}
		if diff := cmp.Diff([]string{"persons BE-VLG.F 2022-07 13", "persons BE-VLG.M 2022-07 17"}, changed); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("a value that was public and is small now", func(t *testing.T) {
		past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30", "persons BE-VLG.F 2022-07 12", "persons BE-VLG.M 2022-07 18")...)
		public, report := protect(t, b, "persons", totals+"persons BE-VLG.F 2022-07 2\npersons BE-VLG.M 2022-07 28\n", past)
		want := lines("persons BE-VLG.F 2022-07 - Q", "persons BE-VLG.M 2022-07 - Q", "persons BE-VLG._T 2022-07 30", "persons BE._T 2022-07 60")
		if diff := cmp.Diff(want, text(public)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"flip persons BE-VLG.F 2022-07", "flip persons BE-VLG.M 2022-07"}, ids(report.Findings)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("and its neighbour is public, so that it can be computed", func(t *testing.T) {
		past := sealed(t, b, rows(t, "persons", "2022-07/a/persons", "persons BE-VLG._T 2022-07 30", "persons BE-VLG.F 2022-07 12", "persons BE-VLG.M 2022-07 18")...)
		_, report := protect(t, b, "persons", totals+"persons BE-VLG.F 2022-07 2\npersons BE-VLG.M 2022-07 18\n", past)
		if diff := cmp.Diff([]string{"flip persons BE-VLG.F 2022-07", "only-unknown persons BE-VLG.F 2022-07"}, ids(report.Findings)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("what was hidden stays hidden", func(t *testing.T) {
		past := sealed(t, b, rows(t, "plain", "2022-07/a/plain", "plain BE-VLG.F 2022-07 - Q", "plain BE-VLG.M 2022-07 - Q")...)
		public, report := protect(t, b, "plain", "plain BE-VLG.F 2022-07 12\nplain BE-VLG.M 2022-07 - Q\n", past)
		if diff := cmp.Diff(lines("plain BE-VLG.F 2022-07 - Q", "plain BE-VLG.M 2022-07 - Q"), text(public)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"kept-hidden plain BE-VLG.F 2022-07"}, ids(report.Findings)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("what was left out stays so", func(t *testing.T) {
		first := cubetest.Drop(t, b, "2022-07/a/persons", "2022-08-10", totals+"persons BE-VLG.F 2022-07 2\npersons BE-VLG.M 2022-07 28\n")
		release, _ := Protect(b, cube.New(b, set(first)))
		second := cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", "persons BE-VLG.F 2022-07 12\npersons BE-VLG.M 2022-07 18\n")
		public, report := Protect(b, cube.New(b, set(first, second)), release)
		if diff := cmp.Diff(text(release), text(public)); diff != "" {
			t.Error(diff)
		}
		if len(report.LeftOut) != 1 || report.LeftOut[0].Cells != 2 {
			t.Errorf("%+v", report.LeftOut)
		}
	})
	t.Run("what nobody left out comes out", func(t *testing.T) {
		first := cubetest.Drop(t, b, "2022-07/a/persons", "2022-08-10", totals)
		release, _ := Protect(b, cube.New(b, set(first)))
		second := cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", "persons BE-VLG.F 2022-07 12\npersons BE-VLG.M 2022-07 18\n")
		public, _ := Protect(b, cube.New(b, set(first, second)), release)
		if public.Len() != 4 {
			t.Error(text(public))
		}
	})
	t.Run("removed, when it was published", func(t *testing.T) {
		first := cubetest.Drop(t, b, "2022-07/a/plain", "2022-08-10", "plain BE._T 2022-06 7\nplain BE._T 2022-07 8")
		second := cubetest.Drop(t, b, "2022-08/a/plain", "2022-09-10", "")
		second.Withdrawn = []drop.Withdrawn{{Key: cubetest.Key(t, "plain BE._T 2022-06")}}
		c := cube.New(b, set(first, second))
		if public, _ := Protect(b, c); text(public) != "plain BE._T 2022-07 8\n" {
			t.Error("never published:\n" + text(public))
		}
		past := sealed(t, b, rows(t, "plain", "2022-07/a/plain", "plain BE._T 2022-06 7")...)
		public, _ := Protect(b, c, past)
		if diff := cmp.Diff(lines("plain BE._T 2022-06 - removed", "plain BE._T 2022-07 8"), text(public)); diff != "" {
			t.Error(diff)
		}
		key := cubetest.Key(t, "plain BE._T 2022-06")
		if _, ok := public.Get(key); ok {
			t.Error("a removed key has an observation")
		}
		if o, ok := public.Removal(key); !ok || o.Drop().String() != "2022-08/a/plain" {
			t.Error("nothing says what removed it")
		}
	})
}
