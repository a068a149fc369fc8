package chart

// drawCourses draws the lines, in whole pixels and relative steps, each style as
// one path, and the markers of what no line reaches and of a provisional end.
func (d *panelChart) drawCourses() {
	d.raw(`<g fill="none" stroke="` + role.series[0] + `" stroke-width="2.5">`)
	for style, dashes := range [styles]string{dashed: ` stroke-dasharray="4 3"`, dotted: dots} {
		began := false
		for i := range d.panels {
			p := &d.panels[i]
			for j := 1; j < len(p.x); j++ {
				if !p.joined(p.series, j) || p.style(p.series, j) != style {
					continue
				}
				if !began {
					began = true
					d.raw(`<path d="`)
				}
				j = p.run(j, style)
			}
		}
		if began {
			d.raw(`"` + dashes + "/>")
		}
	}
	d.raw("</g>\n")
	d.drawPanelSpots()
}

// run draws the stretch of one style that begins with the piece to a place, and
// gives its last place.
func (p *panel) run(place, style int) int {
	x, y := whole(p.x[place-1]), whole(p.y(p.series, place-1))
	p.move(x, y)
	p.raw("l")
	for i := place; ; i++ {
		if i == len(p.x) || !p.joined(p.series, i) || p.style(p.series, i) != style {
			return i - 1
		}
		toX, toY := whole(p.x[i]), whole(p.y(p.series, i))
		if i > place && toX-x >= 0 {
			p.raw(" ")
		}
		p.buf = appendPair(p.buf, toX-x, toY-y)
		p.taken.segments = append(p.taken.segments, segment{x, y, toX, toY})
		x, y = toX, toY
	}
}

// drawPanelSpots marks what no line reaches, bounds and a provisional end, the
// latter two hollow. A dot is a line of no length with a round end.
func (d *panelChart) drawPanelSpots() {
	var all, hollow []segment
	for i := range d.panels {
		p := &d.panels[i]
		points := d.series[p.series].Points
		for _, j := range p.dotted(p.series) {
			x, y := whole(p.x[j]), whole(p.y(p.series, j))
			all = append(all, segment{x, y, x, y})
			if points[j].hollow() {
				hollow = append(hollow, segment{x, y, x, y})
			}
			d.taken.take(box{x - 4*px, y - 4*px, x + 4*px, y + 4*px})
		}
	}
	d.drawDots(all, role.series[0], "8")
	d.drawDots(hollow, role.page, "3.5")
}

// dotted gives the places of a line in a panel that have a dot: those that stand
// alone, and a provisional end.
func (t *trace) dotted(series int) []int {
	points := t.series[series].Points
	_, last := ends(points)
	var places []int
	for i := range points {
		if points[i].State == Present && (t.alone(series, i) || i == last && points[i].Provisional) {
			places = append(places, i)
		}
	}
	return places
}

// drawDots draws round dots of one size as one path.
func (p *plot) drawDots(at []segment, colour, size string) {
	if len(at) == 0 {
		return
	}
	p.raw(`<path d="`)
	for _, s := range at {
		p.move(s.x0, s.y0)
		p.raw("h0")
	}
	p.raw(`" stroke="` + colour + `" stroke-width="` + size + `" stroke-linecap="round"/>` + "\n")
}

// drawPanelGaps draws a dotted line just above the axis for the places without a
// figure, with the mark above it where that meets nothing.
func (d *panelChart) drawPanelGaps() {
	var lines []segment
	var signs []label
	for i := range d.panels {
		p := &d.panels[i]
		for _, g := range gaps(d.series[p.series].Points) {
			x0, x1, y := p.x[g.first], p.x[g.last], p.scale.from-4*px
			lines = append(lines, segment{x0 - 2*px, y, max(x1, x0) + 2*px, y})
			if l, ok := d.sign(p, g.state.sign(), x0, x1, y-4*px); ok {
				signs = append(signs, l)
			}
		}
	}
	d.drawSegments(lines, role.mute, ` stroke-dasharray="2 3"`)
	d.putAlike(signs)
}

// sign places a mark over a gap, in the middle or elsewhere along it, at most two
// lines high.
func (d *panelChart) sign(p *panel, text string, x0, x1, y int) (label, bool) {
	l := label{s: text, at: middle, size: d.small, fill: role.mute}
	half := d.bounds(l).x1
	for _, l.y = range [...]int{y, y - 15*px} {
		for _, x := range [...]int{(x0 + x1) / 2, x0, x1} {
			l.x = min(max(x, p.left+half), p.left+d.across-half)
			if b := d.bounds(l); d.taken.free(b) {
				d.taken.take(b)
				return l, true
			}
		}
	}
	return l, false
}
