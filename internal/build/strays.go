package build

import (
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
)

// pages are the pages of prose that a site may have, one file a language.
var pages = []string{"home", "about", "methods"}

// strays finds YAML and Markdown that nothing reads because of a slip in its
// name, such as About.nl.md or geo.yml: what stands in it would be missed
// without a word. A README is for those who work on the site. Drops, rounds, meetings and themes are looked after by those
// who read them.
func (w *workspace) strays() {
	content := []string{"calendar.yaml", "topics.yaml"}
	for _, page := range pages {
		for _, language := range w.book.Site.LanguageTags() {
			content = append(content, page+"."+language+".md")
		}
	}
	w.straysIn("content/", content)
	w.straysIn("data/", []string{"organisations.yaml", "indicators.yaml", "events.yaml"})
	for _, folder := range []string{"data/codelists/", "data/datasets/"} {
		for _, name := range w.tree.Glob(folder + "*") {
			if strange := path.Ext(name); strange != ".yaml" && isText(name) {
				w.out.Add(diag.StrayFile(name, folder, []string{strings.TrimSuffix(path.Base(name), strange) + ".yaml"}))
			}
		}
	}
}

func (w *workspace) straysIn(folder string, known []string) {
	for _, name := range w.tree.Glob(folder + "*") {
		parts := strings.Split(path.Base(name), ".")
		switch {
		case !isText(name) || slices.Contains(known, path.Base(name)):
		case len(parts) == 3 && slices.Contains(pages, parts[0]) && len(parts[1]) == 2 && parts[1] == strings.ToLower(parts[1]) && parts[2] == "md":
			// Without ronde.yaml no language is known, which is told already.
			if languages := w.book.Site.LanguageTags(); len(languages) > 0 {
				w.out.Add(diag.TextLanguage(name, parts[1], languages))
			}
		default:
			w.out.Add(diag.StrayFile(name, folder, known))
		}
	}
}

// isText reports whether a name is that of YAML or Markdown, however written.
func isText(name string) bool {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.EqualFold(base, "README.md") {
		return false
	}
	switch strings.ToLower(path.Ext(base)) {
	case ".yaml", ".yml", ".md", ".markdown":
		return true
	}
	return false
}
