package chart

import "slices"

// addUp adds up the parts. It gives the sums as far as they are known, which the
// scale has to hold.
func (d *columnChart) addUp() []Series {
	all, known := stacks(d.series, len(d.c.Periods))
	totals := Series{Points: make([]Point, len(all))}
	for i := range all {
		totals.Points[i] = all[i].total
		if all[i].some && all[i].total.State != Present {
			totals.Points[i].State = NotExpected // its mark stands above what is known.
		}
	}
	d.stacks, d.shown = all, []Series{totals}
	if !d.narrow {
		d.endColumn = d.endWidth()
		d.right -= d.endColumn + toEnd/2
	}
	return []Series{known}
}

// stackRect is what is known of a stack, with the outline of what is not.
func (d *columnChart) stackRect(place int) box {
	s := &d.stacks[place]
	zero := d.scale.zero()
	b := box{d.x[place] - d.half, min(d.scale.at(s.known), zero-2*px), d.x[place] + d.half, zero}
	if s.some && s.total.State != Present {
		b.y0 -= unknownEnd
	}
	return b
}

// drawStacks draws the parts and the outlines of what is unknown.
func (d *columnChart) drawStacks() {
	d.drawParts(d.stacks, &d.scale, func(place, from, to int) box {
		from, to = whole(from), whole(to)
		return box{d.x[place] - d.half, min(to, from-2*px), d.x[place] + d.half, from}
	})
	var outlines []segment
	for i := range d.stacks {
		s := &d.stacks[i]
		if !s.some {
			continue
		}
		b := d.stackRect(i)
		d.taken.take(b)
		if s.total.State != Present {
			y := b.y0 + unknownEnd - px
			outlines = append(outlines, segment{b.x0 + 5, y, b.x0 + 5, b.y0}, segment{b.x1 - 5, y, b.x1 - 5, b.y0})
		}
	}
	d.drawUnknown(outlines)
}

// drawStackMarks writes the mark of what is missing above each stack without a
// sum, and above one of them, the last where it fits, that there is none.
func (d *columnChart) drawStackMarks() {
	for i := len(d.stacks) - 1; i >= 0; i-- {
		s := &d.stacks[i]
		if !s.some || s.total.State == Present {
			continue
		}
		d.untotalled = true
		var lines []label
		if mark := s.total.State.sign(); mark != "" {
			lines = []label{{s: mark, fill: role.mute}}
		}
		worded := append([]label{{s: d.locale.NoTotal(), fill: role.mute}}, lines...)
		if block := d.over(i, worded...); !d.explained && d.fits(block, d.base) && d.clear(block) {
			d.put(block)
			d.explained = true
		} else if block := d.over(i, lines...); d.fits(block, d.base) {
			d.put(block)
		}
	}
}

// lastStack is the last place where any part has a value, −1 when none has.
func (d *columnChart) lastStack() int {
	for i, s := range slices.Backward(d.stacks) {
		if s.some {
			return i
		}
	}
	return -1
}

// partsHeight is what the names of the parts need.
func (d *columnChart) partsHeight() int {
	h := 0
	for _, lines := range d.partNames() {
		h += len(lines)*d.leading + betweenEnds
	}
	return h
}

// unprintedParts reports whether a part has a value that stands nowhere: beside
// the names stand those of the last stack, in a wide picture alone.
func (d *columnChart) unprintedParts() bool {
	last := d.lastStack()
	for place, s := range d.stacks {
		if s.some && (place != last || d.narrow) {
			return true
		}
	}
	return false
}

// nameParts writes the names of the parts beside the last stack of a wide
// picture, each with its value there.
func (d *columnChart) nameParts() {
	last := d.lastStack()
	if d.endColumn == 0 || last < 0 {
		return
	}
	right := d.stackRect(last).x1 + 2*px
	y := d.scale.zero()
	var blocks []endBlock
	for i, lines := range d.partNames() {
		top := d.scale.at(d.stacks[last].ends[i])
		blocks = append(blocks, endBlock{i, right, (y + top) / 2, last < len(d.stacks)-1, lines})
		y = top
		d.worded = d.worded || d.series[i].Points[last].State == Present && d.series[i].Points[last].Provisional
	}
	d.putEnds(blocks, d.right-toEnd/2, d.top-8*px, d.base)
}

// partNames gives each part its name with its value in the last stack.
func (d *columnChart) partNames() [][]label {
	last := d.lastStack()
	if last < 0 {
		return nil
	}
	width := d.endColumn - forLead
	names := make([][]label, len(d.series))
	for i := range d.series {
		pt := &d.series[i].Points[last]
		texts := []string{pt.State.sign()}
		if pt.State == Present {
			texts[0] = d.stated(pt)
		}
		if last < len(d.stacks)-1 {
			texts = append(texts, d.when(last))
		}
		for _, s := range wrap(d.series[i].Name, width, d.size, true) {
			names[i] = append(names[i], label{s: s, bold: true})
		}
		for _, text := range texts {
			for _, s := range wrap(text, width, d.size, false) {
				names[i] = append(names[i], label{s: s})
			}
		}
	}
	return names
}
