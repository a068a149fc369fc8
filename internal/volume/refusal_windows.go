package volume

import (
	"errors"
	"syscall"
)

const (
	errHandleDiskFull syscall.Errno = 39
	errDiskFull       syscall.Errno = 112
	errDiskQuota      syscall.Errno = 1295
	errWriteProtect   syscall.Errno = 19
)

// full tells whether there is no room, on the disk or for this user.
func full(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, errHandleDiskFull) || errors.Is(err, errDiskQuota)
}

func readOnly(err error) bool { return errors.Is(err, errWriteProtect) }
