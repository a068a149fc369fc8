package main

import "golang.org/x/sys/windows"

// errAddrInUse is how the system says that something else listens at an address. The
// constant of syscall is another number, which Windows never gives.
const errAddrInUse = windows.WSAEADDRINUSE
