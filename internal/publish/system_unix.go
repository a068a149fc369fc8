//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"io/fs"
	"syscall"
)

// cannotMove tells whether a rename failed because of what the folder is, so
// that filling it in place may succeed.
func cannotMove(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) || errors.Is(err, fs.ErrPermission)
}
