package theme

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	minusSign = '−'
	minusKey  = "number.minus" // the interface text that spoken asks for
)

// spoken marks up a printed number. Screen readers pass over U+2212 or read it
// as a dash, so the word for it is given beside it and the sign is kept from
// them. The word belongs to the interface: it stands outside the span that the
// attributes are put on. A minus sign that no digit follows is left alone.
func spoken(attributes template.HTMLAttr, text, word string) template.HTML {
	var b strings.Builder
	plain := 0 // start of what is not yet written
	write := func(end int, sign bool) {
		if plain == end && !sign {
			return
		}
		b.WriteString("<span" + string(attributes) + ">")
		if sign {
			b.WriteString(`<span aria-hidden="true">` + string(minusSign) + `</span>`)
		}
		b.WriteString(template.HTMLEscapeString(text[plain:end]) + "</span>")
	}
	signed := false
	for i, r := range text {
		after := i + utf8.RuneLen(r)
		if r != minusSign {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(text[after:]); !unicode.IsDigit(next) {
			continue
		}
		write(i, signed)
		b.WriteString(`<span class="vh">` + template.HTMLEscapeString(word) + ` </span>`)
		plain, signed = after, true
	}
	write(len(text), signed)
	return template.HTML(b.String())
}
