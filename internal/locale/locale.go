// Package locale writes numbers, dates, periods and the few sentences that
// Ronde itself puts into an edition, in Dutch, French, German and English as
// they are written in Belgium and Great Britain: nl-BE, fr-BE, de-BE, en-GB.
//
// It is the one formatter for every place a number appears: text, tables,
// charts, tags and alternative texts all print a value by the same call, so
// that a reader who compares two of them compares the same string.
//
//	           number       per cent  date          month
//	nl   1.234.567,5          12,3%   1 maart 2026  maart 2026
//	fr   1 234 567,5 (U+202F) 12,3 %  1er mars 2026 mars 2026    (% after U+00A0)
//	de   1.234.567,5          12,3 %  1. März 2026  März 2026    (% after U+00A0)
//	en   1,234,567.5          12.3%   1 March 2026  March 2026
//
// Numbers are grouped from four digits on, a negative one has U+2212, and a
// value is rounded half away from zero, as everywhere in Ronde.
//
// Plural rules and collation come from golang.org/x/text. Numbers do not: that
// package rounds half to even, writes a hyphen for a minus, groups fr-BE with
// U+00A0, and takes binary floating point. Dates it does not have. What it
// prints also follows the edition of its tables, while a sealed sentence must
// come out the same when it is made again years later. So both are written here
// from the tables in the words files, one file a language, which are meant to
// be read from top to bottom by somebody who speaks it.
//
// All strings are made from the arguments and these tables only: no clock, no
// environment, no setting of the machine.
package locale

import (
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// A Locale formats in one language. It does not change and may be used from
// several goroutines.
type Locale struct {
	code string
	tag  language.Tag
	w    *words

	// A collate.Collator keeps buffers between comparisons and serves one
	// goroutine at a time; the pool spares making one for each comparison.
	collators sync.Pool
}

// The table is read only; its order is the order of languages everywhere.
var locales = [...]*Locale{
	newLocale("nl", "nl-BE", &dutch),
	newLocale("fr", "fr-BE", &french),
	newLocale("de", "de-BE", &german),
	newLocale("en", "en-GB", &english),
}

func newLocale(code, tag string, w *words) *Locale {
	l := &Locale{code: code, tag: language.MustParse(tag), w: w}
	l.collators.New = func() any { return collate.New(l.tag) }
	return l
}

// For gives the locale of a language code, one of Languages; ok is false for
// any other text, also for a full tag such as "nl-BE".
func For(code string) (l *Locale, ok bool) {
	for _, l := range locales {
		if l.code == code {
			return l, true
		}
	}
	return nil, false
}

// Languages gives the codes of all languages, in the order nl, fr, de, en.
func Languages() []string {
	codes := make([]string, len(locales))
	for i, l := range locales {
		codes[i] = l.code
	}
	return codes
}

// Language is the code, as in the lang attribute of a page: "nl".
func (l *Locale) Language() string { return l.code }

// Tag is the code with the country whose usage is followed: "nl-BE".
func (l *Locale) Tag() string { return l.tag.String() }

// Compare orders two labels as the language's alphabetical lists do: −1, 0 or
// 1. Texts that the language does not tell apart are ordered by their bytes, so
// that 0 means equal and a sorted list has one order only.
func (l *Locale) Compare(a, b string) int {
	c := l.collators.Get().(*collate.Collator)
	defer l.collators.Put(c)
	if n := c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// fill puts values into the places of a template: fill("in {month}", "month",
// "juli"). A value that itself holds braces is left as it is, as is a place that
// has no value. It is called for every date of a page; a strings.Replacer builds a
// search tree for each call.
func fill(template string, pairs ...string) string {
	return expand(template, func(name string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1], true
			}
		}
		return "", false
	})
}

// expand is fill with values that are asked for as the template names them.
func expand(template string, value func(name string) (string, bool)) string {
	var b strings.Builder
	b.Grow(2 * len(template))
	for {
		before, after, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		template = after
		name, rest, closed := strings.Cut(after, "}")
		if v, known := value(name); closed && known {
			b.WriteString(v)
			template = rest
		} else {
			b.WriteByte('{')
		}
	}
}
