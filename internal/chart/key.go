package chart

// Geometry of a key.
const (
	swatch      = 12 * px
	toName      = 18 * px // from the edge of a swatch to its name
	betweenKeys = 20 * px
)

// A keyEntry is what stands beside the sample of a series in a key; a long one has
// several lines.
type keyEntry struct {
	series int // −1 for what continues the one before
	label  label
}

// key sets a text for each series in rows from x on, the first baseline at y, as
// many in a row as fit, and gives the number of rows. A text whose beginning is
// bold stays on one line where it fits the width.
func (p *plot) key(x, y int, texts []label) (entries []keyEntry, rows int) {
	from := x
	for i, l := range texts {
		width := p.bounds(l).x1
		if rows == 0 {
			rows = 1
		} else if from+toName+width > p.width {
			from = x
			rows++
		}
		lines := []label{l}
		if room := p.width - x - toName; width > room {
			lines = append(boldLabels(wrap(l.lead, room, p.size, true)), labelsOf(wrap(l.s, room, p.size, false))...)
		}
		for j, l := range lines {
			l.x, l.y = from+toName, y+(rows-1)*p.leading
			e := keyEntry{i, l}
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

// keyNames gives the names of the series as texts of a key.
func (p *plot) keyNames() []label {
	names := make([]label, len(p.series))
	for i := range p.series {
		names[i].s = p.series[i].Name
	}
	return names
}

// boldLabels gives texts as bold labels.
func boldLabels(texts []string) []label {
	labels := labelsOf(texts)
	for i := range labels {
		labels[i].bold = true
	}
	return labels
}

// drawSwatches draws a key of full bars and gives the last baseline.
func (p *plot) drawSwatches(x, y int, texts []label) int {
	entries, rows := p.key(x, y+p.leading, texts)
	for _, e := range entries {
		if e.series >= 0 {
			left := e.label.x - toName
			b := box{left, e.label.y - swatch + px, left + swatch, e.label.y + px}
			p.kept.boxes = append(p.kept.boxes, keyBox{e.series, b, false})
			p.drawFull(e.series, []box{b})
		}
		p.text(e.label)
	}
	return y + rows*p.leading
}
