package site

import (
	"strconv"
	"strings"

	"ronde/internal/locale"
)

// anchors are the ids of one page. Each is given out once.
type anchors map[string]bool

// take gives an id, with a number behind it when it was given out before.
func (a anchors) take(id string) string {
	free := id
	for n := 2; a[free]; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	a[free] = true
	return free
}

// slug makes an id of a heading: a-z, 0-9 and hyphen; a letter of another script
// is left out. It never looks like the id of a number (n12), which belongs to the
// list of numbers.
func slug(heading string) string {
	var b strings.Builder
	gap := false
	for _, r := range locale.Fold(heading) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	switch text := b.String(); {
	case text == "":
		return "section"
	case text[0] >= '0' && text[0] <= '9', isNumberID(text):
		return "section-" + text
	default:
		return text
	}
}

func isNumberID(id string) bool {
	digits, ok := strings.CutPrefix(id, "n")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}
