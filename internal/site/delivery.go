package site

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// A ledger is what is known of deliveries: their names and days, and the cutoff
// of each report.
type ledger struct {
	*Site
	arrivals []arrival // newest first
	setAside []arrival // that have errors; of some the day is not known
	cutoffs  map[period.Period]period.Date
	// first is the round of the first report, from which on something is due:
	// before it nobody was collecting, whatever a contract says. last is the
	// newest month for which there is a report or a delivery: what is due later
	// is still to come.
	first, last period.Period
}

// An arrival is a delivery whose name was read.
type arrival struct {
	id       string
	round    period.Period
	dataset  string // today's id
	received period.Date
}

func (s *Site) ledger() *ledger {
	l := &ledger{Site: s, cutoffs: map[period.Period]period.Date{}}
	seen := map[string]bool{}
	add := func(d seal.DropRef) {
		if seen[d.ID] {
			return
		}
		seen[d.ID] = true
		a := l.arrival(d)
		l.arrivals = append(l.arrivals, a)
		l.reach(a.round)
	}
	for _, a := range s.Arrivals {
		if a.SetAside {
			l.setAside = append(l.setAside, l.arrival(seal.DropRef{ID: a.Drop, Received: a.Received}))
		}
		if !a.SetAside || a.Received != 0 {
			add(seal.DropRef{ID: a.Drop, Received: a.Received})
		}
	}
	for _, e := range s.Archive.Editions {
		for _, d := range e.Drops {
			add(d)
		}
		l.cutoffs[e.Round] = max(l.cutoffs[e.Round], e.Cutoff)
		if l.first.IsZero() || period.Compare(e.Round, l.first) < 0 {
			l.first = e.Round
		}
		l.reach(e.Round)
	}
	slices.SortFunc(l.arrivals, func(a, b arrival) int {
		return cmp.Or(cmp.Compare(b.received, a.received), period.Compare(b.round, a.round), cmp.Compare(a.id, b.id))
	})
	return l
}

// arrival is a delivery under today's name of its dataset.
func (l *ledger) arrival(d seal.DropRef) arrival {
	id := d.DropID()
	a := arrival{id: d.ID, round: id.Round, dataset: id.Dataset, received: d.Received}
	if c, ok := l.Archive.Words.Contract(id.Dataset); ok {
		a.dataset = c.ID.Value
	}
	return a
}

func (l *ledger) reach(round period.Period) {
	if l.last.IsZero() || period.Compare(round, l.last) > 0 {
		l.last = round
	}
}

// years are those in which something was delivered or was to be, newest first.
func (l *ledger) years() []int {
	if len(l.arrivals) == 0 {
		return nil
	}
	first := l.last
	for _, a := range l.arrivals {
		if period.Compare(a.round, first) < 0 {
			first = a.round
		}
	}
	var years []int
	for year := l.last.Year(); year >= first.Year(); year-- {
		years = append(years, year)
	}
	return years
}

// contractsOf are the contracts of an organisation.
func (l *ledger) contractsOf(organisation string) []*codebook.Contract {
	var all []*codebook.Contract
	for i := range l.Archive.Words.Contracts {
		c := &l.Archive.Words.Contracts[i]
		if o, ok := l.Archive.Words.Organisation(c.Organisation.Value); ok && o.ID.Value == organisation {
			all = append(all, c)
		}
	}
	return all
}

// closing is the unit of a dataset's rhythm that closes with a month; zero for none.
func closing(c *codebook.Contract, month period.Period) period.Period {
	if unit := c.Unit(month); unit.End() == month.End() {
		return unit
	}
	return period.Period{}
}

// owes reports whether a dataset is to cover a unit of its rhythm; of a site without
// a report none is.
func (l *ledger) owes(c *codebook.Contract, unit period.Period) bool {
	return !unit.IsZero() && !l.first.IsZero() && unit.End() >= l.first.End() && l.Archive.Words.Owes(c, unit)
}

// dueIn is the round in which a unit falls due: the month that it closes with or, when
// the report of that month does not wait so long, the first whose report does; at the
// latest the newest round, since those to come have no cutoff yet.
func (l *ledger) dueIn(c *codebook.Contract, unit period.Period) period.Period {
	round := unit.MonthOfEnd()
	for ; period.Compare(round, l.last) < 0; round = round.Next(1) {
		if cutoff, known := l.cutoffs[round]; known && c.DueDay(unit) <= cutoff {
			break
		}
	}
	return round
}

// owed reports whether a delivery of a dataset is looked for in a round: of the unit
// that closes with it, or of the last one before, when that falls due in it.
func (l *ledger) owed(c *codebook.Contract, round period.Period) bool {
	unit := c.Unit(round)
	if unit.IsZero() {
		return false
	}
	if unit.End() != round.End() {
		unit = unit.Next(-1)
	}
	return l.owes(c, unit) && (unit.End() == round.End() || l.dueIn(c, unit) == round)
}

// later reports whether the unit that closes with a round came with a delivery of a
// later one, up to that in which it fell due.
func (l *ledger) later(c *codebook.Contract, round period.Period) bool {
	due := l.dueIn(c, closing(c, round))
	return slices.ContainsFunc(l.arrivals, func(a arrival) bool {
		return a.dataset == c.ID.Value && period.Compare(a.round, round) > 0 && period.Compare(a.round, due) <= 0
	})
}

// deadline is the day up to which a delivery is on time: that of the contract, or
// the cutoff of the month's report when that is later. ok is false when neither
// is known.
func (l *ledger) deadline(c *codebook.Contract, month period.Period) (day period.Date, ok bool) {
	day, ok = l.cutoffs[month]
	if unit := closing(c, month); !unit.IsZero() && c.Due > 0 {
		if due := c.DueDay(unit); !ok || due > day {
			day, ok = due, true
		}
	}
	return day, ok
}

// state says what happened to the delivery of a dataset for a round. A dataset
// that owes nothing and came all the same is on time: an irregular one is never
// late. What falls due after the report of its month may come with a later round,
// as yearly figures do that appear in summer; then nothing was due in the month.
func (l *ledger) state(c *codebook.Contract, month period.Period, received period.Date, came bool) DeliveryState {
	owed := l.owed(c, month)
	day, known := l.deadline(c, month)
	switch {
	case came && owed && known && received > day:
		return DeliveryLate
	case came:
		return DeliveryOnTime
	case !l.owes(c, closing(c, month)), l.later(c, month):
		return DeliveryNotDue
	case period.Compare(month, l.last) > 0, known && l.Date != nil && *l.Date <= day:
		return DeliveryExpected
	}
	return DeliveryMissing
}

// of lists the deliveries of a dataset for a month, newest first.
func (l *ledger) of(dataset string, month period.Period) []arrival {
	var found []arrival
	for _, a := range l.arrivals {
		if a.dataset == dataset && a.round == month {
			found = append(found, a)
		}
	}
	return found
}

// cell is one cell of the grid: of several deliveries the first decides whether
// the dataset was on time.
func (o *outlook) cell(l *ledger, c *codebook.Contract, month period.Period) Delivery {
	came := l.of(c.ID.Value, month)
	if len(came) == 0 {
		return Delivery{State: l.state(c, month, 0, false)}
	}
	first := came[len(came)-1].received
	d := Delivery{State: l.state(c, month, first, true), Received: o.date(first), Times: len(came)}
	if d.State == DeliveryLate {
		day, _ := l.deadline(c, month)
		d.DaysLate = int(first - day)
	}
	return d
}

// drop shows one delivery of a list.
func (o *outlook) drop(l *ledger, a arrival) Drop {
	d := Drop{ID: a.id, Dataset: a.dataset, Round: o.l.Period(a.round), Received: o.date(a.received), State: DeliveryOnTime}
	d.Organisation = organisationOf(o.Archive.Words, a.id, o.order())
	if c, ok := o.Archive.Words.Contract(a.dataset); ok {
		d.Dataset, d.State = o.text(c.Name), l.state(c, a.round, a.received, true)
	}
	return d
}
