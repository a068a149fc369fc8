package site

import (
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
)

// baseNotes name what the shares and rates of a plate are computed from, in
// today's words, with the values; of a share that is delivered, only its base.
func (t *track) baseNotes(p *plate) []edition.Remark {
	var keys []observation.Key
	for _, s := range p.series {
		for _, point := range s.points {
			keys = append(keys, point.bases...)
		}
	}
	var remarks []edition.Remark
	for _, base := range t.Archive.Table.Bases(keys) {
		if text := t.denominator(base); text != "" {
			remarks = append(remarks, edition.Remark{Text: text})
		}
	}
	if t.word.Derived == nil && !t.word.Base.IsZero() {
		remarks = append(remarks, edition.Remark{Text: t.l.Capitalise(t.l.BaseIs(t.text(t.word.Base))) + "."})
	}
	return remarks
}

// denominator names one indicator that others are divided by.
func (t *track) denominator(base derive.Bases) string {
	key, ok := t.Archive.Keys.Indicator(base.Indicator)
	if !ok {
		return ""
	}
	word := key
	if today, ok := t.Archive.Words.Indicator(base.Indicator); ok {
		word = today
	}
	other := t.outlook.track(word)
	parts := edition.BaseParts(base,
		func(position int, code string) string {
			list, ok := other.list(key.DimensionIDs()[position])
			if !ok {
				return ""
			}
			return t.label(list, code)
		},
		func(v derive.Value) string {
			return t.l.Qualified(locale.Qualifier(v.Qualifier.String()), other.printed(v.Number))
		})
	return t.l.Denominator(other.name(), other.noun().Other, parts)
}
