package build

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"ronde/internal/volume"
)

// Whatever change a build is stopped at, killed or refused by a full disk: readers have
// the tree that stood or the new one, or the next build makes it whole; and what a
// stopped build kept for later misleads none. Names of files that were put by hand stay.
//
// Of the many changes that put a page into the stage some are tried; package publish
// tries all of them, on small trees.
func TestBuildStopped(t *testing.T) {
	dir := releasedSite(t)
	o := Options{Tool: "a"}
	start := t.TempDir()
	target := func(dir string) string { return filepath.Join(dir, "public") }
	mustBuild(t, os.DirFS(dir), target(start), o)
	write(t, target(start), "CNAME", "figures.example\n")
	before := readTree(t, target(start))
	write(t, dir, "content/about.nl.md", "---\ntitle: Over deze cijfers\n---\n\nDit is anders.\n")

	// One after the other, so that each count is of the same change each time.
	stopped := func(place string, f *fault) (r Result) {
		onCores(1, func() map[string]string {
			r = build(f.disk(), os.DirFS(dir), target(place), o)
			return nil
		})
		return r
	}
	place := t.TempDir()
	copySite(t, place, start)
	var changes []string
	var mu sync.Mutex
	clean := volume.Disk{Volatile: true, Before: func(what volume.Act, path string) error {
		mu.Lock()
		defer mu.Unlock()
		changes = append(changes, string(what)+" "+strings.TrimPrefix(path, place))
		return nil
	}}
	onCores(1, func() map[string]string {
		if r := build(clean, os.DirFS(dir), target(place), o); r.Err != nil || len(r.Summary) == 0 {
			t.Fatal(r.Err, r.Findings)
		}
		return nil
	})
	after := readTree(t, target(place))
	if maps.Equal(before, after) {
		t.Fatal("the change does not show")
	}

	outcomes := map[string]int{}
	pages := 0
	for i, change := range changes {
		if strings.Contains(change, "/stage/") {
			if pages++; pages%50 != 0 {
				continue
			}
		}
		for _, f := range []*fault{{n: i + 1, kill: true}, {n: i + 1, full: true}} {
			place := t.TempDir()
			copySite(t, place, start)
			r := stopped(place, f)
			if f.kill && !f.fired {
				t.Errorf("%s: was not reached", change)
			}
			var got map[string]string
			if volume.Exists(target(place)) {
				got = readTree(t, target(place))
			}
			switch {
			case maps.Equal(got, before):
				outcomes["before"]++
			case maps.Equal(got, after):
				outcomes["after"]++
			case f.kill && got == nil:
				outcomes["between"]++ // the two renames
			default:
				t.Errorf("%s (kill: %t): a tree that is neither the old nor the new one: %v", change, f.kill, r.Err)
			}
			if r := build(volume.Disk{Volatile: true}, os.DirFS(dir), target(place), o); r.Err != nil || len(r.Summary) == 0 {
				t.Errorf("%s: the next build: %v %v", change, r.Err, r.Findings)
			}
			if next := readTree(t, target(place)); !maps.Equal(next, after) {
				t.Errorf("%s: the next build does not mend it", change)
				sameTree(t, after, next)
			}
			_ = os.RemoveAll(place)
		}
	}
	if outcomes["before"] == 0 || outcomes["after"] == 0 || outcomes["between"] == 0 {
		t.Errorf("the faults hit too little: %v", outcomes)
	}
	t.Logf("%d changes: %v", len(changes), outcomes)
}
