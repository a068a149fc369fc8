package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteLimit is the number of characters of quoted input that a title shows.
const quoteLimit = 60

// Quote puts a piece of input between quotation marks for a title: at most 60
// characters of it, and with everything that a terminal would obey or not show
// written out. Quotation marks and backslashes stay as they are: whoever reads
// the message compares it with a cell, and is not used to escapes.
func Quote(s string) string {
	if utf8.RuneCountInString(s) > quoteLimit {
		n := 0
		for i := range s {
			if n == quoteLimit-1 {
				s = s[:i] + "…"
				break
			}
			n++
		}
	}
	return `"` + Visible(s) + `"`
}

// Typed is a name or a text as it is typed in a command: between quotation marks where
// they are needed.
func Typed(text string) string {
	if strings.ContainsAny(text, " '&();,") {
		return `"` + text + `"`
	}
	return text
}

// Visible writes out what a terminal would obey or hide: control characters,
// marks that change the direction of writing, invisible characters and bytes
// that are no UTF-8. Everything else stays as it is.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				fmt.Fprintf(&b, `\x%02x`, s[i])
				continue
			}
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// hidden reports whether r is written out. U+FFFD is looked at more closely by
// Visible: it also stands for a byte that is no UTF-8.
func hidden(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

func visibleRune(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r == utf8.RuneError || !hidden(r):
		return string(r)
	case r < 0x100:
		return fmt.Sprintf(`\x%02x`, r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}
