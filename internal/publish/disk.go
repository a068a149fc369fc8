package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// An act is a kind of change to the file system.
type act string

const (
	actMkdir     act = "mkdir"
	actWrite     act = "write"
	actRename    act = "rename"
	actLink      act = "link"
	actRemove    act = "remove"
	actRemoveAll act = "remove all"
	actChmod     act = "chmod"
	actTouch     act = "touch"
	actFlush     act = "flush"
)

// A disk makes every change to the file system that this package makes. The
// zero value is the real one. Tests set before, which is asked ahead of every
// change and forbids it with an error: that is how each step is made to fail.
// Reading needs no permission.
type disk struct {
	before   func(what act, path string) error
	volatile bool // leaves the flushes out, which a test cannot observe
}

func (d disk) ask(what act, path string) error {
	if d.before == nil {
		return nil
	}
	if err := d.before(what, path); err != nil {
		return &fs.PathError{Op: string(what), Path: path, Err: err}
	}
	return nil
}

// mkdir makes one folder; one that exists is no error.
func (d disk) mkdir(path string, mode fs.FileMode) error {
	if err := d.ask(actMkdir, path); err != nil {
		return err
	}
	if err := os.Mkdir(path, mode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// mkdirAll makes a folder and those above it.
func (d disk) mkdirAll(path string) error {
	if exists(path) {
		return nil
	}
	if err := d.ask(actMkdir, path); err != nil {
		return err
	}
	return os.MkdirAll(path, 0o755)
}

func (d disk) write(path string, content []byte) error {
	if err := d.ask(actWrite, path); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// copy writes a copy of a regular file, its permissions included.
func (d disk) copy(from, to string) error {
	if err := d.ask(actWrite, to); err != nil {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// link gives a regular file a second name, or a copy where the file system has
// no second names, and makes a symbolic link anew.
func (d disk) link(from, to string, mode fs.FileMode) error {
	if err := d.ask(actLink, to); err != nil {
		return err
	}
	if mode&fs.ModeSymlink != 0 {
		aim, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(aim, to)
	}
	err := os.Link(from, to)
	if err != nil && mode.IsRegular() {
		return d.copy(from, to)
	}
	return err
}

func (d disk) rename(from, to string) error {
	if err := d.ask(actRename, from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// remove removes a file or an empty folder; one that is gone is no error.
func (d disk) remove(path string) error {
	if !exists(path) {
		return nil
	}
	if err := d.ask(actRemove, path); err != nil {
		return err
	}
	return os.Remove(path)
}

// removeAll removes a tree; one that is gone is no error.
func (d disk) removeAll(path string) error {
	if !exists(path) {
		return nil
	}
	if err := d.ask(actRemoveAll, path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

func (d disk) chmod(path string, mode fs.FileMode) error {
	if err := d.ask(actChmod, path); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

// touch sets the time at which a file was modified.
func (d disk) touch(path string, modified time.Time) error {
	if err := d.ask(actTouch, path); err != nil {
		return err
	}
	return os.Chtimes(path, time.Time{}, modified)
}

// now gives the time by the clock of the file system, from a file that it makes. Clocks
// of file systems tick slowly: now waits a moment for the next tick, so that as a rule
// all that was changed before was changed earlier.
func (d disk) now(path string) (time.Time, error) {
	if err := d.ask(actWrite, path); err != nil {
		return time.Time{}, err
	}
	var first time.Time
	for range 20 {
		if err := os.WriteFile(path, []byte{'\n'}, 0o600); err != nil {
			return time.Time{}, err
		}
		info, err := os.Lstat(path)
		if err != nil {
			return time.Time{}, err
		}
		if first.IsZero() {
			first = info.ModTime()
		} else if info.ModTime().After(first) {
			return info.ModTime(), nil
		}
		time.Sleep(time.Millisecond)
	}
	return first, nil
}

// replace puts content under a name in one step: the name holds the old
// content or the new one, never a part, after a power cut too.
func (d disk) replace(path string, content []byte) error {
	fresh := path + ".new"
	if err := d.write(fresh, content); err != nil {
		return err
	}
	if err := d.flushFile(fresh); err != nil {
		return err
	}
	if err := d.rename(fresh, path); err != nil {
		return err
	}
	return d.flushFolder(filepath.Dir(path))
}

func (d disk) flushFile(path string) error {
	if err := d.ask(actFlush, path); err != nil || d.volatile {
		return err
	}
	// Windows flushes only what is open for writing.
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// flushFolder makes the names in a folder, not their content, survive a power
// cut.
func (d disk) flushFolder(path string) error {
	if err := d.ask(actFlush, path); err != nil || d.volatile {
		return err
	}
	return syncFolder(path)
}

// flushContent makes everything written so far survive a power cut, where the
// system has one call for it.
func (d disk) flushContent(root string) error {
	if err := d.ask(actFlush, root); err != nil || d.volatile {
		return err
	}
	syncContent()
	return nil
}

// exists tells whether anything stands at a path, a broken symbolic link
// included. What cannot be looked at counts as existing, so that the act that
// follows meets the reason.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return !absent(err)
}

// absent tells whether looking at a path failed because nothing is there: the
// name is free, or a folder above it is a file.
func absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
