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
	{"typed-number", Warning, "A number in a text is typed by hand and not bound to data."},
}

// ReferenceSyntax: what stands between {{ and }} cannot be read.
func ReferenceSyntax(at Span, title, hint string) Diagnostic {
	return fault("reference-syntax", at, title, hint)
}

// UnknownForm: the word behind | is no form.
func UnknownForm(at Span, form, nearest string, known []string) Diagnostic {
	hint := "write one of: " + strings.Join(known, ", ")
	if nearest != "" {
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
