package build

import (
	"slices"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/seal"
)

// meantCorrection is the command of a correction as far as it was typed, with what it
// lacks. Deliveries of the round that the edition did not take in are what it is most
// likely about.
func (w *workspace) meantCorrection(request ReleaseRequest, base *edition.Edition) diag.Phrase {
	kind, with := request.Kind, request.With
	if kind == "" {
		kind = seal.Revision
		if len(with) == 0 {
			with = w.notTaken(base)
		}
	}
	how := "--kind " + string(kind)
	for _, id := range with {
		how += " --with " + id.String()
	}
	return diag.Verbatim("  " + w.correction(request.Round, how))
}

// notTaken lists the deliveries of the round of an edition that it did not take in.
func (w *workspace) notTaken(base *edition.Edition) []drop.ID {
	var ids []drop.ID
	for _, id := range w.drops {
		if id.Round == base.Round && !slices.ContainsFunc(base.Drops, func(d seal.DropRef) bool { return d.DropID() == id }) {
			ids = append(ids, id)
		}
	}
	return ids
}

// kindsOfRelease says what each kind of a release that is not the first means.
func kindsOfRelease() []diag.Phrase {
	var kinds []string
	for _, kind := range append(seal.Corrections(), seal.Withdrawal) {
		kinds = append(kinds, string(kind))
	}
	return diag.KindsOfRelease(kinds)
}
