//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package volume

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// A Lock is an open file that flock holds. The kernel lets go of it when the
// process ends.
type Lock struct{ file *os.File }

// Take takes the lock at a path, at once or not at all: ErrHeld says that a
// living process holds it.
func Take(path string) (*Lock, error) {
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
				return nil, ErrHeld
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
			return &Lock{f}, nil
		}
		f.Close()
	}
}

// Release removes the lock file, by the function given, while it is still held,
// then lets go, also when the file could not be removed.
func (l *Lock) Release(remove func(path string) error) error {
	err := remove(l.file.Name())
	return errors.Join(err, l.file.Close())
}
