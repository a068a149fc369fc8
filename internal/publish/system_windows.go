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

// cannotMove tells whether a rename failed because of what the folder is, so
// that filling it in place may succeed: most often a program keeps a file in it
// open.
func cannotMove(err error) bool {
	return errors.Is(err, errSharing) || errors.Is(err, errNotSameDevice) || errors.Is(err, fs.ErrPermission)
}
