package trace

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"ronde/internal/compare"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
)

// WriteText writes a trace for a terminal.
func (t *Trace) WriteText(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s: %s\n", t.Key, t.today())
	if len(t.Parts) > 0 {
		b.WriteString("\ncomputed from\n")
		for _, key := range t.Parts {
			fmt.Fprintf(&b, "  %s\n", key)
		}
	}
	if len(t.Deliveries) > 0 {
		b.WriteString("\ndeliveries\n")
	}
	for _, d := range t.Deliveries {
		fmt.Fprintf(&b, "  %s, received %s: %s\n    %s, %s\n", d.Drop, d.Received, d.gives(t.Key.Period), d.place(), d.taken())
		if o := d.Workbook; o != (Origin{}) {
			fmt.Fprintf(&b, "    from cell %s of sheet %s in %s\n", o.Cell, diag.Visible(o.Sheet), diag.Visible(o.File))
		}
	}
	if len(t.Releases) > 0 {
		b.WriteString("\nreleases\n")
	}
	for _, r := range t.Releases {
		fmt.Fprintf(&b, "  %s of %s: %s\n", r.Edition.ID(), r.Edition.Released, r.says())
		if r.Withdrawn != "" {
			fmt.Fprintf(&b, "    withdrawn by %s: readers find a notice\n", r.Withdrawn)
		}
		for _, row := range r.Rows {
			fmt.Fprintf(&b, "    %s\n", rowWords(row, t.Key.Period))
		}
		for _, line := range r.addresses() {
			fmt.Fprintf(&b, "    %s\n", line)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// today is what the site says of the value.
func (t *Trace) today() string {
	v := t.Today
	var text string
	switch v.State {
	case derive.Absent:
		return "nothing is published of it"
	case derive.Known:
		text = t.says().String()
	default:
		text = "no value (" + v.State.String() + ")"
	}
	if v.Observed != t.Key.Period {
		text += ", observed " + v.Observed.String()
	}
	if v.Expected > 0 && v.Present < v.Expected {
		text += fmt.Sprintf(", %d of %d parts", v.Present, v.Expected)
	}
	if v.Dataset != "" {
		text += ", from " + v.Drop.String()
	}
	return text
}

// gives is what a delivery says, with the period where that is not the one asked for.
func (d Delivery) gives(asked period.Period) string {
	text := d.Value.String()
	if d.Withdrawn {
		text = "withdrawn"
	}
	if d.Period != asked {
		text += " of " + d.Period.String()
	}
	return text
}

// place is the cell of the CSV file, which says so where there is one of a workbook too.
func (d *Delivery) place() string {
	at, of := d.At, ""
	if d.Workbook != (Origin{}) {
		of = " of the CSV file"
	}
	text := diag.Visible(at.File)
	if at.Line > 0 {
		text += fmt.Sprintf(":%d:%d", at.Line, at.Column)
	}
	if at.Cell != "" {
		text += " (cell " + at.Cell + of + ")"
	}
	return text
}

func (d Delivery) taken() string {
	if d.TakenBy == (seal.ReleaseID{}) {
		return "in no release yet"
	}
	return "first in " + d.TakenBy.String()
}

func (r Release) says() string {
	if !r.Said.Said {
		return "prints no value"
	}
	text := "prints " + r.Said.String()
	if r.Said.Drop != "" {
		text += " from " + r.Said.Drop
	}
	return text
}

func rowWords(row seal.Row, asked period.Period) string {
	text := "sealed: " + compare.Given(row.Observation, row.Drop.String()).String()
	if row.Removed {
		text = "sealed: removed"
	}
	if row.Period != asked {
		text += " of " + row.Period.String()
	}
	return text + " from " + row.Drop.String()
}

// addresses are where the edition says it, each once, with the languages.
func (r Release) addresses() []string {
	type printed struct {
		address   string
		languages []string
	}
	var all []printed
	add := func(language, address string) {
		address = strings.TrimPrefix(address, language+"/")
		for i := range all {
			if all[i].address == address {
				all[i].languages = append(all[i].languages, language)
				return
			}
		}
		all = append(all, printed{address, []string{language}})
	}
	for _, address := range r.Addresses() {
		language, _, _ := strings.Cut(address, "/")
		add(language, address)
	}
	var lines []string
	for _, p := range all {
		line := p.address + " in " + strings.Join(p.languages, ", ")
		if by := r.WithdrawnFigures[path.Base(p.address)]; by != "" && strings.Contains(p.address, "/figures/") {
			line += ", withdrawn by " + by
		}
		lines = append(lines, line)
	}
	return lines
}

// Addresses are where readers find what the edition says, from the root of the site: the
// numbers in its texts, then the pages of its figures.
func (r Release) Addresses() []string {
	var all []string
	for _, n := range r.Numbers {
		all = append(all, site.EditionAddress(n.Language, r.Edition.ID())+"#"+n.ID)
	}
	for _, f := range r.Figures {
		for _, language := range r.Edition.Languages {
			all = append(all, site.FigureAddress(language, r.Edition.ID(), f))
		}
	}
	return slices.Clip(all)
}
