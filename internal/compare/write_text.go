package compare

import (
	"bytes"
	"fmt"
	"io"
	"text/tabwriter"

	"ronde/internal/diag"
)

// WriteText writes a comparison for a terminal.
func (c *Comparison) WriteText(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s → %s\n", name(c.Old), name(c.New))
	if len(c.reasons()) > 0 {
		fmt.Fprintf(&b, "%s\n", c.New.Kind)
	}
	for _, line := range c.reasons() {
		fmt.Fprintf(&b, "  %s\n", diag.Visible(line))
	}
	if c.Same() {
		b.WriteString("nothing differs\n")
		c.inputsText(&b)
		_, err := w.Write(b.Bytes())
		return err
	}
	fmt.Fprintf(&b, "%s\n", c.counts())
	for _, line := range c.largest() {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	if len(c.Values) > 0 {
		b.WriteString("\nvalues\n")
		table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		for _, v := range c.Values {
			lead := ""
			if v.Headline {
				lead = "headline"
			}
			fmt.Fprintf(table, "  %s\t%s → %s\t%s\t%s\t%s\n", v.Key, v.Old, v.New, v.By(), lead, v.New.Drop)
		}
		_ = table.Flush() // into memory
	}
	if len(c.Figures) > 0 {
		b.WriteString("\nfigures\n")
		for _, f := range c.Figures {
			fmt.Fprintf(&b, "  %s: %s\n", f.ID(), f.says())
		}
	}
	if len(c.Texts)+len(c.Languages) > 0 {
		b.WriteString("\ntexts\n")
	}
	for _, l := range c.Languages {
		fmt.Fprintf(&b, "  %s\n", l.says())
	}
	for _, t := range c.Texts {
		fmt.Fprintf(&b, "  %s\n", t.place())
		for _, runs := range t.Paragraphs {
			fmt.Fprintf(&b, "    %s\n", marked(runs, diag.Visible, [2]string{"[-", "-]"}, [2]string{"{+", "+}"}))
		}
	}
	c.inputsText(&b)
	_, err := w.Write(trimmed(b.Bytes()))
	return err
}

// inputsText lists what came in.
func (c *Comparison) inputsText(b *bytes.Buffer) {
	if len(c.Deliveries) > 0 {
		b.WriteString("\ndeliveries\n")
	}
	for _, d := range c.Deliveries {
		fmt.Fprintf(b, "  %s %s, received %s\n", sign(d.Kind), d.Drop, d.Received)
	}
	if len(c.Shared) > 0 {
		b.WriteString("\nshared inputs\n")
	}
	for _, s := range c.Shared {
		fmt.Fprintf(b, "  %s %s\n", sign(s.Kind), s.Path)
	}
}

// trimmed takes the spaces from the ends of lines, which the table leaves there.
func trimmed(text []byte) []byte {
	var out []byte
	for line := range bytes.Lines(text) {
		out = append(append(out, bytes.TrimRight(line, " \n")...), '\n')
	}
	return out
}
