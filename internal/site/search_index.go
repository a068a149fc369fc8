package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"ronde/internal/locale"
)

// A searchIndex is the file that the script of the search page searches, one a
// language. Pages are columns, in the order in which equal answers are shown:
// pages of all releases first, then reports, newest first, each before its figures.
type searchIndex struct {
	Format    string   `json:"format"`
	Kinds     []string `json:"kinds"` // what the theme calls the kinds of page
	Titles    []string `json:"titles"`
	Addresses []string `json:"addresses"` // below the folder of the language
	Kind      []int    `json:"kind"`      // place in Kinds
	Within    []string `json:"within"`
	Texts     []string `json:"texts"`
	Langs     []string `json:"langs"` // "" for the language of the index
	// Words are all folded words, sorted, with blanks between them. Hits has for
	// each the pages that hold it, a number a page: three times its place, plus
	// the place of the word in it.
	Words string  `json:"words"`
	Hits  [][]int `json:"hits"`
}

// The places of a word in a page. A word counts where it counts most.
const (
	inTitle = iota
	inHeading
	inText
	wordPlaces
)

// shownText is the length to which the text of a page is cut, in characters.
const shownText = 180

// roundOf is the folder of the round that a page was released with.
func roundOf(c Card) string {
	parts := strings.SplitN(c.Address, "/", 4) // nl, reports, 2022-08, the rest
	return parts[min(2, len(parts)-1)]
}

// index writes the index of a language.
func (o *outlook) index(cards []Card) []byte {
	cards = slices.Clone(cards)
	slices.SortStableFunc(cards, func(a, b Card) int {
		switch {
		case a.Released && b.Released:
			return cmp.Or(strings.Compare(roundOf(b), roundOf(a)), strings.Compare(a.Address, b.Address))
		case a.Released:
			return 1
		case b.Released:
			return -1
		}
		return 0
	})
	x := searchIndex{Format: "ronde-search/1"}
	hits := map[string][]int{}
	for page, c := range cards {
		kind := o.kindName(c.Kind)
		if !slices.Contains(x.Kinds, kind) {
			x.Kinds = append(x.Kinds, kind)
		}
		x.Titles = append(x.Titles, c.Title)
		x.Addresses = append(x.Addresses, strings.TrimPrefix(c.Address, homeAt(o.lang)))
		x.Kind = append(x.Kind, slices.Index(x.Kinds, kind))
		x.Within = append(x.Within, c.Within)
		x.Texts = append(x.Texts, shorten(c.Text, shownText))
		x.Langs = append(x.Langs, c.Lang)
		for word, place := range o.wordsOf(c) {
			hits[word] = append(hits[word], page*wordPlaces+place)
		}
	}
	words := slices.Sorted(maps.Keys(hits))
	x.Words = strings.Join(words, " ")
	for _, word := range words {
		x.Hits = append(x.Hits, hits[word])
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		panic("site: " + err.Error()) // texts and numbers
	}
	return b.Bytes()
}

// wordsOf gives the words of a page, each with the place where it counts most.
func (o *outlook) wordsOf(c Card) map[string]int {
	speaking := o.l
	if l, ok := o.Locales[c.Lang]; ok {
		speaking = l
	}
	places := map[string]int{}
	take := func(place int, l *locale.Locale, texts ...string) {
		for _, text := range texts {
			for _, word := range l.SearchWords(text) {
				if _, known := places[word]; !known {
					places[word] = place
				}
			}
		}
	}
	take(inTitle, speaking, c.Title)
	take(inHeading, speaking, c.Headings...)
	take(inHeading, o.l, c.Within)
	take(inText, speaking, append([]string{c.Text}, c.Words...)...)
	take(inText, o.l, append([]string{o.kindName(c.Kind)}, c.Keywords...)...)
	return places
}

// shorten cuts a text to a number of characters, at a blank.
func shorten(text string, length int) string {
	if utf8.RuneCountInString(text) <= length {
		return text
	}
	short := string([]rune(text)[:length])
	if i := strings.LastIndex(short, " "); i > 0 {
		short = short[:i]
	}
	return strings.TrimRight(short, ",;:. ") + " …"
}
