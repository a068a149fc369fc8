package chart

// bars gathers the bars of one series by their look: filled, hatched when
// provisional, empty with a dotted outline when the value is a bound or
// approximate.
type bars struct{ full, hatched, dotted []box }

func (b *bars) add(pt *Point, at box) {
	switch {
	case pt.rough():
		b.dotted = append(b.dotted, at)
	case pt.Provisional && pt.Value != 0:
		b.hatched = append(b.hatched, at)
	default:
		b.full = append(b.full, at)
	}
}

// drawAll draws the bars of a series.
func (p *plot) drawAll(series int, b bars) {
	p.drawFull(series, b.full)
	p.drawHatched(series, b.hatched)
	p.drawDotted(series, b.dotted)
}

// manyBars is the number of upright bars of one width from which they are drawn
// as thick lines: half as many bytes.
const manyBars = 12

// drawFull draws full bars of a series.
func (p *plot) drawFull(series int, boxes []box) {
	if len(boxes) >= manyBars && upright(boxes) {
		p.raw(`<path d="`)
		for _, b := range boxes {
			p.move((b.x0+b.x1)/2, b.y1)
			p.to('V', b.y0)
		}
		p.raw(`" stroke="` + role.series[series] + `"`)
		p.attr("stroke-width", boxes[0].x1-boxes[0].x0)
		p.raw("/>\n")
		return
	}
	p.drawRects(boxes, 0, ` fill="`+role.series[series]+`"`)
}

// upright reports whether all boxes have one width.
func upright(boxes []box) bool {
	for _, b := range boxes {
		if b.x1-b.x0 != boxes[0].x1-boxes[0].x0 {
			return false
		}
	}
	return true
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
	p.drawRects(boxes, inset, ` fill="`+fill+`" stroke="`+role.series[series]+`" stroke-width="`+stroke+`"`)
}

// drawDotted draws bars of a bound or an approximate value: empty, with a dotted
// outline.
func (p *plot) drawDotted(series int, boxes []box) {
	p.drawRects(boxes, px, ` fill="`+role.page+`" stroke="`+role.series[series]+`" stroke-width="2" stroke-dasharray="2 2"`)
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
