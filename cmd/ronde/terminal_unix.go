//go:build !windows

package main

import (
	"io/fs"
	"os"
)

// terminal reports whether a file is one. The empty device, from which nothing ever comes,
// looks like one too.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&fs.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
