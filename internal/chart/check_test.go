package chart

import (
	"slices"
	"testing"
)

// courses gives the pieces of data lines.
func (pic picture) courses() []segment {
	var all []segment
	for _, m := range pic.marks {
		if m.fill == "" && m.width == 3*px {
			all = append(all, m.segments()...)
		}
	}
	return all
}

// dots counts the round dots.
func (pic picture) dots() int {
	n := 0
	for _, m := range pic.marks {
		if len(m.at) == 2 && m.at[0] == m.at[1] {
			n++
		}
	}
	return n
}

// A bar is a filled box.
type bar struct {
	box
	colour string
}

// bars gives what bars fill, whether as areas or as thick lines.
func (pic picture) bars() []bar {
	var all []bar
	for _, m := range pic.marks {
		b := m.bounds()
		switch {
		case m.fill != "" && len(m.at) == 4:
			all = append(all, bar{b, m.fill})
		case m.fill == "" && m.width > 4*px && b.x0 == b.x1:
			all = append(all, bar{box{b.x0 - m.width/2, b.y0, b.x0 + m.width/2, b.y1}, m.stroke})
		}
	}
	return all
}

// paletteOf is the palette with the background of a picture.
func paletteOf(pic picture) palette {
	if pic.page == dark.page {
		return dark
	}
	return light
}

// check reports texts that meet, leave the frame, stand on data or on a line, or
// are too small; texts with less than 4.5:1 and marks with less than 3:1. A
// text may stand within a tile.
func (pic picture) check(t testing.TB, kind Kind) {
	t.Helper()
	p := paletteOf(pic)
	least := 13
	if pic.plot.x1 == 360*px {
		least = 15 // shown on a phone, at four fifths of its size
	}
	for i, a := range pic.texts {
		if a.size < least {
			t.Errorf("%q is set in %d pixels", a.s, a.size)
		}
		frame := pic.view
		if a.box.y1 > pic.plot.y0 && a.box.y0 < pic.plot.y1 {
			frame = pic.plot // what the page shows must not be cut.
		}
		if a.box.x0 < frame.x0 || a.box.x1 > frame.x1 || a.box.y0 < frame.y0 || a.box.y1 > frame.y1 {
			t.Errorf("%q at %v leaves the frame %v", a.s, a.box, frame)
		}
		ground := pic.ground(t, a, kind == TileMap)
		if got := contrast(t, a.fill, ground); got < 4.5 {
			t.Errorf("%q in %s has %.2f:1 on %s", a.s, a.fill, got, ground)
		}
		for _, b := range pic.texts[:i] {
			if a.box.meets(b.box) {
				t.Errorf("%q at %v meets %q at %v", a.s, a.box, b.s, b.box)
			}
		}
	}
	if kind != Line && kind != Dot { // whose markers may coincide
		pic.checkNeighbours(t)
	}
	for _, m := range pic.marks {
		for _, colour := range []string{m.fill, m.stroke} {
			if colour == "" || slices.Contains([]string{p.page, p.grid, p.tint}, colour) {
				continue
			}
			if got := contrast(t, colour, p.page); got < 3 {
				t.Errorf("a mark in %s has %.2f:1 on the page", colour, got)
			}
		}
	}
}

// covers reports whether a line of a width touches a box. Upright and level lines
// end where they end.
func (s segment) covers(b box, width int) bool {
	switch {
	case s.x0 == s.x1 && s.y0 == s.y1: // a dot
		return b.meets(box{s.x0, s.y0, s.x0, s.y0}.grow(width / 2))
	case s.x0 == s.x1:
		return b.meets(box{s.x0 - width/2, min(s.y0, s.y1), s.x0 + width/2, max(s.y0, s.y1)})
	case s.y0 == s.y1:
		return b.meets(box{min(s.x0, s.x1), s.y0 - width/2, max(s.x0, s.x1), s.y0 + width/2})
	}
	return s.meets(b.grow(width / 2))
}

// checkNeighbours reports bars that touch and have less than 3:1 between them.
// Slivers are too small to be told apart by any colour.
func (pic picture) checkNeighbours(t testing.TB) {
	t.Helper()
	p := paletteOf(pic)
	bars := slices.DeleteFunc(pic.bars(), func(b bar) bool {
		return b.colour == p.page || b.colour == p.tint || min(b.x1-b.x0, b.y1-b.y0) < 4*px
	})
	for i, a := range bars {
		for _, b := range bars[:i] {
			if a.colour != b.colour && a.grow(1).meets(b.box) && contrast(t, a.colour, b.colour) < 3 {
				t.Errorf("the bars %v in %s and %v in %s touch", a.box, a.colour, b.box, b.colour)
			}
		}
	}
}

// ground is the colour that a text stands on, and reports what it stands across.
// Gridlines are no obstacle.
func (pic picture) ground(t testing.TB, a shown, tiles bool) string {
	t.Helper()
	p := paletteOf(pic)
	ground := p.page
	var across *mark
	for i := range pic.marks {
		m := &pic.marks[i]
		if m.fill != "" {
			switch {
			case m.contains(a.box) && m.rank < a.rank && (tiles && !m.hatch || m.fill == p.page && !m.dashed):
				ground, across = m.fill, nil
			case m.meets(a.box):
				across = m
			}
		}
		if m.stroke == "" || m.stroke == p.grid || m.stroke == p.page {
			continue
		}
		for _, s := range m.segments() {
			if s.covers(a.box, m.width) {
				across = m
			}
		}
	}
	if across != nil {
		t.Errorf("%q at %v stands on a mark with fill %q and stroke %q, %v", a.s, a.box, across.fill, across.stroke, across.at)
	}
	return ground
}
