package locale

import (
	"strings"

	"ronde/internal/period"
)

// A Caption is what a figure shows, in labels of the language at hand. Parts
// that are empty are left out.
type Caption struct {
	Measure, Place string
	First, Last    period.Period // both the same for one period
	Unit           string
}

// Title is the automatic title of a figure that has none of its own: measure,
// place, period.
func (l *Locale) Title(c Caption) string {
	return l.Capitalise(join(c.Measure, c.Place, l.Range(c.First, c.Last)))
}

// Subtitle is the automatic subtitle: measure, place, period, unit, in that
// order.
func (l *Locale) Subtitle(c Caption) string {
	return l.Capitalise(join(c.Measure, c.Place, l.Range(c.First, c.Last), c.Unit))
}

// Source is the source line of a figure: "Bron: DVZ, ontvangen op 12 augustus
// 2022". The organisation is its name in the language at hand; List joins
// several.
func (l *Locale) Source(organisation string, received period.Date) string {
	return fill(l.w.source, "organisation", organisation, "date", l.Date(received))
}

// A Kind is a kind of figure that has an automatic alternative text.
type Kind uint8

// The kinds.
const (
	Line Kind = iota
	Column
	Bar
	Table
	KeyFigures
	Area
	GroupedColumns
	GroupedBars
	StackedColumns
	StackedBars
	Multiples
	Dates // a line's points on their dates
	Dots
	Pyramid
	TileMap
)

// A Point is a printed value and where it stands: a period or a category.
// The zero Point is none.
type Point struct {
	At, Value string
}

// A Series is what the alternative text tells of one line, group of columns or
// bars, row or key figure. Which values are the lowest and highest is for the
// caller to say, who leaves out what a bound leaves open.
type Series struct {
	Name                         string // "" if the figure has one series
	First, Last, Lowest, Highest Point
	Missing                      []string // places without a value; see Runs
}

// Alternative is the automatic alternative text of a figure: its kind, what it
// shows, and for each series the first, last, lowest and highest value and the
// places without one. The full data stand in the table beside it.
func (l *Locale) Alternative(k Kind, c Caption, series []Series) string {
	w := &l.w.alternative
	kind := ""
	if int(k) < len(w.kinds) {
		kind = w.kinds[k]
	}
	head := join(c.Measure, c.Place, l.RangeWords(c.First, c.Last), c.Unit)
	sentences := []string{kind, head}
	if kind != "" && head != "" {
		sentences = []string{fill(w.named, "name", kind, "text", head)}
	}
	for _, s := range series {
		sentences = append(sentences, l.values(s), l.missing(s))
	}
	var b strings.Builder
	for _, sentence := range sentences {
		if sentence == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(l.Capitalise(sentence))
		b.WriteByte('.')
	}
	return b.String()
}

func (l *Locale) values(s Series) string {
	w := &l.w.alternative
	var parts []string
	for _, v := range []struct {
		template string
		point    Point
	}{{w.first, s.First}, {w.last, s.Last}, {w.lowest, s.Lowest}, {w.highest, s.Highest}} {
		if v.point == (Point{}) {
			continue
		}
		part := fill(v.template, "value", l.Spoken(v.point.Value))
		if v.point.At != "" {
			part += " (" + v.point.At + ")"
		}
		parts = append(parts, part)
	}
	text := strings.Join(parts, ", ")
	if s.Name == "" || text == "" {
		return text
	}
	return fill(w.named, "name", s.Name, "text", text)
}

func (l *Locale) missing(s Series) string {
	if len(s.Missing) == 0 {
		return ""
	}
	return fill(l.w.alternative.named, "name", join(s.Name, l.w.noFigure), "text", l.List(s.Missing))
}

func join(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// KindName is the name of a kind of figure, for a figure that has no other:
// "Kerncijfers".
func (l *Locale) KindName(k Kind) string {
	if int(k) >= len(l.w.alternative.kinds) {
		return ""
	}
	return l.Capitalise(l.w.alternative.kinds[k])
}
