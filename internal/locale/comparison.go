package locale

import (
	"ronde/internal/number"
	"ronde/internal/period"
)

// A Measure decides how a change is worded.
type Measure uint8

// The measures. A Count is of whole things, of which there are more or fewer:
// persons, files. An Amount rises or falls: euros, persons per 1 000. A Share
// is in per cent, and its change is in percentage points.
const (
	Count Measure = iota
	Amount
	Share
)

// A Comparison is a value and the earlier one it is compared with. Values with
// the qualifiers lower and upper are not compared; see NotComparable.
type Comparison struct {
	Now, Base  number.Decimal
	Decimals   int // of both values and of their difference
	Measure    Measure
	Unit       Noun          // goes with the number; not read for a Share
	BasePeriod period.Period // the period of Base
	// Gap says that BasePeriod is not the period that was to be expected but
	// the last one before it that has a value; the text then says so.
	Gap bool
	// About says that one of the values is approximate, and so the result.
	About bool
}

// basisForPercentages is the least base on which a percentage is printed. On
// fewer, one person more or less moves the result by more than three points.
const basisForPercentages = 30

// Trend says in a sentence without a subject how a key figure moved: "45
// personen minder dan in juli 2022." The difference is that of the exact
// values, rounded once, as in Change; when only that rounding makes it zero,
// the sentence says so. It states what happened and no more: no word for
// much or little, good or bad. A movement without its base means nothing:
// without a BasePeriod the sentence is that the values are not comparable.
func (l *Locale) Trend(c Comparison) string {
	difference, ok := c.Now.Sub(c.Base)
	if !ok || c.BasePeriod.IsZero() {
		return l.Capitalise(l.w.notComparable) + "."
	}
	return l.Capitalise(l.trend(c, difference))
}

func (l *Locale) trend(c Comparison, difference number.Decimal) string {
	w := &l.w.trend
	against := l.against(c.BasePeriod)
	if c.Gap {
		against = fill(w.againstAvailable, "period", l.Period(c.BasePeriod))
	}
	size := difference.Abs()
	switch {
	case size.Round(clamp(c.Decimals)) == 0 && c.About:
		return fill(w.unchangedAbout, "against", against)
	case size == 0:
		return fill(w.unchanged, "against", against)
	case size.Round(clamp(c.Decimals)) == 0:
		return fill(w.unchangedRounded, "against", against)
	}
	direction := &w.up
	if difference < 0 {
		direction = &w.down
	}
	amount, unit := l.Number(size, c.Decimals), l.noun(c.Unit, size, c.Decimals)
	if c.Measure == Share {
		unit = l.noun(l.w.percentagePoint, size, c.Decimals)
	}
	template := direction.amount.exact
	if c.About {
		template = direction.amount.about
	}
	if !c.Gap && c.Measure != Amount {
		pair := direction.count
		if c.Measure == Share {
			pair = direction.share
		}
		template = pair.exact
		if c.About {
			template = pair.about
		}
	}
	return fill(template, "number", amount, "unit", unit, "than", l.than(c.BasePeriod), "against", against)
}

// Change writes a difference with its base in brackets: "−45 (−1,4%; basis
// 3.156)", and with a BasePeriod "basis 3.156 in juli 2022". The percentage is
// left out when the base is under 30, which
// includes zero and negative bases, and for a Share, whose change is in
// percentage points.
func (l *Locale) Change(c Comparison) string {
	difference, ok := c.Now.Sub(c.Base)
	if !ok {
		return l.w.notComparable
	}
	change, base := l.Signed(difference, c.Decimals), l.Number(c.Base, c.Decimals)
	if c.Measure == Share {
		change, base = l.SignedPercentagePoints(difference, c.Decimals), l.Percent(c.Base, c.Decimals)
	}
	if c.About {
		change = l.Qualified(About, change)
	}
	base = fill(l.w.change.base, "base", base)
	if !c.BasePeriod.IsZero() {
		base += " " + l.In(c.BasePeriod)
	}
	if percent, ok := percentage(c, difference); ok {
		text := l.SignedPercent(percent, 1)
		if c.About {
			text = l.Qualified(About, text)
		}
		return fill(l.w.change.withPercent, "change", change, "percent", text, "base", base)
	}
	return fill(l.w.change.plain, "change", change, "base", base)
}

// ChangeInPercent is the difference alone, in per cent of its base: −1,4%. There is
// none where Change gives none.
func (l *Locale) ChangeInPercent(c Comparison) (text string, ok bool) {
	difference, ok := c.Now.Sub(c.Base)
	if !ok {
		return "", false
	}
	percent, ok := percentage(c, difference)
	if !ok {
		return "", false
	}
	text = l.SignedPercent(percent, 1)
	if c.About {
		text = l.Qualified(About, text)
	}
	return text, true
}

func percentage(c Comparison, difference number.Decimal) (percent number.Decimal, ok bool) {
	least, err := number.FromInt(basisForPercentages)
	if err != nil || c.Measure == Share || c.Base < least {
		return 0, false
	}
	return difference.Quotient(100, c.Base, 1)
}
