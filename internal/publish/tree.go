package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ronde/internal/cores"
	"ronde/internal/volume"
)

// An entry is something that stands in a tree. Whoever needs more than its path and
// kind asks the file system for it.
type entry struct {
	path string // relative, with slashes
	fs.DirEntry
}

// A survey tells what stands in a tree and whose it is.
type survey struct {
	listing *listing
	ours    []entry // what stands where the manifest lists a file, unless it is a folder
	foreign []entry // folders before what is in them
}

// look surveys a tree. A tree that does not exist is empty. Symbolic links are
// entries, never followed. known is a listing of the tree from before, or nil: it is
// taken when it still holds.
func look(root string, known *listing) (survey, error) {
	list, err := readListing(root, known)
	if err != nil {
		return survey{}, err
	}
	s := survey{listing: list}
	// All folders of a depth at once; the order of what is found is that of a walk.
	for folders := []string{"."}; len(folders) > 0; {
		contents := make([][]fs.DirEntry, len(folders))
		err := cores.Each(len(folders), func(i int) (err error) {
			contents[i], err = os.ReadDir(filepath.Join(root, filepath.FromSlash(folders[i])))
			return err
		})
		if folders[0] == "." && errors.Is(err, fs.ErrNotExist) {
			return s, nil
		}
		if err != nil {
			return survey{}, err
		}
		var below []string
		for i, content := range contents {
			for _, d := range content {
				e := entry{path.Join(folders[i], d.Name()), d}
				if d.IsDir() {
					below = append(below, e.path)
				}
				s.enter(e)
			}
		}
		folders = below
	}
	slices.SortFunc(s.foreign, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return s, nil
}

// enter adds an entry of a tree to those that are Ronde's, or to the foreign ones.
func (s *survey) enter(e entry) {
	_, listed := s.listing.files[e.path]
	switch {
	case e.path == inPlaceName, e.path == ManifestName && s.listing.found(), e.IsDir() && s.listing.folders[e.path]:
	case listed && !e.IsDir():
		s.ours = append(s.ours, e)
	default:
		s.foreign = append(s.foreign, e)
	}
}

// conflicts lists the foreign entries that stand in the way of a tree.
func (s survey) conflicts(tree names) []string {
	var in []string
	for _, e := range s.foreign {
		if tree.blocks(e.path, e.IsDir()) {
			in = append(in, e.path)
		}
	}
	slices.Sort(in)
	return in
}

// carry brings the foreign entries of one tree into another that lacks them, and
// leaves the first as it is: should it come back, it is whole. It may be
// repeated.
func carry(d volume.Disk, foreign []entry, from, to string) error {
	for _, e := range foreign {
		source, dest := filepath.Join(from, filepath.FromSlash(e.path)), filepath.Join(to, filepath.FromSlash(e.path))
		if volume.Exists(dest) {
			continue
		}
		// Its folder may be one of Ronde's that the new tree does not have.
		if err := d.MkdirAll(filepath.Dir(dest), 0o755); err != nil {
			return err
		}
		var err error
		if e.IsDir() {
			err = carryFolder(d, e, dest)
		} else {
			err = d.Link(source, dest, e.Type())
		}
		// What its owner removed meanwhile is not missed.
		if err != nil && volume.Exists(source) {
			return err
		}
	}
	return nil
}

// carryFolder makes a folder with the permissions of another.
func carryFolder(d volume.Disk, e entry, to string) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	return d.Mkdir(to, info.Mode().Perm()|0o700)
}

// prune removes the folders of Ronde's that hold nothing any more, and tells
// whether there were any.
func prune(d volume.Disk, root string, owned ownership) (changed bool, err error) {
	// Backwards in byte order a folder comes after those in it.
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(owned.folders))) {
		name := filepath.Join(root, filepath.FromSlash(dir))
		info, err := os.Lstat(name)
		if volume.Absent(err) || err == nil && !info.IsDir() {
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
		if err := d.Remove(name); err != nil {
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
	if volume.Absent(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !second.Mode().IsRegular() || first.Size() != second.Size() {
		return false, nil
	}
	if os.SameFile(first, second) {
		return true, nil
	}
	sum, err := hashFile(a)
	if err != nil {
		return false, err
	}
	other, err := hashFile(b)
	return sum == other, err
}
