package codebook

import (
	"fmt"
	"slices"

	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/source"
)

func (c *checker) indicator(i *Indicator) {
	c.label("indicator", i.ID, "name", i.Name)
	c.label("indicator", i.ID, "definition", i.Definition)
	c.label("indicator", i.ID, "base", i.Base)
	unit, known := c.Codebook.Unit(i.Unit.Value)
	if !known && i.Unit.Value != "" && !c.SetAside(indicatorsFile) {
		c.out.Add(diag.UnknownID(i.Unit.Span, "unit", i.Unit.Value, c.UnitIDs()))
	}
	if i.Decimals < 0 || i.Decimals > number.Places {
		c.out.Add(diag.Setting(i.ID.Span, "decimals", fmt.Sprint(i.Decimals), diag.Say("write a number from 0 to %d", number.Places)))
	}
	if known && unit.Countable && i.Decimals > 0 {
		c.out.Add(diag.Setting(i.ID.Span, "decimals", fmt.Sprint(i.Decimals), diag.Say("%s are counted in whole numbers: leave `decimals` out, or take `countable` from the unit", i.Unit.Value)))
	}
	c.measure(i, unit)
	c.dimensions(i)
	for _, id := range i.Suppliers {
		contract, ok := c.Contract(id.Value)
		switch {
		case !ok && c.SetAside("data/datasets/"+id.Value+".yaml"):
		case !ok:
			c.out.Add(diag.UnknownID(id.Span, "dataset", id.Value, c.ContractIDs()))
		case !slices.Contains(c.ContractIndicators(contract), i) && !c.SetAside(contract.ID.Span.File):
			c.out.Add(diag.SupplierLacks(id.Span, i.ID.Value, id.Value, contract.ID.Span))
		}
	}
	for _, id := range i.LookAlikes {
		if other, ok := c.indicatorNamed(id); ok && other == i {
			c.out.Add(diag.Setting(id.Span, "look_alikes", diag.Quote(id.Value), diag.Say("name other indicators: nothing is mistaken for itself")))
		}
	}
	c.balance(i)
	if i.Derived != nil {
		c.derivation(i)
	}
}

// measure checks what a measure type asks of the rest of an indicator.
func (c *checker) measure(i *Indicator, unit *Unit) {
	at, id, measure := i.Measure.Span, i.ID.Value, string(i.Measure.Value)
	switch i.Measure.Value {
	case Share:
		if unit != nil && !unit.Percent {
			c.out.Add(diag.MeasureUnit(i.Unit.Span, id, unit.ID.Value, unit.ID.Span))
		}
		fallthrough
	case Ratio:
		if i.Base.IsZero() && i.Derived == nil {
			c.out.Add(diag.MeasureNeeds(at, id, measure, diag.Say("and names no base"), diag.Say("add `base:` with words for what it is a part of, in every language")))
		}
		if unit != nil && unit.Countable {
			c.out.Add(diag.MeasureNeeds(at, id, measure, diag.Say("and has a unit of whole numbers"), diag.Say("use another unit, or take `countable` from this one")))
		}
	case Flow, Stock, Cumulative:
		if !i.Base.IsZero() {
			c.out.Add(diag.MeasureNeeds(i.Base.Span, id, measure, diag.Say("and names a base"), diag.Say("only a share or a ratio has a base")))
		}
	}
	if i.Measure.Value == Cumulative && i.Since == 0 {
		c.out.Add(diag.MeasureNeeds(at, id, measure, diag.Say("and has no first day"), diag.Say("add `since:` with the first day that is counted, such as 2022-03-10")))
	}
	if i.Measure.Value != Cumulative && i.Measure.Value != "" && i.Since != 0 {
		c.out.Add(diag.MeasureNeeds(at, id, measure, diag.Say("and has `since`"), diag.Say("only a cumulative indicator counts since a day")))
	}
}

func (c *checker) dimensions(i *Indicator) {
	for _, e := range i.Dimensions.Entries {
		if _, ok := c.Codebook.CodeList(e.Value.Value); !ok && e.Value.Value != "" && !c.SetAside("data/codelists/"+e.Value.Value+".yaml") {
			c.out.Add(diag.UnknownID(e.Value.Span, "code list", e.Value.Value, c.CodeListIDs()))
		}
	}
	for _, e := range i.Totals.Entries {
		if i.Position(e.Key.Value) < 0 {
			c.out.Add(diag.UnknownID(e.Key.Span, "dimension", e.Key.Value, i.DimensionIDs()))
			continue
		}
		c.totals(i, e)
	}
}

func (c *checker) totals(i *Indicator, e source.MapEntry[Totals]) {
	if e.Value.Tolerance < 0 {
		c.out.Add(diag.Setting(e.Key.Span, "tolerance", e.Value.Tolerance.String(), diag.Say("a tolerance is 0 or more")))
	}
	list, ok := c.DimensionList(i, e.Key.Value)
	if !ok || c.SetAside(list.ID.Span.File) {
		return
	}
	level := e.Value.Level
	if _, _, ok := list.Level(level.Value); !ok && level.Value != "" {
		c.out.Add(diag.UnknownID(level.Span, "level", level.Value, list.levelIDs()))
		return
	}
	if e.Value.How.Value == "delivered" || e.Value.How.Value == "" {
		return
	}
	at := e.Value.How.Span
	if m := i.Measure.Value; m == Share || m == Ratio {
		c.out.Add(diag.MeasureNeeds(at, i.ID.Value, string(m), diag.Say("and its total is to be computed"), diag.Say("shares and ratios are never summed or averaged: the total must be delivered")))
	}
	parts := list.Parts(level.Value)
	if len(parts) == 0 {
		c.out.Add(diag.Setting(at, "how", e.Value.How.Value, diag.Say("the list %s has no codes to sum: name a `level`", list.ID.Value)))
	}
	for _, p := range parts {
		if l, _, ok := list.Level(p.Level.Value); ok && !l.Summable() {
			c.out.Add(diag.Setting(at, "how", e.Value.How.Value, diag.Say("level %s has `partition: false`: its codes overlap and are never summed; name another level", l.ID.Value)))
			return
		}
	}
}

func (c *checker) balance(i *Indicator) {
	if i.Balance == nil {
		return
	}
	if i.Measure.Value != Stock {
		c.out.Add(diag.MeasureNeeds(i.Measure.Span, i.ID.Value, string(i.Measure.Value), diag.Say("and has a balance"), diag.Say("only a stock follows from what came in and went out")))
	}
	if i.Balance.Tolerance < 0 {
		c.out.Add(diag.Setting(i.ID.Span, "tolerance", i.Balance.Tolerance.String(), diag.Say("a tolerance is 0 or more")))
	}
	for _, id := range slices.Concat(i.Balance.In, i.Balance.Out) {
		flow, ok := c.indicatorNamed(id)
		if !ok {
			continue
		}
		if flow.Measure.Value != Flow {
			c.out.Add(diag.MeasureNeeds(id.Span, flow.ID.Value, string(flow.Measure.Value), diag.Say("and stands in a balance"), diag.Say("a stock changes by flows: name an indicator of measure type flow")))
		}
		if _, known := c.Codebook.Unit(flow.Unit.Value); known && flow.Unit.Value != i.Unit.Value {
			c.out.Add(diag.MeasureNeeds(id.Span, i.ID.Value, "stock", diag.Say("in %s, and %s is in %s", i.Unit.Value, flow.ID.Value, flow.Unit.Value), diag.Say("a balance adds things of one unit")))
		}
		for _, d := range i.Dimensions.Entries {
			if list, ok := flow.Dimensions.Get(d.Key.Value); !ok || list.Value != d.Value.Value {
				c.out.Add(diag.MeasureNeeds(id.Span, i.ID.Value, "stock", diag.Say("by %s, and %s is not", d.Key.Value, flow.ID.Value), diag.Say("a balance holds code by code: the flow needs the same dimensions and lists")))
			}
		}
	}
}
