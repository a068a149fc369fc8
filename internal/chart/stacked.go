package chart

import (
	"ronde/internal/locale"
	"ronde/internal/number"
)

// A stack is the parts of one place, one upon the other.
type stack struct {
	total Point // Present when every part has a value that can be added
	known number.Decimal
	some  bool             // whether any part has a value that can be drawn
	ends  []number.Decimal // where each part ends; where the one before it does when it is not drawn
}

// stackOf adds up the parts of a place. A part that is hidden, missing or a bound
// leaves the sum unknown: total then says why, in the state of the first such
// part, NotExpected when it is a bound.
func stackOf(parts []Series, place int) stack {
	s := stack{total: Point{State: Present}, ends: make([]number.Decimal, len(parts))}
	for i := range parts {
		pt := &parts[i].Points[place]
		sum, ok := s.known.Add(pt.Value)
		if ok = ok && pt.State == Present && pt.Value >= 0; ok {
			s.known, s.some = sum, true
			s.total.Provisional = s.total.Provisional || pt.Provisional
			s.total.Estimated = s.total.Estimated || pt.Estimated
			s.total.Reconstructed = s.total.Reconstructed || pt.Reconstructed
			if pt.Qualifier == locale.About {
				s.total.Qualifier = locale.About
			}
		}
		s.ends[i] = s.known
		switch {
		case ok && !pt.bound():
		case s.total.State == Present && pt.State == Present:
			s.total.State = NotExpected
		case s.total.State == Present || s.total.State == NotExpected && pt.State != Present:
			s.total.State = pt.State
		}
	}
	s.total.Value = s.known
	return s
}

// stacks adds up the parts of every place. What it gives besides is a series of
// the sums as far as they are known, for a scale.
func stacks(parts []Series, places int) ([]stack, Series) {
	all := make([]stack, places)
	known := Series{Points: make([]Point, places)}
	for i := range all {
		all[i] = stackOf(parts, i)
		if all[i].some {
			known.Points[i] = Point{State: Present, Value: all[i].known}
		}
	}
	return all, known
}

// unknownEnd is how far a dotted outline goes on beyond a stack that lacks a part.
const unknownEnd = 12 * px

// drawParts draws the parts of stacks; span gives the box between two coordinates
// of a place.
func (p *plot) drawParts(all []stack, on *scale, span func(place, from, to int) box) {
	for s := range p.series {
		var b bars
		for i := range all {
			from := number.Decimal(0)
			if s > 0 {
				from = all[i].ends[s-1]
			}
			if pt := &p.series[s].Points[i]; all[i].ends[s] > from {
				lower, upper := partEnds(on.at(from), on.at(all[i].ends[s]), from == 0, all[i].ends[s] == all[i].known)
				b.add(pt, span(i, lower, upper))
			} else if s == 0 && all[i].some && all[i].known == 0 {
				b.add(&Point{}, span(i, on.zero(), on.zero()))
			}
		}
		p.drawAll(s, b)
	}
}

// leastEdged is the length from which on a part has room for its ends: it stays two
// pixels long, and a shorter one is less than four when it is rounded.
const leastEdged = 3 * px

// partEnds draws the ends of a part in by a pixel where another part follows, so
// that each stands on the page whatever its neighbour. A part too small for that
// is a pixel at least.
func partEnds(from, to int, first, last bool) (lower, upper int) {
	sign := 1
	if to < from {
		sign = -1
	}
	switch length := abs(to - from); {
	case length < px:
		return from, from + sign*px
	case length < leastEdged:
		return from, to
	}
	if !first {
		from += sign * px
	}
	if !last {
		to -= sign * px
	}
	return from, to
}

// drawUnknown draws the sides of what lies beyond a stack that lacks a part.
func (p *plot) drawUnknown(sides []segment) {
	p.drawSegments(sides, role.ink, ` stroke-dasharray="2 2"`)
}

// drawNoTotal explains the outline of a stack without a sum at the top right, for
// plots in which the words found no place beside it.
func (p *plot) drawNoTotal() {
	if !p.untotalled || p.explained {
		return
	}
	l := label{x: p.width, y: 12 * px, s: p.locale.NoTotal(), at: end, fill: role.mute}
	b := p.bounds(l)
	b.x0 -= 20 * px
	if !p.taken.free(b) {
		return
	}
	p.text(l)
	p.drawUnknown([]segment{{b.x0 + 5, l.y, b.x0 + 5, l.y - 11*px}, {b.x0 + 12*px + 5, l.y, b.x0 + 12*px + 5, l.y - 11*px}})
	p.explained = true
}
