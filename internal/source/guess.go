package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"ronde/internal/diag"
)

// guessComment marks what a program proposed and nobody has confirmed yet.
var guessComment = regexp.MustCompile(`(?i)#[ \t]*guess:`)

// Guesses reports each comment of a YAML file that marks a guess:
//
//	due: 15 # guess: the sample does not say when figures are due
//
// at the end of the line of what is guessed, or above it. A file that is no YAML is the
// business of who decodes it.
func Guesses(f *File, out *diag.List) {
	if f.checkText() != nil || !guessComment.Match(f.text()) {
		return
	}
	text := string(f.text())
	root, _, err := parseYAML(text)
	if err != nil || root == nil {
		return
	}
	d := &yamlDecoder{file: f, first: 1, lines: splitLines(text)}
	texts := d.quoting(root)
	for i, line := range d.lines {
		for _, m := range guessComment.FindAllStringIndex(line, -1) {
			column := utf8.RuneCountInString(line[:m[0]]) + 1
			within := func(q quoted) bool { return q.holds(i+1, column) }
			if !beginsComment(line, m[0]) || slices.ContainsFunc(texts, within) {
				continue
			}
			at := d.span(i+1, column, utf8.RuneCountInString(strings.TrimRight(line, " \t"))+1)
			out.Add(diag.Guess(at, guessed(line[:m[0]], d.lines[i+1:]), strings.TrimSpace(line[m[1]:])))
			break
		}
	}
}

// beginsComment reports whether a # at i of a line is not a part of a word.
func beginsComment(line string, i int) bool {
	return i == 0 || line[i-1] == ' ' || line[i-1] == '\t'
}

// guessed is what a comment is about: what stands before it on its line, or else the first
// line below that is no comment.
func guessed(before string, below []string) string {
	setting := func(line string) string { return strings.TrimPrefix(strings.TrimSpace(line), "- ") }
	if content := setting(before); content != "" {
		return content
	}
	for _, line := range below {
		content, _, _ := strings.Cut(setting(line), " #")
		if content != "" && content[0] != '#' {
			return strings.TrimSpace(content)
		}
	}
	return ""
}

// A quoted text holds what looks like a comment: it ends before a column of its first line,
// or goes on below it.
type quoted struct{ line, column, end, last int }

func (q quoted) holds(line, column int) bool {
	if line == q.line {
		return column >= q.column && column < q.end
	}
	return line > q.line && line <= q.last
}

// quoting finds the texts in quotation marks, and those in lines below | or >, that hold
// what looks like the mark of a guess.
func (d *yamlDecoder) quoting(root *yaml.Node) []quoted {
	var texts []quoted
	open := -1 // index of a text that ends before the next node
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		if open >= 0 && n.Line > texts[open].line {
			texts[open].last, open = n.Line-1, -1
		}
		if n.Kind == yaml.ScalarNode && !isPlain(n) && guessComment.MatchString(n.Value) {
			span := d.spanOf(n)
			t := quoted{line: n.Line, column: n.Column, end: span.End, last: n.Line}
			if !d.closes(n, span) {
				t.last, open = len(d.lines), len(texts)
			}
			texts = append(texts, t)
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(root)
	return texts
}

// closes reports whether a text in quotation marks ends on the line on which it begins.
func (d *yamlDecoder) closes(n *yaml.Node, span diag.Span) bool {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || span.End-span.Column < 2 {
		return false
	}
	line := []rune(d.lines[n.Line-1])
	return span.End-2 < len(line) && line[span.End-2] == line[n.Column-1]
}
