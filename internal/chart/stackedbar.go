package chart

// drawStackedBars draws the parts of a whole over categories, one after the
// other, with their sum at the end and their names in a key.
func drawStackedBars(p *plot) {
	all, known := stacks(p.series, len(p.c.Categories))
	totals := Series{Points: make([]Point, len(all))}
	for i := range all {
		totals.Points[i] = all[i].total
	}
	d := newBarChart(p, []Series{totals}, barHeight)
	d.stacks, d.wholes, d.scale = all, make([]box, len(all)), p.newScale([]Series{known})
	d.draw(0)
}

// drawStacks draws the parts within the boxes of their wholes, and the outlines
// of what is unknown.
func (d *barChart) drawStacks() {
	d.drawParts(d.stacks, &d.scale, func(place, from, to int) box {
		return box{from, d.wholes[place].y0, max(to, from+2*px), d.wholes[place].y1}
	})
	var outlines []segment
	for i, w := range d.wholes {
		if !d.stacks[i].some {
			continue
		}
		if d.stacks[i].total.State != Present {
			outlines = append(outlines,
				segment{w.x1, w.y0 + 5, w.x1 + unknownEnd, w.y0 + 5},
				segment{w.x1, w.y1 - 5, w.x1 + unknownEnd, w.y1 - 5})
		}
	}
	d.drawUnknown(outlines)
}
