package locale

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are small letters that Unicode does not decompose and that readers
// write otherwise. The script of the search page holds the same list.
var letters = strings.NewReplacer("ß", "ss", "œ", "oe", "æ", "ae", "ø", "o", "đ", "d", "ł", "l", "ı", "i", "ς", "σ")

// Fold gives the form in which texts are searched and grouped: small letters
// without accents, ligatures taken apart. Words that readers write in different
// ways become one, Évolution and evolution, Größe and Grosse.
//
// It is the same in all languages, because a page in one holds names in others,
// and the script of the search page does the same to what a reader types:
// testdata/words.json holds for both.
func Fold(text string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
	return letters.Replace(plain)
}

// Words cuts a text into the folded words by which it is found, in their order.
// A single letter is none: it is what an apostrophe leaves of an article
// (l’accueil) or of a plural (foto’s).
func Words(text string) []string {
	words := strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return slices.DeleteFunc(words, func(word string) bool {
		runes := []rune(word)
		return len(runes) == 1 && unicode.IsLetter(runes[0])
	})
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "ae", "Ö", "oe", "Ü", "ue")

// SearchWords are the words of a text in this language, and in German those with
// an umlaut a second time as they are typed without one: Flüchtlinge is found as
// fluchtlinge and as fluechtlinge.
func (l *Locale) SearchWords(text string) []string {
	words := Words(text)
	if l.code != "de" {
		return words
	}
	composed := norm.NFC.String(text)
	if typed := umlauts.Replace(composed); typed != composed {
		words = append(words, Words(typed)...)
	}
	return words
}
