package cube

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Check gives what the drops of the set say against each other. settled reports
// whether a drop stands in a released drop set; nil stands for no. A settled
// drop is still what others are compared with, but a finding needs an unsettled
// one. Drops that could not be read in full are compared value by value, not
// as a whole.
func (c *Cube) Check(settled func(drop.ID) bool) []diag.Diagnostic {
	k := &checker{Cube: c, settled: settled}
	k.suppliers()
	for _, r := range c.drops {
		if !k.open(r.ID) {
			continue
		}
		k.vanished(r)
		k.absentRows(r)
		k.revisions(r)
		k.jumps(r)
		k.lookAlikes(r)
	}
	k.totals()
	k.balances()
	k.rhythms()
	k.deliveries()
	return k.found
}

// checker is one run of Check.
type checker struct {
	*Cube
	settled func(drop.ID) bool
	found   []diag.Diagnostic
}

func (k *checker) add(d diag.Diagnostic) { k.found = append(k.found, d) }

// open reports whether a drop may have findings.
func (k *checker) open(id drop.ID) bool { return k.settled == nil || !k.settled(id) }

// anyOpen reports whether one of the facts is of a drop that may have findings.
func (k *checker) anyOpen(facts ...Fact) bool {
	for _, f := range facts {
		if k.open(f.Drop) {
			return true
		}
	}
	return false
}

// place is where a finding about several facts stands: at the first of them
// whose drop may have findings.
func (k *checker) place(facts ...Fact) diag.Span {
	for _, f := range facts {
		if k.open(f.Drop) {
			return f.Span()
		}
	}
	return facts[0].Span()
}

// suppliers finds keys that two datasets supply.
func (k *checker) suppliers() {
	for _, clash := range k.clashes {
		first, second := clash.first, clash.second
		if !k.open(first.Drop) {
			first, second = second, first
		}
		if k.open(first.Drop) {
			k.add(diag.TwoSuppliers(first.Span(), first.Key.String(), first.Dataset, second.Span(), second.Dataset, first.Indicator))
		}
	}
}

// vanished finds what a delivery of a whole series no longer has.
func (k *checker) vanished(r *reading) {
	var rows []diag.Other
	for _, f := range r.vanished {
		rows = append(rows, diag.Other{Text: f.Key.String() + " stood here", Span: f.Span()})
	}
	if len(rows) > 0 {
		k.add(diag.Vanished(diag.FileSpan(r.ID.Path()), r.ID.String(), r.dataset, rows, r.Contract.Delivers.Span))
	}
}

// absentRows finds expected keys without a row, where the contract calls that an error.
func (k *checker) absentRows(r *reading) {
	for start := 0; start < len(r.lacking); {
		end := start
		var keys []string
		for ; end < len(r.lacking) && r.lacking[end].Period == r.lacking[start].Period; end++ {
			keys = append(keys, r.lacking[end].String())
		}
		k.add(diag.Absent(diag.FileSpan(r.ID.Path()), r.lacking[start].Period.String(), keys, r.Contract.Expect.Span))
		start = end
	}
}

// revisions finds values that a drop changes without saying why. A value that
// takes the place of a missing one or of a reconstructed vintage revises nothing.
func (k *checker) revisions(r *reading) {
	if !r.Description.Changed.IsZero() || r.Description.Vintage.Value == "reconstructed" {
		return
	}
	for _, f := range r.rows {
		before, ok := r.before[f.Key]
		if f.Removed || !ok || before.Reconstructed || before.Removed || said(before) == said(f) {
			continue
		}
		if !before.HasValue && !before.Status.Has(observation.Hidden) {
			continue
		}
		k.add(diag.Revision(f.Span(), f.Key.String(), said(f), said(before), before.Span(), r.ID.DescriptionPath()))
	}
}

// said writes what a fact says of the value, for messages.
func said(f Fact) string {
	switch {
	case f.HasValue && f.Qualifier == observation.Exact:
		return f.Value.String()
	case f.HasValue:
		return map[observation.Qualifier]string{observation.Lower: "more than ", observation.Upper: "less than ", observation.About: "about "}[f.Qualifier] + f.Value.String()
	case f.Status.Has(observation.Hidden):
		return "hidden"
	}
	return "without a value"
}

// smallBase is the count below which a percentage says nothing.
const smallBase number.Decimal = 30_000_000

// jumps finds values far from the previous available one of their series. A
// declared break explains a jump.
func (k *checker) jumps(r *reading) {
	allowed, err := number.FromInt(int64(r.Contract.Jump.Value))
	if allowed <= 0 || err != nil {
		return
	}
	for _, f := range r.rows {
		if held, ok := r.before[f.Key]; ok && held.HasValue && held.Value == f.Value {
			continue
		}
		current, ok := k.Get(f.Key)
		if !ok || current.Drop != r.ID || !f.Operand() || f.Status.Has(observation.Break) {
			continue
		}
		before, ok := k.previous(f.Key)
		if !ok || before.Value.Abs() < smallBase || k.breakBetween(f.Key, before.Period) {
			continue
		}
		difference, fits := f.Value.Sub(before.Value)
		percent, okQ := difference.Quotient(100, before.Value.Abs(), 1)
		if fits && okQ && percent.Abs() > allowed {
			k.add(diag.Jump(f.Span(), f.Key.String(), f.Value.String(), before.Value.String(), before.Period.String(),
				strings.Replace(percent.String(), "-", "−", 1), allowed.String(), before.Span(), r.Contract.Jump.Span))
		}
	}
}

// previous gives the last earlier observation of the same kind of period with a
// value to compare with.
func (c *Cube) previous(key observation.Key) (Fact, bool) {
	p := key.Period
	for {
		before, ok := Before(c.series[key.Series], p)
		if !ok {
			return Fact{}, false
		}
		if f, ok := c.Get(observation.Key{Series: key.Series, Period: before}); ok && f.Operand() {
			return f, true
		}
		p = before
	}
}

// breakBetween reports whether a declared break explains a difference.
func (c *Cube) breakBetween(key observation.Key, before period.Period) bool {
	indicator, ok := c.book.Indicator(key.Indicator)
	if !ok {
		return false
	}
	for n := range c.book.Events {
		event := &c.book.Events[n]
		day := event.Date.Value
		if event.Kind.Value == "break" && day > before.End() && day <= key.Period.End() && concerns(c.book, event, indicator) {
			return true
		}
	}
	return false
}

func concerns(book *codebook.Codebook, event *codebook.Event, indicator *codebook.Indicator) bool {
	for _, id := range event.Indicators {
		if i, ok := book.Indicator(id.Value); ok && i == indicator {
			return true
		}
	}
	return len(event.Indicators) == 0
}

// lookAlikes finds values that equal those of an indicator that is easily
// mistaken for theirs: the usual trace of a column delivered under the wrong
// name. Small counts are equal by chance.
func (k *checker) lookAlikes(r *reading) {
	for _, f := range r.rows {
		indicator, ok := k.book.Indicator(f.Indicator)
		if !ok || !f.Operand() || f.Value < smallBase {
			continue
		}
		if current, ok := k.Get(f.Key); !ok || current.Drop != r.ID {
			continue
		}
		for _, id := range indicator.LookAlikes {
			other, ok := k.book.Indicator(id.Value)
			if !ok {
				continue
			}
			key := f.Key
			key.Indicator = other.ID.Value
			if twin, ok := k.Get(key); ok && twin.HasValue && twin.Value == f.Value {
				k.add(diag.LookAlike(f.Span(), f.Key.String(), f.Value.String(), twin.Key.String(), twin.Span()))
			}
		}
	}
}
