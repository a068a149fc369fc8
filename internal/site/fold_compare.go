package site

import (
	"slices"

	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// What one picture shows of series side by side.
const (
	maxLines     = 4
	maxMultiples = 12
)

// comparison shows the series of a level over the same periods: regions side by
// side. Up to four are lines in one picture, more have a picture each on one
// scale. Unless two of them were counted more than once there is no development
// to show.
func (t *track) comparison(of level) (plate, bool) {
	for _, kind := range []period.Kind{period.Month, period.Quarter, period.Year, period.Week} {
		a, series, ok := t.sideBySide(of, kind)
		if !ok || len(series) > maxMultiples {
			continue
		}
		var names []string
		for _, s := range series {
			names = append(names, t.label(of.list, of.code(s)))
		}
		p := t.overTime("compared-"+of.anchor(), a, series, names)
		if len(series) > maxLines {
			if p.dated {
				return plate{}, false // small multiples would join what nothing joins
			}
			p.kind = edition.MultiplesFigure
		}
		caption := locale.Caption{Measure: t.l.By(t.name(), t.levelName(of.list, of.id))}
		caption.First, caption.Last = p.span()
		p.title = t.l.Title(locale.Caption{Measure: t.l.OverTime(caption.Measure)})
		t.finish(&p, caption)
		return p, true
	}
	return plate{}, false
}

// sideBySide gives the series of a level that have values for periods of a kind,
// and an axis for all of them; not ok unless two have more than one.
func (t *track) sideBySide(of level, kind period.Kind) (wide axis, series []observation.Series, ok bool) {
	moving := 0
	for _, s := range of.series {
		a, ok := t.axisOf(s, kind)
		if !ok {
			continue
		}
		known := t.known(s, a)
		if known == 0 {
			continue
		}
		if known > 1 {
			moving++
		}
		if len(series) == 0 {
			wide = a
		}
		series = append(series, s)
		first, last := earlier(wide.periods[0], a.periods[0]), later(wide.periods[len(wide.periods)-1], a.periods[len(a.periods)-1])
		wide.periods, wide.due = through(first, last), wide.due || a.due
	}
	return wide, series, moving > 1
}

// known counts the values of a series on an axis.
func (t *track) known(s observation.Series, a axis) int {
	n := 0
	for _, at := range a.periods {
		if t.Archive.Table.At(observation.Key{Series: s, Period: at}).State == derive.Known {
			n++
		}
	}
	return n
}

func earlier(a, b period.Period) period.Period {
	return slices.MinFunc([]period.Period{a, b}, period.Compare)
}

func later(a, b period.Period) period.Period {
	return slices.MaxFunc([]period.Period{a, b}, period.Compare)
}
