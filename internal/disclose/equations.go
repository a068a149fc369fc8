package disclose

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// An equation says that a whole is the sum of its parts: whole = Σ parts − Σ less.
type equation struct {
	whole observation.Key
	parts []observation.Key
	less  []observation.Key
	// complete says that a part which nobody delivered makes the equation void.
	// Over codes an absent row is read as zero, as an attacker would.
	complete bool
}

// equations lists, each once, the sums in which a hidden cell stands.
func (w *wall) equations(hidden observation.Key, seen map[string]bool) []equation {
	indicator, ok := w.book.Indicator(hidden.Indicator)
	if !ok {
		return nil
	}
	fresh := func(id string) bool {
		known := seen[id]
		seen[id] = true
		return !known
	}
	small := slices.Concat(w.declared(indicator, hidden), overTime(indicator, hidden), w.balances(hidden))
	small = slices.DeleteFunc(small, func(e equation) bool { return !fresh(e.identity()) })
	return slices.Concat(w.overCodes(indicator, hidden, fresh), small)
}

func (e equation) identity() string {
	id := e.whole.String()
	for _, p := range e.parts {
		id += "+" + p.String()
	}
	for _, p := range e.less {
		id += "-" + p.String()
	}
	return id
}

// a choice is what one dimension contributes to an equation: the code of the
// whole and the codes of the parts; equal when the dimension stays as it is.
type choice struct {
	whole string
	parts []string
}

// overCodes lists the sums over the code lists, over one dimension and over
// several at once: with inner cells and a grand total, a hidden inner cell is
// the grand total minus all others.
func (w *wall) overCodes(i *codebook.Indicator, hidden observation.Key, fresh func(id string) bool) []equation {
	codes := hidden.Codes.Split()
	lists := w.book.Lists(i)
	if len(codes) != len(lists) {
		return nil
	}
	above, below := make([][]choice, len(lists)), make([][]choice, len(lists))
	for n, list := range lists {
		stay := choice{codes[n], []string{codes[n]}}
		above[n], below[n] = []choice{stay}, []choice{stay}
		for _, parts := range w.partitions.of(list, codes[n], hidden.Period) {
			below[n] = append(below[n], choice{codes[n], parts})
		}
		for p, steps := list.Parent(codes[n]), 0; p != "" && steps <= len(list.Codes); p, steps = list.Parent(p), steps+1 {
			for _, parts := range w.partitions.of(list, p, hidden.Period) {
				if slices.Contains(parts, codes[n]) {
					above[n] = append(above[n], choice{p, parts})
				}
			}
		}
	}
	return slices.Concat(combined(hidden, above, fresh), combined(hidden, below, fresh))
}

// combined writes an equation for each combination of choices but the one in
// which every dimension stays. An equation over a whole table stands for each
// hidden cell in it, so fresh is asked before its parts are written out: the
// whole and the first code of each partition name it.
func combined(hidden observation.Key, choices [][]choice, fresh func(id string) bool) []equation {
	combinations := [][]choice{nil}
	for _, of := range choices {
		var longer [][]choice
		for _, combination := range combinations {
			for _, c := range of {
				longer = append(longer, append(slices.Clone(combination), c))
			}
		}
		combinations = longer
	}
	var all []equation
	for _, combination := range combinations[1:] { // the first one stays everywhere
		whole, first := make([]string, len(combination)), make([]string, len(combination))
		for n, c := range combination {
			whole[n], first[n] = c.whole, c.parts[0]
		}
		e := equation{whole: hidden}
		e.whole.Codes = observation.JoinCodes(whole...)
		if !fresh(e.whole.String() + "=" + strings.Join(first, ".")) {
			continue
		}
		parts := [][]string{nil}
		for _, c := range combination {
			var longer [][]string
			for _, part := range parts {
				for _, code := range c.parts {
					longer = append(longer, append(slices.Clone(part), code))
				}
			}
			parts = longer
		}
		for _, part := range parts {
			key := hidden
			key.Codes = observation.JoinCodes(part...)
			e.parts = append(e.parts, key)
		}
		all = append(all, e)
	}
	return all
}

// declared lists the sums of the `parts:` of contracts that supply the
// indicator.
func (w *wall) declared(i *codebook.Indicator, hidden observation.Key) []equation {
	codes := hidden.Codes.Split()
	lists := w.book.Lists(i)
	if len(codes) != len(lists) {
		return nil
	}
	var all []equation
	for _, contract := range w.book.ContractsOf(i) {
		for _, check := range contract.Parts {
			n := i.Position(check.Dimension.Value)
			if n < 0 {
				continue
			}
			total := check.Total.Value
			if total == "" {
				total = lists[n].Total.Value
			}
			e := equation{whole: hidden}
			e.whole.Codes = with(codes, n, total)
			for _, part := range check.Parts {
				key := hidden
				key.Codes = with(codes, n, part.Value)
				e.parts = append(e.parts, key)
			}
			if e.whole == hidden || slices.Contains(e.parts, hidden) {
				all = append(all, e)
			}
		}
	}
	return all
}

// overTime lists the sums of a flow over shorter periods of one kind.
func overTime(i *codebook.Indicator, hidden observation.Key) []equation {
	if i.Measure.Value != codebook.Flow {
		return nil
	}
	var all []equation
	sum := func(whole period.Period, kind period.Kind) {
		e := equation{whole: hidden, complete: true}
		e.whole.Period = whole
		for _, p := range cube.Tiling(whole, kind) {
			part := hidden
			part.Period = p
			e.parts = append(e.parts, part)
		}
		if len(e.parts) > 0 {
			all = append(all, e)
		}
	}
	for _, whole := range cube.Around(hidden.Period) {
		sum(whole, hidden.Period.Kind())
	}
	for _, kind := range []period.Kind{period.Quarter, period.Month, period.Week, period.Day} {
		sum(hidden.Period, kind)
	}
	return all
}

// balances lists stock(t) = stock(t−1) + in(t) − out(t) for each declared
// balance that the hidden cell stands in. The tolerance of a balance is left
// aside: it explains delays, it protects nobody.
func (w *wall) balances(hidden observation.Key) []equation {
	var all []equation
	for n := range w.book.Indicators {
		stock := &w.book.Indicators[n]
		if stock.Balance == nil {
			continue
		}
		for _, p := range []period.Period{hidden.Period, hidden.Period.Next(1)} {
			e := equation{complete: true}
			e.whole = observation.Key{Series: observation.Series{Indicator: stock.ID.Value, Codes: hidden.Codes}, Period: p}
			before := e.whole
			before.Period = p.Next(-1)
			e.parts = []observation.Key{before}
			for _, in := range stock.Balance.In {
				key := e.whole
				key.Indicator = in.Value
				e.parts = append(e.parts, key)
			}
			for _, out := range stock.Balance.Out {
				key := e.whole
				key.Indicator = out.Value
				e.less = append(e.less, key)
			}
			if e.whole == hidden || slices.Contains(e.parts, hidden) || slices.Contains(e.less, hidden) {
				all = append(all, e)
			}
		}
	}
	return all
}
