package derive

import (
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Record is what can be said of the highest value of a series up to a
// period, within the stretch that is comparable with that period's value.
type Record struct {
	// State is Known when Value is there; NotComparable when a bound leaves it
	// open; else the state of the value asked about.
	State State
	Value Value
	First period.Period // the first period of the stretch that has a value
}

// Peak gives the highest value of a series up to and including a period, the
// earliest of equal ones.
func (t *Table) Peak(key observation.Key) Record {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.at(key)
	line := t.comparable(now)
	if len(line) == 0 {
		return Record{State: operandState(now)}
	}
	r := Record{State: Known, First: line[0].Key.Period}
	found := false
	for _, v := range line {
		if v.Usable() && (!found || v.Number > r.Value.Number) {
			r.Value, found = v, true
		}
	}
	for _, v := range line {
		// Less than 40 cannot be above a peak of 40; more than 30 can.
		if v.Qualifier == observation.Lower || v.Qualifier == observation.Upper && v.Number > r.Value.Number {
			return Record{State: NotComparable, First: r.First}
		}
	}
	return r
}

// comparable gives the values with a number, of the kind of period of a usable
// value, from the last break before it up to and including it, that are made of
// the same parts; none when the value is not usable.
func (t *Table) comparable(now Value) []Value {
	if !now.Usable() {
		return nil
	}
	var line []Value
	for _, v := range t.line(now.Key.Series, now.Key.Period.Kind()) {
		if v.State != Known || !alike(v, now) || v.Key.Period.End() > now.Key.Period.End() {
			continue
		}
		if n := len(line); n > 0 {
			if _, broken := t.broken(now.Key.Series, line[n-1].Key.Period, v.Key.Period); broken {
				line = line[:0]
			}
		}
		line = append(line, v)
	}
	return line
}
