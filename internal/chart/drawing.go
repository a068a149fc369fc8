package chart

// A Drawing is a chart laid out for a wide and for a narrow page: texts are measured
// and labels find their places once, for the pictures in light and dark colours, their
// size and the option. It does not change; nor may its chart, once it is drawn.
type Drawing struct {
	*Chart
	wide, narrow *plot // nil for a sparkline, in which nothing is laid out
}

// A Frame is one of the four ways to show a chart.
type Frame struct {
	Narrow bool // 360 pixels instead of 720, larger text
	Dark   bool
}

// Draw lays the chart out. It draws whatever it is given: what Validate reports is
// left out or cut, never a reason to fail.
func (c *Chart) Draw() *Drawing {
	if c.Kind == Sparkline {
		return &Drawing{Chart: c}
	}
	return &Drawing{c, drawPicture(c, false), drawPicture(c, true)}
}

// SVG is the picture in one of its frames.
func (d *Drawing) SVG(f Frame) []byte {
	colours := &light
	if f.Dark {
		colours = &dark
	}
	if d.Kind == Sparkline {
		return paint(sparkline(d.Chart), colours)
	}
	return paint(d.plot(f.Narrow).buf, colours)
}

// View is the size in pixels of the bare plot, for the width and height of the
// image element that shows it.
func (d *Drawing) View(narrow bool) (width, height int) {
	if d.Kind == Sparkline {
		return sparkWidth / px, sparkHeight / px
	}
	p := d.plot(narrow)
	return p.width / px, p.height / px
}

func (d *Drawing) plot(narrow bool) *plot {
	if narrow {
		return d.narrow
	}
	return d.wide
}

// drawPicture draws the whole file of a chart of every kind but the sparkline, which
// has no title above it and no notes below.
func drawPicture(c *Chart, narrow bool) *plot {
	p := drawPlot(c, narrow)
	p.buf = p.file()
	p.taken = room{} // nothing looks for a place any more
	return p
}

func drawPlot(c *Chart, narrow bool) *plot {
	p := newPlot(c, narrow)
	p.draw()
	for more := p.needs; more&^p.inKey != 0; more |= p.needs {
		p = newPlot(c, narrow)
		p.inKey = more
		p.draw()
	}
	return p
}

func (p *plot) draw() {
	switch p.c.Kind {
	case Line, Area:
		drawLines(p)
	case Column:
		drawColumns(p)
	case Bar:
		drawBars(p)
	case Grouped:
		if p.c.categorical() {
			drawGroupedBars(p)
		} else {
			drawColumns(p)
		}
	case Multiples:
		drawMultiples(p)
	case Pyramid:
		drawPyramid(p)
	case Dot:
		drawDotPlot(p)
	case Heat:
		drawHeat(p)
	case TileMap:
		drawTileMap(p)
	case Stacked:
		if p.c.categorical() {
			drawStackedBars(p)
		} else {
			drawColumns(p)
		}
	default:
		p.drawEmpty(0, 3*p.leading)
		p.height = 4 * p.leading
	}
}
