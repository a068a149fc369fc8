package edition

import (
	"slices"

	"ronde/internal/locale"
	"ronde/internal/observation"
)

// printPoint prints a value with its qualifier, without its unit.
func printPoint(l *locale.Locale, s Series, p Point) string {
	if !p.HasValue {
		return markOf(p).String()
	}
	text := l.Number(p.Value, s.Decimals)
	if s.Percent {
		text = l.Percent(p.Value, s.Decimals)
	}
	return l.Qualified(locale.Qualifier(p.Qualifier.String()), text)
}

// markOf is the mark that stands in place of a value.
func markOf(p Point) locale.Mark {
	switch {
	case p.Status.Has(observation.Hidden):
		return locale.Hidden
	case p.Status.Has(observation.CannotExist):
		return locale.Impossible
	default:
		return locale.Absent
	}
}

// Marks lists the marks that go with a point, beside its value or in place of it.
func (p Point) Marks() []locale.Mark {
	var marks []locale.Mark
	if p.Idle {
		return nil
	}
	for _, letter := range p.Status.Letters() {
		if m, ok := locale.MarkOf(letter); ok {
			marks = append(marks, m)
		}
	}
	if p.Revised {
		marks = append(marks, locale.Revised)
	}
	if p.Reconstructed && p.HasValue {
		marks = append(marks, locale.Reconstructed)
	}
	return marks
}

// marksOf lists the marks that figures use, each once, in the order of legends.
func marksOf(figures ...*Figure) []locale.Mark {
	used := map[locale.Mark]bool{}
	for _, f := range figures {
		for _, points := range f.Points {
			for _, p := range points {
				for _, m := range p.Marks() {
					used[m] = true
				}
			}
		}
	}
	return slices.DeleteFunc(locale.Marks(), func(m locale.Mark) bool { return !used[m] })
}

// marks explains the marks of a figure where they stand, naming the places
// without a figure.
func (c *compiler) marks(f *Figure, language string) []Remark {
	l := c.locale(language)
	var remarks []Remark
	for _, m := range marksOf(f) {
		text := l.Capitalise(l.LegendText(m)) + "."
		if m == locale.Absent {
			text = c.absentNote(f, language)
		}
		remarks = append(remarks, Remark{Mark: m.String(), Text: text})
	}
	return remarks
}

func (c *compiler) absentNote(f *Figure, language string) string {
	l := c.locale(language)
	var parts []string
	for s, series := range f.Series {
		names := c.missing(f, s, language)
		if len(names) == 0 {
			continue
		}
		text := l.List(names)
		if len(f.Series) > 1 {
			text = label(series.Name, language) + " (" + text + ")"
		}
		parts = append(parts, text)
	}
	return l.Capitalise(l.Named(l.NoFigure(), l.Apart(parts))) + "."
}
