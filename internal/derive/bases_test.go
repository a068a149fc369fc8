package derive

import (
	"strings"
	"testing"

	"ronde/internal/cube/cubetest"
)

// Each base is named once, series by series, in order of time; one that is not
// published has no number to name.
func TestBasesOf(t *testing.T) {
	b := book(t)
	table := table(t, b, `stock BE-VLG 2022-07-25 5
stock BE-WAL 2022-07-25 6
stock BE-VLG 2023-02-01 7
stock BE-BRU 2022-07-25 8
population BE-VLG 2022-01-01 1200
population BE-VLG 2023-01-01 1300
population BE-WAL 2022-01-01 900
population BE-BRU 2022-01-01 - Q
`)
	var got []string
	var values []Value
	for _, text := range []string{"per-1000 BE-VLG 2023-02", "per-1000 BE-VLG 2022-07", "per-1000 BE-VLG 2022-07", "per-1000 BE-WAL 2022-07", "per-1000 BE-BRU 2022-07"} {
		values = append(values, table.At(cubetest.Key(t, text)))
	}
	for _, v := range values {
		for _, bases := range table.Bases(v.Bases) {
			got = append(got, describe(bases))
		}
	}
	all := values[0].Bases
	for _, v := range values[1:] {
		all = append(all, v.Bases...)
	}
	for _, bases := range table.Bases(all) {
		got = append(got, "all: "+describe(bases))
		if apart := bases.Apart(); len(apart) != 1 || apart[0] != 0 {
			t.Errorf("the series differ in %v", apart)
		}
	}
	want := []string{
		"population BE-VLG 2023-01-01 1300", "population BE-VLG 2022-01-01 1200", "population BE-VLG 2022-01-01 1200", "population BE-WAL 2022-01-01 900",
		"all: population BE-VLG 2022-01-01 1200 2023-01-01 1300; BE-WAL 2022-01-01 900",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func describe(b Bases) string {
	text := b.Indicator
	for i, series := range b.Series {
		if i > 0 {
			text += ";"
		}
		text += " " + string(series[0].Key.Codes)
		for _, v := range series {
			text += " " + v.Observed.String() + " " + v.Number.String()
		}
	}
	return text
}

// A policy date concerns the indicators that it names and what is derived from
// them; a break is no date to mark, and a date without indicators none of anybody.
func TestOccasions(t *testing.T) {
	b := book(t,
		"  - {id: directive, date: 2022-03-04, kind: policy, label: Directive}",
		"  - {id: centre, date: 2022-06-15, kind: policy, label: Centre, indicators: [refused]}",
		"  - {id: north, date: 2022-06-20, kind: policy, label: North, indicators: [refused], where: {geo: BE-VLG}}",
		"  - {id: new-count, date: 2022-07-01, kind: break, label: Count, indicators: [refused]}")
	table := table(t, b, "refused BE-VLG 2022-07 5\n")
	for series, want := range map[string]string{"refused BE-VLG": "centre north", "refused BE-WAL": "centre", "net BE-WAL": "centre", "grants BE": ""} {
		var got []string
		for _, event := range table.Occasions(cubetest.Key(t, series+" 2022-07").Series) {
			got = append(got, event.ID.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", series, got, want)
		}
	}
}
