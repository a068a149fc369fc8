package source

import (
	"bytes"
	"strings"

	"ronde/internal/diag"
)

// FrontMatter finds the YAML between two lines --- at the top of a Markdown
// file. body is the rest and bodyLine the line of the file on which it begins.
// Without such a block the fragment has no text and the body is the whole
// file. The result is false after an error: the block has no end, or the file
// is not UTF-8.
func FrontMatter(f *File, out *diag.List) (fragment Fragment, body []byte, bodyLine int, ok bool) {
	if found := f.checkText(); found != nil {
		out.Add(*found)
		return fragment, nil, 0, false
	}
	fragment = Fragment{File: f, Line: 1}
	text := f.text()
	line, rest := cutLine(text)
	if !isFence(line) {
		return fragment, text, 1, true
	}
	fragment.Line = 2
	start := rest
	for bodyLine = 3; len(rest) > 0; bodyLine++ {
		block := start[:len(start)-len(rest)]
		line, rest = cutLine(rest)
		if isFence(line) {
			fragment.Text = block
			return fragment, rest, bodyLine, true
		}
	}
	out.Add(diag.FrontMatterOpen(diag.Span{File: f.Path, Line: 1, Column: 1, End: 4}))
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
