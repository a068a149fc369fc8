package publish

import (
	"errors"
	"io/fs"
	"syscall"
)

const (
	errNotSameDevice syscall.Errno = 17
	errSharing       syscall.Errno = 32
)

// A lock is a file opened without sharing: nobody else can open it. The kernel
// closes it when the process ends.
type lock struct {
	handle syscall.Handle
	path   string
	disk   disk
}

// acquire takes the lock at a path, at once or not at all: ErrBusy says that a
// living process holds it.
func acquire(path string, d disk) (*lock, error) {
	if err := d.ask(actWrite, path); err != nil {
		return nil, err
	}
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	handle, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, errSharing) {
		return nil, ErrBusy
	}
	if err != nil {
		return nil, &fs.PathError{Op: "lock", Path: path, Err: err}
	}
	return &lock{handle, path, d}, nil
}

// release lets go, then removes the lock file. Windows does not remove a file
// that is open; when another process was quicker to take it, it stays.
func (l *lock) release() error {
	err := syscall.CloseHandle(l.handle)
	removed := l.disk.remove(l.path)
	if errors.Is(removed, errSharing) {
		removed = nil
	}
	return errors.Join(err, removed)
}

// cannotMove tells whether a rename failed because of what the folder is, so
// that filling it in place may succeed: most often a program keeps a file in it
// open.
func cannotMove(err error) bool {
	return errors.Is(err, errSharing) || errors.Is(err, errNotSameDevice) || errors.Is(err, fs.ErrPermission)
}

// syncFolder does nothing: NTFS keeps the order of its own changes.
func syncFolder(string) error { return nil }
