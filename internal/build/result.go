package build

import (
	"ronde/internal/diag"
)

// result ends a run: acceptances are applied, findings sorted.
func (w *workspace) result(summary string) Result {
	w.applyAcceptances()
	return Result{Findings: w.out.Sorted(), Excerpt: w.tree.Excerpt, Summary: summary}
}

// usage ends a run that was asked for something that cannot be.
func (w *workspace) usage(err error) Result {
	return Result{Findings: w.out.Sorted(), Excerpt: w.tree.Excerpt, Err: err}
}

// applyAcceptances takes accepted warnings out of the findings, once.
func (w *workspace) applyAcceptances() {
	if w.applied {
		return
	}
	w.applied = true
	diag.Apply(w.out, w.accepted, w.newestRound(), w.complete)
}

// newestRound is the round up to which acceptances must hold: that of the
// newest report, released or not; "" when there is none.
func (w *workspace) newestRound() string {
	newest := ""
	for _, s := range w.chain {
		newest = max(newest, s.Round.String())
	}
	for _, r := range w.rounds {
		newest = max(newest, r.String())
	}
	return newest
}
