package chart

import (
	"strconv"

	"ronde/internal/period"
)

// layFeet sets the first and the last period below each panel of a row, on two
// lines where they do not fit beside each other, and gives the distance of the
// last line.
func (d *panelChart) layFeet(row []panel) int {
	n := len(d.at)
	first, last := d.short(d.at[0]), d.short(d.at[n-1])
	y, deep := toNames, toNames
	if n > 1 && textWidth(first, d.small, false)+8*px+textWidth(last, d.small, false) > d.across {
		deep += d.leading
	}
	for i := range row {
		l := label{x: row[i].left, y: row[i].scale.from + y, s: fit(first, d.across, d.small, false), size: d.small, fill: d.pal.mute}
		d.feet = append(d.feet, l)
		if n > 1 {
			l.x, l.y, l.s, l.at = row[i].left+d.across, row[i].scale.from+deep, fit(last, d.across, d.small, false), end
			d.feet = append(d.feet, l)
		}
	}
	return deep
}

// drawPanels draws everything that stands in the panels, what is alike together.
func (d *panelChart) drawPanels() {
	d.drawPanelGrid()
	d.drawFeet()
	d.drawHeads()
	d.drawCuts()
	d.drawCourses()
	d.drawPanelGaps()
}

// drawPanelGrid draws gridlines across each row, axes and ticks of each panel.
func (d *panelChart) drawPanelGrid() {
	var grid, axes, refs []segment
	var values []label
	for i := range d.panels {
		p := &d.panels[i]
		right := p.left + d.across
		if zero := p.scale.zero(); p.scale.low <= 0 && p.scale.high >= 0 {
			axes = append(axes, segment{p.left, zero, right, zero})
			if zero != p.scale.from {
				d.taken.segments = append(d.taken.segments, segment{p.left, zero, right, zero})
			}
		}
		if !p.row {
			continue
		}
		for _, r := range d.references {
			line := segment{p.left, p.scale.at(r.Value), d.width, p.scale.at(r.Value)}
			refs = append(refs, line)
			d.taken.segments = append(d.taken.segments, line)
		}
		if p.scale.low != 0 {
			grid = append(grid, segment{0, p.scale.from, d.width, p.scale.from})
		}
		for _, v := range p.scale.ticks() {
			y := whole(p.scale.at(v))
			if v != 0 {
				grid = append(grid, segment{0, y, d.width, y})
			}
			values = append(values, label{y: y - 4*px, s: d.number(v, p.scale.step.Decimals()), size: d.small, fill: d.pal.mute})
		}
	}
	d.drawSegments(grid, d.pal.grid, "")
	d.drawSegments(axes, d.pal.ink, "")
	d.drawTicks()
	d.drawSegments(refs, d.pal.ink, ` stroke-width="1.5"`)
	d.putAlike(values)
}

// drawTicks draws a tick for each place as dashes of one thick line a panel: ticks
// of their own would take more bytes than the data. January's are longer.
func (d *panelChart) drawTicks() {
	var ticks []segment
	for i := range d.panels {
		p := &d.panels[i]
		y := p.scale.from + 2*px
		ticks = append(ticks, segment{whole(p.x[0]), y, whole(p.x[len(p.x)-1]) + px, y})
	}
	d.drawSegments(ticks, d.pal.ink, ` stroke-width="4" stroke-dasharray="1 `+length(max(d.step-px, px/2))+`"`)
	var januaries []segment
	for i, at := range d.at {
		if _, m, _ := at.Start().Civil(); at.Kind() != period.Month || m != 1 {
			continue
		}
		for j := range d.panels {
			p := &d.panels[j]
			x := whole(p.x[0]) + p.x[i] - p.x[0] + px/2
			januaries = append(januaries, segment{x, p.scale.from, x, p.scale.from + 8*px})
		}
	}
	d.drawSegments(januaries, d.pal.ink, "")
}

// drawFeet writes the periods, those on the left and those on the right.
func (d *panelChart) drawFeet() {
	var first, last []label
	for _, l := range d.feet {
		if l.at == end {
			last = append(last, l)
		} else {
			first = append(first, l)
		}
	}
	d.putAlike(first)
	d.putAlike(last)
}

// drawHeads writes names and last values.
func (d *panelChart) drawHeads() {
	var names, values []label
	for i := range d.panels {
		names = append(names, d.panels[i].head...)
		if d.panels[i].value.s != "" {
			values = append(values, d.panels[i].value)
		}
	}
	d.putAlike(names)
	d.putAlike(values)
}

// drawCuts draws the breaks of each series and the events, with their numbers and
// letters above.
func (d *panelChart) drawCuts() {
	var breaks, events []segment
	var numbers, letters []label
	for i := range d.panels {
		p := &d.panels[i]
		top := p.scale.to - 2*px
		mark := func(x int, l label) (label, bool) {
			for _, dx := range [...]int{0, 9, -9, 18, -18} {
				l.x, l.y = x+dx*px, top-4*px
				if b := d.bounds(l); b.x0 >= p.left-betweenPanels/2 && b.x1 <= p.left+d.across && d.taken.free(b) {
					d.taken.take(b)
					return l, true
				}
			}
			return l, false
		}
		for n, at := range d.breaks {
			if at < 1 || !d.cut(p.series, at) {
				continue
			}
			x := whole(middleOf(p.x, at))
			breaks = append(breaks, segment{x, top, x, p.scale.from})
			d.taken.segments = append(d.taken.segments, segment{x, p.scale.to + 2*px, x, p.scale.from})
			if l, ok := mark(x, label{s: strconv.Itoa(n + 1), at: middle, bold: true, size: d.small}); ok {
				numbers = append(numbers, l)
			}
		}
		at, _ := d.events(p.x)
		for n, x := range at {
			events = append(events, segment{x, top, x, p.scale.from})
			d.taken.segments = append(d.taken.segments, segment{x, p.scale.to + 2*px, x, p.scale.from})
			if l, ok := mark(x, label{s: letter(n), at: middle, size: d.small}); ok && len(at) > 1 {
				letters = append(letters, l)
			}
		}
	}
	d.drawSegments(breaks, d.pal.ink, ` stroke-dasharray="2 3"`)
	d.drawSegments(events, d.pal.ink, "")
	d.putAlike(numbers)
	d.putAlike(letters)
}

// drawCourses draws the lines, in whole pixels and relative steps, each style as
// one path, and the markers of what no line reaches and of a provisional end.
func (d *panelChart) drawCourses() {
	d.raw(`<g fill="none" stroke="` + d.pal.series[0] + `" stroke-width="2.5">`)
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
	d.drawDots(all, d.pal.series[0], "8")
	d.drawDots(hollow, d.pal.page, "3.5")
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
	d.drawSegments(lines, d.pal.mute, ` stroke-dasharray="2 3"`)
	d.putAlike(signs)
}

// sign places a mark over a gap, in the middle or elsewhere along it, at most two
// lines high.
func (d *panelChart) sign(p *panel, text string, x0, x1, y int) (label, bool) {
	l := label{s: text, at: middle, size: d.small, fill: d.pal.mute}
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
