package chart

import (
	"strings"
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"

	"github.com/google/go-cmp/cmp"
)

func TestValidate(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Chart)
		want   []Problem
	}{
		{"good", func(*Chart) {}, nil},
		{"kind", func(c *Chart) { c.Kind = 0 }, []Problem{{Rule: UnknownKind}}},
		{"texts", func(c *Chart) { c.Locale, c.Title, c.Description = nil, "", "" },
			[]Problem{{Rule: NoLocale}, {Rule: NoTitle}, {Rule: NoDescription}}},
		{"nothing", func(c *Chart) { c.Periods, c.Series = nil, nil }, []Problem{{Rule: NoAxis}, {Rule: NoSeries}}},
		{"five lines", func(c *Chart) {
			for range 4 {
				c.Series = append(c.Series, series(t, "A", "1 2 3 4"))
			}
		}, []Problem{{Rule: TooManySeries, Count: 5, Limit: 4}}},
		{"two columns", func(c *Chart) { c.Kind = Column; c.Series = append(c.Series, series(t, "", "1 2 3 4")) },
			[]Problem{{Rule: TooManySeries, Count: 2, Limit: 1}, {Rule: UnnamedSeries, Index: 1}}},
		{"length", func(c *Chart) { c.Series[0].Points = c.Series[0].Points[:3] },
			[]Problem{{Rule: LengthMismatch, Count: 3, Limit: 4}}},
		{"columns not from zero", func(c *Chart) { c.Kind, c.FreeScale = Column, true }, []Problem{{Rule: NotFromZero}}},
		{"lines not from zero", func(c *Chart) { c.FreeScale = true }, nil},
		{"a month is skipped", func(c *Chart) { c.Periods[3] = at(t, "2022-08") }, []Problem{{Rule: MonthsMissing, Index: 3}}},
		{"disorder", func(c *Chart) { c.Periods[1] = at(t, "2022-01") },
			[]Problem{{Rule: PeriodsDisordered, Index: 1}, {Rule: MonthsMissing, Index: 2}}},
		{"break at the start", func(c *Chart) { c.Breaks = []Break{{At: c.Periods[0]}} }, []Problem{{Rule: BreakOutsideAxis}}},
		{"events", func(c *Chart) {
			c.Events = []Event{{c.Periods[0], ""}, {c.Periods[0], strings.Repeat("é", 37)}, {period.Period{}, ""}, {c.Periods[3], ""}}
		}, []Problem{{Rule: TooManyEvents, Count: 4, Limit: 3}, {Rule: EventLabelTooLong, Index: 1, Count: 37, Limit: 36}, {Rule: EventOutsideAxis, Index: 2}}},
		{"decimals", func(c *Chart) { c.Decimals = 7 }, []Problem{{Rule: DecimalsOutOfRange, Count: 7, Limit: 6}}},
		{"an area not from zero", func(c *Chart) { c.Kind, c.FreeScale = Area, true }, []Problem{{Rule: NotFromZero}}},
		{"a group of one", func(c *Chart) { c.Kind = Grouped }, []Problem{{Rule: TooFewSeries, Count: 1, Limit: 2}}},
		{"grouped categories", func(c *Chart) {
			c.Kind, c.Periods, c.Categories = Grouped, nil, make([]Category, 4)
			c.Series = append(c.Series, series(t, "B", "1 2 3 4"))
		}, nil},
		{"grouped categories have no events", func(c *Chart) {
			c.Kind, c.Categories = Grouped, make([]Category, 4)
			c.Series = append(c.Series, series(t, "B", "1 2 3 4"))
			c.Events, c.Breaks, c.Periods = []Event{{At: c.Periods[1]}}, []Break{{At: c.Periods[1]}}, nil
		}, []Problem{{Rule: BreakOutsideAxis}, {Rule: EventOutsideAxis}}},
		{"references", func(c *Chart) {
			c.References = []Reference{{Label: "a"}, {Label: ""}, {Label: strings.Repeat("é", 37)}}
		}, []Problem{{Rule: TooManyReferences, Count: 3, Limit: 2}, {Rule: ReferenceUnnamed, Index: 1}, {Rule: ReferenceTooLong, Index: 2, Count: 37, Limit: 36}}},
		{"references of a sparkline", func(c *Chart) { c.Kind, c.References = Sparkline, []Reference{{Label: "a"}} },
			[]Problem{{Rule: ReferenceOutOfPlace}}},
		{"dated", func(c *Chart) { dateAt(t, c, "2022-03-01", "2022-03-31", "2022-06-30") }, nil},
		{"dated, before the axis", func(c *Chart) { dateAt(t, c, "2022-02-28", "2022-03-31") }, []Problem{{Rule: DateOutsideAxis}}},
		{"dated, after the axis", func(c *Chart) { dateAt(t, c, "2022-03-01", "2022-07-01") }, []Problem{{Rule: DateOutsideAxis}}},
		{"dated, without a date", func(c *Chart) { c.Dated = true }, []Problem{{Rule: DateOutsideAxis}}},
		{"dated, disordered", func(c *Chart) { dateAt(t, c, "2022-03-31", "2022-03-31") }, []Problem{{Rule: DatesDisordered}}},
		{"dated columns", func(c *Chart) { c.Kind = Column; dateAt(t, c, "2022-03-31") }, []Problem{{Rule: NotDatedKind}}},
		{"dated over years", func(c *Chart) { c.Periods = months(t, "2022", 2); dateAt(t, c, "2022-03-31") }, []Problem{{Rule: DatedAxisNotMonths}}},
		{"thirteen multiples", func(c *Chart) {
			c.Kind = Multiples
			for range 12 {
				c.Series = append(c.Series, series(t, "A", "1 2 3 4"))
			}
		}, []Problem{{Rule: TooManySeries, Count: 13, Limit: 12}}},
		{"a stack of one, negative", func(c *Chart) { c.Kind = Stacked; c.Series[0] = series(t, "A", "1 2 -3 -4") },
			[]Problem{{Rule: TooFewSeries, Count: 1, Limit: 2}, {Rule: NegativePart}}},
		{"a pyramid of three", func(c *Chart) {
			c.Kind, c.Categories = Pyramid, make([]Category, 4)
			c.Series = []Series{series(t, "A", "1 2 3 4"), series(t, "B", "1 2 3 4"), series(t, "C", "1 2 3 4")}
		}, []Problem{{Rule: TooManySeries, Count: 3, Limit: 2}}},
		{"a pyramid has no references", func(c *Chart) {
			c.Kind, c.Categories, c.References = Pyramid, make([]Category, 4), []Reference{{Label: "a"}}
			c.Series = append(c.Series, series(t, "B", "1 2 3 4"))
		}, []Problem{{Rule: ReferenceOutOfPlace}}},
		{"dots not from zero", func(c *Chart) { c.Kind, c.FreeScale, c.Categories = Dot, true, make([]Category, 4) }, nil},
		{"heat", func(c *Chart) {
			c.Kind, c.Series = Heat, nil
			c.Rows = []HeatRow{{Name: "A", Cells: make([]Delivery, 4)}, {Cells: make([]Delivery, 3)}}
		}, []Problem{{Rule: UnnamedSeries, Index: 1}, {Rule: LengthMismatch, Index: 1, Count: 3, Limit: 4}}},
		{"heat of nothing", func(c *Chart) { c.Kind, c.Series = Heat, nil }, []Problem{{Rule: NoSeries}}},
		{"a crowd of columns", func(c *Chart) {
			c.Kind, c.Periods = Grouped, months(t, "2022-03", 37)
			c.Series = []Series{{"A", make([]Point, 37)}, {"B", make([]Point, 37)}}
		}, []Problem{{Rule: TooCrowded, Count: 74, Limit: 72}}},
		{"a crowd of deliveries", func(c *Chart) {
			c.Kind, c.Periods, c.Series, c.Rows = Heat, months(t, "2022-03", 301), nil, []HeatRow{{Name: "A", Cells: make([]Delivery, 301)}}
		}, []Problem{{Rule: TooCrowded, Count: 301, Limit: 300}}},
		{"tiles", func(c *Chart) {
			c.Kind = TileMap
			c.Categories = []Category{{Tile: &Tile{1, 1, "A"}}, {Tile: &Tile{1, 1, "B"}}, {Tile: &Tile{0, 9, "LANGE"}}, {}}
		}, []Problem{{Rule: TilesMeet, Index: 1}, {Rule: TileOutOfRange, Index: 2, Count: 9, Limit: 8},
			{Rule: TileNameTooLong, Index: 2, Count: 5, Limit: 4}, {Rule: NoTile, Index: 3}}},
	}
	for _, test := range tests {
		c := &Chart{Kind: Line, Locale: language(t, "nl"), Title: "T", Description: "D",
			Periods: months(t, "2022-03", 4), Series: []Series{series(t, "A", "1 2 3 4")}}
		test.change(c)
		if diff := cmp.Diff(test.want, c.Validate()); diff != "" {
			t.Errorf("%s (−want +got):\n%s", test.name, diff)
		}
		for _, f := range frames {
			read(t, c.Draw().SVG(f.Frame)) // is drawn all the same
		}
	}
}

// dateAt gives the first series a point at each date.
func dateAt(t *testing.T, c *Chart, dates ...string) {
	c.Dated, c.Series[0].Points = true, nil
	for i, date := range dates {
		c.Series[0].Points = append(c.Series[0].Points, Point{State: Present, Value: one * number.Decimal(i+1), At: at(t, date)})
	}
}

// TestEveryRuleHasAText keeps the list of texts as long as the list of rules.
func TestEveryRuleHasAText(t *testing.T) {
	for r := UnknownKind; r <= DecimalsOutOfRange; r++ {
		if s := r.String(); s == "" || s == (DecimalsOutOfRange+1).String() {
			t.Errorf("rule %d has no text", r)
		}
	}
	got := Problem{Rule: TooManySeries, Count: 5, Limit: 4}.Error()
	if want := "too many series: 5 instead of 4"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
