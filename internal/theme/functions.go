package theme

import (
	"cmp"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"ronde/internal/site"
)

// A Part is what a piece in templates/parts sees as dot: a value, whether its
// text is sealed, and an id for what the piece must be able to name.
type Part struct {
	Seal site.Seal
	V    any
	ID   string
}

// functions are the functions of templates in one language.
func (t *Theme) functions(lang string) template.FuncMap {
	minus, unsigned := t.say(lang, minusKey, 0, nil)
	revised, unrevised := t.say(lang, revisedKey, 0, nil)
	return template.FuncMap{
		"t": func(key string, values ...any) (string, error) {
			return t.say(lang, key, 0, values)
		},
		"count": func(key string, n int, values ...any) (string, error) {
			return t.say(lang, key, n, append(values, "n", strconv.Itoa(n)))
		},
		"in": func(other, key string, values ...any) (string, error) {
			if _, ok := t.texts[other]; !ok {
				other = lang
			}
			return t.say(other, key, 0, values)
		},
		"word": func(group string, value any) (string, error) {
			return t.say(lang, group+"."+fmt.Sprint(value), 0, nil)
		},
		"asset": t.assetPath,
		"optional": func(name string) string {
			path, _ := t.assetPath(name)
			return path
		},
		"seal": func(s site.Seal) template.HTMLAttr { return sealAttributes(s, lang) },
		"lang": func(s site.Seal) template.HTMLAttr { return sealAttributes(site.Seal{Lang: s.Lang}, lang) },
		"spoken": func(s site.Seal, text string) (template.HTML, error) {
			return spoken(sealAttributes(s, lang), text, minus), unsigned
		},
		"rows": func(s site.Seal, all []site.Row) (template.HTML, error) {
			return rows(sealAttributes(s, lang), all, minus, revised), cmp.Or(unsigned, unrevised)
		},
		"unsealed": func() site.Seal { return site.Seal{} },
		"foreign": func(f *site.Fallback) site.Seal {
			if f == nil {
				return site.Seal{}
			}
			return site.Seal{Lang: f.Lang}
		},
		"part": func(s site.Seal, v any, id ...string) Part {
			return Part{Seal: s, V: v, ID: strings.Join(id, "_")}
		},
		"bands": site.Bands,
		"lines": lines,
	}
}

// say gives a text. Load has made sure that the key exists for all that templates
// write out; what remains is a word that is not of its closed set.
func (t *Theme) say(lang, key string, n int, values []any) (string, error) {
	found, ok := t.texts[lang][key]
	if !ok {
		return "", fmt.Errorf("no interface text %q in %q", key, lang)
	}
	printed := make([]string, len(values))
	for i, v := range values {
		printed[i] = fmt.Sprint(v)
	}
	return found.form(lang, n).fill(printed), nil
}

func (t *Theme) assetPath(name string) (string, error) {
	for _, a := range t.assets {
		if a.Name == name {
			return a.Path, nil
		}
	}
	return "", fmt.Errorf("no asset %q", name)
}

// sealAttributes marks an element that holds sealed text. The attribute has no
// value: which edition it is stands once on the page.
func sealAttributes(s site.Seal, page string) template.HTMLAttr {
	var attributes string
	if s.Sealed {
		attributes = " data-edition"
	}
	if s.Lang != "" && s.Lang != page {
		attributes += ` lang="` + template.HTMLEscapeString(s.Lang) + `"`
	}
	return template.HTMLAttr(attributes)
}

// lines cuts a title after its first colon, so that its two halves can stand on
// two lines: "Displaced persons from Ukraine:", "July 2022".
func lines(title string) []string {
	if i := strings.Index(title, ": "); i >= 0 {
		return []string{title[:i+1], title[i+2:]}
	}
	return []string{title}
}
