package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path/filepath"
)

// A Kept is what a stage knows of a file of its tree. A later stage that is to have
// the same file takes it from the standing tree by it, without the content.
type Kept struct {
	Path     string
	Size     int64
	Sum      [sha256.Size]byte
	Anchors  string
	Links    []KeptLink
	Findings []Finding
}

// A KeptLink is an internal link: as it is written, the file and the anchor.
type KeptLink struct{ Text, File, Anchor string }

// Keep gives what is known of files that were written, before [Stage.Settle] forgets
// their links.
func (s *Stage) Keep(names []string) []Kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := make([]Kept, len(names))
	for i, name := range names {
		f := s.files[name]
		k := Kept{Path: name, Size: f.size, Sum: f.sum, Anchors: string(f.anchors), Findings: f.findings}
		for _, l := range f.pending {
			k.Links = append(k.Links, KeptLink{l.text, l.to.file, l.to.anchor})
		}
		kept[i] = k
	}
	return kept
}

// Reuse puts files of the standing tree into the new one, where the standing tree has
// all of them, with this content, and none was altered. Otherwise ok is false, and
// nothing is done. Errors are those of WriteFile.
//
// A file gets a second name where the file system can: a tree is never written into,
// only replaced.
func (s *Stage) Reuse(files []Kept) (ok bool, err error) {
	standing, err := s.standing()
	if err != nil {
		return false, s.fail(err)
	}
	for i := range files {
		k := &files[i]
		if standing[k.Path] == nil || s.before.files[k.Path].SHA256 != hex.EncodeToString(k.Sum[:]) {
			return false, nil
		}
	}
	for i := range files {
		if err := s.reuse(&files[i], standing[files[i].Path]); err != nil {
			return false, s.fail(err)
		}
	}
	return true, nil
}

func (s *Stage) reuse(k *Kept, seen fs.FileInfo) error {
	if err := s.enter(k.Path); err != nil {
		return err
	}
	if err := s.place.disk.Link(filepath.Join(s.place.target, filepath.FromSlash(k.Path)), s.staged(k.Path), 0); err != nil {
		return err
	}
	f := &staged{size: k.Size, sum: k.Sum, anchors: anchors(k.Anchors), findings: k.Findings}
	links := make([]link, len(k.Links))
	for i, l := range k.Links {
		links[i] = link{l.Text, destination{l.File, l.Anchor}}
	}
	s.register(k.Path, f, links)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reused[k.Path] = seen
	return nil
}

// unaltered are the files of the target that can be taken over, by path; none when it is
// another tree than at the beginning.
func (s *Stage) unaltered() (map[string]fs.FileInfo, error) {
	tree, err := s.target()
	if err != nil || tree.listing != s.before {
		return nil, err
	}
	seen, err := s.before.examine(s.place.target, tree.ours)
	if err != nil {
		return nil, err
	}
	standing := make(map[string]fs.FileInfo, len(seen))
	for _, f := range seen {
		if !f.altered {
			standing[f.path] = f.info
		}
	}
	return standing, nil
}
