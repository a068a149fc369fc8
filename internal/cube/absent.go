package cube

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// absent gives the facts that `absent: zero` and `absent: missing` add for
// expected keys that a drop lacks, in the periods that no earlier drop of the
// dataset has; with `absent: error` it notes the keys in r instead.
func (c *Cube) absent(r *reading, fresh []period.Period, inDrop map[observation.Key]bool) []Fact {
	if len(r.Contract.Expect.Entries) == 0 {
		return nil
	}
	var filled []Fact
	for _, p := range fresh {
		for _, indicator := range c.book.ContractIndicators(r.Contract) {
			for _, key := range c.expected(r, indicator, p) {
				if inDrop[key] {
					continue
				}
				f := Fact{Drop: r.ID, Dataset: r.dataset, Received: r.Received(), At: source.PlaceOf(diag.FileSpan(r.ID.Path())), Filled: true}
				f.Key = key
				f.Reconstructed = r.Description.Vintage.Value == "reconstructed"
				switch r.Contract.Absent.Value {
				case "zero":
					f.HasValue = true
				case "missing":
					f.Status = observation.NotDelivered
				default:
					r.lacking = append(r.lacking, key)
					continue
				}
				filled = append(filled, f)
			}
		}
	}
	return filled
}

// expected lists the keys of one indicator and period that a contract expects:
// every combination of the codes that it lists and that exist in the period,
// with each combination of other dimensions that the drop has for the period,
// or with their totals when it has nothing.
func (c *Cube) expected(r *reading, indicator *codebook.Indicator, p period.Period) []observation.Key {
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
	for _, rest := range c.elsewhere(r, indicator, p, listed) {
		keys = append(keys, combine(indicator.ID.Value, p, rest, listed)...)
	}
	return keys
}

// elsewhere lists the combinations of codes in the dimensions that the contract
// does not list; the listed ones hold "".
func (c *Cube) elsewhere(r *reading, indicator *codebook.Indicator, p period.Period, listed [][]string) [][]string {
	var found [][]string
	seen := map[observation.Codes]bool{}
	for _, f := range r.rows {
		if f.Indicator != indicator.ID.Value || f.Period != p || f.Removed {
			continue
		}
		codes := f.Codes.Split()
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
	totals := c.book.TotalCodes(indicator).Split()
	for n, dimension := range indicator.DimensionIDs() {
		if fixed, ok := r.Contract.Fixed.Get(dimension); ok {
			totals[n] = fixed.Value
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
