package site

import (
	"ronde/internal/chart"
)

// A drawing is a chart with what pages say of its picture, for which it has to be
// laid out: its size in pixels, and whether it is interactive too.
type drawing struct {
	*chart.Chart
	wide, narrow [2]int // width and height
	interactive  bool
}

func newDrawing(c *chart.Chart) *drawing {
	d := &drawing{Chart: c, interactive: c.Interactive()}
	d.wide[0], d.wide[1] = c.View(false)
	if c.Kind != chart.Sparkline {
		d.narrow[0], d.narrow[1] = c.View(true)
	}
	return d
}
