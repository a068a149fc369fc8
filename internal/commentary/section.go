package commentary

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A Section is a part of a resolved text that is about a topic.
type Section struct {
	Heading string // plain text
	Topic   string
	// Opening is how the section begins: the first sentences of its first
	// paragraph, as plain text; "" when it begins with something else.
	Opening string
}

// openingLength is the number of characters beyond which an opening takes up no
// further sentence.
const openingLength = 240

// Sections gives the sections of a resolved text that are about topics, in order.
func Sections(resolved string) []Section {
	content := []byte(resolved)
	var sections []Section
	for n := resolvedParser().Parse(text.NewReader(content)).FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		b := heading(h, content)
		if b.Topic == "" {
			continue
		}
		s := Section{Heading: b.Heading, Topic: b.Topic}
		if next := n.NextSibling(); next != nil && next.Kind() == ast.KindParagraph {
			if _, figure := figureAlone(next); !figure {
				s.Opening = opening(withoutPictures(next, content))
			}
		}
		sections = append(sections, s)
	}
	return sections
}

// withoutPictures gives the words of a paragraph. A picture stands in a sentence
// with a space before it, which goes with it.
func withoutPictures(paragraph ast.Node, content []byte) string {
	var b strings.Builder
	for n := paragraph.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindImage {
			before := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(before)
			continue
		}
		b.WriteString(plain(n, content))
	}
	return b.String()
}

// opening gives the first sentence of a paragraph, and those behind it as long as
// they keep the whole short.
func opening(paragraph string) string {
	end := 0
	for at := 0; at < len(paragraph); {
		next := sentenceEnd(paragraph, at)
		if end > 0 && utf8.RuneCountInString(paragraph[:next]) > openingLength {
			break
		}
		end, at = next, next
	}
	return strings.TrimSpace(paragraph[:end])
}

// sentenceEnd is the offset behind the sentence that begins at from. A full stop
// behind fewer than four letters or digits ends none: it belongs to a day (am 16.
// Dezember) or an abbreviation (z. B., art. 57). A sentence that does end so is
// taken together with the next.
func sentenceEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '.':
			if word := lastWord(text[from:i]); utf8.RuneCountInString(word) < 4 {
				continue
			}
		case '!', '?':
		default:
			continue
		}
		end := i + 1 + len(closingMarks.FindString(text[i+1:]))
		if rest := text[end:]; rest == "" || beginsSentence(rest) {
			return end
		}
	}
	return len(text)
}

// closingMarks are marks that close what a sentence stands in.
var closingMarks = regexp.MustCompile(`^(?:[”"’)]|[\s\x{00a0}\x{202f}]?»)*`)

// lastWord is what stands behind the last white space.
func lastWord(text string) string {
	return text[strings.LastIndexFunc(text, unicode.IsSpace)+1:]
}

// beginsSentence reports whether white space and then no lower-case letter
// follows.
func beginsSentence(text string) bool {
	trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(trimmed)
	return len(trimmed) < len(text) && !unicode.IsLower(first)
}
