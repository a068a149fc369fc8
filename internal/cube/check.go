package cube

import (
	"cmp"
	"slices"
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
	k := &checker{Cube: c, settled: settled, first: map[*reading]map[period.Period]int32{}}
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
		k.otherRound(r)
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
	first   map[*reading]map[period.Period]int32 // see spanOf
	room    []Fact                               // of a total and its parts
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

// byRow looks at the rows of a drop as they stand in the file, which is as they lie in
// memory, and adds what is found in key order.
func (k *checker) byRow(r *reading, look func(n int32, f Fact, add func(diag.Diagnostic))) {
	type finding struct {
		story int32
		diag.Diagnostic
	}
	var found []finding
	n := r.rows.first
	add := func(d diag.Diagnostic) { found = append(found, finding{k.storyOf[n], d}) }
	for i := range r.rows.rows {
		look(n, Fact{&r.rows.rows[i], r.rows.origin}, add)
		n++
	}
	slices.SortStableFunc(found, func(a, b finding) int { return cmp.Compare(a.story, b.story) })
	for _, f := range found {
		k.add(f.Diagnostic)
	}
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
	for _, n := range r.vanished {
		f := k.facts.fact(n)
		rows = append(rows, diag.Other{Text: diag.Say("%s stood here", f.Key.String()), Span: f.Span()})
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
	if !r.again {
		return
	}
	k.byRow(r, func(n int32, f Fact, add func(diag.Diagnostic)) {
		if k.before[n] == none {
			return
		}
		before := k.facts.fact(k.before[n])
		if before.Reconstructed || before.Removed || !before.HasValue && !before.Status.Has(observation.Hidden) || said(before).Equal(said(f)) {
			return
		}
		add(diag.Revision(f.Span(), f.Key.String(), said(f), said(before), before.Span(), r.ID.DescriptionPath()))
	})
}

// said writes what a fact says of the value, for messages.
func said(f Fact) diag.Phrase {
	switch {
	case f.HasValue && f.Qualifier == observation.Exact:
		return diag.Verbatim(f.Value.String())
	case f.HasValue && f.Qualifier == observation.Lower:
		return diag.Say("more than %s", f.Value.String())
	case f.HasValue && f.Qualifier == observation.Upper:
		return diag.Say("less than %s", f.Value.String())
	case f.HasValue:
		return diag.Say("about %s", f.Value.String())
	case f.Status.Has(observation.Hidden):
		return diag.Say("hidden")
	}
	return diag.Say("without a value")
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
	k.byRow(r, func(n int32, f Fact, add func(diag.Diagnostic)) {
		s := k.storyOf[n]
		if k.current[s] != n || !f.Operand() || f.Status.Has(observation.Break) {
			return
		}
		if k.before[n] != none {
			if held := k.facts.fact(k.before[n]); held.HasValue && held.Value == f.Value {
				return
			}
		}
		before, ok := k.previous(f.Series, s)
		if !ok || before.Value.Abs() < smallBase {
			return
		}
		difference, fits := f.Value.Sub(before.Value)
		percent, okQ := difference.Quotient(100, before.Value.Abs(), 1)
		if fits && okQ && percent.Abs() > allowed && !k.breakBetween(f.Key, before.Period) {
			add(diag.Jump(f.Span(), f.Key.String(), f.Value.String(), before.Value.String(), before.Period.String(),
				strings.Replace(percent.String(), "-", "−", 1), allowed.String(), before.Span(), r.Contract.Jump.Span))
		}
	})
}

// previous gives the last earlier observation of the same kind of period with a
// value to compare with, of the series of a story.
func (c *Cube) previous(series observation.Series, story int32) (Fact, bool) {
	p := c.periods[story]
	follows := func(s int32) bool {
		return c.current[s] != none && c.periods[s].Kind() == p.Kind() && c.periods[s].End() < p.Start()
	}
	if s := story - 1; s >= 0 && follows(s) { // as it mostly is, so that the series need not be looked up
		if f := c.facts.fact(c.current[s]); f.Operand() && f.Series == series {
			return f, true
		}
	}
	of, _ := c.line(series)
	for s := of.from + int32(endingBefore(c.periods[of.from:story], p.Start())) - 1; s >= of.from; s-- {
		if !follows(s) {
			continue
		}
		if f := c.facts.fact(c.current[s]); f.Operand() {
			return f, true
		}
		p = c.periods[s]
	}
	return Fact{}, false
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
	alike := map[string][]string{} // by indicator
	for _, i := range k.book.Indicators {
		for _, id := range i.LookAlikes {
			if other, ok := k.book.Indicator(id.Value); ok {
				alike[i.ID.Value] = append(alike[i.ID.Value], other.ID.Value)
			}
		}
	}
	if len(alike) == 0 {
		return
	}
	k.byRow(r, func(n int32, f Fact, add func(diag.Diagnostic)) {
		others := alike[f.Indicator]
		if len(others) == 0 || !f.Operand() || f.Value < smallBase || k.current[k.storyOf[n]] != n {
			return
		}
		for _, id := range others {
			key := f.Key
			key.Indicator = id
			if twin, ok := k.Get(key); ok && twin.HasValue && twin.Value == f.Value {
				add(diag.LookAlike(f.Span(), f.Key.String(), f.Value.String(), twin.Key.String(), twin.Span()))
			}
		}
	})
}
