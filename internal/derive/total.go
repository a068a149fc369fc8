package derive

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// total is what a codebook says of the total of one dimension.
type total struct {
	dimension string
	code      string
	how       string
	parts     []*codebook.Code // that make it up, of any time
}

// totalsOf gives the totals of an indicator's dimensions, in their order.
func (t *Table) totalsOf(i *codebook.Indicator) []total {
	if known, ok := t.totals[i.ID.Value]; ok {
		return known
	}
	var all []total
	for n, list := range t.book.Lists(i) {
		dimension := i.Dimensions.Entries[n].Key.Value
		declared, _ := i.Totals.Get(dimension)
		of := total{dimension, list.Total.Value, i.HowTotal(dimension), cube.PartsOf(list, declared.Level.Value)}
		if i.Measure.Value == codebook.Share || i.Measure.Value == codebook.Ratio {
			of.how = "delivered" // shares are never summed
		}
		all = append(all, of)
	}
	t.totals[i.ID.Value] = all
	return all
}

// total finds the first dimension over whose parts a key is to be summed: one
// that is only computed before one that is also delivered.
func (t *Table) total(i *codebook.Indicator, key observation.Key) (how string, n int) {
	codes := key.Codes.Split()
	for _, wanted := range [...]string{"computed", "both"} {
		for n, of := range t.totalsOf(i) {
			if of.how == wanted && codes[n] == of.code {
				return wanted, n
			}
		}
	}
	return "delivered", -1
}

// sum computes the total of one dimension from the parts that are there.
func (t *Table) sum(i *codebook.Indicator, key observation.Key, n int) Value {
	of := t.totalsOf(i)[n]
	codes := key.Codes.Split()
	v := Value{State: Known, Computed: true}
	var lacking []string
	missing := false
	for _, code := range t.expected(i, of, key.Period) {
		codes[n] = code
		part := t.at(observation.Key{Series: observation.Series{Indicator: key.Indicator, Codes: observation.JoinCodes(codes...)}, Period: key.Period})
		expected, present := max(part.Expected, 1), 0
		switch part.State {
		case Impossible:
			continue
		case Absent, Missing:
			missing = missing || part.State == Missing
			lacking = append(lacking, code)
		default:
			present = expected
			if part.Expected > 0 {
				present = part.Present
			}
			if part.Partial() {
				lacking = append(lacking, code+"("+part.parts+")")
			}
			if v.Observed.IsZero() {
				v.Observed = part.Observed
			} else if v.Observed != part.Observed {
				v.MixedDates = true
			}
			v.plus(part)
		}
		v.Present += present
		v.Expected += expected
	}
	if v.MixedDates {
		v.Observed = key.Period
	}
	if v.Present == 0 {
		if missing {
			return Value{State: Missing, Computed: true}
		}
		return Value{}
	}
	v.parts = strings.Join(lacking, " ")
	return v
}

// expected lists the codes that a total over one dimension should have in a
// period: those that the datasets due for the period expect or fix; where one
// of them says neither, the codes that exist in the period.
func (t *Table) expected(i *codebook.Indicator, of total, p period.Period) []string {
	var valid []string
	for _, part := range of.parts {
		if part.ValidIn(p) {
			valid = append(valid, part.Code.Value)
		}
	}
	due := map[string]bool{}
	for _, contract := range t.contractsOf(i) {
		if !active(contract, p) {
			continue
		}
		if fixed, ok := contract.Fixed.Get(of.dimension); ok {
			due[fixed.Value] = true
			continue
		}
		listed, ok := contract.Expect.Get(of.dimension)
		if !ok {
			return valid
		}
		for _, code := range listed {
			due[code.Value] = true
		}
	}
	both := slices.DeleteFunc(slices.Clone(valid), func(code string) bool { return !due[code] })
	if len(both) == 0 {
		return valid
	}
	return both
}

// contractsOf gives the contracts that supply an indicator.
func (t *Table) contractsOf(i *codebook.Indicator) []*codebook.Contract {
	known, ok := t.contracts[i.ID.Value]
	if !ok {
		known = t.book.ContractsOf(i)
		t.contracts[i.ID.Value] = known
	}
	return known
}

// active reports whether a contract supplies a period at all.
func active(c *codebook.Contract, p period.Period) bool {
	return (!c.From.IsSet() || p.End() >= c.From.Value.Start()) && (!c.Until.IsSet() || p.Start() <= c.Until.Value.End())
}
