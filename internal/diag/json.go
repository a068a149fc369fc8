package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
)

type jsonSpan struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	End    int    `json:"end"`
	Cell   string `json:"cell"`
}

type jsonNote struct {
	Text string `json:"text"`
	jsonSpan
}

type jsonDiagnostic struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	jsonSpan
	Title   string     `json:"title"`
	Notes   []jsonNote `json:"notes"`
	Hint    string     `json:"hint"`
	Subject string     `json:"subject"`
}

// WriteJSON writes findings as an array of objects, all of them and in the
// order given; texts are in the language. Every object has every key: a line, column or end of 0 and an
// empty text mean that there is none. What a terminal would obey or hide is
// written as \u escapes, which any reader of JSON undoes.
func WriteJSON(w io.Writer, found []Diagnostic, language Language) error {
	objects := make([]jsonDiagnostic, len(found))
	for i, d := range found {
		notes := make([]jsonNote, len(d.Notes))
		for j, n := range d.Notes {
			notes[j] = jsonNote{n.Text.In(language), jsonSpan(n.Span)}
		}
		objects[i] = jsonDiagnostic{d.ID, d.Severity.String(), jsonSpan(d.Span), d.Title.In(language), notes, d.Hint.In(language), d.Subject}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(objects); err != nil {
		return err
	}
	_, err := w.Write(escapeHidden(b.Bytes()))
	return err
}

// escapeHidden writes the hidden characters that encoding/json leaves as they
// are as \u escapes. Outside strings the encoder writes only line feeds.
func escapeHidden(text []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case r == '\n' || r == unicode.ReplacementChar || !hidden(r):
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		}
	}
	return b.Bytes()
}
