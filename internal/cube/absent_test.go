package cube

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube/cubetest"
	"ronde/internal/diag"
	"ronde/internal/drop"
)

func TestExpected(t *testing.T) {
	const indicators = `
  - {id: persons, name: P, definition: P, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}
  - {id: women, name: W, definition: W, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}
`
	files := map[string]string{"data/codelists/geo.yaml": `ronde: 1
id: geo
name: Place
total: BE
codes:
  - {code: BE, label: Belgium}
  - {code: OLD, label: Old, until: 2022-07}
  - {code: NEW, label: New, from: 2022-08}
  - {code: BOTH, label: Both}
`}
	add := func(name, content string) { files[name] = content }
	add(cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "absent: zero", "expect: {geo: [OLD, NEW, BOTH]}"))
	add(cubetest.Contract("women", "a", "women", []string{"geo"}, "absent: zero", "fixed: {sex: F}", "expect: {geo: [BOTH, BE]}"))
	add(cubetest.Contract("old", "a", "women", []string{"geo"}, "absent: zero", "fixed: {sex: M}", "expect: {geo: [OLD]}"))
	files["data/datasets/two.yaml"] = `ronde: 1
id: two
organisation: a
name: two
delivers: increment
rhythm: monthly
layout: wide
absent: zero
expect: {geo: [BOTH]}
columns:
  - {name: period, is: period}
  - {name: geo, is: dimension, dimension: geo}
  - {name: sex, is: dimension, dimension: sex}
  - {name: persons, is: value, indicator: persons}
  - {name: women, is: value, indicator: women}
`
	b := cubetest.Book(t, indicators, files)
	for _, test := range []struct{ name, dataset, rows, want string }{
		{"codes that exist, for each combination of the others", "persons", "persons BOTH.F 2022-07 1\npersons BE._T 2022-07 5\npersons BE.F 2022-08 1",
			"persons BOTH._T 2022-07; persons OLD._T 2022-07; persons OLD.F 2022-07; persons BOTH.F 2022-08; persons NEW.F 2022-08"},
		{"a fixed code", "women", "women BOTH.F 2022-07 1", "women BE.F 2022-07"},
		{"none of the codes exists", "old", "women BE.M 2022-08 1", ""},
		{"an indicator of which nothing arrived has its totals", "two", "persons BOTH.F 2022-07 1", "women BOTH._T 2022-07"},
	} {
		c := New(b, all(cubetest.Drop(t, b, "2022-08/a/"+test.dataset, "2022-09-10", test.rows)))
		var filled, want []string
		for f := range c.Facts() {
			if f.Filled {
				filled = append(filled, f.Key.String())
			}
		}
		if test.want != "" {
			want = strings.Split(test.want, "; ")
		}
		sort := cmp.Transformer("sorted", func(s []string) map[string]bool {
			m := map[string]bool{}
			for _, x := range s {
				m[x] = true
			}
			return m
		})
		if diff := cmp.Diff(want, filled, sort); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// TestAbsentRowIsNoFact: where an absent row is an error, nothing takes its place.
func TestAbsentRowIsNoFact(t *testing.T) {
	name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "expect: {geo: [BE-VLG, BE-WAL]}")
	b := cubetest.Book(t, "  - {id: persons, name: P, definition: P, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}\n", map[string]string{name: content})
	c := New(b, all(cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", "persons BE-VLG.F 2022-07 1")))
	if c.Len() != 1 || !hasID(c.Check(nil), "absent") {
		t.Errorf("%d facts:\n%s", c.Len(), facts(c))
	}
}

// TestVanishedAtTheEnds: what lacks in the first or the last period of a series
// has vanished too; what lies before or after has not.
func TestVanishedAtTheEnds(t *testing.T) {
	name, content := cubetest.Contract("persons", "a", "persons", []string{"geo", "sex"}, "delivers: series")
	b := cubetest.Book(t, "  - {id: persons, name: P, definition: P, unit: persons, measure: flow, dimensions: {geo: geo, sex: sex}}\n", map[string]string{name: content})
	rows := ""
	for _, m := range []string{"2022-04", "2022-05", "2022-06", "2022-07"} {
		rows += "persons BE.F " + m + " 1\npersons BE.M " + m + " 1\n"
	}
	c := New(b, all(
		cubetest.Drop(t, b, "2022-07/a/persons", "2022-08-10", rows),
		cubetest.Drop(t, b, "2022-08/a/persons", "2022-09-10", "persons BE.F 2022-05 1\npersons BE.F 2022-06 1"),
	))
	var notes []string
	for _, d := range c.Check(nil) {
		if d.ID == "vanished" {
			for _, n := range d.Notes[:len(d.Notes)-1] {
				notes = append(notes, n.Text.String())
			}
		}
	}
	if diff := cmp.Diff([]string{"persons BE.M 2022-05 stood here", "persons BE.M 2022-06 stood here"}, notes); diff != "" {
		t.Error(diff)
	}
}

// TestOwnRoundIsWhole: of a drop of the set's own round everything counts, also
// what lies ahead, such as a forecast.
func TestOwnRoundIsWhole(t *testing.T) {
	b := book(t)
	d := cubetest.Drop(t, b, "2022-07/a/inc", "2022-08-10", "grants 2022-07 1\ngrants 2022-08 2 F")
	d.Withdrawn = []drop.Withdrawn{{Key: cubetest.Key(t, "grants 2022-09"), Span: diag.FileSpan("x")}}
	s := SetFrom([]*drop.Drop{d}, month("2022-07"), day("2022-08-15"))
	if got := s.Drops()[0]; len(got.Observations) != 2 || len(got.Withdrawn) != 1 {
		t.Errorf("%d rows and %d withdrawals count", len(got.Observations), len(got.Withdrawn))
	}
	s = SetFrom([]*drop.Drop{d}, month("2022-06"), day("2022-08-15"))
	if got := s.Drops()[0]; len(got.Observations) != 0 || len(got.Withdrawn) != 0 {
		t.Errorf("in an earlier round %d rows and %d withdrawals count", len(got.Observations), len(got.Withdrawn))
	}
}
