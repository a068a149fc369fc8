package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/volume"
)

var errKilled = errors.New("killed")

// A fault is a disk on which the n-th change goes wrong.
type fault struct {
	n         int    // counted from 1; 0 for never
	kill      bool   // nothing changes after it either, as after a kill
	full      bool   // nothing that needs room is done after it either, as on a full disk
	immovable string // a folder that cannot be renamed
	count     int
	fired     bool
}

func (f *fault) disk() volume.Disk { return volume.Disk{Before: f.before, Volatile: true} }

func (f *fault) before(what volume.Act, path string) error {
	if what == volume.ActRename && path == f.immovable {
		return syscall.EBUSY
	}
	if f.fired && f.kill {
		return errKilled
	}
	f.count++
	needsRoom := what == volume.ActMkdir || what == volume.ActWrite || what == volume.ActLink
	if f.full && !needsRoom || f.count != f.n && !(f.full && f.fired) {
		return nil
	}
	f.fired = true
	// The change that fails is half done where it has halves.
	switch what {
	case volume.ActWrite:
		if filepath.Base(path) != "lock" { // which is empty
			_ = os.WriteFile(path, []byte("to"), 0o644)
		}
	case volume.ActRemoveAll:
		tearDown(path)
	}
	if f.kill {
		return errKilled
	}
	return syscall.ENOSPC
}

// tearDown removes the files of a tree that a removal meets first, manifests
// included.
func tearDown(root string) {
	_ = os.Remove(filepath.Join(root, ManifestName))
	entries, _ := os.ReadDir(root)
	for i, e := range entries {
		if i%2 == 0 {
			_ = os.RemoveAll(filepath.Join(root, e.Name()))
		}
	}
}

// scenario is a target before a build and the files that are built. Names
// change their kind, folders come and go, the order of names matters.
var scenario = struct{ old, foreign, next tree }{
	old: tree{
		"index.html": "old", "same.css": "same", "a-file": "old", "a-folder/x.html": "old", "gone/deep/page.html": "old", "nl/index.html": "old",
	},
	foreign: tree{"CNAME": "figures.example", ".git/HEAD": "ref", ".git/refs/": "", "nl/hand.pdf": "pdf", "gone/note.txt": "note"},
	next: tree{
		"index.html": "new", "same.css": "same", "a-file/x.html": "new", "a-folder": "new", "fr/index.html": "new", "nl/index.html": "new!",
	},
}

// A case of a fault test: what the target is before, and whether it can move.
type start struct {
	name      string
	target    bool
	immovable bool
	takesOver bool // same.css is taken from the target
}

var starts = []start{
	{name: "swap", target: true},
	{name: "first"},
	{name: "in place", target: true, immovable: true},
	{name: "first in place", immovable: true}, // an empty mount point
	{name: "taking over", target: true, takesOver: true},
	{name: "taking over in place", target: true, immovable: true, takesOver: true},
}

// prepare makes the target and gives the tree that it is.
func (s start) prepare(t *testing.T) (target string, old tree) {
	target = filepath.Join(t.TempDir(), "public")
	switch {
	case s.target:
		mustPublish(t, target, scenario.old, Options{})
		writeTree(t, target, scenario.foreign)
	case s.immovable:
		writeTree(t, target, tree{"./": ""})
	}
	return target, readTree(t, target)
}

// next gives the tree that the target is after a build.
func (s start) next(t *testing.T) tree {
	if s.target {
		return published(t, scenario.next, scenario.foreign)
	}
	return published(t, scenario.next, nil)
}

// publish publishes what comes next.
func (s start) publish(target string, d volume.Disk) (Summary, error) {
	if s.takesOver {
		return takeOver(target, scenario.next, []string{"same.css"}, Options{}, d)
	}
	return publishAll(target, scenario.next, Options{}, d)
}

func (s start) fault(target string, n int, kill bool) *fault {
	f := &fault{n: n, kill: kill}
	if s.immovable {
		f.immovable = target
	}
	return f
}

// oneOf fails unless a tree is one of two.
func oneOf(t *testing.T, got, old, next tree) {
	t.Helper()
	if !maps.Equal(got, old) && !maps.Equal(got, next) {
		t.Errorf("neither the old tree nor the new one\nagainst old (-old +got):\n%s\nagainst new (-new +got):\n%s", cmp.Diff(old, got), cmp.Diff(next, got))
	}
}

// reopen begins and discards on a sound disk, which repairs.
func reopen(s start, target string) error {
	st, err := Begin(s.fault(target, 0, false).disk(), target, Options{})
	if err != nil {
		return err
	}
	return st.Discard()
}

// Killed at any change, a run leaves what the next one repairs to the old tree
// or the new one, foreign files included and nothing else; so does a repair that
// is killed itself.
func TestKilledAtEveryChange(t *testing.T) {
	for _, s := range starts {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			next := s.next(t)
			outcomes := map[bool]int{}
			for n := 1; ; n++ {
				target, old := s.prepare(t)
				f := s.fault(target, n, true)
				_, err := s.publish(target, f.disk())
				if !f.fired {
					if err != nil {
						t.Errorf("no fault, and yet: %v", err)
					}
					break
				}
				if err == nil {
					// Only a work folder that is empty may stay without a word.
					sameTree(t, next, readTree(t, target))
				}
				if now := readTree(t, target); now != nil && !s.immovable {
					oneOf(t, now, old, next)
				}
				for m := 1; ; m++ {
					again := s.fault(target, m, true)
					st, err := Begin(again.disk(), target, Options{})
					if st != nil {
						_ = st.Discard()
					}
					if !again.fired {
						if err != nil {
							t.Fatalf("killed at change %d: repair: %v", n, err)
						}
						break
					}
				}
				got := readTree(t, target)
				oneOf(t, got, old, next)
				nothingBeside(t, target)
				_ = os.RemoveAll(filepath.Dir(target)) // some hundred trees are many for one test
				outcomes[maps.Equal(got, next)]++
				if t.Failed() {
					t.Fatalf("killed at change %d", n)
				}
			}
			if outcomes[true] == 0 || outcomes[false] < len(scenario.next) {
				t.Errorf("%d kills ended in the old tree, %d in the new one: the test does not reach both sides", outcomes[false], outcomes[true])
			}
		})
	}
}

// After a change that fails once, on a full disk for example, an error says
// whether the old tree stands; without an error the new one does.
func TestFailureAtEveryChange(t *testing.T) {
	for _, s := range starts {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			next := s.next(t)
			for n := 1; ; n++ {
				target, old := s.prepare(t)
				f := s.fault(target, n, false)
				_, err := s.publish(target, f.disk())
				if !f.fired {
					break
				}
				got := readTree(t, target)
				switch {
				case err == nil:
					sameTree(t, next, got)
				case !errors.Is(err, syscall.ENOSPC):
					t.Errorf("the cause is lost: %v", err)
				case !errors.Is(err, ErrUnfinished):
					sameTree(t, old, got)
				}
				if err := reopen(s, target); err != nil {
					t.Fatalf("change %d failed: repair: %v", n, err)
				}
				oneOf(t, readTree(t, target), old, next)
				nothingBeside(t, target)
				_ = os.RemoveAll(filepath.Dir(target))
				if t.Failed() {
					t.Fatalf("change %d failed with %v", n, err)
				}
			}
		})
	}
}

// A disk that is full from some write on, half of which is written: the old tree
// stands or the next build completes the new one, the message says what to do,
// and nothing takes up room until then.
func TestDiskFullFromEveryWriteOn(t *testing.T) {
	for _, s := range starts {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			next := s.next(t)
			for n, hits := 1, 0; ; n++ {
				target, old := s.prepare(t)
				f := s.fault(target, n, false)
				f.full = true
				_, err := s.publish(target, f.disk())
				if !f.fired && f.count < n {
					if hits < len(scenario.next) {
						t.Errorf("%d faults only", hits)
					}
					break
				}
				got := readTree(t, target)
				switch {
				case !f.fired:
					continue // the n-th change needs no room
				case err == nil:
					sameTree(t, next, got)
				case errors.Is(err, ErrUnfinished):
					if !strings.HasPrefix(err.Error(), target+": the disk is full, so publishing was interrupted: make room on it; the next build completes it (") {
						t.Errorf("said: %v", err)
					}
				default:
					if !strings.HasPrefix(err.Error(), target+": the disk is full, so nothing was published: make room on it, and build again (") {
						t.Errorf("said: %v", err)
					}
					sameTree(t, old, got)
					nothingBeside(t, target)
				}
				hits++
				if err := reopen(s, target); err != nil {
					t.Fatalf("full at change %d: repair: %v", n, err)
				}
				oneOf(t, readTree(t, target), old, next)
				nothingBeside(t, target)
				_ = os.RemoveAll(filepath.Dir(target))
				if t.Failed() {
					t.Fatalf("full at change %d: %v", n, err)
				}
			}
		})
	}
}

// Nothing can be written, as on a read-only file system: an error with the
// cause, and everything as it was.
func TestReadOnly(t *testing.T) {
	for _, s := range starts {
		t.Run(s.name, func(t *testing.T) {
			target, old := s.prepare(t)
			d := volume.Disk{Volatile: true, Before: func(volume.Act, string) error { return syscall.EROFS }}
			if _, err := s.publish(target, d); !errors.Is(err, syscall.EROFS) {
				t.Errorf("Publish: %v, want the cause", err)
			}
			sameTree(t, old, readTree(t, target))
			nothingBeside(t, target)
		})
	}
}

// The folder beside the target can be written, the target can neither be
// renamed nor filled: the old tree stands and nothing waits to be repaired.
func TestReadOnlyTarget(t *testing.T) {
	target, old := starts[0].prepare(t)
	d := volume.Disk{Volatile: true, Before: func(what volume.Act, path string) error {
		rel, err := filepath.Rel(target, path)
		if err == nil && filepath.IsLocal(rel) && what != volume.ActFlush {
			return syscall.EACCES
		}
		return nil
	}}
	_, err := publishAll(target, scenario.next, Options{}, d)
	if !errors.Is(err, syscall.EACCES) || errors.Is(err, ErrUnfinished) {
		t.Errorf("Publish: %v, want a clean refusal", err)
	}
	sameTree(t, old, readTree(t, target))
	nothingBeside(t, target)
}

// A full disk at any byte of the stage: WriteFile tells the cause, Publish does
// not go on.
func TestDiskFullWhileStaging(t *testing.T) {
	target, old := starts[0].prepare(t)
	d := volume.Disk{Volatile: true, Before: func(what volume.Act, path string) error {
		if what == volume.ActWrite && filepath.Base(path) == "x.html" {
			return syscall.ENOSPC
		}
		return nil
	}}
	s, err := stageAll(target, scenario.next, Options{}, d)
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("WriteFile: %v", err)
	}
	if _, err := s.Publish(); !errors.Is(err, ErrIncomplete) || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("Publish: %v", err)
	}
	if err := s.Discard(); err != nil {
		t.Error(err)
	}
	sameTree(t, old, readTree(t, target))
	nothingBeside(t, target)
}

// killAt runs a build that is killed before the n-th change of one kind.
func killAt(t *testing.T, target, base string) {
	t.Helper()
	killed := false
	d := volume.Disk{Volatile: true, Before: func(what volume.Act, path string) error {
		if what == volume.ActRename && filepath.Base(path) == base {
			killed = true
		}
		if killed {
			return errKilled
		}
		return nil
	}}
	_, err := publishAll(target, scenario.next, Options{}, d)
	if !killed || err == nil {
		t.Fatalf("not killed before renaming %s: %v", base, err)
	}
}

// Between the two renames the target has no name. What somebody puts there is
// not lost; an empty folder is no hindrance.
func TestTargetMadeAnewAfterAKill(t *testing.T) {
	target, _ := starts[0].prepare(t)
	next := starts[0].next(t)
	killAt(t, target, "stage")
	if volume.Exists(target) {
		t.Fatal("the target has its name")
	}
	writeTree(t, target, tree{"restored.html": "from a backup"})
	if _, err := Begin(quick, target, Options{}); !errors.Is(err, ErrRecreated) {
		t.Errorf("Begin: %v, want ErrRecreated", err)
	}
	sameTree(t, tree{"restored.html": "from a backup"}, readTree(t, target))
	if err := os.Remove(filepath.Join(target, "restored.html")); err != nil {
		t.Fatal(err)
	}
	if err := reopen(starts[0], target); err != nil {
		t.Fatal(err)
	}
	sameTree(t, next, readTree(t, target))
	nothingBeside(t, target)
}

// Whatever is missing from the work folder after a kill, a tree comes back.
func TestWorkFolderDamagedAfterAKill(t *testing.T) {
	for _, base := range []string{"public", "stage", "old"} {
		for _, lost := range []string{"stage", "journal"} {
			t.Run(fmt.Sprintf("%s, %s lost", base, lost), func(t *testing.T) {
				target, old := starts[0].prepare(t)
				next := starts[0].next(t)
				killAt(t, target, base)
				if err := os.RemoveAll(filepath.Join(filepath.Dir(target), ".public.ronde", lost)); err != nil {
					t.Fatal(err)
				}
				if err := reopen(starts[0], target); err != nil {
					t.Fatal(err)
				}
				oneOf(t, readTree(t, target), old, next)
				nothingBeside(t, target)
			})
		}
	}
}

func TestJournalOfAnotherVersion(t *testing.T) {
	target, old := starts[0].prepare(t)
	work := filepath.Join(filepath.Dir(target), ".public.ronde")
	writeTree(t, work, tree{"journal": `{"format":"ronde-journal/7"}`, "stage/index.html": "x"})
	if _, err := Begin(quick, target, Options{}); err == nil {
		t.Error("a journal that nobody understands was obeyed")
	}
	sameTree(t, old, readTree(t, target))
	if left := slices.Sorted(maps.Keys(readTree(t, work))); !slices.Contains(left, "journal") || !slices.Contains(left, "stage/index.html") {
		t.Errorf("removed from the work folder: %v is left", left)
	}
}

// Without a name to move to, the tree is filled in place, and says so.
func TestInPlace(t *testing.T) {
	for _, s := range starts {
		if !s.immovable {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			target, _ := s.prepare(t)
			next := s.next(t)
			sum, err := s.publish(target, s.fault(target, 0, false).disk())
			if err != nil || !sum.InPlace {
				t.Errorf("Publish: %+v, %v", sum, err)
			}
			sameTree(t, next, readTree(t, target))
			nothingBeside(t, target)
		})
	}
}
