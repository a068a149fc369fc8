package chart

// Geometry of a bar chart, in view coordinates.
const (
	barHeight  = 20 * px // of one series, and of the first of two
	barSecond  = 14 * px
	barGrouped = 16 * px // of series that are equals
	barBetween = 2 * px
	nameColumn = 190 * px // wide: names stand left of the bars
	toValue    = 8 * px   // from the end of a bar to its value
)

// What a bar chart gives up for room.
const (
	unnamed    = 1 // the names of series and the unit after values
	markedOnly = 2 // words of status: marks stand instead
)

// A barChart is a bar chart in the making.
type barChart struct {
	*plot
	scale   scale
	heights []int // of each series' bar
	left    int   // where the room for bars and values begins
	terse   int   // how much of what follows the values has been given up
	bottom  int   // lower edge of the last category
	rows    []box // stretches of height where the bars stand, apart from names
}

// drawBars draws one or two series over categories, from zero.
func drawBars(p *plot) {
	d := barChart{plot: p, heights: []int{barHeight, barSecond}}
	d.draw()
}

// draw draws the series side by side. The word follows each value: the name of
// the series when there are several, else the unit, once. Words too long for
// that stand in a key above; then the unit goes, and words of status give way to
// marks, until the bars have room.
func (d *barChart) draw() {
	if !d.narrow {
		d.left = nameColumn
	}
	d.scale = d.newScale(d.series)
	d.scale.trim()
	for d.stretch() < (d.width-d.left)*2/5 && d.terse < markedOnly {
		d.terse++
	}
	y := 0
	if d.terse > 0 && len(d.series) > 1 {
		y = d.drawSwatches(0, y) + 6*px
	}
	y = d.drawFlags(&d.scale, y) + 6*px
	first := y - 4*px
	for i := range d.c.Categories {
		y = d.drawCategory(i, y)
	}
	d.height = max(d.bottom+14*px, d.leading)
	if d.bottom == 0 {
		return
	}
	if !d.narrow {
		d.rows = []box{{y0: first, y1: d.bottom + 8*px}}
	}
	d.drawZero()
	d.crossReferences(&d.scale, d.rows)
}

// stretch makes the bars as long as the values beside them allow and gives the
// length that the whole scale has then.
func (d *barChart) stretch() int {
	low, high := 0, d.width-d.left
	for low < high {
		length := (low + high + 1) / 2
		if d.fitsAt(length) {
			low = length
		} else {
			high = length - 1
		}
	}
	d.fitsAt(low)
	return low
}

// fitsAt sets the scale to a length and reports whether all values fit then.
func (d *barChart) fitsAt(length int) bool {
	d.scale.from, d.scale.to = 0, length
	zero := d.scale.zero()
	before, after := zero, length-zero // needed left and right of zero
	for i := range d.c.Categories {
		for s := range d.series {
			if d.series[s].Points[i].State == Present {
				_, l := d.bar(s, i)
				b := d.bounds(l)
				before = max(before, zero-b.x0+px)
				after = max(after, b.x1-zero)
			}
		}
	}
	shift := d.left + before - zero
	d.scale.from, d.scale.to = shift, shift+length
	return before+after <= d.width-d.left
}

// bar is the bar of a value, as if at the top of the view, and the text at its
// end. A value too small to be seen and zero itself are 2 pixels long.
func (d *barChart) bar(series, place int) (box, label) {
	v := d.series[series].Points[place].Value
	at, zero := d.scale.at(v), d.scale.zero()
	l := d.valueLabel(series, place)
	if v < 0 {
		b := box{min(at, zero-2*px), 0, zero, d.heights[series]}
		l.x, l.at = b.x0-toValue, end
		return b, d.pastReferences(&d.scale, l)
	}
	b := box{zero, 0, max(at, zero+2*px), d.heights[series]}
	l.x = b.x1 + toValue
	return b, d.pastReferences(&d.scale, l)
}

// valueLabel is the text after a bar.
func (d *barChart) valueLabel(series, place int) label {
	pt := &d.series[series].Points[place]
	l := label{s: d.value(pt)}
	if series == 0 {
		l.lead, l.s = l.s, ""
	}
	if word := d.word(series, place); word != "" {
		l.s += " " + word
	}
	switch s := d.status(pt); {
	case s == "":
	case d.terse >= markedOnly:
		l.s += " " + pt.marks()
	default:
		l.s += ", " + s
	}
	return l
}

// word is what follows a value.
func (d *barChart) word(series, place int) string {
	if d.terse >= unnamed {
		return ""
	}
	if len(d.series) > 1 {
		return d.series[series].Name
	}
	for i := range place {
		if d.series[0].Points[i].State == Present {
			return "" // the unit stands once, at the first value.
		}
	}
	return fit(d.c.Unit, (d.width-d.left)/3, d.size, false)
}

// drawCategory draws name, bars and values of a category from y on, and gives
// where the next one begins.
func (d *barChart) drawCategory(place, y int) int {
	names := d.names(place, y)
	under := y
	for _, l := range names {
		under = max(under, l.y+6*px)
	}
	bars := y
	if d.narrow {
		bars = under + 2*px
	}
	d.put(names)
	bottom := bars
	for s := range d.series {
		if s > 0 {
			bottom += barBetween
		}
		d.drawBar(s, place, bottom)
		bottom += d.heights[s]
	}
	d.bottom = max(bottom, under)
	if d.narrow {
		d.rows = append(d.rows, box{y0: bars - 3*px, y1: bottom + 3*px})
		return bottom + 12*px
	}
	between := 12 * px
	if len(d.series) > 1 {
		between = 20 * px
	}
	return max(bottom+between, under+8*px)
}

// names places name and detail: in the left column, or in a narrow picture
// above the bars, on one line where they fit.
func (d *barChart) names(place, y int) []label {
	c := d.c.Categories[place]
	width := nameColumn - 12*px
	if d.narrow {
		width = d.width
	}
	y += 15 * px
	var block []label
	for i, s := range wrap(c.Name, width, d.size, true) {
		block = append(block, label{y: y + i*d.leading, s: s, bold: true})
	}
	detail := label{y: y, s: c.Detail, fill: d.pal.mute}
	if n := len(block); n > 0 {
		name := block[n-1]
		detail.y = name.y
		detail.x = d.bounds(name).x1 + 12*px
		if c.Detail != "" && d.narrow && d.bounds(detail).x1 <= width {
			return append(block, detail)
		}
		detail.x, detail.y = 0, name.y+d.leading
	}
	for _, s := range wrap(c.Detail, width, d.size, false) {
		detail.s = s
		block = append(block, detail)
		detail.y += d.leading
	}
	return block
}

// drawBar draws one bar with its value, or the mark of what is not there.
func (d *barChart) drawBar(series, place, y int) {
	pt := &d.series[series].Points[place]
	baseline := y + d.heights[series]/2 + 5*px
	if pt.State != Present {
		l := label{x: d.scale.zero() + toValue, y: baseline, fill: d.pal.mute}
		d.drawMissing(series, pt.State, l)
		return
	}
	b, l := d.bar(series, place)
	b.y0, b.y1, l.y = y, y+b.y1, baseline
	switch {
	case pt.rough():
		d.drawDotted(series, []box{b})
	case pt.Provisional && pt.Value != 0:
		d.drawHatched(series, []box{b})
	default:
		d.drawFull(series, []box{b})
	}
	d.text(l)
}

// drawMissing writes why there is no bar, as much of it as fits.
func (d *barChart) drawMissing(series int, s State, l label) {
	mark := s.mark().String()
	if s.mark() == "" {
		return
	}
	texts := []string{mark + " " + d.why(s), mark}
	if len(d.series) > 1 {
		texts = append([]string{mark + " " + d.series[series].Name + ": " + d.why(s)}, texts...)
	}
	for _, l.s = range texts {
		if l := d.pastReferences(&d.scale, l); d.bounds(l).x1 <= d.width {
			d.text(l)
			return
		}
	}
	l.x, l.at = l.x-2*toValue, end // zero is at the right edge.
	d.text(d.pastReferences(&d.scale, l))
}

// drawZero draws the line from which the bars start.
func (d *barChart) drawZero() {
	d.raw(`<path d="`)
	for _, r := range d.rows {
		d.move(d.scale.zero()+5, r.y0)
		d.to('V', r.y1)
	}
	d.raw(`" stroke="` + d.pal.ink + "\"/>\n")
}
