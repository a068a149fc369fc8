package theme

import (
	"cmp"
	"html/template"
	"io"
	"path"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/site"
)

// A pageSet is the template of one kind of page with all pieces that it uses.
type pageSet struct {
	kind     site.Kind
	template *template.Template
}

// parseTemplates parses the set of each kind. Each file is a template named by
// its path, so that errors name it; what it defines is found by the names in it.
func parseTemplates(files fileSet, found *diag.List) []pageSet {
	common := template.New("theme").Funcs((&Theme{}).functions(""))
	ok := true
	for _, name := range files.names("templates/") {
		if f, _ := files.get(name); name == "templates/page.html" || path.Dir(name) == "templates/parts" {
			ok = parseInto(common, f, found) && ok
		}
	}
	var sets []pageSet
	for _, page := range site.Blank() {
		f, exists := files.get(templateOf(page.Kind()))
		if !exists {
			found.Add(diag.ThemeMissingTemplate(templateOf(page.Kind())))
			continue
		}
		if !ok {
			continue
		}
		set := template.Must(common.Clone()) // never executed, so it can be cloned
		if parseInto(set, f, found) {
			sets = append(sets, pageSet{page.Kind(), set})
		}
	}
	return sets
}

func parseInto(set *template.Template, f file, found *diag.List) bool {
	_, err := set.New(f.path).Parse(f.data)
	if err != nil {
		found.Add(diag.ThemeBadTemplate(placeOf(err, f.path), err))
		return false
	}
	return true
}

// try shows specimens of every kind of page, in the first language: whatever
// goes wrong in a template goes wrong here. A page is tried full, with every text
// empty, and without anything in it, so that both sides of each condition are met.
func (t *Theme) try(files fileSet, found *diag.List) {
	if len(t.languages) == 0 {
		return
	}
	for _, page := range site.Blank() {
		f, _ := files.get(templateOf(page.Kind()))
		err := t.show(page)
		for turn := 0; err == nil && turn < site.Specimens; turn++ {
			for _, text := range []string{"x", ""} {
				site.Fill(page, turn, func(string, bool) string { return text })
				err = cmp.Or(err, t.show(page))
			}
		}
		if err != nil {
			found.Add(diag.ThemeBadTemplate(placeOf(err, f.path), err))
		}
	}
}

func (t *Theme) show(page site.Page) error {
	page.Common().Lang = t.languages[0]
	return t.Template(page.Kind(), t.languages[0]).ExecuteTemplate(io.Discard, "page", page)
}

// placeOf reads the place out of an error of the template packages, which is
// "template: PATH:LINE: …" or "html/template:PATH:LINE:COLUMN: …".
func placeOf(err error, file string) diag.Span {
	message := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "html/template:"), "template:")
	name, rest, _ := strings.Cut(strings.TrimSpace(message), ":")
	if !strings.HasSuffix(name, ".html") {
		return diag.FileSpan(file)
	}
	at := diag.Span{File: name}
	for _, number := range []*int{&at.Line, &at.Column} {
		digits, after, _ := strings.Cut(rest, ":")
		n, ok := wholeNumber(digits)
		if !ok {
			break
		}
		*number, rest = n, after
	}
	return at
}

func wholeNumber(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 1_000_000 {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, s != ""
}
