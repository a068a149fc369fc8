// Package cube lays the observations of a drop set side by side: for each key
// what is said of it now, what earlier drops said, and what the drops of
// different months and suppliers say against each other.
//
// # What a new drop does
//
// Drops count in drop order. A row replaces what earlier drops of the same
// dataset said about its key. What a drop does not mention depends on its
// contract:
//
//	increment   absent keys stay as they were
//	series      a key absent between the first and the last period of the drop
//	            has vanished: an error, unless it stands under `withdrawn:`;
//	            until that is mended the earlier value stays
//	snapshot    a period that stands in the drop is replaced whole: keys of
//	            that period which the drop lacks are removed
//
// A key under `withdrawn:` is removed. `absent: zero` and `absent: missing` fill
// what is expected and lacks in a period that no earlier drop of the dataset
// has, with 0 or with the status "not delivered".
//
// A reconstructed vintage fills gaps: wherever a real drop of the dataset said
// something of a key by then, that stays. Since later real drops replace a
// reconstructed value like any other, a real value always wins.
//
// Where several datasets supply a key, the indicator ranks them; without a rank
// the same key twice is an error.
//
// # Keys
//
// Keys are those of the codebook given to New: former names of indicators and
// codes are replaced, and a key with fewer codes than the indicator has
// dimensions gets the total codes of the last ones. A dimension added later is
// therefore always added at the end.
package cube

import (
	"iter"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A Fact is what one drop says of one key.
type Fact struct {
	observation.Observation
	Drop     drop.ID
	Dataset  string // today's id of the dataset
	Received period.Date
	At       source.Place // of the value's cell, or of what removed or filled it
	Removed  bool         // the drop took the key back
	Filled   bool         // no row of the drop: `absent: zero` or `absent: missing`
}

// Span is the place of the value's cell, or of what removed or filled it.
func (f *Fact) Span() diag.Span { return f.At.Span() }

// A Cube holds the observations of a drop set. It is never changed.
type Cube struct {
	book    *codebook.Codebook
	set     Set
	keys    []observation.Key
	facts   map[observation.Key]*story
	drops   []*reading
	series  map[observation.Series][]period.Period
	clashes []clash
}

// A story is all that the drops of a set say of one key.
type story struct {
	history []Fact // in drop order
	latest  []Fact // what counts of each dataset, removals included, the preferred supplier first
	current int    // in latest; -1 when the key has been removed
}

// clash is a key that two datasets supply although nothing ranks them.
type clash struct{ first, second Fact }

// Len is the number of keys that have a current fact.
func (c *Cube) Len() int { return len(c.keys) }

// Facts gives the current fact of each key, in key order. Removed keys are left
// out.
func (c *Cube) Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		for _, k := range c.keys {
			s := c.facts[k]
			if !yield(s.latest[s.current]) {
				return
			}
		}
	}
}

// Get gives the current fact of a key; ok is false when there is none or it was
// removed.
func (c *Cube) Get(key observation.Key) (fact Fact, ok bool) {
	s, ok := c.facts[key]
	if !ok || s.current < 0 {
		return Fact{}, false
	}
	return s.latest[s.current], true
}

// History gives all that the drops of the set say of a key, in drop order,
// whether or not it counts.
func (c *Cube) History(key observation.Key) []Fact {
	if s, ok := c.facts[key]; ok {
		return slices.Clone(s.history)
	}
	return nil
}

// Removed gives, in key order, the facts by which a dataset last took a key
// back. Another supplier may still supply the key.
func (c *Cube) Removed() []Fact {
	var removed []Fact
	for _, s := range c.facts {
		for _, f := range s.latest {
			if f.Removed {
				removed = append(removed, f)
			}
		}
	}
	slices.SortFunc(removed, func(a, b Fact) int {
		if order := a.Key.Compare(b.Key); order != 0 {
			return order
		}
		return drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received)
	})
	return removed
}

// Periods gives the periods for which a series has a current fact, in order.
func (c *Cube) Periods(series observation.Series) []period.Period { return c.series[series] }
