package edition

import (
	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// tile says a key figure in words: the value of the round's month, or the last
// one before it, which then names its own period.
func (c *compiler) tile(f *Figure, l line, s int, language string) Tile {
	words := c.locale(language)
	v := c.headline(l)
	unit := c.in.Book.UnitOf(l.indicator)
	p := c.point(v)
	t := Tile{
		Unit: c.unitWords(unit, v, language),
		When: c.when(l.indicator, v, language),
	}
	series := f.Series[s]
	if v.State == derive.Known {
		t.Printed = printPoint(words, series, Point{Value: p.Value, HasValue: true})
		t.Qualifier = words.QualifierWord(locale.Qualifier(v.Qualifier.String()))
		t.Trend, t.Changes = c.changes(l, v, language)
	} else {
		t.Printed = markOf(p).String()
		t.Absent = words.LegendText(markOf(p))
	}
	for _, m := range p.Marks() {
		if v.State == derive.Known {
			t.Tags = append(t.Tags, Remark{m.String(), words.StatusWord(m)})
		}
	}
	if v.Partial() {
		t.Unit += " (" + words.Coverage(v.Present, v.Expected) + ")"
	}
	var drops []string
	if p.Drop != "" {
		drops = append(drops, p.Drop)
	}
	t.Source = c.sources(drops, language, false)
	if first, last := f.seriesSpan(s); !first.IsZero() && first != last {
		t.Caption = words.Range(first, last)
		t.Alt = words.Alternative(locale.Line, locale.Caption{Measure: label(l.indicator.Name, language), First: first, Last: last},
			c.alternatives(&Figure{Series: f.Series[s : s+1], Points: f.Points[s : s+1], Periods: f.Periods}, language))
	}
	return t
}

// headline is the value that a key figure shows.
func (c *compiler) headline(l line) derive.Value {
	round := c.in.Round.Round
	v := c.table.At(observation.Key{Series: l.series(), Period: round})
	if v.State == derive.Known || v.State == derive.Hidden {
		return v
	}
	if latest, ok := c.table.Latest(l.series(), period.Month, round); ok {
		return latest
	}
	return v
}

// unitWords is the unit as it goes with a number; a share names its base.
func (c *compiler) unitWords(unit *codebook.Unit, v derive.Value, language string) string {
	words := c.locale(language)
	indicator, _ := c.in.Book.Indicator(v.Key.Indicator)
	if indicator != nil && unit.Percent {
		return c.baseWords(indicator, language)
	}
	noun := c.noun(unit, language)
	if v.State == derive.Known && words.Plural(v.Number, indicator.Decimals) == locale.One {
		return noun.One
	}
	return noun.Other
}

// baseWords names what a share is a part of.
func (c *compiler) baseWords(indicator *codebook.Indicator, language string) string {
	if base, ok := indicator.Base.In(language); ok {
		return base
	}
	if d := indicator.Derived; d != nil && d.Share != nil {
		if base, ok := c.in.Book.Indicator(d.Share.Base.Value); ok {
			return label(base.Name, language)
		}
	}
	return label(c.in.Book.UnitOf(indicator).Label, language)
}

func (c *compiler) noun(unit *codebook.Unit, language string) locale.Noun {
	n := locale.Noun{Other: label(unit.Label, language)}
	n.One = n.Other
	if one, ok := unit.One.In(language); ok {
		n.One = one
	}
	return n
}

// when says the period of a value the way its measure type asks for: a flow in
// the period, a stock on a day, a cumulative count up to a day.
func (c *compiler) when(indicator *codebook.Indicator, v derive.Value, language string) string {
	l := c.locale(language)
	p := v.Observed
	if p.IsZero() {
		p = v.Key.Period
	}
	switch indicator.Measure.Value {
	case codebook.Stock:
		return l.On(p.End())
	case codebook.Cumulative:
		return l.CumulativeUntil(p.End())
	}
	return l.In(p)
}

// changes words the change since the previous available value, and since the
// same month last year.
func (c *compiler) changes(l line, v derive.Value, language string) (trend string, changes []TileChange) {
	words := c.locale(language)
	change := c.table.Change(v.Key)
	unit := c.in.Book.UnitOf(l.indicator)
	if change.State == derive.Known {
		trend = words.Trend(locale.Comparison{
			Now: change.Now.Number, Base: change.Before.Number, Decimals: l.indicator.Decimals, Measure: measureOf(unit),
			Unit: c.noun(unit, language), BasePeriod: change.Before.Observed, Gap: !change.Adjacent,
			About: change.Qualifier == observation.About,
		})
	}
	if !change.Before.Key.Period.IsZero() {
		changes = append(changes, c.tileChange(l, change, language))
	}
	return trend, append(changes, c.yearChange(l, v, language))
}

// yearChange compares with the same month last year, or says why that cannot be.
func (c *compiler) yearChange(l line, v derive.Value, language string) TileChange {
	words := c.locale(language)
	change := c.table.ChangeOnYear(v.Key)
	if change.Before.State == derive.Known {
		return c.tileChange(l, change, language)
	}
	earlier, ok := v.Key.Period.YearsBefore(1)
	if !ok {
		earlier = v.Key.Period
	}
	t := TileChange{Against: words.Period(earlier), Note: words.NotAvailable()}
	series := c.table.Series(l.series(), v.Key.Period.Kind())
	if len(series) > 0 && period.Compare(series[0].Key.Period, earlier) > 0 {
		t.Note = words.SeriesBegins(series[0].Observed)
	}
	return t
}

func (c *compiler) tileChange(l line, change derive.Change, language string) TileChange {
	words := c.locale(language)
	decimals := l.indicator.Decimals
	t := TileChange{Against: words.Period(change.Before.Observed)}
	base := words.Number(change.Before.Number, decimals)
	difference := words.Signed(change.Difference, decimals)
	if change.Points || c.in.Book.UnitOf(l.indicator).Percent {
		base = words.Percent(change.Before.Number, decimals)
		difference = words.SignedPercentagePoints(change.Difference, decimals)
	}
	t.Base = words.Qualified(locale.Qualifier(change.Before.Qualifier.String()), base)
	if change.State != derive.Known {
		t.Note = words.NotComparable()
		return t
	}
	t.Difference = words.Qualified(locale.Qualifier(change.Qualifier.String()), difference)
	if change.HasPercent {
		t.Percent = words.Qualified(locale.Qualifier(change.Qualifier.String()), words.SignedPercent(change.Percent, 1))
	}
	return t
}

func measureOf(unit *codebook.Unit) locale.Measure {
	switch {
	case unit.Percent:
		return locale.Share
	case unit.Countable:
		return locale.Count
	}
	return locale.Amount
}

// seriesSpan gives the first and last period of one series that have a value.
func (f *Figure) seriesSpan(s int) (first, last period.Period) {
	known := usable(f.Points[s])
	if len(known) == 0 || len(f.Periods) == 0 {
		return first, last
	}
	return f.Periods[known[0]], f.Periods[known[len(known)-1]]
}
