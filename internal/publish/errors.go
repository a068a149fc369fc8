package publish

import (
	"errors"
	"fmt"
	"strings"

	"ronde/internal/volume"
)

var (
	// ErrBusy says that another process is building into the same target.
	ErrBusy = errors.New("another build is running: wait until it has ended; nothing was published")
	// ErrPublished says that drafts were to be written over a published site.
	ErrPublished = errors.New("the folder holds a published site and drafts are never written over one: choose another folder")
	// ErrNotOurs says that the target holds files and no manifest.
	ErrNotOurs = errors.New("the folder is not empty and was not made by Ronde: choose an empty folder, or one that an earlier build made")
	// ErrNotFolder says that the target is a file, a link to nothing, or the
	// root of a file system.
	ErrNotFolder = errors.New("not a folder that can be replaced: choose another name")
	// ErrManifest says that ronde-manifest.json cannot be read, so that nobody
	// knows which files are Ronde's.
	ErrManifest = errors.New("ronde-manifest.json cannot be read: restore it, or build into another folder")
	// ErrRecreated says that a run was killed while the target had no name, and
	// that somebody has made a folder of that name since.
	ErrRecreated = errors.New("a build was interrupted and the folder has been filled by something else since: move its files away and build again; the tree from before stands beside it")
	// ErrUnfinished says that the new tree is whole but not yet wholly in place,
	// or that its predecessor is not yet wholly removed.
	ErrUnfinished = errors.New("publishing was interrupted: the next build completes it")
	// ErrIncomplete says that a file of the tree could not be staged, so that
	// the tree is not published.
	ErrIncomplete = errors.New("a file could not be written, so nothing is published")
	// ErrClosed says that the stage has been published or discarded.
	ErrClosed = errors.New("the stage is closed")
)

// A TargetError is what is wrong with a target folder. Err is or wraps one of
// this package's errors, or one of the file system.
type TargetError struct {
	Target string // as given to Begin
	Err    error
}

func (e *TargetError) Error() string {
	r, ok := volume.Refused(e.Err)
	switch {
	case !ok:
		return fmt.Sprintf("%s: %s", e.Target, volume.Cause(e.Err))
	case errors.Is(e.Err, ErrUnfinished):
		return fmt.Sprintf("%s: %s, so publishing was interrupted: %s; the next build completes it (%s)", e.Target, r.What, r.Way, r.At)
	}
	return fmt.Sprintf("%s: %s, so nothing was published: %s, and build again (%s)", e.Target, r.What, r.Way, r.At)
}

func (e *TargetError) Unwrap() error { return e.Err }

// A NameError is a path that a published tree cannot have.
type NameError struct {
	Path   string
	Reason string // a clause: "is written twice"
}

func (e *NameError) Error() string { return fmt.Sprintf("%q %s", e.Path, e.Reason) }

// A ConflictError names foreign files of the target whose places the new tree
// needs. Nothing was changed.
type ConflictError struct {
	Files []string // slash paths in the target, sorted
}

func (e *ConflictError) Error() string {
	return "these files were not written by Ronde and stand where the new site has a file of its own: " +
		strings.Join(e.Files, ", ") + ": move or rename them"
}
