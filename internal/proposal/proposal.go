// Package proposal tells what a merge request changes of a site: whose deliveries, which
// values as they are delivered, which reports and sentences, and what it touches that is
// not its author's or was published already.
//
// It is for those who decide on the merge request. What it tells is inside: values as they
// were delivered stand in it, before they were protected, so that small counts can be
// masked.
package proposal

import (
	"ronde/internal/compare"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// A Proposal is what differs between the base of a branch and the branch.
type Proposal struct {
	Base          string         // how the base is called, with its commit
	Organisations []Organisation // of whose datasets something differs, in the order of the codebook
	Reports       []Report       // by round
	Attention     []Attention    // what somebody should look at before it is merged, by file
	Files         []File         // all that differ, by path
	// Unread says that the site has errors, so that reports may be missing here.
	Unread bool
	// Threshold is below which counts are masked; 0 masks none.
	Threshold number.Decimal
}

// Same reports whether nothing differs.
func (p *Proposal) Same() bool { return len(p.Files) == 0 }

// A File differs, came or went.
type File struct {
	Path string
	Kind compare.Kind // Appeared, Changed or Disappeared
}

// An Organisation with the datasets of which something differs.
type Organisation struct {
	ID, Name string
	Datasets []Dataset
}

// A Dataset is what differs of its deliveries, and of its values as they stand when all
// deliveries are laid one over the other.
type Dataset struct {
	ID         string
	Contract   compare.Kind // "" when the contract is the same
	Deliveries []Delivery   // by drop order
	Indicators []Indicator  // by id
}

// A Delivery came, differs or went.
type Delivery struct {
	Drop     string // 2022-08/dvz/attestations.2
	Kind     compare.Kind
	Received period.Date // zero when its description cannot be read
}

// An Indicator with the values that came, differ or went, by key.
type Indicator struct {
	ID     string
	Values []compare.Value
}

// Count is the number of values of a kind; Changed counts those of which anything differs.
func (i Indicator) Count(kind compare.Kind) (n int) {
	for _, v := range i.Values {
		if k := v.Kind(); k == kind || kind == compare.Changed && k == compare.Restated {
			n++
		}
	}
	return n
}

// Periods are the first and the last period of the values.
func (i Indicator) Periods() (first, last period.Period) {
	for n, v := range i.Values {
		if n == 0 || period.Compare(v.Key.Period, first) < 0 {
			first = v.Key.Period
		}
		if n == 0 || period.Compare(v.Key.Period, last) > 0 {
			last = v.Key.Period
		}
	}
	return first, last
}

// A Report is what differs of the report of a round: of the edition that stands, or of the
// draft.
type Report struct {
	Round    period.Period
	Released []seal.ReleaseID // editions that are released by the proposal
	New      bool             // there was no report of the round
	Gone     bool             // there is none any more
	// Comparison is that of the report before with the report now; nil when it is new or
	// gone, or when one of the two cannot be made.
	Comparison *compare.Comparison
}

// A Reason says why a file asks for attention.
type Reason string

// The reasons, the gravest first.
const (
	Sealed  Reason = "sealed"  // it belongs to an edition that was released before
	Settled Reason = "settled" // a released report was made from it
	Foreign Reason = "foreign" // it belongs to another organisation than the author's
)

// An Attention is a file that differs and asks for it.
type Attention struct {
	File
	Reason Reason
	// Of is the edition that holds the file or was made from it, or the organisation whose
	// it is.
	Of string
}
