// Package theme reads a theme: the templates, interface texts and assets that
// turn typed pages into HTML.
//
// A theme is a folder:
//
//	templates/page.html          what every page has: head, masthead, footer
//	templates/parts/*.html       pieces that several pages use
//	templates/<kind>.html        one file for each kind of page (site.Kind)
//	texts/<language>.yaml        every word of the interface, in one language
//	assets/*                     style sheet, scripts, pictures
//
// The default theme is complete. A site lays its own folder over it: a template
// or an asset of the same name replaces the default one whole, a text replaces
// the text of the same key and leaves the others. A file that would replace
// nothing is an error, because it is nearly always a misspelt name.
//
// # Templates
//
// Templates are those of html/template, which escapes every value for the place
// where it stands. Each file in templates/ defines "main", may define "title",
// "head" and "draft", and sees the page of its kind as dot. Beside the built-in
// functions there are these:
//
//	t "key" "name" value …            an interface text, with its placeholders
//	count "key" n "name" value …      the same, in the plural form for n; {n} is n
//	in lang "key" "name" value …      the same as t, in another language
//	word "group" value                the text group.value for a word of a closed
//	                                  set; the set is named by the group's first part
//	asset "name"                      where the asset is, from the root of the site
//	optional "name"                   the same, or "" when the theme has no such asset
//	seal .Seal                        the attributes of an element that holds sealed
//	                                  text: data-edition, and lang where it differs
//	lang .Seal                        the attribute lang where it differs, for a text that
//	                                  stands in an attribute
//	spoken .Seal text                 a span of text in which each minus sign has the
//	                                  word for it beside it, for screen readers
//	rows .Seal .Rows                  the rows of a table, as site.Row has them
//	foreign .Fallback                 the Seal of content in another language
//	unsealed                          the Seal of text that no edition holds
//	part .Seal value "id" …           what a piece in parts/ sees as dot: Seal, V, ID
//	bands .Body                       a body cut at its headings (site.Bands)
//	lines text                        a title cut after its first colon
//
// Anchors that a template makes up begin with an underscore or hold one, _cite,
// which no id of content does: a heading of a report can be called "Cite".
//
// # Safety
//
// Everything that can be wrong with a theme is found when it is loaded. The keys
// of t, count, in, word, asset and optional must be written out in the template, so that a
// missing text, a misspelt key or a placeholder that only one language has is
// found by reading the templates, not by the reader who first meets it. Then
// each template is tried on made-up pages (site.Fill) in which every field is
// set, which finds fields that do not exist, with file and line. A struct with a
// field for each text was the other way: it would have told Go about misspelt
// keys, but only templates use them, and those are not compiled.
//
// # Settled templates
//
// A template of a kind of page in a language is made when it is first asked for, of the
// pieces that the page reaches. What its calls give on every page is written out in it
// then (see settle), after html/template has seen where each stands.
package theme

import (
	"html/template"
	"io/fs"
	"sync"

	"ronde/internal/diag"
	"ronde/internal/site"
)

// A Theme shows pages in the languages it was loaded for. It does not change
// after Load and may be used from several goroutines.
type Theme struct {
	languages []string
	pages     map[site.Kind]map[string]func() *template.Template // by language, made when first asked for
	texts     map[string]texts                                   // by language
	assets    []Asset
}

// A Source is where the files of a theme are, and how messages name it:
// themes/default.
type Source struct {
	Files fs.FS
	Path  string
}

// Load reads the default theme with the site's own files over it, for the
// languages of the site. own is nil when the site has none. What is wrong is
// added to found; with an error among it the theme is nil.
//
// Templates are tried on made-up pages only where a site brings files of its own:
// the default theme alone is the same in every run, and is tried by its tests. That
// trial would be three quarters of the time that a small site takes.
func Load(base Source, own *Source, languages []string, found *diag.List) *Theme {
	before := found.Errors()
	files := overlay(base, own, languages, found)
	t := &Theme{
		languages: languages,
		texts:     map[string]texts{},
		pages:     map[site.Kind]map[string]func() *template.Template{},
		assets:    readAssets(files),
	}
	for _, lang := range languages {
		t.texts[lang] = readTexts(files, lang, found)
	}
	sets := parseTemplates(files, found)
	if found.Errors() > before {
		return nil
	}
	usage := usesOf(sets, found)
	checkAssets(files, usage, t.assets, found)
	checkTexts(files, usage, t.texts, languages, found)
	if found.Errors() > before {
		return nil
	}
	for _, set := range sets {
		t.pages[set.kind] = map[string]func() *template.Template{}
		for _, lang := range languages {
			t.pages[set.kind][lang] = sync.OnceValue(func() *template.Template { return t.bind(set, lang) })
		}
	}
	if own != nil {
		t.try(files, found)
	}
	if found.Errors() > before {
		return nil
	}
	return t
}

// Template gives the template of a kind of page in a language, nil when the
// theme was not loaded for the language. Its entry is the template "page".
func (t *Theme) Template(kind site.Kind, lang string) *template.Template {
	if make, ok := t.pages[kind][lang]; ok {
		return make()
	}
	return nil
}
