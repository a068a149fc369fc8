package chart

import (
	"slices"
	"strings"
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"

	"github.com/google/go-cmp/cmp"
)

// several draws a wide light picture of several series, each a name and points.
func several(t *testing.T, kind Kind, change func(*Chart), named ...string) (picture, string) {
	t.Helper()
	svg := draw(t, kind, named[1], func(c *Chart) {
		c.Series = nil
		for i := 0; i < len(named); i += 2 {
			c.Series = append(c.Series, series(t, named[i], named[i+1]))
		}
		if change != nil {
			change(c)
		}
	})
	return read(t, []byte(svg)), svg
}

// text gives the place of the first text that reads so.
func (pic picture) text(t *testing.T, s string) box {
	t.Helper()
	for _, shown := range pic.texts {
		if strings.ReplaceAll(shown.s, "\u00a0", " ") == s {
			return shown.box
		}
	}
	t.Fatalf("the picture has no text %q", s)
	return box{}
}

// painted gives the bars in a colour from left to right.
func (pic picture) painted(colour string) []box {
	var all []box
	for _, b := range pic.bars() {
		if b.colour == colour {
			all = append(all, b.box)
		}
	}
	slices.SortFunc(all, func(a, b box) int { return a.x0 - b.x0 })
	return all
}

// TestAreaFillsNoGap: each run of months has its own area, and a value that stands
// alone none.
func TestAreaFillsNoGap(t *testing.T) {
	pic := read(t, []byte(draw(t, Area, "5 6 7 x 8 9 x 4", func(c *Chart) {
		c.Breaks = []Break{{At: c.Periods[1], Note: "N"}}
	})))
	var areas [][2]int
	for _, m := range pic.marks {
		if m.fill == light.tint {
			b := m.bounds()
			areas = append(areas, [2]int{b.x0, b.x1})
		}
	}
	if len(areas) != 2 || areas[0][1] >= areas[1][0] {
		t.Errorf("the areas are %v", areas)
	}
}

func TestGroupedInOrder(t *testing.T) {
	pic, _ := several(t, Grouped, nil, "een", "10 20", "twee", "30 x", "drie", "20 40")
	first, second, third := pic.painted(light.series[0]), pic.painted(light.series[1]), pic.painted(light.series[2])
	// The key's sample is one of each.
	if len(first) != 3 || len(second) != 2 || len(third) != 3 {
		t.Fatalf("%d, %d and %d bars", len(first), len(second), len(third))
	}
	if group := []int{first[1].x0, second[1].x0, third[1].x0, first[2].x0, third[2].x0}; !slices.IsSorted(group) {
		t.Errorf("the columns stand at %v", group)
	}
	if high := func(b box) int { return b.y1 - b.y0 }; abs(3*high(first[1])-high(second[1])) > 3 {
		t.Errorf("10 is %v, 30 is %v", first[1], second[1])
	}
}

// TestSums prints the sum of the parts that all have a value, and never one that
// lacks a part.
func TestSums(t *testing.T) {
	for _, test := range []struct{ part, sum, mark string }{
		{"500", "1.303", ""}, {"500p", "1.303", ""}, {"500~", "≈ 1.303", ""}, {"0", "803", ""},
		{"x", "", "[x]"}, {"c", "", "[c]"}, {"z", "", "[z]"}, {".", "", ""}, {"500>", "", ""},
	} {
		for _, over := range []string{"periods", "categories"} {
			pic, svg := several(t, Stacked, func(c *Chart) {
				if c.Unit = ""; over == "categories" {
					c.Periods = nil
				}
			}, "een", "700", "twee", "103", "drie", test.part)
			if test.sum != "" {
				found := slices.ContainsFunc(pic.texts, func(s shown) bool {
					return strings.HasPrefix(strings.ReplaceAll(s.s, "\u00a0", " "), test.sum)
				})
				if !found || strings.Contains(svg, "geen totaal") {
					t.Errorf("%s, %q: no sum %q\n%s", over, test.part, test.sum, svg)
				}
				continue
			}
			if !strings.Contains(svg, "geen totaal") || !strings.Contains(svg, test.mark) || strings.Contains(svg, "803") || strings.Contains(svg, "1.303") {
				t.Errorf("%s, %q: the missing sum is not said\n%s", over, test.part, svg)
			}
		}
	}
}

func TestStackedParts(t *testing.T) {
	pic, _ := several(t, Stacked, nil, "een", "700", "twee", "100", "drie", "400")
	var parts []box
	for i := range 3 {
		parts = append(parts, pic.painted(light.series[i])...)
	}
	if len(parts) != 3 || parts[0].y0 <= parts[1].y1 || parts[1].y0 <= parts[2].y1 {
		t.Errorf("the parts stand at %v", parts)
	}
}

func TestMultiplesAreRanked(t *testing.T) {
	pic, _ := several(t, Multiples, nil,
		"laag", "90 10 20", "geen", "x c x", "hoog", "10 20 80", "vroeg", "10 50 x")
	at := func(s string) int { return pic.text(t, s).x0 }
	if order := []int{at("hoog"), at("vroeg"), at("laag"), at("geen")}; !slices.IsSorted(order) {
		t.Errorf("the panels stand at %v", order)
	}
	pic.text(t, "50 (apr 22)")
}

func TestPyramidStandsOnTheYoungest(t *testing.T) {
	pic, _ := several(t, Pyramid, func(c *Chart) { c.Categories[0].Name, c.Categories[1].Name = "jong", "oud" },
		"links", "10 20", "rechts", "20 c")
	if young, old := pic.text(t, "jong"), pic.text(t, "oud"); young.y0 <= old.y0 {
		t.Errorf("jong stands at %v, oud at %v", young, old)
	}
	left, right := pic.painted(light.series[0]), pic.painted(light.series[1])
	if len(left) != 3 || len(right) != 2 || left[0].x1 > right[1].x0 || abs(left[0].x1-left[0].x0-2*(left[1].x1-left[1].x0)) > 2 {
		t.Errorf("left %v, right %v", left, right)
	}
	pic.text(t, "[c] verborgen")
}

func TestDotsAreJoined(t *testing.T) {
	pic, svg := several(t, Dot, nil, "een", "10 20 x 1", "twee", "30 5 7 9>", "drie", "20 x 9 x")
	var ranges []int
	for _, m := range pic.marks {
		if m.stroke == light.quiet {
			ranges = append(ranges, m.bounds().x1-m.bounds().x0)
		}
	}
	// 10 to 30, 5 to 20, 7 to 9, all on one scale; nothing joins a bound.
	if len(ranges) != 3 || abs(ranges[0]*15/20-ranges[1]) > 9 || abs(ranges[0]*2/20-ranges[2]) > 9 {
		t.Errorf("the ranges are %v\n%s", ranges, svg)
	}
}

// TestHeatShapes: the key names what the grid shows, and no two states look alike
// without colour.
func TestHeatShapes(t *testing.T) {
	looks := map[string]Delivery{}
	for _, state := range []Delivery{NotDue, OnTime, Late, Missing, Expected} {
		svg := draw(t, Heat, "1", func(c *Chart) { c.Rows = []HeatRow{{Name: "R", Cells: []Delivery{state}}} })
		_, drawn, _ := strings.Cut(svg, `stroke="`+light.grid+`"/>`)
		if other, ok := looks[drawn]; ok {
			t.Errorf("the states %d and %d look alike", state, other)
		}
		if !strings.Contains(drawn, "<path") {
			t.Errorf("state %d is not drawn", state)
		}
		looks[drawn] = state
		word := map[Delivery]string{NotDue: "niet verwacht", OnTime: "op tijd", Late: "laat", Missing: "ontbreekt", Expected: "nog te leveren"}[state]
		pic := read(t, []byte(svg))
		if pic.text(t, word); len(pic.texts) != 5 { // title, key, month, year, row
			t.Errorf("state %d has %d texts", state, len(pic.texts))
		}
	}
}

// TestHeatNames: a narrow grid of a year breaks names between words.
func TestHeatNames(t *testing.T) {
	names := []string{"FÖP Sozialeingliederung", "Programmierungsdienst", "Flämische Integrationsagentur", "Statbel"}
	c := &Chart{Kind: Heat, Locale: language(t, "de"), Title: "T", Description: "D", Periods: months(t, "2023-01", 12)}
	for _, name := range names {
		c.Rows = append(c.Rows, deliveriesOf(name, "oxoxoxoxoxox"))
	}
	pic := read(t, c.Draw().SVG(Frame{Narrow: true}))
	pic.check(t, Heat)
	for _, name := range names {
		for word := range strings.FieldsSeq(name) {
			if !slices.ContainsFunc(pic.texts, func(s shown) bool { return slices.Contains(strings.Fields(s.s), word) }) {
				t.Errorf("%s is broken", word)
			}
		}
	}
	if cells := pic.painted(light.series[0]); len(cells) == 0 || cells[len(cells)-1].x1 > pic.plot.x1 {
		t.Errorf("the cells stand at %v", cells)
	}
}

// TestHeatMonths: a narrow grid of a year says which month is which.
func TestHeatMonths(t *testing.T) {
	c := &Chart{Kind: Heat, Locale: language(t, "de"), Title: "T", Description: "D", Periods: months(t, "2022-01", 12),
		Rows: []HeatRow{deliveriesOf("FÖP Sozialeingliederung", "oooooooooooo")}}
	pic := read(t, c.Draw().SVG(Frame{Narrow: true}))
	var got string
	for _, s := range pic.plotTexts() {
		if letter, _, _ := strings.Cut(s, " "); len(letter) == 1 {
			got += letter
		}
	}
	if want := "AADFJJJMMNOS"; got != want {
		t.Errorf("the months are %q, want %q in any order", got, want)
	}
}

func TestTiles(t *testing.T) {
	pic, svg := several(t, TileMap, func(c *Chart) {
		for i, name := range []string{"A", "B", "C", "D"} {
			c.Categories[i].Name, c.Categories[i].Tile.Short = name+"-gebied", name
		}
	}, "", "120 980 x 1040")
	if a, b, c := pic.text(t, "D-gebied"), pic.text(t, "B-gebied"), pic.text(t, "A-gebied"); a.y0 >= b.y0 || b.y0 >= c.y0 {
		t.Errorf("the bars are not ranked: %v %v %v", a, b, c)
	}
	for _, s := range []string{"A", "B", "C", "D", "120", "980", "[x]", "1.040", "≥ 500", "< 500", "C-gebied: [x] geen cijfer"} {
		pic.text(t, s)
	}
	if got := strings.Count(svg, `fill="`+light.tint+`"`); got != 2 {
		t.Errorf("%d groups of the lower class, with that of the key", got)
	}
}

func TestClasses(t *testing.T) {
	for _, test := range []struct{ values, split string }{
		{"1116 1104 1089 872 847", "1000"}, {"1 2", "2"}, {"5 5 5", ""}, {"7", ""}, {"x c", ""},
		{"1 1 1 9", "5"}, {"0.2 0.31 0.36 0.4", "0.35"}, {"-20 -3 4 50", "0"}, {"10 20 900000> 30~", "20"},
	} {
		split, ok := classes(series(t, "", test.values).Points)
		if got := split.String(); ok != (test.split != "") || ok && got != test.split {
			t.Errorf("%s: %s, %v, want %q", test.values, got, ok, test.split)
		}
	}
}

// TestDates: a point stands where its day lies between the ends of the axis, and
// nothing joins it.
func TestDates(t *testing.T) {
	svg := draw(t, Line, "1 1 1", func(c *Chart) {
		c.Dated, c.Periods = true, months(t, "2022-01", 12)
		for i, date := range []string{"2022-01-01", "2022-07-02", "2022-12-31"} {
			c.Series[0].Points[i].At = at(t, date)
		}
	})
	pic := read(t, []byte(svg))
	var x []int
	for _, m := range pic.marks {
		if len(m.at) == 2 && m.at[0] == m.at[1] {
			x = append(x, m.at[0][0])
		}
	}
	slices.Sort(x)
	if len(pic.courses()) != 0 || len(x) != 3 || abs((x[0]+x[2])/2-x[1]) > 1 {
		t.Errorf("the points stand at %v\n%s", x, svg)
	}
}

// TestCalendar gives every day the same width.
func TestCalendar(t *testing.T) {
	c := &Chart{Periods: months(t, "2022-02", 2)}
	k := c.calendar(0, 590)
	for day, want := range map[string]int{"2022-02-01": 5, "2022-02-28": 275, "2022-03-01": 285, "2022-03-31": 585} {
		if got := k.middle(at(t, day)); got != want {
			t.Errorf("%s stands at %d, want %d", day, got, want)
		}
	}
	if got := k.middle(period.MonthOf(2022, 2)); got != 140 {
		t.Errorf("February stands at %d", got)
	}
}

// TestReferences: the line is at its value on the scale of the data, and its label
// is never left out.
func TestReferences(t *testing.T) {
	reference := func(c *Chart) { c.References = []Reference{{50 * one, "Drempel"}, {90 * one, "Plafond"}} }
	for kind := range Kind(len(kinds)) {
		if !kinds[kind].references {
			continue
		}
		for _, over := range []string{"periods", "categories"} {
			svg := draw(t, kind, "100 80 100 100 0", reference, func(c *Chart) {
				if c.traits().axis == overEither && over == "categories" {
					c.Periods = nil
				}
			})
			for _, want := range []string{"Drempel: 50", "Plafond: 90", `stroke-width="1.5"`} {
				if !strings.Contains(svg, want) {
					t.Errorf("kind %d over %s lacks %s\n%s", kind, over, want, svg)
				}
			}
		}
	}
	pic := read(t, []byte(draw(t, Column, "100 0", reference)))
	var at []int
	for _, m := range pic.marks {
		if m.width == 15 {
			at = append(at, m.at[0][1])
		}
	}
	column := pic.bars()[0]
	if want := column.y1 - (column.y1-column.y0)/2; len(at) != 2 || abs(at[0]-want) > 2 {
		t.Errorf("lines at %v, want the first at %d", at, want)
	}
}

// TestRoundest finds the number with the fewest figures.
func TestRoundest(t *testing.T) {
	parse := func(s string) number.Decimal {
		d, err := number.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	var got []string
	for _, pair := range [][2]string{{"872", "1089"}, {"0", "1"}, {"499", "500"}, {"99.5", "100.2"}, {"-3", "-1"}, {"41", "44"}} {
		got = append(got, roundest(parse(pair[0]), parse(pair[1])).String())
	}
	if diff := cmp.Diff([]string{"1000", "1", "500", "100", "-1", "44"}, got); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}
