package chart

import "ronde/internal/locale"

// Geometry of a heat grid, in view coordinates.
const (
	heatRow       = 28 * px
	heatRowNarrow = 30 * px
	cellHeight    = 24 * px
	cellWidest    = 46 * px
	heatNames     = 200 * px // at most, left of the cells, unless a word needs more
	heatNarrow    = 140 * px
	toCells       = 14 * px
	leastCell     = 14 * px // what a cell keeps when a word needs more, with the gap beside it
)

// deliveries are the states of a delivery in the order of the key, with their
// names.
var deliveries = [...]struct {
	state Delivery
	name  func(*locale.Locale) string
}{
	{OnTime, (*locale.Locale).OnTime}, {Late, (*locale.Locale).Overdue}, {Missing, (*locale.Locale).MissingDelivery},
	{Expected, (*locale.Locale).ExpectedDelivery}, {NotDue, (*locale.Locale).NotDue},
}

// A heatGrid is a heat grid in the making.
type heatGrid struct {
	*plot
	names   [][]label // of each row, at heights from its first line on
	left    int       // where the cells begin
	x       []int     // left edge of each cell
	cell    int       // width of a cell
	step    int       // from one to the next, the same everywhere: runs of cells are dashes of one line
	tops    []int     // of the cells of each row
	samples []sample  // of the key
}

// A sample is a cell of the key.
type sample struct {
	state Delivery
	at    box
}

// drawHeat draws the state of each delivery, a row for each organisation. The
// states differ in shape, so the grid reads without colour.
func drawHeat(p *plot) {
	d := heatGrid{plot: p}
	d.measure()
	y := d.drawHeatKey()
	middles := make([]int, len(d.x))
	for i := range d.x {
		middles[i] = d.x[i] + d.cell/2
	}
	y = p.drawPeriods(timeAxis{x: middles, begin: middles, step: d.step, base: y - 2*px, left: d.cell / 2, ticks: p.narrow && len(d.x) > 12, final: true}) - 3*px
	p.drawSegments([]segment{{0, y, p.width, y}}, role.ink, "")
	var rules []segment
	for i := range p.c.Rows {
		y = d.layHeatRow(i, y+3*px)
		rules = append(rules, segment{0, y, p.width, y})
	}
	p.drawSegments(rules, role.grid, "")
	d.drawCells()
	p.height = y + 6*px
}

// measure shares the width among names and cells. A word of a name is not broken
// as long as the cells can spare the room.
func (d *heatGrid) measure() {
	most := heatNames
	if d.narrow {
		most = heatNarrow
	}
	n := max(len(d.c.Periods), 1)
	needed, word := 0, 0
	for _, r := range d.c.Rows {
		for _, s := range [...]string{r.Name, r.Detail} {
			needed, word = max(needed, textWidth(s, d.size, false)), max(word, widestWord(s, d.size, false))
		}
	}
	most = max(most, min(word, d.width-toCells-n*leastCell))
	width := (min(needed, most) + px - 1) / px * px
	d.left = width + toCells
	for _, r := range d.c.Rows {
		var lines []label
		for _, s := range wrap(r.Name, width, d.size, false) {
			lines = append(lines, label{s: s})
		}
		for _, s := range wrap(r.Detail, width, d.size, false) {
			lines = append(lines, label{s: s, fill: role.mute})
		}
		d.names = append(d.names, lines)
	}
	d.step = (d.width - d.left) / n
	d.cell = max(min(cellWidest, d.step-2*px, d.step*9/10), 4*px) / px * px
	for i := range d.c.Periods {
		d.x = append(d.x, d.left+i*d.step+(d.step-d.cell)/2)
	}
}

// drawHeatKey names the states that the grid shows, and gives the lower edge.
func (d *heatGrid) drawHeatKey() int {
	found := map[Delivery]bool{}
	for row := range d.c.Rows {
		for place := range d.x {
			found[d.state(row, place)] = true
		}
	}
	x, y := 0, 4*px
	for _, s := range deliveries {
		if !found[s.state] {
			continue
		}
		l := label{s: s.name(d.locale)}
		width := cellWidest + 8*px + d.bounds(l).x1
		if x > 0 && x+width > d.width {
			x, y = 0, y+cellHeight+4*px
		}
		d.samples = append(d.samples, sample{s.state, box{x, y, x + cellWidest, y + cellHeight}})
		l.x, l.y = x+cellWidest+8*px, y+17*px
		d.text(l)
		x += width + 24*px
	}
	return y + cellHeight
}

// layHeatRow writes the name of a row below y, gives its cells their places, and
// gives the lower edge.
func (d *heatGrid) layHeatRow(row, y int) int {
	height := heatRow
	if d.narrow {
		height = heatRowNarrow
	}
	lines := d.names[row]
	height = max(height-2*px, len(lines)*d.leading+6*px)
	first := y + (height-2*px)/2 + 5*px - (len(lines)-1)*d.leading/2
	d.put(d.stack(0, first, start, lines))
	d.tops = append(d.tops, whole(y+(height-2*px-cellHeight)/2))
	return y + height
}

// state is that of a cell; a cell that is not given was not due.
func (d *heatGrid) state(row, place int) Delivery {
	if cells := d.c.Rows[row].Cells; place < len(cells) && int(cells[place]) < deliveryStates {
		return cells[place]
	}
	return NotDue
}
