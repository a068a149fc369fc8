package diag

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// explainWidth is the number of columns to which explanations are broken.
const explainWidth = 80

// Explain finds what an id means; near is the most similar id when there is none of that
// name, "" when none is near.
func Explain(id string) (entry Entry, near string, ok bool) {
	var ids []string
	for _, e := range Catalogue() {
		if e.ID == id {
			return e, "", true
		}
		ids = append(ids, e.ID)
	}
	near, _ = Nearest(id, ids)
	return Entry{}, near, false
}

// WriteEntry explains one id for a terminal.
func WriteEntry(w io.Writer, e Entry) error {
	_, err := fmt.Fprintf(w, "%s: %s\n\n%s\n\n  %s [%s]\n\n%s\n", e.ID, e.Severity, wrap(e.Meaning), e.Example, e.ID, wrap(e.Remedy))
	return err
}

// WriteIndex lists all ids by stage, for a terminal.
func WriteIndex(w io.Writer) error {
	b := bufio.NewWriter(w)
	for i, stage := range Stages() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(stage.Name + "\n")
		for _, e := range stage.Entries {
			fmt.Fprintf(b, "  %-24s %-8s %s\n", e.ID, e.Severity, e.Meaning)
		}
	}
	return b.Flush()
}

// WriteMessages writes the page of all messages, in Markdown.
func WriteMessages(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString("# Messages\n\n" +
		"What Ronde can say about the files of a site, by the id that stands in square brackets at\n" +
		"the end of a message. `ronde explain ID` prints the same, and `ronde explain --markdown`\n" +
		"this page. Errors always fail a run, warnings only with `--strict`, notices never; a\n" +
		"warning can be accepted with its id and a reason.\n")
	for _, stage := range Stages() {
		fmt.Fprintf(b, "\n## %s\n", stage.Name)
		for _, e := range stage.Entries {
			fmt.Fprintf(b, "\n### %s\n\n*%s.* %s\n\n    %s [%s]\n\n%s\n", e.ID, e.Severity, wrap(asText(e.Meaning)), e.Example, e.ID, wrap(asText(e.Remedy)))
		}
	}
	return b.Flush()
}

var outsideCode = regexp.MustCompile("`[^`]*`|[\\\\*_<>\\[\\]]")

// asText keeps Markdown from obeying signs of a text outside its back quotes.
func asText(text string) string {
	return outsideCode.ReplaceAllStringFunc(text, func(found string) string {
		if found[0] == '`' {
			return found
		}
		return "\\" + found
	})
}

// wrap breaks a text between words.
func wrap(text string) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) > explainWidth:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return strings.Join(append(lines, line), "\n")
}
