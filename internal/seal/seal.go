// Package seal closes editions and opens them again: hashes, the seal of an
// edition, and the chain of seals through all releases of a site.
//
// # The folder of an edition
//
// Edition 1 of the round 2022-07 is content/reports/2022-07/editions/1/. All
// its files are UTF-8 text with LF, readable without Ronde; those of codebook/
// are copies, byte for byte:
//
//	edition.yaml            what was released, when, why; hashes, seal, chain
//	inputs.yaml             hashes of the files it was made from (never published)
//	codebook/…              the shared inputs as they were used, under their paths
//	text.<lang>.md          title, description, main points and text, numbers resolved
//	numbers.csv             every number printed in a text
//	figures/<id>.yaml       definition and texts of a figure
//	figures/<id>.csv        its data
//	words.<lang>.yaml       labels, definitions, legends, sources and contacts as printed
//	data/<dataset>.csv      observations that this release published first in this form
//
// # Hashes, seal and chain
//
// edition.yaml lists the SHA-256 of every other file in the folder. Its last
// line is `seal:`, the SHA-256 of all bytes of edition.yaml before that line.
// `previous:` is the seal of the release before it on the same site, whatever
// its round; only the first release of a site has none. So one seal proves all
// that was released up to it. Two editions with the same `previous:` are two
// branches that released independently; the chain refuses them until one is
// made again on top of the other.
//
// # Withdrawals
//
// A release of kind withdrawal has no report: its folder holds edition.yaml and
// inputs.yaml. What it takes back stands in `withdrawn:`. Nothing that was sealed is
// removed, unless it is taken down: then `withdrawn: files:` records of each file the
// hash of the bytes that were replaced and of those that stand there since. A file that was taken
// down as a whole is a tombstone, a text that says by which release, when and why; of a
// data file single rows can be taken down, which are hidden since (status Q).
//
// # data/<dataset>.csv
//
// Columns: period, indicator, codes, value, status, qualifier, vintage, note,
// drop, received, removed. Codes are joined by points in the order of the
// indicator's dimensions. A hidden observation has status Q and an empty value.
// vintage is "reconstructed" or empty; removed is "yes" where a drop withdrew
// the key. Rows stand in key order. Totals and derived indicators are never
// rows: they are made again from these.
package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Format is the format that this version writes.
const Format = "ronde-edition/1"

// Formats are the formats that this version reads: every one ever released.
var formats = []string{Format}

// Kind says what a release is.
type Kind string

// The kinds: First is an edition 1, the others are corrections.
const (
	First            Kind = "release"
	Revision         Kind = "revision"
	Mistake          Kind = "error"
	Late             Kind = "late"
	Reclassification Kind = "reclassification"
	Editorial        Kind = "editorial"
	Translation      Kind = "translation"
	Withdrawal       Kind = "withdrawal"
)

// Corrections lists the kinds of release that replace an edition by another. A withdrawal
// has no content, and is none of them.
func Corrections() []Kind {
	return []Kind{Revision, Mistake, Late, Reclassification, Editorial, Translation}
}

// ReleaseID names an edition: a round and a number that counts from 1.
type ReleaseID struct {
	Round  period.Period
	Number int
}

// String is the form 2022-07@1.
func (r ReleaseID) String() string { return r.Round.String() + "@" + strconv.Itoa(r.Number) }

// Dir is the folder of the edition within the site.
func (r ReleaseID) Dir() string {
	return "content/reports/" + r.Round.String() + "/editions/" + strconv.Itoa(r.Number)
}

// ParseReleaseID reads the form that String writes.
func ParseReleaseID(text string) (ReleaseID, error) {
	var id ReleaseID
	if len(text) > 8 && text[7] == '@' {
		round, err := period.Parse(text[:7])
		n, errN := strconv.Atoi(text[8:])
		if err == nil && errN == nil && round.Kind() == period.Month && n > 0 && strconv.Itoa(n) == text[8:] {
			return ReleaseID{round, n}, nil
		}
	}
	return id, fmt.Errorf("%q is not an edition such as 2022-07@1", text)
}

// Manifest is edition.yaml without its seal.
type Manifest struct {
	Format    string        `key:"format,required" doc:"Format of the edition"`
	Round     period.Period `key:"round,required" doc:"The round"`
	Number    int           `key:"number,required" doc:"Number of the edition within the round"`
	Released  period.Date   `key:"released,required" doc:"Day of the release"`
	Kind      Kind          `key:"kind,required" enum:"release|revision|error|late|reclassification|editorial|translation|withdrawal" doc:"What the release is"`
	Reason    source.Text   `key:"reason" doc:"Why a correction was released"`
	Replaces  int           `key:"replaces" doc:"Number of the edition that this one replaces"`
	Cutoff    period.Date   `key:"cutoff,required" doc:"Deliveries received up to this day are in the drop set"`
	Embargo   period.Date   `key:"embargo" doc:"Day before which nothing of the edition is published"`
	Next      period.Date   `key:"next" doc:"Day announced for the next report"`
	Lead      []string      `key:"lead" doc:"Indicators whose change makes a correction concern the headline"`
	Languages []string      `key:"languages,required" doc:"Languages in which the edition has a text, in fallback order"`
	Drops     []DropRef     `key:"drops" doc:"The drop set, in drop order"`
	LeftOut   []source.Text `key:"left_out" doc:"What was not published to protect persons"`
	Withdrawn Withdrawn     `key:"withdrawn" doc:"What a withdrawal takes back"`
	Files     []FileHash    `key:"files,required" doc:"Every other file of the folder"`
	Previous  string        `key:"previous" doc:"Seal of the release before this one; none for the first of a site"`
}

// HasContent reports whether the release has a report of its own. A withdrawal has none.
func (m Manifest) HasContent() bool { return m.Kind != Withdrawal }

// ID is the edition's name.
func (m Manifest) ID() ReleaseID { return ReleaseID{m.Round, m.Number} }

// DropRef is one drop of a drop set.
type DropRef struct {
	ID       string      `key:"id,required" doc:"Id of the drop"`
	Received period.Date `key:"received,required" doc:"Day on which it arrived"`
	First    string      `key:"first" doc:"The release that took it first, when that is not this one"`
}

// FileHash is the SHA-256 of one file, in lower-case hexadecimal.
type FileHash struct {
	Path   string `key:"path,required" doc:"Path within the folder of the edition, or within the site for an input"`
	SHA256 string `key:"sha256,required" doc:"SHA-256 of its bytes"`
}

// Inputs is inputs.yaml: the own inputs of an edition.
type Inputs struct {
	Files []FileHash `key:"files,required" doc:"The round's own files and the files of its drop set"`
}

// Hash gives the SHA-256 of content in lower-case hexadecimal.
func Hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// Close gives all files of an edition's folder, edition.yaml included, from its
// other files: it lists their hashes in the manifest and seals it. Paths are
// relative to the folder.
func Close(m Manifest, inputs Inputs, files map[string][]byte) map[string][]byte {
	all := map[string][]byte{}
	maps.Copy(all, files)
	all["inputs.yaml"] = source.EncodeYAML(inputs, true)
	m.Format = Format
	m.Files = nil
	for _, path := range slices.Sorted(maps.Keys(all)) {
		m.Files = append(m.Files, FileHash{path, Hash(all[path])})
	}
	body := source.EncodeYAML(m, true)
	all["edition.yaml"] = append(body, "seal: "+Hash(body)+"\n"...)
	return all
}

// DropID gives the parsed id of a reference; the manifest was checked when read.
func (d DropRef) DropID() drop.ID {
	id, err := drop.ParseID(d.ID)
	if err != nil {
		panic("seal: a manifest with an unchecked drop id: " + err.Error())
	}
	return id
}
