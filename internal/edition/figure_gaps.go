package edition

import "slices"

// gaps note where a delivered total, which is what a figure prints, is not the
// sum of its parts.
func (s *sketch) gaps(language string) []Remark {
	l := s.locale(language)
	var remarks []Remark
	for _, v := range s.shown {
		if !v.HasGap {
			continue
		}
		place := l.Period(v.Observed)
		if len(s.lines) > 1 {
			place = join([]string{s.seriesName(s.lines, v.line, varying(s.lines), "", language), place})
		}
		text := l.Named(l.Capitalise(place), l.TotalDiffers(l.Signed(v.Gap, v.line.indicator.Decimals)))
		if !slices.ContainsFunc(remarks, func(r Remark) bool { return r.Text == text }) {
			remarks = append(remarks, Remark{Text: text})
		}
	}
	return remarks
}
