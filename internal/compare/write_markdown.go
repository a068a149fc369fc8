package compare

import (
	"bytes"
	"fmt"
	"io"

	"ronde/internal/diag"
)

// WriteMarkdown writes a comparison as Markdown with tables, for the comment or the
// summary of a merge request.
func (c *Comparison) WriteMarkdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### %s → %s\n\n", diag.Markdown(name(c.Old)), diag.Markdown(name(c.New)))
	for i, line := range c.reasons() {
		if i == 0 {
			fmt.Fprintf(&b, "%s\n\n", diag.Markdown(string(c.New.Kind)))
		}
		fmt.Fprintf(&b, "- %s\n", diag.Markdown(line))
	}
	if len(c.reasons()) > 0 {
		b.WriteByte('\n')
	}
	if c.Same() {
		b.WriteString("Nothing differs.\n")
		c.inputsMarkdown(&b)
		_, err := w.Write(b.Bytes())
		return err
	}
	fmt.Fprintf(&b, "%s\n", diag.Markdown(c.counts()))
	for _, line := range c.largest() {
		fmt.Fprintf(&b, "\n%s\n", diag.Markdown(line))
	}
	if len(c.Values) > 0 {
		b.WriteString("\n| value | before | after | difference | delivery |\n|---|---|---|---|---|\n")
		for _, v := range c.Values {
			key := diag.Markdown(v.Key.String())
			if v.Headline {
				key = "**" + key + "**"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", key, diag.Markdown(v.Old.String()), diag.Markdown(v.New.String()), diag.Markdown(v.By()), diag.Markdown(v.New.Drop))
		}
	}
	if len(c.Figures) > 0 {
		b.WriteString("\n| figure | |\n|---|---|\n")
		for _, f := range c.Figures {
			fmt.Fprintf(&b, "| %s | %s |\n", diag.Markdown(f.ID()), diag.Markdown(f.says()))
		}
	}
	for _, l := range c.Languages {
		fmt.Fprintf(&b, "\n%s\n", diag.Markdown(l.says()))
	}
	for _, t := range c.Texts {
		fmt.Fprintf(&b, "\n%s\n", diag.Markdown(t.place()))
		for _, runs := range t.Paragraphs {
			fmt.Fprintf(&b, "\n> %s\n", marked(runs, diag.Markdown, [2]string{"~~", "~~"}, [2]string{"**", "**"}))
		}
	}
	c.inputsMarkdown(&b)
	_, err := w.Write(b.Bytes())
	return err
}

// inputsMarkdown lists what came in.
func (c *Comparison) inputsMarkdown(b *bytes.Buffer) {
	if len(c.Deliveries) > 0 {
		b.WriteString("\n| delivery | received | |\n|---|---|---|\n")
	}
	for _, d := range c.Deliveries {
		fmt.Fprintf(b, "| %s | %s | %s |\n", diag.Markdown(d.Drop), d.Received, d.Kind)
	}
	if len(c.Shared) > 0 {
		b.WriteString("\n| shared input | |\n|---|---|\n")
	}
	for _, s := range c.Shared {
		fmt.Fprintf(b, "| %s | %s |\n", diag.Markdown(s.Path), s.Kind)
	}
}
