package disclose

import (
	"ronde/internal/cube"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// past is the ledger of a site: what its releases have said, all of which
// counts as known to everybody.
type past struct {
	values    map[observation.Key][]number.Decimal
	published map[observation.Key]bool // with a value, in any release
	hidden    map[observation.Key]bool // in any release
	said      map[observation.Key]bool // in any way
	rows      map[supplied]bool
	took      map[taken]bool
}

// taken is one table of a drop of which a release published something.
type taken struct {
	drop      drop.ID
	indicator string
	period    period.Period
}

func remember(released []*Observations) past {
	p := past{
		map[observation.Key][]number.Decimal{}, map[observation.Key]bool{}, map[observation.Key]bool{},
		map[observation.Key]bool{}, map[supplied]bool{}, map[taken]bool{},
	}
	for _, release := range released {
		for _, r := range release.rows {
			p.said[r.Key] = true
			p.rows[supplied{r.Key, r.Dataset}] = true
			p.took[taken{r.Drop, r.Indicator, r.Period}] = true
			if r.HasValue {
				p.published[r.Key] = true
				p.values[r.Key] = append(p.values[r.Key], r.Value)
			}
			if r.Status.Has(observation.Hidden) {
				p.hidden[r.Key] = true
			}
		}
	}
	return p
}

// known reports whether a fact's value is already public.
func (p past) known(f cube.Fact) bool {
	if !f.HasValue {
		return false
	}
	for _, v := range p.values[f.Key] {
		if v == f.Value {
			return true
		}
	}
	return false
}

// leftOut reports whether an earlier release had a cell before it and left it
// out: a drop said something of it, a release published other cells of that
// drop's table, and none ever published this one.
func (p past) leftOut(c *cube.Cube, f cube.Fact) bool {
	if p.said[f.Key] {
		return false
	}
	for _, earlier := range c.History(f.Key) {
		if !earlier.Removed && earlier.Dataset == f.Dataset && p.took[taken{earlier.Drop, f.Indicator, f.Period}] {
			return true
		}
	}
	return false
}
