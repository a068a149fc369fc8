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
		l := label{x: row[i].left, y: row[i].scale.from + y, s: fit(first, d.across, d.small, false), size: d.small, fill: role.mute}
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
			values = append(values, label{y: y - 4*px, s: d.number(v, p.scale.step.Decimals()), size: d.small, fill: role.mute})
		}
	}
	d.drawSegments(grid, role.grid, "")
	d.drawSegments(axes, role.ink, "")
	d.drawTicks()
	d.drawSegments(refs, role.ink, ` stroke-width="1.5"`)
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
	d.drawSegments(ticks, role.ink, ` stroke-width="4" stroke-dasharray="1 `+length(max(d.step-px, px/2))+`"`)
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
	d.drawSegments(januaries, role.ink, "")
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
	d.drawSegments(breaks, role.ink, ` stroke-dasharray="2 3"`)
	d.drawSegments(events, role.ink, "")
	d.putAlike(numbers)
	d.putAlike(letters)
}
