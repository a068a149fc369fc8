package chart

// referenceText is the label of a reference line with its value.
func (p *plot) referenceText(i int) string {
	r := &p.references[i]
	return p.locale.Named(r.Label, p.number(r.Value, p.c.decimals()))
}

// referenceRows is the room that the labels of reference lines take above a
// plot over periods: none unless they stand in the key.
func (p *plot) referenceRows() int {
	if p.inKey&referenceLabels != 0 {
		return len(p.references)
	}
	return 0
}

// drawReferenceKey writes the labels of reference lines above the plot, where
// that is their place.
func (p *plot) drawReferenceKey(above int) {
	for i := range p.referenceRows() {
		y := 12*px + above + (i+1)*p.leading
		p.drawSegments([]segment{{0, y - 5*px, 24 * px, y - 5*px}}, role.ink, referenceLook)
		p.text(label{x: 32 * px, y: y, s: fit(p.referenceText(i), p.width-32*px, p.size, false)})
	}
}

// A reference line is thin and full: dashes mean other things.
const (
	referenceLook = ` stroke-width="1.5"`
	referenceEdge = ` stroke-width="4.5"`
)

// drawReferences draws horizontal lines from left to right. Over filled marks a
// line has an edge in the colour of the page.
func (p *plot) drawReferences(s *scale, left, right int, edged bool) {
	if s.count == 0 || len(p.references) == 0 {
		return
	}
	var lines []segment
	for i := range p.references {
		y := s.at(p.references[i].Value)
		lines = append(lines, segment{left, y, right, y})
	}
	if edged {
		p.drawSegments(lines, role.page, referenceEdge)
	}
	p.drawSegments(lines, role.ink, referenceLook)
	p.taken.segments = append(p.taken.segments, lines...)
}

// nameReferences writes each label on its line where it meets nothing. A label
// that finds no place asks for the key.
func (p *plot) nameReferences(s *scale, left, right int) {
	if s.count == 0 || p.inKey&referenceLabels != 0 {
		return
	}
	for i := range p.references {
		if !p.placeReference(s, i, left, right) {
			p.needs |= referenceLabels
		}
	}
}

// placeReference writes a label above or below its line, as far right as it
// finds room.
func (p *plot) placeReference(s *scale, i, left, right int) bool {
	y := s.at(p.references[i].Value)
	l := label{s: p.referenceText(i)}
	width := p.bounds(l).x1
	for _, l.y = range [...]int{y - 9*px, y + 16*px} {
		for l.x = right - width; l.x >= left+4*px; l.x -= 12 * px {
			if b := p.bounds(l); p.inside(b, max(s.from, s.to)-gapStrip) && p.taken.free(b) {
				p.text(l)
				return true
			}
		}
	}
	return false
}

// drawSignposts writes the labels of vertical reference lines in rows below y and
// gives the last baseline.
func (p *plot) drawSignposts(s *scale, y int) int {
	at, texts := make([]int, len(p.references)), make([]string, len(p.references))
	for i := range p.references {
		at[i], texts[i] = s.at(p.references[i].Value), p.referenceText(i)
	}
	set, rows := p.signposts(at, texts, y+p.leading-2*px)
	p.putSignposts(set)
	return y + rows*p.leading
}

// crossReferences draws vertical lines through rows of marks, with an edge in
// the colour of the page.
func (p *plot) crossReferences(s *scale, rows []box) {
	x := make([]int, len(p.references))
	for i := range x {
		x[i] = s.at(p.references[i].Value)
	}
	p.drawUprights(x, rows, role.page, referenceEdge)
	p.drawUprights(x, rows, role.ink, referenceLook)
}

// pastReferences moves a label beyond the vertical lines that it would meet, away
// from the mark that it belongs to.
func (p *plot) pastReferences(s *scale, l label) label {
	lines := make([]int, len(p.references))
	for i := range p.references {
		lines[i] = s.at(p.references[i].Value)
	}
	return p.past(lines, l)
}

// past moves a label beyond vertical lines.
func (p *plot) past(lines []int, l label) label {
	for range lines {
		for _, x := range lines {
			if b := p.bounds(l); b.x0-4*px < x && x < b.x1+4*px {
				if l.at == end {
					l.x = x - 5*px
				} else {
					l.x = x + 5*px
				}
			}
		}
	}
	return l
}
