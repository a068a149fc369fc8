package source

import (
	"sort"
	"unicode/utf8"

	"ronde/internal/diag"
)

// Places turns byte offsets within a text into positions in the file that the
// text is a part of.
type Places struct {
	file  string
	text  string
	line  int   // of the file, on which the text begins
	start []int // byte offset at which each line of the text begins
}

// NewPlaces prepares the positions of a text whose first line is that line of
// the file and begins at its first column.
func NewPlaces(file, text string, line int) *Places {
	p := &Places{file: file, text: text, line: line, start: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' || (text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')) {
			p.start = append(p.start, i+1)
		}
	}
	return p
}

// Span is the place of text[start:end]; of a range over several lines, of what
// stands on the first. A range that begins within a character begins with it.
func (p *Places) Span(start, end int) diag.Span {
	start, end = min(max(start, 0), len(p.text)), min(end, len(p.text))
	for start > 0 && start < len(p.text) && !utf8.RuneStart(p.text[start]) {
		start--
	}
	line := sort.SearchInts(p.start, start+1) - 1
	if line+1 < len(p.start) {
		end = min(end, p.start[line+1]-1)
		if end > start && p.text[end] == '\n' && p.text[end-1] == '\r' {
			end--
		}
	}
	column := utf8.RuneCountInString(p.text[p.start[line]:start]) + 1
	return diag.Span{
		File: p.file, Line: p.line + line, Column: column,
		End: column + utf8.RuneCountInString(p.text[start:max(start, end)]),
	}
}

// Within gives the places of ranges of a text that was read as one scalar of a
// YAML file. They are exact when the scalar stands as it is on one line, with
// or without quotation marks; otherwise every range has the scalar's place.
func Within(text At[string]) func(start, end int) diag.Span {
	length := utf8.RuneCountInString(text.Value)
	quotes := text.Span.End - text.Span.Column - length
	return func(start, end int) diag.Span {
		if text.Span.End == 0 || (quotes != 0 && quotes != 2) {
			return text.Span
		}
		at := text.Span
		first := at.Column + quotes/2
		at.Column = first + utf8.RuneCountInString(text.Value[:start])
		at.End = first + utf8.RuneCountInString(text.Value[:end])
		return at
	}
}
