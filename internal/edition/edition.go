// Package edition makes reports and keeps them: it compiles a round into a text
// and figures whose numbers come from protected data, writes what it made as
// the files of a sealed edition, and reads them back.
//
// An Edition is the only thing that passes from the analysts' line of Ronde to
// the readers' line. A draft is an Edition that is not sealed: it is compiled
// the same way and shown the same way.
//
// # Files of an edition
//
// Package seal describes the folder, the hashes and data/. The others are:
//
// text.<lang>.md holds the text of one language. Between --- at its top stand
// title, description and main_points; below them the Markdown, in which every
// number is a link to its entry in numbers.csv, [1 037](#n12), every figure an
// image whose target is the file of its data,
// ![title](figures/attestations-month.csv), and a section about a topic names it
// behind its heading, ## Protection {#protection}.
//
// numbers.csv lists the numbers of all texts: number (n12), language, form,
// indicator, codes, period, drop, value, printed. The value is unformatted; it
// is empty where words stand in place of a number.
//
// figures/<id>.yaml is the Figure without its points and figures/<id>.csv are the
// points: series and category (counted from 1; with dates, the counts of a series),
// period, value, status, qualifier, marks, drop. The marks are r (revised since an earlier release),
// g (reconstructed vintage) and i (idle: without a value because none was due).
//
// words.<lang>.yaml are Words: names, definitions, legends, sources and contacts
// in one language.
//
// Numbers in figures are sealed as values with their number of decimals; they
// are printed in the language of the text by the rules of package locale.
package edition

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/disclose"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Edition is a report as it was, or would be, released.
type Edition struct {
	seal.Manifest
	Seal    string            // "" for a draft
	Texts   map[string]*Text  // by language
	Words   map[string]*Words // by language: the same languages as Texts
	Figures []*Figure         // in order of first appearance in the texts, then by id
	Numbers []Number          // in the order of the texts, language by language
	// Observations are what this release publishes first, or publishes in
	// another form than before, under the names of its own codebook.
	Observations *disclose.Observations
	Rows         seal.Rows          // the same of a sealed edition, as sealed
	Codebook     *codebook.Codebook // as it was used
}

// Draft reports whether the edition is not sealed.
func (e *Edition) Draft() bool { return e.Seal == "" }

// Language gives the language in which the edition shows itself to a reader of
// the one named: that one, or the first in which it was sealed.
func (e *Edition) Language(reader string) string {
	if _, ok := e.Texts[reader]; ok {
		return reader
	}
	return e.Languages[0]
}

// Text is a report in one language, its numbers resolved.
type Text struct {
	Title       string   `key:"title,required" doc:"Title"`
	Description string   `key:"description" doc:"Description for lists and search engines"`
	MainPoints  []string `key:"main_points" doc:"Main points, in Markdown"`
	Body        string   // Markdown
}

// Untitled is the text in which some figures have lost their titles and keep their places.
func (t *Text) Untitled(figure func(id string) bool) *Text {
	untitled := *t
	untitled.Body = commentary.Untitled(t.Body, figure)
	return &untitled
}

// Number is one number, or words in place of one, printed in a text.
type Number struct {
	ID       string // n12; unique within a language
	Language string
	Form     string
	Key      observation.Key
	Drop     string // newest drop that the number rests on
	Value    number.Decimal
	HasValue bool
	Printed  string
}

// Emptied is what may be known of an edition whose report was withdrawn: its manifest,
// rows and codebook. It says nothing, also not why it was released, which may name what was
// wrong.
func (e *Edition) Emptied() *Edition {
	empty := &Edition{Manifest: e.Manifest, Seal: e.Seal, Texts: map[string]*Text{}, Words: map[string]*Words{}, Rows: e.Rows, Codebook: e.Codebook}
	empty.Reason = source.Text{}
	return empty
}

// FigureIDs are the ids of the figures that the edition sealed, whether or not they could
// be read; none for a draft.
func (e *Edition) FigureIDs() []string {
	var ids []string
	for _, f := range e.Files {
		if name, ok := strings.CutPrefix(f.Path, "figures/"); ok {
			if id, ok := strings.CutSuffix(name, ".yaml"); ok {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Figure gives a figure by its id.
func (e *Edition) Figure(id string) (*Figure, bool) {
	for _, f := range e.Figures {
		if f.ID == id {
			return f, true
		}
	}
	return nil, false
}

// Lead is the row of key figures at the top of the report, the first that its texts
// place; nil where there is none.
func (e *Edition) Lead() *Figure {
	for _, f := range e.Figures {
		if f.Kind == KeyFigures {
			return f
		}
	}
	return nil
}
