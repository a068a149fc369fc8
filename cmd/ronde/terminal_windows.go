package main

import (
	"os"
	"syscall"
)

// terminal reports whether a file is one: the empty device has no mode of a console.
func terminal(f *os.File) bool {
	var mode uint32
	return syscall.GetConsoleMode(syscall.Handle(f.Fd()), &mode) == nil
}
