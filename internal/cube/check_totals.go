package cube

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// PartsOf lists the codes, of any time, whose sum is the total of a dimension: those of
// the level that the indicator names, or the children of the total. Codes of a level
// that is no partition are never summed; where the children of the total stand on
// several levels, the first that is a partition counts.
func PartsOf(list *codebook.CodeList, level string) []*codebook.Code {
	var parts []*codebook.Code
	chosen := ""
	for _, c := range list.Parts(level) {
		if c.Code.Value == list.Total.Value {
			continue
		}
		if l, _, ok := list.Level(c.Level.Value); ok && !l.Summable() {
			continue
		}
		if len(parts) == 0 {
			chosen = c.Level.Value
		}
		if c.Level.Value == chosen {
			parts = append(parts, c)
		}
	}
	return parts
}

// validIn gives the codes that exist in a period.
func validIn(codes []*codebook.Code, p period.Period) []string {
	var valid []string
	for _, c := range codes {
		if c.ValidIn(p) {
			valid = append(valid, c.Code.Value)
		}
	}
	return valid
}

// A summed dimension is one whose total is the sum of its parts.
type summed struct {
	n         int // of the dimension
	total     string
	delivered bool // the total is delivered too
	parts     []*codebook.Code
	tolerance number.Decimal
}

// summedOf lists the summed dimensions of an indicator.
func summedOf(book *codebook.Codebook, indicator *codebook.Indicator) []summed {
	var all []summed
	for n, list := range book.Lists(indicator) {
		dimension := indicator.Dimensions.Entries[n].Key.Value
		how := indicator.HowTotal(dimension)
		if how == "delivered" {
			continue
		}
		declared, _ := indicator.Totals.Get(dimension)
		all = append(all, summed{n, list.Total.Value, how == "both", PartsOf(list, declared.Level.Value), declared.Tolerance})
	}
	return all
}

// totals compares delivered totals with the sums of their parts, and finds
// totals whose parts are of different days.
func (k *checker) totals() {
	seen := map[monthTotal]bool{}
	var indicator *codebook.Indicator
	var dimensions []summed
	for at, l := range k.lines {
		if at == 0 || l.Indicator != k.lines[at-1].Indicator {
			dimensions = nil
			if of, ok := k.book.Indicator(l.Indicator); ok {
				indicator, dimensions = of, summedOf(k.book, of)
			}
		}
		if len(dimensions) > 0 {
			k.totalsOf(indicator, l, dimensions, seen)
		}
	}
}

// A monthTotal is a total of a stock in a month, over one dimension.
type monthTotal struct {
	observation.Key
	dimension int
}

// totalsOf looks at one series. seen are the totals by month that were looked at.
func (k *checker) totalsOf(indicator *codebook.Indicator, l line, dimensions []summed, seen map[monthTotal]bool) {
	codes := l.Codes.Split()
	parts := make([][]partLine, len(dimensions))
	for i, d := range dimensions {
		if d.delivered && d.n < len(codes) && codes[d.n] == d.total {
			parts[i] = k.partLines(l, codes, d)
		}
	}
	var last period.Period // a month
	for s := l.from; s < l.to; s++ {
		if k.current[s] == none {
			continue
		}
		key := observation.Key{Series: l.Series, Period: k.periods[s]}
		dated := indicator.Measure.Value != codebook.Flow && (key.Period.Kind() == period.Day || key.Period.Kind() == period.Week)
		var month period.Period
		if dated {
			month = key.Period.MonthOfEnd()
		}
		for i, d := range dimensions {
			if d.n >= len(codes) {
				break
			}
			if parts[i] != nil {
				k.total(k.facts.fact(k.current[s]), parts[i], d.tolerance)
			}
			if !dated || month == last {
				continue
			}
			of := monthTotal{observation.Key{Series: observation.Series{Indicator: l.Indicator, Codes: withCode(codes, d.n, d.total)}, Period: month}, d.n}
			if !seen[of] {
				seen[of] = true
				k.dates(of.Key, codes, d)
			}
		}
		if dated {
			last = month
		}
	}
}

// A partLine is the series of a part of a total, and how far it was looked at: the
// periods of a total are looked at in order, and so are those of its parts.
type partLine struct {
	code   *codebook.Code
	at, to int32
}

// partLines gives the series whose sum is that of a total.
func (k *checker) partLines(l line, codes []string, d summed) []partLine {
	parts := make([]partLine, len(d.parts))
	for i, code := range d.parts {
		part, _ := k.line(observation.Series{Indicator: l.Indicator, Codes: withCode(codes, d.n, code.Code.Value)})
		parts[i] = partLine{code, part.from, part.to}
	}
	return parts
}

// in gives the fact that counts in a period, or none. Periods are asked for in order.
func (k *checker) in(part *partLine, p period.Period) int32 {
	for part.at < part.to && period.Compare(k.periods[part.at], p) < 0 {
		part.at++
	}
	for s := part.at; s < part.to && k.periods[s] == p; s++ {
		if k.current[s] != none {
			return k.current[s]
		}
	}
	return none
}

// total compares one delivered total with its parts, when all are there.
func (k *checker) total(whole Fact, parts []partLine, tolerance number.Decimal) {
	if !exact(whole) {
		return
	}
	facts := append(k.room[:0], whole)
	defer func() { k.room = facts }()
	var sum number.Decimal
	for i := range parts {
		if !parts[i].code.ValidIn(whole.Period) {
			continue
		}
		n := k.in(&parts[i], whole.Period)
		if n == none {
			return
		}
		f := k.facts.fact(n)
		if f.Status.Has(observation.CannotExist) {
			continue
		}
		added, fits := sum.Add(f.Value)
		if !exact(f) || !fits {
			return
		}
		sum = added
		facts = append(facts, f)
	}
	difference, fits := whole.Value.Sub(sum)
	if !fits || difference.Abs() <= tolerance || len(facts) == 1 || !k.anyOpen(facts...) {
		return
	}
	var others []diag.Other
	for _, f := range facts[1:] {
		others = append(others, diag.Other{Text: diag.Say("%s is %s", f.Key.String(), f.Value.String()), Span: f.Span()})
	}
	k.add(diag.TotalDiffers(k.place(facts...), whole.Key.String(), whole.Value.String(), sum.String(), difference.Abs().String(), tolerance.String(), others))
}

// exact reports whether a fact has a value that a sum can be held against.
func exact(f Fact) bool { return f.HasValue && f.Qualifier == observation.Exact }

// dates finds a month's total of a stock whose parts are of different days.
func (k *checker) dates(month observation.Key, codes []string, d summed) {
	var facts []Fact
	differ := false
	for _, code := range validIn(d.parts, month.Period) {
		series := observation.Series{Indicator: month.Indicator, Codes: withCode(codes, d.n, code)}
		p, ok := MonthValue(k.Periods(series), month.Period)
		if !ok {
			continue
		}
		f, _ := k.Get(observation.Key{Series: series, Period: p})
		differ = differ || len(facts) > 0 && facts[0].Period != p
		facts = append(facts, f)
	}
	if !differ || !k.anyOpen(facts...) {
		return
	}
	var others []diag.Other
	for _, f := range facts {
		others = append(others, diag.Other{Text: diag.Verbatim(f.Key.String()), Span: f.Span()})
	}
	slices.SortStableFunc(facts, func(a, b Fact) int { return period.Compare(b.Period, a.Period) })
	k.add(diag.DatesDiffer(k.place(facts...), month.String(), others))
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
		from, _ := slices.BinarySearchFunc(k.lines, stock.ID.Value, func(l line, id string) int { return cmp.Compare(l.Indicator, id) })
		for _, l := range k.lines[from:] {
			if l.Indicator != stock.ID.Value {
				break
			}
			for _, p := range k.Periods(l.Series) {
				k.balance(stock.Balance, observation.Key{Series: l.Series, Period: p})
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
		if last, _ := MonthValue(k.Periods(key.Series), unit); last != key.Period {
			return
		}
		earlier, ok := MonthValue(k.Periods(key.Series), unit.Next(-1))
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
	others := []diag.Other{{Text: diag.Say("%s is %s", start.Key.String(), start.Value.String()), Span: start.Span()}}
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
		others = append(others, diag.Other{Text: diag.Say("%s is %s", f.Key.String(), f.Value.String()), Span: f.Span()})
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
