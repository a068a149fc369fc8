package cube

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
)

// Coverage says which datasets were due for a period and which of them the
// drop set has.
type Coverage struct {
	Period   period.Period
	Supplies []Supply // in the order of the contracts
}

// Supply is one dataset that covers a period.
type Supply struct {
	Dataset      string
	Organisation string
	Due          period.Period // the dataset's own period that is due: the month, or the quarter or year that it closes
	Delivered    bool
	Last         period.Period // the last period with a value up to then; zero when there is none
}

// Organisations counts the organisations that had something to deliver, and
// those that delivered all of it: "11 of 12".
func (v Coverage) Organisations() (delivered, due int) {
	var order []string
	complete := map[string]bool{}
	for _, s := range v.Supplies {
		if !slices.Contains(order, s.Organisation) {
			order = append(order, s.Organisation)
			complete[s.Organisation] = true
		}
		complete[s.Organisation] = complete[s.Organisation] && s.Delivered
	}
	for _, o := range order {
		if complete[o] {
			delivered++
		}
	}
	return delivered, len(order)
}

// Coverage lists the datasets that were due for a period by the cutoff, or that
// are there although they were not yet due. A quarterly dataset belongs to the
// month that closes its quarter, an annual one to December; an irregular one is
// never due.
func (c *Cube) Coverage(p period.Period) Coverage {
	v := Coverage{Period: p}
	periods := c.delivered
	for n := range c.book.Contracts {
		contract := &c.book.Contracts[n]
		unit := contract.Unit(p)
		if unit.IsZero() || unit.End() != p.End() || !c.book.Owes(contract, unit) {
			continue
		}
		s := Supply{Dataset: contract.ID.Value, Organisation: contract.Organisation.Value, Due: unit}
		for _, q := range periods[s.Dataset] {
			if q.End() <= unit.End() {
				s.Last = q
			}
			s.Delivered = s.Delivered || unit.Contains(q)
		}
		if s.Delivered || contract.DueDay(unit) <= c.set.Cutoff {
			v.Supplies = append(v.Supplies, s)
		}
	}
	return v
}

// deliveries gives notice of datasets that are due and absent, and of drops
// that came after the cutoff.
func (k *checker) deliveries() {
	periods := k.delivered
	for n := range k.book.Contracts {
		contract := &k.book.Contracts[n]
		due := contract.Unit(k.set.Round)
		if due.IsZero() || k.set.Round.IsZero() {
			continue
		}
		for due.End() > k.set.Round.End() || contract.DueDay(due) > k.set.Cutoff {
			due = due.Next(-1)
		}
		if contract.Until.IsSet() && due.End() > contract.Until.Value.End() || !k.book.Owes(contract, due) || k.unread(contract) {
			continue
		}
		last, have := diag.Phrase{}, false
		for _, q := range periods[contract.ID.Value] {
			have = have || q.End() >= due.Start()
			last = k.lastValue(contract, q)
		}
		if !have {
			at := contract.ID.Span
			if file := "data/datasets/" + contract.ID.Value + ".yaml"; at.File != file {
				at = diag.FileSpan(file) // The contract is a sealed one, which nobody edits.
			}
			k.add(diag.NotDelivered(at, contract.ID.Value, contract.Organisation.Value, due.String(), last, k.set.Cutoff.String()))
		}
	}
	for _, d := range k.set.late {
		if k.open(d.ID) {
			k.add(diag.LateDrop(receivedSpan(d), d.ID.String(), d.Received().String(), k.set.Cutoff.String(), k.set.Round.String()))
		}
	}
}

// unread reports whether a drop of the dataset could not be read whole: what it
// lacks may stand in the rows that have errors.
func (k *checker) unread(contract *codebook.Contract) bool {
	return slices.ContainsFunc(k.set.drops, func(d *drop.Drop) bool {
		return !d.Complete && d.ID.Dataset == contract.ID.Value
	})
}

// lastValue writes a period, with the value of the dataset's first indicator for
// it where its total has one: "2023-05: 1037".
func (c *Cube) lastValue(contract *codebook.Contract, p period.Period) diag.Phrase {
	for _, indicator := range c.book.ContractIndicators(contract) {
		key := totalKey(c.book, indicator, p)
		if f, ok := c.Get(key); ok && f.HasValue {
			return diag.Say("%s: %s", p.String(), said(f))
		}
	}
	return diag.Verbatim(p.String())
}
