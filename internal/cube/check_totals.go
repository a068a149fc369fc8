package cube

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// PartsOf lists the codes whose sum is the total of a dimension in a period:
// those of the level that the indicator names, or the children of the total.
// Codes of a level that is no partition are never summed; where the children
// of the total stand on several levels, the first that is a partition counts.
func PartsOf(list *codebook.CodeList, level string, p period.Period) []string {
	var parts []string
	chosen, any := "", false
	for _, c := range list.Parts(level) {
		if c.Code.Value == list.Total.Value {
			continue
		}
		if l, _, ok := list.Level(c.Level.Value); ok && !l.Summable() {
			continue
		}
		if !any {
			chosen, any = c.Level.Value, true
		}
		if c.Level.Value == chosen && c.ValidIn(p) {
			parts = append(parts, c.Code.Value)
		}
	}
	return parts
}

// totals compares delivered totals with the sums of their parts, and finds
// totals whose parts are of different days.
func (k *checker) totals() {
	type month struct {
		observation.Key
		dimension int
	}
	seen := map[month]bool{}
	for _, key := range k.keys {
		indicator, ok := k.book.Indicator(key.Indicator)
		if !ok {
			continue
		}
		codes := key.Codes.Split()
		for n, list := range k.book.Lists(indicator) {
			if n >= len(codes) {
				break
			}
			dimension := indicator.Dimensions.Entries[n].Key.Value
			declared, _ := indicator.Totals.Get(dimension)
			how := indicator.HowTotal(dimension)
			if how == "both" && codes[n] == list.Total.Value {
				k.total(key, codes, n, PartsOf(list, declared.Level.Value, key.Period), declared.Tolerance)
			}
			dated := key.Period.Kind() == period.Day || key.Period.Kind() == period.Week
			if how == "delivered" || !dated || indicator.Measure.Value == codebook.Flow {
				continue
			}
			of := month{key, n}
			of.Key.Period = key.Period.MonthOfEnd()
			of.Key.Codes = withCode(codes, n, list.Total.Value)
			if !seen[of] {
				seen[of] = true
				k.dates(of.Key, codes, n, PartsOf(list, declared.Level.Value, of.Key.Period))
			}
		}
	}
}

// total compares one delivered total with its parts, when all are there.
func (k *checker) total(key observation.Key, codes []string, n int, parts []string, tolerance number.Decimal) {
	whole, _ := k.Get(key)
	if !exact(whole) || len(parts) == 0 {
		return
	}
	facts := []Fact{whole}
	var sum number.Decimal
	var others []diag.Other
	for _, code := range parts {
		part := key
		part.Codes = withCode(codes, n, code)
		f, ok := k.Get(part)
		if ok && f.Status.Has(observation.CannotExist) {
			continue
		}
		if !ok || !exact(f) {
			return
		}
		added, fits := sum.Add(f.Value)
		if !fits {
			return
		}
		sum = added
		facts = append(facts, f)
		others = append(others, diag.Other{Text: part.String() + " is " + f.Value.String(), Span: f.Span()})
	}
	difference, fits := whole.Value.Sub(sum)
	if fits && difference.Abs() > tolerance && len(others) > 0 && k.anyOpen(facts...) {
		k.add(diag.TotalDiffers(k.place(facts...), key.String(), whole.Value.String(), sum.String(), difference.Abs().String(), tolerance.String(), others))
	}
}

// exact reports whether a fact has a value that a sum can be held against.
func exact(f Fact) bool { return f.HasValue && f.Qualifier == observation.Exact }

// dates finds a month's total of a stock whose parts are of different days.
func (k *checker) dates(month observation.Key, codes []string, n int, parts []string) {
	var facts []Fact
	var others []diag.Other
	differ := false
	for _, code := range parts {
		series := observation.Series{Indicator: month.Indicator, Codes: withCode(codes, n, code)}
		p, ok := MonthValue(k.series[series], month.Period)
		if !ok {
			continue
		}
		f, _ := k.Get(observation.Key{Series: series, Period: p})
		differ = differ || len(facts) > 0 && facts[0].Period != p
		facts = append(facts, f)
		others = append(others, diag.Other{Text: f.Key.String(), Span: f.Span()})
	}
	if differ && k.anyOpen(facts...) {
		slices.SortStableFunc(facts, func(a, b Fact) int { return period.Compare(b.Period, a.Period) })
		k.add(diag.DatesDiffer(k.place(facts...), month.String(), others))
	}
}

// withCode gives codes with one of them replaced.
func withCode(codes []string, n int, code string) observation.Codes {
	held := codes[n]
	codes[n] = code
	joined := observation.JoinCodes(codes...)
	codes[n] = held
	return joined
}

// balances compares stocks with what the stock before and the flows make.
func (k *checker) balances() {
	for n := range k.book.Indicators {
		stock := &k.book.Indicators[n]
		if stock.Balance == nil {
			continue
		}
		for _, key := range k.keys {
			if key.Indicator == stock.ID.Value {
				k.balance(stock.Balance, key)
			}
		}
	}
}

// balance compares one stock. A stock counted on a day is that of its month, and
// is compared when it is the last of it and the month before has one.
func (k *checker) balance(b *codebook.Balance, key observation.Key) {
	unit, before := key.Period, key.Period.Next(-1)
	if kind := key.Period.Kind(); kind == period.Day || kind == period.Week {
		unit = key.Period.MonthOfEnd()
		if last, _ := MonthValue(k.series[key.Series], unit); last != key.Period {
			return
		}
		earlier, ok := MonthValue(k.series[key.Series], unit.Next(-1))
		if !ok {
			return
		}
		before = earlier
	}
	now, _ := k.Get(key)
	start, ok := k.Get(observation.Key{Series: key.Series, Period: before})
	if !ok || !exact(now) || !exact(start) {
		return
	}
	facts := []Fact{now, start}
	sum, words := start.Value, start.Value.String()
	others := []diag.Other{{Text: start.Key.String() + " is " + start.Value.String(), Span: start.Span()}}
	add := func(id, sign string, apply func(number.Decimal, number.Decimal) (number.Decimal, bool)) bool {
		indicator, ok := k.book.Indicator(id)
		if !ok {
			return false
		}
		f, ok := k.Get(observation.Key{Series: observation.Series{Indicator: indicator.ID.Value, Codes: key.Codes}, Period: unit})
		if !ok || !exact(f) {
			return false
		}
		result, fits := apply(sum, f.Value)
		sum = result
		words += " " + sign + " " + f.Value.String()
		facts = append(facts, f)
		others = append(others, diag.Other{Text: f.Key.String() + " is " + f.Value.String(), Span: f.Span()})
		return fits
	}
	for _, in := range b.In {
		if !add(in.Value, "+", number.Decimal.Add) {
			return
		}
	}
	for _, out := range b.Out {
		if !add(out.Value, "−", number.Decimal.Sub) {
			return
		}
	}
	difference, fits := now.Value.Sub(sum)
	if fits && difference.Abs() > b.Tolerance && k.anyOpen(facts...) {
		k.add(diag.BalanceDiffers(k.place(facts...), key.String(), now.Value.String(), words, sum.String(), difference.Abs().String(), others))
	}
}
