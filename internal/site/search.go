package site

import (
	"slices"
	"strings"
	"unicode"

	"ronde/internal/locale"
)

// search puts the search of a language: the list of all its pages that are to be
// found, and the index of their words.
func (o *outlook) search(w *writer, cards []Card) {
	at := searchAt(o.lang)
	cards = o.byTitle(o.withTerms(cards))
	p := &Search{Frame: o.frame(at, ""), Index: "index.json", Letters: o.letters(at, cards)}
	w.page(at, p)
	w.file(at+p.Index, o.index(cards))
}

// letters cuts an alphabetical list at its letters. What begins with another
// character than a Latin letter stands before them.
func (o *outlook) letters(at string, cards []Card) []SearchLetter {
	groups := map[string]*SearchLetter{}
	var order []string
	for _, c := range cards {
		anchor := initial(c.Title)
		if groups[anchor] == nil {
			letter := strings.ToUpper(anchor)
			if anchor == "0" {
				letter = "0–9"
			}
			groups[anchor] = &SearchLetter{Letter: letter, Anchor: anchor}
			order = append(order, anchor)
		}
		entry := SearchEntry{Title: c.Title, Href: relative(at, c.Address), Lang: c.Lang, Kind: c.Kind, Within: c.Within}
		if c.Title == o.kindName(c.Kind) {
			entry.Kind = ""
		}
		groups[anchor].Entries = append(groups[anchor].Entries, entry)
	}
	slices.Sort(order)
	letters := make([]SearchLetter, len(order))
	for i, anchor := range order {
		letters[i] = *groups[anchor]
	}
	return letters
}

// initial is the letter under which a title stands, a to z, or 0.
func initial(title string) string {
	for _, r := range locale.Fold(title) {
		switch {
		case r >= 'a' && r <= 'z':
			return string(r)
		case unicode.IsLetter(r), unicode.IsNumber(r):
			return "0"
		}
	}
	return "0"
}
