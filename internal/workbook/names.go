package workbook

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// maxName is the length of a sheet's name, in UTF-16 units.
const maxName = 31

// names are the names of sheets, in small letters: programs do not tell them
// apart by their capitals.
type names map[string]bool

// take gives a name that a program accepts and that was not given out before.
func (n names) take(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(name), " ")
	name = strings.Trim(shorten(name, maxName), "' ")
	if name == "" {
		name = "1"
	}
	free := name
	for i := 2; n[strings.ToLower(free)]; i++ {
		ending := " " + strconv.Itoa(i)
		free = shorten(name, maxName-len(ending)) + ending
	}
	n[strings.ToLower(free)] = true
	return free
}

// shorten cuts a text to a length in UTF-16 units, between two characters.
func shorten(text string, length int) string {
	used := 0
	for i, r := range text {
		if used += utf16.RuneLen(r); used > length {
			return text[:i]
		}
	}
	return text
}

// heads makes the heads of a table unlike each other, as programs ask for, and
// not empty.
func heads(columns []Column) []string {
	taken := map[string]bool{}
	all := make([]string, len(columns))
	for i, c := range columns {
		head := strings.Join(strings.Fields(c.Head), " ")
		if head == "" {
			head = strconv.Itoa(i + 1)
		}
		free := head
		for n := 2; taken[strings.ToLower(free)]; n++ {
			free = head + " (" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(free)] = true
		all[i] = free
	}
	return all
}
