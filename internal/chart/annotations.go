package chart

import (
	"strconv"

	"ronde/internal/locale"
)

// eventRows assigns each event on the axis to a row between what stands above
// and the scale, so that no two labels meet, and gives the number of rows.
func (p *plot) eventRows(x []int, above int) (blocks []label, rows int) {
	right := [maxEvents]int{-p.width, -p.width, -p.width} // end of the last label in each row
	for _, e := range p.c.Events[:min(len(p.c.Events), maxEvents)] {
		at := p.c.placeOf(e.At)
		if at < 0 {
			continue
		}
		l := label{s: fit(e.Label, p.width-6*px, p.size, false)}
		if l.x = x[at] + 5*px; p.bounds(l).x1 > p.width {
			l.x, l.at = x[at]-5*px, end
		}
		if p.bounds(l).x0 < 0 {
			l.x, l.at = p.width, end // a label wider than either side of its line.
		}
		row := 0
		for row < maxEvents-1 && right[row] > p.bounds(l).x0-8*px {
			row++
		}
		right[row] = p.bounds(l).x1
		l.y = 12*px + above + (row+1)*p.leading
		rows = max(rows, row+1)
		blocks = append(blocks, l)
	}
	return blocks, rows
}

// drawEvents draws each label with a vertical as high as the label, at the
// event's period.
func (p *plot) drawEvents(x []int, above int) {
	blocks, _ := p.eventRows(x, above)
	if len(blocks) == 0 {
		return
	}
	p.raw(`<path d="`)
	i := 0
	for _, e := range p.c.Events[:min(len(p.c.Events), maxEvents)] {
		if at := p.c.placeOf(e.At); at >= 0 {
			b := p.bounds(blocks[i])
			p.move(x[at], b.y0)
			p.to('V', b.y1)
			p.taken.take(box{x[at], b.y0, x[at] + px, b.y1})
			i++
		}
	}
	p.raw(`" stroke="` + p.pal.ink + "\"/>\n")
	p.put(blocks)
}

// circleRoom is the room that the circle with a break's number takes.
const circleRoom = 24 * px

// breakRows gives each break on the axis a row for its circle, −1 to the others,
// so that circles of near breaks stand above one another, and the number of rows.
func (p *plot) breakRows(x []int) (row []int, rows int) {
	row = make([]int, len(p.breaks))
	for i, at := range p.breaks {
		if row[i] = -1; at < 1 || at >= len(x) {
			continue
		}
		row[i] = 0
		for j := 0; j < i; j++ {
			if row[j] == row[i] && abs(middleOf(x, at)-middleOf(x, p.breaks[j])) < circleRoom {
				row[i]++
				j = -1
			}
		}
		rows = max(rows, row[i]+1)
	}
	return row, rows
}

// middleOf is halfway from the place before to a place.
func middleOf(x []int, place int) int { return (x[place-1] + x[place]) / 2 }

func abs(n int) int { return max(n, -n) }

// drawBreaks draws a dashed vertical before the first period of each new series
// down to base, with the break's number in a circle at its top; lowest is the
// height of the lowest row of circles.
func (p *plot) drawBreaks(x []int, lowest, base int) {
	row, _ := p.breakRows(x)
	for i, at := range p.breaks {
		if row[i] < 0 {
			continue
		}
		bx, y := middleOf(x, at), lowest-row[i]*circleRoom
		p.raw(`<path d="`)
		p.move(bx, y+10*px)
		p.to('V', base)
		p.raw(`" stroke="` + p.pal.ink + `" stroke-dasharray="2 3"/><circle`)
		p.attr("cx", bx)
		p.attr("cy", y)
		p.raw(` r="10" fill="` + p.pal.page + `" stroke="` + p.pal.ink + "\"/>\n")
		p.write(label{x: bx, y: y + 5*px, s: strconv.Itoa(i + 1), at: middle, bold: true}, p.size, "")
		p.taken.take(box{bx - 10*px, y - 10*px, bx + 10*px, y + 10*px})
		p.taken.segments = append(p.taken.segments, segment{bx, y, bx, base})
	}
}

// cut reports whether a break separates a series' place from the one before.
func (p *plot) cut(series, place int) bool {
	for i, at := range p.breaks {
		if at != place {
			continue
		}
		only := p.c.Breaks[i].Series
		if len(only) == 0 {
			return true
		}
		for _, s := range only {
			if s == series {
				return true
			}
		}
	}
	return false
}

// sampleWidth is the room of a sample in the key of provisional points.
const sampleWidth = 30 * px

// drawKey explains the drawing of provisional points at the top right, for
// plots in which the word found no place beside its figure. sample draws one
// that ends at x.
func (p *plot) drawKey(sample func(x, y int)) {
	l := label{x: p.width, s: p.locale.StatusWord(locale.Provisional), at: end, fill: p.pal.mute}
	for row := range 2 {
		l.y = 12*px + row*p.leading
		b := p.bounds(l)
		b.x0 -= sampleWidth
		if p.worded || !p.taken.free(b) {
			continue
		}
		p.text(l)
		sample(b.x0+sampleWidth-6*px, l.y-5*px)
		p.worded = true
	}
}
