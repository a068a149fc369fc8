package site

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"ronde/internal/edition"
	"ronde/internal/period"
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
	Stands int    `json:"stands"` // number of the edition that stands; 0 while there are drafts alone, or when the report is withdrawn
	// Addresses are those of the edition that stands, whichever that is, by language.
	Addresses map[string]string `json:"addresses"`
	Editions  []Version         `json:"editions"` // oldest first, withdrawals among them
}

// A Version is one edition. A draft, which only a preview has, has no day and no seals.
type Version struct {
	ID        string            `json:"id"` // 2022-07@2
	Number    int               `json:"number"`
	Draft     bool              `json:"draft"`
	Released  string            `json:"released"` // 2022-10-20
	Kind      seal.Kind         `json:"kind"`
	Reason    map[string]string `json:"reason"`    // why it was released, by language; none for an edition 1 and for one that was withdrawn
	Seal      string            `json:"seal"`      // 64 hexadecimal digits
	Previous  string            `json:"previous"`  // seal of the release before it on the site; "" for the first
	Languages []string          `json:"languages"` // that it was sealed in
	Addresses map[string]string `json:"addresses"` // of its own pages, by language it was sealed in
	// Withdrawn is the id of the release that withdrew the edition with its report; "" for
	// none.
	Withdrawn string     `json:"withdrawn"`
	Withdraws *Withdraws `json:"withdraws"` // of a withdrawal; null for an edition
}

// Withdraws is what a withdrawal takes back.
type Withdraws struct {
	Report  bool     `json:"report"`
	Figures []string `json:"figures"` // ids
	Values  int      `json:"values"`  // how many it took down
}

// versions puts the list of all editions.
func (s *Site) versions(w *writer) {
	all := Versions{Format: versionsNow, Reports: []VersionsReport{}}
	releases := map[period.Period][]*edition.Edition{}
	for _, e := range s.Archive.Releases {
		releases[e.Round] = append(releases[e.Round], e)
	}
	for _, round := range slices.SortedFunc(maps.Keys(releases), period.Compare) {
		all.Reports = append(all.Reports, s.versionsOf(round, releases[round]))
	}
	w.file(VersionsName, asJSON(all))
}

func (s *Site) versionsOf(round period.Period, releases []*edition.Edition) VersionsReport {
	report := VersionsReport{Round: round.String(), Addresses: map[string]string{}}
	for _, lang := range s.languages() {
		report.Addresses[lang] = reportAt(lang, round)
	}
	for _, e := range releases {
		v := version(e)
		v.Withdrawn = s.withdrawalOf(e)
		if !e.Draft() && e.HasContent() && v.Withdrawn == "" {
			report.Stands = e.Number
		}
		report.Editions = append(report.Editions, v)
	}
	return report
}

func version(e *edition.Edition) Version {
	v := Version{
		ID: e.ID().String(), Number: e.Number, Draft: e.Draft(), Kind: e.Kind, Reason: reasonsOf(e), Languages: e.Languages, Addresses: map[string]string{},
	}
	for _, lang := range e.Languages {
		v.Addresses[lang] = editionAt(lang, e.ID())
	}
	if !v.Draft {
		v.Released, v.Seal, v.Previous = e.Released.String(), e.Seal, e.Previous
	}
	if !e.HasContent() {
		v.Withdraws = withdraws(&e.Manifest)
	}
	return v
}

// asJSON is a file for programs, which people can read too.
func asJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("site: " + err.Error()) // texts and numbers
	}
	return b.Bytes()
}
