package commentary

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A subject is what a reference is about, looked up.
type subject struct {
	indicator *codebook.Indicator
	percent   bool // the unit is per cent
	key       observation.Key
	latest    bool // period=latest
	// here is where the period is named, or else the reference.
	here diag.Span
}

// lookup finds what a reference is about. What it names and the codebook does
// not know is said; ok is then false.
func (b *Binder) lookup(ref *Reference) (s subject, ok bool) {
	indicator, ok := b.indicator(ref.Indicator)
	if !ok {
		return s, false
	}
	codes, ok := b.codes(indicator, ref)
	if !ok {
		return s, false
	}
	s = subject{
		indicator: indicator,
		percent:   b.Book.UnitOf(indicator).Percent,
		key:       observation.Key{Series: observation.Series{Indicator: indicator.ID.Value, Codes: codes}, Period: b.Round},
		here:      ref.Span,
	}
	if ref.Period.IsSet() {
		s.here = ref.Period.Span
		s.latest = ref.Period.Value == "latest"
	}
	switch {
	case s.latest:
		if v, found := b.latest(s.key.Series); found {
			s.key.Period = v.Key.Period
		}
		return s, true
	case ref.Period.IsSet():
		// The parser has read it once.
		s.key.Period, _ = period.Parse(ref.Period.Value)
	}
	return s, b.possible(s)
}

// latest is the newest value of a series up to the round. A month stands for
// the days and weeks within it; only what has no months is taken as delivered.
func (b *Binder) latest(series observation.Series) (derive.Value, bool) {
	if len(b.Table.Periods(series.Indicator, period.Month)) > 0 {
		return b.Table.Latest(series, period.Month, b.Round)
	}
	return b.Table.Latest(series, period.None, b.Round)
}

// possible reports whether an indicator can have a value for a kind of period.
// Spans are taken as they come: any days may make one.
func (b *Binder) possible(s subject) bool {
	id, kind := s.key.Indicator, s.key.Period.Kind()
	if kind == period.Span || len(b.Table.Periods(id, kind)) > 0 {
		return true
	}
	var known []string
	for _, other := range [...]period.Kind{period.Year, period.Quarter, period.Month, period.Week, period.Day, period.Span} {
		if len(b.Table.Periods(id, other)) > 0 {
			known = append(known, other.String())
		}
	}
	if len(known) == 0 {
		return true // Nothing is delivered yet: the value is missing, not impossible.
	}
	b.out.Add(diag.ImpossiblePeriod(s.here, id, s.key.Period.String(), kind.String(), string(s.indicator.Measure.Value), known))
	return false
}

func (b *Binder) indicator(id source.At[string]) (*codebook.Indicator, bool) {
	if found, ok := b.Book.Indicator(id.Value); ok {
		return found, true
	}
	if meant := b.indicatorNamed(id.Value); meant != nil {
		b.out.Add(diag.NameForID(id.Span, "indicator", id.Value, meant.ID.Value))
		return nil, false
	}
	b.out.Add(diag.UnknownID(id.Span, "indicator", id.Value, b.Book.IndicatorIDs()))
	return nil, false
}

// indicatorNamed finds the one indicator whose name is, or begins with, a word.
func (b *Binder) indicatorNamed(word string) *codebook.Indicator {
	var found *codebook.Indicator
	for n := range b.Book.Indicators {
		i := &b.Book.Indicators[n]
		named := slices.ContainsFunc(labels(i.Name), func(name string) bool {
			first, _, _ := strings.Cut(name, " ")
			return strings.EqualFold(name, word) || strings.EqualFold(first, word)
		})
		if named && found != nil {
			return nil
		}
		if named {
			found = i
		}
	}
	return found
}

func labels(text source.Text) []string {
	var all []string
	for _, language := range text.Languages() {
		label, _ := text.In(language)
		all = append(all, label)
	}
	return all
}

// codes gives the key part of a reference: a dimension that it does not name is
// the total.
func (b *Binder) codes(i *codebook.Indicator, ref *Reference) (observation.Codes, bool) {
	given := map[string]string{}
	ok := true
	for _, c := range ref.Where {
		list, known := b.Book.DimensionList(i, c.Dimension.Value)
		if !known {
			b.out.Add(diag.UnknownDimension(c.Dimension.Span, c.Dimension.Value, i.ID.Value, i.DimensionIDs()))
			ok = false
			continue
		}
		if _, known := list.Code(c.Code.Value); !known {
			b.unknownCode(c, list)
			ok = false
			continue
		}
		given[c.Dimension.Value] = c.Code.Value
	}
	if !ok {
		return "", false
	}
	codes, err := b.Book.CodesOf(i, given)
	return codes, err == nil
}

func (b *Binder) unknownCode(c Condition, list *codebook.CodeList) {
	for _, code := range list.Codes {
		for _, label := range labels(code.Label) {
			if strings.EqualFold(label, c.Code.Value) {
				b.out.Add(diag.NameForID(c.Code.Span, "code", c.Code.Value, code.Code.Value))
				return
			}
		}
	}
	b.out.Add(diag.UnknownCode(c.Code.Span, c.Code.Value, list.ID.Value, list.CodeNames(), list.ID.Span))
}

// base finds what a value is to be a share of: the other indicator with the
// same codes. Of a dimension that the other lacks, it always counts all.
func (b *Binder) base(ref *Reference, s subject) (key observation.Key, ok bool) {
	other, ok := b.indicator(ref.Other)
	if !ok {
		return key, false
	}
	for _, i := range [...]*codebook.Indicator{s.indicator, other} {
		if i.Measure.Value == codebook.Share || i.Measure.Value == codebook.Ratio {
			b.out.Add(diag.ShareOfShare(ref.Other.Span, i.ID.Value, string(i.Measure.Value)))
			return key, false
		}
	}
	same := Reference{Where: slices.DeleteFunc(slices.Clone(ref.Where), func(c Condition) bool {
		return other.Position(c.Dimension.Value) < 0
	})}
	codes, ok := b.codes(other, &same)
	key = observation.Key{Series: observation.Series{Indicator: other.ID.Value, Codes: codes}, Period: s.key.Period}
	return key, ok
}

// monthsBefore is the period of the same kind so many months earlier.
func monthsBefore(p period.Period, months int) (earlier period.Period, ok bool) {
	switch p.Kind() {
	case period.Month:
		return p.Next(-months), true
	case period.Quarter:
		return p.Next(-months / 3), months%3 == 0
	case period.Day:
		year, month, day := p.Start().Civil()
		earlier = period.DayOf(period.NewDate(year, month-months, day))
		_, _, got := earlier.Start().Civil()
		return earlier, got == day // 31 July has no counterpart in June.
	}
	if months%12 != 0 {
		return period.Period{}, false
	}
	return p.YearsBefore(months / 12)
}
