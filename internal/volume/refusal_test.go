//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package volume

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
)

func TestRefusal(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOSPC: "the disk is full",
		syscall.EDQUOT: "the disk is full",
		syscall.EROFS:  "the disk can be read only",
		syscall.EACCES: "writing is not allowed",
		syscall.EPERM:  "writing is not allowed",
		syscall.EIO:    "",
	} {
		wrapped := errors.Join(errors.New("x"), fmt.Errorf("no luck (%w)", &fs.PathError{Op: "write", Path: "x", Err: err}))
		r, ok := Refused(wrapped)
		if r.What != want || ok != (want != "") || ok != (r.Way != "") || ok != (r.At == "write x: "+err.Error()) {
			t.Errorf("%v: %+v, %v", err, r, ok)
		}
	}
}
