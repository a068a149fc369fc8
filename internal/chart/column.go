package chart

// Geometry of a column chart, in view coordinates.
const (
	columnTop        = 32 * px // leaves the unit word above a label of zero
	columnBaseWide   = 262 * px
	columnBaseNarrow = 270 * px
	columnAtMost     = 64 * px // wide
	groupAtMost      = 36 * px // each of a group
	fewColumns       = 12      // up to which columns have names and gaps
)

// A columnChart is a column chart in the making. The columns of several series
// stand in groups, and points holds them from left to right: first period first
// series, first period second series.
type columnChart struct {
	*plot
	shown   []Series // a column for each of their points
	points  []Point
	grouped int     // columns in a group
	stacks  []stack // of parts, whose sums are shown
	scale   scale
	x       []int // middle of each column
	middle  []int // of each group
	step    int   // from one group to the next
	half    int   // half the width of a column
	between int   // two columns of a group
	gutter  int
	right   int // where the columns end

	endColumn int // room for the names of parts
	top       int
	base      int
}

// drawColumns draws one to three series over periods, from zero, side by side, or
// the parts of a whole one upon the other.
func drawColumns(p *plot) {
	d := columnChart{plot: p, shown: p.series, right: p.width}
	measured := p.series
	if p.c.Kind == Stacked {
		measured = d.addUp()
	}
	d.grouped = max(len(d.shown), 1)
	d.points = make([]Point, len(p.c.Periods)*d.grouped)
	for s := range d.shown {
		for i, pt := range d.shown[s].Points {
			d.points[i*d.grouped+s] = pt
		}
	}
	d.scale = p.newScale(measured)
	d.place()
	d.top = d.room()
	d.base += d.top - columnTop
	if d.scale.count == 0 {
		d.base = d.top + emptyHeight
	}
	if d.endColumn > 0 {
		d.base = max(d.base, d.top+d.partsHeight())
	}
	d.scale.from, d.scale.to = d.base, d.top
	if d.scale.low < 0 {
		d.scale.from -= p.leading // room for the label of the lowest value.
	}

	if d.scale.count == 0 {
		p.drawUnit()
		p.drawEmpty(d.gutter, d.top+14*px)
	} else {
		p.drawGrid(&d.scale, d.base)
	}
	few := len(d.middle) <= fewColumns
	left := 4 * px
	if few {
		left = d.half * d.grouped
	}
	p.height = p.drawPeriods(timeAxis{x: d.middle, begin: d.middle, step: d.step, base: d.base, zero: d.scale.zero(),
		inked: true, right: d.right, left: left, ticks: !few, final: few})
	p.fields = append(p.fields, field{trace: trace{p, d.scale, d.middle}, left: d.gutter, right: d.right, series: upTo(len(p.series)),
		half: d.half, between: d.between, stacked: d.stacks != nil})
	d.drawHead()
	if d.stacks != nil {
		d.drawStacks()
	} else {
		d.drawData()
	}
	if d.scale.count > 0 {
		p.drawBreaks(d.middle, d.top-circleRoom/2, d.base)
	}
	d.nameParts()
	p.drawReferences(&d.scale, d.gutter, d.right, true)
	p.nameReferences(&d.scale, d.gutter, d.right)
	d.drawLabels()
	if p.provisional() {
		p.drawKey(func(x, y int) {
			b := box{x - 14*px, y - 6*px, x, y + 6*px}
			p.kept.boxes = append(p.kept.boxes, keyBox{0, b, true})
			p.drawHatched(0, []box{b})
		})
	}
	p.drawNoTotal()
}

// place gives each column its place and width.
func (d *columnChart) place() {
	n := len(d.c.Periods)
	d.gutter, d.base = d.plot.gutter(&d.scale, 68*px), columnBaseWide
	if d.narrow {
		d.gutter, d.base = d.plot.gutter(&d.scale, 48*px), columnBaseNarrow
	}
	d.step = (d.right - d.gutter) / max(n, 1)
	width := min(d.step*68/100, columnAtMost)
	switch {
	case d.grouped > 1:
		width, d.between = min(d.step*78/100, groupAtMost*d.grouped), min(2*px, d.step/20)
	case n > fewColumns:
		width = d.step * 72 / 100
	}
	d.half = (width - d.between*(d.grouped-1)) / d.grouped / 2
	d.middle = make([]int, n)
	d.x = make([]int, len(d.points))
	for i := range d.middle {
		d.middle[i] = d.gutter + (d.right-d.gutter)*(2*i+1)/(2*n)
		for s := range d.grouped {
			d.x[i*d.grouped+s] = d.middle[i] + (2*s-d.grouped+1)*(2*d.half+d.between)/2
		}
	}
}

// keyAt gives where the key of several series begins, beside the unit word or,
// where that is long, beneath it, and the rows that it takes below the first.
func (d *columnChart) keyAt() (x, y, rows int) {
	if d.grouped == 1 && (d.stacks == nil || !d.narrow) {
		return 0, 0, 0
	}
	if d.longUnit(d.gutter - 8*px) {
		_, rows = d.key(0, 0, d.keyTexts())
		return 0, 12*px + d.leading, rows
	}
	_, rows = d.key(d.gutter, 0, d.keyTexts())
	return d.gutter, 12 * px, rows - 1
}

// keyTexts gives the names in the key, with the last values where the columns of
// groups are too close for them.
func (d *columnChart) keyTexts() []label {
	texts := d.keyNames()
	if d.inKey&lastValues == 0 {
		return texts
	}
	for i := range texts {
		points := d.series[i].Points
		_, last := ends(points)
		if last < 0 {
			continue
		}
		value := d.stated(&points[last])
		if last < len(points)-1 {
			value += ", " + d.when(last)
		}
		texts[i] = label{lead: texts[i].s, s: " " + value}
	}
	return texts
}

// drawHead draws what stands between unit word and scale.
func (d *columnChart) drawHead() {
	x, y, rows := d.keyAt()
	if y > 0 {
		d.drawSwatches(x, y-d.leading, d.keyTexts())
		for _, s := range d.series {
			_, last := ends(s.Points)
			d.worded = d.worded || d.inKey&lastValues != 0 && last >= 0 && s.Points[last].Provisional
		}
	}
	d.drawReferenceKey(rows * d.leading)
	d.drawEvents(d.middle, (rows+d.referenceRows())*d.leading)
}

// room is the top of the scale: what stands above it are the unit word, events,
// the numbers of breaks, and the status above a value that reaches the top.
func (d *columnChart) room() int {
	top := columnTop
	if d.longUnit(d.gutter) {
		top += d.leading
	}
	_, _, rows := d.keyAt()
	top += (rows + d.referenceRows() + d.eventRows(d.middle)) * d.leading
	_, rows = d.breakRows(d.middle)
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
	if d.stacks != nil {
		return d.stackRect(place)
	}
	zero, y := d.scale.zero(), d.scale.at(d.points[place].Value)
	if v := d.points[place].Value; v >= 0 {
		y = min(y, zero-2*px)
	} else {
		y = max(y, zero+2*px)
	}
	return box{d.x[place] - d.half, min(y, zero), d.x[place] + d.half, max(y, zero)}
}

// drawData draws the columns.
func (d *columnChart) drawData() {
	for s := range d.shown {
		var b bars
		for i := s; i < len(d.points); i += d.grouped {
			if pt := &d.points[i]; pt.State == Present {
				at := d.rect(i)
				d.taken.take(at)
				b.add(pt, at)
			}
		}
		d.drawAll(s, b)
	}
}
