package diag

import (
	"fmt"
	"strings"
)

var themeEntries = []Entry{
	{"theme-asset", Error, "A template names an asset that the theme does not have."},
	{"theme-file", Error, "A file of the site's own theme replaces nothing, or cannot be read."},
	{"theme-template", Error, "A template is missing or does not work."},
	{"theme-text", Error, "An interface text is missing, unknown, or does not fit its template."},
}

func didYouMean(near, otherwise string) string {
	if near == "" {
		return otherwise
	}
	return fmt.Sprintf("did you mean %s?", near)
}

// ThemeUnknownFile: a file of the site's theme has the name of none of the default one.
func ThemeUnknownFile(path, name, near string) Diagnostic {
	return fault("theme-file", FileSpan(path), fmt.Sprintf("%s is no file of a theme", name),
		didYouMean(near, "a file here replaces the file of the same name in the default theme; remove or rename it"))
}

// ThemeUnknownLanguage: a text file for a language that the site does not have.
func ThemeUnknownLanguage(path, lang string) Diagnostic {
	return fault("theme-file", FileSpan(path), fmt.Sprintf("the site has no language %q", lang),
		fmt.Sprintf("add %s to the languages in ronde.yaml, or remove the file", lang))
}

// ThemeUnreadable: the folder of the theme cannot be read.
func ThemeUnreadable(path string, err error) Diagnostic {
	return fault("theme-file", FileSpan(path), "the theme cannot be read", "check the folder and its permissions").
		Note(err.Error())
}

// ThemeUnknownAsset: a template names an asset that is not there.
func ThemeUnknownAsset(at Span, name, near string) Diagnostic {
	return fault("theme-asset", at, fmt.Sprintf("there is no asset %q", name),
		didYouMean(near, "put the file into the theme's folder assets"))
}

// ThemeMissingTemplate: a template that every theme needs is not there.
func ThemeMissingTemplate(name string) Diagnostic {
	return fault("theme-template", FileSpan(name), fmt.Sprintf("the theme has no %s", name), "add the file, or use the default theme")
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
	return fault("theme-template", at, "the template does not work", "compare it with the template of the same name in the default theme").
		Note(message)
}

// ThemeUnreadableKey: a text key or placeholder that is not written out.
func ThemeUnreadableKey(at Span, function string) Diagnostic {
	return fault("theme-template", at, fmt.Sprintf("the key or a placeholder of %s is not written out", function),
		fmt.Sprintf("write it as a text in quotation marks, as in {{%s \"figure.table\"}}, so that it can be checked", function))
}

// ThemeUnknownWords: the function word with a group that is no closed set.
// sets are the names of those that exist.
func ThemeUnknownWords(at Span, group string, sets []string) Diagnostic {
	return fault("theme-template", at, fmt.Sprintf("%q names no closed set of words", group),
		"the first part of a group is one of "+strings.Join(sets, ", "))
}

// ThemeMissingTexts: no file of texts for a language.
func ThemeMissingTexts(name string) Diagnostic {
	return fault("theme-text", FileSpan(name), fmt.Sprintf("there is no %s", name),
		"copy the file of another language from the default theme into the site's own and translate it")
}

// ThemeUnreadableTexts: a file of texts that is no YAML.
func ThemeUnreadableTexts(at Span, err error) Diagnostic {
	if _, err := fmt.Sscanf(err.Error(), "yaml: line %d:", &at.Line); err != nil {
		at.Line = 0
	}
	return fault("theme-text", at, "the file is not valid YAML", "check the indentation and the quotation marks at this line").
		Note(strings.TrimPrefix(err.Error(), "yaml: "))
}

// ThemeTextsWithoutVersion: a file of texts that does not begin with ronde: 1.
func ThemeTextsWithoutVersion(at Span) Diagnostic {
	return fault("theme-text", at, "the file does not begin with ronde: 1", "write `ronde: 1` on the first line")
}

// ThemeRepeatedText: a key that stands twice.
func ThemeRepeatedText(at Span, key string, first Span) Diagnostic {
	return fault("theme-text", at, fmt.Sprintf("the text %s stands here a second time", key), "keep one of the two").
		NoteAt(first, "it stands first here")
}

// ThemeEmptyText: a key without words.
func ThemeEmptyText(at Span, key string) Diagnostic {
	return fault("theme-text", at, fmt.Sprintf("%s is not a text", key), "write words; put them in quotation marks when they look like a number, a date, or yes and no")
}

// ThemeBadPlaceholder: a brace that belongs to no placeholder.
func ThemeBadPlaceholder(at Span, key string, err error) Diagnostic {
	return fault("theme-text", at, fmt.Sprintf("%s has a brace that belongs to no placeholder", key), "a placeholder is a name of small letters in braces, such as {edition}").
		Note(err.Error())
}

// ThemeMissingText: a text that a template uses and a language lacks.
func ThemeMissingText(file, lang, key string, used Span, near string) Diagnostic {
	d := fault("theme-text", FileSpan(file), fmt.Sprintf("the text %s is missing in %q", key, lang), "write it in this file").
		NoteAt(used, "it is used here")
	if near != "" {
		d = d.Note(fmt.Sprintf("the nearest key in the file is %s", near))
	}
	return d
}

// ThemeUnknownText: a text that no template uses.
func ThemeUnknownText(at Span, key, near string) Diagnostic {
	return fault("theme-text", at, fmt.Sprintf("no template uses the text %s", key), didYouMean(near, "remove it"))
}

// ThemePluralMismatch: a text with plural forms where none are asked for, or the reverse.
func ThemePluralMismatch(at Span, key string, used Span, plural bool) Diagnostic {
	title, hint := fmt.Sprintf("%s has plural forms and is used without a number", key), "write one text in place of one: and other:"
	if plural {
		title, hint = fmt.Sprintf("%s has no plural forms", key), "write one: and other: below the key"
	}
	return fault("theme-text", at, title, hint).NoteAt(used, "it is used here")
}

// ThemePlaceholderMismatch: the placeholders of a text are not those of its template.
func ThemePlaceholderMismatch(at Span, key string, used Span, got, want []string) Diagnostic {
	return fault("theme-text", at, fmt.Sprintf("%s has the placeholders %s", key, braces(got)), fmt.Sprintf("use each of %s at least once, and no other", braces(want))).
		NoteAt(used, fmt.Sprintf("the template gives %s", braces(want)))
}

func braces(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "}, {") + "}"
}
