package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ronde/internal/volume"
)

// What Stands found is used as long as the manifest is the same file, and not longer.
func TestWhatStandsFoundIsUsed(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	asked := strings.Repeat("c", 64)
	mustPublish(t, target, tree{"index.html": "one"}, Options{})
	standing, ok := Stands(volume.Disk{}, target, asked)
	if ok || standing.listing == nil {
		t.Fatalf("Stands: %+v, %v", standing, ok)
	}
	open := func() *listing {
		s, err := Begin(quick, target, Options{Standing: standing})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Discard(); err != nil {
			t.Fatal(err)
		}
		return s.before
	}
	if open() != standing.listing {
		t.Error("the manifest was read again")
	}
	mustPublish(t, target, tree{"index.html": "two", "nl.html": "new"}, Options{})
	if now := open(); now == standing.listing || len(now.Files) != 2 {
		t.Errorf("a tree that is gone was taken for the one that stands: %v", now.Files)
	}
	if err := os.Remove(filepath.Join(target, ManifestName)); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(quick, target, Options{Standing: standing}); err == nil {
		t.Error("a folder without a manifest was taken for Ronde's")
	}
}

// The clock was set back after a build: its manifest says nothing of what was altered since.
func TestAManifestFromTheFuture(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	asked := strings.Repeat("c", 64)
	mustPublish(t, target, tree{"index.html": "<p>3 159"}, Options{Inputs: asked})
	future := time.Date(2199, 10, 27, 2, 30, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(target, ManifestName), future, future); err != nil {
		t.Fatal(err)
	}
	if _, ok := Stands(volume.Disk{}, target, asked); !ok {
		t.Error("the tree does not stand")
	}
	writeTree(t, target, tree{"index.html": "<p>3 156"})
	if _, ok := Stands(volume.Disk{}, target, asked); ok {
		t.Error("an altered tree stands")
	}
}
