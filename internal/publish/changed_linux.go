package publish

import (
	"io/fs"
	"syscall"
	"time"
)

// linkChanges tells whether a second name of a file counts as a change of it.
const linkChanges = true

// changed is when a file was changed last. Programs that copy files give them an
// older time of modification; the time of the last change to the inode they
// cannot choose.
func changed(info fs.FileInfo) time.Time {
	latest := info.ModTime()
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		if inode := time.Unix(stat.Ctim.Unix()); inode.After(latest) {
			return inode
		}
	}
	return latest
}
