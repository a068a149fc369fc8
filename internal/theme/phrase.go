package theme

import (
	"fmt"
	"slices"
	"strings"
)

// A phrase is a text with placeholders: "editie {edition}, {date}".
type phrase struct {
	pieces []piece
}

// A piece is a literal, or the name of a placeholder.
type piece struct {
	literal string
	name    string
}

// parsePhrase cuts a text at its placeholders. A brace that belongs to none is
// an error: no interface text needs one.
func parsePhrase(s string) (phrase, error) {
	var p phrase
	for s != "" {
		before, rest, open := strings.Cut(s, "{")
		if strings.Contains(before, "}") {
			return phrase{}, fmt.Errorf("} without {")
		}
		if before != "" {
			p.pieces = append(p.pieces, piece{literal: before})
		}
		if !open {
			break
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
			return phrase{}, fmt.Errorf("{%s is no placeholder", name)
		}
		p.pieces = append(p.pieces, piece{name: name})
		s = after
	}
	return p, nil
}

// placeholders are the names in the phrase, sorted, each once.
func (p phrase) placeholders() []string {
	var names []string
	for _, x := range p.pieces {
		if x.name != "" {
			names = append(names, x.name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// fill puts values, given as name and value in turn, in the place of the
// placeholders. Load has made sure that the names are those of the phrase.
func (p phrase) fill(values []string) string {
	var b strings.Builder
	for _, x := range p.pieces {
		b.WriteString(x.literal)
		for i := 0; i+1 < len(values); i += 2 {
			if x.name != "" && values[i] == x.name {
				b.WriteString(values[i+1])
			}
		}
	}
	return b.String()
}

// form is the phrase for a number of things. French counts none like one; the
// other languages of the site, and most others, do not.
func (t text) form(lang string, n int) phrase {
	one := n == 1 || (lang == "fr" && n == 0)
	if t.plural && one {
		return t.one
	}
	return t.other
}
