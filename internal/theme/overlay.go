package theme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/site"
)

// A file is one file of a theme with the name that messages give it.
type file struct {
	name string // within the theme: texts/nl.yaml
	path string // within the site: themes/ours/texts/nl.yaml
	data string
	own  bool // the site's, not the default theme's
}

// A fileSet holds the files that count, by name in the theme. A text file of the
// site stands beside the default one, not in its place.
type fileSet struct {
	base, own map[string]file
	folder    string // of the site's own theme within the site; "" when it has none
}

// get gives the file that counts.
func (s fileSet) get(name string) (file, bool) {
	if f, ok := s.own[name]; ok {
		return f, true
	}
	f, ok := s.base[name]
	return f, ok
}

// both gives the default file and the site's, those that exist, in that order.
func (s fileSet) both(name string) []file {
	var list []file
	for _, from := range []map[string]file{s.base, s.own} {
		if f, ok := from[name]; ok {
			list = append(list, f)
		}
	}
	return list
}

// names lists all names with a prefix, sorted.
func (s fileSet) names(prefix string) []string {
	var list []string
	for _, from := range []map[string]file{s.base, s.own} {
		for name := range from {
			if strings.HasPrefix(name, prefix) {
				list = append(list, name)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func overlay(base Source, own *Source, languages []string, found *diag.List) fileSet {
	set := fileSet{base: readAll(base, false, found)}
	if own == nil {
		return set
	}
	set.own, set.folder = readAll(*own, true, found), own.Path
	known := knownNames(set.base, languages)
	for _, name := range sortedKeys(set.own) {
		if _, ok := set.base[name]; ok || slices.Contains(known, name) || path.Dir(name) == "assets" {
			continue // an asset is known when a template names it: see checkAssets
		}
		if lang, ok := languageOf(name); ok {
			found.Add(diag.ThemeUnknownLanguage(set.own[name].path, lang))
			continue
		}
		found.Add(diag.ThemeUnknownFile(set.own[name].path, name, near(name, known)))
	}
	return set
}

// knownNames are the names that a site may give its own files: those of the
// default theme, and the texts of its languages.
func knownNames(base map[string]file, languages []string) []string {
	known := sortedKeys(base)
	for _, page := range site.Blank() {
		known = append(known, templateOf(page.Kind()))
	}
	for _, lang := range languages {
		known = append(known, textsOf(lang))
	}
	slices.Sort(known)
	return slices.Compact(known)
}

func templateOf(kind site.Kind) string { return "templates/" + string(kind) + ".html" }

func textsOf(lang string) string { return "texts/" + lang + ".yaml" }

// languageOf reads the language out of the name of a file of texts.
func languageOf(name string) (lang string, ok bool) {
	lang, isYAML := strings.CutSuffix(strings.TrimPrefix(name, "texts/"), ".yaml")
	return lang, isYAML && path.Dir(name) == "texts" && (len(lang) == 2 || len(lang) == 3)
}

// readAll reads every file. Hidden files and those that editors leave behind are
// passed over.
func readAll(from Source, own bool, found *diag.List) map[string]file {
	files := map[string]file{}
	err := fs.WalkDir(from.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || strings.HasPrefix(path.Base(name), ".") || strings.HasSuffix(name, "~") {
			return nil
		}
		data, err := fs.ReadFile(from.Files, name)
		if err != nil {
			return err
		}
		files[name] = file{name: name, path: path.Join(from.Path, name), data: string(data), own: own}
		return nil
	})
	if err != nil {
		found.Add(diag.ThemeUnreadable(from.Path, err))
	}
	return files
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
