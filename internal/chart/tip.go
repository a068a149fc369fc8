package chart

import (
	"strconv"
	"strings"

	"ronde/internal/locale"
)

// Geometry of a tooltip: its texts are broken to lines here, where widths are
// known, so that it fits into the narrow view with its padding.
const (
	tipWide   = 330 * px
	tipNarrow = 300 * px
	tipMarker = 16 * px
	tipGap    = 16 * px // at least, between a name and its value
)

// Names of the styles of a tip.
const (
	bold       = "b"
	rightwards = "r"
)

// markerOf is the style of a series' marker.
func markerOf(series int) string { return "s" + strconv.Itoa(series) }

// styled marks a text up. A closing brace would end the mark-up, so it stands
// between two stretches of it.
func styled(style, text string) string {
	return "{" + style + "|" + strings.ReplaceAll(text, "}", "}}{"+style+"|") + "}"
}

// tip is what the tooltip says of a place: its name, then each series with its
// value or the reason why there is none.
func (p *plot) tip(place int) string {
	width := tipWide
	if p.narrow {
		width = tipNarrow
	}
	var lines []string
	for _, s := range wrap(p.when(place), width, p.size, true) {
		lines = append(lines, styled(bold, s))
	}
	for _, i := range p.order() {
		lines = append(lines, p.tipRow(i, place, width)...)
	}
	for _, note := range p.remarks(place) {
		for _, s := range wrap(note, width, p.size, false) {
			lines = append(lines, plain(s))
		}
	}
	return strings.Join(lines, "\n")
}

// order is that of the series as the picture has them.
func (p *plot) order() []int {
	if p.c.Kind == Multiples {
		return ranked(p.series)
	}
	return upTo(len(p.series))
}

// tipRow is one series: marker, name and value on one line where they fit, else
// the value below the name. A series alone has no name.
func (p *plot) tipRow(series, place, width int) []string {
	value := p.tipValue(series, place)
	if len(p.series) == 1 {
		var lines []string
		for _, s := range wrap(value, width, p.size, false) {
			lines = append(lines, plain(s))
		}
		return lines
	}
	marker := tipMarker
	if p.c.Kind == Multiples {
		marker = 0 // its lines are told apart by their panels.
	}
	names := wrap(p.series[series].Name, width-marker, p.size, false)
	var lines []string
	for i, s := range names {
		glyph := symbols[series%markers].glyph
		switch {
		case i > 0:
			glyph = "\u2003"
		case p.fields[0].half > 0:
			glyph = "■"
		}
		s = plain(s)
		if marker > 0 {
			s = styled(markerOf(series), glyph) + s
		}
		lines = append(lines, s)
	}
	if last := len(names) - 1; last >= 0 && marker+textWidth(names[last], p.size, false)+tipGap+textWidth(value, p.size, false) <= width {
		lines[last] += styled(rightwards, value)
		return lines
	}
	for _, s := range wrap(value, width-tipGap, p.size, false) {
		lines = append(lines, styled(rightwards, s))
	}
	return lines
}

// tipValue is a value as the table prints it, with its status in words.
func (p *plot) tipValue(series, place int) string {
	pt := &p.series[series].Points[place]
	if pt.State != Present {
		if pt.State == NotExpected {
			return locale.Impossible.String() + " " + p.locale.NotDue()
		}
		return p.locale.Legend(pt.State.mark())
	}
	text := p.locale.Qualified(pt.Qualifier, p.printed(pt))
	if len(p.series) == 1 && p.c.Unit != "" && !p.c.Percent {
		text += " " + p.c.Unit
	}
	if s := p.status(pt); s != "" {
		text += ", " + s
	}
	return text
}

// printed is a value without its qualifier, as everywhere on the site.
func (p *plot) printed(pt *Point) string {
	if p.c.Percent {
		return p.locale.Percent(pt.Value, p.c.decimals())
	}
	return p.number(pt.Value, p.c.decimals())
}

// remarks are the breaks between a place and the one before, and the events in its
// period. Where points are dated, a place is a date and no period of the axis.
func (p *plot) remarks(place int) []string {
	var all []string
	for i, at := range p.breaks {
		b := &p.c.Breaks[i]
		if at < 1 || place < 1 || p.at[place].Start() < b.At.Start() || p.at[place-1].Start() >= b.At.Start() {
			continue
		}
		remark := p.locale.Capitalise(p.locale.BreakBefore(b.At))
		if cut := p.namesOf(b.Series); len(cut) > 0 {
			remark = p.locale.Named(p.locale.List(cut), p.locale.BreakBefore(b.At))
		}
		all = append(all, remark)
	}
	for _, e := range p.onAxis() {
		if e.At.Start() <= p.at[place].Start() && p.at[place].End() <= e.At.End() {
			all = append(all, e.Label)
		}
	}
	return all
}

// namesOf gives the names of some of several series; none for all of them.
func (p *plot) namesOf(series []int) []string {
	if len(series) >= len(p.series) {
		return nil
	}
	var names []string
	for _, i := range series {
		if i < len(p.series) {
			names = append(names, p.series[i].Name)
		}
	}
	return names
}

// said is what the live region says of a place, in words.
func (p *plot) said(place int) string {
	var parts []string
	for _, i := range p.order() {
		text := p.saidValue(i, place)
		if name := p.series[i].Name; name != "" && len(p.series) > 1 {
			text = p.locale.Named(name, text)
		}
		parts = append(parts, text)
	}
	parts = append(parts, p.remarks(place)...)
	head := p.when(place)
	if len(p.series) > 1 && p.c.Unit != "" && !p.c.Percent {
		head += ", " + p.c.Unit // once, for all
	}
	return p.locale.Named(head, strings.Join(parts, "; ")) + "."
}

func (p *plot) saidValue(series, place int) string {
	pt := &p.series[series].Points[place]
	switch pt.State {
	case Present:
	case NotExpected:
		return p.locale.NotDue()
	default:
		return p.locale.LegendText(pt.State.mark())
	}
	text := p.locale.QualifiedWords(pt.Qualifier, p.printed(pt))
	if len(p.series) == 1 && p.c.Unit != "" && !p.c.Percent {
		text += " " + p.c.Unit
	}
	if s := pt.joinMarks(", ", func(m locale.Mark) string { return p.locale.StatusWord(m) }); s != "" {
		text += ", " + s
	}
	return text
}
