package chart

import (
	"strconv"
	"unicode/utf8"
)

// whole rounds a coordinate to whole pixels.
func whole(v int) int { return (v + px/2) / px * px }

func abs(n int) int { return max(n, -n) }

// appendCoord writes a coordinate with at most one decimal.
func appendCoord(b []byte, v int) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, int64(v/px), 10)
	if v%px != 0 {
		b = append(b, '.', byte('0'+v%px))
	}
	return b
}

// appendPair writes two coordinates.
func appendPair(b []byte, x, y int) []byte {
	b = appendCoord(b, x)
	if y >= 0 {
		b = append(b, ' ')
	}
	return appendCoord(b, y)
}

// appendText writes s as character data or an attribute's value. What XML
// cannot hold becomes U+FFFD.
func appendText(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&#34;"...)
		case r == '\t' || r == '\n' || r == '\r':
			b = append(b, ' ')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b = utf8.AppendRune(b, utf8.RuneError)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// raw writes mark-up as it stands.
func (p *plot) raw(s string) { p.buf = append(p.buf, s...) }

// attr writes an attribute with a length or coordinate.
func (p *plot) attr(name string, v int) {
	p.buf = append(p.buf, ' ')
	p.buf = append(p.buf, name...)
	p.buf = append(p.buf, '=', '"')
	p.buf = appendCoord(p.buf, v)
	p.buf = append(p.buf, '"')
}

// move begins a part of a path.
func (p *plot) move(x, y int) {
	p.buf = append(p.buf, 'M')
	p.buf = appendPair(p.buf, x, y)
}

// to writes a path command with one coordinate, such as H or v.
func (p *plot) to(command byte, v int) {
	p.buf = append(p.buf, command)
	p.buf = appendCoord(p.buf, v)
}

// lineTo writes a straight line to a point.
func (p *plot) lineTo(x, y int) {
	p.buf = append(p.buf, 'L')
	p.buf = appendPair(p.buf, x, y)
}

// rectangle writes a closed part of a path.
func (p *plot) rectangle(b box) {
	p.move(b.x0, b.y0)
	p.to('H', b.x1)
	p.to('V', b.y1)
	p.to('H', b.x0)
	p.buf = append(p.buf, 'z')
}

// drawLead draws the line that leads from a mark to its label.
func (p *plot) drawLead(way ...vertex) {
	p.kept.leads = append(p.kept.leads, way)
	p.raw(`<path d="`)
	p.move(way[0][0], way[0][1])
	for i, c := range way[1:] {
		switch before := way[i]; {
		case c[1] == before[1]:
			p.to('H', c[0])
		case c[0] == before[0]:
			p.to('V', c[1])
		default:
			p.lineTo(c[0], c[1])
		}
	}
	p.raw(`" fill="none" stroke="` + role.ink + "\"/>\n")
}

// An anchor says which part of a text its x coordinate is.
type anchor uint8

const (
	start anchor = iota
	middle
	end
)

// A label is one line of text.
type label struct {
	x, y int    // y of the baseline
	lead string // a bold beginning
	s    string
	at   anchor
	bold bool
	size int    // in pixels; 0 is the plot's own
	fill string // "" is ink
}

// write writes a label in a group of the given colour and font size.
func (p *plot) write(l label, groupSize int, groupFill string) {
	p.keep(l)
	p.raw("<text")
	if l.x != 0 {
		p.attr("x", l.x)
	}
	p.attr("y", l.y)
	p.textAttributes(l, groupSize, groupFill)
	p.buf = append(p.buf, '>')
	if l.lead != "" {
		p.raw(`<tspan font-weight="700">`)
		p.buf = appendText(p.buf, l.lead)
		p.raw("</tspan>")
	}
	p.buf = appendText(p.buf, l.s)
	p.raw("</text>\n")
}

// textAttributes writes what differs from the group.
func (p *plot) textAttributes(l label, groupSize int, groupFill string) {
	switch l.at {
	case middle:
		p.raw(` text-anchor="middle"`)
	case end:
		p.raw(` text-anchor="end"`)
	}
	if l.size != 0 && l.size != groupSize {
		p.attr("font-size", l.size*px)
	}
	if l.bold {
		p.raw(` font-weight="700"`)
	}
	if l.fill != groupFill && !(l.fill == "" && groupFill == role.ink) {
		p.raw(` fill="`)
		if l.fill == "" {
			p.raw(role.ink)
		}
		p.raw(l.fill)
		p.raw(`"`)
	}
}

// putAlike draws labels that differ in place and text only, in one group.
func (p *plot) putAlike(labels []label) {
	if len(labels) == 0 {
		return
	}
	style := labels[0]
	if style.size == 0 {
		style.size = p.size
	}
	p.raw("<g")
	p.textAttributes(style, p.size, "")
	p.raw(">")
	for _, l := range labels {
		p.keep(l)
		p.taken.take(p.bounds(l))
		p.raw("<text")
		if l.x != 0 {
			p.attr("x", l.x)
		}
		p.attr("y", l.y)
		p.raw(">")
		p.buf = appendText(p.buf, l.s)
		p.raw("</text>")
	}
	p.raw("</g>\n")
}

// drawSegments draws upright and level lines of one look as one path.
func (p *plot) drawSegments(segments []segment, colour, look string) {
	if len(segments) == 0 {
		return
	}
	p.kept.rules = append(p.kept.rules, rule{segments, colour, look})
	p.raw(`<path d="`)
	for _, s := range segments {
		p.move(s.x0, s.y0)
		switch length := s.y1 - s.y0; {
		case length == 0:
			p.to('H', s.x1)
		case abs(length) < 10*px:
			p.to('v', length)
		default:
			p.to('V', s.y1)
		}
	}
	p.raw(`" stroke="` + colour + `"` + look + "/>\n")
}

// drawUprights draws upright lines that are interrupted between stretches of
// height, as dashes where the stretches follow one another evenly.
func (p *plot) drawUprights(x []int, stretches []box, colour, look string) {
	var lines []segment
	length, pitch := evenly(stretches)
	for _, x := range x {
		if pitch > 0 {
			lines = append(lines, segment{x, stretches[0].y0, x, stretches[len(stretches)-1].y1})
			continue
		}
		for _, s := range stretches {
			lines = append(lines, segment{x, s.y0, x, s.y1})
		}
	}
	if pitch > 0 {
		dashes := appendPair([]byte(` stroke-dasharray="`), length, pitch-length)
		look += string(dashes) + `"`
	}
	p.drawSegments(lines, colour, look)
}

// evenly gives the length of stretches and the distance from each to the next, 0
// when they differ.
func evenly(stretches []box) (length, pitch int) {
	if len(stretches) < 3 {
		return 0, 0
	}
	length, pitch = stretches[0].y1-stretches[0].y0, stretches[1].y0-stretches[0].y0
	for i, s := range stretches {
		if s.y1-s.y0 != length || i > 0 && s.y0-stretches[i-1].y0 != pitch {
			return 0, 0
		}
	}
	return length, pitch
}
