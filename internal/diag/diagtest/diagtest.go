// Package diagtest says whether findings are such that somebody can use them, for
// tests that feed stages with anything at all.
package diagtest

import (
	"regexp"
	"sync"
	"testing"
	"unicode/utf8"

	"ronde/internal/diag"
)

// misformatted is what package fmt writes for arguments that are wrong.
var misformatted = regexp.MustCompile(`%!([a-z]\(|\((EXTRA|NOVERB|BADWIDTH|BADPREC|BADINDEX))`)

// languages are those in which messages are printed.
var languages = sync.OnceValue(func() []diag.Language {
	var all []diag.Language
	for _, tag := range diag.Languages() {
		language, err := diag.LanguageOf(tag)
		if err != nil {
			panic(err)
		}
		all = append(all, language)
	}
	return all
})

// Usable complains about findings that lack their id or text, hold a mistake of
// formatting, are more of one kind in one file than are kept, or stand at a place
// that their file does not have. excerpt gives the lines of the files.
func Usable(t testing.TB, found []diag.Diagnostic, excerpt func(file string, line int) (text string, ok bool)) {
	t.Helper()
	counts := map[[2]string]int{}
	for _, d := range found {
		counts[[2]string{d.ID, d.Span.File}]++
		for _, language := range languages() {
			if d.ID == "" || d.Title.IsZero() || misformatted.MatchString(d.Title.In(language)+d.Hint.In(language)) {
				t.Errorf("a message is not whole in %s: %+v", language.Tag(), d)
			}
		}
		inFile(t, d.Title.String(), d.Span, excerpt)
		for _, note := range d.Notes {
			inFile(t, d.Title.String(), note.Span, excerpt)
		}
	}
	for of, n := range counts {
		if n > diag.MostOfAGroup {
			t.Errorf("%d findings %s in %s", n, of[0], of[1])
		}
	}
}

// inFile allows the place behind the last character of a line, and that of a line
// end of two characters.
func inFile(t testing.TB, title string, at diag.Span, excerpt func(string, int) (string, bool)) {
	t.Helper()
	if at.Line == 0 && at.Column == 0 && at.End == 0 {
		return
	}
	line, ok := excerpt(at.File, at.Line)
	if !ok || at.Line < 1 || at.Column < 0 || at.End != 0 && at.End < at.Column || max(at.Column, at.End) > utf8.RuneCountInString(line)+3 {
		t.Errorf("%+v, of %q, is not in its file: %q", at, title, line)
	}
}
