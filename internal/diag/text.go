package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// TextOptions says how WriteText writes. The zero value is what a log of CI
// wants: English, no colour, lines cut to 100 columns, 20 findings of one id per file.
type TextOptions struct {
	Colour bool
	Width  int // columns of an excerpt; 0 is 100
	Limit  int // findings of one id per file; 0 is 20, negative is all
	// Language is that of the findings and of the words around them.
	Language Language
}

// Sequences for a terminal, written only when colour is asked for.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	cyan   = "\x1b[1;36m"
	reset  = "\x1b[0m"
)

var severityColours = [...]string{cyan, yellow, red}

// WriteText writes findings in the form of the package comment, in the order
// given, and a last line that counts them; nothing when there are none. lookup
// gives a line of an input file for the excerpt; ok is false when there is no
// such line. Of more than 20 findings of one id in one file the rest is
// counted: whoever repeats a mistake in every row needs to read it once.
func WriteText(w io.Writer, found []Diagnostic, lookup func(file string, line int) (text string, ok bool), options TextOptions) error {
	t := textWriter{Writer: bufio.NewWriter(w), lookup: lookup, options: options.withDefaults()}
	t.files(found)
	t.count(found)
	t.summary()
	return t.Flush()
}

func (o TextOptions) withDefaults() TextOptions {
	if o.Width <= 0 {
		o.Width = 100
	}
	if o.Limit == 0 {
		o.Limit = 20
	}
	return o
}

type textWriter struct {
	*bufio.Writer
	lookup  func(file string, line int) (string, bool)
	options TextOptions
	counts  [3]int
}

// files writes the findings file by file, in the order given.
func (t *textWriter) files(found []Diagnostic) {
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].Span.File == found[0].Span.File {
			n++
		}
		t.file(found[:n])
		found = found[n:]
	}
}

// file writes the findings on one file.
func (t *textWriter) file(found []Diagnostic) {
	shown := map[string]int{}
	var cut []string // ids of which not all are shown, in the order of their first
	for _, d := range found {
		shown[d.ID]++
		switch n := shown[d.ID]; {
		case t.options.Limit < 0 || n <= t.options.Limit:
			t.diagnostic(d)
		case n == t.options.Limit+1:
			cut = append(cut, d.ID)
		}
	}
	for _, id := range cut {
		more := Say("and %d more", shown[id]-t.options.Limit)
		fmt.Fprintf(t, "%s: %s [%s]\n", Visible(found[0].Span.File), t.say(more), id)
	}
}

func (t *textWriter) diagnostic(d Diagnostic) {
	if !d.Span.IsZero() {
		t.WriteString(t.colour(bold, Visible(d.Span.String())+":") + " ")
	}
	t.WriteString(t.colour(severityColours[d.Severity], t.say(d.Severity.word())+":") + " " + t.colour(bold, Visible(t.say(d.Title))) + " [" + d.ID + "]\n")
	t.excerpt(d)
	for _, n := range d.Notes {
		text := t.say(n.Text)
		if !n.Span.IsZero() {
			text += ": " + n.Span.String()
		}
		t.paragraph(Say("note"), text)
	}
	if !d.Hint.IsZero() {
		t.paragraph(Say("hint"), t.say(d.Hint))
	}
}

// paragraph writes a note or a hint; its further lines are indented below the
// first, so that a line of YAML to be copied can stand alone.
func (t *textWriter) paragraph(word Phrase, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i == 0 {
			t.WriteString("  " + t.colour(bold, t.say(word)+":") + " " + Visible(line) + "\n")
			continue
		}
		t.WriteString("        " + Visible(line) + "\n")
	}
}

func (t *textWriter) excerpt(d Diagnostic) {
	if d.Span.Line == 0 || t.lookup == nil {
		return
	}
	line, ok := t.lookup(d.Span.File, d.Span.Line)
	if !ok {
		return
	}
	number := fmt.Sprintf("%5d", d.Span.Line)
	text, mark := excerpt(line, d.Span, t.options.Width)
	t.WriteString(strings.TrimRight(number+" │ "+text, " ") + "\n")
	if mark != "" {
		t.WriteString(strings.Repeat(" ", len(number)) + " ╵ " + t.colour(severityColours[d.Severity], mark) + "\n")
	}
}

// say is a phrase in the language of the output.
func (t *textWriter) say(p Phrase) string { return p.In(t.options.Language) }

func (t *textWriter) colour(sequence, text string) string {
	if !t.options.Colour {
		return text
	}
	return sequence + text + reset
}

func (t *textWriter) count(found []Diagnostic) {
	for _, d := range found {
		t.counts[d.Severity]++
	}
}

func (t *textWriter) summary() {
	if s := summary(t.counts); !s.IsZero() {
		t.WriteString(t.say(s) + "\n")
	}
}

// Count counts findings in words of a language, as the last line of WriteText does; ""
// for none.
func Count(found []Diagnostic, language Language) string {
	t := textWriter{options: TextOptions{Language: language}}
	t.count(found)
	return t.say(summary(t.counts))
}

// summary counts findings in words: "2 errors, 1 warning"; nothing for none.
func summary(counts [3]int) Phrase {
	var parts []Phrase
	add := func(n int, one, many Phrase) {
		if n > 0 {
			parts = append(parts, counted(n, one, many))
		}
	}
	errors, warnings, notices := counts[Error], counts[Warning], counts[Notice]
	add(errors, Say("1 error"), Say("%d errors", errors))
	add(warnings, Say("1 warning"), Say("%d warnings", warnings))
	add(notices, Say("1 notice"), Say("%d notices", notices))
	if len(parts) == 0 {
		return Phrase{}
	}
	return list(parts)
}
