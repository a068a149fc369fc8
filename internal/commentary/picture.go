package commentary

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// picture gives the sparkline of a reference and its alternative text; ok is
// false when there is none, which has then been said.
func (b *Binder) picture(ref *Reference) (s Picture, alternative string, ok bool) {
	if ref.Period.IsSet() {
		b.out.Add(diag.SparklinePeriod(ref.Period.Span))
		return s, "", false
	}
	found, ok := b.lookup(ref)
	if !ok {
		return s, "", false
	}
	kind := b.Round.Kind()
	line := slices.DeleteFunc(b.Table.Series(found.key.Series, kind), func(v derive.Value) bool {
		return v.Key.Period.End() > b.Round.End()
	})
	if !slices.ContainsFunc(line, func(v derive.Value) bool { return v.State == derive.Known }) {
		if ref.Else == nil {
			b.out.Add(b.noValue(ref, derive.Value{Key: found.key}, diag.Say("there is nothing to draw")))
		}
		return s, "", false
	}
	s = Picture{ID: b.sparklineID(found.indicator, found.key.Codes), Series: found.key.Series}
	if !slices.Contains(b.sparklines, s) {
		b.sparklines = append(b.sparklines, s)
	}
	return s, b.alternative(found, line), true
}

// sparklineID names the figure of a small picture: spark-attestations, or with
// codes spark-attestations-be-vlg. Codes that are written alike get the same
// name in every language, and a second series of one language a number.
func (b *Binder) sparklineID(i *codebook.Indicator, codes observation.Codes) string {
	id := "spark-" + i.ID.Value
	if codes != b.Book.TotalCodes(i) {
		tail := strings.Map(func(r rune) rune {
			if r == '.' || r == '_' {
				return '-'
			}
			return r
		}, strings.ToLower(string(codes)))
		id += "-" + strings.Trim(tail, "-")
	}
	series := observation.Series{Indicator: i.ID.Value, Codes: codes}
	taken := func(id string) bool {
		return slices.ContainsFunc(b.sparklines, func(s Picture) bool { return s.ID == id && s.Series != series })
	}
	free := id
	for n := '2'; taken(free) && n <= '9'; n++ {
		free = id + "--" + string(n)
	}
	return free
}

// alternative describes a series in words, for those who do not see it.
func (b *Binder) alternative(s subject, line []derive.Value) string {
	languages := append([]string{b.Locale.Language()}, b.Languages...)
	measure, _, _ := s.indicator.Name.First(languages...)
	var places []string
	codes := s.key.Codes.Split()
	for n, list := range b.Book.Lists(s.indicator) {
		if codes[n] != list.Total.Value {
			label, _ := list.Label(codes[n], languages...)
			places = append(places, label)
		}
	}
	unit, _, _ := b.Book.UnitOf(s.indicator).Label.First(languages...)
	caption := locale.Caption{
		Measure: measure, Place: strings.Join(places, ", "), Unit: unit,
		First: line[0].Key.Period, Last: line[len(line)-1].Key.Period,
	}
	var of locale.Series
	var missing []period.Period
	for _, v := range line {
		if v.State != derive.Known {
			missing = append(missing, v.Key.Period)
			continue
		}
		of.Last = b.point(s, v)
		if of.First == (locale.Point{}) {
			of.First = of.Last
		}
	}
	low, high := observation.Extremes(len(line), func(i int) (number.Decimal, observation.Qualifier, bool) {
		return line[i].Number, line[i].Qualifier, line[i].State == derive.Known
	})
	if low >= 0 {
		of.Lowest = b.point(s, line[low])
	}
	if high >= 0 {
		of.Highest = b.point(s, line[high])
	}
	of.Missing = b.Locale.Runs(missing)
	return b.Locale.Alternative(locale.Line, caption, []locale.Series{of})
}

func (b *Binder) point(s subject, v derive.Value) locale.Point {
	return locale.Point{At: b.Locale.Period(v.Key.Period), Value: b.qualified(v.Qualifier, b.print(s, v.Number))}
}
