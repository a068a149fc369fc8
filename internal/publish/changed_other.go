//go:build !linux

package publish

import (
	"io/fs"
	"time"
)

// changed is when a file was changed last, as far as the system tells in one way.
func changed(info fs.FileInfo) time.Time { return info.ModTime() }
