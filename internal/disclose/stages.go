package disclose

import (
	"cmp"
	"iter"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/observation"
	"ronde/internal/seal"
)

// Stages are what was known of an indicator after each of some releases: what a Fold of
// the releases up to it says. They are kept as changes, so that a history takes as much
// room as what was said in it, and not that of a whole state for each release.
type Stages struct {
	places map[*Observations]int       // of the releases, in order
	stages map[observation.Key][]Stage // in the order of releases
	spoke  []int                       // the releases that said something of the indicator
}

// A Stage is what is known of a key from a release on.
type Stage struct {
	Release int // its place among the releases
	// Now is the observation that counts; after a removal the one that took the
	// key back.
	Now   Observation
	Known bool // false after a removal
}

// NewStages gives the stages of the keys of an indicator, through releases in release
// order.
func NewStages(book *codebook.Codebook, indicator string, releases ...*Observations) *Stages {
	s := &Stages{places: map[*Observations]int{}, stages: map[observation.Key][]Stage{}}
	held := map[observation.Key][]*seal.Row{} // what the releases so far said of a key, one row for each dataset
	rank := ranks(book)
	for i, release := range releases {
		s.places[release] = i
		rows := release.ofIndicator(indicator)
		if len(rows) > 0 {
			s.spoke = append(s.spoke, i)
		}
		for start := 0; start < len(rows); {
			key, end := rows[start].Key, start+1
			for end < len(rows) && rows[end].Key == key {
				end++
			}
			// Few rows tell of one key; those that no longer count are dropped.
			held[key] = choose(rank, nil, append(held[key], rows[start:end]...))
			now, known := counting(held[key])
			if !known {
				now = Observation{*held[key][0]}
			}
			s.change(key, Stage{i, now, known})
			start = end
		}
	}
	return s
}

// change notes a stage, unless it is the one before: who takes back again what is
// not known changes nothing.
func (s *Stages) change(key observation.Key, to Stage) {
	before := s.stages[key]
	var was Stage
	if n := len(before); n > 0 {
		was = before[n-1]
	}
	if to.Known != was.Known || to.Known && to.Now != was.Now {
		s.stages[key] = append(before, to)
	}
}

// All gives every stage with its key, in the order of releases, those of one release in
// key order. Of the stages up to a release the last one of a key says what is known of it
// after that release.
func (s *Stages) All() iter.Seq2[observation.Key, Stage] {
	return func(yield func(observation.Key, Stage) bool) {
		type change struct {
			key observation.Key
			Stage
		}
		var all []change
		for key, stages := range s.stages {
			for _, g := range stages {
				all = append(all, change{key, g})
			}
		}
		slices.SortFunc(all, func(a, b change) int { return cmp.Or(cmp.Compare(a.Release, b.Release), a.key.Compare(b.key)) })
		for _, c := range all {
			if !yield(c.key, c.Stage) {
				return
			}
		}
	}
}

// Spoke lists the releases that said something of the indicator, by their place among
// the releases.
func (s *Stages) Spoke() []int { return s.spoke }

// Keys lists the keys of a series that were ever known, in order of their periods.
func (s *Stages) Keys(series observation.Series) []observation.Key {
	var keys []observation.Key
	for key := range s.stages {
		if key.Series == series {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, observation.Key.Compare)
	return keys
}

// After gives what was known of a key after one of the releases. Its release is the one
// since which it is known. It is the zero value before the first publication of the key.
func (s *Stages) After(release *Observations, key observation.Key) Stage {
	place, given := s.places[release]
	if !given {
		return Stage{}
	}
	all := s.stages[key]
	i, at := slices.BinarySearchFunc(all, place, func(g Stage, place int) int { return g.Release - place })
	if !at {
		i--
	}
	if i < 0 {
		return Stage{}
	}
	return all[i]
}

// Changes lists the releases after which something else was known of one of the keys
// than before, in order.
func (s *Stages) Changes(keys []observation.Key) []int {
	var releases []int
	for _, key := range keys {
		for _, g := range s.stages[key] {
			releases = append(releases, g.Release)
		}
	}
	slices.Sort(releases)
	return slices.Compact(releases)
}
