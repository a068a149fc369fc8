package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"ronde/internal/volume"
)

// Options say what kind of tree is built.
type Options struct {
	// Draft marks a tree of unreleased reports; it is never written over a
	// published one.
	Draft bool
	// BaseURL is where the tree will stand, such as https://example.org/figures/,
	// or nothing when that is not known. Links that begin with it are internal.
	BaseURL string
	// Inputs is the digest of what the tree is made from, for its manifest; "" for
	// none. [Stands] asks for it.
	Inputs string
	// Standing is what [Stands] found at the target, when it was asked; its manifest is
	// not read again as long as it is the same.
	Standing Standing
}

// A Stage receives the files of a new tree. The files are on disk, only their
// addresses, anchors, links and hashes stay in memory. WriteFile may be called
// from several goroutines at once, the other methods from one, after the last
// WriteFile.
type Stage struct {
	name    string // the target as given
	place   place
	lock    *volume.Lock
	options Options
	before  *listing // of the target at the beginning
	// target gives what stands in the target, as it was when first asked for.
	target func() (survey, error)
	// standing gives the files of the target that the new tree may take over, by path,
	// as they were seen when something was first to be taken over.
	standing func() (map[string]fs.FileInfo, error)

	mu      sync.Mutex
	failed  error // the first failure of WriteFile
	closed  bool
	names   names
	folders map[string]bool // made in the stage
	files   map[string]*staged
	links   linkTable
	reused  map[string]fs.FileInfo // files taken over from the target, as they were there
}

// staged is what is remembered of a file of the new tree.
type staged struct {
	size     int64
	sum      [sha256.Size]byte
	anchors  anchors
	pending  []link    // that were not looked at yet
	links    []linkID  // that led nowhere when they were looked at
	findings []Finding // what the file alone shows
}

// Begin makes ready to replace the tree at target, a folder that need not exist
// yet. It takes the lock beside the target and repairs what a killed run left.
//
// The error is a [TargetError], with ErrBusy, ErrPublished, ErrNotOurs,
// ErrNotFolder, ErrManifest, ErrRecreated or an error of the file system in it.
// The target is then as it was.
//
// Every Stage is ended by Publish or Discard; until then the target is locked.
func Begin(d volume.Disk, target string, o Options) (*Stage, error) {
	fail := func(err error) (*Stage, error) { return nil, &TargetError{target, err} }
	p, err := find(target, d)
	if err != nil {
		return fail(err)
	}
	held, err := p.hold()
	if err != nil {
		_ = d.Remove(p.work) // of another run it is not empty
		return fail(err)
	}
	s := &Stage{
		name: target, place: p, lock: held, options: o,
		names: names{}, folders: map[string]bool{".": true}, files: map[string]*staged{}, reused: map[string]fs.FileInfo{},
	}
	if err := s.open(); err != nil {
		return fail(errors.Join(err, s.leave()))
	}
	return s, nil
}

// hold takes the lock. The process that had it before removes the work folder
// when it leaves, perhaps just now, so it is made again a few times.
func (p place) hold() (held *volume.Lock, err error) {
	for range 10 {
		if err = p.disk.MkdirAll(p.work, 0o755); err != nil {
			return nil, err
		}
		if err = p.disk.Ask(volume.ActWrite, p.lock()); err != nil {
			return nil, err
		}
		held, err = volume.Take(p.lock())
		switch {
		case errors.Is(err, volume.ErrHeld):
			return nil, ErrBusy
		case !errors.Is(err, fs.ErrNotExist):
			return held, err
		}
	}
	return nil, err
}

func (s *Stage) open() error {
	if err := s.place.repair(); err != nil {
		return err
	}
	before, err := readListing(s.place.target, s.options.Standing.listing)
	if err != nil {
		return err
	}
	s.before = before
	s.target = sync.OnceValues(func() (survey, error) { return look(s.place.target, before) })
	s.standing = sync.OnceValues(s.unaltered)
	if before.found() {
		if s.options.Draft && !before.Draft {
			return ErrPublished
		}
	} else if tree, err := s.target(); err != nil {
		return err
	} else if slices.ContainsFunc(tree.foreign, visible) {
		return ErrNotOurs
	}
	return s.place.disk.Mkdir(s.place.stage(), 0o755)
}

// visible tells whether an entry stands in no folder whose name begins with a
// dot, and has no such name itself.
func visible(e entry) bool { return e.path[0] != '.' }

// leave drops the lock and removes the work folder unless something is in it
// that the next run needs.
func (s *Stage) leave() error {
	s.closed = true
	err := s.lock.Release(s.place.disk.Remove)
	// Not empty, it holds what the next run repairs, or already that run's lock.
	_ = s.place.disk.Remove(s.place.work)
	return err
}

// WriteFile puts a file into the new tree. The path is relative, with slashes.
// A path that a published tree cannot have gives a [NameError]; other errors
// are a [TargetError] with one of the file system in it, that of a full disk for
// example. After any error the tree is not published.
func (s *Stage) WriteFile(name string, content []byte) error {
	if err := s.writeFile(name, content); err != nil {
		return s.fail(err)
	}
	return nil
}

// WriteFrom puts a file into the tree as it is made, which may be larger than memory. Its
// links are not looked at: it is for data, and no page.
func (s *Stage) WriteFrom(name string, write func(io.Writer) error) error {
	if err := s.writeFrom(name, write); err != nil {
		return s.fail(err)
	}
	return nil
}

func (s *Stage) writeFrom(name string, write func(io.Writer) error) error {
	if err := s.enter(name); err != nil {
		return err
	}
	file, sum := &staged{}, sha256.New()
	err := s.place.disk.WriteFrom(s.staged(name), func(to io.Writer) error {
		size := &counter{}
		err := write(io.MultiWriter(to, sum, size))
		file.size = size.bytes
		return err
	})
	if err != nil {
		return err
	}
	file.sum = [sha256.Size]byte(sum.Sum(nil))
	s.register(name, file, nil)
	return nil
}

// A counter counts what is written to it.
type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}

// fail notes the first failure to put a file into the tree, and says which tree it is.
func (s *Stage) fail(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failed == nil {
		s.failed = err
	}
	var unfit *NameError
	if errors.As(err, &unfit) {
		return err
	}
	return &TargetError{s.name, err}
}

func (s *Stage) writeFile(name string, content []byte) error {
	if err := s.enter(name); err != nil {
		return err
	}
	if err := s.place.disk.Write(s.staged(name), content); err != nil {
		return err
	}
	file := &staged{size: int64(len(content)), sum: sha256.Sum256(content)}
	s.register(name, file, file.examine(name, scan(name, content), s.options.BaseURL))
	return nil
}

// register remembers a file of the new tree, with its links to others.
func (s *Stage) register(name string, file *staged, links []link) {
	s.mu.Lock()
	defer s.mu.Unlock()
	file.pending = links
	s.files[name] = file
}

// Settle looks at the links of files that were written, and forgets those whose
// destination is in the new tree already: nothing is ever taken out of it. Most links of
// a page lead to what is made together with it, and a large site has a million.
func (s *Stage) Settle(names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range names {
		if file, ok := s.files[name]; ok {
			s.settle(file)
		}
	}
}

func (s *Stage) settle(file *staged) {
	for _, l := range file.pending {
		if s.follow(l.to) != "" {
			file.links = append(file.links, s.links.id(l))
		}
	}
	file.pending = nil
	slices.Sort(file.links)
	file.links = slices.Clip(slices.Compact(file.links))
}

// enter reserves a name and makes its folder.
func (s *Stage) enter(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return ErrClosed
	}
	if reason := checkName(name); reason != "" {
		return &NameError{name, reason}
	}
	if reason := s.names.add(name); reason != "" {
		return &NameError{name, reason}
	}
	return s.folder(path.Dir(name))
}

func (s *Stage) folder(dir string) error {
	if s.folders[dir] {
		return nil
	}
	if err := s.folder(path.Dir(dir)); err != nil {
		return err
	}
	if err := s.place.disk.Mkdir(s.staged(dir), 0o755); err != nil {
		return err
	}
	s.folders[dir] = true
	return nil
}

func (s *Stage) staged(name string) string {
	return filepath.Join(s.place.stage(), filepath.FromSlash(name))
}

// A Summary tells what Publish did.
type Summary struct {
	Files     int   // in the new tree, without manifest and foreign files
	Bytes     int64 // in those files
	Added     int   // files that the old manifest did not list
	Changed   int   // files with other content than the old manifest says
	Unchanged int
	Removed   []string // files of the old manifest that the new tree lacks, sorted
	Altered   []string // files of Ronde's that somebody had altered, now replaced or removed, sorted
	Foreign   int      // foreign files and links carried over; folders are not counted
	InPlace   bool     // the target could not be renamed and was filled file by file
}

// Publish puts the new tree in place of the old one and drops the lock.
//
// The error is a [ConflictError] when foreign files are in the way, and a
// [TargetError] otherwise. The old tree then stands as it was, and Discard
// removes the stage, except after ErrUnfinished: then the summary is filled, the
// new tree is in place or will be after the next Begin, which also clears up.
func (s *Stage) Publish() (Summary, error) {
	if s.closed {
		return Summary{}, &TargetError{s.name, ErrClosed}
	}
	if s.failed != nil {
		return Summary{}, &TargetError{s.name, fmt.Errorf("%w (%w)", ErrIncomplete, s.failed)}
	}
	sum, err := s.publish()
	if err == nil || errors.Is(err, ErrUnfinished) {
		err = errors.Join(err, unfinished(s.leave()))
	}
	var conflict *ConflictError
	if err != nil && !errors.As(err, &conflict) {
		err = &TargetError{s.name, err}
	}
	return sum, err
}

func (s *Stage) publish() (Summary, error) {
	p, d := s.place, s.place.disk
	// The target may have been changed by hand since Begin; by Ronde it cannot,
	// as the lock is ours.
	before, err := look(p.target, s.before)
	if err != nil {
		return Summary{}, err
	}
	if in := before.conflicts(s.names); in != nil {
		return Summary{}, &ConflictError{in}
	}
	manifest := s.manifest()
	sum := summarise(manifest, before)
	// What is taken over was found unaltered.
	rest := slices.DeleteFunc(before.ours, func(e entry) bool { return s.reused[e.path] != nil })
	seen, err := before.listing.examine(p.target, rest)
	if err != nil {
		return Summary{}, err
	}
	sum.Altered = altered(seen)
	if err := carry(d, before.foreign, p.target, p.stage()); err != nil {
		return Summary{}, err
	}
	if err := d.Write(s.staged(ManifestName), manifest.encode()); err != nil {
		return Summary{}, err
	}
	// A deployment may have opened the folder to a group.
	if info, err := os.Stat(p.target); err == nil {
		if err := d.Chmod(p.stage(), info.Mode()|0o700); err != nil {
			return Summary{}, err
		}
	}
	if err := d.FlushContent(p.stage()); err != nil {
		return Summary{}, err
	}
	sum.InPlace, err = p.install(before.listing)
	switch {
	case err == nil:
		_ = s.vouch(manifest) // or the next build reads them again
	case !errors.Is(err, ErrUnfinished):
		return Summary{}, err
	}
	return sum, err
}

func (s *Stage) manifest() Manifest {
	m := Manifest{Draft: s.options.Draft, Inputs: s.options.Inputs, Files: make([]File, 0, len(s.files))}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		file := s.files[name]
		m.Files = append(m.Files, File{name, file.size, hex.EncodeToString(file.sum[:])})
	}
	return m
}

// summarise tells what a new tree changes, but for what somebody had altered.
func summarise(next Manifest, before survey) Summary {
	sum := Summary{Files: len(next.Files)}
	was, is := before.listing, next.owned()
	for _, f := range next.Files {
		sum.Bytes += f.Size
		switch old, ok := was.files[f.Path]; {
		case !ok:
			sum.Added++
		case old != f:
			sum.Changed++
		default:
			sum.Unchanged++
		}
	}
	for _, f := range was.Files {
		if _, ok := is.files[f.Path]; !ok {
			sum.Removed = append(sum.Removed, f.Path)
		}
	}
	for _, e := range before.foreign {
		if !e.IsDir() {
			sum.Foreign++
		}
	}
	return sum
}

// Discard removes the stage and drops the lock; the target stays as it is. After
// Publish has succeeded it does nothing, so that it can be deferred.
func (s *Stage) Discard() error {
	if s.closed {
		return nil
	}
	err := s.place.clear()
	if err = errors.Join(err, s.leave()); err != nil {
		return &TargetError{s.name, err}
	}
	return nil
}
