package locale

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"ronde/internal/number"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		d              string
		decimals       int
		nl, fr, de, en string
	}{
		{"0", 0, "0", "0", "0", "0"},
		{"999", 0, "999", "999", "999", "999"},
		{"1000", 0, "1.000", "1\u202f000", "1.000", "1,000"},
		{"1234567.5", 1, "1.234.567,5", "1\u202f234\u202f567,5", "1.234.567,5", "1,234,567.5"},
		{"-3156", 0, "−3.156", "−3\u202f156", "−3.156", "−3,156"},
		{"2.5", 2, "2,50", "2,50", "2,50", "2.50"},
		{"2.5", 0, "3", "3", "3", "3"},
		{"-2.5", 0, "−3", "−3", "−3", "−3"},
		{"-0.4", 0, "0", "0", "0", "0"},
		{"-0.04", 1, "0,0", "0,0", "0,0", "0.0"},
		{"999.95", 1, "1.000,0", "1\u202f000,0", "1.000,0", "1,000.0"},
		{"2", -1, "2", "2", "2", "2"},
		{"0.1", 99, "0,100000", "0,100000", "0,100000", "0.100000"},
		{"999999999999.999999", 6, "999.999.999.999,999999", "999\u202f999\u202f999\u202f999,999999", "999.999.999.999,999999", "999,999,999,999.999999"},
	} {
		for code, want := range map[string]string{"nl": c.nl, "fr": c.fr, "de": c.de, "en": c.en} {
			if got := in(t, code).Number(dec(t, c.d), c.decimals); got != want {
				t.Errorf("%s: Number(%s, %d) = %+q, want %+q", code, c.d, c.decimals, got, want)
			}
		}
	}
	if got := in(t, "en").Number(math.MinInt64, 6); got != "−9,223,372,036,854.775808" {
		t.Errorf("the least Decimal is %s", got)
	}
}

// TestNumberIsReadBack undoes the formatting and must find the rounded value.
func TestNumberIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		d := number.Decimal(r.Uint64()>>(4+r.IntN(60))) * number.Decimal(1-2*r.IntN(2))
		if d >= 1e18 || d <= -1e18 {
			continue
		}
		decimals := r.IntN(7)
		for _, l := range locales {
			text := l.Number(d, decimals)
			plain := strings.NewReplacer(l.w.group, "", l.w.point, ".", "−", "-").Replace(text)
			if got, err := number.Parse(plain); err != nil || got != d.Round(decimals) {
				t.Fatalf("%s: Number(%s, %d) = %q, read back as %v, %v", l.code, d, decimals, text, got, err)
			}
			if _, fraction, _ := strings.Cut(plain, "."); len(fraction) != decimals {
				t.Fatalf("%s: Number(%s, %d) = %q", l.code, d, decimals, text)
			}
		}
	}
}

func TestSignsAndUnits(t *testing.T) {
	for _, c := range []struct{ what, code, got, want string }{
		{"signed", "nl", in(t, "nl").Signed(dec(t, "45"), 0), "+45"},
		{"signed", "nl", in(t, "nl").Signed(dec(t, "-45"), 0), "−45"},
		{"signed", "nl", in(t, "nl").Signed(0, 0), "0"},
		{"signed", "nl", in(t, "nl").Signed(dec(t, "0.4"), 0), "0"},
		{"signed", "nl", in(t, "nl").Signed(dec(t, "0.4"), -5), "0"},
		{"signed", "fr", in(t, "fr").Signed(dec(t, "1037"), 0), "+1\u202f037"},
		{"per cent", "nl", in(t, "nl").Percent(dec(t, "12.3"), 1), "12,3%"},
		{"per cent", "fr", in(t, "fr").Percent(dec(t, "12.3"), 1), "12,3\u00a0%"},
		{"per cent", "de", in(t, "de").Percent(dec(t, "12.3"), 1), "12,3\u00a0%"},
		{"per cent", "en", in(t, "en").Percent(dec(t, "12.3"), 1), "12.3%"},
		{"signed per cent", "de", in(t, "de").SignedPercent(dec(t, "-1.4"), 1), "−1,4\u00a0%"},
		{"signed per cent", "en", in(t, "en").SignedPercent(dec(t, "1.4"), 1), "+1.4%"},
		{"points", "nl", in(t, "nl").PercentagePoints(dec(t, "5"), 0), "5 procentpunt"},
		{"points", "fr", in(t, "fr").PercentagePoints(dec(t, "1.9"), 1), "1,9 point de pourcentage"},
		{"points", "fr", in(t, "fr").PercentagePoints(dec(t, "2"), 1), "2,0 points de pourcentage"},
		{"points", "de", in(t, "de").PercentagePoints(dec(t, "1"), 0), "1 Prozentpunkt"},
		{"points", "de", in(t, "de").PercentagePoints(dec(t, "-5"), 0), "−5 Prozentpunkte"},
		{"signed points", "en", in(t, "en").SignedPercentagePoints(dec(t, "1"), 0), "+1 percentage point"},
		{"signed points", "en", in(t, "en").SignedPercentagePoints(dec(t, "1"), 1), "+1.0 percentage points"},
		{"spoken", "nl", in(t, "nl").Spoken("−45 (−1,4%)"), "min 45 (min 1,4%)"},
		{"spoken", "fr", in(t, "fr").Spoken("−45"), "moins 45"},
		{"spoken", "en", in(t, "en").Spoken("45"), "45"},
	} {
		if c.got != c.want {
			t.Errorf("%s, %s: %+q, want %+q", c.what, c.code, c.got, c.want)
		}
	}
}

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		d             string
		decimals      int
		french, other PluralForm
	}{
		{"0", 0, One, Other},
		{"1", 0, One, One},
		{"-1", 0, One, One},
		{"1", 1, One, Other},
		{"1.4", 0, One, One}, // the printed number is 1
		{"1.5", 0, Other, Other},
		{"1.5", 1, One, Other},
		{"1.999999", 6, One, Other},
		{"0.5", 1, One, Other},
		{"2", 0, Other, Other},
		{"11", 0, Other, Other},
		{"101", 0, Other, Other},
		{"1000000", 0, Other, Other},
		{"10000000", 0, Other, Other},
		{"10000001", 0, Other, Other},
		{"999999999999", 0, Other, Other},
	} {
		for _, l := range locales {
			want := c.other
			if l.code == "fr" {
				want = c.french
			}
			if got := l.Plural(dec(t, c.d), c.decimals); got != want {
				t.Errorf("%s: Plural(%s, %d) = %d", l.code, c.d, c.decimals, got)
			}
		}
	}
}
