//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package volume

import (
	"errors"
	"syscall"
)

// full tells whether there is no room, on the disk or for this user.
func full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

func readOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
