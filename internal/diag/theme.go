package diag

import (
	"fmt"
	"strings"
)

var themeEntries = []Entry{
	{"theme-asset", Error, "A template names an asset that the theme does not have.",
		`there is no asset "favicon.svg"`,
		"Put the file into assets of the theme, or correct the name in the template."},
	{"theme-file", Error, "A file of the site's own theme replaces nothing, or cannot be read.",
		"templates/abuot.html is no file of a theme",
		"A file of the site's theme has the name of the one that it replaces. Rename or remove it."},
	{"theme-template", Error, "A template is missing or does not work.",
		"the key or a placeholder of t is not written out",
		"Compare the template with the one of the same name in the default theme."},
	{"theme-text", Error, "An interface text is missing, unknown, or does not fit its template.",
		"page.skip has plural forms and is used without a number",
		"Give each text the placeholders and plural forms of its template, in every language, and remove those that none uses."},
}

func didYouMean(near string, otherwise Phrase) Phrase {
	if near == "" {
		return otherwise
	}
	return Say("did you mean %s?", near)
}

// ThemeUnknownFile: a file of the site's theme has the name of none of the default one.
func ThemeUnknownFile(path, name, near string) Diagnostic {
	return fault("theme-file", FileSpan(path), Say("%s is no file of a theme", name),
		didYouMean(near, Say("a file here replaces the file of the same name in the default theme; remove or rename it")))
}

// ThemeUnknownLanguage: a text file for a language that the site does not have.
func ThemeUnknownLanguage(path, lang string) Diagnostic {
	return fault("theme-file", FileSpan(path), Say("the site has no language %q", lang),
		Say("add %s to the languages in ronde.yaml, or remove the file", lang))
}

// ThemeUnreadable: the folder of the theme cannot be read.
func ThemeUnreadable(path string, err error) Diagnostic {
	return fault("theme-file", FileSpan(path), Say("the theme cannot be read"), Say("check the folder and its permissions")).
		Note(Verbatim(err.Error()))
}

// ThemeUnknownAsset: a template names an asset that is not there.
func ThemeUnknownAsset(at Span, name, near string) Diagnostic {
	return fault("theme-asset", at, Say("there is no asset %q", name),
		didYouMean(near, Say("put the file into the theme's folder assets")))
}

// ThemeMissingTemplate: a template that every theme needs is not there.
func ThemeMissingTemplate(name string) Diagnostic {
	return fault("theme-template", FileSpan(name), Say("the theme has no %s", name), Say("add the file, or use the default theme"))
}

// ThemeBadTemplate: a template cannot be parsed, or fails on a page.
func ThemeBadTemplate(at Span, err error) Diagnostic {
	message := err.Error()
	if i := strings.Index(message, ": "); i >= 0 {
		message = message[i+2:] // the place stands before the title already
	}
	if i := strings.Index(message, ".html:"); i >= 0 {
		if j := strings.Index(message[i:], ": "); j >= 0 {
			message = message[i+j+2:]
		}
	}
	return fault("theme-template", at, Say("the template does not work"), Say("compare it with the template of the same name in the default theme")).
		Note(Verbatim(message))
}

// ThemeUnreadableKey: a text key or placeholder that is not written out.
func ThemeUnreadableKey(at Span, function string) Diagnostic {
	return fault("theme-template", at, Say("the key or a placeholder of %s is not written out", function),
		Say("write it as a text in quotation marks, as in {{%s \"figure.table\"}}, so that it can be checked", function))
}

// ThemeUnknownWords: the function word with a group that is no closed set.
// sets are the names of those that exist.
func ThemeUnknownWords(at Span, group string, sets []string) Diagnostic {
	return fault("theme-template", at, Say("%q names no closed set of words", group),
		Say("the first part of a group is one of %s", strings.Join(sets, ", ")))
}

// ThemeMissingTexts: no file of texts for a language.
func ThemeMissingTexts(name string) Diagnostic {
	return fault("theme-text", FileSpan(name), Say("there is no %s", name),
		Say("copy the file of another language from the default theme into the site's own and translate it"))
}

// ThemeUnreadableTexts: a file of texts that is no YAML.
func ThemeUnreadableTexts(at Span, err error) Diagnostic {
	if _, err := fmt.Sscanf(err.Error(), "yaml: line %d:", &at.Line); err != nil {
		at.Line = 0
	}
	return fault("theme-text", at, Say("the file is not valid YAML"), Say("check the indentation and the quotation marks at this line")).
		Note(Verbatim(strings.TrimPrefix(err.Error(), "yaml: ")))
}

// ThemeTextsWithoutVersion: a file of texts that does not begin with ronde: 1.
func ThemeTextsWithoutVersion(at Span) Diagnostic {
	return fault("theme-text", at, Say("the file does not begin with ronde: 1"), Say("write `ronde: 1` on the first line"))
}

// ThemeRepeatedText: a key that stands twice.
func ThemeRepeatedText(at Span, key string, first Span) Diagnostic {
	return fault("theme-text", at, Say("the text %s stands here a second time", key), Say("keep one of the two")).
		NoteAt(first, Say("it stands first here"))
}

// ThemeEmptyText: a key without words.
func ThemeEmptyText(at Span, key string) Diagnostic {
	return fault("theme-text", at, Say("%s is not a text", key), Say("write words; put them in quotation marks when they look like a number, a date, or yes and no"))
}

// ThemeBadPlaceholder: a brace that belongs to no placeholder.
func ThemeBadPlaceholder(at Span, key string, err error) Diagnostic {
	return fault("theme-text", at, Say("%s has a brace that belongs to no placeholder", key), Say("a placeholder is a name of small letters in braces, such as {edition}")).
		Note(Verbatim(err.Error()))
}

// ThemeMissingText: a text that a template uses and a language lacks.
func ThemeMissingText(file, lang, key string, used Span, near string) Diagnostic {
	d := fault("theme-text", FileSpan(file), Say("the text %s is missing in %q", key, lang), Say("write it in this file")).
		NoteAt(used, Say("it is used here"))
	if near != "" {
		d = d.Note(Say("the nearest key in the file is %s", near))
	}
	return d
}

// ThemeUnknownText: a text that no template uses.
func ThemeUnknownText(at Span, key, near string) Diagnostic {
	return fault("theme-text", at, Say("no template uses the text %s", key), didYouMean(near, Say("remove it")))
}

// ThemePluralMismatch: a text with plural forms where none are asked for, or the reverse.
func ThemePluralMismatch(at Span, key string, used Span, plural bool) Diagnostic {
	title, hint := Say("%s has plural forms and is used without a number", key), Say("write one text in place of one: and other:")
	if plural {
		title, hint = Say("%s has no plural forms", key), Say("write one: and other: below the key")
	}
	return fault("theme-text", at, title, hint).NoteAt(used, Say("it is used here"))
}

// ThemePlaceholderMismatch: the placeholders of a text are not those of its template.
func ThemePlaceholderMismatch(at Span, key string, used Span, got, want []string) Diagnostic {
	return fault("theme-text", at, Say("%s has the placeholders %s", key, braces(got)), Say("use each of %s at least once, and no other", braces(want))).
		NoteAt(used, Say("the template gives %s", braces(want)))
}

func braces(names []string) Phrase {
	if len(names) == 0 {
		return Say("none")
	}
	return Verbatim("{" + strings.Join(names, "}, {") + "}")
}
