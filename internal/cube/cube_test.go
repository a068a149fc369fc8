package cube

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// persons is an indicator with the dimensions geo and sex; grants has none.
const indicators = `
  - {id: persons, formerly: [people], name: Persons, definition: Persons, unit: persons, measure: stock, dimensions: {geo: geo, sex: sex}}
  - {id: grants, name: Grants, definition: Grants, unit: persons, measure: flow}
`

func book(t testing.TB, more ...string) *codebook.Codebook {
	files := map[string]string{}
	add := func(name, content string) { files[name] = content }
	add(cubetest.Contract("inc", "a", "grants", nil))
	add(cubetest.Contract("ser", "a", "grants", nil, "delivers: series"))
	add(cubetest.Contract("snap", "a", "persons", []string{"geo", "sex"}, "delivers: snapshot"))
	add(cubetest.Contract("zero", "a", "persons", []string{"geo", "sex"}, "absent: zero", "expect: {geo: [BE-VLG, BE-WAL], sex: [F, M]}"))
	add(cubetest.Contract("miss", "a", "persons", []string{"geo", "sex"}, "absent: missing", "expect: {geo: [BE-VLG], sex: [F, M]}"))
	ranked := strings.Replace(indicators, "name: Grants,", strings.Join(more, "")+" name: Grants,", 1)
	return cubetest.Book(t, ranked, files)
}

// facts writes the current facts of a cube, one a line.
func facts(c *Cube) string {
	var b strings.Builder
	for f := range c.Facts() {
		fmt.Fprintf(&b, "%s %s", f.Key, said(f))
		if f.Filled {
			b.WriteString(" filled")
		}
		if f.Reconstructed {
			b.WriteString(" reconstructed")
		}
		fmt.Fprintf(&b, " %s\n", f.Drop)
	}
	return b.String()
}

func lines(text ...string) string { return strings.Join(text, "\n") + "\n" }

func month(text string) period.Period {
	p, err := period.Parse(text)
	if err != nil {
		panic(err)
	}
	return p
}

func day(text string) period.Date { return month(text).End() }

// all is a set that leaves nothing out.
func all(drops ...*drop.Drop) Set {
	return SetOf(drops, month("2023-12"), day("2024-01-31"), nil)
}

func TestDelivers(t *testing.T) {
	b := book(t)
	d := func(id, received, rows string) *drop.Drop { return cubetest.Drop(t, b, id, received, rows) }
	reconstructed := func(d *drop.Drop) *drop.Drop {
		d.Description.Vintage = source.At[string]{Value: "reconstructed", Span: diag.FileSpan(d.ID.DescriptionPath())}
		return d
	}
	withdrawing := func(d *drop.Drop, keys ...string) *drop.Drop {
		for _, k := range keys {
			d.Withdrawn = append(d.Withdrawn, drop.Withdrawn{Key: cubetest.Key(t, k), Span: diag.Span{File: d.ID.DescriptionPath(), Line: 5}})
		}
		return d
	}
	for _, test := range []struct {
		name    string
		drops   []*drop.Drop
		want    string
		removed string
	}{
		{name: "increment keeps what is absent", drops: []*drop.Drop{
			d("2022-07/a/inc", "2022-08-10", "grants 2022-06 5\ngrants 2022-07 10"),
			d("2022-08/a/inc", "2022-09-10", "grants 2022-07 9\ngrants 2022-08 20"),
		}, want: lines("grants 2022-06 5 2022-07/a/inc", "grants 2022-07 9 2022-08/a/inc", "grants 2022-08 20 2022-08/a/inc")},
		{name: "a second delivery of the round", drops: []*drop.Drop{
			d("2022-07/a/inc.10", "2022-08-10", "grants 2022-07 12"),
			d("2022-07/a/inc.2", "2022-08-10", "grants 2022-07 11"),
			d("2022-07/a/inc", "2022-08-10", "grants 2022-07 10"),
		}, want: lines("grants 2022-07 12 2022-07/a/inc.10")},
		{name: "a later delivery for an earlier round", drops: []*drop.Drop{
			d("2022-08/a/inc", "2022-09-10", "grants 2022-07 9"),
			d("2022-07/a/inc.2", "2022-09-11", "grants 2022-07 8"),
		}, want: lines("grants 2022-07 8 2022-07/a/inc.2")},
		{name: "withdrawn", drops: []*drop.Drop{
			d("2022-07/a/inc", "2022-08-10", "grants 2022-06 5\ngrants 2022-07 10"),
			withdrawing(d("2022-08/a/inc", "2022-09-10", "grants 2022-08 20"), "grants 2022-06"),
		}, want: lines("grants 2022-07 10 2022-07/a/inc", "grants 2022-08 20 2022-08/a/inc"), removed: lines("grants 2022-06 2022-08/a/inc")},
		{name: "withdrawn and delivered again", drops: []*drop.Drop{
			d("2022-07/a/inc", "2022-08-10", "grants 2022-07 10"),
			withdrawing(d("2022-08/a/inc", "2022-09-10", ""), "grants 2022-07"),
			d("2022-09/a/inc", "2022-10-10", "grants 2022-07 7"),
		}, want: lines("grants 2022-07 7 2022-09/a/inc")},
		{name: "series keeps what vanished", drops: []*drop.Drop{
			d("2022-07/a/ser", "2022-08-10", "grants 2022-05 5\ngrants 2022-06 6\ngrants 2022-07 7"),
			d("2022-08/a/ser", "2022-09-10", "grants 2022-05 5\ngrants 2022-07 8"),
		}, want: lines("grants 2022-05 5 2022-08/a/ser", "grants 2022-06 6 2022-07/a/ser", "grants 2022-07 8 2022-08/a/ser")},
		{name: "snapshot replaces its dates whole", drops: []*drop.Drop{
			d("2022-07/a/snap", "2022-08-10", "persons BE-VLG.F 2022-07-01 5\npersons BE-VLG.M 2022-07-01 6\npersons BE-VLG.F 2022-06-01 1"),
			d("2022-08/a/snap", "2022-09-10", "persons BE-VLG.F 2022-07-01 7"),
		}, want: lines("persons BE-VLG.F 2022-06-01 1 2022-07/a/snap", "persons BE-VLG.F 2022-07-01 7 2022-08/a/snap"),
			removed: lines("persons BE-VLG.M 2022-07-01 2022-08/a/snap")},
		{name: "absent is zero in a new period only", drops: []*drop.Drop{
			d("2022-07/a/zero", "2022-08-10", "persons BE-VLG.F 2022-07 5\npersons BE-WAL.M 2022-07 6"),
			d("2022-08/a/zero", "2022-09-10", "persons BE-VLG.M 2022-07 8"),
		}, want: lines("persons BE-VLG.F 2022-07 5 2022-07/a/zero", "persons BE-VLG.M 2022-07 8 2022-08/a/zero",
			"persons BE-WAL.F 2022-07 0 filled 2022-07/a/zero", "persons BE-WAL.M 2022-07 6 2022-07/a/zero")},
		{name: "absent is missing", drops: []*drop.Drop{
			d("2022-07/a/miss", "2022-08-10", "persons BE-VLG.F 2022-07 5"),
		}, want: lines("persons BE-VLG.F 2022-07 5 2022-07/a/miss", "persons BE-VLG.M 2022-07 without a value filled 2022-07/a/miss")},
		{name: "a reconstructed vintage fills gaps", drops: []*drop.Drop{
			d("2022-07/a/inc", "2022-08-10", "grants 2022-07 10"),
			reconstructed(d("2022-08/a/inc", "2022-09-30", "grants 2022-06 4\ngrants 2022-07 99")),
			d("2022-09/a/inc", "2022-10-10", "grants 2022-06 5"),
		}, want: lines("grants 2022-06 5 2022-09/a/inc", "grants 2022-07 10 2022-07/a/inc")},
		{name: "a reconstructed vintage before a real one", drops: []*drop.Drop{
			reconstructed(d("2022-08/a/inc", "2022-08-30", "grants 2022-06 4\ngrants 2022-07 99")),
			d("2022-09/a/inc", "2022-10-10", "grants 2022-06 5"),
		}, want: lines("grants 2022-06 5 2022-09/a/inc", "grants 2022-07 99 reconstructed 2022-08/a/inc")},
		{name: "a dimension added later and former names", drops: []*drop.Drop{
			d("2022-07/a/snap", "2022-08-10", "people BE-VLG 2022-07-01 5"),
		}, want: lines("persons BE-VLG._T 2022-07-01 5 2022-07/a/snap")},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := New(b, all(test.drops...))
			if diff := cmp.Diff(test.want, facts(c)); diff != "" {
				t.Error(diff)
			}
			removed := ""
			for _, f := range c.Removed() {
				removed += f.Key.String() + " " + f.Drop.String() + "\n"
			}
			if diff := cmp.Diff(test.removed, removed); diff != "" {
				t.Error("removed:", diff)
			}
		})
	}
}

func TestSupplierRank(t *testing.T) {
	b := book(t, "suppliers: [ser, inc],")
	first := cubetest.Drop(t, b, "2022-07/a/ser", "2022-08-10", "grants 2022-07 1")
	later := cubetest.Drop(t, b, "2022-08/a/inc", "2022-09-10", "grants 2022-07 2\ngrants 2022-08 3")
	c := New(b, all(later, first))
	if diff := cmp.Diff(lines("grants 2022-07 1 2022-07/a/ser", "grants 2022-08 3 2022-08/a/inc"), facts(c)); diff != "" {
		t.Error(diff)
	}
	if found := c.Check(nil); hasID(found, "two-suppliers") {
		t.Error("ranked suppliers are reported")
	}
	gone := cubetest.Drop(t, b, "2022-09/a/ser", "2022-10-10", "")
	gone.Withdrawn = []drop.Withdrawn{{Key: cubetest.Key(t, "grants 2022-07")}}
	if diff := cmp.Diff(lines("grants 2022-07 2 2022-08/a/inc", "grants 2022-08 3 2022-08/a/inc"), facts(New(b, all(later, first, gone)))); diff != "" {
		t.Error("the next supplier does not take over:", diff)
	}
}

func hasID(found []diag.Diagnostic, id string) bool {
	return slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.ID == id })
}

func TestHistory(t *testing.T) {
	b := book(t)
	c := New(b, all(
		cubetest.Drop(t, b, "2022-08/a/inc", "2022-09-10", "grants 2022-07 9"),
		cubetest.Drop(t, b, "2022-07/a/inc", "2022-08-10", "grants 2022-07 10"),
	))
	var got []string
	for _, f := range c.History(cubetest.Key(t, "grants 2022-07")) {
		got = append(got, f.Received.String()+" "+f.Value.String())
	}
	if diff := cmp.Diff([]string{"2022-08-10 10", "2022-09-10 9"}, got); diff != "" {
		t.Error(diff)
	}
	if c.History(cubetest.Key(t, "grants 2021-07")) != nil {
		t.Error("a key of which nothing is said has a history")
	}
}

// TestOrderOfInput: a set is the same whatever the order in which drops were read.
func TestOrderOfInput(t *testing.T) {
	b := book(t)
	random := rand.New(rand.NewPCG(1, 2))
	geo, sex := []string{"BE", "BE-VLG", "BE-WAL"}, []string{"_T", "F", "M"}
	for range 60 {
		var drops []*drop.Drop
		for n := range 8 {
			dataset := []string{"snap", "zero", "miss"}[random.IntN(3)]
			id := fmt.Sprintf("2022-%02d/a/%s", n+1, dataset)
			var rows strings.Builder
			for range 6 {
				fmt.Fprintf(&rows, "persons %s.%s 2022-%02d %d\n", geo[random.IntN(3)], sex[random.IntN(3)], random.IntN(4)+1, random.IntN(50))
			}
			d := cubetest.Drop(t, b, id, fmt.Sprintf("2022-%02d-%02d", random.IntN(3)+6, random.IntN(3)+1), rows.String())
			if random.IntN(4) == 0 {
				d.Description.Vintage.Value = "reconstructed"
			}
			drops = append(drops, d)
		}
		wanted := New(b, all(drops...))
		random.Shuffle(len(drops), func(i, j int) { drops[i], drops[j] = drops[j], drops[i] })
		got := New(b, all(drops...))
		if diff := cmp.Diff(facts(wanted), facts(got)); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(wanted.Removed(), got.Removed(), cmp.Comparer(func(a, b observation.Key) bool { return a == b }), cmp.Comparer(func(a, b period.Period) bool { return a == b })); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(wanted.Check(nil), got.Check(nil)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestIncrementsAreOneByOne: with increments, the cube of a set is the cube of
// the set without its last drop, overwritten by that drop.
func TestIncrementsAreOneByOne(t *testing.T) {
	b := book(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		known := map[string]string{}
		var drops []*drop.Drop
		for n := range 6 {
			var rows strings.Builder
			for m := range 6 {
				if random.IntN(2) == 0 {
					value := fmt.Sprint(random.IntN(100))
					fmt.Fprintf(&rows, "grants 2022-%02d %s\n", m+1, value)
					known[fmt.Sprintf("grants 2022-%02d", m+1)] = value
				}
			}
			drops = append(drops, cubetest.Drop(t, b, fmt.Sprintf("2022-%02d/a/inc", n+1), fmt.Sprintf("2022-%02d-10", n+2), rows.String()))
			c := New(b, all(drops...))
			if c.Len() != len(known) {
				t.Fatalf("%d keys, want %d", c.Len(), len(known))
			}
			for f := range c.Facts() {
				if known[f.Key.String()] != f.Value.String() {
					t.Fatalf("%s is %s, want %s", f.Key, f.Value, known[f.Key.String()])
				}
			}
		}
	}
}
