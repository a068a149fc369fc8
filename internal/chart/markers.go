package chart

// A spot is where a marker stands.
type spot struct {
	x, y   int
	hollow bool
}

// reach is how far a marker extends from its middle.
const reach = 6 * px

// box is the room that a marker takes.
func (s spot) box() box { return box{s.x - reach, s.y - reach, s.x + reach, s.y + reach} }

// markers is the number of shapes of markers.
const markers = 4

// drawSpots draws the markers of a series. Each series has a shape of its own:
// circle, square, triangle, diamond.
func (p *plot) drawSpots(series int, spots []spot) {
	if len(spots) == 0 {
		return
	}
	colour := role.series[series]
	hollow := ` fill="` + role.page + `" stroke="` + colour + `" stroke-width="2.5"`
	if series%markers == 0 {
		p.drawCircles(spots, colour, hollow)
		return
	}
	for _, open := range [...]bool{false, true} {
		began := false
		for _, s := range spots {
			if s.hollow != open {
				continue
			}
			if !began {
				p.raw(`<path d="`)
				began = true
			}
			p.shape(series%markers, s.x, s.y)
		}
		switch {
		case began && open:
			p.raw(`"` + hollow + "/>\n")
		case began:
			p.raw(`" fill="` + colour + "\"/>\n")
		}
	}
}

// drawCircles draws full circles as dots of one path, and each hollow one by itself.
func (p *plot) drawCircles(spots []spot, colour, hollow string) {
	var full []segment
	for _, s := range spots {
		if !s.hollow {
			full = append(full, segment{s.x, s.y, s.x, s.y})
		}
	}
	p.drawDots(full, colour, "9")
	for _, s := range spots {
		if s.hollow {
			p.raw("<circle")
			p.attr("cx", s.x)
			p.attr("cy", s.y)
			p.raw(` r="4.5"` + hollow + "/>\n")
		}
	}
}

// drawKeySpot draws the marker of a series beside its name.
func (p *plot) drawKeySpot(series int, s spot) {
	p.kept.spots = append(p.kept.spots, keySpot{series, s})
	p.drawSpots(series, []spot{s})
}

// shape writes the outline of a square, triangle or diamond.
func (p *plot) shape(kind, x, y int) {
	switch kind {
	case 1:
		p.move(x-4*px, y-4*px)
		p.raw("h8v8h-8z")
	case 2:
		p.move(x, y-6*px)
		p.raw("l5.5 9.5h-11z")
	case 3:
		p.move(x, y-6*px)
		p.raw("l6 6-6 6-6-6z")
	}
}

// A gap is a run of places of the same state without a value.
type gap struct {
	first, last int
	state       State
}

// gaps gives the runs of a series that a mark stands for.
func gaps(points []Point) []gap {
	var g []gap
	for i := range points {
		s := points[i].State
		if s.mark() == "" {
			continue
		}
		if n := len(g); n > 0 && g[n-1].state == s && g[n-1].last == i-1 {
			g[n-1].last = i
			continue
		}
		g = append(g, gap{i, i, s})
	}
	return g
}

// unknownLook is the look of the line that stands for months without a figure.
const unknownLook = ` stroke-dasharray="2 3"`

// gapStrip is kept free above the axis for that line, by what is written before it
// is drawn.
const gapStrip = 5 * px
