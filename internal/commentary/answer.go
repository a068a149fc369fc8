package commentary

import (
	"slices"
	"strconv"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// An answer is the number of a reference, with what follows it in brackets.
type answer struct {
	Number
	remarks  []string
	newest   drop.ID // whose text is Number.Drop
	received period.Date
}

// percentDecimals are those of changes in per cent and of shares that a
// reference computes.
const percentDecimals = 1

// answer looks a reference up and prints it; ok is false when the reference
// itself is wrong, which has then been said.
func (b *Binder) answer(ref *Reference) (a answer, ok bool) {
	s, ok := b.lookup(ref)
	if !ok {
		return a, false
	}
	a.Form, a.Key, a.Span = string(ref.Form.Value), s.key, ref.Span
	switch ref.Form.Value {
	case Change, ChangePercent, Unsigned, UnsignedPercent:
		b.change(&a, ref, s)
	case ShareOf:
		base, ok := b.base(ref, s)
		if !ok {
			return a, false
		}
		a.Form += " of=" + base.Indicator
		b.share(&a, ref, s, base)
	case FirstPublished:
		b.value(&a, ref, s, b.first(s.key))
	case Peak:
		b.peak(&a, ref, s)
	case MonthsBefore:
		earlier, ok := monthsBefore(s.key.Period, ref.Months)
		if !ok {
			b.out.Add(diag.NoMonthsBefore(ref.Form.Span, ref.Months, s.key.Period.String(), s.key.Period.Kind().String()))
			return a, false
		}
		a.Form = "-" + strconv.Itoa(ref.Months) + "m"
		a.Key.Period = earlier
		b.value(&a, ref, s, b.Table.At(a.Key))
	default:
		b.value(&a, ref, s, b.Table.At(s.key))
	}
	return a, true
}

func (b *Binder) first(key observation.Key) derive.Value {
	if b.First == nil {
		return b.Table.At(key)
	}
	return b.First(key)
}

// value prints a value, or says that there is none.
func (b *Binder) value(a *answer, ref *Reference, s subject, v derive.Value) {
	if v.State != derive.Known {
		b.without(a, ref, v)
		return
	}
	a.rest(v)
	a.Value, a.HasValue = v.Number, true
	a.Printed = b.qualified(v.Qualifier, b.print(s, v.Number))
	if s.latest {
		a.remarks = append(a.remarks, b.Locale.Period(observed(v)))
	}
	b.partial(a, v)
}

// observed is the period that is printed with a value: of a stock the day on
// which it was counted.
func observed(v derive.Value) period.Period {
	if v.MixedDates {
		return v.Key.Period
	}
	return v.Observed
}

func (b *Binder) change(a *answer, ref *Reference, s subject) {
	c := b.Table.Change(s.key)
	switch {
	case c.State == derive.NotComparable:
		b.notComparable(a, ref, s, c)
		return
	case c.State != derive.Known && c.Now.State == derive.Known:
		b.otherwise(a, ref, locale.Absent, diag.NoEarlier(ref.Span, s.key.String(), b.Kind))
		return
	case c.State != derive.Known:
		b.without(a, ref, c.Now)
		return
	case ref.Form.Value.InPercent() && !c.HasPercent:
		instead := string(Change)
		if ref.Form.Value.WithoutSign() {
			instead = string(Unsigned)
		}
		found := diag.PercentOfSmall(ref.Form.Span, c.Before.Key.String(), b.print(s, c.Before.Number), instead)
		if c.Points {
			found = diag.PercentOfPercent(ref.Form.Span, s.indicator.ID.Value, instead)
		}
		b.otherwise(a, ref, "", found)
		return
	}
	a.rest(c.Now)
	a.rest(c.Before)
	a.HasValue = true
	a.Value, a.Printed = PrintChange(b.Locale, c, ref.Form.Value, s.indicator.Decimals)
	a.Printed = b.qualified(c.Qualifier, a.Printed)
	switch {
	case !c.Adjacent:
		a.remarks = append(a.remarks, b.Locale.Range(c.Before.Key.Period, c.Now.Key.Period))
	case s.latest:
		a.remarks = append(a.remarks, b.Locale.Period(c.Now.Key.Period))
	}
	b.partial(a, c.Now)
}

// PrintChange writes a known change as a form asks for it. The value keeps its sign, also
// where none is printed.
func PrintChange(l *locale.Locale, c derive.Change, form Form, decimals int) (value number.Decimal, printed string) {
	switch {
	case form == ChangePercent:
		return c.Percent, l.SignedPercent(c.Percent, percentDecimals)
	case form == UnsignedPercent:
		return c.Percent, l.Percent(c.Percent.Abs(), percentDecimals)
	case form == Unsigned && c.Points:
		return c.Difference, l.PercentagePoints(c.Difference.Abs(), decimals)
	case form == Unsigned:
		return c.Difference, l.Number(c.Difference.Abs(), decimals)
	case c.Points:
		return c.Difference, l.SignedPercentagePoints(c.Difference, decimals)
	}
	return c.Difference, l.Signed(c.Difference, decimals)
}

func (b *Binder) share(a *answer, ref *Reference, s subject, base observation.Key) {
	v := b.Table.Share(s.key, base)
	switch v.State {
	case derive.Known:
		a.rest(v)
		a.Value, a.HasValue = v.Number, true
		a.Printed = b.qualified(v.Qualifier, b.Locale.Percent(v.Number, percentDecimals))
		if s.latest {
			a.remarks = append(a.remarks, b.Locale.Period(s.key.Period))
		}
		b.partial(a, v)
		return
	case derive.NotComparable:
		found := diag.NotComparable(ref.Span, s.key.String(), diag.Say("share of %s", base.Indicator), b.whyNoShare(s, base))
		b.otherwise(a, ref, "", found)
		return
	}
	if part := b.Table.At(s.key); part.State != derive.Known {
		v = part
	} else {
		v = b.Table.At(base)
		v.Key = base
	}
	b.without(a, ref, v)
}

// whyNoShare says what forbids a share.
func (b *Binder) whyNoShare(s subject, base observation.Key) diag.Phrase {
	for _, key := range [...]observation.Key{s.key, base} {
		if v := b.Table.At(key); v.Qualifier.Bound() {
			return b.bound(v)
		}
	}
	if v := b.Table.At(base); v.Number == 0 {
		return diag.Say("%s is 0", base.String())
	}
	return diag.Say("the two are totals of different parts")
}

func (b *Binder) peak(a *answer, ref *Reference, s subject) {
	r := b.Table.Peak(s.key)
	switch r.State {
	case derive.Known:
		a.Key = r.Value.Key
		a.rest(r.Value)
		a.Value, a.HasValue = r.Value.Number, true
		a.Printed = b.qualified(r.Value.Qualifier, b.print(s, r.Value.Number))
		a.remarks = append(a.remarks, b.Locale.Period(observed(r.Value)))
		b.partial(a, r.Value)
	case derive.NotComparable:
		why := diag.Say("the series holds a value that is only a bound")
		for _, v := range b.Table.Series(s.key.Series, s.key.Period.Kind()) {
			if v.State == derive.Known && v.Qualifier.Bound() && v.Key.Period.End() <= s.key.Period.End() {
				why = b.bound(v)
			}
		}
		b.otherwise(a, ref, "", diag.NotComparable(ref.Span, s.key.String(), diag.Say("peak"), why))
	default:
		b.without(a, ref, b.Table.At(s.key))
	}
}

// notComparable says why two values of a series are not compared.
func (b *Binder) notComparable(a *answer, ref *Reference, s subject, c derive.Change) {
	form := ref.Form.Value
	if form.Asserts() {
		form = Change
	}
	found := diag.NotComparable(ref.Span, s.key.String(), diag.Verbatim(string(form)), b.whyNoChange(c))
	if c.Break != nil {
		found = found.NoteAt(c.Break.ID.Span, diag.Say("the break %s is declared here", c.Break.ID.Value))
	}
	b.otherwise(a, ref, "", found)
}

func (b *Binder) whyNoChange(c derive.Change) diag.Phrase {
	switch c.Reason {
	case derive.ABound:
		if c.Now.Qualifier.Bound() {
			return b.bound(c.Now)
		}
		return b.bound(c.Before)
	case derive.ABreak:
		return diag.Say("the series breaks between %s and %s", c.Before.Key.Period.String(), c.Now.Key.Period.String())
	case derive.OtherParts:
		return diag.Say("the totals of %s and %s lack different parts", c.Before.Key.Period.String(), c.Now.Key.Period.String())
	}
	return diag.Say("the difference is too large a number")
}

// bound describes a value that is only a bound, for a message.
func (b *Binder) bound(v derive.Value) diag.Phrase {
	return diag.Say("%s is %s, which is a bound and not a number to compute with", v.Key.String(), b.shown(v))
}

// without prints the mark of a value that is not there, and says so unless the
// author has words for that case.
func (b *Binder) without(a *answer, ref *Reference, v derive.Value) {
	key := v.Key
	mark, why := locale.Absent, diag.Say("it was not delivered")
	switch v.State {
	case derive.Hidden:
		mark, why = locale.Hidden, diag.Say("it is hidden to protect persons")
	case derive.Impossible:
		mark, why = locale.Impossible, diag.Say("it cannot exist")
	case derive.Absent:
		why = diag.Say("nothing is known of it")
	case derive.NotComparable:
		b.otherwise(a, ref, "", diag.NotComparable(ref.Span, key.String(), diag.Say("value"), diag.Say("a part of it is a bound, or its parts do not go together")))
		return
	}
	a.rest(v)
	b.otherwise(a, ref, mark, b.noValue(ref, v, why))
}

// noValue is the finding on a value that is not there, with the nearest one
// that is.
func (b *Binder) noValue(ref *Reference, v derive.Value, why diag.Phrase) diag.Diagnostic {
	found := diag.ReferenceEmpty(ref.Span, v.Key.String(), why, b.Kind)
	indicator, ok := b.Book.Indicator(v.Key.Indicator)
	if !ok || v.State != derive.Absent {
		return found
	}
	if delivery, ok := b.Awaited(indicator, v.Key.Period); ok {
		found = found.Awaiting(delivery)
	}
	if last, ok := b.Table.Latest(v.Key.Series, v.Key.Period.Kind(), v.Key.Period); ok {
		return found.Note(diag.Say("the last value before it is that of %s; period=latest prints it with its period", last.Key.Period.String()))
	}
	codes := v.Key.Codes.Split()
	for n, list := range b.Book.Lists(indicator) {
		given := codes[n]
		code, ok := list.Code(given)
		if ok && !code.ValidIn(v.Key.Period) {
			return found.NoteAt(code.Code.Span, diag.Say("the code %s does not exist in %s", given, v.Key.Period.String()))
		}
		for _, other := range list.CodeNames() {
			codes[n] = other
			key := v.Key
			key.Codes = observation.JoinCodes(codes...)
			if other != given && b.Table.At(key).State == derive.Known {
				return found.Note(diag.Say("there is a value of %s=%s but none of %s", indicator.DimensionIDs()[n], other, given))
			}
		}
		codes[n] = given
	}
	return found
}

// Awaited is the delivery that a value of the round waits for: nothing of the indicator, or
// of what it is derived from, is known yet for the period. ok is false when something is, and
// when more than one delivery may bring it.
func (b *Binder) Awaited(i *codebook.Indicator, p period.Period) (delivery diag.Delivery, ok bool) {
	known := b.Table.Periods(i.ID.Value, p.Kind())
	if p != b.Round || slices.Contains(known, p) || len(known) == 0 && len(b.Table.Periods(i.ID.Value, period.None)) > 0 {
		return delivery, false // A yearly count has no month to wait for.
	}
	if i.Derived == nil {
		contracts := b.Book.ContractsOf(i)
		if len(contracts) != 1 || !contracts[0].DueWith(p) {
			return delivery, false
		}
		return diag.Delivery{Dataset: contracts[0].ID.Value, Organisation: contracts[0].Organisation.Value, Round: b.Round.String()}, true
	}
	for _, part := range i.Parts() {
		if of, found := b.Book.Indicator(part.Value); found {
			if delivery, ok = b.Awaited(of, p); ok {
				return delivery, true
			}
		}
	}
	return delivery, false
}

// otherwise prints the author's words for a value that is not there. Without
// any, it prints a mark, or that there is no comparison, and adds the finding.
func (b *Binder) otherwise(a *answer, ref *Reference, mark locale.Mark, found diag.Diagnostic) {
	switch {
	case ref.Else != nil:
		a.Printed = *ref.Else
		return
	case mark != "":
		a.Printed = mark.String()
	default:
		a.Printed = b.Locale.NotComparable()
	}
	b.say(ref, found)
}

// say adds a finding on a value that a reference needs.
func (b *Binder) say(ref *Reference, found diag.Diagnostic) {
	if form := ref.Form.Value; form.Asserts() {
		found = diag.OfAssertion(found, string(form))
	}
	b.out.Add(found)
}

// print writes a number with the decimals and the per cent sign of its indicator.
func (b *Binder) print(s subject, n number.Decimal) string {
	if s.percent {
		return b.Locale.Percent(n, s.indicator.Decimals)
	}
	return b.Locale.Number(n, s.indicator.Decimals)
}

// qualified puts "more than" or "about" before a printed number. The minus sign
// stays a sign: the page gives it a spoken form.
func (b *Binder) qualified(q observation.Qualifier, printed string) string {
	if q.Bound() {
		return b.Locale.QualifiedWords(locale.Qualifier(q.String()), printed)
	}
	return b.Locale.Qualified(locale.Qualifier(q.String()), printed)
}

// shown writes a value as a message shows it.
func (b *Binder) shown(v derive.Value) string {
	s := subject{}
	indicator, ok := b.Book.Indicator(v.Key.Indicator)
	if !ok {
		return v.Number.String()
	}
	s.indicator, s.percent = indicator, b.Book.UnitOf(indicator).Percent
	return b.Locale.Qualified(locale.Qualifier(v.Qualifier.String()), b.print(s, v.Number))
}

// partial adds how many parts a total has of those it should have.
func (b *Binder) partial(a *answer, v derive.Value) {
	if v.Partial() {
		a.remarks = append(a.remarks, b.Locale.Coverage(v.Present, v.Expected))
	}
}

// rest notes the drop of a value that the answer rests on, if it is newer than
// those before.
func (a *answer) rest(v derive.Value) {
	if v.Dataset == "" {
		return
	}
	if a.Drop == "" || drop.CompareOrder(v.Drop, v.Received, a.newest, a.received) > 0 {
		a.newest, a.received, a.Drop = v.Drop, v.Received, v.Drop.String()
	}
}
