package build

import (
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// An edition appears whole or not at all: it is written into a folder beside
// its place, whose name begins with a point and is no edition to anybody, and
// renamed when every byte is on disk. A redo moves the old edition aside before
// and removes it after; if it is stopped in between, the next release puts it
// back.

const (
	newSuffix = ".ronde-new"
	oldSuffix = ".ronde-old"
)

// releaseLock is the file in the folder of a site that a running release holds:
// what one release clears away as left over may be what another is writing, and
// two that start from the same chain would fork it.
const releaseLock = ".ronde-release"

// lockReleases sees to it that no other release runs in a folder until unlock
// is called.
func lockReleases(d volume.Disk, site string) (unlock func(), err error) {
	path := filepath.Join(site, releaseLock)
	if err := d.Ask(volume.ActWrite, path); err != nil {
		return nil, err
	}
	held, err := volume.Take(path)
	if errors.Is(err, volume.ErrHeld) {
		return nil, diag.Refuse("another release is running in this folder: wait until it has ended")
	}
	if err != nil {
		return nil, err
	}
	// A file that cannot be removed locks nothing once its holder is gone.
	return func() { _ = held.Release(d.Remove) }, nil
}

func writeEdition(d volume.Disk, site string, id seal.ReleaseID, files map[string][]byte, replace bool) error {
	target := filepath.Join(site, filepath.FromSlash(id.Dir()))
	parent := filepath.Dir(target)
	if err := d.MkdirAll(parent, 0o777); err != nil {
		return notReleased(err)
	}
	stage, err := d.MkdirTemp(parent, "."+strconv.Itoa(id.Number)+"-*"+newSuffix)
	if err != nil {
		return notReleased(err)
	}
	for _, name := range keys(files) {
		file := filepath.Join(stage, filepath.FromSlash(name))
		err := d.MkdirAll(filepath.Dir(file), 0o755)
		if err == nil {
			err = d.WriteNew(file, files[name])
		}
		if err != nil {
			return notReleased(err, d.RemoveAll(stage))
		}
	}
	old := filepath.Join(parent, "."+path.Base(id.Dir())+oldSuffix)
	if replace {
		if err := d.Rename(target, old); err != nil {
			return notReleased(err, d.RemoveAll(stage))
		}
	}
	if err := d.Rename(stage, target); err != nil {
		if !replace && volume.Exists(target) {
			err = diag.Refuse("another release wrote %s in the meantime", id)
		}
		failed := []error{err}
		if replace {
			failed = append(failed, d.Rename(old, target))
		}
		return notReleased(append(failed, d.RemoveAll(stage))...)
	}
	if replace {
		// The edition is released, whatever becomes of the old one: what is left
		// of it the next release clears away.
		_ = d.RemoveAll(old)
	}
	return nil
}

// notReleased says that an error, and those met when clearing up after it, left
// the site without a new edition.
func notReleased(errs ...error) error { return &releaseError{errors.Join(errs...)} }

type releaseError struct{ error }

func (e *releaseError) Unwrap() error { return e.error }

func (e *releaseError) Error() string { return e.Phrase().String() }

// Phrase says why nothing was released.
func (e *releaseError) Phrase() diag.Phrase {
	if r, ok := volume.Refused(e.error); ok {
		return diag.Say("nothing was released: %s: %s, and release again (%s)", diag.Word(r.What), diag.Word(r.Way), r.At)
	}
	return diag.Say("nothing was released: %s", cause(e.error))
}

// refuseLinks sees to it that editions are written, and cleared away, within the
// folder of the site. Reading is held there by who opened the folder.
func refuseLinks(site string) error {
	root, err := filepath.EvalSymlinks(site)
	if err != nil {
		return err
	}
	folders, err := filepath.Glob(filepath.Join(site, "content", "reports", "*", "editions"))
	if err != nil {
		return err
	}
	for _, name := range folders {
		real, err := filepath.EvalSymlinks(name)
		rel, outside := filepath.Rel(root, real)
		if err != nil || outside != nil || !filepath.IsLocal(rel) {
			return diag.Refuse("%s leads out of the folder of the site, or nowhere: a release writes within the site only, so make it a folder", name)
		}
	}
	return nil
}

// restoreEditions clears away what a killed release left: a half written
// folder goes, an edition that was moved aside for a redo comes back.
func restoreEditions(d volume.Disk, site string) error {
	left, err := filepath.Glob(filepath.Join(site, "content", "reports", "*", "editions", ".*"))
	if err != nil {
		return err
	}
	slices.Sort(left)
	for _, name := range left {
		target := asideOf(name)
		switch {
		case strings.HasSuffix(name, oldSuffix) && !volume.Exists(target):
			err = d.Rename(name, target)
		case strings.HasSuffix(name, newSuffix), strings.HasSuffix(name, oldSuffix):
			err = d.RemoveAll(name)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// editionsAside are the editions of a site that a redo moved aside and that are
// not back in their places.
func editionsAside(t *source.Tree) []string {
	return slices.DeleteFunc(t.Glob("content/reports/*/editions/.*"+oldSuffix), func(name string) bool { return t.Exists(asideOf(name)) })
}

// asideOf gives the place of an edition that lies aside.
func asideOf(name string) string {
	dir, base := filepath.Split(name)
	return dir + strings.TrimSuffix(strings.TrimPrefix(base, "."), oldSuffix)
}
