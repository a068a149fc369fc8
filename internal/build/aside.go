package build

import (
	"ronde/internal/codebook"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
)

// A preview that keeps going is made without the drops that have errors, as if they had
// not been delivered: the delivery of one institution does not stop the others from seeing
// their pages. The errors are found all the same, and nothing is released so.

// layOut makes the cube of a compilation, and gives what is found in it. Where a preview
// keeps going, drops with errors are set aside until the rest is without.
func (w *workspace) layOut(task compilation, round *edition.Round, book *codebook.Codebook) (cube.Set, *cube.Cube, []diag.Diagnostic) {
	for {
		set := w.dropSet(task, round)
		c := cube.New(book, set)
		found := c.Check(func(id drop.ID) bool { return w.firstRelease(id) != nil })
		for _, d := range set.Drops() {
			w.compared[d.ID] = true
		}
		if !w.keepGoing || !w.setAside(found) {
			return set, c, found
		}
	}
}

// setAside sets the drops aside in which errors were found, and keeps those errors. It
// reports whether there were any.
func (w *workspace) setAside(found []diag.Diagnostic) (any bool) {
	byFile := w.unsettledFiles()
	for _, d := range found {
		if id, ok := byFile[d.Span.File]; ok && d.Severity == diag.Error {
			w.out.Add(d)
			w.aside[id] = true
			any = true
		}
	}
	return any
}

// unsettledFiles gives, by the name of a file, the drop to which it belongs that no release
// took yet.
func (w *workspace) unsettledFiles() map[string]drop.ID {
	files := map[string]drop.ID{}
	for _, id := range w.drops {
		if w.firstRelease(id) == nil {
			files[id.Path()], files[id.DescriptionPath()] = id, id
		}
	}
	return files
}

// stopped reports whether what was found stops publication. Errors in drops that were set
// aside do not.
func (w *workspace) stopped(strict bool) bool {
	files := w.unsettledFiles()
	for _, d := range w.out.Sorted() {
		if id, ok := files[d.Span.File]; ok && w.aside[id] {
			continue
		}
		if d.Severity == diag.Error || strict && d.Severity == diag.Warning {
			return true
		}
	}
	return false
}
