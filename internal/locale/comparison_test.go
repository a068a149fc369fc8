package locale

import (
	"math"
	"strings"
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"
)

func TestPercentageNeedsABaseOfThirty(t *testing.T) {
	for _, c := range []struct {
		now, base string
		measure   Measure
		want      bool
	}{
		{"33", "30", Count, true},
		{"33", "29", Count, false},
		{"33", "29.999999", Amount, false},
		{"33", "0", Count, false},
		{"33", "-100", Amount, false},
		{"0", "30", Count, true},
		{"45", "40", Share, false},
	} {
		for _, l := range locales {
			text := l.Change(Comparison{Now: dec(t, c.now), Base: dec(t, c.base), Measure: c.measure, Unit: Noun{"1", "2"}})
			change, _, _ := strings.Cut(text, l.fillBase(t, c.base, c.measure))
			if got := strings.Contains(change, "%"); got != c.want {
				t.Errorf("%s: from %s to %s: %q", l.code, c.base, c.now, text)
			}
		}
	}
}

// fillBase is the part of a change that names the base, per cent sign included.
func (l *Locale) fillBase(t *testing.T, base string, m Measure) string {
	text := l.Number(dec(t, base), 0)
	if m == Share {
		text = l.Percent(dec(t, base), 0)
	}
	return fill(l.w.change.base, "base", text)
}

// TestDifferenceIsRoundedOnce: 12.34 and 12.26 are both printed as 12,3, but
// they differ by 0,08.
func TestDifferenceIsRoundedOnce(t *testing.T) {
	l := in(t, "nl")
	c := Comparison{Now: dec(t, "12.34"), Base: dec(t, "12.26"), Decimals: 1, Measure: Share, BasePeriod: per(t, "2022-07")}
	if got, want := l.Trend(c), "0,1 procentpunt hoger dan in juli 2022."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := l.Change(c), "+0,1 procentpunt (basis 12,3% in juli 2022)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	l := in(t, "nl")
	far := Comparison{Now: math.MaxInt64, Base: -1, BasePeriod: per(t, "2022-07")}
	if got := l.Trend(far); got != "Niet vergelijkbaar." {
		t.Errorf("%q", got)
	}
	if got := l.Change(far); got != "niet vergelijkbaar" {
		t.Errorf("%q", got)
	}
	if got := l.Trend(Comparison{Now: 1, BasePeriod: period.Period{}}); got != "Niet vergelijkbaar." {
		t.Errorf("%q", got)
	}
}

// FuzzComparison: whatever the numbers, a sentence is complete and the two
// forms point the same way.
func FuzzComparison(f *testing.F) {
	f.Add(int64(3_111_000_000), int64(3_156_000_000), 0, uint8(0), false, false)
	f.Add(int64(12_400_000), int64(17_600_000), 1, uint8(2), true, false)
	f.Add(int64(math.MinInt64), int64(math.MaxInt64), -3, uint8(1), false, true)
	f.Add(int64(math.MinInt64), int64(0), 9, uint8(7), true, true)
	month, err := period.Parse("2022-07")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, now, base int64, decimals int, measure uint8, gap, about bool) {
		c := Comparison{number.Decimal(now), number.Decimal(base), decimals, Measure(measure), Noun{"x", "xx"}, month, gap, about}
		for _, l := range locales {
			trend, change := l.Trend(c), l.Change(c)
			if !strings.HasSuffix(trend, ".") || strings.Contains(trend, "  ") || strings.ContainsAny(trend+change, "{}") {
				t.Errorf("%s: %+v: %q, %q", l.code, c, trend, change)
			}
			if percent, ok := l.ChangeInPercent(c); ok != strings.Contains(change, "%") && c.Measure != Share || ok && !strings.Contains(change, percent) {
				t.Errorf("%s: %+v: %q and %q", l.code, c, change, percent)
			}
			if strings.Contains(trend, minusSign) {
				t.Errorf("%s: a sentence with a minus sign: %q", l.code, trend)
			}
		}
	})
}
