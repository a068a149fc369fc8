package cube

import (
	"slices"
	"sort"

	"ronde/internal/drop"
	"ronde/internal/period"
)

// take lets one more drop count.
func (l *layout) take(r *reading) {
	for n := r.first; n < r.end; n++ {
		if held := l.last[l.storyOf[n]]; held < r.first || held >= r.end { // of two rows with one key, the first
			l.put(n, n < r.rows.end())
			r.again = r.again || l.before[n] != none
		}
	}
	if !r.Complete {
		return
	}
	switch r.Contract.Delivers.Value {
	case "series":
		r.vanished = l.vanished(r)
	case "snapshot":
		l.replace(r)
	}
}

// put lets one more fact count, unless it is of a vintage put together later and its
// dataset said something of the key by then. said is false for what is withdrawn,
// removed or filled.
func (l *layout) put(n int32, said bool) {
	s, column := l.storyOf[n], l.columnOf[n]
	held := l.current[s]
	l.earlier[n], l.last[s], l.before[n] = l.last[s], n, held
	ds := l.datasets[l.columns.Values[column].dataset]
	if held != none {
		if ds.reconstructed && l.facts.fact(n).Reconstructed && !l.facts.fact(held).Reconstructed {
			return
		}
		if l.facts.of(held).said() {
			l.counted[column]--
		}
	}
	l.current[s] = n
	if !said {
		return
	}
	l.counted[column]++
	if ds.live && !l.listed[s] {
		l.listed[s] = true
		l.live[column] = append(l.live[column], s)
	}
}

// vanished lists what a series no longer has between its first and last period.
func (l *layout) vanished(r *reading) []int32 {
	if len(r.periods) == 0 {
		return nil
	}
	start, end := r.periods[0].Start(), r.periods[len(r.periods)-1].End()
	for _, p := range r.periods {
		start = min(start, p.Start())
	}
	all := l.byID[r.dataset].columns
	of := func(i int) period.Period { return l.columns.Values[all[i]].period }
	from := sort.Search(len(all), func(i int) bool { return of(i).End() >= start })
	var within []int32
	for i := from; i < len(all) && of(i).End() <= end; i++ {
		if of(i).Start() >= start {
			within = append(within, all[i])
		}
	}
	vanished := l.lacks(r, within)
	for i, s := range vanished {
		vanished[i] = l.current[s]
	}
	return vanished
}

// replace removes what a snapshot lacks of the periods that it has.
func (l *layout) replace(r *reading) {
	stories := l.lacks(r, r.columns)
	gone := make([]drop.Delivered, len(stories))
	origin := r.origin()
	origin.Removed = true
	for i, s := range stories {
		gone[i] = drop.Delivered{At: r.wholeFile()}
		gone[i].Key = l.facts.fact(l.current[s]).Key
		gone[i].Reconstructed = r.reconstructed()
	}
	n := l.facts.add(gone, origin).first
	for i, s := range stories {
		l.place(s, l.columnOf[l.current[s]])
		l.earlier, l.before = append(l.earlier, none), append(l.before, none)
		l.put(n+int32(i), false)
	}
}

// lacks lists, in order, the stories of some columns that count and of which the drop
// says nothing. A reconstructed vintage says nothing against a real one, and what was
// filled was never there.
//
// A story that no longer counts leaves the list of its column, so that a drop of a few
// rows is not held against all that its periods ever had.
func (l *layout) lacks(r *reading, columns []int32) []int32 {
	var lacking []int32
	for _, column := range columns {
		kept := l.live[column][:0]
		for _, s := range l.live[column] {
			n := l.current[s]
			if !l.facts.of(n).said() {
				l.listed[s] = false
				continue
			}
			kept = append(kept, s)
			if last := l.last[s]; (last < r.first || last >= r.end) && (!r.reconstructed() || l.facts.fact(n).Reconstructed) {
				lacking = append(lacking, s)
			}
		}
		l.live[column] = kept
	}
	slices.Sort(lacking)
	return lacking
}
