package chart

import (
	"strconv"
	"strings"
)

// furniture is what a picture holds beside its data: texts, thin lines, the
// circles of breaks, the key. It is written as mark-up and kept, since an
// interactive chart shows the same at the same places.
type furniture struct {
	texts []label // with size and colour
	rules []rule
	leads [][]vertex // lines that lead from a mark to its label
	rings []vertex
	spots []keySpot
	boxes []keyBox
	// unprinted says that a value stands nowhere in the picture: who wants it
	// has to ask.
	unprinted bool
}

// A rule is a number of lines of one look.
type rule struct {
	lines  []segment
	colour string
	look   string // attributes of the path
}

// A vertex is a point of a line: x, then y.
type vertex [2]int

// A keySpot is a marker of a series in a key, a keyBox its bar.
type keySpot struct {
	series int
	spot
}

type keyBox struct {
	series int
	box
	hatched bool
}

// keep notes a text as it will be seen.
func (p *plot) keep(l label) {
	if l.size == 0 {
		l.size = p.size
	}
	if l.fill == "" {
		l.fill = p.group
	}
	if l.fill == "" {
		l.fill = role.ink
	}
	p.kept.texts = append(p.kept.texts, l)
}

// width is that of the lines, in tenths of a pixel.
func (r *rule) width() int {
	if w, err := strconv.ParseFloat(attribute(r.look, "stroke-width"), 64); err == nil {
		return int(w*px + .5)
	}
	return px
}

// dash is the lengths of line and gap in pixels; nil for full lines.
func (r *rule) dash() []float64 {
	var lengths []float64
	for field := range strings.FieldsSeq(attribute(r.look, "stroke-dasharray")) {
		if n, err := strconv.ParseFloat(field, 64); err == nil {
			lengths = append(lengths, n)
		}
	}
	return lengths
}

// attribute is the value of an attribute; "" where it is not there.
func attribute(look, name string) string {
	_, after, _ := strings.Cut(look, name+`="`)
	value, _, _ := strings.Cut(after, `"`)
	return value
}
