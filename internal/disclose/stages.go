package disclose

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/observation"
	"ronde/internal/seal"
)

// Stages are what was known of keys after each of some releases: what a Fold of the
// releases up to it says. They are kept as changes, so that a history takes as much
// room as what was said in it, and not that of a whole state for each release.
type Stages struct {
	places map[*Observations]int       // of the releases, in order
	stages map[observation.Key][]stage // in the order of releases
	spoke  []int                       // the releases that said something of the keys
}

// A stage is what is known of a key from a release on.
type stage struct {
	release int
	now     Observation
	known   bool // false after a removal
}

// NewStages gives the stages of the keys that keep accepts, through releases in
// release order.
func NewStages(book *codebook.Codebook, keep func(observation.Key) bool, releases ...*Observations) *Stages {
	s := &Stages{places: map[*Observations]int{}, stages: map[observation.Key][]stage{}}
	held := map[observation.Key][]*seal.Row{} // what the releases so far said of a key, one row for each dataset
	rank := ranks(book)
	for i, release := range releases {
		s.places[release] = i
		for start := 0; start < len(release.rows); {
			key, end := release.rows[start].Key, start+1
			for end < len(release.rows) && release.rows[end].Key == key {
				end++
			}
			if keep(key) {
				// Few rows tell of one key; those that no longer count are dropped.
				held[key] = choose(rank, nil, append(held[key], release.rows[start:end]...))
				now, known := counting(held[key])
				s.change(key, stage{i, now, known})
				if n := len(s.spoke); n == 0 || s.spoke[n-1] != i {
					s.spoke = append(s.spoke, i)
				}
			}
			start = end
		}
	}
	return s
}

func (s *Stages) change(key observation.Key, to stage) {
	before := s.stages[key]
	var was stage
	if n := len(before); n > 0 {
		was = before[n-1]
	}
	if to.known != was.known || to.now != was.now {
		s.stages[key] = append(before, to)
	}
}

// Spoke lists the releases that said something of the keys, by their place among the
// releases.
func (s *Stages) Spoke() []int { return s.spoke }

// After gives what was known of a key after one of the releases; ok is false before its
// first publication and after its removal.
func (s *Stages) After(release *Observations, key observation.Key) (known Observation, ok bool) {
	place, given := s.places[release]
	if !given {
		return Observation{}, false
	}
	all := s.stages[key]
	i, at := slices.BinarySearchFunc(all, place, func(g stage, place int) int { return g.release - place })
	if !at {
		i--
	}
	if i < 0 {
		return Observation{}, false
	}
	return all[i].now, all[i].known
}

// Changes lists the releases after which something else was known of one of the keys
// than before, in order.
func (s *Stages) Changes(keys []observation.Key) []int {
	var releases []int
	for _, key := range keys {
		for _, g := range s.stages[key] {
			releases = append(releases, g.release)
		}
	}
	slices.Sort(releases)
	return slices.Compact(releases)
}
