package chart

import "ronde/internal/number"

// Geometry of a dot plot, in view coordinates.
const (
	dotRow   = 28 * px // from one category to the next
	toDot    = 12 * px // from a dot to its value
	toAbsent = 12 * px // from a value to the mark of what is missing
)

// A dotPlot is a dot plot in the making.
type dotPlot struct {
	*plot
	scale scale
	left  int // where the room for dots and values begins
	terse bool
	rows  []dotLine
}

// A dotLine is the row of a category.
type dotLine struct {
	names           []label
	middle          int // height of its dots
	lowest, highest int // series, −1 when there is none
	from, to        int // lowest and highest of the values that are no bounds
}

// drawDotPlot draws a dot for each value of one to three series over categories;
// a line joins the lowest and the highest of a category, which have their values
// beside them.
func drawDotPlot(p *plot) {
	d := dotPlot{plot: p, scale: p.newScale(p.series)}
	if !p.narrow {
		d.left = nameColumn
	}
	for place := range p.c.Categories {
		d.rows = append(d.rows, d.line(place))
	}
	if d.stretch(); d.scale.to-d.scale.from < (p.width-d.left)/2 {
		d.terse = true
		d.stretch()
	}
	y := d.drawDotHead()
	top := y
	for i := range d.rows {
		y = d.layDotRow(i, y)
	}
	p.height = y + 4*px
	if len(d.rows) == 0 {
		return
	}
	stretches := []box{{y0: top, y1: y}}
	if p.narrow {
		stretches = nil
		for _, r := range d.rows {
			stretches = append(stretches, box{y0: r.middle - 12*px, y1: r.middle + 12*px})
		}
	}
	d.drawDotGrid(stretches)
	p.crossReferences(&d.scale, stretches)
	d.drawRanges()
	d.drawDots()
	for i := range d.rows {
		p.put(d.rows[i].names)
		d.drawValues(i)
	}
	if p.provisional() {
		p.drawKey(func(x, y int) { p.drawSpots(0, []spot{{x - 6*px, y, true}}) })
	}
}

// line finds the ends of a category: of what has values beside it, and of the
// range, which a bound is no end of.
func (d *dotPlot) line(place int) dotLine {
	r := dotLine{lowest: -1, highest: -1, from: -1, to: -1}
	value := func(s int) number.Decimal { return d.series[s].Points[place].Value }
	widen := func(lowest, highest *int, s int) {
		if *lowest < 0 || value(s) < value(*lowest) {
			*lowest = s
		}
		if *highest < 0 || value(s) >= value(*highest) {
			*highest = s
		}
	}
	for s := range d.series {
		pt := &d.series[s].Points[place]
		if pt.State == Present {
			widen(&r.lowest, &r.highest, s)
		}
		if pt.joins() {
			widen(&r.from, &r.to, s)
		}
	}
	return r
}

// stretch makes the scale as long as the values beside the dots allow.
func (d *dotPlot) stretch() {
	d.fitsAt(longest(d.width-d.left, d.fitsAt))
}

// fitsAt sets the scale to a length and reports whether all values fit then.
func (d *dotPlot) fitsAt(length int) bool {
	d.scale.from, d.scale.to = 0, length
	before, after := reach, length+reach
	for place := range d.rows {
		for _, l := range d.values(place, false) {
			b := d.bounds(l)
			before = max(before, -b.x0)
			after = max(after, b.x1)
		}
	}
	for _, v := range d.scale.ticks() {
		half := textWidth(d.number(v, d.scale.step.Decimals()), d.size, false) / 2
		before, after = max(before, half-d.scale.at(v)), max(after, d.scale.at(v)+half)
	}
	d.scale.from, d.scale.to = d.left+before, d.left+before+length
	return before+after <= d.width-d.left
}

// drawDotHead writes the unit word, the key, the labels of reference lines and
// those of the scale, and gives where the rows begin.
func (d *dotPlot) drawDotHead() int {
	y := -d.leading + 12*px
	if d.c.Unit != "" || d.provisional() {
		y += d.leading
		d.drawUnit()
	}
	if len(d.series) > 1 {
		entries, rows := d.key(0, y+d.leading, d.keyNames())
		for _, e := range entries {
			if e.series >= 0 {
				d.drawSpots(e.series, []spot{{e.label.x - toName + 6*px, e.label.y - 5*px, false}})
			}
			d.text(e.label)
		}
		y += rows * d.leading
	}
	y = d.drawSignposts(&d.scale, y)
	if d.scale.count == 0 {
		return y + 8*px
	}
	y += d.leading
	var ticks []label
	for _, v := range d.scale.ticks() {
		l := label{y: y, s: d.number(v, d.scale.step.Decimals()), fill: role.mute}
		ticks = append(ticks, d.centred(d.scale.at(v), l))
	}
	if len(ticks) == 0 {
		return y // values closer together than their decimals tell apart.
	}
	for _, some := range [...][]label{ticks, {ticks[0], ticks[len(ticks)-1]}, ticks[len(ticks)-1:]} {
		if d.apart(some) {
			d.put(some)
			break
		}
	}
	return y + 8*px
}

// layDotRow places names and dots of a category from y on and gives where the
// next one begins.
func (d *dotPlot) layDotRow(place, y int) int {
	r := &d.rows[place]
	if d.narrow {
		r.names = d.categoryNames(place, 0, y+15*px, d.width, true)
		if n := len(r.names); n > 0 {
			y = r.names[n-1].y + 4*px
		}
		r.middle = y + 12*px
		return y + dotRow
	}
	r.names = d.categoryNames(place, 0, y+dotRow/2+5*px, nameColumn-12*px, false)
	r.middle = y + dotRow/2
	under := y + dotRow
	if n := len(r.names); n > 0 {
		under = max(under, r.names[n-1].y+10*px)
	}
	return under
}

// drawDotGrid draws the gridlines where the dots stand, that of zero in ink.
func (d *dotPlot) drawDotGrid(stretches []box) {
	if d.scale.count == 0 {
		return
	}
	var grid, zero []int
	for _, v := range d.scale.ticks() {
		if v == 0 {
			zero = append(zero, d.scale.at(v))
		} else {
			grid = append(grid, d.scale.at(v))
		}
	}
	d.drawUprights(grid, stretches, role.grid, "")
	d.drawUprights(zero, stretches, role.ink, "")
}

// drawRanges joins the lowest and the highest value of each category that are no
// bounds.
func (d *dotPlot) drawRanges() {
	var ranges []segment
	for place, r := range d.rows {
		if r.from != r.to {
			from, to := d.scale.at(d.series[r.from].Points[place].Value), d.scale.at(d.series[r.to].Points[place].Value)
			ranges = append(ranges, segment{from, r.middle, to, r.middle})
		}
	}
	d.drawSegments(ranges, role.quiet, ` stroke-width="3"`)
}

// drawDots draws the dots of each series in its shape.
func (d *dotPlot) drawDots() {
	for s := range d.series {
		var spots []spot
		for place, r := range d.rows {
			if pt := &d.series[s].Points[place]; pt.State == Present {
				spots = append(spots, spot{d.scale.at(pt.Value), r.middle, pt.hollow()})
			}
		}
		d.drawSpots(s, spots)
	}
}
