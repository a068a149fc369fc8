package chart

// Geometry of a line chart, in view coordinates.
const (
	lineTopWide    = 30 * px
	lineTopNarrow  = 58 * px // leaves two label lines above the end of a line
	lineBaseWide   = 296 * px
	lineBaseNarrow = 330 * px
	endNarrow      = 280 * px // for names above the ends of lines
	toEnd          = 14 * px  // from the last point to its label
)

// A lineChart is a line chart in the making.
type lineChart struct {
	trace
	months []int // where the periods of the axis stand
	begin  []int // where their ticks stand
	step   int
	gutter int
	edge   int // where the axis has its last place
	right  int // where the column of names begins
	top    int
	base   int
	names  []lineEnd

	endColumn int // room for names
}

// drawLines draws one to four series over periods. In a narrow picture names
// stand at the ends of their lines if all of them find a place there, else in a
// key above the plot.
func drawLines(p *plot) {
	fresh := *p
	d := newLineChart(p)
	d.lay(nil)
	if p.narrow && !d.nameEnds() {
		*p = fresh
		p.buf = p.buf[:0]
		d = newLineChart(p)
		d.lay(d.keyRows())
	}
	d.valueLabels()
	if p.provisional() {
		p.drawKey(func(x, y int) {
			p.drawSegments([]segment{{x - 24*px, y, x, y}}, role.series[0], ` stroke-width="3" stroke-dasharray="4 3"`)
		})
	}
}

func newLineChart(p *plot) lineChart {
	d := lineChart{trace: trace{plot: p, scale: p.newScale(p.series)}}
	d.endColumn = endNarrow
	if !p.narrow {
		d.endColumn = p.endWidth()
	}
	d.names = d.lineEnds()
	return d
}

// provisional reports whether any drawn point is.
func (p *plot) provisional() bool {
	for i := range p.series {
		for j := range p.series[i].Points {
			if pt := &p.series[i].Points[j]; pt.State == Present && pt.Provisional {
				return true
			}
		}
	}
	return false
}

// lay draws everything but the labels of the data; key holds the rows of the
// key, if there is one.
func (d *lineChart) lay(key []keyRow) {
	p := d.plot
	d.gutter = p.gutter(&d.scale, 68*px)
	d.top, d.base = lineTopWide, lineBaseWide
	right := p.width - toEnd
	if p.narrow {
		d.gutter = p.gutter(&d.scale, 62*px)
		d.top, d.base = lineTopNarrow, lineBaseNarrow
	} else {
		right -= d.columnWidth()
	}
	d.edge, d.right = right, min(right+toEnd, p.width)
	if p.c.dated() {
		d.placeDates(right)
	} else {
		d.x, d.step = spread(d.gutter, right, len(p.c.Periods))
		d.months, d.begin = d.x, d.x
	}
	if !p.narrow && p.longUnit(d.gutter) {
		d.top += p.leading
	}
	above := len(key) * p.leading
	if len(key) > 0 {
		d.top = 30*px + above
	}
	d.top += (p.referenceRows() + p.eventRows(d.months)) * p.leading
	if _, rows := p.breakRows(d.months); rows > 0 {
		d.top += (rows-1)*circleRoom + 4*px
	}
	if !p.narrow {
		d.base = max(d.base, d.top+d.columnHeight())
	}
	d.base = max(d.base, d.top+200*px)
	if d.scale.count == 0 {
		d.base = d.top + emptyHeight
	}
	d.scale.from, d.scale.to = d.base, d.top
	if d.scale.low != 0 {
		d.scale.from -= p.leading // room for the label of the lowest value.
	}

	if d.scale.count == 0 {
		p.drawUnit()
		p.drawEmpty(d.gutter, d.top+14*px)
	} else {
		if p.c.Kind == Area {
			d.fill()
		}
		p.drawGrid(&d.scale, d.base)
	}
	p.fields = append(p.fields, field{trace: d.trace, left: d.gutter, right: right, series: upTo(len(p.series))})
	p.height = p.drawPeriods(timeAxis{x: d.months, begin: d.begin, step: d.step, base: d.base, zero: d.scale.zero(),
		inked: d.scale.low <= 0 && d.scale.high >= 0, right: d.right, left: 4 * px, ticks: true})
	p.drawKeyRows(key)
	p.drawReferenceKey(above)
	p.drawEvents(d.months, above+p.referenceRows()*p.leading)
	if d.scale.count > 0 {
		p.drawBreaks(d.months, d.top-8*px, d.base)
	}
	for i := range p.series {
		d.obstruct(i)
	}
	p.drawReferences(&d.scale, d.gutter, d.right, false)
	if !p.narrow {
		d.nameColumn()
	}
	p.nameReferences(&d.scale, d.gutter, d.right)
	d.drawGaps()
	for i := range p.series {
		d.drawSeries(i)
	}
}

// spread places n points from left to right; a single one stands between.
func spread(left, right, n int) (x []int, step int) {
	x = make([]int, n)
	if n == 1 {
		x[0] = (left + right) / 2
		return x, right - left
	}
	for i := range x {
		x[i] = left + (right-left)*i/(n-1)
	}
	return x, (right - left) / max(n-1, 1)
}

// obstruct takes the room of a series' line and of its markers.
func (d *lineChart) obstruct(series int) {
	for i := range d.x {
		if d.joined(series, i) {
			d.taken.segments = append(d.taken.segments,
				segment{d.x[i-1], d.y(series, i-1), d.x[i], d.y(series, i)})
		}
	}
	for _, s := range d.spots(series) {
		d.taken.take(s.box())
	}
}

// drawSeries draws a line, then its markers.
func (d *lineChart) drawSeries(series int) {
	d.drawTrace(series, "3", ` stroke-dasharray="4 3"`)
	d.drawSpots(series, d.spots(series))
}

// spots are the markers of a line: the first point, the last one, and every point
// that no line reaches.
func (d *lineChart) spots(series int) []spot {
	var spots []spot
	for _, i := range d.marked(series) {
		spots = append(spots, spot{d.x[i], d.y(series, i), d.series[series].Points[i].hollow()})
	}
	return spots
}

// drawGaps marks the months without a figure just above the axis, where the eye
// looks for the month. Two lines that miss the same months share a mark; a gap
// of one line among several is marked within that line, between its ends.
func (d *lineChart) drawGaps() {
	p := d.plot
	done := map[gap]bool{}
	var lines []segment
	for series := range p.series {
		points := p.series[series].Points
		for _, g := range gaps(points) {
			mark := label{s: g.state.mark().String(), fill: role.mute, size: p.small}
			x := (d.x[g.first] + d.x[g.last]) / 2
			if d.others(series, g) && g.first > 0 && g.last < len(points)-1 &&
				points[g.first-1].State == Present && points[g.last+1].State == Present {
				mark.y = (d.y(series, g.first-1)+d.y(series, g.last+1))/2 + 5*px
				if block := []label{p.centred(x, mark)}; p.fits(block, d.base) {
					p.put(block)
					continue
				}
			}
			if done[g] {
				continue
			}
			done[g] = true
			if g.first < g.last {
				line := segment{d.x[g.first], d.base - 4*px, d.x[g.last], d.base - 4*px}
				p.drawSegments([]segment{line}, role.mute, unknownLook)
				lines = append(lines, line)
			}
			for _, raise := range [...]int{8, 26, 44} {
				mark.y = d.base - raise*px
				if block := []label{p.centred(x, mark)}; p.fits(block, d.base) {
					p.put(block)
					break
				}
			}
		}
	}
	p.taken.segments = append(p.taken.segments, lines...)
}

// others reports whether another series has a value within a gap.
func (d *lineChart) others(series int, g gap) bool {
	for i := range d.series {
		if i == series {
			continue
		}
		for j := g.first; j <= g.last; j++ {
			if d.series[i].Points[j].State == Present {
				return true
			}
		}
	}
	return false
}
