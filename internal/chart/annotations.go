package chart

import (
	"slices"
	"strconv"

	"ronde/internal/locale"
)

// A signpost is a text beside a vertical line as high as itself.
type signpost struct {
	x     int
	lines []label
}

// signposts sets each text beside its place, the first row's baseline at y, in rows so
// that no two meet, and gives the number of rows. A text that fits on neither
// side takes several lines on the wider one.
func (p *plot) signposts(x []int, texts []string, y int) (set []signpost, rows int) {
	var right []int // end of the last label in each row
	for i, s := range texts {
		l := label{x: x[i] + 5*px, s: s}
		if p.bounds(l).x1 > p.width && x[i] > p.width/2 {
			l.x, l.at = x[i]-5*px, end
		}
		room := p.width - l.x
		if l.at == end {
			room = l.x
		}
		lines := wrap(s, room, p.size, false)
		if len(lines) == 0 {
			continue
		}
		f := signpost{x: x[i], lines: p.stack(l.x, 0, l.at, labelsOf(lines))}
		left := p.width
		for _, l := range f.lines {
			left = min(left, p.bounds(l).x0)
		}
		row := 0
		for j := 0; j < len(lines); j++ {
			if row+j < len(right) && right[row+j] > left-8*px {
				row, j = row+j+1, -1
			}
		}
		for j := range f.lines {
			if row+j >= len(right) {
				right = append(right, -p.width)
			}
			f.lines[j].y = y + (row+j)*p.leading
			right[row+j] = max(p.bounds(f.lines[j]).x1, x[i])
		}
		set = append(set, f)
	}
	return set, len(right)
}

// labelsOf gives texts as plain labels.
func labelsOf(texts []string) []label {
	labels := make([]label, len(texts))
	for i, s := range texts {
		labels[i].s = s
	}
	return labels
}

// putSignposts draws signposts.
func (p *plot) putSignposts(set []signpost) {
	var lines []segment
	for _, f := range set {
		b := box{f.x, p.bounds(f.lines[0]).y0, f.x + px, p.bounds(f.lines[len(f.lines)-1]).y1}
		lines = append(lines, segment{f.x, b.y0, f.x, b.y1})
		p.taken.take(b)
	}
	p.drawSegments(lines, role.ink, "")
	for _, f := range set {
		p.put(f.lines)
	}
}

// onAxis gives the events that are drawn.
func (p *plot) onAxis() []Event {
	if !p.c.traits().events {
		return nil
	}
	var on []Event
	for _, e := range p.c.Events[:min(len(p.c.Events), maxEvents)] {
		if p.c.placeOf(e.At) >= 0 {
			on = append(on, e)
		}
	}
	return on
}

// events gives the places and labels of the events on the axis.
func (p *plot) events(x []int) (at []int, texts []string) {
	for _, e := range p.onAxis() {
		at = append(at, x[p.c.placeOf(e.At)])
		texts = append(texts, e.Label)
	}
	return at, texts
}

// eventRows is the number of rows that the labels of events take.
func (p *plot) eventRows(x []int) int {
	at, texts := p.events(x)
	_, rows := p.signposts(at, texts, 0)
	return rows
}

// drawEvents draws the events beneath the unit word and what else stands above.
func (p *plot) drawEvents(x []int, above int) {
	at, texts := p.events(x)
	set, _ := p.signposts(at, texts, 12*px+above+p.leading)
	p.putSignposts(set)
}

// circleRoom is the room that the circle with a break's number takes.
const (
	circleRoom = 24 * px
	ringRadius = 10 * px
)

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

// drawBreaks draws a dashed vertical before the first period of each new series
// down to base, with the break's number in a circle at its top; lowest is the
// height of the lowest row of circles.
func (p *plot) drawBreaks(x []int, lowest, base int) {
	row, _ := p.breakRows(x)
	var lines []segment
	for i, at := range p.breaks {
		if row[i] >= 0 {
			bx := middleOf(x, at)
			lines = append(lines, segment{bx, lowest - row[i]*circleRoom + 10*px, bx, base})
		}
	}
	p.drawSegments(lines, role.ink, ` stroke-dasharray="2 3"`)
	p.taken.segments = append(p.taken.segments, lines...)
	for i, at := range p.breaks {
		if row[i] < 0 {
			continue
		}
		bx, y := middleOf(x, at), lowest-row[i]*circleRoom
		p.kept.rings = append(p.kept.rings, vertex{bx, y})
		p.raw(`<circle`)
		p.attr("cx", bx)
		p.attr("cy", y)
		p.raw(` r="10" fill="` + role.page + `" stroke="` + role.ink + "\"/>\n")
		p.write(label{x: bx, y: y + 5*px, s: strconv.Itoa(i + 1), at: middle, bold: true}, p.size, "")
		p.taken.take(box{bx - 10*px, y - 10*px, bx + 10*px, y + 10*px})
	}
}

// cut reports whether a break separates a series' place from the one before.
func (p *plot) cut(series, place int) bool {
	for i, at := range p.breaks {
		if only := p.c.Breaks[i].Series; at == place && (len(only) == 0 || slices.Contains(only, series)) {
			return true
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
	l := label{x: p.width, s: p.locale.StatusWord(locale.Provisional), at: end, fill: role.mute}
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
