package build

import (
	"ronde/internal/diag"
	"ronde/internal/drop"
)

// result ends a run: acceptances are applied, findings sorted.
func (w *workspace) result(summary ...diag.Phrase) Result {
	w.applyAcceptances()
	return Result{Findings: w.withOrigins(w.out.Sorted()), Excerpt: w.tree.Excerpt, Summary: summary, Threshold: w.threshold()}
}

// checked ends a check; one without errors says what it looked at.
func (w *workspace) checked() Result {
	result := w.result()
	if w.out.Errors() > 0 {
		return result
	}
	warnings, refused := 0, 0
	for _, f := range diag.Gather(result.Findings) {
		if f.Severity == diag.Warning {
			warnings++
			if f.Refused {
				refused++
			}
		}
	}
	result.Summary = []diag.Phrase{diag.Checked(len(w.drops), len(w.rounds), len(w.book.Site.LanguageTags()), warnings, refused)}
	return result
}

// threshold is the largest disclosure threshold of the contracts.
func (w *workspace) threshold() int {
	largest := 0
	if w.book == nil {
		return largest
	}
	for _, contract := range w.book.Contracts {
		if d := contract.Disclosure; d != nil {
			largest = max(largest, d.Threshold.Value)
		}
	}
	return largest
}

// usage ends a run that was asked for something that cannot be.
func (w *workspace) usage(err error) Result {
	return Result{Findings: w.withOrigins(w.out.Sorted()), Excerpt: w.tree.Excerpt, Err: err}
}

// withOrigins names, of what is said about cells of imported drops, the cells of the
// workbook: that is where somebody will mend them.
func (w *workspace) withOrigins(found []diag.Diagnostic) []diag.Diagnostic {
	imported := map[string]*drop.Imported{}
	for id, d := range w.unsettled {
		imported[id.Path()] = d.Imported
	}
	for id, d := range w.settled {
		if d != nil {
			imported[id.Path()] = d.Imported
		}
	}
	for i, f := range found {
		if m := imported[f.Span.File]; m != nil {
			f = f.CameFrom(m.Cell, m.Sheet.Value, m.File.Value)
		}
		found[i] = f.NotesFrom(func(file, cell string) (at, sheet, workbook string, ok bool) {
			m := imported[file]
			if m == nil {
				return "", "", "", false
			}
			at, ok = m.Cell(cell)
			return at, m.Sheet.Value, m.File.Value, ok
		})
	}
	return found
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
