package chart

// A trace places the points of series on a plane and joins them.
type trace struct {
	*plot
	scale scale
	x     []int // of each place
}

// y is the height of a point.
func (t *trace) y(series, place int) int {
	return t.scale.at(t.series[series].Points[place].Value)
}

// joined reports whether the line runs from the place before to this one.
// Nothing bridges a gap, a break or a bound, or the time between dates at which
// something was counted.
func (t *trace) joined(series, place int) bool {
	points := t.series[series].Points
	return !t.c.dated() && place > 0 && place < len(points) && points[place].joins() && points[place-1].joins() && !t.cut(series, place)
}

// alone reports whether a value stands by itself: no line reaches it.
func (t *trace) alone(series, place int) bool {
	return !t.joined(series, place) && !t.joined(series, place+1)
}

// marked gives the places of a line that have a marker: the first, the last, and
// those that stand alone.
func (t *trace) marked(series int) []int {
	points := t.series[series].Points
	first, last := ends(points)
	var places []int
	for i := range points {
		if points[i].State == Present && (i == first || i == last || t.alone(series, i)) {
			places = append(places, i)
		}
	}
	return places
}

// The ways to draw a piece of line.
const (
	solid = iota
	dashed
	dotted
	styles
)

// dots is the look of a line between inexact figures: round dots.
const dots = ` stroke-dasharray="0 6" stroke-linecap="round"`

// style is how the line that leads to a place is drawn: dashed when the figure
// there is provisional, dotted when either end is inexact.
func (t *trace) style(series, place int) int {
	points := t.series[series].Points
	switch {
	case points[place].Provisional:
		return dashed
	case points[place].rough() || points[place-1].rough():
		return dotted
	}
	return solid
}

// drawTrace draws the pieces of a line, grouped by style.
func (t *trace) drawTrace(series int, width, dashes string) {
	looks := [styles]string{dashed: dashes, dotted: dots}
	group := false
	for style := range styles {
		began, pen := false, -1
		for i := range t.x {
			if !t.joined(series, i) || t.style(series, i) != style {
				continue
			}
			if !group {
				t.raw(`<g fill="none" stroke="` + role.series[series] + `" stroke-width="` + width + `">`)
				group = true
			}
			if !began {
				t.raw(`<path d="`)
				began = true
			}
			if pen != i-1 {
				t.move(t.x[i-1], t.y(series, i-1))
			}
			t.lineTo(t.x[i], t.y(series, i))
			pen = i
		}
		if began {
			t.raw(`"` + looks[style] + "/>")
		}
	}
	if group {
		t.raw("</g>\n")
	}
}
