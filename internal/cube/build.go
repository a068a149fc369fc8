package cube

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A reading is a drop with its rows under canonical keys and with what it did
// to earlier drops of its dataset.
type reading struct {
	*drop.Drop
	dataset string
	rows    []Fact          // in key order; the first of two equal keys
	periods []period.Period // of its rows, in order
	// before holds what counted of the dataset before this drop, for the keys
	// that it changes; vanished are the keys of a series that it lacks.
	before   map[observation.Key]Fact
	vanished []Fact
	lacking  []observation.Key // expected, absent, in periods that no earlier drop has
}

// New lays a drop set side by side under the keys of a codebook.
func New(book *codebook.Codebook, set Set) *Cube {
	c := &Cube{book: book, set: set, facts: map[observation.Key]*story{}, series: map[observation.Series][]period.Period{}}
	names := NewCanonical(book)
	datasets := map[string]*dataset{}
	for _, d := range set.drops {
		id := names.Dataset(d.Contract.ID.Value)
		ds, ok := datasets[id]
		if !ok {
			ds = &dataset{now: map[observation.Key]Fact{}, in: map[period.Period][]observation.Key{}}
			datasets[id] = ds
		}
		r := read(d, id, names)
		c.take(ds, r)
		c.drops = append(c.drops, r)
	}
	for id, ds := range datasets {
		for key, fact := range ds.now {
			fact.Dataset = id
			s := c.facts[key]
			s.latest = append(s.latest, fact)
		}
	}
	for key, s := range c.facts {
		c.choose(key, s)
		if s.current >= 0 {
			c.keys = append(c.keys, key)
		}
	}
	slices.SortFunc(c.keys, observation.Key.Compare)
	slices.SortFunc(c.clashes, func(a, b clash) int {
		return cmp.Or(a.first.Key.Compare(b.first.Key), cmp.Compare(a.second.Dataset, b.second.Dataset))
	})
	for _, key := range c.keys {
		c.series[key.Series] = append(c.series[key.Series], key.Period)
	}
	return c
}

// A dataset is what counts of one dataset while its drops are taken in.
type dataset struct {
	now map[observation.Key]Fact
	in  map[period.Period][]observation.Key // every key that ever had a fact, by period
}

func (ds *dataset) put(f Fact) {
	if _, ok := ds.now[f.Key]; !ok {
		ds.in[f.Period] = append(ds.in[f.Period], f.Key)
	}
	ds.now[f.Key] = f
}

// read gives a drop's rows under canonical keys.
func read(d *drop.Drop, id string, names *Canonical) *reading {
	r := &reading{Drop: d, dataset: id, before: map[observation.Key]Fact{}}
	for _, o := range d.Observations {
		f := Fact{Observation: o.Observation, Drop: d.ID, Dataset: id, Received: d.Received(), At: o.At}
		f.Key = names.Key(o.Key)
		f.Reconstructed = f.Reconstructed || d.Description.Vintage.Value == "reconstructed"
		r.rows = append(r.rows, f)
	}
	for _, w := range d.Withdrawn {
		f := Fact{Drop: d.ID, Dataset: id, Received: d.Received(), At: source.PlaceOf(w.Span), Removed: true}
		f.Key = names.Key(w.Key)
		f.Reconstructed = d.Description.Vintage.Value == "reconstructed"
		r.rows = append(r.rows, f)
	}
	slices.SortStableFunc(r.rows, func(a, b Fact) int { return a.Key.Compare(b.Key) })
	r.rows = slices.CompactFunc(r.rows, func(a, b Fact) bool { return a.Key == b.Key })
	for _, f := range r.rows {
		if !f.Removed {
			r.periods = append(r.periods, f.Period)
		}
	}
	slices.SortFunc(r.periods, period.Compare)
	r.periods = slices.Compact(r.periods)
	return r
}

// take lets one more drop count.
func (c *Cube) take(ds *dataset, r *reading) {
	fresh := slices.DeleteFunc(slices.Clone(r.periods), func(p period.Period) bool { return ds.in[p] != nil })
	inDrop := make(map[observation.Key]bool, len(r.rows))
	for _, f := range r.rows {
		inDrop[f.Key] = true
	}
	rows := r.rows
	if r.Complete {
		rows = slices.Concat(rows, c.absent(r, fresh, inDrop))
		switch r.Contract.Delivers.Value {
		case "series":
			r.vanished = vanished(ds, r, inDrop)
		case "snapshot":
			rows = slices.Concat(rows, replaced(ds, r, inDrop))
		}
	}
	for _, f := range rows {
		s, ok := c.facts[f.Key]
		if !ok {
			s = &story{}
			c.facts[f.Key] = s
		}
		s.history = append(s.history, f)
		before, known := ds.now[f.Key]
		if known {
			r.before[f.Key] = before
		}
		if f.Reconstructed && known && !before.Reconstructed {
			continue
		}
		ds.put(f)
	}
}

// vanished lists what a series no longer has between its first and last period.
func vanished(ds *dataset, r *reading, inDrop map[observation.Key]bool) []Fact {
	if len(r.periods) == 0 {
		return nil
	}
	start, end := r.periods[0].Start(), r.periods[0].End()
	for _, p := range r.periods {
		start, end = min(start, p.Start()), max(end, p.End())
	}
	return absentFrom(ds, r, inDrop, func(p period.Period) bool { return p.Start() >= start && p.End() <= end })
}

// replaced lists, as removals, what a snapshot lacks of the periods that it has.
func replaced(ds *dataset, r *reading, inDrop map[observation.Key]bool) []Fact {
	gone := absentFrom(ds, r, inDrop, func(p period.Period) bool { return slices.Contains(r.periods, p) })
	for i, f := range gone {
		removal := Fact{Drop: r.ID, Dataset: r.dataset, Received: r.Received(), At: source.PlaceOf(diag.FileSpan(r.ID.Path())), Removed: true}
		removal.Key = f.Key
		removal.Reconstructed = r.Description.Vintage.Value == "reconstructed"
		gone[i] = removal
	}
	return gone
}

// absentFrom lists, in key order, what counts of the dataset in some periods
// and is not in the drop. A reconstructed vintage says nothing against a real
// one, and what was filled was never there.
func absentFrom(ds *dataset, r *reading, inDrop map[observation.Key]bool, within func(period.Period) bool) []Fact {
	reconstructed := r.Description.Vintage.Value == "reconstructed"
	var absent []Fact
	for p, keys := range ds.in {
		if !within(p) {
			continue
		}
		for _, key := range keys {
			f := ds.now[key]
			if !inDrop[key] && !f.Removed && !f.Filled && (!reconstructed || f.Reconstructed) {
				absent = append(absent, f)
			}
		}
	}
	slices.SortFunc(absent, func(a, b Fact) int { return a.Key.Compare(b.Key) })
	return absent
}

// choose finds which supplier of a key counts.
func (c *Cube) choose(key observation.Key, s *story) {
	indicator, known := c.book.Indicator(key.Indicator)
	rank := func(f Fact) int {
		if contract, ok := c.book.Contract(f.Dataset); ok && known {
			return c.book.Rank(indicator, contract)
		}
		return 0
	}
	if len(s.latest) > 1 {
		slices.SortFunc(s.latest, func(a, b Fact) int {
			return cmp.Or(cmp.Compare(rank(a), rank(b)), drop.CompareOrder(b.Drop, b.Received, a.Drop, a.Received))
		})
	}
	s.current = slices.IndexFunc(s.latest, func(f Fact) bool { return !f.Removed })
	if s.current < 0 {
		return
	}
	first := s.latest[s.current]
	for _, second := range s.latest[s.current+1:] {
		if !second.Removed && rank(second) == rank(first) {
			c.clashes = append(c.clashes, clash{first, second})
		}
	}
}
