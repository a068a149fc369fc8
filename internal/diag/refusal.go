package diag

import (
	"errors"
	"fmt"
)

// A Refusal is an error that a person gets to read: wrong usage, or a request that cannot
// be met. As an error it is in English; Told gives it in any language.
type Refusal struct {
	fact Phrase
	more []Phrase // lines below it
}

// Refuse makes a refusal of an English format of package fmt, which is translated like
// those of Say.
func Refuse(format string, args ...any) *Refusal {
	if false {
		_ = fmt.Sprintf(format, args...) // as in Say
	}
	return &Refusal{fact: Phrase{format: format, args: args}}
}

// Below adds lines below the first one, such as a command that can be copied.
func (r *Refusal) Below(lines ...Phrase) *Refusal {
	r.more = append(r.more, lines...)
	return r
}

// Error is the first line in English.
func (r *Refusal) Error() string { return r.fact.String() }

// Fact is the first line of what an error says, for a sentence around it.
func Fact(err error) Phrase { return Told(err)[0] }

// Told is what an error says, in lines: the first is the error, further ones help with it.
// An error that is no phrase is told as it is.
func Told(err error) []Phrase {
	var refusal *Refusal
	var phrase interface{ Phrase() Phrase }
	switch {
	case errors.As(err, &refusal) && refusal.Error() == err.Error(): // joined with nothing else
		return append([]Phrase{refusal.fact}, refusal.more...)
	case errors.As(err, &phrase) && phrase.Phrase().String() == err.Error():
		return []Phrase{phrase.Phrase()}
	}
	return []Phrase{Verbatim(err.Error())}
}
