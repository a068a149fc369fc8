package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A listing is the manifest of a standing tree, with what the file system says of its
// file. To parse it takes longer than to look whether it is still the same.
type listing struct {
	Manifest // empty when the tree has none
	ownership
	info fs.FileInfo // nil when the tree has none
}

func newListing(m Manifest, info fs.FileInfo) *listing { return &listing{m, m.owned(), info} }

// readListing reads the manifest of a tree, unless known holds what it is.
func readListing(root string, known *listing) (*listing, error) {
	info, err := os.Lstat(filepath.Join(root, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return &listing{}, nil
	}
	if err != nil {
		return nil, err
	}
	if known.holds(info) {
		return known, nil
	}
	m, err := ReadManifest(os.DirFS(root))
	if errors.Is(err, fs.ErrNotExist) { // a symbolic link that leads to nothing
		return &listing{}, nil
	}
	if err != nil {
		return nil, err
	}
	return newListing(m, info), nil
}

// found tells whether the tree has a manifest.
func (l *listing) found() bool { return l.info != nil }

// holds tells whether a manifest is the file that was read, and was not changed since.
func (l *listing) holds(now fs.FileInfo) bool {
	return l != nil && l.found() && unmoved(l.info, now) && changed(l.info).Equal(changed(now))
}

// unmoved tells whether two looks met one regular file, as long and modified as late.
func unmoved(a, b fs.FileInfo) bool {
	return a.Mode().IsRegular() && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// vouches tells whether a file of the size that is listed counts as unaltered without
// being read: it was changed before the manifest was. Reading every page again would
// cost a good part of a build. The time is that of modification, which Ronde sets
// later when it has made sure; one that has yet to come says nothing.
func (l *listing) vouches(file fs.FileInfo) bool {
	since := l.info.ModTime()
	return changed(file).Before(since) && !since.After(time.Now())
}
