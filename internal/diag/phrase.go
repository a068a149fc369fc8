package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Phrase is what a message says: an English format and what is put into it, so that
// the same can be said in another language. The zero value says nothing.
type Phrase struct {
	format  string
	args    []any
	initial letterCase
}

// A letterCase is how the first letter of a phrase is written.
type letterCase uint8

const (
	asWritten letterCase = iota
	small
	capital
)

// Say makes a phrase of an English format of package fmt. Arguments that are phrases are
// said in the language of the whole. The format is the key of its translations (see
// translations/), so it is a text that is written out where Say is called.
//
// Nothing is formatted until somebody asks: most phrases are made where a value is read
// that turns out to be right.
func Say(format string, args ...any) Phrase {
	if false {
		_ = fmt.Sprintf(format, args...) // so that go vet compares arguments with formats
	}
	return Phrase{format: format, args: args}
}

// A cellName is an argument that names a cell of the file of which a message is.
type cellName string

// renaming is p with other names for its cells.
func (p Phrase) renaming(cell func(string) string) Phrase {
	args := make([]any, len(p.args))
	for i, a := range p.args {
		switch a := a.(type) {
		case cellName:
			args[i] = cellName(cell(string(a)))
		case Phrase:
			args[i] = a.renaming(cell)
		default:
			args[i] = a
		}
	}
	p.args = args
	return p
}

// Verbatim makes a phrase of what the system or another program said, which is the same
// in every language.
func Verbatim(text string) Phrase { return Say("%s", text) }

// Word makes a phrase of a word that stands in code for one of a few things, such as
// the kind of a period.
func Word(english string) Phrase {
	return Phrase{format: strings.ReplaceAll(english, "%", "%%")}
}

// IsZero reports whether p says nothing.
func (p Phrase) IsZero() bool { return p.format == "" }

// Equal reports whether p and q say the same.
func (p Phrase) Equal(q Phrase) bool { return p.String() == q.String() }

// String is p in English.
func (p Phrase) String() string { return p.withInitial(fmt.Sprintf(p.format, p.args...)) }

// In is p in a language.
func (p Phrase) In(language Language) string {
	if p.IsZero() || language.translations == nil {
		return p.String()
	}
	args := make([]any, len(p.args))
	for i, a := range p.args {
		args[i] = a
		if part, ok := a.(Phrase); ok {
			args[i] = part.In(language)
		}
	}
	return p.withInitial(fmt.Sprintf(language.format(p.format), args...))
}

// lowerFirst is p with a small first letter, as it continues a sentence.
func lowerFirst(p Phrase) Phrase {
	p.initial = small
	return p
}

// upperFirst is p with a capital first letter, as it begins a sentence.
func upperFirst(p Phrase) Phrase {
	p.initial = capital
	return p
}

func (p Phrase) withInitial(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case text == "" || p.initial == asWritten:
		return text
	case p.initial == small:
		return string(unicode.ToLower(first)) + text[size:]
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// And puts commas and the word between names.
func And(names []string) Phrase {
	parts := make([]Phrase, len(names))
	for i, name := range names {
		parts[i] = Verbatim(name)
	}
	last := len(parts) - 1
	if last < 1 {
		return list(parts)
	}
	return Say("%s and %s", list(parts[:last]), parts[last])
}

// list puts commas between phrases.
func list(parts []Phrase) Phrase {
	all := parts[0]
	for _, part := range parts[1:] {
		all = Say("%s, %s", all, part)
	}
	return all
}
