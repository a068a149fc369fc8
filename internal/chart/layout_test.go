package chart

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ronde/internal/locale"
	"ronde/internal/number"
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

// anyChart makes a chart that Validate accepts, of any shape a site may have.
func anyChart(t testing.TB, r *rand.Rand) *Chart {
	languages := locale.Languages()
	c := &Chart{
		Kind: Line + Kind(r.IntN(3)), Locale: language(t, languages[r.IntN(len(languages))]),
		Title: words(r, 12), Subtitle: words(r, 18), Description: words(r, 9), Unit: words(r, 3), Source: words(r, 25),
		Decimals: r.IntN(3), FreeScale: r.IntN(4) == 0,
	}
	for range r.IntN(3) {
		c.Notes = append(c.Notes, words(r, 20))
	}
	n := 1 + r.IntN(40)
	most := 4
	switch c.Kind {
	case Column:
		most, c.FreeScale = 1, false
	case Bar:
		most, c.FreeScale = 2, false
		n = 1 + r.IntN(14)
	}
	if r.IntN(3) == 0 {
		n = 1 + r.IntN(13)
	}
	first := []string{"2022-03", "2021-11", "2022-01", "2019", "2020-Q3", "2022-W50", "2022-12-28", "2022-03-10/2022-08-01"}[r.IntN(8)]
	if c.Kind == Bar {
		for range n {
			c.Categories = append(c.Categories, Category{words(r, 3), []string{"", words(r, 2)}[r.IntN(2)]})
		}
	} else {
		c.Periods = months(t, first, n)
	}
	size := []number.Decimal{one / 100, one, 30 * one, 900 * one, 80_000 * one, 12_000_000 * one}[r.IntN(6)]
	trend := r.IntN(4)
	missing, flagged := []int{0, 3, 12, 60}[r.IntN(4)], []int{0, 5, 40}[r.IntN(3)]
	negative := r.IntN(3) == 0
	for range 1 + r.IntN(most) {
		s := Series{Name: words(r, 4)}
		level := number.Decimal(r.Int64N(int64(size) + 1))
		for i := range n {
			v := number.Decimal(r.Int64N(int64(size) + 1))
			switch trend {
			case 0:
				v = level + v/20
			case 1:
				v = size * number.Decimal(i+1) / number.Decimal(n)
			case 2:
				v = size / number.Decimal(1+i*i)
			}
			if negative && r.IntN(3) == 0 {
				v = -v / 2
			}
			pt := Point{State: Present, Value: v}
			if r.IntN(100) < missing {
				pt = Point{State: State(r.IntN(int(Present)))}
			} else if r.IntN(100) < flagged {
				pt.Estimated, pt.Reconstructed = r.IntN(3) == 0, r.IntN(4) == 0
				pt.Provisional = r.IntN(2) == 0
				pt.Qualifier = []locale.Qualifier{"", "", locale.About, locale.Lower, locale.Upper}[r.IntN(5)]
			}
			s.Points = append(s.Points, pt)
		}
		if last := &s.Points[n-1]; r.IntN(2) == 0 && last.State == Present {
			last.Provisional = true
		}
		c.Series = append(c.Series, s)
	}
	if c.Kind != Bar && n > 1 {
		for range r.IntN(3) {
			c.Breaks = append(c.Breaks, Break{At: c.Periods[1+r.IntN(n-1)], Note: words(r, 8)})
		}
		for range r.IntN(maxEvents + 1) {
			c.Events = append(c.Events, Event{c.Periods[r.IntN(n)], strings.TrimSpace(string([]rune(words(r, 2) + strings.Repeat(" ", maxEventRunes))[:maxEventRunes]))})
		}
	}
	return c
}

// TestLayout holds for any chart: with every text 8 % wider than Arial no two
// texts meet, none leaves its frame, and every series is named.
func TestLayout(t *testing.T) {
	for seed := range uint64(300) {
		c := anyChart(t, rand.New(rand.NewPCG(seed, 1)))
		for _, narrow := range []bool{false, true} {
			t.Run(fmt.Sprintf("%d/%v", seed, narrow), func(t *testing.T) {
				for _, problem := range c.Validate() {
					t.Error(problem)
				}
				data := c.SVG(Frame{Narrow: narrow})
				pic := read(t, data)
				pic.check(t)
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
