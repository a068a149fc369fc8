package archive

import (
	"slices"

	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Supply is what had been published of a dataset when an edition appeared.
type Supply struct {
	// New are the periods of which the round of the edition published something
	// that no release before it had, in order; none when it brought nothing new.
	New []period.Period
	// Last is the last period of which anything was published by then.
	Last period.Period
}

// Brought says, by dataset, what the round of an edition brought and what there
// was already. Values of periods that were known are not new, also when they
// changed. A value that is hidden counts: it was delivered.
func (a *Archive) Brought(e *edition.Edition) map[string]Supply {
	i := slices.Index(a.Editions, e)
	if i < 0 {
		return nil
	}
	return a.brought[i]
}

// bring computes what each edition brought. The editions of one round count
// together, so that a correction does not make its round look empty.
func (a *Archive) bring() {
	first := map[period.Period]int{} // of each round, its first edition
	for i, e := range a.Editions {
		since, corrected := first[e.Round]
		if !corrected {
			since, first[e.Round] = i, i
		}
		supplies := map[string]Supply{}
		if i > 0 {
			for dataset, s := range a.brought[i-1] {
				supplies[dataset] = Supply{Last: s.Last}
			}
		}
		for j := since; j <= i; j++ {
			if a.Editions[j].Round != e.Round {
				continue
			}
			for o := range a.published[j].Rows() {
				supply(supplies, o, a.known(o.Key(), since))
			}
		}
		for dataset, s := range supplies {
			slices.SortFunc(s.New, period.Compare)
			s.New = slices.Compact(s.New)
			supplies[dataset] = s
		}
		a.brought = append(a.brought, supplies)
	}
}

// known reports whether a release before the i-th published a key.
func (a *Archive) known(key observation.Key, i int) bool {
	first, told := a.told[key]
	return told && first < i
}

// tells reports whether an observation has a value, be it hidden.
func tells(o disclose.Observation) bool {
	_, has := o.Value()
	return has || o.Hidden()
}

func supply(supplies map[string]Supply, o disclose.Observation, known bool) {
	if !tells(o) || o.Removed() {
		return
	}
	s, at := supplies[o.Dataset()], o.Key().Period
	if !known {
		s.New = append(s.New, at)
	}
	if s.Last.IsZero() || period.Compare(at, s.Last) > 0 {
		s.Last = at
	}
	supplies[o.Dataset()] = s
}
