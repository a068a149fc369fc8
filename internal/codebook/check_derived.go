package codebook

import (
	"ronde/internal/diag"
	"ronde/internal/source"
)

// Parts lists the indicators that a derived indicator is made of, in the order
// in which its formula names them; none for a delivered one.
func (i *Indicator) Parts() []source.At[string] {
	d := i.Derived
	switch {
	case d == nil:
	case d.Share != nil:
		return []source.At[string]{d.Share.Part, d.Share.Base}
	case d.Difference != nil:
		return []source.At[string]{d.Difference.From, d.Difference.Subtract}
	case d.Per != nil:
		return []source.At[string]{d.Per.Part, d.Per.Base}
	case d.Sum != nil:
		return []source.At[string]{d.Sum.Of}
	}
	return nil
}

// MainPart is the indicator whose series and periods a derived indicator has: the
// part of a share or a rate, what is summed, that from which another is taken;
// "" for a delivered one.
func (i *Indicator) MainPart() string {
	if parts := i.Parts(); len(parts) > 0 {
		return parts[0].Value
	}
	return ""
}

// derivation checks one derived indicator against its parts. Each part needs
// every dimension of the result, with the same code list; of a dimension that
// the result lacks, the part's total is taken.
func (c *checker) derivation(i *Indicator) {
	d := i.Derived
	kinds := 0
	for _, set := range []bool{d.Share != nil, d.Difference != nil, d.Per != nil, d.Sum != nil} {
		if set {
			kinds++
		}
	}
	if kinds != 1 {
		c.out.Add(diag.Derivation(i.ID.Span, i.ID.Value, diag.Say("its declaration has %d formulas", kinds), diag.Say("write exactly one of `share`, `difference`, `per` and `sum`")))
		return
	}
	var parts []*Indicator
	for _, id := range i.Parts() {
		part, ok := c.indicatorNamed(id)
		if !ok {
			return
		}
		parts = append(parts, part)
		c.sameDimensions(i, part, id.Span)
	}
	switch {
	case d.Share != nil:
		c.must(i, i.Measure.Value == Share, i.Measure.Span, diag.Say("a share is of measure type share"), diag.Say("write `measure: share`"))
		c.must(i, parts[0].Unit.Value == parts[1].Unit.Value, d.Share.Base.Span,
			diag.Say("%s is in %s and %s in %s", parts[0].ID.Value, parts[0].Unit.Value, parts[1].ID.Value, parts[1].Unit.Value),
			diag.Say("a part is of the same unit as its base; for two different things use `per`"))
	case d.Difference != nil:
		c.sameUnit(i, parts[0], d.Difference.From.Span)
		c.sameUnit(i, parts[1], d.Difference.Subtract.Span)
		c.must(i, parts[0].Measure.Value == parts[1].Measure.Value, d.Difference.Subtract.Span,
			diag.Say("%s is of measure type %s and %s of %s", parts[0].ID.Value, parts[0].Measure.Value, parts[1].ID.Value, parts[1].Measure.Value),
			diag.Say("take away what is measured in the same way"))
	case d.Per != nil:
		c.must(i, i.Measure.Value == Ratio, i.Measure.Span, diag.Say("so many per base is of measure type ratio"), diag.Say("write `measure: ratio`"))
		c.must(i, parts[1].Measure.Value == Stock, d.Per.Base.Span, diag.Say("its base %s is no stock", parts[1].ID.Value), diag.Say("name a stock, such as the population on 1 January"))
		c.must(i, d.Per.Count.Value > 0, d.Per.Count.Span, diag.Say("it is per %d", d.Per.Count.Value), diag.Say("write a whole number above 0, such as 1000"))
	case d.Sum != nil:
		c.sum(i, d.Sum, parts[0])
	}
}

func (c *checker) sum(i *Indicator, s *SumOver, of *Indicator) {
	c.sameUnit(i, of, s.Of.Span)
	c.must(i, of.Measure.Value == i.Measure.Value, s.Of.Span,
		diag.Say("it is of measure type %s and %s of %s", i.Measure.Value, of.ID.Value, of.Measure.Value), diag.Say("a sum is of the measure type of its parts"))
	c.must(i, of.Measure.Value != Share && of.Measure.Value != Ratio, s.Of.Span,
		diag.Say("%s is a %s", of.ID.Value, of.Measure.Value), diag.Say("shares and ratios are never summed"))
	c.must(i, i.Position(s.Dimension.Value) < 0, s.Dimension.Span,
		diag.Say("it is summed over %s and still has that dimension", s.Dimension.Value), diag.Say("the result of a sum has the other dimensions only"))
	list, ok := c.DimensionList(of, s.Dimension.Value)
	if !ok {
		c.out.Add(diag.UnknownID(s.Dimension.Span, "dimension", s.Dimension.Value, of.DimensionIDs()))
		return
	}
	for n, code := range s.Codes {
		found, ok := c.code(list, code)
		if !ok {
			continue
		}
		level, _, levelled := list.Level(found.Level.Value)
		c.must(i, !levelled || level.Summable() || len(s.Codes) == 1, code.Span,
			diag.Say("%s is of a level with `partition: false`", code.Value), diag.Say("codes of this level overlap and are never summed"))
		for _, other := range s.Codes[:n] {
			c.must(i, other.Value != code.Value && !list.IsAncestor(other.Value, code.Value) && !list.IsAncestor(code.Value, other.Value), code.Span,
				diag.Say("%s and %s overlap", other.Value, code.Value), diag.Say("sum codes that have nothing in common"))
		}
	}
}

func (c *checker) must(i *Indicator, holds bool, at diag.Span, fact, hint diag.Phrase) {
	if !holds {
		c.out.Add(diag.Derivation(at, i.ID.Value, fact, hint))
	}
}

func (c *checker) sameUnit(i, part *Indicator, at diag.Span) {
	c.must(i, i.Unit.Value == part.Unit.Value, at,
		diag.Say("it is in %s and %s in %s", i.Unit.Value, part.ID.Value, part.Unit.Value), diag.Say("sums and differences are in the unit of their parts"))
}

func (c *checker) sameDimensions(i, part *Indicator, at diag.Span) {
	for _, d := range i.Dimensions.Entries {
		list, ok := part.Dimensions.Get(d.Key.Value)
		c.must(i, ok, at, diag.Say("%s has no dimension %s", part.ID.Value, d.Key.Value), diag.Say("a derived indicator has only dimensions that all its parts have"))
		c.must(i, !ok || list.Value == d.Value.Value, at,
			diag.Say("dimension %s has the list %s here and %s in %s", d.Key.Value, d.Value.Value, list.Value, part.ID.Value), diag.Say("use the same code list"))
	}
}

// derivationCycles reports each circle of derived indicators once, at the one
// of them that stands first in the file.
func (c *checker) derivationCycles() {
	reported := map[string]bool{}
	for n := range c.Indicators {
		start := &c.Indicators[n]
		path := c.wayTo(start, start, map[*Indicator]bool{})
		if path == nil || reported[start.ID.Value] {
			continue
		}
		for _, id := range path {
			reported[id] = true
		}
		c.out.Add(diag.DerivationCycle(start.ID.Span, append(path, start.ID.Value)))
	}
}

// wayTo gives the ids from one indicator through parts to another; nil when it
// is not made of it. seen holds those from which there is no other way.
func (c *checker) wayTo(from, target *Indicator, seen map[*Indicator]bool) []string {
	seen[from] = true
	for _, id := range from.Parts() {
		part, ok := c.Codebook.Indicator(id.Value)
		switch {
		case !ok:
		case part == target:
			return []string{from.ID.Value}
		case !seen[part]:
			if way := c.wayTo(part, target, seen); way != nil {
				return append([]string{from.ID.Value}, way...)
			}
		}
	}
	return nil
}
