//go:build !linux

package publish

import (
	"io/fs"
	"time"
)

// linkChanges tells whether a second name of a file counts as a change of it.
const linkChanges = false

// changed is when a file was changed last, as far as the system tells in one way.
func changed(info fs.FileInfo) time.Time { return info.ModTime() }
