package chart

// A lineEnd is the name of a line with its last value.
type lineEnd struct {
	series, last int
	lines        []label
}

// lineEnds gives the labels of all lines that have a value. A line that ends
// before the axis does says when.
func (d *lineChart) lineEnds() []lineEnd {
	var names []lineEnd
	width := d.endColumn - forLead
	for i := range d.series {
		points := d.series[i].Points
		_, last := ends(points)
		if last < 0 {
			continue
		}
		e := lineEnd{series: i, last: last}
		for _, s := range wrap(d.series[i].Name, width, d.size, true) {
			e.lines = append(e.lines, label{s: s, bold: true})
		}
		value := d.stated(&points[last])
		if d.narrow && d.says(last) {
			value += ", " + d.when(last)
		}
		for _, s := range wrap(value, width, d.size, false) {
			e.lines = append(e.lines, label{s: s})
		}
		if !d.narrow && d.says(last) {
			for _, s := range wrap(d.when(last), width, d.size, false) {
				e.lines = append(e.lines, label{s: s})
			}
		}
		names = append(names, e)
	}
	return names
}

// nearEdge is how close to the edge a dated point still counts as the last.
const nearEdge = 24 * px

// early reports whether a place is before the last of the axis.
func (d *lineChart) early(place int) bool {
	if d.c.dated() {
		return d.x[place] < d.edge-nearEdge
	}
	return place < len(d.at)-1
}

// says reports whether a name has to say when its last value is.
func (d *lineChart) says(place int) bool { return d.c.dated() || place < len(d.at)-1 }

// columnWidth is the room kept free right of the last period of a wide picture.
func (d *lineChart) columnWidth() int {
	w := 0
	for _, e := range d.names {
		if d.series[e.series].Name != "" {
			return d.endColumn
		}
		for _, l := range e.lines {
			w = max(w, d.bounds(l).x1)
		}
	}
	return w
}

// columnHeight is what the names need when all stand in the column.
func (d *lineChart) columnHeight() int {
	h := 0
	for _, e := range d.names {
		h += len(e.lines)*d.leading + betweenEnds
	}
	return h
}

// nameColumn writes the names of a wide picture right of their last points. A
// line that ends early is named at its end where there is room.
func (d *lineChart) nameColumn() {
	var column []endBlock
	for _, e := range d.names {
		d.worded = d.worded || d.series[e.series].Points[e.last].Provisional
		if early := d.early(e.last); !early || !d.nameEarly(e) {
			column = append(column, endBlock{e.series, d.x[e.last] + 7*px, d.y(e.series, e.last), early, e.lines})
		}
	}
	d.putEnds(column, d.edge, d.top-8*px, d.base)
}

// nameEarly names a line that ends before the axis does at its last point.
func (d *lineChart) nameEarly(e lineEnd) bool {
	x, y, n := d.x[e.last], d.y(e.series, e.last), (len(e.lines)-1)*d.leading
	for _, block := range [][]label{
		d.stack(x-4*px, y+26*px, start, e.lines),
		d.stack(x+toEnd, y+5*px, start, e.lines),
		d.stack(x-4*px, y-14*px-n, start, e.lines),
		d.stack(x+4*px, y+26*px, end, e.lines),
		d.stack(x+4*px, y-14*px-n, end, e.lines),
	} {
		if d.fits(block, d.base-gapStrip) && d.within(block) {
			d.put(block)
			return true
		}
	}
	return false
}

// within reports whether a block keeps out of the column of names and of the
// gutter but for its edge, where the first points stand.
func (d *lineChart) within(block []label) bool {
	right := d.width
	if !d.narrow {
		right = d.edge + 8*px
	}
	for _, l := range block {
		if b := d.bounds(l); b.x0 < d.gutter-8*px || b.x1 > right {
			return false
		}
	}
	return true
}

// nameEnds writes the names of a narrow picture above or below the ends of
// their lines and reports whether every name found a place that is nearer to
// its own line than to another.
func (d *lineChart) nameEnds() bool {
	p := d.plot
	for _, e := range d.names {
		x, y, n := d.x[e.last], d.y(e.series, e.last), (len(e.lines)-1)*p.leading
		reachable := 2 * p.leading
		if len(d.names) == 1 {
			reachable = d.base
		}
		sides := []label{{x: d.edge, at: end}, {x: x + 4*px, at: end}}
		if d.early(e.last) {
			sides = []label{{x: x + 4*px, at: end}, {x: x - 4*px}, {x: d.edge, at: end}}
		}
		placed := false
		for off := 0; off <= reachable && !placed; off += p.leading / 2 {
			for _, first := range [...]int{y - toEnd - n - off, y + 24*px + off} {
				for _, side := range sides {
					block := p.stack(side.x, first, side.at, e.lines)
					if p.fits(block, d.base) && d.within(block) && d.nearest(block, e) {
						p.put(block)
						placed = true
						break
					}
				}
				if placed {
					break
				}
			}
		}
		if !placed {
			return false
		}
		p.worded = p.worded || p.series[e.series].Points[e.last].Provisional
	}
	return true
}

// nearest reports whether a block is nearer to its own line's end than to that
// of any other line.
func (d *lineChart) nearest(block []label, own lineEnd) bool {
	top, bottom := d.bounds(block[0]).y0, d.bounds(block[len(block)-1]).y1
	distance := func(e lineEnd) int {
		y := d.y(e.series, e.last)
		return max(top-y, y-bottom, 0)
	}
	for _, e := range d.names {
		if e.series != own.series && distance(e) <= distance(own) {
			return false
		}
	}
	return true
}

// A keyRow is a line of the key above a narrow plot.
type keyRow struct {
	series int // −1 when the row continues the one above
	labels []label
}

// keyRows gives the key: marker, name and last value of each line.
func (d *lineChart) keyRows() []keyRow {
	const x = 18 * px
	var rows []keyRow
	for _, e := range d.names {
		series := e.series
		for i, l := range e.lines {
			if last := len(rows) - 1; i > 0 && !l.bold && rows[last].labels[0].bold && len(rows[last].labels) == 1 {
				if after := d.bounds(rows[last].labels[0]).x1 + 8*px; after+d.bounds(l).x1 <= d.width {
					l.x = after
					rows[last].labels = append(rows[last].labels, l)
					continue
				}
			}
			l.x = x
			rows = append(rows, keyRow{series, []label{l}})
			series = -1
		}
	}
	for i := range rows {
		for j := range rows[i].labels {
			rows[i].labels[j].y = 12*px + (i+1)*d.leading
		}
	}
	return rows
}

// drawKeyRows draws the key.
func (p *plot) drawKeyRows(rows []keyRow) {
	for _, r := range rows {
		if r.series >= 0 {
			points := p.series[r.series].Points
			_, last := ends(points)
			p.drawKeySpot(r.series, spot{7 * px, r.labels[0].y - 5*px, points[last].hollow()})
			p.worded = p.worded || points[last].Provisional
		}
		p.put(r.labels)
	}
}
