package chart

// drawLabels writes marks where no value is, then values: all of them when all
// fit above their columns, else the last, highest, lowest and first.
func (d *columnChart) drawLabels() {
	for _, g := range d.gaps() {
		d.drawGap(g)
	}
	d.drawStackMarks()
	d.kept.unprinted = d.unprintedParts()
	if all := d.allValues(); all != nil {
		d.put(all)
		for i := len(d.points) - 1; i >= 0; i-- {
			d.drawStatus(i)
		}
		return
	}
	if d.grouped > 1 {
		d.needs |= lastValues
	}
	done := map[int]bool{}
	printed := 0
	for s := range d.shown {
		first, last := ends(d.shown[s].Points)
		lowest, highest := extremes(d.shown[s].Points)
		places := []int{last, highest, lowest, first}
		if d.grouped > 1 {
			places = places[:2] // groups are too close for more.
		}
		for _, place := range places {
			if i := place*d.grouped + s; place >= 0 && !done[i] {
				done[i] = true
				if d.pointOut(i, d.grouped == 1 && place != last && (place == highest || place == lowest)) {
					printed++
				}
			}
		}
	}
	for i := range d.points {
		pt := &d.points[i]
		if pt.State == Present && !done[i] && (pt.Value == 0 || pt.bound()) {
			if block := d.over(i, label{s: d.value(pt)}); d.fits(block, d.height) {
				d.put(block)
				printed++
			}
		}
	}
	d.kept.unprinted = d.kept.unprinted || present(d.points) > printed
}

// allValues gives a value over each of few columns, nil when they do not all fit.
func (d *columnChart) allValues() []label {
	if len(d.middle) > fewColumns {
		return nil
	}
	before := d.taken
	defer func() { d.taken = before }()
	all := []label{}
	for i := range d.points {
		if d.points[i].State != Present {
			continue
		}
		block := d.over(i, label{s: d.value(&d.points[i]), bold: true})
		if !d.fits(block, d.height) {
			return nil
		}
		d.taken.take(d.bounds(block[0]))
		all = append(all, block...)
	}
	return all
}

// over is a block 8 pixels above a column, or below one that hangs.
func (d *columnChart) over(place int, lines ...label) []label {
	b := d.rect(place)
	y := b.y0 - 8*px - (len(lines)-1)*d.leading
	if d.points[place].Value < 0 {
		y = b.y1 + 18*px
	}
	block := make([]label, len(lines))
	for i, l := range lines {
		l.y = y + i*d.leading
		block[i] = d.centred(d.x[place], l)
	}
	return block
}

// drawStatus writes the status above a value where it fits, the last of several
// first: the drawing is the same for all.
func (d *columnChart) drawStatus(place int) {
	pt := &d.points[place]
	if pt.State != Present || d.status(pt) == "" {
		return
	}
	value := d.over(place, label{s: d.value(pt), bold: true})[0]
	l := label{y: value.y - d.leading, fill: role.mute}
	if pt.Value < 0 {
		l.y = value.y + d.leading
	}
	for _, l.s = range []string{d.status(pt), pt.marks()} {
		right, left := l, l
		right.x, right.at = d.x[place]+d.half+2*px, end
		left.x, left.at = d.x[place]-d.half-2*px, start
		for _, way := range []label{d.centred(d.x[place], l), right, left} {
			if d.fits([]label{way}, d.height) {
				d.text(way)
				d.worded = d.worded || pt.Provisional && l.s == d.status(pt)
				return
			}
		}
	}
}

// gaps gives the runs of columns that a mark stands for. Groups in which all are
// missing make one run; a column that is missing from its group has its own.
func (d *columnChart) gaps() []gap {
	if d.grouped == 1 {
		return gaps(d.points)
	}
	var all []gap
	whole := false // whether the last run is of whole groups
	for i := 0; i < len(d.points); i += d.grouped {
		run := gaps(d.points[i : i+d.grouped])
		before := whole
		whole = len(run) == 1 && run[0].last-run[0].first == d.grouped-1
		switch n := len(all); {
		case whole && before && all[n-1].state == run[0].state:
			all[n-1].last = i + d.grouped - 1
			continue
		case whole:
			all = append(all, gap{i, i + d.grouped - 1, run[0].state})
			continue
		}
		for j := i; j < i+d.grouped; j++ {
			if s := d.points[j].State; s.mark() != "" {
				all = append(all, gap{j, j, s})
			}
		}
	}
	return all
}

// The first baselines of a mark beside the line of zero.
const (
	markAbove = 8 * px
	markBelow = 20 * px
)

// drawGap writes the mark of places without a value above the line of zero, or
// below it where columns hang and nothing is free above. Between columns too
// close for it the mark is moved away from the line.
func (d *columnChart) drawGap(g gap) {
	zero := d.scale.zero()
	for raise := markAbove; raise < zero-d.top; raise += d.leading {
		if d.markGap(g, zero-raise, raise > markAbove) {
			return
		}
	}
	for drop := markBelow; drop < d.base-zero; drop += d.leading {
		if d.markGap(g, zero+drop, drop > markBelow) {
			return
		}
	}
}

// markGap writes the mark at y where that is free, and reports whether it was. Its
// word stands beyond it where that fits; a dotted line leads from zero to a mark
// that is led to, or lies along the places of several.
func (d *columnChart) markGap(g gap, y int, led bool) bool {
	x, zero := (d.x[g.first]+d.x[g.last])/2, d.scale.zero()
	away, stem := -1, box{x, y + 4*px, x + px, zero - 2*px}
	if y > zero {
		away, stem = 1, box{x, zero + 2*px, x + px, y - 14*px}
	}
	block := []label{d.centred(x, label{y: y, s: g.state.sign(), fill: role.mute})}
	if !d.fits(block, d.base) || led && !d.taken.apart(stem) {
		return false
	}
	d.put(block)
	switch {
	case led:
		d.drawSegments([]segment{{x, stem.y0, x, stem.y1}}, role.mute, unknownLook)
		d.taken.take(stem)
	case g.first/d.grouped < g.last/d.grouped:
		along := zero + away*4*px
		line := segment{d.x[g.first] - d.half, along, d.x[g.last] + d.half, along}
		d.drawSegments([]segment{line}, role.mute, unknownLook)
		d.taken.take(box{line.x0, line.y0, line.x1, line.y1 + px})
	}
	word := label{y: y + away*d.leading, s: d.why(g.state), fill: role.mute}
	room := d.x[g.last] - d.x[g.first] + d.step/d.grouped
	if block := []label{d.centred(x, word)}; textWidth(word.s, d.size, false) <= room && d.fits(block, d.base) {
		d.put(block)
	}
	return true
}

// pointOut writes one value among many columns: above its column, beside its
// top, or aside with a thin line that leads to it; dated when the axis does not
// make the month plain. Without a free place it is left to the table. Reported is
// whether there was one.
func (d *columnChart) pointOut(place int, dated bool) bool {
	pt := &d.points[place]
	value := label{s: d.value(pt), bold: true}
	blocks := [][]label{{value}}
	if s := d.status(pt); s != "" {
		blocks = [][]label{{{s: s, fill: role.mute}, value}, {value}}
	}
	if dated {
		when := label{s: d.when(place / d.grouped), fill: role.mute}
		inLine := label{lead: value.s, s: " " + d.locale.In(d.c.Periods[place/d.grouped])}
		blocks = append([][]label{append(append([]label(nil), blocks[0]...), when), {inLine}}, blocks...)
	}
	b := d.rect(place)
	for _, lines := range blocks {
		beside := b.y0 + 14*px
		if pt.Value < 0 {
			beside = b.y1 - (len(lines)-1)*d.leading
		}
		near := [][]label{
			d.over(place, lines...),
			d.stack(b.x1+6*px, beside, start, lines),
			d.stack(b.x0-6*px, beside, end, lines),
		}
		if d.grouped > 1 {
			near = near[:1] // beside its column it would seem to be the next one's.
		}
		above := b.y0 - 8*px - (len(lines)-1)*d.leading
		aligned := [][]label{
			d.stack(b.x1, above, end, lines),
			d.stack(b.x0, above, start, lines),
		}
		if d.putFirst(near) || pt.Value >= 0 && d.leadTo(place, lines) || d.putFirst(aligned) {
			d.worded = d.worded || pt.Provisional && len(lines) > 1
			return true
		}
	}
	return false
}

// putFirst draws the first of some blocks that has a free place.
func (d *columnChart) putFirst(blocks [][]label) bool {
	for _, block := range blocks {
		if d.fits(block, d.base) && d.clear(block) {
			d.put(block)
			return true
		}
	}
	return false
}

// clear reports whether a block keeps out of the gutter but for its edge.
func (d *columnChart) clear(block []label) bool {
	for _, l := range block {
		if d.bounds(l).x0 < d.gutter-8*px {
			return false
		}
	}
	return true
}

// leadTo writes a block aside and above, with a line of one right angle down to
// the column.
func (d *columnChart) leadTo(place int, lines []label) bool {
	x, top := d.x[place], d.rect(place).y0
	for up := 16 * px; up <= 64*px; up += 8 * px {
		for _, side := range [...]int{-1, 1} {
			at := end
			if side > 0 {
				at = start
			}
			y := top - up
			block := d.stack(x+side*14*px, y+5*px, at, lines)
			from := x + side*10*px
			stem, arm := box{x - px, y, x + px, top - 4*px}, box{min(x, from), y, max(x, from), y + px}
			if d.fits(block, d.base) && d.clear(block) && d.taken.free(stem) && d.taken.apart(arm) {
				d.put(block)
				d.drawLead(vertex{from, y}, vertex{x, y}, vertex{x, top - 2*px})
				d.taken.take(box{arm.x0, y, arm.x1, top - 4*px})
				return true
			}
		}
	}
	return false
}
