package derive

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// leastBase is the smallest base of which a percentage says something.
const leastBase = 30_000_000 // 30, in millionths

// Reason says why two values are not compared.
type Reason uint8

// The reasons; None for values that are compared.
const (
	None       Reason = iota
	ABound            // one of them is only a bound
	ABreak            // the series breaks between them
	OtherParts        // they are totals that lack different parts
)

// A Change is a value against an earlier one of the same series.
type Change struct {
	// State is Known when there is a difference; NotComparable with a Reason;
	// else the state of the value, or of the earlier one, that is in the way.
	State      State
	Reason     Reason
	Now        Value
	Before     Value           // names the period compared with, whenever one was found
	Difference number.Decimal  // Now − Before; percentage points when Points
	Points     bool            // the unit is per cent
	Percent    number.Decimal  // Difference as per cent of Before, to one decimal
	HasPercent bool            // false for Points, and when Before is under 30
	Adjacent   bool            // Before is the period right before: "the previous month"
	Break      *codebook.Event // the declared break in between, if that is the reason
	Qualifier  observation.Qualifier
}

// Change compares a value with the previous available one of the same kind of
// period, however long ago that is.
func (t *Table) Change(key observation.Key) Change {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.at(key)
	for _, p := range slices.Backward(t.candidates(key.Indicator, key.Period.Kind())) {
		if p.Kind() != key.Period.Kind() || p.End() >= key.Period.Start() {
			continue
		}
		if before := t.at(observation.Key{Series: key.Series, Period: p}); before.State == Known {
			return t.compare(now, before)
		}
	}
	c := Change{State: Absent, Now: now}
	if now.State != Known {
		c.State = now.State
	}
	return c
}

// ChangeOnYear compares a value with that of the same period one year before.
func (t *Table) ChangeOnYear(key observation.Key) Change {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.at(key)
	earlier, ok := key.Period.YearsBefore(1)
	if !ok {
		return Change{State: Absent, Now: now}
	}
	return t.compare(now, t.at(observation.Key{Series: key.Series, Period: earlier}))
}

// Compare compares a value with that of the same series in an earlier period.
func (t *Table) Compare(key observation.Key, earlier period.Period) Change {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.compare(t.at(key), t.at(observation.Key{Series: key.Series, Period: earlier}))
}

// Share gives a value as per cent of another of the same period, to one decimal.
func (t *Table) Share(key, base observation.Key) Value {
	t.mu.Lock()
	defer t.mu.Unlock()
	part, whole := t.at(key), t.at(base)
	v := combine(part, whole, func(p, b number.Decimal) (number.Decimal, bool) { return p.Quotient(100, b, 1) })
	v.Key, v.Bases = key, []observation.Key{{Series: base.Series, Period: whole.Observed}}
	return v
}

func (t *Table) compare(now, before Value) Change {
	c := Change{Now: now, Before: before, State: worse(operandState(now), operandState(before))}
	c.Adjacent = before.Key.Period.Next(1) == now.Key.Period
	switch {
	case c.State == NotComparable && (now.Qualifier.Bound() || before.Qualifier.Bound()):
		c.Reason = ABound
	case c.State != Known:
	case !alike(now, before):
		c.State, c.Reason = NotComparable, OtherParts
	default:
		if event, broken := t.broken(now.Key.Series, before.Key.Period, now.Key.Period); broken {
			c.State, c.Reason, c.Break = NotComparable, ABreak, event
		}
	}
	if c.State != Known {
		return c
	}
	difference, fits := now.Number.Sub(before.Number)
	if !fits {
		c.State = NotComparable
		return c
	}
	c.Difference = difference
	if now.Qualifier == observation.About || before.Qualifier == observation.About {
		c.Qualifier = observation.About
	}
	if indicator, ok := t.book.Indicator(now.Key.Indicator); ok {
		c.Points = t.book.UnitOf(indicator).Percent
	}
	if !c.Points && before.Number >= leastBase {
		c.Percent, c.HasPercent = difference.Quotient(100, before.Number, 1)
	}
	return c
}
