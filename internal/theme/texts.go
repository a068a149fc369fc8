package theme

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
	"ronde/internal/site"
	"ronde/internal/source"
)

// texts are the interface texts of one language, by key: menu.reports.
type texts map[string]text

// A text is one interface text. A text with plural forms has one and other; any
// other has only other.
type text struct {
	one, other phrase
	plural     bool
	at         diag.Span
	own        bool
}

// readTexts reads the texts of a language: the default theme's, then those that
// the site replaces.
func readTexts(files fileSet, lang string, found *diag.List) texts {
	all := texts{}
	sources := files.both(textsOf(lang))
	if len(sources) == 0 {
		found.Add(diag.ThemeMissingTexts(textsOf(lang)))
	}
	for _, f := range sources {
		readTextFile(f, all, found)
	}
	return all
}

func readTextFile(f file, into texts, found *diag.List) {
	f.data = strings.TrimPrefix(f.data, "\ufeff") // which Windows programs put before UTF-8
	for i, r := range f.data {
		at := func() diag.Span { return source.NewPlaces(f.path, f.data, 1).Span(i, i+1) }
		switch _, size := utf8.DecodeRuneInString(f.data[i:]); {
		case r == utf8.RuneError && size == 1:
			found.Add(diag.NotUTF8(at()))
			return
		case source.Invisible(r): // the library would count some as line ends
			found.Add(diag.InvisibleCharacter(at(), r))
			return
		}
	}
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(f.data), &document); err != nil {
		found.Add(diag.ThemeUnreadableTexts(diag.FileSpan(f.path), err))
		return
	}
	if len(document.Content) == 0 {
		return // an empty file replaces nothing
	}
	root := document.Content[0]
	if root.Kind != yaml.MappingNode || len(root.Content) < 2 || root.Content[0].Value != "ronde" || root.Content[1].Value != "1" {
		found.Add(diag.ThemeTextsWithoutVersion(spanOf(f, root)))
		return
	}
	r := textReader{file: f, into: into, seen: map[string]diag.Span{}, found: found}
	rest := *root
	rest.Content = root.Content[2:]
	r.group("", &rest)
}

type textReader struct {
	file  file
	into  texts
	seen  map[string]diag.Span
	found *diag.List
}

// group reads a mapping of texts and further groups under a prefix.
func (r *textReader) group(prefix string, node *yaml.Node) {
	for i := 0; i+1 < len(node.Content); i += 2 {
		name, value := node.Content[i], node.Content[i+1]
		key, at := prefix+name.Value, spanOf(r.file, name)
		switch {
		case value.Kind == yaml.MappingNode && isPlural(value):
			forms := map[string]phrase{}
			for j := 0; j+1 < len(value.Content); j += 2 {
				forms[value.Content[j].Value] = r.phrase(key, value.Content[j+1])
			}
			r.put(key, text{one: forms["one"], other: forms["other"], plural: true, at: at, own: r.file.own})
		case value.Kind == yaml.MappingNode:
			r.group(key+".", value)
		default:
			r.put(key, text{other: r.phrase(key, value), at: at, own: r.file.own})
		}
	}
}

func (r *textReader) put(key string, t text) {
	if first, ok := r.seen[key]; ok {
		r.found.Add(diag.ThemeRepeatedText(t.at, key, first))
		return
	}
	r.seen[key] = t.at
	r.into[key] = t
}

func (r *textReader) phrase(key string, node *yaml.Node) phrase {
	if node.Kind != yaml.ScalarNode || node.Tag != "!!str" || strings.TrimSpace(node.Value) == "" {
		r.found.Add(diag.ThemeEmptyText(spanOf(r.file, node), key))
		return phrase{}
	}
	p, err := parsePhrase(node.Value)
	if err != nil {
		r.found.Add(diag.ThemeBadPlaceholder(spanOf(r.file, node), key, err))
	}
	return p
}

// isPlural reports whether a mapping holds the plural forms of a text rather
// than a group of texts.
func isPlural(node *yaml.Node) bool {
	var keys []string
	for i := 0; i < len(node.Content); i += 2 {
		keys = append(keys, node.Content[i].Value)
	}
	slices.Sort(keys)
	return slices.Equal(keys, []string{"one", "other"})
}

// spanOf is the place of a node. The library puts what is missing at the end of a file
// on the line behind the last: behind --- alone, for example, or behind a ? alone.
func spanOf(f file, node *yaml.Node) diag.Span {
	last := strings.Count(f.data, "\n") + 1
	if node.Line > last {
		return diag.Span{File: f.path, Line: last}
	}
	return diag.Span{File: f.path, Line: node.Line, Column: node.Column}
}

// checkTexts compares what templates use with what each language has.
func checkTexts(files fileSet, all usage, languages map[string]texts, order []string, found *diag.List) {
	for _, lang := range order {
		own := languages[lang]
		keys := sortedKeys(own)
		home := textsFile(files, lang)
		missing := map[string]bool{}
		for _, u := range all.texts {
			t, ok := own[u.key]
			if !ok {
				if !missing[u.key] {
					missing[u.key] = true
					found.Add(diag.ThemeMissingText(home, lang, u.key, u.at, near(u.key, keys)))
				}
				continue
			}
			if u.plural != t.plural {
				found.Add(diag.ThemePluralMismatch(t.at, u.key, u.at, u.plural))
			}
			for _, p := range t.phrases() {
				if got := p.placeholders(); !slices.Equal(got, u.placeholders) {
					found.Add(diag.ThemePlaceholderMismatch(t.at, u.key, u.at, got, u.placeholders))
				}
			}
		}
		used := all.keys()
		for _, key := range keys {
			if t := own[key]; t.own && !slices.Contains(used, key) {
				found.Add(diag.ThemeUnknownText(t.at, key, near(key, used)))
			}
		}
	}
}

// textsFile is where a missing text is to be written: in the site's own theme
// when it has one, since the default is part of the program.
func textsFile(files fileSet, lang string) string {
	if files.folder != "" {
		return files.folder + "/" + textsOf(lang)
	}
	if sources := files.both(textsOf(lang)); len(sources) > 0 {
		return sources[0].path
	}
	return textsOf(lang)
}

func (t text) phrases() []phrase {
	if t.plural {
		return []phrase{t.one, t.other}
	}
	return []phrase{t.other}
}

// keysOf gives the keys of a group of words: one for each value of the closed
// set that the first part of the group names; nil when there is no such set.
func keysOf(group string) []string {
	set, _, _ := strings.Cut(group, ".")
	for _, v := range site.Vocabularies() {
		if v.Name != set {
			continue
		}
		keys := make([]string, len(v.Values))
		for i, value := range v.Values {
			keys[i] = group + "." + value
		}
		return keys
	}
	return nil
}

// setNames are the names of the closed sets.
func setNames() []string {
	var names []string
	for _, v := range site.Vocabularies() {
		names = append(names, v.Name)
	}
	return names
}
