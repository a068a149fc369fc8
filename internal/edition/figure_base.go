package edition

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/locale"
	"ronde/internal/observation"
)

// baseNotes name what the shares and rates of a figure are computed from, with
// its values: a rate without its base cannot be checked by anybody. Of a share
// that is delivered only the name of the base is known.
func (s *sketch) baseNotes(language string) []Remark {
	l := s.locale(language)
	var remarks []Remark
	add := func(text string) {
		if !slices.ContainsFunc(remarks, func(r Remark) bool { return r.Text == text }) {
			remarks = append(remarks, Remark{Text: text})
		}
	}
	var keys []observation.Key
	for _, v := range s.shown {
		if v.State == derive.Known {
			keys = append(keys, v.Bases...)
		}
	}
	for _, base := range s.table.Bases(keys) {
		if indicator, ok := s.in.Book.Indicator(base.Indicator); ok {
			add(s.denominator(indicator, base, language))
		}
	}
	for _, line := range s.lines {
		if words, ok := line.indicator.Base.In(language); ok && line.indicator.Derived == nil {
			add(l.Capitalise(l.BaseIs(words)))
		}
	}
	return remarks
}

// denominator names one indicator that others are divided by.
func (s *sketch) denominator(indicator *codebook.Indicator, base derive.Bases, language string) string {
	l, unit := s.locale(language), s.in.Book.UnitOf(indicator)
	dimensions := indicator.DimensionIDs()
	var parts []locale.Base
	for _, series := range base.Series {
		codes := series[0].Key.Codes.Split()
		var place []string
		for _, i := range base.Apart() {
			place = append(place, s.codeLabel(indicator, dimensions[i], codes[i], language))
		}
		part := locale.Base{Of: join(place)}
		for _, v := range series {
			printed := printPoint(l, Series{Decimals: indicator.Decimals, Percent: unit.Percent}, Point{Value: v.Number, HasValue: true, Qualifier: v.Qualifier})
			part.Values = append(part.Values, locale.BaseValue{At: v.Observed, Number: v.Number, Printed: printed})
		}
		parts = append(parts, part)
	}
	return l.Denominator(label(indicator.Name, language), label(unit.Label, language), parts)
}
