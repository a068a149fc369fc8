package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// An entry is something that stands in a tree.
type entry struct {
	path string // relative, with slashes
	info fs.FileInfo
}

// A survey tells what stands in a tree and whose it is.
type survey struct {
	manifest Manifest // empty when the tree has none
	found    bool     // the tree has a manifest
	time     time.Time
	ours     []entry // what stands where the manifest lists a file, unless it is a folder
	foreign  []entry // folders before what is in them
}

// look surveys a tree. A tree that does not exist is empty. Symbolic links are
// entries, never followed.
func look(root string) (survey, error) {
	var s survey
	manifest, err := ReadManifest(os.DirFS(root))
	switch {
	case err == nil:
		s.manifest, s.found = manifest, true
		info, err := os.Lstat(filepath.Join(root, ManifestName))
		if err != nil {
			return survey{}, err
		}
		s.time = changed(info)
	case !errors.Is(err, fs.ErrNotExist):
		return survey{}, err
	}
	owned := s.manifest.owned()
	err = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if name == root {
			if errors.Is(err, fs.ErrNotExist) {
				return filepath.SkipAll
			}
			return err
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if rel == inPlaceName || s.found && rel == ManifestName || d.IsDir() && owned.folders[rel] {
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := owned.files[rel]; ok && !d.IsDir() {
			s.ours = append(s.ours, entry{rel, info})
		} else {
			s.foreign = append(s.foreign, entry{rel, info})
		}
		return nil
	})
	return s, err
}

// conflicts lists the foreign entries that stand in the way of a tree.
func (s survey) conflicts(tree names) []string {
	var in []string
	for _, e := range s.foreign {
		if tree.blocks(e.path, e.info.IsDir()) {
			in = append(in, e.path)
		}
	}
	slices.Sort(in)
	return in
}

// altered lists the files of Ronde's in a tree that are not as the manifest
// says. A file as long as it was and not changed since the manifest counts as
// unaltered: reading every page again would cost a good part of a build, for a
// line in a report.
func (s survey) altered(root string) ([]string, error) {
	owned := s.manifest.owned()
	var out []string
	for _, e := range s.ours {
		file := owned.files[e.path]
		same := e.info.Mode().IsRegular() && e.info.Size() == file.Size
		if same && !changed(e.info).Before(s.time) {
			sum, err := hashFile(filepath.Join(root, filepath.FromSlash(e.path)))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, err
			}
			same = sum == file.SHA256
		}
		if !same {
			out = append(out, e.path)
		}
	}
	slices.Sort(out)
	return out, nil
}

func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// carry brings the foreign entries of one tree into another that lacks them, and
// leaves the first as it is: should it come back, it is whole. It may be
// repeated.
func (d disk) carry(foreign []entry, from, to string) error {
	for _, e := range foreign {
		source, dest := filepath.Join(from, filepath.FromSlash(e.path)), filepath.Join(to, filepath.FromSlash(e.path))
		if exists(dest) {
			continue
		}
		// Its folder may be one of Ronde's that the new tree does not have.
		if err := d.mkdirAll(filepath.Dir(dest)); err != nil {
			return err
		}
		var err error
		if e.info.IsDir() {
			err = d.mkdir(dest, e.info.Mode().Perm()|0o700)
		} else {
			err = d.link(source, dest, e.info.Mode())
		}
		// What its owner removed meanwhile is not missed.
		if err != nil && exists(source) {
			return err
		}
	}
	return nil
}

// prune removes the folders of Ronde's that hold nothing any more, and tells
// whether there were any.
func (d disk) prune(root string, owned ownership) (changed bool, err error) {
	// Backwards in byte order a folder comes after those in it.
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(owned.folders))) {
		name := filepath.Join(root, filepath.FromSlash(dir))
		info, err := os.Lstat(name)
		if absent(err) || err == nil && !info.IsDir() {
			continue // gone, or a file now
		}
		if err != nil {
			return changed, err
		}
		content, err := os.ReadDir(name)
		if err != nil {
			return changed, err
		}
		if len(content) > 0 {
			continue
		}
		if err := d.remove(name); err != nil {
			return changed, err
		}
		changed = true
	}
	return changed, nil
}

// sameContent tells whether two files have the same bytes. A file that is not
// there, or is no regular file, is the same as nothing.
func sameContent(a, b string) (bool, error) {
	first, err := os.Lstat(a)
	if err != nil {
		return false, err
	}
	second, err := os.Lstat(b)
	if absent(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !second.Mode().IsRegular() || first.Size() != second.Size() {
		return false, nil
	}
	sum, err := hashFile(a)
	if err != nil {
		return false, err
	}
	other, err := hashFile(b)
	return sum == other, err
}
