package scaffold

import (
	"strings"

	"ronde/internal/source"
)

// A yaml is the lines of a YAML file with what is guessed marked.
type yaml struct {
	b       strings.Builder
	guesses int
}

// line adds a line; why marks it as a guess, "" when it is none.
func (y *yaml) line(text, why string) {
	y.b.WriteString(text)
	if why != "" {
		y.guesses++
		y.b.WriteString(" # guess: " + oneLine(why))
	}
	y.b.WriteByte('\n')
}

// oneLine is a text without line breaks and without what no editor shows: a reason may quote
// cells.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if source.Invisible(r) {
			return '·'
		}
		return r
	}, text)), " ")
}

// set adds a key with a word.
func (y *yaml) set(key, word, why string) { y.line(key+": "+source.Scalar(word), why) }

func (y *yaml) bytes() []byte { return []byte(y.b.String()) }
