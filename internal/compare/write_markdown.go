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
	fmt.Fprintf(&b, "### %s → %s\n\n", Escaped(name(c.Old)), Escaped(name(c.New)))
	for i, line := range c.reasons() {
		if i == 0 {
			fmt.Fprintf(&b, "%s\n\n", Escaped(string(c.New.Kind)))
		}
		fmt.Fprintf(&b, "- %s\n", Escaped(line))
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
	fmt.Fprintf(&b, "%s\n", Escaped(c.counts()))
	for _, line := range c.largest() {
		fmt.Fprintf(&b, "\n%s\n", Escaped(line))
	}
	if len(c.Values) > 0 {
		b.WriteString("\n| value | before | after | difference | delivery |\n|---|---|---|---|---|\n")
		for _, v := range c.Values {
			key := Escaped(v.Key.String())
			if v.Headline {
				key = "**" + key + "**"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", key, Escaped(v.Old.String()), Escaped(v.New.String()), Escaped(v.By()), Escaped(v.New.Drop))
		}
	}
	if len(c.Figures) > 0 {
		b.WriteString("\n| figure | |\n|---|---|\n")
		for _, f := range c.Figures {
			fmt.Fprintf(&b, "| %s | %s |\n", Escaped(f.ID()), Escaped(f.says()))
		}
	}
	for _, l := range c.Languages {
		fmt.Fprintf(&b, "\n%s\n", Escaped(l.says()))
	}
	for _, t := range c.Texts {
		fmt.Fprintf(&b, "\n%s\n", Escaped(t.place()))
		for _, runs := range t.Paragraphs {
			fmt.Fprintf(&b, "\n> %s\n", marked(runs, Escaped, [2]string{"~~", "~~"}, [2]string{"**", "**"}))
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
		fmt.Fprintf(b, "| %s | %s | %s |\n", Escaped(d.Drop), d.Received, d.Kind)
	}
	if len(c.Shared) > 0 {
		b.WriteString("\n| shared input | |\n|---|---|\n")
	}
	for _, s := range c.Shared {
		fmt.Fprintf(b, "| %s | %s |\n", Escaped(s.Path), s.Kind)
	}
}

// Escaped is a text that Markdown shows as it is.
func Escaped(text string) string { return markdown.Replace(diag.Visible(text)) }

var markdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`)
