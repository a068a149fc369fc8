//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package volume

import (
	"errors"
	"os"
	"syscall"
)

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
