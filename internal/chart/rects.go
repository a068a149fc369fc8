package chart

// drawFull draws full bars of a series.
func (p *plot) drawFull(series int, boxes []box) {
	p.drawRects(boxes, 0, ` fill="`+p.pal.series[series]+`"`)
}

// drawHatched draws provisional bars; their outline lies within the bar's own
// size.
func (p *plot) drawHatched(series int, boxes []box) {
	if len(boxes) == 0 {
		return
	}
	inset, stroke := px, "2"
	if boxes[0].x1-boxes[0].x0 < 16*px {
		inset, stroke = 8, "1.5"
	}
	fill := p.hatch(series)
	p.drawRects(boxes, inset, ` fill="`+fill+`" stroke="`+p.pal.series[series]+`" stroke-width="`+stroke+`"`)
}

// drawDotted draws bars of a bound or an approximate value: empty, with a dotted
// outline.
func (p *plot) drawDotted(series int, boxes []box) {
	p.drawRects(boxes, px, ` fill="`+p.pal.page+`" stroke="`+p.pal.series[series]+`" stroke-width="2" stroke-dasharray="2 2"`)
}

// drawRects draws bars of one look as one path, each shrunk by inset.
func (p *plot) drawRects(boxes []box, inset int, look string) {
	if len(boxes) == 0 {
		return
	}
	p.raw(`<path d="`)
	for _, b := range boxes {
		p.rectangle(b.grow(-inset))
	}
	p.raw(`"` + look + "/>\n")
}
