package diag

import (
	"fmt"
	"strings"
)

// elseHint says how a text gets over a value that may be missing.
const elseHint = `words for that case: {{… else "not yet known"}}`

// UnknownDimension: dimension=code with a dimension that the indicator lacks.
func UnknownDimension(at Span, dimension, indicator string, known []string) Diagnostic {
	hint := indicator + " has no dimensions: leave it out"
	if len(known) > 0 {
		hint = indicator + " has " + strings.Join(known, ", ")
	}
	if near, ok := Nearest(dimension, known); ok {
		hint = fmt.Sprintf("did you mean %s?", Quote(near))
	}
	return fault("unknown-dimension", at, fmt.Sprintf("%s has no dimension %s", indicator, Quote(dimension)), hint)
}

// NameForID: a label stands where an id or a code is asked for. kind is
// indicator or code.
func NameForID(at Span, kind, name, id string) Diagnostic {
	return fault("name-for-id", at, fmt.Sprintf("%s is a name and no %s", Quote(name), kindWord[kind]),
		fmt.Sprintf("%s is the %s of %s: write %s", id, kindWord[kind], Visible(name), id))
}

var kindWord = map[string]string{"indicator": "id", "code": "code"}

// ImpossiblePeriod: the indicator has no periods of that kind.
func ImpossiblePeriod(at Span, indicator, period, kind, measure string, known []string) Diagnostic {
	d := fault("impossible-period", at, fmt.Sprintf("%s has no figure for the %s %s", indicator, kind, period),
		"its figures are by "+strings.Join(known, ", ")+": name such a period, or period=latest")
	if measure != "flow" {
		d = d.Note("only flows are summed to longer periods, and this is of measure type " + measure)
	}
	return d
}

// NoMonthsBefore: -5m of a quarter, and the like.
func NoMonthsBefore(at Span, months int, period, kind string) Diagnostic {
	return fault("impossible-period", at, fmt.Sprintf("no %s is %d months before %s", kind, months, period),
		"write a number of months that leads to such a period, or name it with period=")
}

// SinceNotBefore: highest-since a period that is not earlier.
func SinceNotBefore(at Span, since, period string) Diagnostic {
	return fault("impossible-period", at, fmt.Sprintf("%s is not before %s", since, period),
		"name a period before the one that the words are about")
}

// ShareOfShare: a share of, or out of, what is a share itself.
func ShareOfShare(at Span, indicator, measure string) Diagnostic {
	return fault("not-comparable", at, fmt.Sprintf("%s is of measure type %s, and a share is one of counts", indicator, measure),
		"name two indicators that count; print a share that is delivered or derived by its own id")
}

// ReferenceEmpty: a known key without a value. A draft may still lack it.
func ReferenceEmpty(at Span, key, why string, releasing bool) Diagnostic {
	return lacking(at, fmt.Sprintf("%s has no value: %s", key, why), "check the id, codes and period, or give "+elseHint, releasing).About(key)
}

// NoEarlier: a change without anything to compare with.
func NoEarlier(at Span, key string, releasing bool) Diagnostic {
	return lacking(at, fmt.Sprintf("%s has no earlier value to be compared with", key), "print the value alone, or give "+elseHint, releasing).About(key)
}

// OfAssertion is a finding on the value that an assertion needs: else is no way
// out of it.
func OfAssertion(d Diagnostic, form string) Diagnostic {
	d.Hint = fmt.Sprintf("take the assertion %s out until the data can prove or refute the words", form)
	return d
}

// lacking is a warning in a draft and an error in a release.
func lacking(at Span, title, hint string, releasing bool) Diagnostic {
	if releasing {
		return fault("reference-empty", at, title, hint)
	}
	return warning("reference-empty", at, title, hint)
}

// NotComparable: the form needs to compute with what is no operand.
func NotComparable(at Span, key, form, why string) Diagnostic {
	return fault("not-comparable", at, fmt.Sprintf("%s has no %s: not comparable", key, form),
		"print the value alone, or give "+elseHint).Note(why)
}

// PercentOfSmall: a percentage on a base under 30.
func PercentOfSmall(at Span, base, value string) Diagnostic {
	return fault("no-percentage", at, fmt.Sprintf("a percentage on a base of %s says nothing", value),
		"write change, which prints the difference, or give "+elseHint).Note(fmt.Sprintf("%s is %s, and below 30 no percentage is printed", base, value))
}

// PercentOfPercent: change% of an indicator in per cent.
func PercentOfPercent(at Span, indicator string) Diagnostic {
	return fault("no-percentage", at, fmt.Sprintf("%s is in per cent, and its change is not", indicator),
		"write change, which prints percentage points")
}

// FalseAssertion: the author's words are not true, or left open by bounds.
func FalseAssertion(at Span, words, form, fact, note string, open bool) Diagnostic {
	verdict := "is not true"
	if open {
		verdict = "is not proven"
	}
	return fault("assertion-false", at, fmt.Sprintf("%s %s: %s", Quote(words), verdict, fact),
		fmt.Sprintf("correct the words and the form %s behind them, or the figures", form)).Note(note)
}

// RecordTooShort: highest-since a time from which there is nothing to compare.
func RecordTooShort(at Span, words, since, first string) Diagnostic {
	return fault("assertion-false", at, fmt.Sprintf("%s is not proven: comparable figures begin with %s, after %s", Quote(words), first, since),
		"name a period from "+first+" on, in the words and behind the form")
}

// LanguagesDiffer: some languages bind an observation that others do not.
// without are those languages and lacking their files.
func LanguagesDiffer(at Span, key, with string, without []string, lacking []Span) Diagnostic {
	d := warning("languages-differ", at, fmt.Sprintf("%s is bound in %s and not in %s", key, with, strings.Join(without, ", ")),
		"bind the same observations in every language, or take it out").About(key)
	for i, file := range lacking {
		d = d.NoteAt(file, "no reference to it in "+without[i])
	}
	return d
}

// TopicsDiffer: the languages of a report have different numbers of sections
// about a topic. counts are those numbers, language by language.
func TopicsDiffer(at Span, topic string, languages []string, counts []int) Diagnostic {
	parts := make([]string, len(languages))
	for i, language := range languages {
		parts[i] = fmt.Sprintf("%d in %s", counts[i], language)
	}
	return warning("topics-differ", at, fmt.Sprintf("the number of sections about %s differs: %s", topic, strings.Join(parts, ", ")),
		fmt.Sprintf("write {#%s} behind the same headings in every language: the topic's page leads to them", topic)).About(topic)
}
