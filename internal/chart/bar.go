package chart

import "strings"

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
	unmarked   = 3 // marks too: they are left to the table
)

// A barChart is a bar chart in the making.
type barChart struct {
	*plot
	shown   []Series // a bar for each of their points
	stacks  []stack  // of parts, whose sums are shown
	wholes  []box    // the bar of each
	scale   scale
	heights []int // of each series' bar
	order   []int // of the categories
	from    int   // where names begin
	left    int   // where the room for bars and values begins
	above   bool  // names stand above their bars
	terse   int   // how much of what follows the values has been given up
	bottom  int   // lower edge of the last category
	rows    []box // stretches of height where the bars stand, apart from names
	bars    []bars
}

// newBarChart gives all categories in their order, named left of their bars or, in
// a narrow picture, above them.
func newBarChart(p *plot, shown []Series, heights ...int) barChart {
	d := barChart{plot: p, shown: shown, heights: heights, above: p.narrow, bars: make([]bars, len(shown))}
	for i := range p.c.Categories {
		d.order = append(d.order, i)
	}
	if !d.above {
		d.left = nameColumn
	}
	d.scale = p.newScale(shown)
	return d
}

// drawBars draws one or two series over categories, from zero.
func drawBars(p *plot) {
	d := newBarChart(p, p.series, barHeight, barSecond)
	d.draw(0)
}

// draw draws the series side by side, below y. The word follows each value: the
// name of the series when there are several, else the unit, once. Words too long
// for that stand in a key above; then the unit goes, and words of status give way
// to marks, until the bars have room; where there is none at all, marks go too.
func (d *barChart) draw(y int) {
	d.scale.trim()
	enough := (d.width - d.left) * 2 / 5
	for length := d.stretch(); length < enough && d.terse < markedOnly || length == 0 && d.terse < unmarked; length = d.stretch() {
		d.terse++
	}
	if d.terse > 0 && len(d.shown) > 1 || d.stacks != nil {
		y = d.drawSwatches(d.from, y, d.keyNames()) + 6*px
	}
	y = d.drawSignposts(&d.scale, y) + 6*px
	first := y - 4*px
	for _, place := range d.order {
		y = d.drawCategory(place, y)
	}
	d.height = max(d.bottom+14*px, d.leading)
	if d.bottom == 0 {
		return
	}
	if !d.above {
		d.rows = []box{{y0: first, y1: d.bottom + 8*px}}
	}
	if d.stacks != nil {
		d.drawStacks()
	}
	for s, b := range d.bars {
		d.drawAll(s, b)
	}
	d.drawZero()
	d.crossReferences(&d.scale, d.rows)
}

// roomy reports whether bars of some length fit beside the names.
func (d *barChart) roomy() bool {
	trial := *d
	trial.terse = markedOnly
	return trial.stretch() >= leastSide
}

// stretch makes the bars as long as the values beside them allow and gives the
// length that the whole scale has then.
func (d *barChart) stretch() int {
	length := longest(d.width-d.left, d.fitsAt)
	d.fitsAt(length)
	return length
}

// fitsAt sets the scale to a length and reports whether all values fit then.
func (d *barChart) fitsAt(length int) bool {
	d.scale.from, d.scale.to = 0, length
	zero := d.scale.zero()
	before, after := zero, length-zero // needed left and right of zero
	for _, i := range d.order {
		for s := range d.shown {
			if d.drawn(s, i) {
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

// drawn reports whether a bar has a length.
func (d *barChart) drawn(series, place int) bool {
	return d.shown[series].Points[place].State == Present || d.stacks != nil && d.stacks[place].some
}

// bar is the bar of a value, as if at the top of the view, and the text at its
// end. A value too small to be seen and zero itself are 2 pixels long.
func (d *barChart) bar(series, place int) (box, label) {
	v := d.shown[series].Points[place].Value
	at, zero := d.scale.at(v), d.scale.zero()
	l := d.valueLabel(series, place)
	if v < 0 {
		b := box{min(at, zero-2*px), 0, zero, d.heights[series]}
		l.x, l.at = b.x0-toValue, end
		return b, d.pastReferences(&d.scale, l)
	}
	b := box{zero, 0, max(at, zero+2*px), d.heights[series]}
	l.x = b.x1 + toValue
	if d.shown[series].Points[place].State != Present {
		l.x += unknownEnd // a stack without a sum.
	}
	return b, d.pastReferences(&d.scale, l)
}

// valueLabel is the text after a bar.
func (d *barChart) valueLabel(series, place int) label {
	pt := &d.shown[series].Points[place]
	if pt.State != Present {
		return label{s: strings.TrimSpace(pt.State.sign() + " " + d.locale.NoTotal()), fill: role.mute}
	}
	l := label{s: d.value(pt)}
	if series == 0 {
		l.lead, l.s = l.s, ""
	}
	if word := d.word(series, place); word != "" {
		l.s += " " + word
	}
	switch s := d.status(pt); {
	case s == "" || d.terse >= unmarked:
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
	if len(d.shown) > 1 {
		return d.shown[series].Name
	}
	for _, i := range d.order {
		if i == place {
			break
		}
		if d.shown[0].Points[i].State == Present {
			return "" // the unit stands once, at the first value.
		}
	}
	return fit(d.c.Unit, (d.width-d.left)/3, d.size, false)
}

// drawCategory draws name, bars and values of a category from y on, and gives
// where the next one begins.
func (d *barChart) drawCategory(place, y int) int {
	width := d.left - d.from - 12*px
	if d.above {
		width = d.width - d.from
	}
	names := d.categoryNames(place, d.from, y+15*px, width, d.above)
	under := y
	for _, l := range names {
		under = max(under, l.y+6*px)
	}
	bars := y
	if d.above {
		bars = under + 2*px
	}
	d.put(names)
	bottom := bars
	for s := range d.shown {
		if s > 0 {
			bottom += barBetween
		}
		d.drawBar(s, place, bottom)
		bottom += d.heights[s]
	}
	d.bottom = max(bottom, under)
	if d.above {
		d.rows = append(d.rows, box{y0: bars - 3*px, y1: bottom + 3*px})
		return bottom + 12*px
	}
	between := 12 * px
	if len(d.shown) > 1 {
		between = 20 * px
	}
	return max(bottom+between, under+8*px)
}

// drawBar draws one bar with its value, or the mark of what is not there.
func (d *barChart) drawBar(series, place, y int) {
	pt := &d.shown[series].Points[place]
	baseline := y + d.heights[series]/2 + 5*px
	if !d.drawn(series, place) {
		l := label{x: d.scale.zero() + toValue, y: baseline, fill: role.mute}
		d.drawMissing(series, pt.State, l)
		return
	}
	b, l := d.bar(series, place)
	b.y0, b.y1, l.y = y, y+b.y1, baseline
	if d.stacks != nil {
		d.wholes[place] = b
	} else {
		d.bars[series].add(pt, b)
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
	if len(d.shown) > 1 {
		texts = append([]string{mark + " " + d.shown[series].Name + ": " + d.why(s)}, texts...)
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
	d.drawUprights([]int{d.scale.zero() + 5}, d.rows, role.ink, "")
}
