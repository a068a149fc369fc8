package site

import (
	"ronde/internal/codebook"
	"ronde/internal/period"
)

// An Unreleased round is one whose report is not released: it says until when it waits.
type Unreleased struct {
	Round  period.Period
	Cutoff period.Date // 0 when it is not known
}

// Owed is a period of a dataset that is over, and of which nothing has come.
type Owed struct {
	Contract *codebook.Contract
	Due      period.Period // the unit of the dataset's rhythm
	Round    period.Period // the report that waits for it
	Day      period.Date   // by which it is due; 0 when no day is fixed
	Overdue  int           // days since then; 0 when it is still to come
	Last     period.Date   // on which the dataset came last; 0 for never
}

// Owed lists what is owed on the site date, which is today: by the same rules by which
// the pages of deliveries call one missing or expected. covered tells whether a delivery,
// of whichever round, gives something of a period of a dataset. The order is that of
// organisations, their contracts, and time.
func (s *Site) Owed(unreleased []Unreleased, covered func(c *codebook.Contract, unit period.Period) bool) []Owed {
	l := s.ledger()
	for _, u := range unreleased {
		if l.first.IsZero() || period.Compare(u.Round, l.first) < 0 {
			l.first = u.Round
		}
		if u.Cutoff != 0 {
			l.cutoffs[u.Round] = max(l.cutoffs[u.Round], u.Cutoff)
		}
	}
	if l.first.IsZero() {
		return nil
	}
	whole := period.DayOf(*s.Date).MonthOfEnd().Next(-1) // the last month that is over
	l.reach(whole)
	var all []Owed
	for _, o := range s.Archive.Words.Organisations {
		for _, c := range l.contractsOf(o.ID.Value) {
			for month := l.first; period.Compare(month, whole) <= 0; month = month.Next(1) {
				unit := closing(c, month)
				if !l.owes(c, unit) || covered(c, unit) {
					continue
				}
				owed := Owed{Contract: c, Due: unit, Round: l.waiting(c, unit), Last: l.lastOf(c)}
				if day, known := l.deadline(c, month); known {
					owed.Day, owed.Overdue = day, max(int(*s.Date-day), 0)
				}
				all = append(all, owed)
			}
		}
	}
	return all
}

// waiting is the report that waits for a unit: the first, from that of the month with
// which the unit closes, whose cutoff is not before the day on which it is due. When none
// waits so long it is the next to come after the last that has a cutoff, or that of the
// month itself.
func (l *ledger) waiting(c *codebook.Contract, unit period.Period) period.Period {
	var last period.Period
	for round := range l.cutoffs {
		if last.IsZero() || period.Compare(round, last) > 0 {
			last = round
		}
	}
	round := unit.MonthOfEnd()
	for ; !last.IsZero() && period.Compare(round, last) <= 0; round = round.Next(1) {
		if cutoff, ok := l.cutoffs[round]; ok && c.DueDay(unit) <= cutoff {
			break
		}
	}
	return round
}

// lastOf is the day on which a dataset came last; 0 for never.
func (l *ledger) lastOf(c *codebook.Contract) period.Date {
	for _, a := range l.arrivals {
		if a.dataset == c.ID.Value {
			return a.received
		}
	}
	return 0
}
