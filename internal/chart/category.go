package chart

// categoryNames sets name and detail of a category from x on, the first baseline
// at y; inLine sets them on one line where they fit.
func (p *plot) categoryNames(place, x, y, width int, inLine bool) []label {
	c := p.c.Categories[place]
	var block []label
	for i, s := range wrap(c.Name, width, p.size, true) {
		block = append(block, label{x: x, y: y + i*p.leading, s: s, bold: true})
	}
	detail := label{x: x, y: y, s: c.Detail, fill: role.mute}
	if n := len(block); n > 0 {
		name := block[n-1]
		detail.y = name.y
		detail.x = p.bounds(name).x1 + 12*px
		if c.Detail != "" && inLine && p.bounds(detail).x1 <= x+width {
			return append(block, detail)
		}
		detail.x, detail.y = x, name.y+p.leading
	}
	for _, s := range wrap(c.Detail, width, p.size, false) {
		detail.s = s
		block = append(block, detail)
		detail.y += p.leading
	}
	return block
}
