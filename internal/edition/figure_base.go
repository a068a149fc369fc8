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
	var values []derive.Value
	for _, v := range s.shown {
		values = append(values, v.Value)
	}
	remarks := s.denominators(values, language)
	for _, line := range s.lines {
		words, ok := line.indicator.Base.In(language)
		if !ok || line.indicator.Derived != nil {
			continue
		}
		text := s.locale(language).Capitalise(s.locale(language).BaseIs(words)) + "."
		if !slices.ContainsFunc(remarks, func(r Remark) bool { return r.Text == text }) {
			remarks = append(remarks, Remark{Text: text})
		}
	}
	return remarks
}

// headlineBases name what the values in a row of key figures are computed from.
// The base of a delivered share is its unit there.
func (s *sketch) headlineBases(language string) []Remark {
	var values []derive.Value
	for _, l := range s.lines {
		values = append(values, s.headline(l))
	}
	return s.denominators(values, language)
}

// denominators names each indicator that values were divided by, once.
func (s *sketch) denominators(values []derive.Value, language string) []Remark {
	var keys []observation.Key
	for _, v := range values {
		if v.State == derive.Known {
			keys = append(keys, v.Bases...)
		}
	}
	var remarks []Remark
	for _, base := range s.table.Bases(keys) {
		if indicator, ok := s.in.Book.Indicator(base.Indicator); ok {
			remarks = append(remarks, Remark{Text: s.denominator(indicator, base, language)})
		}
	}
	return remarks
}

// denominator names one indicator that others are divided by.
func (s *sketch) denominator(indicator *codebook.Indicator, base derive.Bases, language string) string {
	l, unit := s.locale(language), s.in.Book.UnitOf(indicator)
	form := Series{Decimals: indicator.Decimals, Percent: unit.Percent}
	parts := BaseParts(base,
		func(position int, code string) string {
			return s.codeLabel(indicator, indicator.DimensionIDs()[position], code, language)
		},
		func(v derive.Value) string {
			return printPoint(l, form, Point{Value: v.Number, HasValue: true, Qualifier: v.Qualifier})
		})
	return l.Denominator(label(indicator.Name, language), label(unit.Label, language), parts)
}

// BaseParts lays out, for a note, the values of one indicator that others were
// divided by. label names the code at a position of the key, "" when it has no
// name; print writes a value with its qualifier.
func BaseParts(base derive.Bases, label func(position int, code string) string, print func(derive.Value) string) []locale.Base {
	var parts []locale.Base
	for _, series := range base.Series {
		codes := series[0].Key.Codes.Split()
		var place []string
		for _, i := range base.Apart() {
			if name := label(i, codes[i]); name != "" {
				place = append(place, name)
			}
		}
		part := locale.Base{Of: join(place)}
		for _, v := range series {
			part.Values = append(part.Values, locale.BaseValue{At: v.Observed, Number: v.Number, Printed: print(v)})
		}
		parts = append(parts, part)
	}
	return parts
}
