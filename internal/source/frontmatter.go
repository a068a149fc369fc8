package source

import (
	"bytes"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
)

// FrontMatter finds the YAML between two lines --- at the top of a Markdown
// file. body is the rest and bodyLine the line of the file on which it begins.
// Without such a block the fragment has no text and the body is the whole
// file. The result is false after an error: the block has no end, or the file
// is not UTF-8.
//
// Of keys, a struct that the block is decoded into, a block whose first line was lost is
// known; where it is nil, none is looked for, as in a file that Ronde wrote.
func FrontMatter(f *File, keys any, out *diag.List) (fragment Fragment, body []byte, bodyLine int, ok bool) {
	if found := f.checkText(); found != nil {
		out.Add(*found)
		return fragment, nil, 0, false
	}
	fragment = Fragment{File: f, Line: 1}
	text := f.text()
	line, rest := cutLine(text)
	if !isFence(line) {
		if found, lost := lostFence(f, keys); lost {
			out.Add(found)
			return fragment, nil, 0, false
		}
		return fragment, text, 1, true
	}
	fragment.Line = 2
	start := rest
	for bodyLine = 3; len(rest) > 0; bodyLine++ {
		block := start[:len(start)-len(rest)]
		line, rest = cutLine(rest)
		if !isFence(line) {
			continue
		}
		if found, open := openBlock(f, string(block)); keys != nil && open && yaml.Unmarshal(block, &yaml.Node{}) != nil {
			out.Add(found)
			return fragment, nil, 0, false
		}
		fragment.Text = block
		return fragment, rest, bodyLine, true
	}
	found, _ := openBlock(f, string(start))
	out.Add(found)
	return fragment, nil, 0, false
}

func isFence(line []byte) bool { return strings.TrimRight(string(line), " \t") == "---" }

// cutLine gives the first line without its end, and the rest.
func cutLine(text []byte) (line, rest []byte) {
	i := bytes.IndexAny(text, "\r\n")
	if i < 0 {
		return text, nil
	}
	if bytes.HasPrefix(text[i:], []byte("\r\n")) {
		return text[:i], text[i+2:]
	}
	return text[:i], text[i+1:]
}

// lostFence looks for a block at the top of a text that does not begin with ---.
func lostFence(f *File, keys any) (found diag.Diagnostic, lost bool) {
	if keys == nil {
		return found, false
	}
	lines := splitLines(string(f.text()))
	first := slices.IndexFunc(lines, func(line string) bool { return seen(line) != "" })
	if first < 0 {
		return found, false
	}
	written := lines[first]
	at := diag.Span{File: f.Path, Line: first + 1, Column: 1, End: utf8.RuneCountInString(written) + 1}
	below := lines[first:]
	if likeFence(written) {
		below = lines[first+1:]
	}
	key := knownKey(below, keys)
	switch {
	case key == "":
		return found, false
	case !likeFence(written):
		return diag.FrontMatterStart(at, key), !startsText.MatchString(written)
	case isFence([]byte(written)):
		return diag.FrontMatterLow(at), true
	case seen(written) == "---":
		return diag.FrontMatterIndented(at), true
	}
	return diag.FrontMatterFence(at, written), true
}

// seen is a line without the white space and the characters that nobody sees around it.
func seen(line string) string {
	return strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// otherFence is what people, and programs that mend typing, write in the place of ---.
var otherFence = regexp.MustCompile(`^(?:[–—―]|[-‐‑‒–—―−_*=~+](?:\s?[-‐‑‒–—―−_*=~+])+)$`)

func likeFence(line string) bool { return otherFence.MatchString(seen(line)) }

// yamlLine is a line as a block has them, and a text seldom.
var yamlLine = regexp.MustCompile(`^(?:[ \t].*|- .*|#(?:[^#].*)?|[\pL_][\pL\pN_-]*[ \t]*:(?:[ \t].*)?)?$`)

// startsText is a line that begins an item of a list or a block of code, where no block begins.
var startsText = regexp.MustCompile(`^(?:- |\t| {4})`)

// knownKey gives the first of the keys of a struct that the lines begin with, among others of
// YAML; "" when they begin otherwise.
func knownKey(lines []string, keys any) string {
	known := fieldsOf(reflect.TypeOf(keys))
	for _, line := range lines {
		if !yamlLine.MatchString(line) {
			return ""
		}
		name, _, found := strings.Cut(line, ":")
		name = strings.TrimSpace(name)
		if found && slices.ContainsFunc(known, func(f field) bool { return f.key == name }) {
			return name
		}
	}
	return ""
}

// openBlock says where the second --- of a block is missing. open is false when nothing but
// YAML stands in it, so that it may end where it does.
func openBlock(f *File, block string) (found diag.Diagnostic, open bool) {
	lines := splitLines(block)
	for i, line := range lines {
		// What is indented may be a part of a text of several lines.
		if likeFence(line) && line[0] != ' ' && line[0] != '\t' {
			at := diag.Span{File: f.Path, Line: i + 2, Column: 1, End: utf8.RuneCountInString(line) + 1}
			return diag.FrontMatterFence(at, line), true
		}
		if !yamlLine.MatchString(line) && (i == 0 || strings.TrimSpace(lines[i-1]) == "") {
			for i > 0 && strings.TrimSpace(lines[i-1]) == "" {
				i--
			}
			return diag.FrontMatterOpen(diag.Span{File: f.Path, Line: 1, Column: 1, End: 4}, i+2), true
		}
	}
	return diag.FrontMatterOpen(diag.Span{File: f.Path, Line: 1, Column: 1, End: 4}, 0), false
}
