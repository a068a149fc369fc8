package diag

import (
	"fmt"
	"strings"
)

var commentaryEntries = []Entry{
	{"reference-syntax", Error, "A reference in a text is not of the form {{indicator dimension=code | form}}."},
	{"unknown-form", Error, "A reference asks for a form that does not exist."},
	{"raw-html", Error, "A text holds HTML, which Ronde does not pass on."},
	{"heading-level", Error, "A text has a first-level heading; the first level is the title of the page."},
	{"image-in-text", Error, "A text shows an image; pictures on a page are figures with data behind them."},
	{"figure-not-alone", Error, "A figure is placed inside a sentence instead of on a line of its own."},
	{"assertion-without-words", Error, "An assertion stands behind no words in square brackets."},
	{"no-percentage", Error, "A text asks for a change in per cent where there is none."},
	{"draft-without-value", Warning, "A reference in a draft has no value and the text does not say what to print instead."},
	{"reference-without-value", Error, "A reference has no value, and a release may not print a mark in a sentence unless the text says so."},
	{"sparkline", Error, "A small picture is asked for where only words can stand."},
	{"untrue", Error, "The author's words contradict the data."},
	{"unproven", Error, "The data do not say whether the author's words are true."},
	{"languages-differ", Warning, "The languages of a report bind different observations."},
	{"typed-number", Warning, "A number in a text is typed by hand and not bound to data."},
}

// ReferenceSyntax: what stands between {{ and }} cannot be read.
func ReferenceSyntax(at Span, title, hint string) Diagnostic {
	return fault("reference-syntax", at, title, hint)
}

// UnknownForm: the word behind | is no form.
func UnknownForm(at Span, form string, known []string) Diagnostic {
	hint := "write one of: " + strings.Join(known, ", ")
	if nearest, ok := Nearest(form, known); ok {
		hint = fmt.Sprintf("did you mean %q? The forms are: %s", nearest, strings.Join(known, ", "))
	}
	return fault("unknown-form", at, fmt.Sprintf("there is no form %s", Quote(form)), hint)
}

// RawHTML: HTML stands in a text.
func RawHTML(at Span) Diagnostic {
	return fault("raw-html", at, "HTML stands in this text",
		"write Markdown: **bold**, *italic*, [words](https://address); HTML is never passed on to a page")
}

// HeadingLevel: # at the first level.
func HeadingLevel(at Span) Diagnostic {
	return fault("heading-level", at, "this heading is of the first level",
		"begin it with ##: the first level is the title, which stands in the lines between --- at the top")
}

// ImageInText: ![…](…) in a text.
func ImageInText(at Span) Diagnostic {
	return fault("image-in-text", at, "an image stands in this text",
		"describe it as a figure with data: {{figure id}} on a line of its own")
}

// FigureNotAlone: {{figure id}} within a paragraph.
func FigureNotAlone(at Span) Diagnostic {
	return fault("figure-not-alone", at, "this figure is placed inside a sentence",
		"put {{figure …}} on a line of its own, with an empty line before and after")
}

// AssertionWithoutWords: {{x | fell}} not behind [words].
func AssertionWithoutWords(at Span, form string) Diagnostic {
	return fault("assertion-without-words", at,
		fmt.Sprintf("%s checks words, and no words in square brackets stand in front of it", form),
		"write the words that it checks: [fell]{{indicator | fell}}")
}

// TypedNumber: a number in running text that no reference wrote.
func TypedNumber(at Span, text string) Diagnostic {
	return warning("typed-number", at, fmt.Sprintf("%s is typed by hand", Quote(text)),
		"take it from the data with {{indicator}}, or, if it is no statistic, write {{lit "+text+"}}").About(text)
}

// LabelForCode: a label was written where a code stands.
func LabelForCode(at Span, label, code string) Diagnostic {
	return fault("unknown-code", at, fmt.Sprintf("%s is a label, not a code", Quote(label)), "write its code, "+code)
}

// NoPercentage: change% of a value that has none.
func NoPercentage(at Span, key string, points bool) Diagnostic {
	d := fault("no-percentage", at, fmt.Sprintf("%s has no change in per cent", key), "write change instead of change%")
	if points {
		return d.Note("a change of a percentage is counted in percentage points")
	}
	return d.Note("the earlier value is under 30, and a percentage of so few says nothing")
}

// NothingToPrint: a reference is known and has no value.
func NothingToPrint(at Span, key, printed, last string, releasing bool) Diagnostic {
	title, hint := fmt.Sprintf("%s has no value", key), `write {{… else "words"}} to say what stands there instead, or name another period`
	d := warning("draft-without-value", at, title, hint)
	if releasing {
		d = fault("reference-without-value", at, title, hint)
	} else {
		d = d.Note("a draft prints " + printed + "; a release stops here")
	}
	if last != "" {
		d = d.Note("the last value before is " + last)
	}
	return d
}

// SparklineHere: a small picture in a title or a page.
func SparklineHere(at Span) Diagnostic {
	return fault("sparkline", at, "a sparkline stands where only words can", "sparklines belong in the text and the main points of a report")
}

// UntrueWords: the author's words contradict the data.
func UntrueWords(at Span, spoken, form, key, fact string) Diagnostic {
	return fault("untrue", at, fmt.Sprintf("%s is not true: %s", Quote(spoken), key), "rewrite the sentence, or correct the reference").
		Note(fmt.Sprintf("%s checks: %s", form, fact))
}

// UnprovenWords: the data do not say whether the author's words are true.
func UnprovenWords(at Span, spoken, form, key, state string) Diagnostic {
	return fault("unproven", at, fmt.Sprintf("the data do not prove %s: %s is %s", Quote(spoken), key, state),
		"rewrite the sentence without the claim, or name a period for which there is a value").
		Note(fmt.Sprintf("%s needs values that can be compared", form))
}

// LanguagesDiffer: a number is bound in one language and not in another.
func LanguagesDiffer(at Span, key, form, here, missing, file string) Diagnostic {
	return warning("languages-differ", at, fmt.Sprintf("%s (%s) is in the text in %s and not in %s", key, form, here, missing),
		"readers of all languages should get the same numbers: add it there or take it out here").
		NoteAt(FileSpan(file), "the other text").About(key + " " + missing)
}
