package site

import (
	"ronde/internal/compare"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// CorrectionsName is the name of the list of all corrections, in the root of the site.
const CorrectionsName = "corrections.json"

const correctionsNow = "ronde-corrections/1"

// CorrectionsFile is what corrections.json holds: every release that replaced an edition,
// with each value that it changed. It is made for programs. Keys are always all there and
// in this order; addresses are relative to the root of the site.
type CorrectionsFile struct {
	Format      string            `json:"format"`
	Corrections []CorrectionFacts `json:"corrections"` // newest first
}

// CorrectionFacts are one correction.
type CorrectionFacts struct {
	From      CorrectedEdition  `json:"from"` // the edition that was replaced
	To        CorrectedEdition  `json:"to"`
	Kind      seal.Kind         `json:"kind"`
	Reason    map[string]string `json:"reason"`    // by language, at least one
	Addresses map[string]string `json:"addresses"` // of what it changed, by language of the site
	Headline  bool              `json:"headline"`  // a key figure at the top of the report changed
	// Languages are those in which only one of the two editions speaks.
	Languages []CorrectedLanguage `json:"languages"`
	// Values are those that the two editions say otherwise, by key.
	Values []compare.Value `json:"values"`
}

// A CorrectedEdition is one of the two.
type CorrectedEdition struct {
	ID       string `json:"id"`       // 2022-07@2
	Released string `json:"released"` // 2022-10-20
}

// A CorrectedLanguage is new, or no longer there.
type CorrectedLanguage struct {
	Language string       `json:"language"`
	Change   compare.Kind `json:"change"` // appeared or disappeared
}

// correctionsFile puts the corrections for programs. Drafts are not among them.
func (s *Site) correctionsFile(w *writer) {
	f := CorrectionsFile{Format: correctionsNow, Corrections: []CorrectionFacts{}}
	for _, c := range s.comparisons() {
		f.Corrections = append(f.Corrections, s.factsOf(c))
	}
	w.file(CorrectionsName, asJSON(f))
}

func (s *Site) factsOf(c *compare.Comparison) CorrectionFacts {
	facts := CorrectionFacts{
		From: correctedEdition(c.Old), To: correctedEdition(c.New), Kind: c.New.Kind, Reason: reasonsOf(c.New), Addresses: map[string]string{}, Headline: c.Headline,
		Languages: []CorrectedLanguage{}, Values: append([]compare.Value{}, c.Values...),
	}
	for _, lang := range s.languages() {
		facts.Addresses[lang] = changesAt(lang, c.New.Round) + "#" + changeID(c.New)
	}
	for _, l := range c.Languages {
		facts.Languages = append(facts.Languages, CorrectedLanguage{l.Tag, l.Kind})
	}
	return facts
}

func correctedEdition(e *edition.Edition) CorrectedEdition {
	return CorrectedEdition{e.ID().String(), e.Released.String()}
}

// reasonsOf says by language why an edition was released.
func reasonsOf(e *edition.Edition) map[string]string {
	reasons := map[string]string{}
	for _, lang := range e.Reason.Languages() {
		reasons[lang], _ = e.Reason.In(lang)
	}
	return reasons
}
