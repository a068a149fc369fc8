package chart

// Geometry of a key.
const (
	swatch      = 12 * px
	toName      = 18 * px // from the edge of a swatch to its name
	betweenKeys = 20 * px
)

// A keyEntry is the name of a series in a key; a long name has several.
type keyEntry struct {
	series int // −1 for what continues the one before
	label  label
}

// key sets the names of the series in rows from x on, the first baseline at y,
// as many in a row as fit, and gives the number of rows.
func (p *plot) key(x, y int) (entries []keyEntry, rows int) {
	from := x
	for i := range p.series {
		width := textWidth(p.series[i].Name, p.size, false)
		if rows == 0 {
			rows = 1
		} else if from+toName+width > p.width {
			from = x
			rows++
		}
		lines := wrap(p.series[i].Name, p.width-x-toName, p.size, false)
		for j, s := range lines {
			e := keyEntry{i, label{x: from + toName, y: y + (rows-1)*p.leading, s: s}}
			if j > 0 {
				e.series = -1
			}
			if j < len(lines)-1 {
				rows++
			}
			entries = append(entries, e)
		}
		if from += toName + width + betweenKeys; len(lines) > 1 {
			from = p.width
		}
	}
	return entries, rows
}

// drawSwatches draws the key of full bars and gives the last baseline.
func (p *plot) drawSwatches(x, y int) int {
	entries, rows := p.key(x, y+p.leading)
	for _, e := range entries {
		if e.series >= 0 {
			left := e.label.x - toName
			p.drawFull(e.series, []box{{left, e.label.y - swatch + px, left + swatch, e.label.y + px}})
		}
		p.text(e.label)
	}
	return y + rows*p.leading
}
