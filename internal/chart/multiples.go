package chart

import (
	"cmp"
	"slices"
	"strings"
)

// Geometry of small multiples, in view coordinates.
const (
	panelColumns       = 4
	panelColumnsNarrow = 2
	panelGutter        = 56 * px
	betweenPanels      = 20 * px
	panelHeight        = 104 * px // of the scale
	panelInset         = 3 * px   // from the edge of a panel to its first point
	toPanelName        = 15 * px  // from the top of a row to the first line above its panels
	toPanel            = 16 * px  // from the last such line to the scale
	panelBand          = 18 * px  // above the scale, for numbers of breaks and letters of events
	betweenRows        = 18 * px  // from the periods of a row to the next one
)

// A panelChart is a chart of small multiples in the making.
type panelChart struct {
	*plot
	scale   scale
	columns int
	gutter  int
	across  int     // width of a panel
	step    int     // between two places, the same in all panels: ticks are dashes of one line
	band    int     // above each scale
	feet    []label // the periods below the panels
	panels  []panel
}

// A panel is the small chart of one series.
type panel struct {
	series int
	left   int
	row    bool    // the first of a row, beside which the scale is labelled
	head   []label // the name
	value  label   // the last one
	trace          // where the panel is
}

// drawMultiples draws one panel for each series on one scale, ordered by the last
// value. What reference lines and events stand for is said once, above.
func drawMultiples(p *plot) {
	p.inKey |= referenceLabels
	d := panelChart{plot: p, scale: p.newScale(p.series)}
	d.scale.label(3)
	d.gutter = whole(p.gutter(&d.scale, panelGutter) + px/2)
	d.divide()
	y := d.drawPanelHead()
	if d.scale.count == 0 {
		p.drawEmpty(0, y+p.leading)
		p.height = y + 4*p.leading
		return
	}
	for i, series := range ranked(p.series) {
		d.panels = append(d.panels, panel{series: series, left: d.gutter + i%d.columns*(d.across+betweenPanels), row: i%d.columns == 0})
	}
	for first := 0; first < len(d.panels); first += d.columns {
		y = d.layRow(d.panels[first:min(first+d.columns, len(d.panels))], y)
	}
	p.height = y - betweenRows + toEdge
	d.drawPanels()
	d.keepFields()
	if p.provisional() {
		p.drawKey(func(x, y int) {
			p.drawSegments([]segment{{x - 24*px, y, x, y}}, role.series[0], ` stroke-width="2.5" stroke-dasharray="4 3"`)
		})
	}
}

// keepFields keeps where the panels are.
func (d *panelChart) keepFields() {
	for i := range d.panels {
		p := &d.panels[i]
		d.fields = append(d.fields, field{trace: p.trace, left: p.x[0], right: p.x[len(p.x)-1], series: []int{p.series}, panel: true})
		d.kept.unprinted = d.kept.unprinted || present(d.series[p.series].Points) > 1
	}
}

// divide shares the width among panels, in rows of like length.
func (d *panelChart) divide() {
	n := max(len(d.series), 1)
	most := panelColumns
	if d.narrow {
		most = panelColumnsNarrow
	}
	rows := (n + most - 1) / most
	d.columns = (n + rows - 1) / rows
	d.across = (d.width - d.gutter - (d.columns-1)*betweenPanels) / d.columns / px * px
	d.step = (d.across - 2*panelInset) / max(len(d.at)-1, 1)
}

// ranked gives the series in the order of their last value, the largest first,
// and those without one at the end.
func ranked(series []Series) []int {
	order := make([]int, len(series))
	final := make([]*Point, len(series))
	for i := range series {
		order[i] = i
		if _, last := ends(series[i].Points); last >= 0 {
			final[i] = &series[i].Points[last]
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch a, b := final[i], final[j]; {
		case a != nil && b != nil:
			return cmp.Compare(b.Value, a.Value)
		case a != nil:
			return -1
		case b != nil:
			return 1
		}
		return 0
	})
	return order
}

// drawPanelHead draws the unit word and what lines across the panels stand for,
// and gives where the first row begins.
func (d *panelChart) drawPanelHead() int {
	y := -d.leading
	if d.c.Unit != "" || d.provisional() {
		y += d.leading
		d.drawUnit()
	}
	d.drawReferenceKey(y)
	y += d.referenceRows() * d.leading
	y = d.explainEvents(y)
	if len(d.breaks) > 0 || len(d.onAxis()) > 1 {
		d.band = panelBand
	}
	if y += d.leading; y > 0 {
		y += 4 * px
	}
	return y
}

// explainEvents writes what the lines through all panels stand for below y and
// gives the last row. Several have letters, which stand above their lines.
func (d *panelChart) explainEvents(y int) int {
	on := d.onAxis()
	for i, e := range on {
		y += d.leading
		l := label{y: 12*px + y, lead: letter(i) + "\u00a0"}
		if len(on) == 1 {
			l = label{x: 5 * px, y: l.y}
			d.drawSegments([]segment{{5, l.y + 2*px, 5, l.y - 11*px}}, role.ink, "")
		}
		l.s = fit(e.Label, d.width-d.bounds(l).x1, d.size, false)
		d.text(l)
	}
	return y
}

// letter names an event.
func letter(i int) string { return string(rune('a' + i)) }

// layRow gives the panels of a row their places and what stands above and below
// them, and gives where the next row begins.
func (d *panelChart) layRow(row []panel, y int) int {
	lines, beneath := 1, d.beneath()
	for i := range row {
		lines = max(lines, d.head(&row[i], beneath))
	}
	heads := y + toPanelName + (lines-1)*d.leading
	for i := range row {
		p := &row[i]
		for j := range p.head {
			p.head[j].y += heads
		}
		p.value.y = heads
		p.trace = trace{plot: d.plot, scale: d.scale}
		p.scale.to = heads + toPanel + d.band
		p.scale.from = p.scale.to + panelHeight
		p.x = make([]int, len(d.at))
		for j := range p.x {
			p.x[j] = p.left + panelInset + j*d.step
		}
		if len(d.at) == 1 {
			p.x[0] = p.left + d.across/2
		}
	}
	return row[0].scale.from + d.layFeet(row) + betweenRows
}

// beneath reports whether the last values stand under the names: on the same line
// if all of them fit there.
func (d *panelChart) beneath() bool {
	for i := range d.series {
		names := wrap(d.series[i].Name, d.across, d.size, true)
		if n := len(names); n > 0 && textWidth(names[n-1], d.size, true)+8*px+textWidth(d.lastValue(i), d.size, false) > d.across {
			return true
		}
	}
	return false
}

// head sets the name of a panel's series and the last value, and gives the number
// of lines. Lines stand at heights up from the last one.
func (d *panelChart) head(p *panel, beneath bool) int {
	names := wrap(d.series[p.series].Name, d.across, d.size, true)
	p.value = label{x: p.left + d.across, s: d.lastValue(p.series), at: end}
	lines := len(names)
	if beneath {
		p.value.x, p.value.at = p.left, start
		lines++
	}
	for i, s := range names {
		p.head = append(p.head, label{x: p.left, y: (i - lines + 1) * d.leading, s: s, bold: true})
	}
	return lines
}

// lastValue is what stands above a panel: the last value, its marks, and its
// period where that is not the last of the axis, as much of it as fits.
func (d *panelChart) lastValue(series int) string {
	points := d.series[series].Points
	_, last := ends(points)
	if last < 0 {
		for _, s := range [...]State{NotDelivered, CannotExist, Hidden} {
			if slices.ContainsFunc(points, func(pt Point) bool { return pt.State == s }) {
				return d.longest(s.sign()+" "+d.why(s), s.sign())
			}
		}
		return ""
	}
	value := d.value(&points[last])
	marked := strings.TrimSpace(value + " " + points[last].marks())
	if last == len(points)-1 {
		return d.longest(marked, value)
	}
	when := " (" + d.short(d.at[last]) + ")"
	return d.longest(marked+when, value+when, value)
}

// longest is the first of some texts that fits a panel, the last one cut if none
// does.
func (d *panelChart) longest(texts ...string) string {
	for _, s := range texts {
		if textWidth(s, d.size, false) <= d.across {
			return s
		}
	}
	return fit(texts[len(texts)-1], d.across, d.size, false)
}
