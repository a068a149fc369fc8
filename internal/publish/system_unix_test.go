//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A target that is a symbolic link: the folder behind it is replaced, beside
// itself, and the link stays. Both names have one lock.
func TestTargetThroughSymbolicLink(t *testing.T) {
	dir := t.TempDir()
	real, name := filepath.Join(dir, "disk", "site"), filepath.Join(dir, "public")
	writeTree(t, real, tree{"./": ""})
	if err := os.Symlink(filepath.Join("disk", "site"), name); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"old", "new"} {
		mustPublish(t, name, tree{"index.html": text}, Options{})
		sameTree(t, published(t, tree{"index.html": text}, nil), readTree(t, real))
	}
	if aim, err := os.Readlink(name); err != nil || aim != filepath.Join("disk", "site") {
		t.Errorf("the link became %q, %v", aim, err)
	}
	nothingBeside(t, name)
	nothingBeside(t, real)
	s, err := Begin(quick, name, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(quick, real, Options{}); !errors.Is(err, ErrBusy) {
		t.Errorf("Begin by the other name: %v, want ErrBusy", err)
	}
	if err := s.Discard(); err != nil {
		t.Error(err)
	}
}

func TestTargetIsALinkToNothing(t *testing.T) {
	name := filepath.Join(t.TempDir(), "public")
	if err := os.Symlink("nowhere", name); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(quick, name, Options{}); !errors.Is(err, ErrNotFolder) {
		t.Errorf("Begin: %v, want ErrNotFolder", err)
	}
}

// Symbolic links in the target are foreign and carried as links; nothing is
// written or removed through one, not even where Ronde's own folder stood.
func TestSymbolicLinksInTheTarget(t *testing.T) {
	dir := t.TempDir()
	target, outside := filepath.Join(dir, "public"), filepath.Join(dir, "outside")
	files := tree{"index.html": "x", "nl/index.html": "x"}
	mustPublish(t, target, files, Options{})
	writeTree(t, outside, tree{"index.html": "precious"})
	for _, link := range []string{"current", "broken"} {
		if err := os.Symlink(map[string]string{"current": outside, "broken": "nowhere"}[link], filepath.Join(target, link)); err != nil {
			t.Fatal(err)
		}
	}
	mustPublish(t, target, files, Options{})
	got := readTree(t, target)
	if got["current"] != "-> "+outside || got["broken"] != "-> nowhere" {
		t.Errorf("links: %v", got)
	}
	if err := os.RemoveAll(filepath.Join(target, "nl")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(target, "nl")); err != nil {
		t.Fatal(err)
	}
	for _, immovable := range []string{"", target} {
		f := &fault{immovable: immovable}
		_, err := publishAll(target, files, Options{}, f.disk())
		var conflict *ConflictError
		if !errors.As(err, &conflict) || len(conflict.Files) != 1 || conflict.Files[0] != "nl" {
			t.Errorf("Publish: %v, want a conflict with nl", err)
		}
		if _, err := publishAll(target, tree{"index.html": "y" + immovable}, Options{}, f.disk()); err != nil {
			t.Error(err)
		}
	}
	sameTree(t, tree{"index.html": "precious"}, readTree(t, outside))
}

// An absent folder above the target is made; a target at the root of the file
// system is none.
func TestTargetAtTheRoot(t *testing.T) {
	if _, err := Begin(quick, "/", Options{}); !errors.Is(err, ErrNotFolder) {
		t.Errorf("Begin: %v, want ErrNotFolder", err)
	}
}
