package archive

import (
	"slices"

	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/seal"
)

// Mistakes lists the releases of kind error, after an edition, that replaced a
// value which the edition printed, in release order. The reader of an old report
// learns from it that a number there was wrong.
func (a *Archive) Mistakes(e *edition.Edition) []*edition.Edition {
	at := slices.Index(a.Editions, e)
	var wrong []*edition.Edition
	var printed map[observation.Key][]edition.Point
	for i := at + 1; at >= 0 && i < len(a.Editions); i++ {
		if a.Editions[i].Kind != seal.Mistake {
			continue
		}
		if printed == nil {
			printed = a.printed(e)
		}
		for o := range a.published[i].All() {
			if replaced(printed, o) {
				wrong = append(wrong, a.Editions[i])
				break
			}
		}
	}
	return wrong
}

// replaced reports whether the key of a value was printed with another one. A
// stock that was counted on a day was printed as that of its month.
func replaced(printed map[observation.Key][]edition.Point, o disclose.Observation) bool {
	key := o.Key()
	points := printed[key]
	key.Period = key.Period.MonthOfEnd()
	points = append(points[:len(points):len(points)], printed[key]...)
	is, ok := o.Value()
	return ok && len(points) > 0 && !slices.ContainsFunc(points, func(p edition.Point) bool { return p.Value == is })
}

// printed lists the values that an edition prints in figures and, as values, in
// its text.
func (a *Archive) printed(e *edition.Edition) map[observation.Key][]edition.Point {
	values := map[observation.Key][]edition.Point{}
	add := func(k observation.Key, p edition.Point) {
		if i, ok := a.Keys.Indicator(k.Indicator); ok {
			k.Indicator = i.ID.Value
		}
		values[k] = append(values[k], p)
	}
	for _, n := range e.Numbers {
		if n.HasValue && n.Form == "value" {
			add(n.Key, edition.Point{Value: n.Value})
		}
	}
	for _, f := range e.Figures {
		if f.Across != "period" {
			continue
		}
		for s, points := range f.Points {
			for _, p := range points {
				if p.HasValue {
					add(observation.Key{Series: observation.Series{Indicator: f.Series[s].Indicator, Codes: observation.Codes(f.Series[s].Codes)}, Period: p.Period}, p)
				}
			}
		}
	}
	return values
}
