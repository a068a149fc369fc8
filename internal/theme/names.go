package theme

import (
	"strings"

	"ronde/internal/site"
)

// Names gives the words in a language that lists of all pages need, which are
// written before any page is shown.
func (t *Theme) Names(lang string) site.Names {
	return site.Names{
		Kinds:       wordsOf[site.Kind](t.texts[lang], "kind"),
		Terms:       wordsOf[site.GlossaryWord](t.texts[lang], "glossary.name"),
		Meanings:    wordsOf[site.GlossaryWord](t.texts[lang], "glossary.text"),
		Corrections: wordsOf[site.CorrectionKind](t.texts[lang], "correction"),
	}
}

// wordsOf gives the texts of a group by the words of its closed set.
func wordsOf[W ~string](all texts, group string) map[W]string {
	words := map[W]string{}
	for _, key := range keysOf(group) {
		if text, ok := all[key]; ok {
			words[W(strings.TrimPrefix(key, group+"."))] = text.other.fill(nil)
		}
	}
	return words
}
