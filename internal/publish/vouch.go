package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"ronde/internal/cores"
)

// A manifest vouches for files that were changed before it was modified. To take a file
// over changes it twice, when the new name comes and when the old one goes, so that each
// later build would read it; what follows lets the manifest vouch for it again. All of it
// may fail: then files are read that need not be. Where names do not count as changes,
// nothing needs it.

// vouch moves the time of the manifest, once the new tree is in place and the old one
// gone, behind the changes of the files that were taken over. The time is learnt before
// the files are looked at: whatever is altered later was changed at that time or after
// it, and is read.
func (s *Stage) vouch(written Manifest) error {
	p := s.place
	if !linkChanges || len(s.reused) == 0 {
		return nil
	}
	now, err := p.disk.Now(p.probe())
	if err := errors.Join(err, p.disk.Remove(p.probe())); err != nil {
		return err
	}
	manifest := filepath.Join(p.target, ManifestName)
	info, err := os.Lstat(manifest)
	if err != nil {
		return err
	}
	list, names := newListing(written, info), slices.Sorted(maps.Keys(s.files))
	err = cores.Each(len(names), func(i int) error { return s.published(list, names[i]) })
	if err != nil {
		return err
	}
	return p.disk.Touch(manifest, now)
}

var errAltered = errors.New("altered since it was published")

// published fails unless a file stands in the target as it was published: if it was
// taken over, as the file that was found unaltered before.
func (s *Stage) published(list *listing, name string) error {
	info, err := os.Lstat(filepath.Join(s.place.target, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	if before, ok := s.reused[name]; ok {
		if !unmoved(before, info) {
			return errAltered // or copied, which is no change of what is taken over
		}
		return nil
	}
	seen, err := list.see(s.place.target, entry{name, fs.FileInfoToDirEntry(info)})
	if err == nil && seen.altered {
		return errAltered
	}
	return err
}

// settled is how long ago the last change must be for a manifest to vouch for it: no clock
// of a file system ticks more slowly.
const settled = 2 * time.Second

// vouch moves the time of the manifest behind the last change of files that had to be
// read, and were found as they are listed by a look that began at a time.
func (l *listing) vouch(p place, seen []sight, began time.Time) error {
	var last time.Time
	for _, s := range seen {
		if at := changed(s.info); at.After(last) {
			last = at
		}
	}
	read := slices.ContainsFunc(seen, func(s sight) bool { return s.read })
	if !linkChanges || !read || began.Sub(last) < settled {
		return nil
	}
	manifest := filepath.Join(p.target, ManifestName)
	if info, err := os.Lstat(manifest); err != nil || !l.holds(info) {
		return err
	}
	return p.disk.Touch(manifest, last.Add(1))
}
