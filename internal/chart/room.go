package chart

import "slices"

// A box is a rectangle of the picture.
type box struct{ x0, y0, x1, y1 int }

func (b box) grow(d int) box { return box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d} }

func (b box) meets(c box) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

// A segment is a straight piece of a line.
type segment struct{ x0, y0, x1, y1 int }

// meets reports whether the segment has a point within the box.
func (s segment) meets(b box) bool {
	if max(s.x0, s.x1) < b.x0 || min(s.x0, s.x1) > b.x1 || max(s.y0, s.y1) < b.y0 || min(s.y0, s.y1) > b.y1 {
		return false
	}
	// Their bounds overlap, so they meet unless all corners lie on one side.
	side := func(x, y int) int { return (s.x1-s.x0)*(y-s.y0) - (s.y1-s.y0)*(x-s.x0) }
	a, c, d, e := side(b.x0, b.y0), side(b.x1, b.y0), side(b.x0, b.y1), side(b.x1, b.y1)
	return !(a > 0 && c > 0 && d > 0 && e > 0 || a < 0 && c < 0 && d < 0 && e < 0)
}

// A room knows what is already taken.
type room struct {
	boxes    []box
	segments []segment
}

// Distances that a label keeps.
const (
	toBox  = 2 * px // from other texts, marks and bars
	toLine = 4 * px // from the middle of a data line, 3 pixels thick
)

// free reports whether nothing is drawn near a box.
func (r *room) free(b box) bool {
	near := b.grow(toLine)
	return r.apart(b) && !slices.ContainsFunc(r.segments, func(s segment) bool { return s.meets(near) })
}

// apart reports whether a box keeps its distance from all texts, marks and bars.
func (r *room) apart(b box) bool { return !slices.ContainsFunc(r.boxes, b.grow(toBox).meets) }

// crossed reports whether a line would run through what is drawn.
func (r *room) crossed(s segment) bool { return slices.ContainsFunc(r.boxes, s.meets) }

func (r *room) take(b box) { r.boxes = append(r.boxes, b) }

// Height of a letter with an accent above and depth of a letter below the
// baseline, in per cent of the font size.
const (
	ascent  = 74
	descent = 22
)

// bounds is the box of a label.
func (p *plot) bounds(l label) box {
	size := l.size
	if size == 0 {
		size = p.size
	}
	w := textWidth(l.s, size, l.bold)
	if l.lead != "" {
		w += textWidth(l.lead, size, true)
	}
	x := l.x
	switch l.at {
	case middle:
		x -= w / 2
	case end:
		x -= w
	}
	return box{x, l.y - size*px*ascent/100, x + w, l.y + size*px*descent/100}
}

// text draws a label and takes its room.
func (p *plot) text(l label) {
	p.write(l, p.size, "")
	p.taken.take(p.bounds(l))
}

// inside reports whether a box lies within the bare view, down to bottom.
func (p *plot) inside(b box, bottom int) bool {
	return b.x0 >= 0 && b.y0 >= 0 && b.x1 <= p.width && b.y1 <= bottom
}

// centred is a label around x that is moved to stay within the view.
func (p *plot) centred(x int, l label) label {
	l.x, l.at = x, middle
	switch b := p.bounds(l); {
	case b.x0 < 0:
		l.x, l.at = 0, start
	case b.x1 > p.width:
		l.x, l.at = p.width, end
	}
	return l
}

// stack gives the lines of a block, the first baseline at y.
func (p *plot) stack(x, y int, at anchor, lines []label) []label {
	block := make([]label, len(lines))
	for i, l := range lines {
		l.x, l.y, l.at = x, y+i*p.leading, at
		block[i] = l
	}
	return block
}

// fits reports whether a block has a free place within the view and clear of a
// line at the bottom.
func (p *plot) fits(block []label, bottom int) bool {
	for _, l := range block {
		if b := p.bounds(l); !p.inside(b, bottom-px) || !p.taken.free(b) {
			return false
		}
	}
	return true
}

// put draws a block.
func (p *plot) put(block []label) {
	for _, l := range block {
		p.text(l)
	}
}
