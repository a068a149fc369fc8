package volume

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// A Folder gives the files below a folder. Links are followed as long as they stay in
// it; what leads out of it cannot be opened, however the name is written and whoever
// moves folders meanwhile.
//
// [os.Root] promises that, and opens each folder of a name for it: of a site with ten
// years of editions that is most of the time of a build that has nothing to do. Linux
// can do the same in one call, which is asked first.
type Folder struct {
	root    *os.Root
	below   fs.FS
	beneath beneath
}

// OpenFolder opens a folder, and is ended by Close.
func OpenFolder(path string) (*Folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &Folder{root, root.FS(), openBeneath(path)}, nil
}

// Close ends the use of the folder.
func (f *Folder) Close() error {
	f.beneath.close()
	return f.root.Close()
}

// Open opens a file or folder for reading.
func (f *Folder) Open(name string) (fs.File, error) {
	if file, ok := f.beneath.open(name); ok {
		return file, nil
	}
	return f.below.Open(name)
}

// Stat describes what a name leads to.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	if info, ok := f.beneath.stat(name); ok {
		return info, nil
	}
	return fs.Stat(f.below, name)
}

// ReadDir lists a folder, sorted by name.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, ok := f.beneath.list(name)
	if !ok {
		return fs.ReadDir(f.below, name)
	}
	for i, e := range entries {
		entries[i] = entry{e, f, path.Join(name, e.Name())}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// An entry of a folder is looked at, when it is, within that folder.
type entry struct {
	fs.DirEntry
	folder *Folder
	name   string
}

func (e entry) Info() (fs.FileInfo, error) { return e.folder.root.Lstat(e.name) }
