package derive

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// derived computes a derived indicator.
func (t *Table) derived(i *codebook.Indicator, key observation.Key) Value {
	d := i.Derived
	switch {
	case d.Share != nil:
		return t.quotient(i, t.part(i, key, d.Share.Part.Value), t.part(i, key, d.Share.Base.Value), 100)
	case d.Difference != nil:
		from, subtract := t.part(i, key, d.Difference.From.Value), t.part(i, key, d.Difference.Subtract.Value)
		return combine(from, subtract, number.Decimal.Sub)
	case d.Per != nil:
		part := t.part(i, key, d.Per.Part.Value)
		base := t.baseAt(i, key, d.Per.Base.Value)
		return t.quotient(i, part, base, int64(d.Per.Count.Value))
	case d.Sum != nil:
		return t.sumOver(i, key, d.Sum)
	}
	return Value{}
}

// part gives the value of another indicator for the same period and codes.
func (t *Table) part(of *codebook.Indicator, key observation.Key, indicator string) Value {
	other, ok := t.book.Indicator(indicator)
	if !ok {
		return Value{}
	}
	return t.at(observation.Key{Series: t.project(of, key.Codes, other), Period: key.Period})
}

// project gives the series of another indicator with the same codes: of a
// dimension that only the other has, the total; a dimension that the other
// lacks is left out, because the other always counts all of it.
func (t *Table) project(of *codebook.Indicator, codes observation.Codes, other *codebook.Indicator) observation.Series {
	own := codes.Split()
	projected := make([]string, len(other.Dimensions.Entries))
	for n, list := range t.book.Lists(other) {
		projected[n] = list.Total.Value
		if place := of.Position(other.Dimensions.Entries[n].Key.Value); place >= 0 {
			projected[n] = own[place]
		}
	}
	return observation.Series{Indicator: other.ID.Value, Codes: observation.JoinCodes(projected...)}
}

// baseAt gives the latest value of a stock at or before the end of a period.
func (t *Table) baseAt(of *codebook.Indicator, key observation.Key, indicator string) Value {
	base, ok := t.book.Indicator(indicator)
	if !ok {
		return Value{}
	}
	series := t.project(of, key.Codes, base)
	for _, p := range slices.Backward(t.candidates(base.ID.Value, period.None)) {
		if p.End() > key.Period.End() {
			continue
		}
		if v := t.at(observation.Key{Series: series, Period: p}); v.State != Absent {
			return v
		}
	}
	return Value{}
}

// quotient gives count × part ÷ base. A base of zero has no share.
func (t *Table) quotient(i *codebook.Indicator, part, base Value, count int64) Value {
	v := combine(part, base, func(p, b number.Decimal) (number.Decimal, bool) { return p.Quotient(count, b, i.Decimals) })
	if v.State != Absent && base.State != Absent {
		v.Bases = []observation.Key{{Series: base.Key.Series, Period: base.Observed}}
	}
	return v
}

// combine computes a value from two others. Totals that lack parts are combined
// only when they lack the same.
func combine(a, b Value, compute func(a, b number.Decimal) (number.Decimal, bool)) Value {
	v := Value{State: worse(operandState(a), operandState(b)), Computed: true}
	if v.State == Absent {
		return Value{}
	}
	v.rest(a)
	v.rest(b)
	v.Observed = a.Observed
	if v.State != Known {
		return v
	}
	if !alike(a, b) {
		v.State = NotComparable
		return v
	}
	if a.Partial() {
		v.Present, v.Expected, v.parts = a.Present, a.Expected, a.parts
	}
	result, ok := compute(a.Number, b.Number)
	if !ok {
		v.State = NotComparable
		return v
	}
	v.Number = result
	return v
}

// sumOver sums an indicator over some codes of one dimension, all of which are
// needed. The codebook has made sure that the codes have nothing in common.
func (t *Table) sumOver(i *codebook.Indicator, key observation.Key, over *codebook.SumOver) Value {
	of, ok := t.book.Indicator(over.Of.Value)
	if !ok {
		return Value{}
	}
	n := of.Position(over.Dimension.Value)
	if n < 0 || of.Measure.Value == codebook.Share || of.Measure.Value == codebook.Ratio {
		return Value{}
	}
	list := t.book.Lists(of)[n]
	series := t.project(i, key.Codes, of)
	codes := series.Codes.Split()
	v := Value{State: Known, Computed: true}
	lacking, summed := false, 0
	for _, at := range over.Codes {
		code, ok := list.Code(at.Value)
		if !ok || !code.ValidIn(key.Period) {
			continue
		}
		codes[n] = code.Code.Value
		part := t.at(observation.Key{Series: observation.Series{Indicator: series.Indicator, Codes: observation.JoinCodes(codes...)}, Period: key.Period})
		if part.State == Impossible {
			continue
		}
		if part.State == Absent {
			lacking = true
			continue
		}
		if summed > 0 && v.Observed != part.Observed {
			v.MixedDates = true
		}
		if part.Partial() {
			part.State = Missing
		}
		v.Observed = part.Observed
		v.plus(part)
		summed++
	}
	switch {
	case summed == 0:
		return Value{}
	case lacking && v.State != Hidden:
		v.State, v.Number = Missing, 0
	}
	if v.MixedDates {
		v.Observed = key.Period
	}
	return v
}
