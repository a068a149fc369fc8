package archive

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/compare"
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
	var printed map[observation.Key]compare.Saying
	for i := at + 1; at >= 0 && i < len(a.Editions); i++ {
		if a.Editions[i].Kind != seal.Mistake {
			continue
		}
		if printed == nil {
			printed = compare.Sayings(e, codebook.NewCanonical(a.Keys))
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
func replaced(printed map[observation.Key]compare.Saying, o disclose.Observation) bool {
	is, ok := o.Value()
	if !ok {
		return false
	}
	key := o.Key()
	month := observation.Key{Series: key.Series, Period: key.Period.MonthOfEnd()}
	other := false
	for _, said := range []compare.Saying{printed[key], printed[month]} {
		if said.HasValue && said.Value == is {
			return false
		}
		other = other || said.HasValue
	}
	return other
}
