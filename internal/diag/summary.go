package diag

import (
	"fmt"
	"io"
	"strings"
)

// SummaryLimit is the size in bytes beyond which GitHub shows no summary of a step.
const SummaryLimit = 1 << 20

// WriteSummary writes findings as a table in Markdown, the most severe first, in at most
// limit bytes; what does not fit is counted. Nothing in it is obeyed as Markdown or HTML,
// whatever the cells of a delivery hold. Nothing is written when there are none.
func WriteSummary(w io.Writer, found []Diagnostic, limit int, language Language) error {
	found = BySeverity(found)
	counts := textWriter{}
	counts.count(found)
	total := summary(counts.counts)
	if total.IsZero() {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "### ronde: %s\n\n", Markdown(total.In(language)))
	fmt.Fprintf(&b, "| | %s | %s |\n|---|---|---|\n", Markdown(Say("place").In(language)), Markdown(Say("finding").In(language)))
	last := func(more int) string {
		return "\n" + Markdown(Say("and %d more", more).In(language)) + "\n"
	}
	if b.Len()+len(last(len(found))) > limit {
		return nil
	}
	for i, d := range found {
		row := summaryRow(d, language)
		if b.Len()+len(row)+len(last(len(found))) > limit {
			b.WriteString(last(len(found) - i))
			break
		}
		b.WriteString(row)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func summaryRow(d Diagnostic, language Language) string {
	cell := func(parts ...string) string {
		for i, p := range parts {
			parts[i] = Markdown(p)
		}
		return strings.Join(parts, "<br>")
	}
	texts := []string{Visible(d.Title.In(language)) + " [" + d.ID + "]"}
	for _, n := range d.Notes {
		text := Visible(n.Text.In(language))
		if !n.Span.IsZero() {
			text += ": " + Visible(n.Span.String())
		}
		texts = append(texts, text)
	}
	if !d.Hint.IsZero() {
		texts = append(texts, strings.Split(visibleLines(d.Hint.In(language)), "\n")...)
	}
	return "| " + cell(d.Severity.word().In(language)) + " | " + cell(Visible(d.Span.String())) + " | " + cell(texts...) + " |\n"
}
