package diag

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// translations holds one folder for each language, and in it files in the format of
// gettext: the English format behind msgid, the same in the language behind msgstr.
//
//go:embed translations
var translations embed.FS

// A Language is one in which messages can be printed. The zero value is English, in
// which they are written.
type Language struct {
	tag          string
	translations map[string]string // by the English format
}

// Languages are the tags of those in which messages can be printed, English first.
func Languages() []string { return []string{"en", "nl", "fr"} }

// LanguageOf is the language of a tag; an error lists those that there are.
func LanguageOf(tag string) (Language, error) {
	if !slices.Contains(Languages(), tag) {
		return Language{}, fmt.Errorf("messages are printed in %s, not in %q", strings.Join(Languages(), ", "), tag)
	}
	l := Language{tag: tag}
	if tag == Languages()[0] {
		return l, nil
	}
	var err error
	l.translations, err = readTranslations(translations, path.Join("translations", tag))
	return l, err
}

// Tag is that of the language, such as nl.
func (l Language) Tag() string {
	if l.tag == "" {
		return Languages()[0]
	}
	return l.tag
}

// format is an English format in the language, or itself where it is not translated.
func (l Language) format(english string) string {
	if translated, ok := l.translations[english]; ok {
		return translated
	}
	return english
}

// readTranslations reads all files of a folder into one table. An English format that
// stands in them twice is an error: the two could be translated differently.
func readTranslations(fsys fs.FS, folder string) (map[string]string, error) {
	table := map[string]string{}
	files, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		name := path.Join(folder, file.Name())
		content, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if err := parseTranslations(string(content), table); err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
	}
	return table, nil
}

// parseTranslations reads the part of gettext's format that is used here: comments, and
// pairs of msgid and msgstr, each a text in quotation marks that further lines continue.
func parseTranslations(content string, into map[string]string) error {
	var id, text string
	var current *string
	seen := 0 // the parts of a pair that were read
	keep := func() error {
		switch _, twice := into[id]; {
		case seen == 0:
			return nil
		case seen != 2 || id == "" || text == "":
			return fmt.Errorf("msgid and msgstr do not come in pairs")
		case twice:
			return fmt.Errorf("%q is translated twice", id)
		}
		into[id], id, text, seen = text, "", "", 0
		return nil
	}
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		var err error
		switch word, quoted, _ := strings.Cut(line, " "); {
		case line == "" || line[0] == '#':
		case line[0] == '"':
			if current == nil {
				err = fmt.Errorf("a text stands before the first msgid")
			} else {
				err = unquoteOnto(current, line)
			}
		case word == "msgid" && seen != 1:
			if err = keep(); err == nil {
				current, seen = &id, 1
				err = unquoteOnto(current, quoted)
			}
		case word == "msgstr" && seen == 1:
			current, seen = &text, 2
			err = unquoteOnto(current, quoted)
		default:
			err = fmt.Errorf("%s does not belong here", word)
		}
		if err != nil {
			return fmt.Errorf("%d: %w", i+1, err)
		}
	}
	if err := keep(); err != nil {
		return fmt.Errorf("%d: %w", len(lines), err)
	}
	return nil
}

func unquoteOnto(text *string, quoted string) error {
	part, err := strconv.Unquote(quoted)
	*text += part
	return err
}
