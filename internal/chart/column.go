package chart

// Geometry of a column chart, in view coordinates.
const (
	columnTop        = 32 * px // leaves the unit word above a label of zero
	columnBaseWide   = 262 * px
	columnBaseNarrow = 270 * px
	columnAtMost     = 64 * px // wide
	fewColumns       = 12      // up to which columns have names and gaps
)

// A columnChart is a column chart in the making.
type columnChart struct {
	*plot
	points []Point
	scale  scale
	x      []int // middle of each column
	step   int
	half   int // half the width of a column
	gutter int
	top    int
	base   int
}

// drawColumns draws one series over periods, from zero.
func drawColumns(p *plot) {
	d := columnChart{plot: p}
	if len(p.series) > 0 {
		d.points = p.series[0].Points
	} else {
		d.points = make([]Point, len(p.c.Periods))
	}
	d.scale = newScale(p.series, p.c.Decimals, false)
	n := len(d.points)
	d.gutter = p.gutter(&d.scale, 68*px)
	d.base = columnBaseWide
	if p.narrow {
		d.gutter = p.gutter(&d.scale, 48*px)
		d.base = columnBaseNarrow
	}
	d.step = (p.width - d.gutter) / max(n, 1)
	d.half = min(d.step*68/200, columnAtMost/2)
	if n > fewColumns {
		d.half = d.step * 72 / 200
	}
	d.x = make([]int, n)
	for i := range d.x {
		d.x[i] = d.gutter + (p.width-d.gutter)*(2*i+1)/(2*n)
	}
	d.top = d.room()
	d.base += d.top - columnTop
	if d.scale.count == 0 {
		d.base = d.top + emptyHeight
	}
	d.scale.from, d.scale.to = d.base, d.top
	if d.scale.low < 0 {
		d.scale.from -= p.leading // room for the label of the lowest value.
	}

	if d.scale.count == 0 {
		p.open(p.size, p.pal.mute)
		p.drawUnit()
		p.raw("</g>\n")
		p.drawEmpty(d.gutter, d.top+14*px)
	} else {
		p.drawGrid(&d.scale, d.base)
	}
	left := 4 * px
	if n <= fewColumns {
		left = d.half
	}
	p.height = p.drawPeriods(timeAxis{x: d.x, step: d.step, base: d.base, zero: d.scale.zero(),
		inked: true, left: left, ticks: n > fewColumns, final: n <= fewColumns})
	p.drawEvents(d.x, 0)
	d.drawData()
	p.drawBreaks(d.x, d.top-circleRoom/2, d.base)
	d.drawLabels()
	if p.provisional() {
		p.drawKey(func(x, y int) {
			b := box{x - 14*px, y - 6*px, x, y + 6*px}
			p.drawHatched(0, []box{b})
		})
	}
}

// room is the top of the scale: what stands above it are the unit word, events,
// the numbers of breaks, and the status above a value that reaches the top.
func (d *columnChart) room() int {
	top := columnTop
	if d.longUnit(d.gutter) {
		top += d.leading
	}
	_, rows := d.eventRows(d.x, 0)
	top += rows * d.leading
	_, rows = d.breakRows(d.x)
	top += rows * circleRoom
	for i := range d.points {
		pt := &d.points[i]
		if pt.State == Present && d.status(pt) != "" && pt.Value > d.scale.high/100*85 {
			return top + d.leading
		}
	}
	return top
}

// rect is the column of a place. A value too small to be seen and zero itself
// are 2 pixels high; zero says so in its label.
func (d *columnChart) rect(place int) box {
	zero, y := d.scale.zero(), d.scale.at(d.points[place].Value)
	if v := d.points[place].Value; v >= 0 {
		y = min(y, zero-2*px)
	} else {
		y = max(y, zero+2*px)
	}
	return box{d.x[place] - d.half, min(y, zero), d.x[place] + d.half, max(y, zero)}
}

// drawData draws the columns: filled, hatched when provisional, empty with a
// dotted outline when the value is a bound or approximate.
func (d *columnChart) drawData() {
	p := d.plot
	var full, hatched, dotted []box
	for i := range d.points {
		pt := &d.points[i]
		if pt.State != Present {
			continue
		}
		b := d.rect(i)
		p.taken.take(b)
		switch {
		case pt.rough():
			dotted = append(dotted, b)
		case pt.Provisional && pt.Value != 0:
			hatched = append(hatched, b)
		default:
			full = append(full, b)
		}
	}
	p.drawFull(0, full)
	p.drawHatched(0, hatched)
	p.drawDotted(0, dotted)
}
