package volume

import (
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// beneath opens names by openat2(2), which Linux has since 5.6. Whatever it refuses, by
// right or because the kernel or a sandbox does not know it, is left to os.Root, which
// gives the reason.
type beneath struct {
	path   string
	folder *os.File // nil where it could not be opened
}

func openBeneath(path string) beneath {
	folder, err := os.Open(path)
	if err != nil {
		return beneath{}
	}
	return beneath{path, folder}
}

func (b beneath) close() {
	if b.folder != nil {
		b.folder.Close()
	}
}

// open opens a file. A folder that is opened is left to os.Root, since its entries
// would be looked at by their paths.
func (b beneath) open(name string) (*os.File, bool) {
	f, ok := b.find(name, unix.O_RDONLY)
	if !ok {
		return nil, false
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, false
	}
	return f, true
}

func (b beneath) stat(name string) (fs.FileInfo, bool) {
	f, ok := b.find(name, unix.O_PATH)
	if !ok {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	return info, err == nil
}

// list lists a folder. Its entries are not to be asked for more than name and type.
func (b beneath) list(name string) ([]fs.DirEntry, bool) {
	f, ok := b.find(name, unix.O_RDONLY|unix.O_DIRECTORY)
	if !ok {
		return nil, false
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	return entries, err == nil
}

func (b beneath) find(name string, flags uint64) (*os.File, bool) {
	if b.folder == nil || !fs.ValidPath(name) {
		return nil, false
	}
	how := unix.OpenHow{Flags: flags | unix.O_CLOEXEC, Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_MAGICLINKS}
	fd, err := unix.Openat2(int(b.folder.Fd()), name, &how)
	if err != nil {
		return nil, false
	}
	return os.NewFile(uintptr(fd), filepath.Join(b.path, name)), true
}
