package build

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
)

// Deliveries come before the report of their month is begun, and after it was released. No
// draft has them in its drop set, and their institutions want to know all the same what is
// wrong with them: such deliveries are compared with all others, as far as there are any.

// compareAhead adds what is found in the deliveries that no draft was compared with. Where a
// preview keeps going, those with errors are set aside.
func (w *workspace) compareAhead() {
	ahead := map[drop.ID]bool{}
	for id := range w.unsettled {
		if !w.compared[id] && !w.aside[id] {
			ahead[id] = true
		}
	}
	files := w.unsettledFiles()
	for _, found := range w.comparedWithAll(w.book, ahead) {
		w.out.Add(found)
		if w.keepGoing && found.Severity == diag.Error {
			w.aside[files[found.Span.File]] = true
		}
	}
}

// comparedWithAll gives what some drops say beside all others: values that they revise,
// months that have vanished, totals and jumps.
func (w *workspace) comparedWithAll(book *codebook.Codebook, some map[drop.ID]bool) []diag.Diagnostic {
	if len(some) == 0 {
		return nil
	}
	files := map[string]bool{}
	for id := range some {
		files[id.Path()], files[id.DescriptionPath()] = true, true
	}
	found := w.together(book).Check(func(id drop.ID) bool { return !some[id] })
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return !files[d.Span.File] })
}

// together lays all drops one over the other, under the names of a codebook.
func (w *workspace) together(book *codebook.Codebook) *cube.Cube {
	var drops []*drop.Drop
	var last period.Period
	var day period.Date
	for _, id := range w.drops {
		if d := w.drop(id); d != nil && !w.aside[id] {
			drops = append(drops, d)
			if last.IsZero() || period.Compare(id.Round, last) > 0 {
				last = id.Round
			}
			day = max(day, d.Received())
		}
	}
	return cube.New(book, cube.SetOf(drops, last, day, nil))
}
