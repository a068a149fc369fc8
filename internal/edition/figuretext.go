package edition

import (
	"slices"
	"strings"
	"unicode"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/source"
)

// maxTitleWords is the length of a title that is read at a glance.
const maxTitleWords = 10

// text says what a figure says in one language: the analyst's words with their
// references resolved, or automatic ones made from labels and data.
func (s *sketch) text(language string) FigureText {
	f, spec, l := s.f, s.spec, s.locale(language)
	t := FigureText{Language: language}
	if f.Kind == KeyFigures {
		s.keyFigureText(&t)
		return t
	}
	caption := s.caption(f, s.lines, language)
	t.Title = s.own(spec.Title, language, func() string { return l.Title(caption) })
	s.checkTitle(t.Title, language)
	t.Subtitle = s.own(spec.Subtitle, language, func() string {
		if f.ScaleBreak {
			return join([]string{l.Subtitle(caption), l.FreeScale()})
		}
		return l.Subtitle(caption)
	})
	t.Alt = s.own(spec.Alt, language, func() string {
		return l.Alternative(f.Alternative(), caption, s.alternatives(f, language))
	})
	t.Notes = s.marks(f, language)
	for i, b := range f.Breaks {
		t.Notes = append(t.Notes, Remark{Mark: breakNumber(i), Text: label(b.Note, language)})
	}
	t.Notes = append(t.Notes, s.eventNotes(language)...)
	t.Notes = append(t.Notes, s.referenceNotes(language)...)
	t.Notes = append(t.Notes, s.ownNotes(language)...)
	t.Notes = append(t.Notes, s.baseNotes(language)...)
	t.Notes = append(t.Notes, s.gaps(language)...)
	t.Notes = append(t.Notes, s.dropNotes(f, language)...)
	t.Source = s.sources(f.drops(), language, true)
	return t
}

// ownNotes are the analyst's notes in one language.
func (s *sketch) ownNotes(language string) []Remark {
	var remarks []Remark
	for _, note := range s.spec.Notes {
		if text := s.own(note, language, func() string { return "" }); text != "" {
			remarks = append(remarks, Remark{Text: text})
		}
	}
	return remarks
}

// keyFigureText says a row of key figures in words. Each tile says its own
// period, source and missing values; the row as a whole has only a name.
func (s *sketch) keyFigureText(t *FigureText) {
	t.Title = s.own(s.spec.Title, t.Language, func() string { return s.locale(t.Language).KindName(locale.KeyFigures) })
	t.Subtitle = s.own(s.spec.Subtitle, t.Language, func() string { return "" })
	t.Notes = append(s.ownNotes(t.Language), s.headlineBases(t.Language)...)
	for i := range s.lines {
		t.Tiles = append(t.Tiles, s.tile(s.f, s.lines[i], i, t.Language))
	}
}

// checkTitle warns of an own title that is too long to be a message. A number
// with its groups is one word.
func (s *sketch) checkTitle(title, language string) {
	if _, own := s.spec.Title.In(language); !own {
		return
	}
	words := strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
	n := 0
	for _, word := range words {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++ // a dash or a colon that stands alone is no word
		}
	}
	if n > maxTitleWords {
		s.out.Add(diag.FigureTitle(s.spec.Title.SpanIn(language), s.spec.ID.Value, language, n, maxTitleWords))
	}
}

// own resolves the analyst's words, if they are there in the language.
// Otherwise the automatic ones stand: a title made from labels is better than
// one in another language.
func (c *compiler) own(text source.Text, language string, automatic func() string) string {
	words, ok := text.In(language)
	if !ok {
		return automatic()
	}
	return c.plain(source.At[string]{Value: words, Span: text.SpanIn(language)}, language)
}

// caption names what a figure shows: measure, place, period, unit.
func (c *compiler) caption(f *Figure, lines []line, language string) locale.Caption {
	l := c.locale(language)
	caption := locale.Caption{Unit: label(f.Series[0].Unit, language)}
	var names []string
	for _, line := range lines {
		if name := label(line.indicator.Name, language); !slices.Contains(names, name) {
			names = append(names, name)
		}
		if unit := label(c.in.Book.UnitOf(line.indicator).Label, language); unit != caption.Unit {
			caption.Unit = ""
		}
	}
	caption.Measure = l.List(names)
	if dimensions := c.breakdown(lines, language); oneIndicator(lines) && len(dimensions) > 0 {
		caption.Measure = l.By(caption.Measure, dimensions...)
	}
	caption.Place = c.placeOf(lines, language)
	caption.First, caption.Last = f.span()
	return caption
}

// breakdown names what the lines differ in: the level that their codes share, or
// the dimension.
func (c *compiler) breakdown(lines []line, language string) []string {
	indicator := lines[0].indicator
	var names []string
	for _, dimension := range varying(lines) {
		name := c.in.Book.DimensionLabel(indicator, dimension, language)
		if list, ok := c.in.Book.DimensionList(indicator, dimension); ok {
			if level, ok := sharedLevel(list, lines, dimension); ok && !level.Name.IsZero() {
				name = label(level.Name, language)
			}
		}
		names = append(names, name)
	}
	return names
}

// sharedLevel is the level that the codes of all lines are of.
func sharedLevel(list *codebook.CodeList, lines []line, dimension string) (*codebook.Level, bool) {
	id := ""
	for i, l := range lines {
		code, ok := list.Code(l.code(dimension))
		if !ok || i > 0 && code.Level.Value != id {
			return nil, false
		}
		id = code.Level.Value
	}
	level, _, ok := list.Level(id)
	return level, ok
}

// span gives the first and last period of a figure; of one with dates, the first
// and last date.
func (f *Figure) span() (first, last period.Period) {
	periods := slices.Clone(f.Periods)
	if f.Dated != nil {
		periods = nil
	}
	if len(periods) == 0 {
		for _, points := range f.Points {
			for _, p := range points {
				if p.HasValue {
					periods = append(periods, p.Period)
				}
			}
		}
	}
	if len(periods) == 0 {
		return first, last
	}
	return slices.MinFunc(periods, period.Compare), slices.MaxFunc(periods, period.Compare)
}

// placeOf names the codes that all lines share: those that are no total, and
// of a hierarchical list, such as that of places, the total too.
func (c *compiler) placeOf(lines []line, language string) string {
	var parts []string
	vary := varying(lines)
	first := lines[0]
	for i, dimension := range first.indicator.DimensionIDs() {
		list, ok := c.in.Book.DimensionList(first.indicator, dimension)
		if !ok || slices.Contains(vary, dimension) {
			continue
		}
		if first.codes[i] == list.Total.Value && len(list.Levels) == 0 {
			continue
		}
		shared := !slices.ContainsFunc(lines, func(l line) bool { return l.code(dimension) != first.codes[i] })
		if shared {
			parts = append(parts, c.codeLabel(first.indicator, dimension, first.codes[i], language))
		}
	}
	return join(parts)
}
