package site

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// pyramid shows the newest values by two codes of one list across the classes of
// an ordered one, such as women and men by age.
func (t *track) pyramid() (plate, bool) {
	dimensions := t.key.DimensionIDs()
	for n, classes := range dimensions {
		list, ok := t.list(classes)
		if !ok || !list.Ordered {
			continue
		}
		for m, sides := range dimensions {
			other, ok := t.list(sides)
			if !ok || m == n {
				continue
			}
			if codes := other.Parts(""); len(codes) == 2 {
				if p, ok := t.pyramidOf(n, list, m, other, codes); ok {
					return p, true
				}
			}
		}
	}
	return plate{}, false
}

// minClasses is the number of classes from which a pyramid has a shape.
const minClasses = 3

func (t *track) pyramidOf(n int, classes *codebook.CodeList, m int, sides *codebook.CodeList, codes []*codebook.Code) (plate, bool) {
	dimension := t.key.DimensionIDs()[n]
	p := plate{id: "pyramid", kind: edition.PyramidFigure, l: t.l, across: dimension, head: t.levelName(classes, "")}
	cell := func(side, class string) observation.Series {
		s := t.main
		at := s.Codes.Split()
		at[n], at[m] = class, side
		s.Codes = observation.JoinCodes(at...)
		return s
	}
	// The newest period for which a cell has a value is that of all of them.
	var at period.Period
	var shown []string
	for _, class := range classes.Codes {
		name, found := class.Code.Value, false
		for _, side := range codes {
			if v, ok := t.last(cell(side.Code.Value, name), derive.Known, derive.Hidden); ok && name != classes.Total.Value {
				found = true
				at = later(at, v.Observed)
			}
		}
		if found {
			shown = append(shown, name)
		}
	}
	shown = slices.DeleteFunc(slices.Clone(shown), func(class string) bool {
		return slices.ContainsFunc(shown, func(other string) bool { return classes.IsAncestor(class, other) })
	})
	if len(shown) < minClasses {
		return plate{}, false
	}
	for _, class := range shown {
		p.places = append(p.places, placing{name: t.label(classes, class), code: class})
	}
	for _, side := range codes {
		line := t.emptyStrand(cell(side.Code.Value, shown[0]), t.label(sides, side.Code.Value))
		line.position = n
		for _, class := range shown {
			v := t.Archive.Table.At(observation.Key{Series: cell(side.Code.Value, class), Period: at})
			line.points = append(line.points, t.spot(v))
		}
		p.series = append(p.series, line)
	}
	caption := locale.Caption{Measure: t.l.By(t.name(), t.levelName(sides, ""), p.head), Place: t.place(t.main), First: at, Last: at}
	p.title = t.l.Title(locale.Caption{Measure: caption.Measure, Place: caption.Place})
	t.finish(&p, caption)
	return p, true
}
