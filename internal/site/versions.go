package site

import (
	"bytes"
	"encoding/json"

	"ronde/internal/archive"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// VersionsName is the name of the list of all editions, in the root of the site.
const VersionsName = "versions.json"

const (
	versionsFormat = "ronde-versions/"
	versionsNow    = versionsFormat + "1"
)

// Versions is what versions.json holds: every edition that readers can have. It is made
// for programs, also for the one that makes sure that the next publication keeps them.
// Only what is published anyway stands in it. Keys are always all there and in this order;
// addresses are relative to the root of the site.
type Versions struct {
	Format  string           `json:"format"`
	Reports []VersionsReport `json:"reports"` // by round, oldest first
}

// A VersionsReport is the report of one round.
type VersionsReport struct {
	Round  string `json:"round"`  // 2022-07
	Stands int    `json:"stands"` // number of the edition that stands; 0 while there are drafts alone
	// Addresses are those of the edition that stands, whichever that is, by language.
	Addresses map[string]string `json:"addresses"`
	Editions  []Version         `json:"editions"` // oldest first
}

// A Version is one edition. A draft, which only a preview has, has no day and no seals.
type Version struct {
	ID        string            `json:"id"` // 2022-07@2
	Number    int               `json:"number"`
	Draft     bool              `json:"draft"`
	Released  string            `json:"released"` // 2022-10-20
	Kind      seal.Kind         `json:"kind"`
	Reason    map[string]string `json:"reason"`    // why it was released, by language; none for an edition 1
	Seal      string            `json:"seal"`      // 64 hexadecimal digits
	Previous  string            `json:"previous"`  // seal of the release before it on the site; "" for the first
	Languages []string          `json:"languages"` // that it was sealed in
	Addresses map[string]string `json:"addresses"` // of its own pages, by language it was sealed in
}

// versions puts the list of all editions.
func (s *Site) versions(w *writer) {
	all := Versions{Format: versionsNow, Reports: []VersionsReport{}}
	for _, r := range s.Archive.Reports {
		all.Reports = append(all.Reports, s.versionsOf(r))
	}
	w.file(VersionsName, all.encode())
}

func (s *Site) versionsOf(r archive.Report) VersionsReport {
	report := VersionsReport{Round: r.Round.String(), Addresses: map[string]string{}}
	for _, lang := range s.languages() {
		report.Addresses[lang] = reportAt(lang, r.Round)
	}
	for _, e := range r.Editions {
		if !e.Draft() {
			report.Stands = e.Number
		}
		report.Editions = append(report.Editions, version(e))
	}
	return report
}

func version(e *edition.Edition) Version {
	v := Version{
		ID: e.ID().String(), Number: e.Number, Draft: e.Draft(), Kind: e.Kind, Reason: map[string]string{}, Languages: e.Languages, Addresses: map[string]string{},
	}
	for _, lang := range e.Reason.Languages() {
		v.Reason[lang], _ = e.Reason.In(lang)
	}
	for _, lang := range e.Languages {
		v.Addresses[lang] = editionAt(lang, e.ID())
	}
	if !v.Draft {
		v.Released, v.Seal, v.Previous = e.Released.String(), e.Seal, e.Previous
	}
	return v
}

func (v Versions) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("site: " + err.Error())
	}
	return b.Bytes()
}
