package proposal

import (
	"bytes"
	"fmt"
	"io"

	"ronde/internal/diag"
)

// WriteMarkdown writes a proposal for the comment or the summary of a merge request.
func (p *Proposal) WriteMarkdown(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "## What this changes, compared with %s\n", diag.Markdown(p.Base))
	if p.Same() {
		b.WriteString("\nNothing differs.\n")
		_, err := w.Write(b.Bytes())
		return err
	}
	if p.Unread {
		b.WriteString("\n" + unread + "\n")
	}
	if len(p.Attention) > 0 {
		b.WriteString("\n### Attention\n\n")
	}
	for _, a := range p.Attention {
		fmt.Fprintf(&b, "- **%s** (%s) %s\n", diag.Markdown(a.Path), a.Kind, diag.Markdown(a.says()))
	}
	for _, o := range p.Organisations {
		fmt.Fprintf(&b, "\n### %s\n", diag.Markdown(o.Name))
		for _, d := range o.Datasets {
			p.datasetMarkdown(&b, d)
		}
	}
	for _, r := range p.Reports {
		fmt.Fprintf(&b, "\n### %s\n\n", diag.Markdown(upper(r.says())))
		if r.Comparison != nil {
			if err := r.Comparison.WriteMarkdown(&b); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(&b, "\n<details><summary>Files (%d)</summary>\n\n", len(p.Files))
	for _, f := range p.Files {
		fmt.Fprintf(&b, "- %s, %s\n", diag.Markdown(f.Path), f.Kind)
	}
	b.WriteString("\n</details>\n")
	_, err := w.Write(b.Bytes())
	return err
}

func (p *Proposal) datasetMarkdown(b *bytes.Buffer, d Dataset) {
	fmt.Fprintf(b, "\n**%s**\n\n", diag.Markdown(d.ID))
	if d.Contract != "" {
		fmt.Fprintf(b, "- contract %s\n", d.Contract)
	}
	for _, delivery := range d.Deliveries {
		fmt.Fprintf(b, "- %s\n", diag.Markdown(delivery.says()))
	}
	for _, i := range d.Indicators {
		fmt.Fprintf(b, "- %s: %s\n", diag.Markdown(i.ID), i.counts())
	}
	for _, i := range d.Indicators {
		values, more := i.listed()
		b.WriteString("\n| value | before | after | difference |\n|---|---|---|---|\n")
		for _, v := range values {
			before, after, by := p.says(v)
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", diag.Markdown(v.Key.String()), diag.Markdown(before), diag.Markdown(after), diag.Markdown(by))
		}
		if more > 0 {
			fmt.Fprintf(b, "\nand %d more of %s\n", more, diag.Markdown(i.ID))
		}
	}
}

// upper is a sentence with a capital at its beginning; all begin with an ASCII letter.
func upper(sentence string) string { return string(sentence[0]-'a'+'A') + sentence[1:] }
