package archive

import (
	"iter"
	"slices"

	"ronde/internal/derive"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
)

// Vintage is an observation as one release published it.
type Vintage struct {
	Edition     *edition.Edition
	Observation disclose.Observation
}

// FirstPublished is the first vintage of a key that has a value; of one that never
// had a value, the first.
func (a *Archive) FirstPublished(key observation.Key) (first Vintage, ok bool) {
	i, ok := a.first[key]
	if !ok {
		return Vintage{}, false
	}
	said, _ := a.published[i].Get(key)
	return Vintage{a.Editions[i], said}, true
}

// FirstValue is the value that a release published first of a key, delivered or
// computed.
func (a *Archive) FirstValue(key observation.Key) derive.Value {
	if first, ok := a.vintages.First(key); ok {
		return first
	}
	return a.Table.At(key)
}

// Revised reports whether a later release replaced the value of a key by
// another that was not hidden.
func (a *Archive) Revised(key observation.Key) bool {
	first, ok := a.FirstPublished(key)
	now, stands := a.Table.Observations().Get(key)
	if !ok || !stands {
		return false
	}
	was, had := first.Observation.Value()
	is, has := now.Value()
	return had && has && was != is
}

// Published gives what one release published, under the keys of the last
// release.
func (a *Archive) Published(i int) *disclose.Observations { return a.published[i] }

// History is what the releases said of one indicator, one after the other.
type History struct {
	// Editions are those that said something new of the indicator, in release
	// order.
	Editions []*edition.Edition
	places   []int                    // of Editions, among all releases
	all      []*edition.Edition       // all releases
	said     []*disclose.Observations // by all releases
	stages   *disclose.Stages
}

// History gives the vintages of an indicator, in one pass over the releases.
func (a *Archive) History(indicator string) History {
	h := History{all: a.Editions, said: a.published, stages: disclose.NewStages(a.Keys, indicator, a.published...)}
	h.places = h.stages.Spoke()
	for _, i := range h.places {
		h.Editions = append(h.Editions, a.Editions[i])
	}
	return h
}

// After gives what was known of a key after the i-th of the history's releases, and
// whether it had been taken back by then. The zero value stands before its first
// publication.
func (h History) After(i int, key observation.Key) disclose.Stage {
	return h.stages.After(h.said[h.places[i]], key)
}

// Keys lists the keys of a series that were ever known, in order of their periods.
func (h History) Keys(series observation.Series) []observation.Key { return h.stages.Keys(series) }

// Changes lists the history's releases after which something else was known of one
// of the keys than before.
func (h History) Changes(keys []observation.Key) []int {
	changes := h.stages.Changes(keys)
	var all []int
	for i, place := range h.places {
		if _, changed := slices.BinarySearch(changes, place); changed {
			all = append(all, i)
		}
	}
	return all
}

// Known gives, in release order, every change of what was known of a key: the
// observation that counted from a release on, or the one that took it back. Of the
// changes up to a release the last one of a key says what was known of it after that
// release.
func (h History) Known() iter.Seq[Vintage] {
	return func(yield func(Vintage) bool) {
		for _, stage := range h.stages.All() {
			if !yield(Vintage{h.all[stage.Release], stage.Now}) {
				return
			}
		}
	}
}
