package diag

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// annotationsOfAKind is how many errors, warnings and notices each of a step GitHub shows
// beside the lines of a merge request; it drops further ones without a word.
const annotationsOfAKind = 10

// WriteGitHub writes findings for the log of a step of GitHub Actions, the most severe
// first: as many as GitHub shows as annotations, the rest as text, and a last line that
// counts them all. root is the folder of the site within the repository, "" when it is the
// repository.
func WriteGitHub(w io.Writer, found []Diagnostic, root string, lookup func(file string, line int) (text string, ok bool), options TextOptions) error {
	options.Colour = false
	found = BySeverity(found)
	b := bufio.NewWriter(w)
	var rest []Diagnostic
	shown := [3]int{}
	for _, d := range found {
		if shown[d.Severity]++; shown[d.Severity] > annotationsOfAKind {
			rest = append(rest, d)
			continue
		}
		b.WriteString(annotation(d, root, options.Language) + "\n")
	}
	var plain bytes.Buffer
	text := &textWriter{Writer: bufio.NewWriter(&plain), lookup: lookup, options: options.withDefaults()}
	text.files(rest)
	text.count(found)
	text.summary()
	if err := text.Flush(); err != nil {
		return err
	}
	// GitHub takes lines that hold ##[ for commands of its older form, also within a cell.
	b.WriteString(strings.ReplaceAll(plain.String(), "##[", "## ["))
	return b.Flush()
}

// BySeverity puts errors before warnings and these before notices, each in its order.
func BySeverity(found []Diagnostic) []Diagnostic {
	sorted := slices.Clone(found)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}

// annotation is a workflow command that shows a finding at its place.
func annotation(d Diagnostic, root string, language Language) string {
	properties := []string{}
	add := func(name, value string) { properties = append(properties, name+"="+escapeProperty(value)) }
	if s := d.Span; !s.IsZero() {
		add("file", path.Join(root, s.File))
		if s.Line > 0 {
			add("line", strconv.Itoa(s.Line))
			add("endLine", strconv.Itoa(s.Line))
		}
		if s.Line > 0 && s.Column > 0 {
			add("col", strconv.Itoa(s.Column))
			add("endColumn", strconv.Itoa(max(s.End, s.Column)))
		}
	}
	add("title", "["+d.ID+"]")
	message := []string{Visible(d.Title.In(language))}
	for _, n := range d.Notes {
		text := Say("note").In(language) + ": " + Visible(n.Text.In(language))
		if !n.Span.IsZero() {
			text += ": " + Visible(n.Span.String())
		}
		message = append(message, text)
	}
	if !d.Hint.IsZero() {
		message = append(message, Say("hint").In(language)+": "+visibleLines(d.Hint.In(language)))
	}
	return "::" + d.Severity.String() + " " + strings.Join(properties, ",") + "::" + escapeData(strings.Join(message, "\n"))
}

// visibleLines is Visible but for the ends of lines.
func visibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func escapeData(text string) string     { return dataEscapes.Replace(text) }
func escapeProperty(text string) string { return propertyEscapes.Replace(Visible(text)) }
