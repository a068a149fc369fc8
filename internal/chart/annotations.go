package chart

import (
	"strconv"

	"ronde/internal/locale"
)

// flags gives each text a label beside its place, the first row's baseline at y,
// in rows so that no two meet, and the number of rows.
func (p *plot) flags(x []int, texts []string, y int) (labels []label, rows int) {
	right := [maxEvents]int{-p.width, -p.width, -p.width} // end of the last label in each row
	for i, s := range texts {
		l := label{s: fit(s, p.width-6*px, p.size, false)}
		if l.x = x[i] + 5*px; p.bounds(l).x1 > p.width {
			l.x, l.at = x[i]-5*px, end
		}
		if p.bounds(l).x0 < 0 {
			l.x, l.at = p.width, end // a label wider than either side of its place.
		}
		row := 0
		for row < maxEvents-1 && right[row] > p.bounds(l).x0-8*px {
			row++
		}
		right[row] = p.bounds(l).x1
		l.y = y + row*p.leading
		rows = max(rows, row+1)
		labels = append(labels, l)
	}
	return labels, rows
}

// putFlags draws labels, each with a vertical as high as itself at its place.
func (p *plot) putFlags(x []int, labels []label) {
	if len(labels) == 0 {
		return
	}
	p.raw(`<path d="`)
	for i, l := range labels {
		b := p.bounds(l)
		p.move(x[i], b.y0)
		p.to('V', b.y1)
		p.taken.take(box{x[i], b.y0, x[i] + px, b.y1})
	}
	p.raw(`" stroke="` + p.pal.ink + "\"/>\n")
	p.put(labels)
}

// events gives the places and labels of the events on the axis.
func (p *plot) events(x []int) (at []int, texts []string) {
	for _, e := range p.c.Events[:min(len(p.c.Events), maxEvents)] {
		if place := p.c.placeOf(e.At); place >= 0 && p.c.traits().events {
			at = append(at, x[place])
			texts = append(texts, e.Label)
		}
	}
	return at, texts
}

// eventRows is the number of rows that the labels of events take.
func (p *plot) eventRows(x []int) int {
	at, texts := p.events(x)
	_, rows := p.flags(at, texts, 0)
	return rows
}

// drawEvents draws the events beneath the unit word and what else stands above.
func (p *plot) drawEvents(x []int, above int) {
	at, texts := p.events(x)
	labels, _ := p.flags(at, texts, 12*px+above+p.leading)
	p.putFlags(at, labels)
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
