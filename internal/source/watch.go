package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/maphash"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"ronde/internal/cores"
)

// A Watch is a file system that remembers what it showed. A run takes a while,
// and somebody may save a file, copy a delivery or pull from git meanwhile: what
// is then made from half of the old files and half of the new ones was never
// the state of the site. When nothing has changed at the end, all that was read
// stood there together at that moment, unless a file became another one and then
// again what it had been.
//
// It may be used from several goroutines at once.
type Watch struct {
	fsys fs.FS
	seed maphash.Seed

	mu     sync.Mutex
	seen   map[string]glimpse
	hashes map[string][sha256.Size]byte
	lists  map[string][]fs.DirEntry
}

// A glimpse is what was shown of a name.
type glimpse struct {
	is       kind
	size     int64
	modified int64  // nanoseconds since 1970
	sum      uint64 // of the content, or of the names in a folder; 0 for one not read
	changed  bool   // it was shown in two ways
}

type kind byte

const (
	absent kind = iota
	present
	file
	folder
)

// errGrows is the error of a file that was not too large a moment ago.
var errGrows = errors.New("it grows while it is read")

// Watched gives the watch over a file system, which is fsys itself when it is
// one.
func Watched(fsys fs.FS) *Watch {
	if w, ok := fsys.(*Watch); ok {
		return w
	}
	w := &Watch{fsys: fsys, seed: maphash.MakeSeed()}
	w.forget()
	return w
}

// Open opens a file, whose content is not remembered, only its size and time.
func (w *Watch) Open(name string) (fs.File, error) {
	f, err := w.fsys.Open(name)
	if err != nil {
		w.miss(name, err)
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.IsDir() {
		w.note(name, fileGlimpse(info))
	}
	return f, nil
}

// ReadFile reads a file. Its size and time are those from before the first byte
// was read.
func (w *Watch) ReadFile(name string) ([]byte, error) {
	content, g, err := w.readFile(name)
	if err != nil {
		w.miss(name, err)
		return nil, err
	}
	w.note(name, g)
	return content, nil
}

// Hash gives the SHA-256 of a file, in 64 hexadecimal digits, and remembers it: should
// the file change later, that is what it was first.
func (w *Watch) Hash(name string) (string, error) {
	if sum, known := w.hashed(name); known {
		return sum, nil
	}
	content, err := w.ReadFile(name)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(content)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hashes[name] = sum
	return hex.EncodeToString(sum[:]), nil
}

// hashed gives the hash of a file that was hashed before.
func (w *Watch) hashed(name string) (string, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	sum, known := w.hashes[name]
	return hex.EncodeToString(sum[:]), known
}

func (w *Watch) readFile(name string) ([]byte, glimpse, error) {
	f, err := w.fsys.Open(name)
	if err != nil {
		return nil, glimpse{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, glimpse{}, err
	}
	content := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		if err == io.EOF {
			break
		}
		if err == nil && len(content) > MaxTableSize {
			err = errGrows
		}
		if err != nil {
			return nil, glimpse{}, err
		}
		if len(content) == cap(content) {
			content = slices.Grow(content, 1)
		}
	}
	g := fileGlimpse(info)
	g.sum = maphash.Bytes(w.seed, content)
	return content, g, nil
}

// ReadDir lists a folder, once: a build lists the folders of each edition for its
// digest, and again when it opens it. Names that begin with a point do not count as
// changes: they belong to editors, to git and to running releases.
func (w *Watch) ReadDir(name string) ([]fs.DirEntry, error) {
	w.mu.Lock()
	entries, known := w.lists[name]
	w.mu.Unlock()
	if known {
		return slices.Clone(entries), nil
	}
	entries, err := fs.ReadDir(w.fsys, name)
	if err != nil {
		w.miss(name, err)
		return entries, err
	}
	w.note(name, glimpse{is: folder, sum: w.listing(entries)})
	w.mu.Lock()
	w.lists[name] = entries
	w.mu.Unlock()
	return slices.Clone(entries), nil
}

// Stat looks at a file, of which is remembered whether it is there.
func (w *Watch) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(w.fsys, name)
	if err != nil {
		w.miss(name, err)
		return nil, err
	}
	w.note(name, glimpse{is: present})
	return info, nil
}

func fileGlimpse(info fs.FileInfo) glimpse {
	return glimpse{is: file, size: info.Size(), modified: info.ModTime().UnixNano()}
}

func (w *Watch) listing(entries []fs.DirEntry) uint64 {
	var sum maphash.Hash
	sum.SetSeed(w.seed)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			_, _ = sum.WriteString(e.Name() + "\x00" + e.Type().String() + "\x00")
		}
	}
	return sum.Sum64()
}

// miss remembers that nothing was there; another error is said by who met it.
func (w *Watch) miss(name string, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		w.note(name, glimpse{is: absent})
	}
}

// note remembers what was shown first of a name, and whether it was shown
// otherwise later. Of two glimpses the one that tells more is kept.
func (w *Watch) note(name string, now glimpse) {
	w.mu.Lock()
	defer w.mu.Unlock()
	was, known := w.seen[name]
	switch {
	case !known:
		w.seen[name] = now
	case (was.is == absent) != (now.is == absent), was.is+now.is == file+folder, was.sum != 0 && now.sum != 0 && was.sum != now.sum:
		was.changed = true
		w.seen[name] = was
	case now.is > was.is, was.sum == 0 && now.sum != 0 && was.size == now.size && was.modified == now.modified:
		now.changed = was.changed
		w.seen[name] = now
	}
}

// Changed gives the names whose file or folder is no longer what was shown,
// sorted. A file that was only touched, or saved as it was, has not changed. What was
// shown so far is then forgotten: a large site has a hundred thousand names, and what
// is made from them needs the room.
func (w *Watch) Changed() []string {
	w.mu.Lock()
	seen := w.seen
	w.forget()
	w.mu.Unlock()
	changed, _ := w.moved(seen)
	return changed
}

// Renew is Changed for who goes on reading: only what has changed is forgotten. The rest
// counts as shown, with its hash, also when it is not looked at again.
func (w *Watch) Renew() []string {
	w.mu.Lock()
	seen := maps.Clone(w.seen)
	w.mu.Unlock()
	changed, standing := w.moved(seen)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen = standing
	for _, name := range changed {
		delete(w.hashes, name)
		delete(w.lists, name)
	}
	return changed
}

// moved gives those of the names seen that are no longer what they were, and the others
// with what they show now.
func (w *Watch) moved(seen map[string]glimpse) (changed []string, standing map[string]glimpse) {
	names := slices.Sorted(maps.Keys(seen))
	now, stands := make([]glimpse, len(names)), make([]bool, len(names))
	_ = cores.Each(len(names), func(i int) error { // which never fails
		was := seen[names[i]]
		now[i], stands[i] = w.again(names[i], was)
		stands[i] = stands[i] && !was.changed
		return nil
	})
	standing = make(map[string]glimpse, len(names))
	for i, name := range names {
		if stands[i] {
			standing[name] = now[i]
		} else {
			changed = append(changed, name)
		}
	}
	return changed, standing
}

// forget begins anew: nothing was shown yet.
func (w *Watch) forget() {
	w.seen, w.hashes, w.lists = map[string]glimpse{}, map[string][sha256.Size]byte{}, map[string][]fs.DirEntry{}
}

// again looks at a name once more, and reports whether it still shows what it showed. A
// file that was only touched has another time then.
func (w *Watch) again(name string, was glimpse) (now glimpse, stands bool) {
	if was.is == folder {
		entries, err := fs.ReadDir(w.fsys, name)
		return was, err == nil && w.listing(entries) == was.sum
	}
	info, err := fs.Stat(w.fsys, name)
	if err != nil {
		return was, was.is == absent && errors.Is(err, fs.ErrNotExist)
	}
	if was.is != file {
		return was, was.is == present
	}
	now = fileGlimpse(info)
	now.sum = was.sum
	if now == was {
		return now, true
	}
	if was.sum == 0 || !info.Mode().IsRegular() {
		return was, false
	}
	_, now, err = w.readFile(name)
	return now, err == nil && now.sum == was.sum
}
