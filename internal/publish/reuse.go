package publish

import (
	"crypto/sha256"
	"encoding/hex"
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
		if sum, stands := standing[files[i].Path]; !stands || sum != hex.EncodeToString(files[i].Sum[:]) {
			return false, nil
		}
	}
	for i := range files {
		if err := s.reuse(&files[i]); err != nil {
			return false, s.fail(err)
		}
	}
	return true, nil
}

func (s *Stage) reuse(k *Kept) error {
	if err := s.enter(k.Path); err != nil {
		return err
	}
	if err := s.place.disk.link(filepath.Join(s.place.target, filepath.FromSlash(k.Path)), s.staged(k.Path), 0); err != nil {
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
	s.reused[k.Path] = true
	return nil
}

// unaltered are the files of a standing tree that can be taken over, by path with
// their hashes.
func unaltered(tree survey, root string) (map[string]string, error) {
	altered, err := tree.altered(root)
	if err != nil {
		return nil, err
	}
	owned := tree.manifest.owned()
	standing := make(map[string]string, len(tree.ours))
	for _, e := range tree.ours {
		standing[e.path] = owned.files[e.path].SHA256
	}
	for _, name := range altered {
		delete(standing, name)
	}
	return standing, nil
}
