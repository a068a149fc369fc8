package serve

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A whole minute: what is tested is that a wake comes, not how soon.
const long = time.Minute

func watched(t *testing.T) (dir string, w *Watcher) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"content/reports/2022-07/editions/1/data", "data/drops", "themes/own", ".git"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	w = NewWatcher(dir)
	if w.system == nil {
		t.Fatal("this system tells nothing of its folders")
	}
	w.every = 100 * long // what is tested is the hint
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.Run(ctx)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	return dir, w
}

func woken(t *testing.T, w *Watcher, why string) {
	t.Helper()
	select {
	case <-w.Wake():
	case <-time.After(long):
		t.Fatalf("nobody is woken after %s", why)
	}
	for { // what the same change may still tell is no answer to the next one
		select {
		case <-w.Wake():
		case <-time.After(3 * w.settled):
			return
		}
	}
}

func TestHints(t *testing.T) {
	dir, w := watched(t)
	save := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	save("ronde.yaml")
	woken(t, w, "a new file at the top")
	save("content/reports/2022-07/report.nl.md")
	woken(t, w, "a text in a round")
	save("ronde.yaml")
	woken(t, w, "a change of a file")
	must(os.MkdirAll(filepath.Join(dir, "data", "drops", "2022-08", "dvz"), 0o755))
	woken(t, w, "a new folder")
	save("data/drops/2022-08/dvz/attestations.csv")
	woken(t, w, "a file in the new folder")
	must(os.RemoveAll(filepath.Join(dir, "data", "drops")))
	woken(t, w, "a folder that went")
	must(os.MkdirAll(filepath.Join(dir, "data", "drops", "2022-09"), 0o755))
	woken(t, w, "a folder that came again")
	save("data/drops/2022-09/x.csv")
	woken(t, w, "a file in the folder that came again")
	must(os.Rename(filepath.Join(dir, "ronde.yaml"), filepath.Join(dir, "other.yaml")))
	woken(t, w, "another name")
	for i := range 1000 {
		save(fmt.Sprintf("data/%d.csv", i))
	}
	woken(t, w, "a thousand files")
}

// What editors keep beside a file, and git, wakes nobody.
func TestNoHints(t *testing.T) {
	for name, want := range map[string]bool{
		"/site/content/home.nl.md": true, "/site/data/a.csv": true, "/site/.git": false, "/site/content/.home.nl.md.swp": false,
		"/site/data/.~lock.a.csv#": false, "/site/data/a.csv~": false,
	} {
		if got := ofSite(filepath.FromSlash(name)); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// Where the system tells nothing, somebody is woken all the same.
func TestWithoutHints(t *testing.T) {
	w := NewWatcher(t.TempDir())
	if w.system != nil {
		w.system.Close()
	}
	w.system, w.every = nil, time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go w.Run(ctx)
	for range 3 {
		select {
		case <-w.Wake():
		case <-time.After(long):
			t.Fatal("nobody is woken")
		}
	}
}
