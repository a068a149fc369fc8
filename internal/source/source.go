// Package source reads input files and keeps the place of everything it reads.
//
// It knows files, YAML, front matter and cells separated by a character; it
// does not know what they mean. Whatever it gives out carries its place, so
// that a message many stages later can still name line, column and cell.
//
// # YAML
//
// A YAML file is decoded into a Go struct whose field tags are the one
// description of its format: the decoder follows them, and so does the JSON
// Schema that `ronde schema` prints. The tags are
//
//	key:"received,required"   name in the file; "required" when it must be there
//	doc:"…"                   one sentence for the schema and for messages
//	enum:"flow|stock"         the words allowed
//	pattern:"id"              id (a-z, 0-9, hyphen), code (A-Z, a-z, 0-9, _, -), language, url, email
//	keys:"code"               the same for the keys of a Map
//
// and the types that stand for themselves: string, bool, int, number.Decimal,
// period.Date, period.Period, Text, At[T] of any of these, slices, Map[T], structs and
// pointers to structs. enum and pattern hold for the items of a list and the
// values of a Map. Fields of an embedded struct are keys of the outer one. A
// type may read itself (ScalarDecoder), and a struct may have a rule of its own
// (Checker).
//
// Every file begins with `ronde: 1`, which the decoder checks and no struct
// repeats. An unknown key is an error with the nearest known one. A text is
// what is written: 0123, no and 2022-08-03 stay themselves. Numbers, true and
// false stand without quotation marks. A key without a value, aliases, anchors,
// tags and several documents in a file are errors: no format of Ronde needs
// them. Files have at most MaxTextSize bytes and MaxYAMLDepth levels.
//
// YAML also stands between two lines --- at the top of a Markdown file
// (FrontMatter) and in fenced blocks; DecodeFragment reads it there.
//
// # Tables
//
// A CSV file is read into a Table, whose cells know their place in the file and
// their name in a spreadsheet. How the file is written, its encoding and
// separator, is declared or recognised beyond doubt, and otherwise an error
// that says what to declare: ReadTable never guesses. Ronde's own files are
// written with encoding/csv: UTF-8, commas, \n.
package source

import (
	"ronde/internal/diag"
)

// At is a value with the place where it was read. An absent optional value is
// the zero At.
type At[T any] struct {
	Value T
	Span  diag.Span
}

// IsSet reports whether the value was in the file.
func (a At[T]) IsSet() bool { return !a.Span.IsZero() }

// Text is a text in several languages, by language tag: {nl: …, fr: …}. A text
// that is the same in every language may be written as a plain string, which
// is kept under the empty tag.
type Text struct {
	Span diag.Span
	in   []translation // in the order of the file
}

type translation struct {
	language string
	text     string
	span     diag.Span
}

// In gives the text in one language, and whether there is one.
func (t Text) In(language string) (text string, ok bool) {
	for _, x := range t.in {
		if x.language == language || x.language == "" {
			return x.text, true
		}
	}
	return "", false
}

// Lacking gives those of some languages in which nothing is written.
func (t Text) Lacking(languages []string) []string {
	var lacking []string
	for _, language := range languages {
		if text, ok := t.In(language); !ok || text == "" {
			lacking = append(lacking, language)
		}
	}
	return lacking
}

// SpanIn is the place of the text in one language, or of the whole text.
func (t Text) SpanIn(language string) diag.Span {
	for _, x := range t.in {
		if x.language == language || x.language == "" {
			return x.span
		}
	}
	return t.Span
}

// First gives the text in the first of the languages that has one, and which
// it is ("" for a text that is the same in every language).
func (t Text) First(languages ...string) (text, language string, ok bool) {
	for _, l := range languages {
		for _, x := range t.in {
			if x.language == l || x.language == "" {
				return x.text, x.language, true
			}
		}
	}
	return "", "", false
}

// Languages lists the tags for which there is a text, in the order of the file.
func (t Text) Languages() []string {
	tags := make([]string, len(t.in))
	for i, x := range t.in {
		tags[i] = x.language
	}
	return tags
}

// IsZero reports whether there is no text at all.
func (t Text) IsZero() bool { return len(t.in) == 0 }

// NewText makes a text that was not read from a file: pairs of language tag
// and text.
func NewText(pairs ...string) Text {
	var t Text
	for i := 0; i+1 < len(pairs); i += 2 {
		t.in = append(t.in, translation{language: pairs[i], text: pairs[i+1]})
	}
	return t
}

// Map is a mapping whose keys the file chooses, in the order of the file.
type Map[T any] struct {
	Span    diag.Span
	Entries []MapEntry[T]
}

// MapEntry is one key of a Map with its value.
type MapEntry[T any] struct {
	Key   At[string]
	Value T
}

// Get gives the value of a key.
func (m Map[T]) Get(key string) (value T, ok bool) {
	for _, e := range m.Entries {
		if e.Key.Value == key {
			return e.Value, true
		}
	}
	return value, false
}
