package scaffold

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/period"
)

// template is a site that is whole as it lies there: what is checked is what is written.
//
//go:embed all:site
var template embed.FS

// templateRound is the round of its report. Every month of that year moves along with it.
var templateRound = period.MonthOf(2001, 3)

var templateDate = regexp.MustCompile(`\b2001-([0-9]{2})(-[0-9]{2})?\b`)

// siteLanguages are those of the template, in the order in which ronde.yaml has them.
var siteLanguages = []string{"nl", "fr", "de", "en"}

// SiteLanguages are those in which a new site can speak, in the order in which it has them
// when nothing else is asked for.
func SiteLanguages() []string { return slices.Clone(siteLanguages) }

// Site makes a small site in some of SiteLanguages, whose one report is that of round, not
// yet released.
func Site(languages []string, round period.Period) (Files, error) {
	made := Files{}
	err := fs.WalkDir(template, "site", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := template.ReadFile(name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, "site/")
		if language := textLanguage(name); language != "" && !slices.Contains(languages, language) {
			return nil
		}
		if path.Ext(name) == ".yaml" {
			content = speak(content, languages)
		}
		text := move(string(content), round)
		made[move(name, round)] = []byte(announcedDay.ReplaceAllStringFunc(text, workingDay))
		return nil
	})
	return made, err
}

// textLanguage is the language of a text such as home.nl.md, "" for other files.
func textLanguage(name string) string {
	if parts := strings.Split(path.Base(name), "."); len(parts) == 3 && parts[2] == "md" {
		return parts[1]
	}
	return ""
}

// speak leaves out the lines in other languages: in the template each has its own.
func speak(content []byte, languages []string) []byte {
	var kept bytes.Buffer
	for line := range bytes.Lines(content) {
		key, _, _ := strings.Cut(strings.TrimSpace(string(line)), ":")
		switch {
		case key == "languages":
			kept.WriteString("languages: [" + strings.Join(languages, ", ") + "]\n")
		case !slices.Contains(siteLanguages, key) || slices.Contains(languages, key):
			kept.Write(line)
		}
	}
	return kept.Bytes()
}

// announcedDay is the day of the next report, the one date of the template that readers are
// promised.
var announcedDay = regexp.MustCompile(`(?m)^next_release: .*$`)

// workingDay moves a day at the weekend to the Monday after it.
func workingDay(line string) string {
	key, written, _ := strings.Cut(line, ": ")
	day, err := period.ParseDate(written)
	if err != nil {
		return line
	}
	for day.Weekend() {
		day++
	}
	return key + ": " + day.String()
}

// move takes the months and days in a text from the round of the template to another.
func move(text string, round period.Period) string {
	year, month, _ := round.Start().Civil()
	_, templateMonth, _ := templateRound.Start().Civil()
	return templateDate.ReplaceAllStringFunc(text, func(date string) string {
		parts := templateDate.FindStringSubmatch(date)
		written, _ := strconv.Atoi(parts[1]) // two digits
		return period.MonthOf(year, month+written-templateMonth).String() + parts[2]
	})
}
