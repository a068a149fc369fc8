package archive

import (
	"maps"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A First is the value of a key as it was first published. A value that is computed was
// so with the release after which all its parts were known.
type First struct {
	Edition *edition.Edition
	Value   derive.Value
}

// Firsts are the first published values of an indicator, delivered and computed. What
// never had a value has what was first said of it, such as that it is hidden. Keys that
// were taken back since are among them.
type Firsts struct {
	// Table answers for the keys of the indicator.
	Table *derive.Table
	// Keys are those of the periods as they were published, in order.
	Keys   []observation.Key
	values map[observation.Key]First
}

// Of is the first value of a key; the zero value for one of which nothing was published.
func (f *Firsts) Of(key observation.Key) First { return f.values[key] }

// Firsts gives the first published values of an indicator, in one pass over the releases.
// It is made once, when it is first asked for.
func (a *Archive) Firsts(indicator string) *Firsts {
	a.mu.Lock()
	made := a.firsts[indicator]
	if made == nil {
		made = new(lazyFirsts)
		a.firsts[indicator] = made
	}
	a.mu.Unlock()
	made.once.Do(func() { made.firsts = a.makeFirsts(indicator) })
	return made.firsts
}

func (a *Archive) makeFirsts(id string) *Firsts {
	f := &Firsts{values: map[observation.Key]First{}}
	published := map[observation.Key]bool{}
	indicator, ok := a.Keys.Indicator(id)
	for i, table := range a.vintages.Tables(id) {
		if !ok {
			break
		}
		series := possible(a.Keys, table, indicator)
		for _, kind := range shownKinds(table, indicator) {
			for _, p := range table.Periods(indicator.ID.Value, kind) {
				for _, s := range series {
					key := observation.Key{Series: s, Period: p}
					if f.take(table, key, a.Editions[i]) && kind == period.None {
						published[key] = true
					}
				}
			}
		}
	}
	f.Keys = slices.SortedFunc(maps.Keys(published), observation.Key.Compare)
	values := make([]derive.Value, 0, len(f.values))
	for _, first := range f.values {
		values = append(values, first.Value)
	}
	f.Table = derive.Given(a.Keys, values, f.Keys)
	return f
}

// take keeps what a table says of a key after an edition, unless a value is kept
// already, and reports whether it does.
func (f *Firsts) take(table *derive.Table, key observation.Key, e *edition.Edition) bool {
	before, said := f.values[key]
	if before.Value.State == derive.Known {
		return false
	}
	v := table.At(key)
	if v.State == derive.Absent || said && v.State != derive.Known {
		return false
	}
	f.values[key] = First{e, v}
	return true
}

// shownKinds are the kinds of period by which pages ask for values of an indicator: the
// periods as delivered, and of each kind among them all others too; of states of affairs
// that were counted on days, the months.
func shownKinds(table *derive.Table, i *codebook.Indicator) []period.Kind {
	kinds := []period.Kind{period.None}
	for _, p := range table.Periods(i.ID.Value, period.None) {
		kind := p.Kind()
		switch {
		case i.Measure.Value != codebook.Flow && (kind == period.Day || kind == period.Week):
			kind = period.Month
		case kind == period.Day || kind == period.Span:
			continue
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}
