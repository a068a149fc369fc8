package site

import (
	"strconv"
	"strings"

	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// finish writes what a plate says of itself: subtitle, caption of its table,
// alternative text, notes, source.
func (t *track) finish(p *plate, caption locale.Caption) {
	caption.Unit = p.unit()
	p.caption = t.l.Subtitle(caption)
	p.subtitle = t.l.Subtitle(locale.Caption{Place: caption.Place, First: caption.First, Last: caption.Last, Unit: caption.Unit})
	p.alt = t.l.Alternative(edition.AlternativeKind(p.kind, p.across != "period", p.dated), caption, p.alternatives())
	p.notes = p.markNotes()
	for i, b := range p.breaks {
		p.notes = append(p.notes, edition.Remark{Mark: strconv.Itoa(i + 1), Text: b.note})
	}
	for _, e := range p.events {
		p.notes = append(p.notes, edition.Remark{Text: e.note})
	}
	p.notes = append(p.notes, t.baseNotes(p)...)
	p.notes = append(p.notes, p.gapNotes()...)
	p.source = t.sourceLine(p)
}

// sourceLine names the organisations that the values come from, each with the
// newest day received.
func (t *track) sourceLine(p *plate) string {
	newest := map[string]period.Date{}
	var order []string
	for _, s := range p.series {
		for _, point := range s.points {
			parts := strings.Split(point.Drop, "/")
			if len(parts) != 3 {
				continue
			}
			if _, known := newest[parts[1]]; !known {
				order = append(order, parts[1])
			}
			newest[parts[1]] = max(newest[parts[1]], point.received)
		}
	}
	var lines []string
	for _, id := range order {
		lines = append(lines, t.l.Source(t.organisation(id), newest[id]))
	}
	return strings.Join(lines, ". ")
}

// alternatives tells first, last, lowest and highest value of each series and
// where there is none.
func (p *plate) alternatives() []locale.Series {
	var all []locale.Series
	for i := range p.series {
		s := &p.series[i]
		of := locale.Series{}
		if len(p.series) > 1 {
			of.Name = s.name
		}
		at := func(i int) locale.Point {
			return locale.Point{At: p.placeHead(i, p.place(s, i)), Value: s.print(p.l, s.points[i].Point)}
		}
		first, last, low, high := s.landmarks()
		// What stands first among categories says nothing.
		if first >= 0 && (p.across == "period" || s.known() <= 2) {
			of.First, of.Last = at(first), at(last)
		}
		if low != high && s.known() > 2 {
			if low >= 0 {
				of.Lowest = at(low)
			}
			if high >= 0 {
				of.Highest = at(high)
			}
		}
		of.Missing = p.missing(s, "")
		all = append(all, of)
	}
	return all
}

// landmarks gives the places of the first and last value, and of the lowest and
// highest one as observation.Extremes does; -1 where there is none.
func (s *strand) landmarks() (first, last, low, high int) {
	first, last = -1, -1
	for i, point := range s.points {
		if !point.HasValue {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	low, high = observation.Extremes(len(s.points), func(i int) (number.Decimal, observation.Qualifier, bool) {
		p := &s.points[i]
		return p.Value, p.Qualifier, p.HasValue
	})
	return first, last, low, high
}

// known counts the points with a value.
func (s *strand) known() int {
	n := 0
	for _, point := range s.points {
		if point.HasValue {
			n++
		}
	}
	return n
}

// missing names the places where a series should have a value and has none; with
// a mark, those where that mark stands.
func (p *plate) missing(s *strand, mark locale.Mark) []string {
	var names []string
	var periods []period.Period
	for i, point := range s.points {
		switch {
		case point.HasValue || point.idle || mark != "" && mark != absence(point.Point):
		case p.across == "period":
			periods = append(periods, p.place(s, i).period)
		default:
			names = append(names, p.place(s, i).name)
		}
	}
	return append(names, p.l.Runs(periods)...)
}

// gapNotes say where a delivered total is not the sum of its parts.
func (p *plate) gapNotes() []edition.Remark {
	var remarks []edition.Remark
	for n := range p.series {
		s := &p.series[n]
		for i, point := range s.points {
			if point.gap == "" {
				continue
			}
			name := p.place(s, i).name
			if len(p.series) > 1 {
				name = s.name + ", " + name
			}
			remarks = append(remarks, edition.Remark{Text: p.l.Named(p.l.Capitalise(name), p.l.TotalDiffers(point.gap))})
		}
	}
	return remarks
}

// markNotes explains the marks that a plate uses, naming the places without a
// figure.
func (p *plate) markNotes() []edition.Remark {
	used := map[locale.Mark]bool{}
	var gaps []string
	for i := range p.series {
		s := &p.series[i]
		for _, point := range s.points {
			if point.idle {
				continue
			}
			for _, m := range point.Marks() {
				used[m] = true
			}
		}
		if names := p.missing(s, locale.Absent); len(names) > 0 {
			text := p.l.List(names)
			if len(p.series) > 1 {
				text = s.name + " (" + text + ")"
			}
			gaps = append(gaps, text)
		}
	}
	var remarks []edition.Remark
	for _, m := range locale.Marks() {
		if !used[m] {
			continue
		}
		text := p.l.LegendText(m)
		if m == locale.Absent {
			text = p.l.Named(p.l.NoFigure(), p.l.Apart(gaps))
		}
		remarks = append(remarks, edition.Remark{Mark: m.String(), Text: p.l.Capitalise(text) + "."})
	}
	return remarks
}
