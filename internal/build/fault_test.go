package build

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ronde/internal/seal"
	"ronde/internal/volume"
)

var errKilled = errors.New("killed")

// A fault is a disk on which the n-th change goes wrong.
type fault struct {
	n     int  // counted from 1; 0 for never
	kill  bool // nothing changes after it either, as after a kill
	full  bool // nothing that needs room is done after it either, as on a full disk
	count int
	fired bool
}

func (f *fault) disk() volume.Disk { return volume.Disk{Before: f.before, Volatile: true} }

func (f *fault) before(what volume.Act, path string) error {
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
		if name := filepath.Base(path); name != releaseLock && name != "lock" { // which are empty
			_ = os.WriteFile(path, []byte("ron"), 0o644)
		}
	case volume.ActRemoveAll:
		_ = os.Remove(filepath.Join(path, "edition.yaml"))
		_ = os.RemoveAll(filepath.Join(path, "figures"))
		_ = os.RemoveAll(filepath.Join(path, "nl"))
	}
	if f.kill {
		return errKilled
	}
	return syscall.ENOSPC
}

// visible is what others see of a site: names that begin with a point belong to
// nobody.
func visible(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := readTree(t, dir)
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.Contains(name, "editions/.") })
	return files
}

func july(t testing.TB) seal.ReleaseID { return seal.ReleaseID{Round: month(t, "2022-07"), Number: 1} }

// sealedFiles are the files of an edition by their paths in its folder.
func sealedFiles(t testing.TB, dir string, id seal.ReleaseID) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for name, content := range readTree(t, filepath.Join(dir, filepath.FromSlash(id.Dir()))) {
		files[name] = []byte(content)
	}
	return files
}

// Whatever change a release is stopped at, killed or refused by a full disk:
// there is the edition that was there before, or none, or the whole new one;
// what is left over belongs to nobody, and the next release clears it away.
func TestWriteStoppedAtEveryChange(t *testing.T) {
	id := july(t)
	from := newSite(t)
	mustRelease(t, from, first(t, "2022-07", "2022-08-20"))
	old := sealedFiles(t, from, id)
	mustRelease(t, from, ReleaseRequest{Redo: id, Date: day(t, "2022-08-21"), Dated: true})
	next := sealedFiles(t, from, id)
	for _, files := range []map[string][]byte{old, next} {
		// Of the copies and figures a few stand for all.
		maps.DeleteFunc(files, func(name string, _ []byte) bool {
			return strings.HasPrefix(name, "codebook/data/") || strings.HasPrefix(name, "words.") || (strings.HasPrefix(name, "figures/") && !strings.HasPrefix(name, "figures/key"))
		})
	}
	for _, redo := range []bool{false, true} {
		for _, kill := range []bool{false, true} {
			t.Run(fmt.Sprintf("redo %v, kill %v", redo, kill), func(t *testing.T) {
				t.Parallel()
				prepare := func() (dir string) {
					dir = t.TempDir()
					if redo {
						if err := writeEdition(volume.Disk{Volatile: true}, dir, id, old, false); err != nil {
							t.Fatal(err)
						}
					}
					return dir
				}
				release := func(d volume.Disk, dir string) error {
					if err := restoreEditions(d, dir); err != nil {
						return err
					}
					return writeEdition(d, dir, id, next, redo)
				}
				before := visible(t, prepare())
				done := prepare()
				if err := release(volume.Disk{Volatile: true}, done); err != nil {
					t.Fatal(err)
				}
				after := readTree(t, done)
				outcomes := map[string]int{}
				for n := 1; ; n++ {
					dir := prepare()
					f := &fault{n: n, kill: kill}
					err := release(f.disk(), dir)
					if !f.fired {
						break
					}
					got := visible(t, dir)
					switch {
					case maps.Equal(got, after):
						outcomes["after"]++
					case maps.Equal(got, before):
						outcomes["before"]++
						if err == nil {
							t.Errorf("change %d: nothing was released, and nothing said", n)
						}
					case redo && kill && len(got) == 0:
						// Between the two renames; the next release puts it back.
						outcomes["moved"]++
					default:
						t.Errorf("change %d: neither what was before nor what was released", n)
						sameTree(t, before, got)
					}
					if !maps.Equal(got, after) {
						err = release(volume.Disk{Volatile: true}, dir)
					} else {
						err = restoreEditions(volume.Disk{Volatile: true}, dir)
					}
					if err != nil {
						t.Errorf("change %d: the next release: %v", n, err)
					}
					sameTree(t, after, readTree(t, dir))
				}
				if want := len(next); outcomes["before"] < want || (redo && outcomes["after"] == 0) {
					t.Errorf("the faults hit too little: %v", outcomes)
				}
			})
		}
	}
}

// The same through the whole command, for each kind of release and with a check
// in between, at the changes that matter: the lock, the folder, a file, the
// renames, and the lock file, which a killed release leaves and which locks
// nothing.
func TestReleaseStopped(t *testing.T) {
	for _, c := range []struct {
		name    string
		start   string
		request ReleaseRequest
	}{
		{"first", newSite(t), first(t, "2022-07", "2022-08-20")},
		{"correction", releasedSite(t), correction(t, "2022-07", "2022-10-01", "2022-08/dvz/attestations")},
		{"redo", releasedSite(t), ReleaseRequest{Redo: seal.ReleaseID{Round: month(t, "2022-08"), Number: 1}, Date: day(t, "2022-10-01"), Dated: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := t.TempDir()
			copySite(t, done, c.start)
			clean := &fault{}
			if r := release(clean.disk(), os.DirFS(done), done, c.request); r.Err != nil || len(r.Summary) == 0 {
				t.Fatal(r.Err, r.Findings)
			}
			want, total := readTree(t, done), clean.count
			aside := 0
			for _, n := range []int{1, 2, 3, total / 2, total - 3, total - 2, total - 1, total} {
				dir := t.TempDir()
				copySite(t, dir, c.start)
				f := &fault{n: n, kill: true}
				r := release(f.disk(), os.DirFS(dir), dir, c.request)
				if !f.fired || (r.Err == nil) != (len(r.Summary) > 0) {
					t.Errorf("change %d: %v, %q", n, r.Err, r.Summary)
				}
				if found := examine(os.DirFS(dir)); len(found) == 1 && found[0].ID == "edition-aside" {
					aside++
				} else if len(found) > 0 {
					t.Errorf("change %d: %v", n, found)
				}
				if r.Err != nil {
					mustRelease(t, dir, c.request)
				} else if again := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, first(t, "2022-07", "2022-10-01")); again.Err == nil {
					t.Errorf("change %d: released twice", n) // what it is asked for cannot be, and it clears up all the same
				}
				sameTree(t, want, readTree(t, dir))
			}
			if redo := c.name == "redo"; (aside > 0) != redo {
				t.Errorf("%d times the edition was not in its place", aside)
			}
		})
	}
}

// A disk that is full from some write on, half of which is written: nothing is
// released, the message says what to do, and nothing takes up room until then.
func TestReleaseOnAFullDisk(t *testing.T) {
	start := newSite(t)
	before := readTree(t, start)
	total := changes(t, start)
	for n := 1; n < total-1; n++ { // renaming the edition and removing the lock need no room
		dir := t.TempDir()
		copySite(t, dir, start)
		f := &fault{n: n, full: true}
		r := release(f.disk(), os.DirFS(dir), dir, first(t, "2022-07", "2022-08-20"))
		if !f.fired || len(r.Summary) > 0 || !errors.Is(r.Err, syscall.ENOSPC) ||
			!strings.HasPrefix(r.Err.Error(), "nothing was released: the disk is full: make room on it, and release again (") {
			t.Errorf("full at change %d: %v, %q", n, r.Err, r.Summary)
		}
		sameTree(t, before, readTree(t, dir))
		_ = os.RemoveAll(dir)
	}
}

// Where nothing can be written at all, a release says so.
func TestReleaseInAReadOnlyFolder(t *testing.T) {
	dir := newSite(t)
	before := readTree(t, dir)
	for err, says := range map[error]string{
		syscall.EROFS:  "nothing was released: the disk can be read only: make it writable, or use a folder on another disk, and release again (",
		syscall.EACCES: "nothing was released: writing is not allowed: look who may write there, and whether another program has a file of it open, and release again (",
	} {
		d := volume.Disk{Volatile: true, Before: func(volume.Act, string) error { return err }}
		r := release(d, os.DirFS(dir), dir, first(t, "2022-07", "2022-08-20"))
		if len(r.Summary) > 0 || r.Err == nil || !strings.HasPrefix(r.Err.Error(), says) {
			t.Errorf("%v: %v, %q", err, r.Err, r.Summary)
		}
		sameTree(t, before, readTree(t, dir))
	}
}

// changes counts the changes of a release that goes well.
func changes(t testing.TB, start string) int {
	dir := t.TempDir()
	copySite(t, dir, start)
	f := &fault{}
	if r := release(f.disk(), os.DirFS(dir), dir, first(t, "2022-07", "2022-08-20")); r.Err != nil {
		t.Fatal(r.Err)
	}
	return f.count
}

func copySite(t testing.TB, to, from string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// A repair that is itself stopped leaves what the next one repairs.
func TestRepairStoppedAtEveryChange(t *testing.T) {
	start := newSite(t)
	mustRelease(t, start, first(t, "2022-07", "2022-08-20"))
	before := readTree(t, start)
	editions := filepath.Join(start, "content", "reports", "2022-07", "editions")
	// Killed between the two renames of a redo, with a stage beside it.
	if err := os.CopyFS(filepath.Join(editions, ".1-77"+newSuffix), os.DirFS(filepath.Join(editions, "1"))); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(editions, "1"), filepath.Join(editions, ".1"+oldSuffix)); err != nil {
		t.Fatal(err)
	}
	for n := 1; ; n++ {
		dir := t.TempDir()
		copySite(t, dir, start)
		f := &fault{n: n, kill: true}
		err := restoreEditions(f.disk(), dir)
		if !f.fired {
			if err != nil || n < 3 {
				t.Errorf("%d changes, %v", n-1, err)
			}
			return
		}
		if err := restoreEditions(volume.Disk{}, dir); err != nil {
			t.Errorf("change %d: %v", n, err)
		}
		sameTree(t, before, readTree(t, dir))
	}
}

// Two releases at once, of one round or of two, wherever the first one stands:
// it writes its edition as if alone, the second says that another one runs.
func TestTwoReleasesAtOnce(t *testing.T) {
	start := newSite(t)
	done := t.TempDir()
	copySite(t, done, start)
	mustRelease(t, done, first(t, "2022-07", "2022-08-20"))
	want := readTree(t, done)
	total := changes(t, start)
	for _, second := range []string{"2022-07", "2022-08"} {
		for _, n := range []int{2, 3, total / 2, total - 1, total} {
			dir := t.TempDir()
			copySite(t, dir, start)
			count := 0
			d := volume.Disk{Volatile: true, Before: func(volume.Act, string) error {
				if count++; count == n {
					other := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, first(t, second, "2022-09-20"))
					if len(other.Summary) > 0 || other.Err == nil || other.Err.Error() != "nothing was released: another release is running in this folder: wait until it has ended" {
						t.Errorf("change %d: the second release: %v, %q", n, other.Err, other.Summary)
					}
				}
				return nil
			}}
			if r := release(d, os.DirFS(dir), dir, first(t, "2022-07", "2022-08-20")); r.Err != nil || len(r.Summary) == 0 {
				t.Errorf("change %d: the first release: %v", n, r.Err)
			}
			sameTree(t, want, readTree(t, dir))
		}
	}
}

// Where no lock reaches, as between two machines on some network drives, an
// edition that another release wrote in the meantime is not overwritten.
func TestEditionThatCameInTheMeantime(t *testing.T) {
	dir, id := t.TempDir(), july(t)
	err := writeEdition(volume.Disk{Volatile: true}, dir, id, map[string][]byte{"edition.yaml": []byte("theirs")}, false)
	if err != nil {
		t.Fatal(err)
	}
	before := readTree(t, dir)
	err = writeEdition(volume.Disk{Volatile: true}, dir, id, map[string][]byte{"edition.yaml": []byte("ours")}, false)
	if err == nil || err.Error() != "nothing was released: another release wrote 2022-07@1 in the meantime" {
		t.Errorf("written over: %v", err)
	}
	sameTree(t, before, readTree(t, dir))
}
