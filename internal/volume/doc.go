// Package volume is what build and publish both need to know of a file system
// beyond reading files: how changes are made so that a test can stop each of them, how a
// run locks a folder against another run, and what an analyst is told when a disk
// refuses.
//
// # Lock
//
// The kernel holds a lock (flock on Unix, an unshared handle on Windows) and
// drops it with the process, however that ends, so no lock is ever stale and no
// process number is compared. On a network file system it holds between
// machines only where the server passes such locks on. The file that stands for
// it is empty; one that a killed process left behind locks nothing.
package volume

import "errors"

// ErrHeld says that a living process holds the lock.
var ErrHeld = errors.New("another process holds the lock")
