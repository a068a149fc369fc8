package chart

import (
	"strconv"
	"strings"

	"ronde/internal/period"
)

// gutter is the room left of the data: the labels of the gridlines stand there
// and nowhere else.
func (p *plot) gutter(s *scale, atLeast int) int {
	w := 0
	for _, v := range s.ticks() {
		w = max(w, textWidth(p.number(v, s.step.Decimals()), p.size, false))
	}
	return max(atLeast, w+7*px) // half a marker stands in it.
}

// longUnit reports whether the unit word needs a line of its own above the
// scale because it is wider than the gutter.
func (p *plot) longUnit(gutter int) bool {
	return textWidth(p.c.Unit, p.size, false) > gutter
}

// drawGrid draws gridlines across the full width, their labels 5 pixels above
// them, and the unit word at the top; where the axis at base is not zero, it is
// only a gridline.
func (p *plot) drawGrid(s *scale, base int) {
	ticks := s.ticks()
	var lines []segment
	for _, v := range ticks {
		if v != 0 {
			lines = append(lines, segment{0, s.at(v), p.width, s.at(v)})
		}
	}
	if s.low != 0 {
		lines = append(lines, segment{0, base, p.width, base})
	}
	p.drawSegments(lines, role.grid, "")
	p.open(p.size, role.mute)
	p.writeUnit()
	for _, v := range ticks {
		l := label{y: s.at(v) - 5*px, s: p.number(v, s.step.Decimals())}
		p.write(l, p.size, "")
		p.taken.take(p.bounds(l))
	}
	p.close()
	if zero := s.at(0); s.low < 0 && s.high > 0 {
		p.taken.segments = append(p.taken.segments, segment{0, zero, p.width, zero})
	}
}

// drawUnit draws the unit word where no gridlines stand below it.
func (p *plot) drawUnit() {
	p.open(p.size, role.mute)
	p.writeUnit()
	p.close()
}

// writeUnit writes the unit word at the top left, in a group in mute.
func (p *plot) writeUnit() {
	if p.c.Unit == "" {
		return
	}
	l := label{y: 12 * px, s: fit(p.c.Unit, p.width, p.size, false)}
	p.write(l, p.size, "")
	p.taken.take(p.bounds(l))
}

// A timeAxis is the row of periods under a plot.
type timeAxis struct {
	x     []int // middle of each period
	begin []int // where each has its tick
	step  int   // between two of them
	base  int   // where the ticks hang
	zero  int   // the line of zero, in ink; equal to base when nothing is below it
	inked bool  // whether zero is on the scale at all
	right int   // where the line of zero ends when it is not the base
	left  int   // from the middle of a period to where its year begins
	ticks bool
	final bool // the last label is in ink: it is what the picture is about
}

// Distances of the rows of labels below the axis.
const (
	toNames = 20 * px
	toYears = 24 * px // when there are no names
	toEdge  = 12 * px // from the last text to the end of the view
)

// drawPeriods draws the axis and gives the height of the view.
func (p *plot) drawPeriods(a timeAxis) int {
	var lines []segment
	if a.inked {
		right := p.width
		if a.zero != a.base {
			right = a.right
		}
		lines = append(lines, segment{0, a.zero, right, a.zero})
	}
	if a.ticks {
		for i, at := range p.c.Periods {
			tick := segment{a.begin[i], a.base, a.begin[i], a.base + 4*px}
			if _, m, _ := at.Start().Civil(); at.Kind() == period.Month && m == 1 {
				tick.y1 += 4 * px
			}
			lines = append(lines, tick)
		}
	}
	p.drawSegments(lines, role.ink, "")
	for _, at := range p.c.Periods {
		if at.Kind() != period.Month {
			return p.drawNames(a)
		}
	}
	return p.drawMonths(a)
}

// drawMonths labels months by the longest form that fits, and their years.
func (p *plot) drawMonths(a timeAxis) int {
	names := p.monthNames(a)
	years := a.base + toYears
	switch {
	case names == nil:
	case len(names[0]) == 1 && len(names) > 1 && !a.final:
		p.drawInitials(a, names)
		years = a.base + toNames + p.leading
	default:
		for i, s := range names {
			l := label{y: a.base + toNames, s: s, fill: role.mute}
			if a.final && i == len(names)-1 {
				l.bold, l.fill = true, ""
			}
			p.text(p.centred(a.x[i], l))
		}
		years = a.base + toNames + p.leading
	}
	p.drawYears(a, years, names == nil)
	return years + toEdge
}

// monthNames gives full names, short names or initials, whichever is the
// longest that fits, nil when none does. More than twelve months get initials
// at most, so that a year looks the same wherever it stands in a long series,
// and none in a narrow picture.
func (p *plot) monthNames(a timeAxis) []string {
	n := len(p.c.Periods)
	if n == 0 {
		return nil
	}
	forms := []func(int) string{p.locale.MonthName, p.locale.MonthShort, p.locale.MonthInitial}
	if n > 12 {
		forms = forms[2:]
		if p.narrow {
			return nil
		}
	}
	names := make([]string, n)
	for _, form := range forms {
		fits := true
		between := 4 * px
		if len(form(1)) == 1 {
			between = 3 * px // letters read apart, and a narrow grid of a year has its months.
		}
		for i, at := range p.c.Periods {
			_, m, _ := at.Start().Civil()
			names[i] = form(m)
			w := textWidth(names[i], p.size, a.final && i == n-1)
			over := max(0, w/2-a.x[i], a.x[i]+w/2-p.width) // the label moves inwards.
			fits = fits && w+over+between <= a.step
		}
		if fits {
			return names
		}
	}
	return nil
}

// drawInitials writes all initials as one text with a place for each letter.
func (p *plot) drawInitials(a timeAxis, names []string) {
	p.raw(`<text x="`)
	for i, x := range a.x {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.buf = appendCoord(p.buf, x)
		l := label{x: x, y: a.base + toNames, s: names[i], at: middle, size: p.small, fill: role.mute}
		p.keep(l)
		p.taken.take(p.bounds(l))
	}
	p.raw(`"`)
	p.attr("y", a.base+toNames)
	p.textAttributes(label{at: middle, size: p.small, fill: role.mute}, p.size, "")
	p.raw(">")
	for _, s := range names {
		p.buf = appendText(p.buf, s)
	}
	p.raw("</text>\n")
}

// drawYears labels the first period and each January. Where the years of a long
// series do not fit, only those that are multiples of 2, 5, 10… stand.
func (p *plot) drawYears(a timeAxis, y int, under bool) {
	fill := ""
	if a.final {
		fill = role.mute
	}
	for _, every := range [...]int{1, 2, 5, 10, 20, 50, 100, 1000} {
		var row []label
		rest := false // whether the row holds but the rest of a first year
		for i, at := range p.c.Periods {
			year, m, _ := at.Start().Civil()
			if m != 1 && i != 0 || year%every != 0 && every > 1 {
				continue
			}
			l := label{y: y, s: strconv.Itoa(year), bold: true, size: p.small, fill: fill}
			if l.x = a.x[i] - a.left; under && m == 1 && i != 0 {
				l = p.centred(a.x[i], l)
			}
			if over := p.bounds(l).x1 - p.width; over > 0 {
				l.x -= over
			}
			if rest && p.bounds(row[0]).x1+6*px > p.bounds(l).x0 {
				row = row[:0] // too short for its label.
			}
			rest = i == 0 && m != 1
			row = append(row, l)
		}
		if p.apart(row) {
			p.put(row)
			return
		}
	}
}

// apart reports whether neighbours in a row of labels stay 6 pixels apart.
func (p *plot) apart(row []label) bool {
	for i := 1; i < len(row); i++ {
		if p.bounds(row[i-1]).x1+6*px > p.bounds(row[i]).x0 {
			return false
		}
	}
	return true
}

// drawNames labels periods that are not months by their full name in at most
// two lines, as many of them as fit, the last one always.
func (p *plot) drawNames(a timeAxis) int {
	n := len(p.c.Periods)
	for every := 1; every <= n; every++ {
		var upper, lower []label
		fits := true
		for i := (n - 1) % every; i < n && fits; i += every {
			var lines []string
			lines, fits = p.periodLines(p.c.Periods[i], max(every*a.step, 60*px)-6*px)
			l := label{y: a.base + toNames, size: p.small, fill: role.mute}
			if a.final && i == n-1 {
				l.fill = ""
			}
			for j, s := range lines {
				l.s = s
				placed := p.centred(a.x[i], l)
				if j == 0 {
					upper = append(upper, placed)
				} else {
					placed.y += p.leading
					lower = append(lower, placed)
				}
			}
		}
		if fits && p.apart(upper) && p.apart(lower) {
			p.put(upper)
			p.put(lower)
			if len(lower) > 0 {
				return a.base + toNames + p.leading + toEdge
			}
			return a.base + toNames + toEdge
		}
	}
	return a.base + toEdge
}

// periodLines breaks the name of a period into one or two lines.
func (p *plot) periodLines(at period.Period, width int) (lines []string, ok bool) {
	name := p.locale.Period(at)
	for word := range strings.FieldsSeq(name) {
		if textWidth(word, p.small, true) > width {
			return nil, false
		}
	}
	lines = wrap(name, width, p.small, false)
	return lines, len(lines) <= 2
}
