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

// saidPlainly takes out what does not count.
var saidPlainly = strings.NewReplacer("*", "", "_", "", "'", "’")

// Said gives the direction that an author's words name when they are a verb of change and
// nothing more: "liep terug". Emphasis does not count.
func (l *Locale) Said(words string) Direction {
	words = saidPlainly.Replace(strings.ToLower(words))
	words = strings.Trim(strings.Join(strings.Fields(words), " "), " .,;:")
	for i, known := range [...]string{l.w.said.rose, l.w.said.fell, l.w.said.unchanged} {
		if slices.Contains(strings.Split(known, ", "), words) {
			return Rose + Direction(i)
		}
	}
	return NoDirection
}
