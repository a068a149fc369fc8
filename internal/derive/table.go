package derive

import (
	"slices"
	"sync"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/disclose"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Table answers what is known of any key, delivered or computed. It computes
// each key once and is safe for concurrent use.
type Table struct {
	book *codebook.Codebook
	obs  *disclose.Observations

	mu        sync.Mutex
	known     map[observation.Key]Value
	computing map[observation.Key]bool
	asked     *[]observation.Key                     // by what is computed, when somebody wants to know (see Parts)
	periods   map[string][]period.Period             // by indicator, over all its series
	dated     map[observation.Series][]period.Period // by series: see datesOf
	totals    map[string][]total                     // by indicator
	contracts map[string][]*codebook.Contract        // by indicator: see contractsOf
	spans     map[spanKey][]period.Period
}

type spanKey struct {
	indicator string
	kind      period.Kind
}

// New makes the table of public observations under a codebook.
func New(book *codebook.Codebook, obs *disclose.Observations) *Table {
	t := &Table{
		book: book, obs: obs,
		known: map[observation.Key]Value{}, computing: map[observation.Key]bool{},
		periods: map[string][]period.Period{}, dated: map[observation.Series][]period.Period{},
		totals: map[string][]total{}, contracts: map[string][]*codebook.Contract{}, spans: map[spanKey][]period.Period{},
	}
	var before []period.Period
	for _, s := range obs.AllSeries() {
		// Series of an indicator mostly have the same periods.
		if dated := obs.Periods(s); t.periods[s.Indicator] == nil || !slices.Equal(dated, before) {
			t.periods[s.Indicator] = append(t.periods[s.Indicator], dated...)
			before = dated
		}
	}
	for id, all := range t.periods {
		slices.SortFunc(all, period.Compare)
		t.periods[id] = slices.Compact(all)
	}
	return t
}

// datesOf gives the periods of a series as delivered, in order.
func (t *Table) datesOf(series observation.Series) []period.Period {
	dates, ok := t.dated[series]
	if !ok {
		dates = t.obs.Periods(series)
		t.dated[series] = dates
	}
	return dates
}

// Observations are the public observations that the table rests on.
func (t *Table) Observations() *disclose.Observations { return t.obs }

// At gives what is known of a key. A month of a stock that was counted on days
// is its last count; a longer period of a flow is the sum of what tiles it.
func (t *Table) At(key observation.Key) Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.at(key)
}

// Parts gives the keys from whose values the value of a key is computed, one step down:
// part and base of a share, the parts of a computed total. Keys of which nothing is known
// are left out, and there are none for a delivered value or for a sum over shorter periods.
func (t *Table) Parts(key observation.Key) []observation.Key {
	t.mu.Lock()
	defer t.mu.Unlock()
	var asked []observation.Key
	t.computing[key], t.asked = true, &asked
	computed := t.compute(key)
	t.asked = nil
	delete(t.computing, key)
	if !computed.Computed {
		return nil
	}
	var parts []observation.Key
	for _, k := range asked {
		if !slices.Contains(parts, k) && t.at(k).State != Absent {
			parts = append(parts, k)
		}
	}
	return parts
}

// Series gives the values of a series for all periods of one kind for which
// something is known, in order; with period.None the periods as delivered. Months of
// a stock counted on days and longer periods of a flow are among them.
func (t *Table) Series(series observation.Series, kind period.Kind) []Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.line(series, kind)
}

func (t *Table) line(series observation.Series, kind period.Kind) []Value {
	var line []Value
	for _, p := range t.candidates(series.Indicator, kind) {
		if v := t.at(observation.Key{Series: series, Period: p}); v.State != Absent {
			line = append(line, v)
		}
	}
	return line
}

// Periods gives the periods of one kind for which an indicator may have values,
// in order, over all its series.
func (t *Table) Periods(indicator string, kind period.Kind) []period.Period {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.candidates(indicator, kind))
}

// Latest gives the last value with a number of a series, of one kind, that ends
// no later than a period.
func (t *Table) Latest(series observation.Series, kind period.Kind, upTo period.Period) (Value, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range slices.Backward(t.candidates(series.Indicator, kind)) {
		if p.End() > upTo.End() {
			continue
		}
		if v := t.at(observation.Key{Series: series, Period: p}); v.State == Known {
			return v, true
		}
	}
	return Value{}, false
}

// candidates lists the periods of a kind for which an indicator may have values.
func (t *Table) candidates(id string, kind period.Kind) []period.Period {
	at := spanKey{id, kind}
	if known, ok := t.spans[at]; ok {
		return known
	}
	t.spans[at] = nil // an indicator that is derived from itself has no periods
	indicator, ok := t.book.Indicator(id)
	if !ok {
		return nil
	}
	var all []period.Period
	if indicator.Derived != nil {
		all = slices.Clone(t.candidates(indicator.MainPart(), kind))
	} else {
		for _, p := range t.periods[id] {
			all = append(all, seenAs(p, kind, indicator.Measure.Value)...)
		}
		slices.SortFunc(all, period.Compare)
		all = slices.Compact(all)
	}
	t.spans[at] = all
	return all
}

// seenAs gives the periods of a kind to whose value a period contributes.
func seenAs(p period.Period, kind period.Kind, measure codebook.Measure) []period.Period {
	switch {
	case kind == period.None || p.Kind() == kind:
		return []period.Period{p}
	case measure == codebook.Flow:
		for _, around := range cube.Around(p) {
			if around.Kind() == kind {
				return []period.Period{around}
			}
		}
	case kind == period.Month && (p.Kind() == period.Day || p.Kind() == period.Week):
		return []period.Period{p.MonthOfEnd()}
	}
	return nil
}

// at computes a key once. A key that needs itself is absent.
func (t *Table) at(key observation.Key) Value {
	if asked := t.asked; asked != nil {
		*asked = append(*asked, key)
		t.asked = nil // what the part itself rests on is not asked for
		defer func() { t.asked = asked }()
	}
	if v, ok := t.known[key]; ok {
		return v
	}
	if t.computing[key] {
		return Value{Key: key, Observed: key.Period}
	}
	t.computing[key] = true
	v := t.compute(key)
	delete(t.computing, key)
	v.Key = key
	if v.Observed.IsZero() {
		v.Observed = key.Period
	}
	t.known[key] = v
	return v
}

func (t *Table) compute(key observation.Key) Value {
	indicator, ok := t.book.Indicator(key.Indicator)
	if !ok || len(key.Codes.Split()) != len(indicator.Dimensions.Entries) {
		return Value{}
	}
	if indicator.Derived != nil {
		return t.derived(indicator, key)
	}
	how, n := t.total(indicator, key)
	switch how {
	case "computed":
		if sum := t.sum(indicator, key, n); sum.State != Absent {
			return sum
		}
		return t.observed(indicator, key)
	case "both":
		delivered, sum := t.observed(indicator, key), t.sum(indicator, key, n)
		if delivered.State == Absent {
			return sum
		}
		if delivered.Usable() && sum.Usable() && !sum.Partial() {
			gap, fits := delivered.Number.Sub(sum.Number)
			delivered.Gap, delivered.HasGap = gap, fits && gap != 0
		}
		return delivered
	}
	return t.observed(indicator, key)
}

// observed gives a delivered value: that of the key, of the last day of a
// stock's month, or the sum of a flow over periods that tile the key's.
func (t *Table) observed(indicator *codebook.Indicator, key observation.Key) Value {
	if o, ok := t.obs.Get(key); ok {
		return delivered(o)
	}
	switch {
	case indicator.Measure.Value == codebook.Flow:
		return t.overTime(key)
	case key.Period.Kind() == period.Month:
		if p, ok := cube.MonthValue(t.datesOf(key.Series), key.Period); ok {
			o, _ := t.obs.Get(observation.Key{Series: key.Series, Period: p})
			return delivered(o)
		}
	}
	return Value{}
}

// delivered is an observation as a value.
func delivered(o disclose.Observation) Value {
	v := Value{
		Status: o.Status(), Qualifier: o.Qualifier(), Note: o.Note(), Observed: o.Key().Period, Reconstructed: o.Reconstructed(),
		Drop: o.Drop(), Received: o.Received(), Dataset: o.Dataset(), Datasets: []string{o.Dataset()},
	}
	value, ok := o.Value()
	switch {
	case ok:
		v.State, v.Number = Known, value
	case o.Hidden():
		v.State = Hidden
	case o.Status().Has(observation.CannotExist):
		v.State = Impossible
	default:
		v.State = Missing
	}
	return v
}

// overTime sums a flow over the longest periods of one kind that tile a period
// and are all there.
func (t *Table) overTime(key observation.Key) Value {
	best := Value{}
	for _, kind := range [...]period.Kind{period.Quarter, period.Month, period.Week, period.Day} {
		tiles := cube.Tiling(key.Period, kind)
		if len(tiles) == 0 {
			continue
		}
		sum := Value{State: Known, Computed: true}
		for _, p := range tiles {
			o, ok := t.obs.Get(observation.Key{Series: key.Series, Period: p})
			if !ok {
				sum.State = Absent
				break
			}
			sum.plus(delivered(o))
		}
		if sum.State == Known {
			return sum
		}
		if best.State == Absent && sum.State != Absent {
			best = sum
		}
	}
	return best
}

// plus adds a part that the sum needs.
func (v *Value) plus(part Value) {
	v.State = worse(v.State, operandState(part))
	v.rest(part)
	if v.State != Known {
		v.Number = 0
		return
	}
	sum, fits := v.Number.Add(part.Number)
	if !fits {
		v.State, sum = NotComparable, 0
	}
	v.Number = sum
}
