package volume

import (
	"errors"
	"io/fs"
	"syscall"
)

const errSharing syscall.Errno = 32

// A Lock is a file opened without sharing: nobody else can open it. The kernel
// closes it when the process ends.
type Lock struct {
	handle syscall.Handle
	path   string
}

// Take takes the lock at a path, at once or not at all: ErrHeld says that a
// living process holds it.
func Take(path string) (*Lock, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errSharing) {
		return nil, ErrHeld
	}
	if err != nil {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: err}
	}
	return &Lock{handle, path}, nil
}

// Release lets go, then removes the lock file by the function given. Windows
// does not remove a file that is open; when another process was quicker to take
// it, it stays.
func (l *Lock) Release(remove func(path string) error) error {
	err := syscall.CloseHandle(l.handle)
	removed := remove(l.path)
	if errors.Is(removed, errSharing) {
		removed = nil
	}
	return errors.Join(err, removed)
}
