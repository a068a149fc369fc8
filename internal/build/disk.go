package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// An act is a kind of change to the folder of a site.
type act string

const (
	actMkdir     act = "mkdir"
	actWrite     act = "write"
	actRename    act = "rename"
	actRemove    act = "remove"
	actRemoveAll act = "remove all"
)

// A disk makes every change that a release makes to the folder of a site. The
// zero value is the real one. Tests set before, which is asked ahead of every
// change and forbids it with an error: that is how each step is made to fail.
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

func (d disk) mkdirAll(path string) error {
	if err := d.ask(actMkdir, path); err != nil {
		return err
	}
	return os.MkdirAll(path, 0o777)
}

// mkdirTemp makes a folder of a name that no other has, which all may read:
// what a release writes is committed.
func (d disk) mkdirTemp(parent, pattern string) (string, error) {
	if err := d.ask(actMkdir, filepath.Join(parent, pattern)); err != nil {
		return "", err
	}
	path, err := os.MkdirTemp(parent, pattern)
	if err != nil {
		return "", err
	}
	return path, os.Chmod(path, 0o755)
}

// write writes a new file and sees to it that its bytes are on disk.
func (d disk) write(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := d.ask(actWrite, path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if !d.volatile {
		err = errors.Join(err, f.Sync())
	}
	return errors.Join(err, f.Close())
}

func (d disk) rename(from, to string) error {
	if err := d.ask(actRename, from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

func (d disk) remove(path string) error {
	if err := d.ask(actRemove, path); err != nil {
		return err
	}
	return os.Remove(path)
}

func (d disk) removeAll(path string) error {
	if err := d.ask(actRemoveAll, path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
