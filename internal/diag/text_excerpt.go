package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabStop is the number of columns to which a tab is widened in an excerpt.
const tabStop = 4

// A glyph is one character of a line as the excerpt shows it.
type glyph struct {
	text  string
	width int // columns of a terminal: 0, 1, 2, or more for an escape or a tab
}

// excerpt gives a line as a terminal shows it, cut to width columns around the
// span, and the marks below it; "" when the span has no column.
func excerpt(line string, span Span, width int) (text, mark string) {
	line, skipped, more := clip(line, span, width)
	if skipped > 0 {
		span.Column -= skipped
		span.End = max(span.End-skipped, 0)
	}
	glyphs := shape(line)
	from, to := span.Column-1, span.End-1
	if span.Column < 1 {
		from, to = 0, 0
	}
	from = min(from, len(glyphs))
	if to <= from {
		to = from + 1 // Only the start is known, or the place is behind the line.
	}
	to = min(to, max(len(glyphs), from+1))

	first, last := window(glyphs, from, to, width)
	var b, m strings.Builder
	if first > 0 || skipped > 0 {
		b.WriteString("…")
		m.WriteString(" ")
	}
	for i := first; i < last; i++ {
		b.WriteString(glyphs[i].text)
		switch {
		case i < from:
			m.WriteString(strings.Repeat(" ", glyphs[i].width))
		case i < to:
			m.WriteString(strings.Repeat("~", glyphs[i].width))
		}
	}
	if last < len(glyphs) || more {
		b.WriteString("…")
	}
	if span.Column < 1 {
		return b.String(), ""
	}
	if from >= len(glyphs) || span.End <= span.Column {
		// One mark for a start alone, however wide its character.
		mark := strings.TrimRight(m.String(), "~")
		return b.String(), mark + "^"
	}
	if mark := strings.TrimRight(m.String(), " "); mark != "" && mark[len(mark)-1] == '~' {
		return b.String(), mark
	}
	// What is meant has no width of its own: it stands on the letter before.
	return b.String(), m.String()[:max(m.Len()-1, 0)] + "^"
}

// clip takes from a very long line what can be shown of it, so that a file of
// one line of megabytes is not drawn whole for each finding. skipped counts the
// characters left out before, more says whether any are left out behind.
func clip(line string, span Span, width int) (clipped string, skipped int, more bool) {
	if len(line) < 64*width {
		return line, 0, false
	}
	from, to, n := 0, len(line), 0
	for i := range line {
		switch n {
		case span.Column - 2*width:
			from, skipped = i, n
		case max(span.Column, 0) + 4*width:
			return line[from:i], skipped, true
		}
		n++
	}
	return line[from:to], skipped, false
}

// window chooses the glyphs from first to before last: all of them if they fit,
// else those around the span, more of what stands before it than after.
func window(glyphs []glyph, from, to, width int) (first, last int) {
	total := 0
	for _, g := range glyphs {
		total += g.width
	}
	if total <= width {
		return 0, len(glyphs)
	}
	first, last = from, from
	room := width
	grow := func(until int, limit int) {
		for last < until && limit > 0 && glyphs[last].width <= room {
			room -= glyphs[last].width
			limit -= glyphs[last].width
			last++
		}
	}
	grow(min(to, len(glyphs)), width)
	after := room / 3
	for first > 0 && glyphs[first-1].width <= room-after {
		first--
		room -= glyphs[first].width
	}
	grow(len(glyphs), room)
	for first > 0 && glyphs[first-1].width <= room {
		first--
		room -= glyphs[first].width
	}
	return first, last
}

func shape(line string) []glyph {
	glyphs := make([]glyph, 0, len(line))
	column := 0
	for i, r := range line {
		g := glyph{string(r), runeWidth(r)}
		switch {
		case r == '\t':
			g.width = tabStop - column%tabStop
			g.text = strings.Repeat(" ", g.width)
		case r == utf8.RuneError:
			_, size := utf8.DecodeRuneInString(line[i:])
			g.text = Visible(line[i : i+size])
			g.width = utf8.RuneCountInString(g.text)
		case hidden(r):
			g.text = visibleRune(r)
			g.width = len(g.text)
		}
		column += g.width
		glyphs = append(glyphs, g)
	}
	return glyphs
}

// runeWidth is the number of columns that terminals give a character: none for
// marks on the letter before, two for the scripts and pictures below, else one.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide holds the blocks that are wide or full-width in Unicode's East Asian
// Width (UAX #11), and the emoji that terminals show as wide.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x231a, 0x231b, 1}, {0x2e80, 0x303e, 1}, {0x3041, 0x4dbf, 1},
		{0x4e00, 0xa4cf, 1}, {0xa960, 0xa97f, 1}, {0xac00, 0xd7a3, 1}, {0xf900, 0xfaff, 1},
		{0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{
		{0x17000, 0x18cff, 1}, {0x1b000, 0x1b2ff, 1}, {0x1f300, 0x1f64f, 1},
		{0x1f680, 0x1f6ff, 1}, {0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1},
	},
}
