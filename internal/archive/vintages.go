package archive

import (
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

// FirstPublished is the first vintage of a key.
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
	said     []*disclose.Observations // by all releases
	stages   *disclose.Stages
}

// History gives the vintages of an indicator, in one pass over the releases.
func (a *Archive) History(indicator string) History {
	h := History{said: a.published, stages: disclose.NewStages(a.Keys, func(key observation.Key) bool { return key.Indicator == indicator }, a.published...)}
	h.places = h.stages.Spoke()
	for _, i := range h.places {
		h.Editions = append(h.Editions, a.Editions[i])
	}
	return h
}

// After gives what was known of a key after the i-th of the history's releases;
// ok is false before its first publication and after its removal.
func (h History) After(i int, key observation.Key) (known disclose.Observation, ok bool) {
	return h.stages.After(h.said[h.places[i]], key)
}

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
