package chart

// deliveryStates is the number of states of a delivery.
const deliveryStates = int(Expected) + 1

// drawCells draws the cells of each state: filled when on time, half filled when
// late, crossed when missing, a dotted outline when still to come, a dot when
// nothing was due.
func (d *heatGrid) drawCells() {
	first := role.series[0]
	d.drawRuns(first, func(s Delivery) bool { return s == OnTime || s == Late })
	if late := d.cells(Late); len(late) > 0 {
		d.raw(`<path d="`)
		for _, b := range late {
			b = b.grow(-2 * px)
			d.move(b.x0, b.y1)
			d.to('H', b.x1)
			d.to('V', b.y0)
			d.raw("z")
		}
		d.raw(`" fill="` + role.page + "\"/>\n")
	}
	if missing := d.cells(Missing); len(missing) > 0 {
		d.raw(`<path d="`)
		for _, b := range missing {
			d.rectangle(b.grow(-px))
			d.cross(b)
		}
		d.raw(`" fill="none" stroke="` + role.ink + `" stroke-width="2"/>` + "\n")
	}
	d.drawRects(d.cells(Expected), px, ` fill="none" stroke="`+role.ink+`" stroke-width="2" stroke-dasharray="2 2"`)
	var dots []segment
	for _, b := range d.cells(NotDue) {
		x, y := whole((b.x0+b.x1)/2), (b.y0+b.y1)/2
		dots = append(dots, segment{x, y, x, y})
	}
	d.drawDots(dots, role.mute, "4")
}

// cells gives the boxes of all cells of a state, those of the key included.
func (d *heatGrid) cells(state Delivery) []box {
	var all []box
	for _, s := range d.samples {
		if s.state == state {
			all = append(all, s.at)
		}
	}
	for row, top := range d.tops {
		for place, x := range d.x {
			if d.state(row, place) == state {
				all = append(all, box{x, top, x + d.cell, top + cellHeight})
			}
		}
	}
	return all
}

// drawRuns draws cells that are filled as dashes of a thick line for each run of
// them, which takes half as many bytes.
func (d *heatGrid) drawRuns(colour string, filled func(Delivery) bool) {
	var samples []box
	for _, s := range d.samples {
		if filled(s.state) {
			samples = append(samples, s.at)
		}
	}
	d.drawRects(samples, 0, ` fill="`+colour+`"`)
	var runs []segment
	for row, top := range d.tops {
		y := top + cellHeight/2
		for place := 0; place < len(d.x); place++ {
			from := place
			for place < len(d.x) && filled(d.state(row, place)) {
				place++
			}
			if place > from {
				runs = append(runs, segment{d.x[from], y, d.x[place-1] + d.cell, y})
			}
		}
	}
	if len(runs) == 0 {
		return
	}
	look := string(appendPair([]byte(` stroke-dasharray="`), d.cell, d.step-d.cell)) + `"`
	d.drawSegments(runs, colour, ` stroke-width="24"`+look)
}

// cross draws a cross within a cell, a slender one in a slender cell.
func (d *heatGrid) cross(b box) {
	x, y := (b.x0+b.x1)/2, (b.y0+b.y1)/2
	across, down := min(5*px, max((b.x1-b.x0)/2-3*px, px)), 5*px
	d.move(x-across, y-down)
	d.lineTo(x+across, y+down)
	d.move(x+across, y-down)
	d.lineTo(x-across, y+down)
}
