package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote puts s between the language's quotation marks: “s”, « s », „s“. In
// French the marks are set off by no-break spaces.
func (l *Locale) Quote(s string) string { return l.w.quotes[0] + s + l.w.quotes[1] }

// Capitalise makes the first letter of a sentence a capital. Opening quotation
// marks and brackets before it are passed over; a sentence that begins with a
// figure stays as it is. In Dutch ij is one letter (IJsland) and the word after
// a clipped one takes the capital ('s Avonds).
func (l *Locale) Capitalise(s string) string {
	start := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf) && r != '"' && r != '\''
	})
	if start < 0 {
		return s
	}
	if l.code == "nl" {
		start += clipped(s[:start], s[start:])
		if strings.HasPrefix(s[start:], "ij") {
			return s[:start] + "IJ" + s[start+2:]
		}
	}
	r, size := utf8.DecodeRuneInString(s[start:])
	if r == utf8.RuneError || !unicode.IsLower(r) {
		return s
	}
	return s[:start] + string(unicode.ToTitle(r)) + s[start+size:]
}

// clipped is the length of a clipped word (s, t, k, n) and its space after an
// apostrophe, else 0.
func clipped(before, word string) int {
	apostrophe := strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’")
	if apostrophe && len(word) > 2 && (word[0] == 's' || word[0] == 't' || word[0] == 'k' || word[0] == 'n') && word[1] == ' ' {
		return 2
	}
	return 0
}

// Apart joins items that have commas of their own: a, b; c, d.
func (l *Locale) Apart(items []string) string { return strings.Join(items, l.w.apart+" ") }

// List joins items as a sentence does: a, b en c. None gives "".
func (l *Locale) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + l.w.and + " " + items[last]
}
