package locale

import (
	"slices"
	"strings"
)

// Direction is how a value changed.
type Direction uint8

// The directions; NoDirection is that of words which Ronde does not know.
const (
	NoDirection Direction = iota
	Rose
	Fell
	Unchanged
)

// A Saying is what an author's words say of a change: that it had a direction, or, when
// Denied, that it had not. NoDirection is that of words which Ronde does not know.
type Saying struct {
	Direction Direction
	Denied    bool
}

// Affirms reports whether the words are known, and true of a change with a direction.
func (s Saying) Affirms(d Direction) bool {
	return s.Direction != NoDirection && (s.Direction == d) != s.Denied
}

// Contradicts reports whether the words are known, and not true of a change with a direction.
func (s Saying) Contradicts(d Direction) bool {
	return s.Direction != NoDirection && !s.Affirms(d)
}

// saidPlainly takes out what does not count.
var saidPlainly = strings.NewReplacer("*", "", "_", "", "'", "’")

// Said gives what an author's words say when they are a verb of change, perhaps with an
// adverb of degree or a negation, and nothing more: "liep licht terug", "did not rise".
// Emphasis does not count.
func (l *Locale) Said(words string) Saying {
	words = strings.Trim(saidPlainly.Replace(strings.ToLower(words)), " .,;:")
	all := strings.Fields(words)
	if d := l.direction(all); d != NoDirection {
		return Saying{Direction: d}
	}
	if d := l.direction(l.undenied(all)); d != NoDirection {
		return Saying{Direction: d, Denied: true}
	}
	// What did not rise sharply may well have risen: a verb has one of the two.
	plain := slices.DeleteFunc(all, func(word string) bool { return slices.Contains(strings.Split(l.w.said.degree, ", "), word) })
	return Saying{Direction: l.direction(plain)}
}

// direction looks a verb up.
func (l *Locale) direction(words []string) Direction {
	verb := strings.Join(words, " ")
	for i, known := range [...]string{l.w.said.rose, l.w.said.fell, l.w.said.unchanged} {
		if slices.Contains(strings.Split(known, ", "), verb) {
			return Rose + Direction(i)
		}
	}
	return NoDirection
}

// undenied gives words without their negation, of which n’augmente pas and didn’t rise have
// a part at a verb; nil when they have none.
func (l *Locale) undenied(words []string) []string {
	var rest []string
	denied := false
	for _, word := range words {
		verb, contracted := strings.CutSuffix(word, "n’t")
		denied = denied || contracted || word == l.w.said.not
		if verb = strings.TrimPrefix(verb, "n’"); verb != l.w.said.not && verb != "ne" {
			rest = append(rest, verb)
		}
	}
	if !denied {
		return nil
	}
	return rest
}
