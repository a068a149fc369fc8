package chart

import (
	"ronde/internal/locale"
	"ronde/internal/number"
)

// Geometry of a pyramid, in view coordinates.
const (
	pyramidBar     = 20 * px
	pyramidTight   = 16 * px  // of many rows
	pyramidMany    = 12       // rows, from which on they are tight
	betweenSides   = 12 * px  // from a name in the middle to the bars
	widestMiddle   = 200 * px // of the names
	leastSide      = 56 * px  // the longest bar beside names
	betweenRowsOf  = 6 * px
	fromSideToName = 6 * px
)

// A pyramid is a population pyramid in the making.
type pyramid struct {
	*plot
	points   [2][]Point
	most     number.Decimal // the value of the longest bar
	length   int            // of that bar
	inner    [2]int         // where the bars of each side begin
	above    bool           // names stand above their rows
	unmarked bool           // the marks of values are left to the table
	middle   int            // width of the column of names
	rows     []box
	bars     [2]bars
}

// drawPyramid draws two series over categories to the left and the right of their
// names, the first category at the bottom: bars of one scale, each with its value.
func drawPyramid(p *plot) {
	d := pyramid{plot: p}
	for side := range d.points {
		d.points[side] = make([]Point, len(p.c.Categories))
		if side < len(p.series) {
			d.points[side] = p.series[side].Points
		}
	}
	d.measure()
	y := d.drawSides()
	for place := len(p.c.Categories) - 1; place >= 0; place-- {
		y = d.drawRow(place, y)
	}
	for side, b := range d.bars {
		p.drawAll(side, b)
	}
	d.drawAxes()
	p.height = y + 8*px
	if p.provisional() {
		p.drawKey(func(x, y int) {
			p.drawHatched(0, []box{{x - 18*px, y - 6*px, x, y + 6*px}})
		})
	}
}

// measure finds the middle and the longest bar that leaves room for all values.
func (d *pyramid) measure() {
	for side := range d.points {
		for i := range d.points[side] {
			if pt := &d.points[side][i]; pt.State == Present {
				d.most = max(d.most, min(pt.Value, beyond))
			}
		}
	}
	names := 0
	for _, c := range d.c.Categories {
		names = max(names, textWidth(c.Name, d.size, true), textWidth(c.Detail, d.size, false))
	}
	d.stretch(names + 2*betweenSides)
	if d.above = names > widestMiddle || d.length < leastSide; d.above {
		d.stretch(0)
	}
	if d.length < leastSide {
		d.unmarked = true
		d.stretch(d.middle)
	}
}

// stretch makes the bars beside a middle as long as their values allow.
func (d *pyramid) stretch(middle int) {
	d.middle = middle
	d.inner = [2]int{(d.width - middle) / 2, (d.width + middle) / 2}
	d.length = longest(d.inner[0], d.fitsAt)
}

// fitsAt reports whether all bars and values fit in their side when the longest
// bar has a length.
func (d *pyramid) fitsAt(length int) bool {
	for side := range d.points {
		for i := range d.points[side] {
			pt := &d.points[side][i]
			if pt.State == Present && d.extent(pt, length)+toValue+textWidth(d.valueText(pt), d.size, false) > d.inner[0] {
				return false
			}
		}
	}
	return true
}

// extent is the length of a bar beside a longest one. A value too small to be seen
// and zero itself are 2 pixels long.
func (d *pyramid) extent(pt *Point, longest int) int {
	q, ok := min(max(pt.Value, 0), beyond).Quotient(int64(longest), max(d.most, 1), 0)
	if !ok {
		return 2 * px
	}
	return max(int(q/one), 2*px)
}

func (d *pyramid) valueText(pt *Point) string {
	if marks := pt.marks(); marks != "" && !d.unmarked {
		return d.value(pt) + " " + marks
	}
	return d.value(pt)
}

// drawSides writes the unit word and, on each side of the middle, the name of its
// series, and gives where the rows begin.
func (d *pyramid) drawSides() int {
	d.drawUnit()
	y := 12 * px
	room := d.inner[0] - toName - fromSideToName
	beside := [2]int{textWidth(d.c.Unit, d.size, false)}
	if d.provisional() {
		beside[1] = sampleWidth + textWidth(d.locale.StatusWord(locale.Provisional), d.size, false)
	}
	for side := range min(len(d.series), 2) {
		if name := textWidth(d.series[side].Name, d.size, true); beside[side] > 0 && beside[side]+16*px+name > room {
			y = 16*px + d.leading // no room beside the unit word or the key.
		}
	}
	lines := 0
	for side := range min(len(d.series), 2) {
		x, at, sample := d.inner[0]-toName-fromSideToName, end, d.inner[0]-fromSideToName-swatch
		if side == 1 {
			x, at, sample = d.inner[1]+toName+fromSideToName, start, d.inner[1]+fromSideToName
		}
		names := wrap(d.series[side].Name, room, d.size, true)
		if len(names) > 0 {
			d.drawFull(side, []box{{sample, y - 11*px, sample + swatch, y + px}})
		}
		for i, s := range names {
			d.text(label{x: x, y: y + i*d.leading, s: s, at: at, bold: true})
		}
		lines = max(lines, len(names))
	}
	return y + (lines-1)*d.leading + 10*px
}

// drawRow draws the two bars of a category from y on, with its name between or
// above them, and gives where the next row begins.
func (d *pyramid) drawRow(place, y int) int {
	height, between := pyramidBar, betweenRowsOf
	if len(d.c.Categories) > pyramidMany {
		height, between = pyramidTight, d.leading-pyramidTight
	}
	bars := y
	var names []label
	if d.above {
		names = d.categoryNames(place, 0, y+14*px, d.width, true)
		d.put(names)
		if n := len(names); n > 0 {
			bars = names[n-1].y + 8*px
		}
	} else {
		names = d.categoryNames(place, d.inner[0]+betweenSides, y+height/2+5*px, d.middle-2*betweenSides, false)
		d.put(names)
	}
	for side := range d.points {
		d.drawSide(side, place, bars, height)
	}
	bottom := bars + height
	d.rows = append(d.rows, box{y0: bars - 3*px, y1: bottom + 3*px})
	if n := len(names); n > 0 {
		bottom = max(bottom, names[n-1].y+4*px)
	}
	return bottom + between
}

// drawSide draws one bar with its value, or the mark of what is not there.
func (d *pyramid) drawSide(side, place, y, height int) {
	pt := &d.points[side][place]
	sign, at := -1, end
	if side == 1 {
		sign, at = 1, start
	}
	l := label{y: y + height/2 + 5*px, at: at}
	if pt.State != Present {
		l.x, l.s, l.fill = d.inner[side]+sign*toValue, pt.State.sign(), role.mute
		if word := l.s + " " + d.why(pt.State); l.s != "" && textWidth(word, d.size, false) <= d.inner[0]-toValue {
			l.s = word
		}
		if l.s != "" {
			d.text(l)
		}
		return
	}
	outer := d.inner[side] + sign*d.extent(pt, d.length)
	d.bars[side].add(pt, box{min(d.inner[side], outer), y, max(d.inner[side], outer), y + height})
	l.x, l.s = outer+sign*toValue, d.valueText(pt)
	d.text(l)
}

// drawAxes draws the lines from which the bars start.
func (d *pyramid) drawAxes() {
	if len(d.rows) == 0 {
		return
	}
	var lines []segment
	for _, r := range d.rows {
		lines = append(lines, segment{d.inner[0] - 5, r.y0, d.inner[0] - 5, r.y1}, segment{d.inner[1] + 5, r.y0, d.inner[1] + 5, r.y1})
	}
	if !d.above {
		last := lines[len(lines)-1].y1
		lines = lines[:2]
		lines[0].y1, lines[1].y1 = last, last
	}
	d.drawSegments(lines, role.ink, "")
}
