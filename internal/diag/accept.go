package diag

import (
	"slices"
	"strings"
)

// An Acceptance takes warnings out of the findings, with a reason. It stands
// where the warning belongs: in a contract, beside a drop, in a report.
type Acceptance struct {
	ID     string // of a warning
	Where  string // the Subject of one warning; "" is every warning of ID in Files
	Until  string // last round for which it holds, "2022-12"; "" is for ever
	Reason string
	Round  string   // of the drop that it stands beside, "2023-04"; "" elsewhere
	Span   Span     // where it stands
	Files  []string // its scope: paths, or folders with a slash at their end; nil is the whole site
}

// Apply takes accepted warnings out of the list. round is the newest round of
// the run, "2023-04"; an acceptance with an earlier Until no longer holds, and
// the warnings it took out come back with a note that says so.
//
// A Where that is given names its warning exactly, so it may stand in another
// file than the warning; without one an acceptance reaches no further than its
// Files. An acceptance that holds and takes nothing out is a warning itself,
// which cannot be accepted; one of an error, a notice or an unknown id is an
// error. Drops are compared for the report of their round: beside a drop of a
// later round than the newest report, an acceptance may still be needed.
//
// whole says that the run looked at all there is. One that stopped at a broken chain, or
// without a codebook, has not seen every warning, so that no acceptance is unused for it.
func Apply(found *List, acceptances []Acceptance, round string, whole bool) {
	catalogue := map[string]Severity{}
	var ids []string
	for _, e := range Catalogue() {
		catalogue[e.ID] = e.Severity
		if e.Severity == Warning {
			ids = append(ids, e.ID)
		}
	}
	used := make([]bool, len(acceptances))
	var kept []Diagnostic
	for _, d := range found.items {
		accepted := false
		for i, a := range acceptances {
			switch {
			case d.Severity != Warning || !a.covers(d):
			case a.lapsed(round):
				used[i] = true
				d = d.NoteAt(a.Span, Say("this was accepted until %s", a.Until))
			default:
				used[i] = true
				accepted = true
			}
		}
		if !accepted {
			kept = append(kept, d)
		}
	}
	for i, a := range acceptances {
		severity, known := catalogue[a.ID]
		switch {
		case !known:
			kept = append(kept, AcceptanceUnknown(a.Span, a.ID, ids))
		case severity != Warning:
			kept = append(kept, AcceptanceOfError(a.Span, a.ID, severity))
		case whole && !used[i] && !a.lapsed(round) && a.Round <= round:
			kept = append(kept, AcceptanceUnused(a.Span, a.ID, a.Where, subjects(found.items, a.ID)))
		}
	}
	found.Replace(kept)
}

// subjects lists what the warnings of an id are about, each once.
func subjects(found []Diagnostic, id string) []string {
	var all []string
	for _, d := range found {
		if d.ID == id && d.Severity == Warning && d.Subject != "" {
			all = append(all, d.Subject)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (a Acceptance) covers(d Diagnostic) bool {
	if a.ID != d.ID {
		return false
	}
	if a.Where != "" {
		return a.Where == d.Subject
	}
	return a.Files == nil || slices.ContainsFunc(a.Files, func(file string) bool {
		return file == d.Span.File || strings.HasSuffix(file, "/") && strings.HasPrefix(d.Span.File, file)
	})
}

// lapsed compares rounds as texts, which for year-month is the order in time.
func (a Acceptance) lapsed(round string) bool { return a.Until != "" && round > a.Until }
