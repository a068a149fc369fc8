package edition

import (
	"slices"

	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/source"
)

// figureText says what a figure says in one language: the analyst's words with
// their references resolved, or automatic ones made from labels and data.
func (c *compiler) figureText(f *Figure, spec *FigureSpec, lines []line, language string) FigureText {
	l := c.locale(language)
	caption := c.caption(f, lines, language)
	t := FigureText{Language: language}
	if f.Kind == KeyFigures {
		c.keyFigureText(&t, f, spec, lines)
		return t
	}
	t.Title = c.own(spec.Title, language, func() string { return l.Title(caption) })
	t.Subtitle = c.own(spec.Subtitle, language, func() string { return l.Subtitle(caption) })
	t.Alt = c.own(spec.Alt, language, func() string {
		return l.Alternative(alternativeKind(f.Kind), caption, c.alternatives(f, language))
	})
	t.Notes = c.marks(f, language)
	for i, b := range f.Breaks {
		t.Notes = append(t.Notes, Remark{Mark: breakNumber(i), Text: label(b.Note, language)})
	}
	for _, note := range spec.Notes {
		if text := c.own(note, language, func() string { return "" }); text != "" {
			t.Notes = append(t.Notes, Remark{Text: text})
		}
	}
	t.Notes = append(t.Notes, c.gaps(f, lines, language)...)
	t.Notes = append(t.Notes, c.dropNotes(f, language)...)
	t.Source = c.sources(f.drops(), language, true)
	return t
}

// keyFigureText says a row of key figures in words. Each tile says its own
// period, source and missing values; the row as a whole has only a name.
func (c *compiler) keyFigureText(t *FigureText, f *Figure, spec *FigureSpec, lines []line) {
	t.Title = c.own(spec.Title, t.Language, func() string { return c.locale(t.Language).KindName(locale.KeyFigures) })
	t.Subtitle = c.own(spec.Subtitle, t.Language, func() string { return "" })
	for _, note := range spec.Notes {
		if text := c.own(note, t.Language, func() string { return "" }); text != "" {
			t.Notes = append(t.Notes, Remark{Text: text})
		}
	}
	for i := range lines {
		t.Tiles = append(t.Tiles, c.tile(f, lines[i], i, t.Language))
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
	caption.Place = c.placeOf(lines, language)
	caption.First, caption.Last = f.span()
	return caption
}

// span gives the first and last period of a figure.
func (f *Figure) span() (first, last period.Period) {
	periods := slices.Clone(f.Periods)
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
