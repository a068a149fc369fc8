package chart

// slice is the width of the pieces by which labels keep out of an area.
const slice = 6 * px

// fill draws the area beneath the line and takes its room. What is true of the
// line is true of the area: nothing fills a gap or the month of a break, and
// what is provisional is hatched. A value that stands by itself has a stem.
func (d *lineChart) fill() {
	if len(d.series) == 0 || d.scale.count == 0 {
		return
	}
	d.fillRuns(false)
	d.fillRuns(true)
	d.stems()
}

// fillRuns draws the provisional stretches of an area, or all others, as one path.
func (d *lineChart) fillRuns(provisional bool) {
	zero, fill := d.scale.zero(), ""
	for i := 0; i < len(d.x); i++ {
		if !d.filled(i, provisional) {
			continue
		}
		if fill == "" {
			if fill = role.tint; provisional {
				fill = d.hatch(0)
			}
			d.raw(`<path d="`)
		}
		d.move(d.x[i-1], zero)
		d.to('V', d.y(0, i-1))
		for ; d.filled(i, provisional); i++ {
			d.lineTo(d.x[i], d.y(0, i))
			d.takeSlices(i, zero)
		}
		d.to('V', zero)
		d.raw("z")
	}
	if fill != "" {
		d.raw(`" fill="` + fill + "\"/>\n")
	}
}

// filled reports whether the area runs to a place, and is provisional there or
// not.
func (d *lineChart) filled(place int, provisional bool) bool {
	return d.joined(0, place) && (d.style(0, place) == dashed) == provisional
}

// takeSlices takes the room beneath the piece of line that leads to a place.
func (d *lineChart) takeSlices(place, zero int) {
	x0, x1 := d.x[place-1], d.x[place]
	y0, y1 := d.y(0, place-1), d.y(0, place)
	n := (x1-x0)/slice + 1
	for i := range n {
		a, b := y0+(y1-y0)*i/n, y0+(y1-y0)*(i+1)/n
		d.taken.take(box{x0 + (x1-x0)*i/n, min(a, b, zero), x0 + (x1-x0)*(i+1)/n, max(a, b, zero)})
	}
}

// stems draws a line to zero from each exact value that nothing joins.
func (d *lineChart) stems() {
	zero := d.scale.zero()
	var stems []segment
	for i := range d.series[0].Points {
		if d.series[0].Points[i].joins() && d.alone(0, i) {
			y := d.y(0, i)
			stems = append(stems, segment{d.x[i], zero, d.x[i], y})
			d.taken.take(box{d.x[i] - 2*px, min(y, zero), d.x[i] + 2*px, max(y, zero)})
		}
	}
	d.drawSegments(stems, role.series[0], ` stroke-width="3"`)
}
