package volume

import "syscall"

// syncContent waits until all that was written is on the disk, which only Linux
// promises of sync(2).
func syncContent() { syscall.Sync() }
