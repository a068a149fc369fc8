package chart

import (
	"cmp"
	"slices"
)

// An endBlock is what stands in the column right of a plot beside the end of a
// line or the last part of a stack.
type endBlock struct {
	series int
	x, y   int  // where a line to the block begins
	early  bool // the end is left of the edge: a line always leads from it
	lines  []label
}

// Distances in the column right of a plot.
const (
	betweenEnds = 6 * px
	forLead     = 10 * px // more room before the blocks where lines lead to them
	endLeast    = 140 * px
	endMost     = 220 * px
)

// endWidth is the room that the column needs. A word is not broken as long as the
// picture can spare the room.
func (p *plot) endWidth() int {
	w := endLeast
	for i := range p.series {
		w = max(w, widestWord(p.series[i].Name, p.size, true)+forLead)
	}
	return min(w, endMost)
}

// putEnds writes blocks right of the edge of a plot, between top and base, each
// with its first line level with its end. Blocks that would meet move apart, and
// a thin line then leads to each that moved, or where that would cross a text, the
// series' marker stands before it.
func (p *plot) putEnds(blocks []endBlock, edge, top, base int) {
	if len(blocks) == 0 {
		return
	}
	slices.SortStableFunc(blocks, func(a, b endBlock) int { return cmp.Compare(a.y, b.y) })
	// tops holds the upper edges of the blocks, a line being as high as the leading.
	tops := make([]int, len(blocks))
	lowest := top
	for i, e := range blocks {
		tops[i] = max(e.y-p.leading/2, lowest)
		lowest = tops[i] + len(e.lines)*p.leading + betweenEnds
	}
	highest := base
	for i, e := range slices.Backward(blocks) {
		tops[i] = min(tops[i], highest-len(e.lines)*p.leading)
		highest = tops[i] - betweenEnds
	}
	led := func(i int) bool {
		e := blocks[i]
		return e.early || e.y < tops[i] || e.y > tops[i]+len(e.lines)*p.leading
	}
	x := edge + toEnd
	for i := range blocks {
		if led(i) {
			x = edge + toEnd + forLead
		}
	}
	for i, e := range blocks {
		first := tops[i] + p.leading/2 + 5*px
		p.put(p.stack(x, first, start, e.lines))
		if !led(i) {
			continue
		}
		corner := segment{e.x, e.y, e.x, e.y}
		if e.early {
			corner.x1 = edge + 7*px
		}
		lead := segment{corner.x1, e.y, x - 3*px, first - 5*px}
		if !p.taken.crossed(corner) && !p.taken.crossed(lead) {
			way := []vertex{{e.x, e.y}}
			if e.early {
				way = append(way, vertex{corner.x1, e.y})
			}
			p.drawLead(append(way, vertex{lead.x1, lead.y1})...)
			p.taken.segments = append(p.taken.segments, corner, lead)
			continue
		}
		marker := spot{x - 9*px, first - 5*px, false}
		p.drawKeySpot(e.series, marker)
		p.taken.take(marker.box())
	}
}
