package publish

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ronde/internal/volume"
)

var (
	vouched = tree{"index.html": "<p>old", "nl/index.html": "<p>3 159", "fr/index.html": "<p>3 156"}
	later   = tree{"index.html": "<p>new", "nl/index.html": "<p>3 159", "fr/index.html": "<p>3 156"}
	over    = []string{"nl/index.html", "fr/index.html"}
	inputs  = strings.Repeat("a", 64)
)

// tookOver is a target after a build that took two of three files over.
func tookOver(t *testing.T, d volume.Disk) string {
	t.Helper()
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, vouched, Options{})
	if _, err := takeOver(target, later, over, Options{Inputs: inputs}, d); err != nil {
		t.Fatal(err)
	}
	return target
}

// seen are the files of a tree as the next build sees them.
func seen(t *testing.T, target string) (*listing, []sight) {
	t.Helper()
	s, err := look(target, nil)
	if err != nil {
		t.Fatal(err)
	}
	sights, err := s.listing.examine(target, s.ours)
	if err != nil {
		t.Fatal(err)
	}
	return s.listing, sights
}

// read counts those that had to be read.
func read(sights []sight) (n int) {
	for _, s := range sights {
		if s.read {
			n++
		}
	}
	return n
}

// forge alters a file by as many bytes, and gives it the time that it had.
func forge(t *testing.T, name string) {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	alter(t, name)
	if err := os.Chtimes(name, time.Time{}, info.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// alter alters a file by as many bytes.
func alter(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text[len(text)-1]++
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Files that were taken over are not read by the next build, nor by the one after it.
func TestTakenOverFilesAreNotReadAgain(t *testing.T) {
	target := tookOver(t, quick)
	for range 2 {
		if _, sights := seen(t, target); len(sights) != 3 || read(sights) != 0 {
			t.Errorf("%d of %d files were read", read(sights), len(sights))
		}
		if _, err := takeOver(target, later, over, Options{Inputs: inputs}, quick); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := Stands(volume.Disk{}, target, inputs); !ok {
		t.Error("the tree does not stand")
	}
}

// In place nothing is written of what is taken over, and the manifest vouches too.
func TestTakingOverInPlace(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, vouched, Options{})
	f, written := &fault{immovable: target}, 0
	d := quick
	d.Before = func(what volume.Act, path string) error {
		if what == volume.ActWrite && filepath.Base(path) == inPlaceName {
			written++
		}
		return f.before(what, path)
	}
	sum, err := takeOver(target, later, over, Options{Inputs: inputs}, d)
	if err != nil || !sum.InPlace {
		t.Fatalf("%+v, %v", sum, err)
	}
	if written != 2 { // index.html and the manifest
		t.Errorf("%d files were written into the target", written)
	}
	if _, sights := seen(t, target); read(sights) != 0 {
		t.Errorf("%d files were read", read(sights))
	}
}

// Whatever is altered once the manifest vouches is found, whenever it happens and whatever
// time of modification the file is given.
func TestAlteredWhileTheManifestComesToVouch(t *testing.T) {
	tests := []struct {
		name  string
		at    func(what volume.Act, path string) bool // nil for after the build
		file  string
		alter func(t *testing.T, name string)
	}{
		{"afterwards", nil, "nl/index.html", forge},
		{"afterwards, what was written", nil, "index.html", forge},
		{"before the time is known", func(what volume.Act, path string) bool {
			return filepath.Base(path) == "probe" && what == volume.ActWrite
		}, "nl/index.html", alter},
		{"before the time is known, what was written", func(what volume.Act, path string) bool {
			return filepath.Base(path) == "probe" && what == volume.ActWrite
		}, "index.html", forge},
		{"when the time is known", func(what volume.Act, path string) bool {
			return filepath.Base(path) == "probe" && what == volume.ActRemove
		}, "nl/index.html", alter},
		{"before the time is set", func(what volume.Act, _ string) bool { return what == volume.ActTouch }, "nl/index.html", forge},
		{"before the time is set, what was written", func(what volume.Act, _ string) bool { return what == volume.ActTouch }, "index.html", forge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			altered := false
			d := quick
			d.Before = func(what volume.Act, path string) error {
				if test.at == nil || altered || !test.at(what, path) {
					return nil
				}
				altered = true
				target := filepath.Join(filepath.Dir(path), "..", "public") // of the probe, and of the manifest
				test.alter(t, filepath.Join(target, test.file))
				return nil
			}
			target := tookOver(t, d)
			if test.at == nil {
				if _, ok := Stands(volume.Disk{}, target, inputs); !ok {
					t.Fatal("the tree does not stand")
				}
				test.alter(t, filepath.Join(target, test.file))
			} else if !altered {
				t.Fatal("nothing was altered")
			}
			if _, ok := Stands(volume.Disk{}, target, inputs); ok {
				t.Error("an altered tree stands")
			}
			if sum := mustPublish(t, target, later, Options{}); len(sum.Altered) != 1 || sum.Altered[0] != test.file {
				t.Errorf("altered: %q, want %q", sum.Altered, test.file)
			}
		})
	}
}

// A manifest whose time cannot be set vouches for less, and nothing else comes of it.
func TestATimeThatCannotBeSet(t *testing.T) {
	d := quick
	d.Before = func(what volume.Act, path string) error {
		if what == volume.ActTouch {
			return syscall.EPERM
		}
		return nil
	}
	target := tookOver(t, d)
	if _, sights := seen(t, target); read(sights) < 2 || altered(sights) != nil {
		t.Errorf("%d files were read, %q are altered", read(sights), altered(sights))
	}
	if _, ok := Stands(d, target, inputs); !ok {
		t.Error("the tree does not stand")
	}
	nothingBeside(t, target)
}

// touched is a target of which all files were touched after it was published.
func touched(t *testing.T) string {
	t.Helper()
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, vouched, Options{Inputs: inputs})
	for name := range vouched {
		now := time.Now()
		if err := os.Chtimes(filepath.Join(target, name), now, now); err != nil {
			t.Fatal(err)
		}
	}
	return target
}

// Files that had to be read are not read again, when nothing has changed for a while.
func TestFilesAreReadOnce(t *testing.T) {
	t.Parallel()
	target := touched(t)
	if _, sights := seen(t, target); read(sights) != 3 {
		t.Errorf("%d files had to be read", read(sights))
	}
	time.Sleep(settled)
	if _, ok := Stands(volume.Disk{}, target, inputs); !ok {
		t.Error("the tree does not stand")
	}
	if _, sights := seen(t, target); read(sights) != 0 {
		t.Errorf("%d files had to be read again", read(sights))
	}
	forge(t, filepath.Join(target, "nl", "index.html"))
	if _, ok := Stands(volume.Disk{}, target, inputs); ok {
		t.Error("an altered tree stands")
	}
}

// Until then they are: within a tick of the clock a change may have followed.
func TestFilesAreReadUntilTheySettle(t *testing.T) {
	target := touched(t)
	list, sights := seen(t, target)
	var last time.Time
	for _, s := range sights {
		if at := changed(s.info); at.After(last) {
			last = at
		}
	}
	p, err := find(target, quick)
	if err != nil {
		t.Fatal(err)
	}
	for _, wait := range []struct {
		time time.Duration
		want int
	}{{settled - 1, 3}, {settled, 0}} {
		if err := list.vouch(p, sights, last.Add(wait.time)); err != nil {
			t.Fatal(err)
		}
		if _, sights := seen(t, target); read(sights) != wait.want {
			t.Errorf("after %v %d files have to be read, want %d", wait.time, read(sights), wait.want)
		}
	}
}

// The time of another manifest than was looked at stays.
func TestAnotherManifestIsNotTouched(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, vouched, Options{})
	for name := range vouched {
		if err := os.Chtimes(filepath.Join(target, name), time.Time{}, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	list, sights := seen(t, target)
	mustPublish(t, target, later, Options{})
	before, err := os.Stat(filepath.Join(target, ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	p, err := find(target, quick)
	if err != nil {
		t.Fatal(err)
	}
	if err := list.vouch(p, sights, time.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(filepath.Join(target, ManifestName))
	if err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("%v became %v, %v", before.ModTime(), after.ModTime(), err)
	}
}

// A copy that keeps the times of modification is read: nobody saw what became of it.
func TestACopyIsRead(t *testing.T) {
	target := tookOver(t, quick)
	twin := filepath.Join(t.TempDir(), "public")
	if err := os.CopyFS(twin, os.DirFS(target)); err != nil {
		t.Fatal(err)
	}
	for name := range readTree(t, target) {
		info, err := os.Stat(filepath.Join(target, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(filepath.Join(twin, name), time.Time{}, info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	if _, sights := seen(t, twin); read(sights) != 3 {
		t.Errorf("%d files of a copy were read", read(sights))
	}
}

// A manifest that was changed after Stands has read it is read again, also when it has the
// size and the time of modification that it had.
func TestAChangedManifestIsReadAgain(t *testing.T) {
	target := tookOver(t, quick)
	standing, _ := Stands(volume.Disk{}, target, strings.Repeat("b", 64))
	if standing.listing == nil {
		t.Fatal("nothing was found")
	}
	name := filepath.Join(target, ManifestName)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond) // more than a tick
	if err := os.WriteFile(name, []byte(strings.Replace(string(text), inputs, strings.Repeat("c", 64), 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, time.Time{}, standing.listing.info.ModTime()); err != nil {
		t.Fatal(err)
	}
	s, err := Begin(quick, target, Options{Standing: standing})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	if s.before.Inputs == inputs {
		t.Error("the manifest was not read again")
	}
}
