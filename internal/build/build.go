// Package build is the driver: it knows the order of the stages and nothing
// else. Check and Build read top to bottom as the story of a run:
//
//	read      codebook, sealed editions and their chain, drops, rounds
//	lock      what a released report was made from has not changed
//	compile   each round that is not released, as a draft
//	fold      the sealed editions, and drafts where they are asked for
//	pages     typed pages, rendered one at a time into the stage
//	publish   links checked, swapped in
//
// Release is Check for one round, whose edition is then sealed and written.
package build

import (
	"io/fs"
	"path/filepath"

	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/publish"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// Options are what a run is told from outside.
type Options struct {
	SiteDate *period.Date // --now or SOURCE_DATE_EPOCH; nil for neither
	BaseURL  string       // --base-url; "" for that of ronde.yaml
	Drafts   bool
	Strict   bool // warnings stop publication too
	// KeepGoing makes a preview without the deliveries that have errors.
	KeepGoing bool
	// Tool is a digest of the program. With "", a build is never spared because
	// nothing changed since the last one.
	Tool string
	// Anew makes a tree also when nothing changed, for a caller who wants the findings.
	Anew bool
	// Today gives the day that it is in a time zone, for a preview: the site date where
	// nothing names one. Nil for a run that knows no clock.
	Today func(zone string) (period.Date, error)
}

// Result is how a run ended. Err is wrong usage or configuration, or a disk
// that failed; what is wrong with the site's files are findings.
type Result struct {
	Findings []diag.Diagnostic
	Excerpt  func(file string, line int) (string, bool)
	Summary  []diag.Phrase // what was done, a line each; none when nothing was
	Next     diag.Phrase   // what usually comes next, where something was done
	// Threshold is the largest below which a dataset of the site protects counts; 0 when
	// none does. Who prints findings for others masks numbers below it (diag.Redact).
	Threshold int
	Err       error
}

// A SiteDateError is the error of a site date before the newest release.
type SiteDateError struct{ *diag.Refusal }

func (e SiteDateError) Unwrap() error { return e.Refusal }

// failed reports whether the findings stop publication.
func failed(findings []diag.Diagnostic, strict bool) bool {
	for _, f := range findings {
		if f.Severity == diag.Error || (strict && f.Severity == diag.Warning) {
			return true
		}
	}
	return false
}

// Check reads the whole site and compiles what is not released. It writes
// nothing.
func Check(fsys fs.FS, o Options) Result {
	w := read(fsys)
	w.lock(nil)
	w.forgetInputs()
	w.compileDrafts()
	if err := w.fold(o); err != nil {
		return w.usage(err)
	}
	w.insistOnCalm()
	return w.checked()
}

// Build runs every check and then publishes the released reports, and drafts
// when asked, to the folder target. With errors, nothing is written.
//
// When the tree at target was made from the same inputs, and is as it was made,
// nothing is read and nothing is found.
func Build(fsys fs.FS, target string, o Options) Result { return build(volume.Disk{}, fsys, target, o) }

func build(d volume.Disk, fsys fs.FS, target string, o Options) Result {
	// The digest is of what the watch shows: were a file another one when it is read, the
	// pages would be kept under the digest of what they were not made from, and be taken
	// for right when the file is again what it was.
	watch := source.Watched(fsys)
	made, known := digestOf(watch, o)
	var standing publish.Standing
	if known && !o.Anew && !o.KeepGoing { // which has errors to tell though it publishes
		var ok bool
		if standing, ok = publish.Stands(d, target, made.inputs); ok {
			return Result{Summary: []diag.Phrase{diag.PublishedStands(standing.Files, target)}, Next: nextOfBuild(target)}
		}
	}
	w := newWorkspace(watch)
	w.keepGoing = o.KeepGoing
	w.readAll(nil)
	w.lock(nil)
	if !o.Drafts {
		w.keepPublished(target)
	}
	w.forgetInputs()
	w.compileDrafts()
	if err := w.fold(o); err != nil {
		return w.usage(err)
	}
	w.insistOnCalm()
	w.applyAcceptances()
	if w.stopped(o.Strict) {
		return w.result()
	}
	if !o.Drafts {
		w.holdBack()
	}
	summary, err := w.publish(d, target, standing, made, o)
	if err != nil {
		return w.usage(err)
	}
	result := w.result(summary...)
	if len(summary) > 0 {
		result.Next = nextOfBuild(target)
	}
	return result
}

// nextOfBuild is a look at what was built.
func nextOfBuild(target string) diag.Phrase {
	return diag.NextOfBuild(diag.Typed(filepath.ToSlash(target)))
}

// holdBack says which rounds are left out because they are not released.
func (w *workspace) holdBack() {
	for _, round := range w.rounds {
		if edition.ReleaseOf(w.editions, round) == nil {
			w.out.Add(diag.HeldBack(edition.Dir(round)+"/report.yaml", round.String()))
		}
	}
}
