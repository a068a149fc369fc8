package codebook

import (
	"strconv"

	"ronde/internal/period"
)

// Unit is the period of a dataset's own rhythm that holds the last day of p: its
// month, quarter or year; zero for an irregular one.
func (c *Contract) Unit(p period.Period) period.Period {
	month := p.MonthOfEnd()
	switch c.Rhythm.Value {
	case "monthly":
		return month
	case "quarterly":
		year, m, _ := month.Start().Civil()
		quarter, _ := period.Parse(strconv.Itoa(year) + "-Q" + strconv.Itoa((m+2)/3))
		return quarter
	case "annual":
		return period.YearOf(month.Year())
	}
	return period.Period{}
}

// DueDay is the day by which the figures of a unit are due.
func (c *Contract) DueDay(unit period.Period) period.Date { return unit.End() + period.Date(c.Due) }

// Owes reports whether a dataset is to cover a unit of its rhythm at all: not before
// or after the time of its contract, or of its organisation.
func (b *Codebook) Owes(c *Contract, unit period.Period) bool {
	if c.From.IsSet() && unit.End() < c.From.Value.End() || c.Until.IsSet() && unit.Start() > c.Until.Value.End() {
		return false
	}
	o, ok := b.Organisation(c.Organisation.Value)
	return ok && (o.From.IsZero() || unit.End() >= o.From.Start()) && (o.Until.IsZero() || unit.Start() <= o.Until.End())
}

// DueWith reports whether a period of the dataset ends with another, as a quarter ends with
// its last month; of an irregular dataset none does.
func (c *Contract) DueWith(p period.Period) bool {
	unit := c.Unit(p)
	return !unit.IsZero() && unit.End() == p.End()
}
