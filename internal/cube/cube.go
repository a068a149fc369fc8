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
	"sort"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Cube holds the observations of a drop set. It is never changed.
//
// What one dataset says of one key is a story. The stories stand in key order, those of
// one series after each other and of one key too, and have numbers as the facts do.
type Cube struct {
	book   *codebook.Codebook
	set    Set
	drops  []*reading
	facts  blocks
	names  observation.Numbering[observation.Series]
	lines  []line                    // in order
	lineOf []int32                   // by number of the series; -1 for a former name
	some   map[int32][]period.Period // by line: the periods of the stories that count, when not all do

	// By story. Of several stories of a key at most one counts.
	periods []period.Period
	last    []int32 // the last fact
	current []int32 // the fact that counts; none when the key was removed or another dataset is preferred
	count   int     // of stories that count

	// By fact.
	storyOf []int32
	earlier []int32 // the fact of the story before it
	before  []int32 // what the dataset said of the key until then

	removed   []int32                    // by which a dataset last took a key back, in key order
	delivered map[string][]period.Period // by dataset: the periods of which it has said something that counts of it, in order
	clashes   []clash
}

// A line are the stories of a series.
type line struct {
	observation.Series
	from, to int32
}

// clash is a key that two datasets supply although nothing ranks them.
type clash struct{ first, second Fact }

// Len is the number of keys that have a current fact.
func (c *Cube) Len() int { return c.count }

// Facts gives the current fact of each key, in key order. Removed keys are left
// out.
func (c *Cube) Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		for _, n := range c.current {
			if n != none && !yield(c.facts.fact(n)) {
				return
			}
		}
	}
}

// Get gives the current fact of a key; ok is false when there is none or it was
// removed.
func (c *Cube) Get(key observation.Key) (fact Fact, ok bool) {
	from, to := c.stories(key)
	for _, n := range c.current[from:to] {
		if n != none {
			return c.facts.fact(n), true
		}
	}
	return Fact{}, false
}

// stories gives the stories of a key.
func (c *Cube) stories(key observation.Key) (from, to int32) {
	l, ok := c.line(key.Series)
	if !ok {
		return 0, 0
	}
	periods := c.periods[l.from:l.to]
	at := sort.Search(len(periods), func(i int) bool { return period.Compare(periods[i], key.Period) >= 0 })
	end := at
	for end < len(periods) && periods[end] == key.Period {
		end++
	}
	return l.from + int32(at), l.from + int32(end)
}

// line gives the stories of a series.
func (c *Cube) line(series observation.Series) (l line, ok bool) {
	n, ok := c.names.Find(series)
	if !ok || c.lineOf[n] < 0 {
		return line{}, false
	}
	return c.lines[c.lineOf[n]], true
}

// History gives all that the drops of the set say of a key, in drop order,
// whether or not it counts.
func (c *Cube) History(key observation.Key) []Fact {
	var all []Fact
	from, to := c.stories(key)
	for s := from; s < to; s++ {
		for n := c.last[s]; n != none; n = c.earlier[n] {
			all = append(all, c.facts.fact(n))
		}
	}
	slices.Reverse(all)
	if to-from > 1 {
		slices.SortStableFunc(all, func(a, b Fact) int { return drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received) })
	}
	return all
}

// Removed gives, in key order, the facts by which a dataset last took a key
// back. Another supplier may still supply the key.
func (c *Cube) Removed() []Fact {
	var removed []Fact
	for _, n := range c.removed {
		removed = append(removed, c.facts.fact(n))
	}
	return removed
}

// Periods gives the periods for which a series has a current fact, in order.
func (c *Cube) Periods(series observation.Series) []period.Period {
	n, ok := c.names.Find(series)
	if !ok || c.lineOf[n] < 0 {
		return nil
	}
	at := c.lineOf[n]
	if some, ok := c.some[at]; ok {
		return some
	}
	return c.periods[c.lines[at].from:c.lines[at].to]
}
