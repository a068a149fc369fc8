package diag

import (
	"strings"
)

// elseHint says how a text gets over a value that may be missing.
var elseHint = Say(`words for that case: {{… else "not yet known"}}`)

// UnknownDimension: dimension=code with a dimension that the indicator lacks.
func UnknownDimension(at Span, dimension, indicator string, known []string) Diagnostic {
	hint := Say("%s has no dimensions: leave it out", indicator)
	if len(known) > 0 {
		hint = Say("%s has %s", indicator, strings.Join(known, ", "))
	}
	if near, ok := Nearest(dimension, known); ok {
		hint = Say("did you mean %s?", Quote(near))
	}
	return fault("unknown-dimension", at, Say("%s has no dimension %s", indicator, Quote(dimension)), hint)
}

// NameForID: a label stands where an id or a code is asked for. kind is
// indicator or code.
func NameForID(at Span, kind, name, id string) Diagnostic {
	if kind == "code" {
		return fault("name-for-id", at, Say("%s is a name and no code", Quote(name)),
			Say("%s is the code of %s: write %[1]s", id, Visible(name)))
	}
	return fault("name-for-id", at, Say("%s is a name and no id", Quote(name)),
		Say("%s is the id of %s: write %[1]s", id, Visible(name)))
}

// ImpossiblePeriod: the indicator has no periods of that kind.
func ImpossiblePeriod(at Span, indicator, period, kind, measure string, known []string) Diagnostic {
	kinds := make([]Phrase, len(known))
	for i, k := range known {
		kinds[i] = Word(k)
	}
	d := fault("impossible-period", at, Say("%s has no figure for the %s %s", indicator, Word(kind), period),
		Say("its figures are by %s: name such a period, or period=latest", list(kinds)))
	if measure != "flow" {
		d = d.Note(Say("only flows are summed to longer periods, and this is of measure type %s", measure))
	}
	return d
}

// NoMonthsBefore: -5m of a quarter, and the like.
func NoMonthsBefore(at Span, months int, period, kind string) Diagnostic {
	return fault("impossible-period", at, Say("no %s is %d months before %s", Word(kind), months, period),
		Say("write a number of months that leads to such a period, or name it with period="))
}

// SinceNotBefore: highest-since a period that is not earlier.
func SinceNotBefore(at Span, since, period string) Diagnostic {
	return fault("impossible-period", at, Say("%s is not before %s", since, period),
		Say("name a period before the one that the words are about"))
}

// ShareOfShare: a share of, or out of, what is a share itself.
func ShareOfShare(at Span, indicator, measure string) Diagnostic {
	return fault("not-comparable", at, Say("%s is of measure type %s, and a share is one of counts", indicator, measure),
		Say("name two indicators that count; print a share that is delivered or derived by its own id"))
}

// ReferenceEmpty: a known key without a value. A draft may still lack it.
func ReferenceEmpty(at Span, key string, why Phrase, kind TextKind) Diagnostic {
	return lacking(at, Say("%s has no value: %s", key, why), Say("check the id, codes and period, or give %s", elseHint), kind).About(key)
}

// NoEarlier: a change without anything to compare with.
func NoEarlier(at Span, key string, kind TextKind) Diagnostic {
	return lacking(at, Say("%s has no earlier value to be compared with", key), Say("print the value alone, or give %s", elseHint), kind).About(key)
}

// OfAssertion is a finding on the value that an assertion needs: else is no way
// out of it.
func OfAssertion(d Diagnostic, form string) Diagnostic {
	return d.hinted(Say("take the assertion %s out until the data can prove or refute the words", form))
}

// A TextKind is what a text with references belongs to.
type TextKind uint8

// The kinds of texts. A page is built as it is; a draft is a report before its release.
const (
	OfPage TextKind = iota
	OfDraft
	OfRelease
)

// lacking is a warning on a page and in a draft, and an error in a release.
func lacking(at Span, title, hint Phrase, kind TextKind) Diagnostic {
	if kind == OfRelease {
		return fault("reference-empty", at, title, hint)
	}
	d := warning("reference-empty", at, title, hint)
	d.Refused = kind == OfDraft
	return d.hinted(hint)
}

// hinted gives a finding its hint, which says when a release does not pass it.
func (d Diagnostic) hinted(hint Phrase) Diagnostic {
	d.Hint = hint
	if d.Refused {
		d.Hint = Say("a release does not pass this: %s", hint)
	}
	return d
}

// NotComparable: the form needs to compute with what is no operand.
func NotComparable(at Span, key string, form, why Phrase) Diagnostic {
	return fault("not-comparable", at, Say("%s has no %s: not comparable", key, form),
		Say("print the value alone, or give %s", elseHint)).Note(why)
}

// PercentOfSmall: a percentage on a base under 30. instead is the form of the difference.
func PercentOfSmall(at Span, base, value, instead string) Diagnostic {
	return fault("no-percentage", at, Say("a percentage on a base of %s says nothing", value),
		Say("write %s, which prints the difference, or give %s", instead, elseHint)).Note(Say("%s is %s, and below 30 no percentage is printed", base, value))
}

// PercentOfPercent: change% of an indicator in per cent.
func PercentOfPercent(at Span, indicator, instead string) Diagnostic {
	return fault("no-percentage", at, Say("%s is in per cent, and its change is not", indicator),
		Say("write %s, which prints percentage points", instead))
}

// FalseAssertion: the author's words are not true, or left open by bounds.
func FalseAssertion(at Span, words, form string, fact Phrase, open bool) Diagnostic {
	title := Say("%s is not true: %s", Quote(words), fact)
	if open {
		title = Say("%s is not proven: %s", Quote(words), fact)
	}
	return fault("assertion-false", at, title,
		Say("correct the words and the form %s behind them, or the figures", form))
}

// FalseForm: the author's words are true, and not the form behind them; happened is the one
// that is.
func FalseForm(at Span, words, form, happened string, fact Phrase) Diagnostic {
	return fault("assertion-false", at, Say("%s is true, and %s behind it is not: %s", Quote(words), form, fact), Say("write | %s in the reference", happened))
}

// ContraryWords: the author's words name another direction than the form that checks them,
// which is true.
func ContraryWords(at Span, words, form string) Diagnostic {
	return fault("contrary-words", at, Say("%s contradicts %s, which checks it and is true", Quote(words), form),
		Say("correct the words, which the figures do not bear out"))
}

// DirectionUnchecked: a change is printed without its sign, and no assertion in the paragraph
// checks the direction. signed is the form that prints the sign.
func DirectionUnchecked(at Span, key, form, signed string) Diagnostic {
	return warning("direction-unchecked", at, Say("nothing in this paragraph checks whether %s rose or fell", key),
		Say("check the words, as in [fell]{{indicator | fell}} by {{indicator | %s}}, or write %s, which prints the sign", form, signed)).About(key)
}

// RecordTooShort: highest-since a time from which there is nothing to compare.
func RecordTooShort(at Span, words, since, first string) Diagnostic {
	return fault("assertion-false", at, Say("%s is not proven: comparable figures begin with %s, after %s", Quote(words), first, since),
		Say("name a period from %s on, in the words and behind the form", first))
}

// LanguagesDiffer: some languages bind an observation that others do not.
// without are those languages and lacking their files.
func LanguagesDiffer(at Span, key, with string, without []string, lacking []Span) Diagnostic {
	d := warning("languages-differ", at, Say("%s is bound in %s and not in %s", key, with, strings.Join(without, ", ")),
		Say("bind the same observations in every language, or take it out")).About(key)
	for i, file := range lacking {
		d = d.NoteAt(file, Say("no reference to it in %s", without[i]))
	}
	return d
}

// TopicsDiffer: the languages of a report have different numbers of sections
// about a topic. counts are those numbers, language by language.
func TopicsDiffer(at Span, topic string, languages []string, counts []int) Diagnostic {
	parts := make([]Phrase, len(languages))
	for i, language := range languages {
		parts[i] = Say("%d in %s", counts[i], language)
	}
	return warning("topics-differ", at, Say("the number of sections about %s differs: %s", topic, list(parts)),
		Say("write {#%s} behind the same headings in every language: the topic's page leads to them", topic)).About(topic)
}
