package compare

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"ronde/internal/diag"
)

// WriteMarkdown writes a comparison as Markdown with tables, for the comment or the
// summary of a merge request.
func (c *Comparison) WriteMarkdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "### %s → %s\n\n", escaped(name(c.Old)), escaped(name(c.New)))
	for i, line := range c.reasons() {
		if i == 0 {
			fmt.Fprintf(&b, "%s\n\n", escaped(string(c.New.Kind)))
		}
		fmt.Fprintf(&b, "- %s\n", escaped(line))
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
	fmt.Fprintf(&b, "%s\n", escaped(c.counts()))
	for _, line := range c.largest() {
		fmt.Fprintf(&b, "\n%s\n", escaped(line))
	}
	if len(c.Values) > 0 {
		b.WriteString("\n| value | before | after | difference | delivery |\n|---|---|---|---|---|\n")
		for _, v := range c.Values {
			key := escaped(v.Key.String())
			if v.Headline {
				key = "**" + key + "**"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", key, escaped(v.Old.String()), escaped(v.New.String()), escaped(v.by()), escaped(v.New.Drop))
		}
	}
	if len(c.Figures) > 0 {
		b.WriteString("\n| figure | |\n|---|---|\n")
		for _, f := range c.Figures {
			fmt.Fprintf(&b, "| %s | %s |\n", escaped(f.ID()), escaped(f.says()))
		}
	}
	for _, l := range c.Languages {
		fmt.Fprintf(&b, "\n%s\n", escaped(l.says()))
	}
	for _, t := range c.Texts {
		fmt.Fprintf(&b, "\n%s\n", escaped(t.place()))
		for _, runs := range t.Paragraphs {
			fmt.Fprintf(&b, "\n> %s\n", marked(runs, escaped, [2]string{"~~", "~~"}, [2]string{"**", "**"}))
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
		fmt.Fprintf(b, "| %s | %s | %s |\n", escaped(d.Drop), d.Received, d.Kind)
	}
	if len(c.Shared) > 0 {
		b.WriteString("\n| shared input | |\n|---|---|\n")
	}
	for _, s := range c.Shared {
		fmt.Fprintf(b, "| %s | %s |\n", escaped(s.Path), s.Kind)
	}
}

// escaped is a text that Markdown shows as it is.
func escaped(text string) string { return markdown.Replace(diag.Visible(text)) }

var markdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`)
