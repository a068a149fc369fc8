//go:build !windows

package main

import "syscall"

// errAddrInUse is how the system says that something else listens at an address.
const errAddrInUse = syscall.EADDRINUSE
