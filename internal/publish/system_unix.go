//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// A lock is an open file that flock holds. The kernel lets go of it when the
// process ends.
type lock struct {
	file *os.File
	disk disk
}

// acquire takes the lock at a path, at once or not at all: ErrBusy says that a
// living process holds it.
func acquire(path string, d disk) (*lock, error) {
	if err := d.ask(actWrite, path); err != nil {
		return nil, err
	}
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err != nil {
			f.Close()
			switch {
			case errors.Is(err, syscall.EWOULDBLOCK):
				return nil, ErrBusy
			case errors.Is(err, syscall.EINTR):
				continue
			}
			return nil, &fs.PathError{Op: "lock", Path: path, Err: err}
		}
		// Its last holder may have removed the file after we opened it: then we
		// hold a file without a name, and somebody else may hold the name.
		held, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, err
		}
		if named, err := os.Stat(path); err == nil && os.SameFile(held, named) {
			return &lock{f, d}, nil
		}
		f.Close()
	}
}

// release removes the lock file while it is still held, then lets go.
func (l *lock) release() error {
	err := l.disk.remove(l.file.Name())
	return errors.Join(err, l.file.Close())
}

// cannotMove tells whether a rename failed because of what the folder is, so
// that filling it in place may succeed.
func cannotMove(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || errors.Is(err, fs.ErrPermission)
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	// Some network and container file systems cannot flush a folder.
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
