package chart

// Geometry of a sparkline.
const (
	sparkWidth  = 160 * px
	sparkHeight = 44 * px
	sparkInset  = 6 * px
	sparkLow    = 40 * px
	sparkHigh   = 6 * px
)

// sparkline draws the first series as a small line without text. It is always
// shown beside the figure whose course it shows, in one size, so it has width
// and height and no second framing. A period without a figure is a dashed tick.
func sparkline(c *Chart) []byte {
	p := newPlot(c, false)
	p.raw(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="` + p.locale.Language() +
		`" viewBox="0 0 160 44" width="160" height="44" role="img" aria-labelledby="t"><title id="t">`)
	title := c.Title
	if title == "" {
		title = c.Description
	}
	p.buf = appendText(p.buf, title)
	p.raw(`</title><rect width="160" height="44" fill="` + role.page + `"/>`)
	t := trace{plot: p, scale: p.newScale(p.series)}
	t.scale.trim()
	t.scale.from, t.scale.to = sparkLow, sparkHigh
	t.x, _ = spread(sparkInset, sparkWidth-sparkInset, len(c.Periods))
	if t.scale.low <= 0 && t.scale.high >= 0 {
		p.raw(`<path d="`)
		p.move(0, t.scale.zero()+5)
		p.to('H', sparkWidth)
		p.raw(`" stroke="` + role.grid + `"/>`)
	}
	if len(p.series) > 0 {
		t.drawSpark()
	}
	p.raw("</svg>\n")
	return p.buf
}

// drawSpark draws the line, ticks for missing periods, and the end.
func (t *trace) drawSpark() {
	t.drawTrace(0, "2.5", ` stroke-dasharray="3 2"`)
	points := t.series[0].Points
	missing := false
	for i := range points {
		if points[i].State.mark() == "" {
			continue
		}
		if !missing {
			t.raw(`<path d="`)
			missing = true
		}
		t.move(t.x[i], 34*px)
		t.raw("v8")
	}
	if missing {
		t.raw(`" stroke="` + role.mute + `" stroke-dasharray="2 2"/>`)
	}
	_, last := ends(points)
	for i := range points {
		if points[i].State != Present || i != last && !t.alone(0, i) {
			continue
		}
		t.raw("<circle")
		t.attr("cx", t.x[i])
		t.attr("cy", t.y(0, i))
		t.raw(` r="4" fill="`)
		if points[i].hollow() {
			t.raw(role.page + `" stroke="` + role.series[0] + `" stroke-width="2"/>`)
		} else {
			t.raw(role.series[0] + `"/>`)
		}
	}
}
