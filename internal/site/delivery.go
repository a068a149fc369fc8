package site

import (
	"cmp"
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// A ledger is what is known of deliveries: their names and days, and the cutoff
// of each report.
type ledger struct {
	*Site
	arrivals []arrival // newest first
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
		id := d.DropID()
		a := arrival{id: d.ID, round: id.Round, dataset: id.Dataset, received: d.Received}
		if c, ok := s.Archive.Words.Contract(id.Dataset); ok {
			a.dataset = c.ID.Value
		}
		l.arrivals = append(l.arrivals, a)
		l.reach(id.Round)
	}
	for _, a := range s.Arrivals {
		add(seal.DropRef{ID: a.Drop, Received: a.Received})
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

// unitOf is the period of a dataset's own rhythm that is due with a month: the
// month, or the quarter or year that it closes; zero for none.
func unitOf(c *codebook.Contract, month period.Period) period.Period {
	var unit period.Period
	y, m, _ := month.Start().Civil()
	switch c.Rhythm.Value {
	case "monthly":
		unit = month
	case "quarterly":
		unit, _ = period.Parse(strconv.Itoa(y) + "-Q" + strconv.Itoa((m+2)/3))
	case "annual":
		unit = period.YearOf(y)
	}
	if unit.End() != month.End() {
		return period.Period{}
	}
	return unit
}

// owes reports whether a dataset is to cover a period of its rhythm at all.
func (l *ledger) owes(c *codebook.Contract, unit period.Period) bool {
	if unit.IsZero() || unit.End() < l.first.End() || c.From.IsSet() && unit.End() < c.From.Value.End() || c.Until.IsSet() && unit.Start() > c.Until.Value.End() {
		return false
	}
	o, ok := l.Archive.Words.Organisation(c.Organisation.Value)
	return ok && (o.From.IsZero() || unit.End() >= o.From.Start()) && (o.Until.IsZero() || unit.Start() <= o.Until.End())
}

// deadline is the day up to which a delivery is on time: that of the contract, or
// the cutoff of the month's report when that is later. ok is false when neither
// is known.
func (l *ledger) deadline(c *codebook.Contract, month period.Period) (day period.Date, ok bool) {
	day, ok = l.cutoffs[month]
	if unit := unitOf(c, month); !unit.IsZero() && c.Due > 0 {
		if due := unit.End() + period.Date(c.Due); !ok || due > day {
			day, ok = due, true
		}
	}
	return day, ok
}

// state says what happened to the delivery of a dataset for a month. A dataset
// that owes nothing for the month and came all the same is on time: an irregular
// one is never late.
func (l *ledger) state(c *codebook.Contract, month period.Period, received period.Date, came bool) DeliveryState {
	owed := l.owes(c, unitOf(c, month))
	day, known := l.deadline(c, month)
	switch {
	case came && owed && known && received > day:
		return DeliveryLate
	case came:
		return DeliveryOnTime
	case !owed:
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
