package cube

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// absent places the facts that `absent: zero` and `absent: missing` add for expected
// keys that a drop lacks, in the periods that no earlier drop of the dataset has; with
// `absent: error` it notes the keys in r instead. known is the number of columns that
// there were before the drop.
func (l *layout) absent(ds *dataset, r *reading, known int32) {
	if len(r.Contract.Expect.Entries) == 0 {
		return
	}
	given := l.givenIn(r, known)
	indicators := l.book.ContractIndicators(r.Contract)
	var filled []drop.Delivered
	for _, at := range r.columns {
		if at < known {
			continue
		}
		for _, indicator := range indicators {
			for _, key := range l.expected(r, indicator, l.columns.Values[at].period, given[at]) {
				if given[at].has[key.Series] {
					continue
				}
				row := drop.Delivered{At: r.wholeFile()}
				row.Key = key
				row.Reconstructed = r.reconstructed()
				switch r.Contract.Absent.Value {
				case "zero":
					row.HasValue = true
				case "missing":
					row.Status = observation.NotDelivered
				default:
					r.lacking = append(r.lacking, key)
					continue
				}
				filled = append(filled, row)
				l.place(l.today[l.series(key.Series)], at)
			}
		}
	}
	origin := r.origin()
	origin.Filled = true
	l.facts.add(filled, origin)
}

// given is what a drop says in one period.
type given struct {
	rows []observation.Series        // of its rows, in order
	has  map[observation.Series]bool // what it withdraws too
}

// givenIn collects what a drop says in each of its new columns.
func (l *layout) givenIn(r *reading, known int32) map[int32]*given {
	all := map[int32]*given{}
	for n := r.first; n < int32(len(l.storyOf)); n++ {
		at := l.columnOf[n]
		if at < known {
			continue
		}
		g, ok := all[at]
		if !ok {
			g = &given{has: map[observation.Series]bool{}}
			all[at] = g
		}
		series := l.names.Values[l.storyOf[n]]
		g.has[series] = true
		if n < r.rows.end() {
			g.rows = append(g.rows, series)
		}
	}
	for _, g := range all {
		slices.SortFunc(g.rows, observation.Series.Compare)
	}
	return all
}

// expected lists the keys of one indicator and period that a contract expects:
// every combination of the codes that it lists and that exist in the period,
// with each combination of other dimensions that the drop has for the period,
// or with their totals when it has nothing.
func (c *Cube) expected(r *reading, indicator *codebook.Indicator, p period.Period, g *given) []observation.Key {
	dimensions, lists := indicator.DimensionIDs(), c.book.Lists(indicator)
	listed := make([][]string, len(dimensions))
	any := false
	for n, dimension := range dimensions {
		codes, ok := r.Contract.Expect.Get(dimension)
		if !ok {
			continue
		}
		any = true
		for _, at := range codes {
			if code, ok := lists[n].Code(at.Value); ok && code.ValidIn(p) {
				listed[n] = append(listed[n], code.Code.Value)
			}
		}
		if len(listed[n]) == 0 {
			return nil
		}
	}
	if !any {
		return nil
	}
	var keys []observation.Key
	for _, rest := range c.elsewhere(r, indicator, listed, g) {
		keys = append(keys, combine(indicator.ID.Value, p, rest, listed)...)
	}
	return keys
}

// elsewhere lists the combinations of codes in the dimensions that the contract
// does not list; the listed ones hold "".
func (c *Cube) elsewhere(r *reading, indicator *codebook.Indicator, listed [][]string, g *given) [][]string {
	var found [][]string
	seen := map[observation.Codes]bool{}
	from, _ := slices.BinarySearchFunc(g.rows, indicator.ID.Value, func(s observation.Series, id string) int { return cmp.Compare(s.Indicator, id) })
	for _, series := range g.rows[from:] {
		if series.Indicator != indicator.ID.Value {
			break
		}
		codes := series.Codes.Split()
		if len(codes) != len(listed) {
			continue
		}
		for n := range codes {
			if listed[n] != nil {
				codes[n] = ""
			}
		}
		if key := observation.JoinCodes(codes...); !seen[key] {
			seen[key] = true
			found = append(found, codes)
		}
	}
	if found != nil {
		return found
	}
	lists := c.book.Lists(indicator)
	totals := c.book.TotalCodes(indicator).Split()
	for n, dimension := range indicator.DimensionIDs() {
		if fixed, ok := r.Contract.Fixed.Get(dimension); ok {
			totals[n] = fixed.Value
			if code, ok := lists[n].Code(fixed.Value); ok {
				totals[n] = code.Code.Value
			}
		}
		if listed[n] != nil {
			totals[n] = ""
		}
	}
	return [][]string{totals}
}

// combine writes one key for each combination of the listed codes.
func combine(indicator string, p period.Period, rest []string, listed [][]string) []observation.Key {
	combinations := [][]string{rest}
	for n, codes := range listed {
		if codes == nil {
			continue
		}
		var longer [][]string
		for _, combination := range combinations {
			for _, code := range codes {
				next := slices.Clone(combination)
				next[n] = code
				longer = append(longer, next)
			}
		}
		combinations = longer
	}
	keys := make([]observation.Key, len(combinations))
	for i, codes := range combinations {
		keys[i] = observation.Key{Series: observation.Series{Indicator: indicator, Codes: observation.JoinCodes(codes...)}, Period: p}
	}
	return keys
}
