package locale

import (
	"cmp"
	"slices"
	"strings"

	"ronde/internal/number"
	"ronde/internal/period"
)

// A Base is what shares or rates are computed from: the values of one series by
// period.
type Base struct {
	Of     string // what tells it from other series: a country; "" for the only one
	Values []BaseValue
}

// A BaseValue is a value as printed.
type BaseValue struct {
	At      period.Period
	Number  number.Decimal
	Printed string
}

// mostBaseValues is the number of values of one series that a note lists; of
// more it says between which they lie.
const mostBaseValues = 3

// mostBases is the number of series that a note lists; of more it names the
// lowest and the highest value.
const mostBases = 12

// Denominator names what shares or rates are computed from, with its values:
// "Noemer: bevolking op 1 januari (personen) – 1 januari 2022: België 11.617.623;
// Frankrijk 67.957.053." A period that all values share is named once.
func (l *Locale) Denominator(name, unit string, bases []Base) string {
	shared := bases[0].Values[0].At
	for _, b := range bases {
		if len(b.Values) != 1 || b.Values[0].At != shared {
			shared = period.Period{}
		}
	}
	var parts []string
	for _, b := range bases {
		text := b.Values[0].Printed
		if shared.IsZero() {
			text = l.baseValues(b.Values)
		}
		parts = append(parts, strings.TrimSpace(b.Of+" "+text))
	}
	values := l.Apart(parts)
	if len(bases) > mostBases {
		values = l.widest(bases, shared)
	}
	if !shared.IsZero() {
		values = l.Named(l.Period(shared), values)
	}
	return l.Capitalise(fill(l.w.report.denominator, "name", name, "unit", unit, "values", values))
}

func (l *Locale) baseValues(values []BaseValue) string {
	dated := func(v BaseValue) string { return v.Printed + " (" + l.Period(v.At) + ")" }
	if len(values) > mostBaseValues {
		low, high := slices.MinFunc(values, compareBases), slices.MaxFunc(values, compareBases)
		return l.between(dated(low), dated(high))
	}
	var parts []string
	for _, v := range values {
		parts = append(parts, dated(v))
	}
	return l.List(parts)
}

// widest names the lowest and the highest value of many series.
func (l *Locale) widest(bases []Base, shared period.Period) string {
	type placed struct {
		BaseValue
		of string
	}
	var all []placed
	for _, b := range bases {
		for _, v := range b.Values {
			all = append(all, placed{v, b.Of})
		}
	}
	compare := func(a, b placed) int { return compareBases(a.BaseValue, b.BaseValue) }
	text := func(p placed) string {
		if shared.IsZero() {
			return p.Printed + " (" + join(p.of, l.Period(p.At)) + ")"
		}
		return p.Printed + " (" + p.of + ")"
	}
	return l.between(text(slices.MinFunc(all, compare)), text(slices.MaxFunc(all, compare)))
}

func compareBases(a, b BaseValue) int { return cmp.Compare(a.Number, b.Number) }

func (l *Locale) between(low, high string) string {
	return fill(l.w.report.between, "low", low, "high", high)
}

// BaseIs names what a share is a part of: "basis: alle ingeschrevenen".
func (l *Locale) BaseIs(name string) string { return fill(l.w.report.baseIs, "name", name) }
