package commentary

import (
	"slices"
	"strings"

	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// assert checks the author's words before a reference. It says so where they are not true,
// and where the data do not prove them.
func (b *Binder) assert(p *piece) {
	ref, words := &p.ref, p.words
	s, ok := b.lookup(ref)
	if !ok {
		return
	}
	now := b.Table.At(s.key)
	if now.State != derive.Known {
		var a answer
		b.without(&a, ref, now)
		return
	}
	switch form := ref.Form.Value; form {
	case Above, Below:
		b.assertLimit(ref, words, s, now)
	case HighestSince, LowestSince:
		b.assertRecord(ref, words, s, now)
	default:
		before, says := b.out.Len(), b.Locale.Said(p.said)
		b.assertChange(ref, words, says, s)
		if says.Contradicts(directions[form]) && b.out.Len() == before {
			b.out.Add(diag.ContraryWords(p.wordsAt, words, string(form)).About(s.key.String()))
		}
	}
}

// directions are those that the forms of change check.
var directions = map[Form]locale.Direction{Rose: locale.Rose, Fell: locale.Fell, Unchanged: locale.Unchanged}

// surelyAbove reports whether what is known proves v > w.
func surelyAbove(v, w derive.Value) bool {
	switch {
	case v.Qualifier == observation.Upper || w.Qualifier == observation.Lower:
		return false
	case v.Qualifier == observation.Lower || w.Qualifier == observation.Upper:
		return v.Number >= w.Number // More than 40 is above 40.
	}
	return v.Number > w.Number
}

func surelyEqual(v, w derive.Value) bool {
	return !v.Qualifier.Bound() && !w.Qualifier.Bound() && v.Number == w.Number
}

func (b *Binder) assertLimit(ref *Reference, words string, s subject, now derive.Value) {
	limit := derive.Value{Key: now.Key, State: derive.Known, Number: ref.Limit.Value}
	high, low := now, limit
	if ref.Form.Value == Below {
		high, low = limit, now
	}
	if surelyAbove(high, low) {
		return
	}
	fact := diag.Say("%s is %s, and that is not above %s", b.name(s.key), b.shown(now), b.shown(limit))
	if ref.Form.Value == Below {
		fact = diag.Say("%s is %s, and that is not below %s", b.name(s.key), b.shown(now), b.shown(limit))
	}
	b.refute(ref, words, fact, now.Qualifier.Bound() && !surelyAbove(low, high), now)
}

func (b *Binder) assertChange(ref *Reference, words string, says locale.Saying, s subject) {
	c := b.Table.Change(s.key)
	if c.Before.Key.Indicator == "" {
		b.say(ref, diag.NoEarlier(ref.Span, s.key.String(), b.Kind))
		return
	}
	_, broken := b.Table.Break(s.key.Series, c.Before.Key.Period, c.Now.Key.Period)
	if broken && c.Reason == derive.ABound {
		c.Reason = derive.ABreak
	}
	if c.State != derive.Known && c.Reason != derive.ABound {
		var a answer
		b.notComparable(&a, ref, s, c)
		return
	}
	name, before, after := b.name(s.key), b.shown(c.Before), b.shown(c.Now)
	happened, fact := Form(""), diag.Say("%s went from %s to %s", name, before, after)
	switch {
	case surelyAbove(c.Now, c.Before):
		happened, fact = Rose, diag.Say("%s rose from %s to %s", name, before, after)
	case surelyAbove(c.Before, c.Now):
		happened, fact = Fell, diag.Say("%s fell from %s to %s", name, before, after)
	case surelyEqual(c.Now, c.Before):
		happened, fact = Unchanged, diag.Say("%s stayed at %s", name, after)
	}
	if happened == ref.Form.Value {
		return
	}
	if happened != "" && says.Affirms(directions[happened]) {
		b.out.Add(diag.FalseForm(ref.Span, words, string(ref.Form.Value), string(happened), fact).Note(b.deciding(c.Before, c.Now)))
		return
	}
	b.refute(ref, words, fact, happened == "", c.Before, c.Now)
}

// assertRecord checks that every value after since and before now is lower, or
// higher. The value of since itself is free: "the highest since July" is said
// when July was higher.
func (b *Binder) assertRecord(ref *Reference, words string, s subject, now derive.Value) {
	since := ref.Since.Value
	if since.End() >= s.key.Period.Start() {
		b.out.Add(diag.SinceNotBefore(ref.Since.Span, since.String(), s.key.Period.String()))
		return
	}
	first := s.key.Period
	for _, v := range slices.Backward(b.Table.Series(s.key.Series, s.key.Period.Kind())) {
		if v.Key.Period.End() >= s.key.Period.Start() {
			continue
		}
		event, broken := b.Table.Break(s.key.Series, v.Key.Period, s.key.Period)
		if broken {
			found := tooShort(ref, words, first, s)
			if event != nil {
				found = found.NoteAt(event.ID.Span, diag.Say("the break %s makes earlier values not comparable", event.ID.Value))
			}
			b.out.Add(found)
			return
		}
		if v.Key.Period.End() <= since.End() {
			return
		}
		first = v.Key.Period
		if v.State != derive.Known || b.Table.Compare(s.key, v.Key.Period).Reason == derive.OtherParts {
			continue
		}
		high, low := now, v
		fact := diag.Say("%s was %s in %s and is %s, which is not the highest since %s", b.name(s.key), b.shown(v), v.Key.Period.String(), b.shown(now), since.String())
		if ref.Form.Value == LowestSince {
			high, low = v, now
			fact = diag.Say("%s was %s in %s and is %s, which is not the lowest since %s", b.name(s.key), b.shown(v), v.Key.Period.String(), b.shown(now), since.String())
		}
		if !surelyAbove(high, low) {
			open := (now.Qualifier.Bound() || v.Qualifier.Bound()) && !surelyAbove(low, high)
			b.refute(ref, words, fact, open, v, now)
			return
		}
	}
	if first.Start() > since.End()+1 {
		b.out.Add(tooShort(ref, words, first, s))
	}
}

// tooShort is the finding that the series does not reach back as far as the
// words do; first is its first comparable period.
func tooShort(ref *Reference, words string, first period.Period, s subject) diag.Diagnostic {
	found := diag.RecordTooShort(ref.Since.Span, words, ref.Since.Value.String(), first.String())
	if first == s.key.Period {
		return diag.OfAssertion(found, string(ref.Form.Value)) // no other period would do
	}
	return found
}

// refute says that the author's words are not true, or, when open, that bounds
// leave it open.
func (b *Binder) refute(ref *Reference, words string, fact diag.Phrase, open bool, values ...derive.Value) {
	b.out.Add(diag.FalseAssertion(ref.Span, words, string(ref.Form.Value), fact, open).Note(b.deciding(values...)))
}

// deciding names values of a series with their drops.
func (b *Binder) deciding(values ...derive.Value) diag.Phrase {
	var sources []string
	for _, v := range values {
		text := v.Key.Period.String() + ": " + b.shown(v)
		if v.Dataset != "" {
			text += " (" + v.Drop.String() + ")"
		}
		sources = append(sources, text)
	}
	return diag.Verbatim(b.name(values[0].Key) + " " + strings.Join(sources, ", "))
}

// name is a series as a message names it; the total goes without its codes.
func (b *Binder) name(key observation.Key) string {
	if i, ok := b.Book.Indicator(key.Indicator); ok && key.Codes == b.Book.TotalCodes(i) {
		return key.Indicator
	}
	return key.Series.String()
}
