package commentary

import (
	"strconv"
	"strings"
)

// escape writes plain words so that Markdown shows them as they are, wherever
// they are put inside a line. lineStart says that nothing but indentation and
// the marks of lists and quotations stands before them on their line, where some
// more characters have a meaning; next is the byte that follows the digits behind
// them, or 0. White space that is a line end becomes a
// space: words never begin a new line.
//
// Only what could mean something is escaped, so that sealed text stays readable
// without Ronde.
func escape(words string, lineStart bool, next byte) string {
	var b strings.Builder
	if lineStart {
		words = escapeLineStart(&b, words, next)
	}
	for _, r := range words {
		switch r {
		case '\n', '\r':
			b.WriteByte(' ')
			continue
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// escapeLineStart writes the beginning of words that could open a heading, a
// list, a rule or a fence, or underline the line above, and gives the rest.
func escapeLineStart(b *strings.Builder, words string, next byte) (rest string) {
	words = strings.TrimLeft(words, " \t\r\n")
	digits := len(words) - len(strings.TrimLeft(words, "0123456789"))
	switch {
	case words == "":
	case strings.IndexByte("#+-=~.)", words[0]) >= 0: // . and ) behind a number
		b.WriteByte('\\')
		b.WriteByte(words[0])
		return words[1:]
	case digits == len(words) && (next == '.' || next == ')'):
		// The full stop that makes "12" the number of a list stands in the
		// text behind these words.
		b.WriteString("&#" + strconv.Itoa(int(words[0])) + ";")
		return words[1:]
	case digits > 0 && digits < len(words) && (words[digits] == '.' || words[digits] == ')') &&
		strings.IndexAny(words[digits+1:]+" ", " \t\r\n") == 0: // 3.156 begins no list
		b.WriteString(words[:digits] + `\`)
		b.WriteByte(words[digits])
		return words[digits+1:]
	}
	return words
}

// lineStart reports whether what comes behind text stands at the beginning of
// its line, or behind nothing but the marks of lists and quotations.
func lineStart(text string) bool {
	return strings.Trim(text[strings.LastIndexByte(text, '\n')+1:], " \t>*+-0123456789.)") == ""
}

// unescapePlain undoes the one escape that a plain text has: \{{.
func unescapePlain(text string) string { return strings.ReplaceAll(text, `\{{`, "{{") }
