package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// toolDigest is the SHA-256 of the running program, "" when it cannot be read. A
// version would not do: two programs made from a changed working copy have the same.
func toolDigest() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return hex.EncodeToString(sum.Sum(nil))
}
