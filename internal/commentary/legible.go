package commentary

import (
	"strings"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// MaxParagraph is the number of bytes of the longest block of lines that is read: some
// three thousand words. CommonMark takes time in the square of a paragraph for marks
// that are opened and never closed.
const MaxParagraph = 20 << 10

// legible refuses a text that holds characters which nobody sees, or a paragraph
// that is none.
func (r *reader) legible() bool {
	ok := true
	for i, c := range r.Source {
		if source.Invisible(c) {
			r.out.Add(diag.InvisibleCharacter(r.at(i, i+len(string(c))), c))
			ok = false
		}
	}
	start, length := 0, 0
	for line := range strings.Lines(r.Source) {
		if strings.TrimSpace(line) == "" {
			start, length = start+length+len(line), 0
			continue
		}
		before := length
		if length += len(line); before <= MaxParagraph && length > MaxParagraph {
			r.out.Add(diag.ParagraphTooLong(r.at(start, start+1), MaxParagraph))
			ok = false
		}
	}
	return ok
}
