// Package derive computes from public observations what is not delivered:
// totals, shares, differences, rates, changes, peaks. It sees only what passed
// the wall, so that nothing here can tell what is hidden.
//
// # Rules
//
// A result is hidden when a part is hidden, missing when a part is missing, and
// not comparable when a part is only a bound. It carries every doubt of its
// parts: their status codes, "about", "reconstructed".
//
// Only the total of a dimension may lack parts: it is then the sum of those
// that are there and says "11 of 12"; the 12 are the codes that the suppliers
// due for the period expect, else those that exist in the period. Such a total
// is compared only with one of the same parts.
//
// Shares and ratios are never summed, stocks never over time, and codes of a
// level that is no partition never at all. A flow of a quarter or a year is the
// sum of periods of one kind that tile it, when all are there.
//
// Quotients are rounded once, to the decimals of their indicator: the number
// that is printed is the number that is sealed, and a change of it is the
// difference that a reader computes from the two.
//
// A break, declared in data/events.yaml or marked with the status B, makes what
// stands before it not comparable with what stands after it: no change, no peak
// and no "highest since" reaches across.
package derive

import (
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// State says whether a value is there, and if not, why.
type State uint8

// The states. Only a Known value has a number.
const (
	Absent        State = iota // nothing is said of the key
	Known                      // there is a number
	Hidden                     // it exists and is not published, to protect persons
	Missing                    // not delivered or not collected
	Impossible                 // cannot exist
	NotComparable              // a bound, a break or different parts forbid the computation
)

var stateNames = [...]string{"absent", "known", "hidden", "missing", "impossible", "not comparable"}

// String is the English name of the state.
func (s State) String() string { return stateNames[s] }

// A Value is what is known of a key, delivered or computed.
type Value struct {
	Key       observation.Key
	State     State
	Number    number.Decimal // in the indicator's unit; counts only when State is Known
	Status    observation.Status
	Qualifier observation.Qualifier
	Note      string // of a delivered observation
	// Observed is the period that was observed: the date of a stock that was
	// asked for by its month. It is that of Key for all else.
	Observed period.Period
	// MixedDates is true for a sum of stocks counted on different days.
	MixedDates bool
	// Computed is true for totals, sums over time and derived indicators.
	Computed bool
	// Reconstructed is true when a part is of a vintage put together later.
	Reconstructed bool
	// Present of Expected parts are in a computed total; both are 0 for all else.
	Present, Expected int
	// Bases are the denominators of a share or a rate, which are always named.
	Bases []observation.Key
	// Gap is delivered total − sum of its parts, where both are there and differ.
	Gap    number.Decimal
	HasGap bool
	// Drop is the newest of the drops that the value rests on; Dataset and
	// Received are its own. Datasets lists all, in order.
	Drop     drop.ID
	Received period.Date
	Dataset  string
	Datasets []string

	parts string // which parts a total has when it lacks some
}

// Usable reports whether the value may enter a change, a share or a sum.
func (v Value) Usable() bool { return v.State == Known && !v.Qualifier.Bound() }

// Partial reports whether the value is a total that lacks parts.
func (v Value) Partial() bool { return v.Present < v.Expected }

// alike reports whether two values are made of the same parts.
func alike(v, w Value) bool { return v.parts == w.parts }

// rest notes that v rests on w: doubts and origins of w become those of v.
func (v *Value) rest(w Value) {
	const withValue = ^(observation.NotCollected | observation.CannotExist | observation.NotDelivered | observation.Hidden)
	v.Status = observation.Worst(v.Status, w.Status&withValue)
	if w.Qualifier == observation.About {
		v.Qualifier = observation.About
	}
	v.Reconstructed = v.Reconstructed || w.Reconstructed
	v.MixedDates = v.MixedDates || w.MixedDates
	for _, d := range w.Datasets {
		v.from(d)
	}
	if w.Dataset != "" && (v.Dataset == "" || drop.CompareOrder(w.Drop, w.Received, v.Drop, v.Received) > 0) {
		v.Drop, v.Received, v.Dataset = w.Drop, w.Received, w.Dataset
	}
}

// from adds a dataset, in order, once.
func (v *Value) from(dataset string) {
	for i, d := range v.Datasets {
		if d == dataset {
			return
		}
		if d > dataset {
			v.Datasets = append(v.Datasets[:i:i], append([]string{dataset}, v.Datasets[i:]...)...)
			return
		}
	}
	v.Datasets = append(v.Datasets[:len(v.Datasets):len(v.Datasets)], dataset)
}

// worse gives the state of a result that needs both of two values. Hidden comes
// before missing, so that what could be computed is never shown as absent.
func worse(a, b State) State {
	for _, s := range [...]State{Hidden, NotComparable, Impossible, Missing, Absent} {
		if a == s || b == s {
			return s
		}
	}
	return Known
}

// operandState is the state that a value has as a part of a computation.
func operandState(v Value) State {
	if v.State == Known && v.Qualifier.Bound() {
		return NotComparable
	}
	return v.State
}
