package chart

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
)

var vocabulary = strings.Fields("personen bescherming tijdelijke Bénéficiaires hébergement Arbeitsvermittlung Deutschsprachige Gemeinschaft registered people with protection per 1\u00a0000 inwoners Vlaanderen Wallonie ≥ 18 ans Bildungseinrichtungen WMW")

func words(r *rand.Rand, most int) string {
	n := 1 + r.IntN(most)
	picked := make([]string, n)
	for i := range picked {
		picked[i] = vocabulary[r.IntN(len(vocabulary))]
	}
	return strings.Join(picked, " ")
}

// withText are the kinds that have a layout to test.
var withText = []Kind{Line, Column, Bar, Area, Grouped, Stacked, Multiples, Pyramid, Dot, Heat, TileMap}

// phrase gives words of at most some characters.
func phrase(r *rand.Rand, most int) string {
	s := []rune(words(r, 4))
	return strings.TrimSpace(string(s[:min(len(s), most)]))
}

// anyChart makes a chart that Validate accepts, of any shape a site may have.
func anyChart(t testing.TB, r *rand.Rand) *Chart {
	languages := locale.Languages()
	c := &Chart{
		Kind: withText[r.IntN(len(withText))], Locale: language(t, languages[r.IntN(len(languages))]),
		Title: words(r, 12), Subtitle: words(r, 18), Description: words(r, 9), Unit: words(r, 3), Source: words(r, 25),
		Decimals: r.IntN(3), FreeScale: r.IntN(4) == 0,
	}
	for range r.IntN(3) {
		c.Notes = append(c.Notes, words(r, 20))
	}
	k := c.traits()
	c.FreeScale = c.FreeScale && !k.fromZero
	n := 1 + r.IntN(40)
	if r.IntN(3) == 0 {
		n = 1 + r.IntN(13)
	}
	series, rows := k.least+r.IntN(k.most-k.least+1), 1+r.IntN(20)
	if c.Kind == Heat {
		series = rows
	}
	if k.marks > 0 {
		n = min(n, k.marks/series)
	}
	if k.axis == overCategories || k.axis == overEither && r.IntN(2) == 0 {
		n = min(n, 14)
		for range n {
			c.Categories = append(c.Categories, Category{Name: words(r, 3), Detail: []string{"", words(r, 2)}[r.IntN(2)]})
		}
		if c.Kind == TileMap {
			side := 1 + r.IntN(maxTileSide)
			c.Categories = c.Categories[:min(n, side*side)]
			for i, place := range r.Perm(side * side)[:len(c.Categories)] {
				c.Categories[i].Tile = &Tile{Column: 1 + place%side, Row: 1 + place/side, Short: phrase(r, maxTileRunes)}
			}
			n = len(c.Categories)
		}
	} else {
		first := []string{"2022-03", "2021-11", "2022-01", "2019", "2020-Q3", "2022-W50", "2022-12-28", "2022-03-10/2022-08-01"}[r.IntN(8)]
		c.Periods = months(t, first, n)
	}
	if c.Kind == Heat {
		for range rows {
			row := HeatRow{Name: words(r, 4), Detail: []string{"", "", words(r, 2)}[r.IntN(3)]}
			for range n {
				row.Cells = append(row.Cells, Delivery(r.IntN(deliveryStates)))
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	}
	v := anyValues(r)
	for range series {
		c.Series = append(c.Series, Series{Name: words(r, 4), Points: v.points(r, n)})
	}
	if c.Kind == Stacked || c.Kind == Pyramid {
		for _, s := range c.Series {
			for i := range s.Points {
				s.Points[i].Value = s.Points[i].Value.Abs()
			}
		}
	}
	if c.Kind == Line && len(c.Periods) > 0 && c.Periods[0].Kind() == period.Month && r.IntN(3) == 0 {
		c.Dated = true
		for i := range c.Series {
			c.Series[i].Points = v.points(r, 1+r.IntN(28))
			scatter(r, c, c.Series[i].Points)
		}
	}
	if !c.categorical() && n > 1 {
		for range r.IntN(3) {
			c.Breaks = append(c.Breaks, Break{At: c.Periods[1+r.IntN(n-1)], Note: words(r, 8)})
		}
		for range r.IntN(maxEvents + 1) {
			c.Events = append(c.Events, Event{c.Periods[r.IntN(n)], phrase(r, maxEventRunes)})
		}
	}
	if k.references && r.IntN(2) == 0 {
		for range 1 + r.IntN(maxReferences) {
			c.References = append(c.References, Reference{v.any(r), phrase(r, maxReferenceRunes)})
		}
	}
	return c
}

// scatter gives points ascending dates on the axis.
func scatter(r *rand.Rand, c *Chart, points []Point) {
	first, last := c.Periods[0].Start(), c.Periods[len(c.Periods)-1].End()
	days := r.Perm(int(last-first) + 1)[:len(points)]
	slices.Sort(days)
	for i, day := range days {
		points[i].At = period.DayOf(first + period.Date(day))
	}
}

// values is how the values of a chart run.
type values struct {
	size             number.Decimal
	trend            int
	missing, flagged int // in a hundred
	negative         bool
}

func anyValues(r *rand.Rand) values {
	return values{
		size:    []number.Decimal{one / 100, one, 30 * one, 900 * one, 80_000 * one, 12_000_000 * one}[r.IntN(6)],
		trend:   r.IntN(4),
		missing: []int{0, 3, 12, 60}[r.IntN(4)], flagged: []int{0, 5, 40}[r.IntN(3)],
		negative: r.IntN(3) == 0,
	}
}

func (v values) any(r *rand.Rand) number.Decimal { return number.Decimal(r.Int64N(int64(v.size) + 1)) }

// points makes a run of n points.
func (v values) points(r *rand.Rand, n int) []Point {
	var points []Point
	level := v.any(r)
	for i := range n {
		d := v.any(r)
		switch v.trend {
		case 0:
			d = level + d/20
		case 1:
			d = v.size * number.Decimal(i+1) / number.Decimal(n)
		case 2:
			d = v.size / number.Decimal(1+i*i)
		}
		if v.negative && r.IntN(3) == 0 {
			d = -d / 2
		}
		pt := Point{State: Present, Value: d}
		if r.IntN(100) < v.missing {
			pt = Point{State: State(r.IntN(int(Present)))}
		} else if r.IntN(100) < v.flagged {
			pt.Estimated, pt.Reconstructed = r.IntN(3) == 0, r.IntN(4) == 0
			pt.Provisional = r.IntN(2) == 0
			pt.Qualifier = []locale.Qualifier{"", "", locale.About, locale.Lower, locale.Upper}[r.IntN(5)]
		}
		points = append(points, pt)
	}
	if last := &points[n-1]; r.IntN(2) == 0 && last.State == Present {
		last.Provisional = true
	}
	return points
}

// TestYears labels an axis of any length by its years, and the rest of a first
// year only where that has room.
func TestYears(t *testing.T) {
	for _, test := range []struct {
		from string
		n    int
		want string
	}{
		{"2022-03", 1, "2022"},
		{"2022-01", 12, "2022"},
		{"2022-11", 14, "2022 2023"},
		{"2022-12", 61, "2023 2024 2025 2026 2027"},
		{"1990-11", 420, "1990 1995 2000 2005 2010 2015 2020 2025"},
		{"1991-01", 420, "1995 2000 2005 2010 2015 2020 2025"},
	} {
		svg := draw(t, Column, strings.Repeat("5 ", test.n), func(c *Chart) { c.Periods = months(t, test.from, test.n) })
		var years []string
		for _, s := range read(t, []byte(svg)).texts {
			if _, err := period.Parse(s.s); err == nil && len(s.s) == 4 {
				years = append(years, s.s)
			}
		}
		if got := strings.Join(years, " "); got != test.want {
			t.Errorf("%d months from %s: %s, want %s", test.n, test.from, got, test.want)
		}
	}
}

// TestLayout holds for any chart: with every text 8 % wider than Arial no two
// texts meet, none leaves its frame, and every series is named.
func TestLayout(t *testing.T) {
	seeds := [][2]uint64{{991, 77}, {1058, 77}, {1560, 77}, {1777, 77}, {1147, 201}, {1520, 401}, {1791, 401}, {599, 601}} // were drawn wrong once
	for i := range uint64(2000) {
		seeds = append(seeds, [2]uint64{i, 1})
	}
	for _, seed := range seeds {
		c := anyChart(t, rand.New(rand.NewPCG(seed[0], seed[1])))
		for _, narrow := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d/%d-%d/%v", c.Kind, seed[0], seed[1], narrow), func(t *testing.T) {
				for _, problem := range c.Validate() {
					t.Error(problem)
				}
				data := c.Draw().SVG(Frame{Narrow: narrow, Dark: seed[0]%2 == 1})
				pic := read(t, data)
				pic.check(t, c.Kind)
				all := ""
				for _, s := range pic.texts {
					all += strings.TrimSpace(s.s) + " "
				}
				for _, s := range c.Series {
					_, last := ends(s.Points)
					if last >= 0 && c.Kind == Line && !strings.Contains(all, s.Name) {
						t.Errorf("the series %q is not named", s.Name)
					}
				}
				if t.Failed() && testing.Verbose() {
					t.Logf("%s", data)
				}
			})
		}
	}
}
