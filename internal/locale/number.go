package locale

import (
	"strings"

	"golang.org/x/text/feature/plural"

	"ronde/internal/number"
)

const minusSign = "\u2212"

// Number writes d rounded to the given number of decimals (0 to 6; others are
// taken as the nearer end), all of them printed: 3.156 or 2,50. What rounds to
// zero has no sign.
func (l *Locale) Number(d number.Decimal, decimals int) string {
	decimals = clamp(decimals)
	d = d.Round(decimals)
	digits, negative := strings.CutPrefix(d.String(), "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if negative {
		b.WriteString(minusSign)
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.w.group)
		}
		b.WriteRune(digit)
	}
	if decimals > 0 {
		b.WriteString(l.w.point)
		b.WriteString(fraction)
		b.WriteString(strings.Repeat("0", max(decimals-len(fraction), 0)))
	}
	return b.String()
}

// Signed is Number with a plus sign before what is above zero after rounding:
// +45, −45, 0.
func (l *Locale) Signed(d number.Decimal, decimals int) string {
	text := l.Number(d, decimals)
	if d.Round(clamp(decimals)) > 0 {
		return "+" + text
	}
	return text
}

// Percent writes d, which counts hundredths, with the per cent sign: the
// Decimal 12.3 is 12,3%.
func (l *Locale) Percent(d number.Decimal, decimals int) string {
	return l.Number(d, decimals) + l.w.percent
}

// SignedPercent is Percent with a plus sign before what is above zero: +1,4%.
func (l *Locale) SignedPercent(d number.Decimal, decimals int) string {
	return l.Signed(d, decimals) + l.w.percent
}

// PercentagePoints writes the difference of two percentages, which is never
// called a percentage: 5 procentpunt.
func (l *Locale) PercentagePoints(d number.Decimal, decimals int) string {
	return l.Number(d, decimals) + " " + l.noun(l.w.percentagePoint, d, decimals)
}

// SignedPercentagePoints is PercentagePoints with a plus sign before what is
// above zero: +5 procentpunt.
func (l *Locale) SignedPercentagePoints(d number.Decimal, decimals int) string {
	return l.Signed(d, decimals) + " " + l.noun(l.w.percentagePoint, d, decimals)
}

// MinusWord is how a screen reader should say the minus sign.
func (l *Locale) MinusWord() string { return l.w.minus }

// Spoken gives a printed number in the form that is read aloud, with the word
// for the minus sign, which many screen readers pass over.
func (l *Locale) Spoken(printed string) string {
	return strings.ReplaceAll(printed, minusSign, l.w.minus+" ")
}

// A PluralForm is the form of a noun that a number asks for. The four
// languages have these two.
type PluralForm uint8

// The forms: Other is the plural, and the form of the zero value.
const (
	Other PluralForm = iota
	One
)

// A Noun is a unit or another counted thing: person, persons.
type Noun struct {
	One, Other string
}

// Plural gives the form that goes with d as Number prints it, by the cardinal
// rules of CLDR: "1" is One everywhere, "1,0" and "0" only in French, where
// everything below two is singular. The sign does not count.
func (l *Locale) Plural(d number.Decimal, decimals int) PluralForm {
	decimals = clamp(decimals)
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(d.Round(decimals).String(), "-"), ".")
	visible := fraction + strings.Repeat("0", max(decimals-len(fraction), 0))
	// The operands n, v, w, f, t of Unicode Technical Standard 35.
	form := plural.Cardinal.MatchPlural(l.tag, small(whole), decimals, len(fraction), small(visible), small(fraction))
	if form == plural.One {
		return One
	}
	return Other
}

func (l *Locale) noun(n Noun, d number.Decimal, decimals int) string {
	if l.Plural(d, decimals) == One {
		return n.One
	}
	return n.Other
}

func clamp(decimals int) int { return min(max(decimals, 0), number.Places) }

// small gives digits as an operand of a plural rule. The rules look at small
// values and at the last digits, so a long number keeps its last six behind a
// one. Its value modulo ten million, which x/text says is enough, would make
// 10 000 001 a singular.
func small(digits string) (n int) {
	for _, r := range digits {
		n = n*10 + int(r-'0')
		if n >= 2_000_000 {
			n = n%1_000_000 + 1_000_000
		}
	}
	return n
}
