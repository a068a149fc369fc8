package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/diag"
)

// The separators, by the names that a contract uses.
var separators = []struct {
	name string
	char byte
}{{",", ','}, {";", ';'}, {"tab", '\t'}}

// webPage is how a page begins that was saved in place of a file: of a login, of an error,
// or a table of a system that calls its pages .csv.
var webPage = regexp.MustCompile(`(?i)^\s*<(!doctype html|html|head|table|\?xml)\b`)

// separator finds what stands between cells, and moves t.head to the header.
//
// Recognised is the one separator by which the header falls into columns that
// the contract expects. When none does, the names have changed: then it is the
// only one of the three that the header holds at all. Everything else is in
// doubt, for a wrong separator can make wrong numbers without an error: of
// "1,5;2" two of them make two cells.
func (t *Table) separator(declared Declared, out *diag.List) (char byte, ok bool) {
	said, saidAt := t.sepLine()
	if !t.skipBlank() {
		out.Add(diag.TableEmpty(*t.file))
		return 0, false
	}
	rest := t.text[t.head.offset:]
	if n := strings.IndexAny(rest, "\r\n"); n > MaxHeader || (n < 0 && len(rest) > MaxHeader) {
		out.Add(diag.HeaderTooLong(t.HeaderRow(), MaxHeader))
		return 0, false
	}
	name := declared.Separator
	switch {
	case name == "":
		name = said
	case said != "" && said != name:
		out.Add(diag.SeparatorOther(saidAt, name, said))
		return 0, false
	}
	if webPage.MatchString(rest) {
		out.Add(diag.WebPage(t.HeaderRow()))
		return 0, false
	}
	var possible []byte
	for _, s := range separators {
		if name == "" || name == s.name {
			possible = append(possible, s.char)
		}
	}
	if t.headerBelow(declared.Headers, possible, out) {
		return 0, false
	}
	if matching, _ := t.candidates(declared.Headers); declared.Separator != "" && len(matching) == 1 && matching[0] != name {
		out.Add(diag.SeparatorFound(t.HeaderRow(), either([]string{name}), either(matching)))
		return 0, false
	}
	if name == "" {
		var reason diag.Phrase
		if name, reason = t.recogniseSeparator(declared.Headers); name == "" {
			out.Add(diag.SeparatorDoubt(t.HeaderRow(), reason, declared.Headers))
			return 0, false
		}
	}
	t.dialect.Separator = name
	for _, s := range separators {
		if s.name == name {
			return s.char, true
		}
	}
	panic("source: a contract cannot declare the separator " + name)
}

// recogniseSeparator gives "" and the reason when it is in doubt.
func (t *Table) recogniseSeparator(expected []string) (name string, reason diag.Phrase) {
	matching, present := t.candidates(expected)
	switch {
	case len(matching) == 1:
		return matching[0], diag.Phrase{}
	case len(matching) > 1:
		return "", diag.Say("the header could be read with %s", either(matching))
	case len(present) == 1:
		return present[0], diag.Phrase{}
	case len(present) > 1:
		return "", diag.Say("the header holds %s, and with neither are its columns those of the contract", either(present))
	case len(expected) > 1:
		return "", diag.Say("the first row is one cell, as a title would be")
	case strings.ContainsAny(t.text[t.head.offset:], ",;\t"):
		// One column, and below its name cells with a separator or a decimal comma.
		return "", diag.Say("the header is one cell, and below it there are separators")
	}
	return ";", diag.Phrase{} // One column throughout: any is right.
}

// candidates gives the separators by which the header falls into several cells
// of which at least one is expected, and those by which it falls into several.
func (t *Table) candidates(expected []string) (matching, present []string) {
	for _, s := range separators {
		cells, _ := newScanner(t.text, s.char, t.head).record(nil)
		if len(cells) < 2 {
			continue
		}
		present = append(present, s.name)
		if slices.ContainsFunc(cells, func(c bounds) bool {
			return slices.Contains(expected, strings.TrimSpace(unquote(t.text[c.from:c.to])))
		}) {
			matching = append(matching, s.name)
		}
	}
	return matching, present
}

// sepLine reads a first line such as sep=; and moves t.head behind it. Excel
// does not show the line, so that rows count from the next one.
func (t *Table) sepLine() (name string, at diag.Span) {
	for _, s := range separators {
		line := "sep=" + string(rune(s.char))
		for _, first := range []string{line, `"` + line + `"`} {
			if len(t.text) >= len(first) && strings.EqualFold(t.text[:len(first)], first) && (len(t.text) == len(first) || lineEnd(t.text, len(first)) > 0) {
				at = diag.Span{File: *t.file, Line: 1, Column: 1, End: len(first) + 1}
				offset := len(first)
				if offset < len(t.text) {
					offset += lineEnd(t.text, offset)
				}
				t.head = row{uint32(offset), 2, 1}
				return s.name, at
			}
		}
	}
	return "", diag.Span{}
}

// skipBlank moves t.head to the first line that holds anything but separators.
func (t *Table) skipBlank() bool {
	for int(t.head.offset) < len(t.text) {
		rest := t.text[t.head.offset:]
		end := strings.IndexAny(rest, "\r\n")
		if end < 0 {
			end = len(rest)
		}
		if strings.Trim(rest[:end], " ,;\t\u00a0") != "" {
			return true
		}
		if end < len(rest) {
			end += lineEnd(rest, end)
		}
		t.head = row{t.head.offset + uint32(end), t.head.line + 1, t.head.number + 1}
	}
	return false
}

func either(names []string) diag.Phrase {
	quoted := make([]diag.Phrase, len(names))
	for i, n := range names {
		quoted[i] = diag.Verbatim(strconv.Quote(n))
		if n == "tab" {
			quoted[i] = diag.Say("a tab")
		}
	}
	all := quoted[0]
	for i, q := range quoted[1:] {
		if i == len(quoted)-2 {
			all = diag.Say("%s and %s", all, q)
			continue
		}
		all = diag.Say("%s, %s", all, q)
	}
	return all
}
