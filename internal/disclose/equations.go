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

// A sum names an equation: over the periods of a kind, or over codes or declared parts,
// of which how is the name.
type sum struct {
	whole observation.Key
	over  period.Kind
	how   string
}

// equations lists, each once, the sums in which a hidden cell stands.
func (w *wall) equations(hidden observation.Key, seen map[sum]bool) []equation {
	indicator, ok := w.book.Indicator(hidden.Indicator)
	if !ok {
		return nil
	}
	fresh := func(s sum) bool {
		known := seen[s]
		seen[s] = true
		return !known
	}
	all := w.overCodes(indicator, hidden, fresh)
	for _, e := range w.declared(indicator, hidden) {
		if fresh(sum{whole: e.whole, how: e.identity()}) {
			all = append(all, e)
		}
	}
	all = append(all, w.overTime(indicator, hidden, fresh)...)
	for _, e := range w.balances(hidden) {
		if fresh(sum{whole: e.whole, how: e.identity()}) {
			all = append(all, e)
		}
	}
	return all
}

func (e equation) identity() string {
	id := ""
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
func (w *wall) overCodes(i *codebook.Indicator, hidden observation.Key, fresh func(sum) bool) []equation {
	codes := hidden.Codes.Split()
	lists := w.book.Lists(i)
	if len(codes) != len(lists) {
		return nil
	}
	above, below := make([][]choice, len(lists)), make([][]choice, len(lists))
	for n, list := range lists {
		stay := choice{codes[n], []string{codes[n]}}
		above[n], below[n] = []choice{stay}, []choice{stay}
		for _, of := range w.partitions.of(list, codes[n], hidden.Period) {
			below[n] = append(below[n], choice{codes[n], of.parts})
		}
		for p, steps := list.Parent(codes[n]), 0; p != "" && steps <= len(list.Codes); p, steps = list.Parent(p), steps+1 {
			for _, of := range w.partitions.of(list, p, hidden.Period) {
				if of.has[codes[n]] {
					above[n] = append(above[n], choice{p, of.parts})
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
func combined(hidden observation.Key, choices [][]choice, fresh func(sum) bool) []equation {
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
		if !fresh(sum{whole: e.whole, how: "=" + strings.Join(first, ".")}) {
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
	contracts, ok := w.suppliers[i]
	if !ok {
		contracts = w.book.ContractsOf(i)
		w.suppliers[i] = contracts
	}
	for _, contract := range contracts {
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
func (w *wall) overTime(i *codebook.Indicator, hidden observation.Key, fresh func(sum) bool) []equation {
	if i.Measure.Value != codebook.Flow {
		return nil
	}
	tilings, ok := w.tilings[hidden.Period]
	if !ok {
		tilings = tilingsWith(hidden.Period)
		w.tilings[hidden.Period] = tilings
	}
	var all []equation
	for _, t := range tilings {
		e := equation{whole: hidden, complete: true}
		e.whole.Period = t.whole
		if !fresh(sum{whole: e.whole, over: t.tiles[0].Kind()}) {
			continue
		}
		for _, p := range t.tiles {
			part := hidden
			part.Period = p
			e.parts = append(e.parts, part)
		}
		all = append(all, e)
	}
	return all
}

// A tiling is a period and shorter ones of one kind that together cover it.
type tiling struct {
	whole period.Period
	tiles []period.Period
}

// tilingsWith lists the tilings in which a period stands, as a tile or as the whole.
func tilingsWith(p period.Period) []tiling {
	var all []tiling
	add := func(whole period.Period, kind period.Kind) {
		if tiles := cube.Tiling(whole, kind); len(tiles) > 0 {
			all = append(all, tiling{whole, tiles})
		}
	}
	for _, whole := range cube.Around(p) {
		add(whole, p.Kind())
	}
	for _, kind := range []period.Kind{period.Quarter, period.Month, period.Week, period.Day} {
		add(p, kind)
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
