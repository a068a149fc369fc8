package edition

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/observation"
	"ronde/internal/source"
)

// series describes one series: its name is what tells it from the others.
func (c *compiler) series(lines []line, i int, dimensions []string, across string) Series {
	l := lines[i]
	unit := c.in.Book.UnitOf(l.indicator)
	s := Series{
		Indicator: l.indicator.ID.Value, Codes: string(observation.JoinCodes(l.codes...)),
		Decimals: l.indicator.Decimals, Percent: unit.Percent, Derived: l.indicator.Derived != nil,
		Name: c.perLanguage(func(language string) string { return c.seriesName(lines, l, dimensions, across, language) }),
		Unit: c.perLanguage(func(language string) string { return label(unit.Label, language) }),
	}
	return s
}

func (c *compiler) seriesName(lines []line, l line, dimensions []string, across, language string) string {
	if text, _, ok := l.spec.Label.First(append([]string{language}, c.languages...)...); ok && across == "" {
		return text
	}
	var parts []string
	if !oneIndicator(lines) && across != "indicator" {
		parts = append(parts, label(l.indicator.Name, language))
	}
	for _, dimension := range dimensions {
		if code := l.code(dimension); code != "" {
			parts = append(parts, c.codeLabel(l.indicator, dimension, code, language))
		}
	}
	switch {
	case len(parts) > 0:
		return join(parts)
	case across == "indicator" && !oneIndicator(lines):
		// A series of several indicators has none of their names.
		return label(c.in.Book.UnitOf(l.indicator).Label, language)
	}
	return label(l.indicator.Name, language)
}

func (c *compiler) categoryName(lines []line, l line, across string) source.Text {
	return c.perLanguage(func(language string) string {
		if across != "indicator" {
			return c.codeLabel(l.indicator, across, l.code(across), language)
		}
		name := c.seriesName(lines, l, varying(lines), "", language)
		if slices.ContainsFunc(lines, func(other line) bool { return other.indicator.Unit.Value != l.indicator.Unit.Value }) {
			name += " (" + label(c.in.Book.UnitOf(l.indicator).Label, language) + ")"
		}
		return name
	})
}

func (c *compiler) codeLabel(indicator *codebook.Indicator, dimension, code, language string) string {
	list, ok := c.in.Book.DimensionList(indicator, dimension)
	if !ok {
		return code
	}
	text, _ := list.Label(code, append([]string{language}, c.languages...)...)
	return text
}

// perLanguage makes a text of what a function says in each language.
func (c *compiler) perLanguage(say func(language string) string) source.Text {
	var pairs []string
	for _, language := range c.languages {
		pairs = append(pairs, language, say(language))
	}
	return source.NewText(pairs...)
}

// label gives a text that the codebook has in every language of the site.
func label(t source.Text, language string) string {
	text, ok := t.In(language)
	if !ok {
		text, _, _ = t.First(t.Languages()...)
	}
	return text
}

func join(parts []string) string {
	text := ""
	for i, p := range parts {
		if i > 0 {
			text += ", "
		}
		text += p
	}
	return text
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}
