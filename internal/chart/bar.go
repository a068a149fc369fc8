package chart

// Geometry of a bar chart, in view coordinates.
const (
	barFirst   = 20 * px // height of the first series' bar
	barSecond  = 14 * px
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
	scale  scale
	left   int // where the room for bars and values begins
	terse  int // how much of what follows the values has been given up
	bottom int // lower edge of the last category
}

// drawBars draws one or two series over categories, from zero. The word follows
// each value: the name of the series when there are two, else the unit, once.
// Words too long for that stand in a key above; then the unit goes, and words of
// status give way to marks, until the bars have room.
func drawBars(p *plot) {
	d := barChart{plot: p}
	if !p.narrow {
		d.left = nameColumn
	}
	d.scale = newScale(p.series, p.c.Decimals, false)
	d.scale.trim()
	y := 6 * px
	for d.stretch() < (p.width-d.left)*2/5 && d.terse < markedOnly {
		d.terse++
	}
	if d.terse > 0 && len(p.series) > 1 {
		y = d.drawSwatches() + 12*px
	}
	first := y - 4*px
	for i := range p.c.Categories {
		y = d.drawCategory(i, y)
	}
	if !p.narrow && d.bottom > 0 {
		d.drawZero(first, d.bottom+8*px)
	}
	p.height = max(d.bottom+14*px, p.leading)
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
	before, after := 0, 0 // needed left and right of zero
	for i := range d.c.Categories {
		for s := range d.series {
			pt := &d.series[s].Points[i]
			if pt.State != Present {
				continue
			}
			w := toValue + d.bounds(d.valueLabel(s, i)).x1
			if pt.Value < 0 {
				before = max(before, max(zero-d.scale.at(pt.Value), 2*px)+w+px)
			} else {
				after = max(after, max(d.scale.at(pt.Value)-zero, 2*px)+w)
			}
		}
	}
	before = max(before, zero)
	after = max(after, length-zero)
	shift := d.left + before - zero
	d.scale.from, d.scale.to = shift, shift+length
	return before+after <= d.width-d.left
}

// valueLabel is the text after a bar, at x = 0.
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

// drawSwatches draws the key and gives its lower edge.
func (d *barChart) drawSwatches() int {
	y := 0
	for i, s := range d.series {
		for j, line := range wrap(s.Name, d.width-20*px, d.size, false) {
			y += d.leading
			if j == 0 {
				d.raw(`<path d="`)
				d.rectangle(box{0, y - 11*px, 12 * px, y + px})
				d.raw(`" fill="` + d.pal.series[i] + "\"/>\n")
			}
			d.text(label{x: 20 * px, y: y, s: line})
		}
	}
	return y
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
		height := barFirst
		if s > 0 {
			height = barSecond
			bottom += barBetween
		}
		d.drawBar(s, place, bottom, height)
		bottom += height
	}
	d.bottom = max(bottom, under)
	if d.narrow {
		d.drawZero(bars-3*px, bottom+3*px)
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
func (d *barChart) drawBar(series, place, y, height int) {
	pt := &d.series[series].Points[place]
	zero := d.scale.zero()
	baseline := y + height/2 + 5*px
	if pt.State != Present {
		d.drawMissing(series, pt.State, label{x: zero + toValue, y: baseline, fill: d.pal.mute})
		return
	}
	at := d.scale.at(pt.Value)
	l := d.valueLabel(series, place)
	l.y = baseline
	b := box{zero, y, max(at, zero+2*px), y + height}
	l.x = b.x1 + toValue
	if pt.Value < 0 {
		b = box{min(at, zero-2*px), y, zero, y + height}
		l.x, l.at = b.x0-toValue, end
	}
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
		if d.bounds(l).x1 <= d.width {
			d.text(l)
			return
		}
	}
	l.x, l.at = l.x-2*toValue, end // zero is at the right edge.
	d.text(l)
}

// drawZero draws the line from which the bars start.
func (d *barChart) drawZero(from, to int) {
	d.raw(`<path d="`)
	d.move(d.scale.zero()+5, from)
	d.to('V', to)
	d.raw(`" stroke="` + d.pal.ink + "\"/>\n")
}
