package edition

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// span is where a line to compare with is described.
func (r *ReferenceSpec) span() diag.Span {
	switch {
	case r.Of.IsSet():
		return r.Of.Span
	case r.Value.IsSet():
		return r.Value.Span
	}
	return r.Label.Span
}

// references are the lines to compare with. What cannot be one is a finding.
func (s *sketch) references() []Reference {
	var lines []Reference
	for i := range s.spec.Compare {
		if r, ok := s.reference(&s.spec.Compare[i]); ok {
			lines = append(lines, r)
		}
	}
	return lines
}

func (s *sketch) reference(spec *ReferenceSpec) (r Reference, ok bool) {
	fail := func(fact, hint diag.Phrase) (Reference, bool) {
		s.out.Add(diag.FigureReference(spec.span(), s.spec.ID.Value, fact, hint))
		return Reference{}, false
	}
	if spec.Value.IsSet() == spec.Of.IsSet() {
		return fail(diag.Say("has a line to compare with that has both `value:` and `of:`, or neither"), diag.Say("write either `value:` with a number, or `of:` with an indicator"))
	}
	var automatic func(language string) string
	var qualifier observation.Qualifier
	first := s.lines[0].indicator
	if spec.Value.IsSet() {
		r.Value = spec.Value.Value
		switch {
		case r.Value.Decimals() > first.Decimals:
			return fail(diag.Say("compares with %s, which has more decimals than %s", r.Value.String(), first.ID.Value), diag.Say("write it as the figure prints its values, with %s decimals", strconv.Itoa(first.Decimals)))
		case spec.Label.IsZero():
			return fail(diag.Say("has a line to compare with that does not say what it is"), diag.Say("write a few words under `label:`, in each language"))
		}
	} else {
		l, v, found := s.comparable(&spec.Of.Value)
		if !found {
			return Reference{}, false
		}
		if why := differs(first, l.indicator); !why.IsZero() {
			s.out.Add(diag.FigureMixed(spec.Of.Value.Indicator.Span, s.spec.ID.Value, first.ID.Value, l.indicator.ID.Value, why))
			return Reference{}, false
		}
		if !v.Usable() {
			return fail(diag.Say("compares with a value that is not known"), diag.Say("choose a period and codes for which there is a number; “more than 40” cannot be drawn as a line"))
		}
		r.Value, r.Drop, qualifier = v.Number, v.Drop.String(), v.Qualifier
		automatic = func(language string) string { return s.referenceName(l, v, language) }
	}
	r.Label, ok = s.referenceLabel(spec, automatic)
	if ok {
		s.compared = append(s.compared, qualifier)
	}
	return r, ok
}

// comparable finds the value that a line to compare with stands at.
func (s *sketch) comparable(of *ReferenceOf) (l line, v derive.Value, ok bool) {
	indicator, ok := s.in.Book.Indicator(of.Indicator.Value)
	if !ok {
		s.out.Add(diag.UnknownID(of.Indicator.Span, "indicator", of.Indicator.Value, s.in.Book.IndicatorIDs()))
		return l, v, false
	}
	var where source.Map[[]source.At[string]]
	for _, e := range of.Where.Entries {
		where.Entries = append(where.Entries, source.MapEntry[[]source.At[string]]{Key: e.Key, Value: []source.At[string]{e.Value}})
	}
	series := &SeriesSpec{Indicator: of.Indicator, Where: where}
	before := s.out.Errors()
	codes := combinations(series, indicator, s.in.Book, s.out)
	if len(codes) != 1 || s.out.Errors() > before {
		return l, v, false
	}
	l = line{series, indicator, codes[0]}
	at := s.in.Round.Round
	switch of.Period.Value {
	case "", "round":
	case "latest":
		v, _ = s.table.Latest(l.series(), period.Month, at)
		return l, v, true
	default:
		p, err := period.Parse(of.Period.Value)
		if err != nil {
			s.out.Add(diag.FigurePeriod(of.Period.Span, of.Period.Value, diag.Say("a period such as 2022-07, round or latest")))
			return l, v, false
		}
		at = p
	}
	return l, s.table.At(observation.Key{Series: l.series(), Period: at}), true
}

// referenceLabel is what stands at a line to compare with: words in every
// language, short enough for a picture.
func (s *sketch) referenceLabel(spec *ReferenceSpec, automatic func(language string) string) (source.Text, bool) {
	var missing []string
	long := ""
	text := s.perLanguage(func(language string) string {
		words := s.own(spec.Label, language, func() string {
			if automatic != nil {
				return automatic(language)
			}
			missing = append(missing, language)
			return ""
		})
		if utf8.RuneCountInString(words) > maxLabel {
			long = words
		}
		return words
	})
	switch {
	case len(missing) > 0:
		s.out.Add(diag.MissingLabel(spec.Label.Span, "a line of figure", s.spec.ID.Value, "label", missing))
	case long != "":
		at := spec.Label.Span
		if at.IsZero() {
			at = spec.span()
		}
		s.out.Add(diag.FigureReference(at, s.spec.ID.Value, diag.Say("has a line to compare with whose label %s is too long for a picture", diag.Quote(long)), diag.Say("write at most %s characters under `label:`", strconv.Itoa(maxLabel))))
	}
	return text, len(missing) == 0 && long == ""
}

// referenceName names a value by what tells it from those of the figure: its
// indicator, codes that not all of them have, and the period.
func (s *sketch) referenceName(l line, v derive.Value, language string) string {
	var parts []string
	if !slices.ContainsFunc(s.lines, func(other line) bool { return other.indicator == l.indicator }) {
		parts = append(parts, label(l.indicator.Name, language))
	}
	for i, dimension := range l.indicator.DimensionIDs() {
		if slices.ContainsFunc(s.lines, func(other line) bool { return other.code(dimension) != l.codes[i] }) {
			parts = append(parts, s.codeLabel(l.indicator, dimension, l.codes[i], language))
		}
	}
	return join(append(parts, s.locale(language).Period(v.Observed)))
}

// referenceNotes say in words what the picture compares with.
func (s *sketch) referenceNotes(language string) []Remark {
	l, unit := s.locale(language), s.in.Book.UnitOf(s.lines[0].indicator)
	var remarks []Remark
	decimals := s.lines[0].indicator.Decimals
	for i, r := range s.f.References {
		printed := l.Percent(r.Value, decimals)
		if !unit.Percent {
			noun := s.noun(unit, language)
			printed = l.Number(r.Value, decimals) + " " + noun.Other
			if l.Plural(r.Value, decimals) == locale.One {
				printed = l.Number(r.Value, decimals) + " " + noun.One
			}
		}
		printed = l.Qualified(locale.Qualifier(s.compared[i].String()), printed)
		remarks = append(remarks, Remark{Text: l.Named(l.ReferenceLine(label(r.Label, language)), printed) + "."})
	}
	return remarks
}
