package disclose

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// A Report says what Protect did not let through. It holds no value.
type Report struct {
	LeftOut  []LeftOut
	Findings []diag.Diagnostic
}

// LeftOut is what a dataset does not publish to protect persons: the codes of
// some dimensions, of which only the totals are there, or all of an indicator.
type LeftOut struct {
	Dataset    string
	Indicator  string
	Dimensions []string        // in the order in which they were dropped
	Nothing    bool            // not even the totals are published
	Periods    []period.Period // in order
	Cells      int             // observations delivered and not published
}

// Protect lets through what may be published of a cube: of the drop set of a
// round, given what each earlier release of the site published, in release
// order. The findings of the report are errors when a release must be refused.
func Protect(book *codebook.Codebook, c *cube.Cube, released ...*Observations) (*Observations, Report) {
	w := &wall{book: book, cube: c, past: remember(released), hidden: map[observation.Key]bool{}, partitions: partitions{},
		tilings: map[period.Period][]tiling{}, suppliers: map[*codebook.Indicator][]*codebook.Contract{}}
	for _, t := range tables(c) {
		w.pass(t)
	}
	for _, f := range c.Removed() {
		if w.past.supplied(f.Key, f.Dataset) {
			w.add(row(f))
		}
	}
	public := collect(book, w.rows)
	w.notices()
	w.report.Findings = append(w.report.Findings, w.onlyUnknowns(public)...)
	return public, w.report
}

// wall is one run of Protect.
type wall struct {
	book   *codebook.Codebook
	cube   *cube.Cube
	past   past
	rows   []*seal.Row
	room   []seal.Row               // for further rows
	hidden map[observation.Key]bool // delivered and without a public value
	report Report

	// What was looked up once: hidden cells are many, and ask the same.
	partitions partitions
	tilings    map[period.Period][]tiling
	suppliers  map[*codebook.Indicator][]*codebook.Contract
}

// a table is what one dataset supplies for one period.
type table struct {
	place
	facts []cube.Fact // in key order
}

type place struct {
	dataset string
	period  period.Period
}

// tables groups the current facts, by dataset and period.
func tables(c *cube.Cube) []table {
	var places observation.Numbering[place]
	facts, of := make([]cube.Fact, 0, c.Len()), make([]int32, 0, c.Len())
	numbers := make([]int32, 0, c.Len())
	for f := range c.Facts() {
		numbers = append(numbers, int32(len(facts)))
		facts = append(facts, f)
		of = append(of, places.Number(place{f.Dataset, f.Period}))
	}
	rank, _ := places.Ranks(func(a, b place) int {
		return cmp.Or(cmp.Compare(a.dataset, b.dataset), period.Compare(a.period, b.period))
	})
	arranged := make([]cube.Fact, len(facts))
	var all []table
	before := int32(-1)
	for at, n := range observation.Arrange(numbers, of, rank) {
		arranged[at] = facts[n]
		if of[n] != before {
			before = of[n]
			all = append(all, table{place: places.Values[before], facts: arranged[at:at]})
		}
		last := &all[len(all)-1]
		last.facts = last.facts[:len(last.facts)+1]
	}
	return all
}

// a part of a table are its facts of one indicator, in key order.
type part struct {
	indicator *codebook.Indicator
	facts     []cube.Fact
}

// parts divides a table by indicator.
func (w *wall) parts(t table) []part {
	var all []part
	for from := 0; from < len(t.facts); {
		to := from
		for to < len(t.facts) && t.facts[to].Indicator == t.facts[from].Indicator {
			to++
		}
		if indicator, ok := w.book.Indicator(t.facts[from].Indicator); ok {
			all = append(all, part{indicator, t.facts[from:to]})
		}
		from = to
	}
	return all
}

// pass lets one table through as far as the rule allows.
func (w *wall) pass(t table) {
	rule := ruleOf(w.book, t.dataset)
	if rule == nil {
		for _, f := range t.facts {
			w.publish(f)
		}
		return
	}
	var dropped []string // by any of the counts, for shares and ratios
	nothing := false
	parts := w.parts(t)
	for _, p := range parts {
		if counts(w.book, p.indicator) {
			cut := w.cut(rule, p.indicator, p.facts)
			for _, d := range cut.dimensions {
				if !slices.Contains(dropped, d) {
					dropped = append(dropped, d)
				}
			}
			nothing = nothing || cut.nothing
			w.apply(t.place, p, cut)
		}
	}
	for _, p := range parts {
		if !counts(w.book, p.indicator) {
			own := cut{nothing: nothing}
			for _, d := range dropped {
				if p.indicator.Position(d) >= 0 {
					own.dimensions = append(own.dimensions, d)
				}
			}
			w.apply(t.place, p, own)
		}
	}
}

// counts reports whether the values of an indicator are numbers of persons or
// things, which a threshold protects.
func counts(book *codebook.Codebook, i *codebook.Indicator) bool {
	return book.UnitOf(i).Countable && i.Measure.Value != codebook.Share && i.Measure.Value != codebook.Ratio
}

// a cut is what a table loses: all but the totals of some dimensions, or all.
type cut struct {
	dimensions []string
	nothing    bool
}

// spares reports whether the cut leaves a cell in the table.
func (c cut) spares(book *codebook.Codebook, i *codebook.Indicator, key observation.Key) bool {
	if c.nothing || len(c.dimensions) == 0 {
		return !c.nothing
	}
	codes, lists := key.Codes.Split(), book.Lists(i)
	for _, d := range c.dimensions {
		n := i.Position(d)
		if n >= len(codes) || codes[n] != lists[n].Total.Value {
			return false
		}
	}
	return true
}

// cut finds how much of a table must go until no cell of it is sensitive.
func (w *wall) cut(rule *rule, i *codebook.Indicator, facts []cube.Fact) cut {
	var c cut
	for _, next := range append(dropOrder(rule, i), "") {
		left := slices.DeleteFunc(slices.Clone(facts), func(f cube.Fact) bool { return !c.spares(w.book, i, f.Key) })
		if len(left) == 0 || !w.sensitive(rule, i, left) {
			c.nothing = len(left) == 0
			return c
		}
		if next != "" {
			c.dimensions = append(c.dimensions, next)
		}
	}
	c.nothing = true
	return c
}

// dropOrder lists the dimensions of an indicator in the order in which they go.
func dropOrder(rule *rule, i *codebook.Indicator) []string {
	order := i.DimensionIDs()
	slices.Reverse(order)
	if n := slices.Index(order, rule.finest); n > 0 {
		order = slices.Insert(slices.Delete(order, n, n+1), 0, rule.finest)
	}
	return order
}

// apply publishes what a cut leaves of a table and notes the rest.
func (w *wall) apply(at place, p part, c cut) {
	cells := 0
	for _, f := range p.facts {
		switch {
		case c.spares(w.book, p.indicator, f.Key):
			w.publish(f)
		case !f.HasValue && !f.Status.Has(observation.Hidden): // nothing to protect, and no row to show it in
		case w.past.known(f):
			w.publish(f)
		case w.past.published(f.Key):
			if !w.past.hidden(f.Key) {
				w.report.Findings = append(w.report.Findings, diag.Flip(f.Span(), f.Key.String(), f.Dataset))
			}
			w.hide(f)
		default:
			if w.past.hidden(f.Key) {
				w.hide(f)
			}
			w.hidden[f.Key] = true
			cells++
		}
	}
	if cells > 0 {
		w.leftOut(at, p.indicator, c, cells)
	}
}

// leftOut adds to the report, joining periods that lose the same.
func (w *wall) leftOut(at place, i *codebook.Indicator, c cut, cells int) {
	entry := LeftOut{Dataset: at.dataset, Indicator: i.ID.Value, Dimensions: c.dimensions, Nothing: c.nothing, Cells: cells}
	for n, e := range w.report.LeftOut {
		if e.Dataset == entry.Dataset && e.Indicator == entry.Indicator && e.Nothing == entry.Nothing && slices.Equal(e.Dimensions, entry.Dimensions) {
			w.report.LeftOut[n].Periods = append(e.Periods, at.period)
			w.report.LeftOut[n].Cells += cells
			return
		}
	}
	entry.Periods = []period.Period{at.period}
	w.report.LeftOut = append(w.report.LeftOut, entry)
}

// notices tells the analyst what is left out.
func (w *wall) notices() {
	for _, l := range w.report.LeftOut {
		contract, _ := w.book.Contract(l.Dataset)
		var periods []string
		for _, p := range l.Periods {
			periods = append(periods, p.String())
		}
		w.report.Findings = append(w.report.Findings, diag.LeftOut(contract.ID.Span, l.Dataset, l.Indicator, l.Dimensions, periods, l.Nothing, l.Cells))
	}
}

// publish lets a fact through; what was hidden before stays hidden.
func (w *wall) publish(f cube.Fact) {
	if f.HasValue && w.past.hidden(f.Key) {
		w.report.Findings = append(w.report.Findings, diag.KeptHidden(f.Span(), f.Key.String()))
		w.hide(f)
		return
	}
	if f.Status.Has(observation.Hidden) {
		if w.past.published(f.Key) && !w.past.hidden(f.Key) {
			w.report.Findings = append(w.report.Findings, diag.Flip(f.Span(), f.Key.String(), f.Dataset))
		}
		w.hide(f)
		return
	}
	w.add(row(f))
}

// hide lets through that there is a value, not which. Nobody can tell from the
// row who hid it and why: that would mark the small ones.
func (w *wall) hide(f cube.Fact) {
	w.hidden[f.Key] = true
	r := row(f)
	r.HasValue, r.Value = false, 0
	r.Qualifier, r.Note = observation.Exact, ""
	r.Status = r.Status&(observation.Provisional|observation.Estimated|observation.Break) | observation.Hidden
	w.add(r)
}

// add lets a row through.
func (w *wall) add(r seal.Row) {
	if len(w.room) == cap(w.room) {
		w.room = make([]seal.Row, 0, 256)
	}
	w.room = append(w.room, r)
	w.rows = append(w.rows, &w.room[len(w.room)-1])
}

func row(f cube.Fact) seal.Row {
	o := f.Observation
	if !o.HasValue {
		o.Value = 0
	}
	return seal.Row{Dataset: f.Dataset, Observation: o, Drop: f.Drop, Received: f.Received, Removed: f.Removed}
}
