package chart

// valueLabels writes the first, highest and lowest value of each line, every
// bound, and the last provisional value where the line goes on after it.
func (d *lineChart) valueLabels() {
	for i := range d.series {
		points := d.series[i].Points
		first, last := ends(points)
		lowest, highest := extremes(points)
		done := map[int]bool{last: true, -1: true}
		printed := 1 // the last value stands with the name
		show := func(place int, ways []way) {
			if !done[place] {
				done[place] = true
				if d.showValue(i, place, ways) {
					printed++
				}
			}
		}
		if first == lowest {
			show(first, []way{rightBelow, below, rightAbove, above})
		} else {
			show(first, []way{rightAbove, above, rightBelow, below})
		}
		show(highest, []way{above, rightAbove, leftAbove, farAbove, below, farBelow})
		show(lowest, []way{below, rightBelow, leftBelow, farBelow, above, leftAbove, rightAbove, farAbove})
		for j := range points {
			if points[j].State == Present && points[j].bound() {
				show(j, []way{above, below, rightAbove, rightBelow, leftAbove, leftBelow, farAbove, farBelow})
			}
		}
		for j := last - 1; j >= 0 && !d.worded; j-- {
			if points[j].State == Present && points[j].Provisional {
				show(j, []way{above, below, rightAbove, rightBelow, leftAbove, leftBelow, farAbove, farBelow})
				break
			}
		}
		d.kept.unprinted = d.kept.unprinted || present(points) > printed
	}
}

// A way is where a value stands beside its point: how far its first baseline is
// below the point when it stands below, or its last one above it.
type way struct {
	dx, dy int
	at     anchor
	up     bool
}

var (
	above      = way{0, 10 * px, middle, true}
	below      = way{0, 21 * px, middle, false}
	rightAbove = way{9 * px, 10 * px, start, true}
	rightBelow = way{9 * px, 14 * px, start, false}
	leftAbove  = way{-9 * px, 10 * px, end, true}
	leftBelow  = way{-9 * px, 14 * px, end, false}
	farAbove   = way{0, 28 * px, middle, true}
	farBelow   = way{0, 39 * px, middle, false}
)

// showValue writes a value at the first free place and reports whether there was
// one; else it is left to the table.
func (d *lineChart) showValue(series, place int, ways []way) bool {
	pt := &d.series[series].Points[place]
	lines := []label{{s: d.value(pt), bold: series == 0}}
	if s := d.status(pt); s != "" {
		lines = append(lines, label{s: s, fill: role.mute})
	}
	x, y := d.x[place], d.y(series, place)
	for _, w := range ways {
		first := y + w.dy
		if w.up {
			first = y - w.dy - (len(lines)-1)*d.leading
		}
		block := d.stack(x+w.dx, first, w.at, lines)
		if d.fits(block, d.base) && d.within(block) {
			d.put(block)
			d.worded = d.worded || pt.Provisional
			return true
		}
	}
	return false
}
