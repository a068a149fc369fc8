package archive

import (
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
	for i, o := range a.published {
		if said, ok := o.Get(key); ok {
			return Vintage{a.Editions[i], said}, true
		}
	}
	return Vintage{}, false
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
	states   []*disclose.Observations // after each of Editions
}

// History gives the vintages of an indicator. The state after a release is the
// state before it folded with what the release published, so that the whole
// history of an indicator costs one pass over each release, however many keys it
// has.
func (a *Archive) History(indicator string) History {
	var h History
	state := disclose.Fold(a.Keys)
	for i, o := range a.published {
		said := o.Keep(a.Keys, func(x disclose.Observation) bool { return x.Key().Indicator == indicator })
		if !says(said) {
			continue
		}
		state = disclose.Fold(a.Keys, state, said)
		h.Editions = append(h.Editions, a.Editions[i])
		h.states = append(h.states, state)
	}
	return h
}

// says reports whether there is any row, be it a removal.
func says(o *disclose.Observations) bool {
	for range o.Rows() {
		return true
	}
	return false
}

// After gives what was known of a key after the i-th of the history's releases;
// ok is false before its first publication and after its removal.
func (h History) After(i int, key observation.Key) (known disclose.Observation, ok bool) {
	return h.states[i].Get(key)
}
