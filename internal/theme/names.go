package theme

import "ronde/internal/site"

// KindNames gives what the theme calls the kinds of page in a language, for the
// lists of pages that are written before any is shown.
func (t *Theme) KindNames(lang string) map[site.Kind]string {
	names := map[site.Kind]string{}
	for _, key := range keysOf("kind") {
		if name, ok := t.texts[lang][key]; ok {
			names[site.Kind(key[len("kind."):])] = name.other.fill(nil)
		}
	}
	return names
}
