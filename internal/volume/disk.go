package volume

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// An Act is a kind of change to the file system.
type Act string

const (
	ActMkdir     Act = "mkdir"
	ActWrite     Act = "write"
	ActRename    Act = "rename"
	ActLink      Act = "link"
	ActRemove    Act = "remove"
	ActRemoveAll Act = "remove all"
	ActChmod     Act = "chmod"
	ActTouch     Act = "touch"
	ActFlush     Act = "flush"
)

// A Disk makes every change to the file system that a run makes. The
// zero value is the real one. Tests set Before, which is asked ahead of every
// change and forbids it with an error: that is how each step is made to fail.
// Reading needs no permission.
type Disk struct {
	Before   func(what Act, path string) error
	Volatile bool // leaves the flushes out, which a test cannot observe
}

// Ask asks for a change that something else than the Disk makes.
func (d Disk) Ask(what Act, path string) error {
	if d.Before == nil {
		return nil
	}
	if err := d.Before(what, path); err != nil {
		return &fs.PathError{Op: string(what), Path: path, Err: err}
	}
	return nil
}

// Mkdir makes one folder; one that exists is no error.
func (d Disk) Mkdir(path string, mode fs.FileMode) error {
	if err := d.Ask(ActMkdir, path); err != nil {
		return err
	}
	if err := os.Mkdir(path, mode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// MkdirAll makes a folder and those above it.
func (d Disk) MkdirAll(path string, mode fs.FileMode) error {
	if Exists(path) {
		return nil
	}
	if err := d.Ask(ActMkdir, path); err != nil {
		return err
	}
	return os.MkdirAll(path, mode)
}

// MkdirTemp makes a folder of a name that no other has, which all may read.
func (d Disk) MkdirTemp(parent, pattern string) (string, error) {
	if err := d.Ask(ActMkdir, filepath.Join(parent, pattern)); err != nil {
		return "", err
	}
	path, err := os.MkdirTemp(parent, pattern)
	if err != nil {
		return "", err
	}
	return path, os.Chmod(path, 0o755)
}

// WriteNew writes a file that is not there, and sees to it that its bytes are on disk.
func (d Disk) WriteNew(path string, content []byte) error {
	if err := d.Ask(ActWrite, path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if !d.Volatile {
		err = errors.Join(err, f.Sync())
	}
	return errors.Join(err, f.Close())
}

// Write writes a file, over one that is there.
func (d Disk) Write(path string, content []byte) error {
	if err := d.Ask(ActWrite, path); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// WriteFrom writes a file, over one that is there, with what write gives it.
func (d Disk) WriteFrom(path string, write func(io.Writer) error) error {
	if err := d.Ask(ActWrite, path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// Copy writes a copy of a regular file, its permissions included.
func (d Disk) Copy(from, to string) error {
	if err := d.Ask(ActWrite, to); err != nil {
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

// Link gives a regular file a second name, or a copy where the file system has
// no second names, and makes a symbolic link anew.
func (d Disk) Link(from, to string, mode fs.FileMode) error {
	if err := d.Ask(ActLink, to); err != nil {
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
		return d.Copy(from, to)
	}
	return err
}

func (d Disk) Rename(from, to string) error {
	if err := d.Ask(ActRename, from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Remove removes a file or an empty folder; one that is gone is no error.
func (d Disk) Remove(path string) error {
	if !Exists(path) {
		return nil
	}
	if err := d.Ask(ActRemove, path); err != nil {
		return err
	}
	return os.Remove(path)
}

// RemoveAll removes a tree; one that is gone is no error.
func (d Disk) RemoveAll(path string) error {
	if !Exists(path) {
		return nil
	}
	if err := d.Ask(ActRemoveAll, path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

func (d Disk) Chmod(path string, mode fs.FileMode) error {
	if err := d.Ask(ActChmod, path); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

// Touch sets the time at which a file was modified.
func (d Disk) Touch(path string, modified time.Time) error {
	if err := d.Ask(ActTouch, path); err != nil {
		return err
	}
	return os.Chtimes(path, time.Time{}, modified)
}

// Now gives the time by the clock of the file system, from a file that it makes. Clocks
// of file systems tick slowly: now waits a moment for the next tick, so that as a rule
// all that was changed before was changed earlier.
func (d Disk) Now(path string) (time.Time, error) {
	if err := d.Ask(ActWrite, path); err != nil {
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

// Replace puts content under a name in one step: the name holds the old
// content or the new one, never a part, after a power cut too. After an error
// nothing of the new one is left.
func (d Disk) Replace(path string, content []byte) error {
	fresh := path + ".new"
	err := d.Write(fresh, content)
	if err == nil {
		err = d.FlushFile(fresh)
	}
	if err == nil {
		err = d.Rename(fresh, path)
	}
	if err != nil {
		return errors.Join(err, d.Remove(fresh))
	}
	return d.FlushFolder(filepath.Dir(path))
}

func (d Disk) FlushFile(path string) error {
	if err := d.Ask(ActFlush, path); err != nil || d.Volatile {
		return err
	}
	// Windows flushes only what is open for writing.
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// FlushFolder makes the names in a folder, not their content, survive a power
// cut.
func (d Disk) FlushFolder(path string) error {
	if err := d.Ask(ActFlush, path); err != nil || d.Volatile {
		return err
	}
	return syncFolder(path)
}

// FlushContent makes everything written so far survive a power cut, where the
// system has one call for it.
func (d Disk) FlushContent(root string) error {
	if err := d.Ask(ActFlush, root); err != nil || d.Volatile {
		return err
	}
	syncContent()
	return nil
}

// Exists tells whether anything stands at a path, a broken symbolic link
// included. What cannot be looked at counts as existing, so that the act that
// follows meets the reason.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return !Absent(err)
}

// Absent tells whether looking at a path failed because nothing is there: the
// name is free, or a folder above it is a file.
func Absent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
