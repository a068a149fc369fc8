//go:build !linux

package volume

import (
	"io/fs"
	"os"
)

// beneath has no call by which this system opens a name within a folder.
type beneath struct{}

func openBeneath(string) beneath { return beneath{} }

func (beneath) close() {}

func (beneath) open(string) (*os.File, bool) { return nil, false }

func (beneath) stat(string) (fs.FileInfo, bool) { return nil, false }

func (beneath) list(string) ([]fs.DirEntry, bool) { return nil, false }
