package chart

import (
	"fmt"

	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
)

// decimals is the number of decimals of printed values.
func (c *Chart) decimals() int { return min(max(c.Decimals, 0), maxDecimals) }

// number prints a value as everywhere on the site.
func (p *plot) number(d number.Decimal, decimals int) string { return p.locale.Number(d, decimals) }

// value prints a value with the sign of its qualifier. An approximate value has
// a sign here and a word in texts: labels in a picture are short.
func (p *plot) value(pt *Point) string {
	s := p.number(pt.Value, p.c.decimals())
	if pt.Qualifier == locale.About {
		return "≈\u00a0" + s
	}
	return p.locale.Qualified(pt.Qualifier, s)
}

// status gives the words and marks that travel with a value; "" for none.
func (p *plot) status(pt *Point) string {
	return pt.joinMarks(", ", func(m locale.Mark) string {
		if m == locale.Reconstructed {
			return m.String() // a mark everywhere: its word is a sentence.
		}
		return p.locale.StatusWord(m)
	})
}

// stated is a value with its status.
func (p *plot) stated(pt *Point) string {
	if s := p.status(pt); s != "" {
		return p.value(pt) + ", " + s
	}
	return p.value(pt)
}

// marks is status in marks alone, for places where the words do not fit.
func (pt *Point) marks() string { return pt.joinMarks(" ", locale.Mark.String) }

func (pt *Point) joinMarks(between string, text func(locale.Mark) string) string {
	s := ""
	add := func(when bool, m locale.Mark) {
		if when && s != "" {
			s += between
		}
		if when {
			s += text(m)
		}
	}
	add(pt.Provisional, locale.Provisional)
	add(pt.Estimated, locale.Estimated)
	add(pt.Reconstructed, locale.Reconstructed)
	return s
}

// mark is the mark of a point without a value, "" where none was expected.
func (s State) mark() locale.Mark {
	switch s {
	case NotDelivered:
		return locale.Absent
	case CannotExist:
		return locale.Impossible
	case Hidden:
		return locale.Hidden
	}
	return ""
}

// sign is mark as it is printed, "" where none was expected.
func (s State) sign() string {
	if m := s.mark(); m != "" {
		return m.String()
	}
	return ""
}

// why is the word for a point without a value.
func (p *plot) why(s State) string {
	if s == NotDelivered {
		return p.locale.NoFigure()
	}
	return p.locale.StatusWord(s.mark())
}

// bound reports whether the value is a limit and not the value itself.
func (pt *Point) bound() bool { return pt.Qualifier == locale.Lower || pt.Qualifier == locale.Upper }

// hollow reports whether the point's marker is hollow: what it shows is not the
// last word.
func (pt *Point) hollow() bool { return pt.Provisional || pt.bound() }

// rough reports whether the value is known to be inexact.
func (pt *Point) rough() bool { return pt.Qualifier != locale.Exact || pt.Estimated }

// joins reports whether a line may pass through the point.
func (pt *Point) joins() bool { return pt.State == Present && !pt.bound() }

// when is the name of a period of the axis.
func (p *plot) when(place int) string { return p.locale.Period(p.at[place]) }

// short is the name of a period in little room: a month in short with the last
// figures of its year.
func (p *plot) short(at period.Period) string {
	if at.Kind() != period.Month {
		return p.locale.Period(at)
	}
	year, month, _ := at.Start().Civil()
	return p.locale.MonthShort(month) + "\u00a0" + fmt.Sprintf("%02d", year%100)
}

// extremes gives the places of the lowest and highest exact value, the earliest
// of equals, −1 when there is none.
func extremes(points []Point) (lowest, highest int) {
	lowest, highest = -1, -1
	for i := range points {
		if !points[i].joins() {
			continue
		}
		if lowest < 0 || points[i].Value < points[lowest].Value {
			lowest = i
		}
		if highest < 0 || points[i].Value > points[highest].Value {
			highest = i
		}
	}
	return lowest, highest
}

// present is the number of points with a value.
func present(points []Point) int {
	n := 0
	for i := range points {
		if points[i].State == Present {
			n++
		}
	}
	return n
}

// ends gives the places of the first and last point with a value, −1 when there
// is none.
func ends(points []Point) (first, last int) {
	first, last = -1, -1
	for i := range points {
		if points[i].State == Present {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
