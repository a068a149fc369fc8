package proposal

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"ronde/internal/diag"
)

// WriteText writes a proposal for a terminal.
func (p *Proposal) WriteText(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "compared with %s\n", diag.Visible(p.Base))
	if p.Same() {
		b.WriteString("nothing differs\n")
		_, err := w.Write(b.Bytes())
		return err
	}
	if p.Unread {
		b.WriteString(unread + "\n")
	}
	if len(p.Attention) > 0 {
		b.WriteString("\nattention\n")
	}
	for _, a := range p.Attention {
		fmt.Fprintf(&b, "  %s (%s) %s\n", diag.Visible(a.Path), a.Kind, diag.Visible(a.says()))
	}
	for _, o := range p.Organisations {
		fmt.Fprintf(&b, "\n%s (%s)\n", diag.Visible(o.Name), o.ID)
		for _, d := range o.Datasets {
			p.datasetText(&b, d)
		}
	}
	for _, r := range p.Reports {
		fmt.Fprintf(&b, "\n%s\n", r.says())
		if r.Comparison != nil {
			var text strings.Builder
			if err := r.Comparison.WriteText(&text); err != nil {
				return err
			}
			for line := range strings.Lines(text.String()) {
				b.WriteString(strings.TrimRight("  "+line, " \n") + "\n")
			}
		}
	}
	b.WriteString("\nfiles\n")
	for _, f := range p.Files {
		fmt.Fprintf(&b, "  %s %s\n", diag.Visible(f.Path), f.Kind)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (p *Proposal) datasetText(b *bytes.Buffer, d Dataset) {
	fmt.Fprintf(b, "  %s\n", d.ID)
	if d.Contract != "" {
		fmt.Fprintf(b, "    contract %s\n", d.Contract)
	}
	for _, delivery := range d.Deliveries {
		fmt.Fprintf(b, "    %s\n", delivery.says())
	}
	for _, i := range d.Indicators {
		fmt.Fprintf(b, "    %s: %s\n", i.ID, i.counts())
		values, more := i.listed()
		for _, v := range values {
			before, after, by := p.says(v)
			line := fmt.Sprintf("      %s, %s → %s", v.Key, before, after)
			if by != "" {
				line += " (" + by + ")"
			}
			b.WriteString(line + "\n")
		}
		if more > 0 {
			fmt.Fprintf(b, "      and %d more\n", more)
		}
	}
}
