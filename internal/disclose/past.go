package disclose

import (
	"slices"

	"ronde/internal/cube"
	"ronde/internal/drop"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// past is the ledger of a site: what its releases have said, all of which
// counts as known to everybody.
type past struct {
	index // of one key in release order
	took  map[taken]bool
}

// taken is one table of a drop of which a release published something.
type taken struct {
	drop      drop.ID
	indicator string
	period    period.Period
}

func remember(released []*Observations) past {
	var rows []*seal.Row
	for _, release := range released {
		rows = append(rows, release.rows...)
	}
	return past{index: newIndex(inKeyOrder(rows))}
}

// published reports whether any release has said a value.
func (p *past) published(key observation.Key) bool {
	return slices.ContainsFunc(p.of(key), func(r *seal.Row) bool { return r.HasValue })
}

// hidden reports whether any release has hidden the value.
func (p *past) hidden(key observation.Key) bool {
	return slices.ContainsFunc(p.of(key), func(r *seal.Row) bool { return r.Status.Has(observation.Hidden) })
}

// supplied reports whether any release has said something of a key for a dataset.
func (p *past) supplied(key observation.Key, dataset string) bool {
	return slices.ContainsFunc(p.of(key), func(r *seal.Row) bool { return r.Dataset == dataset })
}

// known reports whether a fact's value is already public.
func (p *past) known(f cube.Fact) bool {
	return f.HasValue && slices.ContainsFunc(p.of(f.Key), func(r *seal.Row) bool { return r.HasValue && r.Value == f.Value })
}

// leftOut reports whether an earlier release had a cell before it and left it
// out: a drop said something of it, a release published other cells of that
// drop's table, and none ever published this one.
func (p *past) leftOut(c *cube.Cube, f cube.Fact) bool {
	if len(p.rows) == 0 || len(p.of(f.Key)) > 0 {
		return false
	}
	for _, earlier := range c.History(f.Key) {
		if !earlier.Removed && earlier.Dataset == f.Dataset && p.tables()[taken{earlier.Drop, f.Indicator, f.Period}] {
			return true
		}
	}
	return false
}

// tables are the tables of which a release published something. They are collected when
// somebody first asks: only datasets with a threshold do.
func (p *past) tables() map[taken]bool {
	if p.took == nil {
		p.took = map[taken]bool{}
		for _, r := range p.rows {
			p.took[taken{r.Drop, r.Indicator, r.Period}] = true
		}
	}
	return p.took
}
