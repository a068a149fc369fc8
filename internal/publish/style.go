package publish

import "strings"

// scanStyle takes the addresses of a style sheet, or of the value of a style
// attribute: url(…) and the text of an @import. It knows comments and strings,
// so that an address quoted in a comment is none, and nothing else of CSS.
func (f *found) scanStyle(text string) {
	if !strings.Contains(text, "(") && !strings.Contains(text, "@") {
		return
	}
	imported := false
	for i := 0; i < len(text); {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, "/*"):
			end := strings.Index(rest[2:], "*/")
			if end < 0 {
				return
			}
			i += 2 + end + 2
		case rest[0] == '"' || rest[0] == '\'':
			value, length := quoted(rest)
			if imported {
				f.load(value)
				imported = false
			}
			i += length
		case hasPrefixFold(rest, "@namespace"):
			// Its url is a name, never fetched.
			end := strings.IndexByte(rest, ';')
			if end < 0 {
				return
			}
			i += end
		case hasPrefixFold(rest, "@import"):
			imported = true
			i += len("@import")
		case hasPrefixFold(rest, "url(") && (i == 0 || !wordByte(text[i-1])):
			value, length := functionValue(rest[len("url("):])
			f.load(value)
			imported = false
			i += len("url(") + length
		default:
			if rest[0] == ';' {
				imported = false
			}
			i++
		}
	}
}

// quoted gives the value of the string that text begins with, and its length
// with both quotes. A string that does not end runs to the end of the text.
func quoted(text string) (value string, length int) {
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case text[0]:
			return b.String(), i + 1
		case '\\':
			if i++; i < len(text) {
				b.WriteByte(text[i])
			}
		default:
			b.WriteByte(text[i])
		}
	}
	return b.String(), len(text)
}

// functionValue gives the argument of the url function whose bracket stands
// just before text, and its length with the closing bracket.
func functionValue(text string) (value string, length int) {
	inner := strings.TrimLeft(text, " \t\r\n\f")
	skipped := len(text) - len(inner)
	if inner != "" && (inner[0] == '"' || inner[0] == '\'') {
		value, length = quoted(inner)
		length += skipped
		if end := strings.IndexByte(text[length:], ')'); end >= 0 {
			return value, length + end + 1
		}
		return value, len(text)
	}
	end := strings.IndexByte(text, ')')
	if end < 0 {
		return strings.TrimSpace(text), len(text)
	}
	return strings.TrimSpace(text[:end]), end + 1
}

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

func wordByte(c byte) bool {
	return c == '-' || c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}
