package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// What was shown and is otherwise at the end has changed, and nothing else has.
func TestWatchTellsWhatChanged(t *testing.T) {
	yesterday := time.Now().Add(-24 * time.Hour)
	for _, c := range []struct {
		name    string
		read    func(t *testing.T, w *Watch)
		change  func(t *testing.T, dir string)
		changed string
	}{
		{"nothing", readAll, func(*testing.T, string) {}, ""},
		{"a file that was not read", func(t *testing.T, w *Watch) { read(t, w, "a.csv") }, func(t *testing.T, dir string) { save(t, dir, "b.csv", "new") }, ""},
		{"a file that grows", readAll, func(t *testing.T, dir string) { save(t, dir, "a.csv", "1;2;3") }, "a.csv"},
		{"a file that shrinks", readAll, func(t *testing.T, dir string) { save(t, dir, "a.csv", "") }, "a.csv"},
		{"a file of the same length", readAll, func(t *testing.T, dir string) {
			save(t, dir, "a.csv", "1;3")
			touch(t, dir, "a.csv", time.Now().Add(time.Second))
		}, "a.csv"},
		{"a file saved as it was", readAll, func(t *testing.T, dir string) { save(t, dir, "a.csv", "1;2") }, ""},
		{"a file that is touched", readAll, func(t *testing.T, dir string) { touch(t, dir, "a.csv", yesterday) }, ""},
		{"a file that goes", readAll, func(t *testing.T, dir string) { remove(t, dir, "a.csv") }, ". a.csv"},
		{"a file that comes", readAll, func(t *testing.T, dir string) { save(t, dir, "c.csv", "") }, "."},
		{"a file that was looked for", func(t *testing.T, w *Watch) { read(t, w, "c.csv") }, func(t *testing.T, dir string) { save(t, dir, "c.csv", "") }, "c.csv"},
		{"a file that was only looked at", func(t *testing.T, w *Watch) { look(t, w, "a.csv") }, func(t *testing.T, dir string) { save(t, dir, "a.csv", "new") }, ""},
		{"a file that was only looked at and goes", func(t *testing.T, w *Watch) { look(t, w, "a.csv") }, func(t *testing.T, dir string) { remove(t, dir, "a.csv") }, "a.csv"},
		{"a file that becomes a folder", readAll, func(t *testing.T, dir string) {
			remove(t, dir, "a.csv")
			save(t, dir, "a.csv/x", "")
		}, ". a.csv"},
		{"a name of an editor", readAll, func(t *testing.T, dir string) { save(t, dir, ".~lock.a.csv#", "") }, ""},
		{"a folder that goes", readAll, func(t *testing.T, dir string) {
			remove(t, dir, "sub/x.csv")
			remove(t, dir, "sub")
		}, ". sub sub/x.csv"},
		{"a file that is opened", func(t *testing.T, w *Watch) {
			f, err := w.Open("a.csv")
			if err != nil {
				t.Fatal(err)
			}
			f.Close()
		}, func(t *testing.T, dir string) { save(t, dir, "a.csv", "new content") }, "a.csv"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, content := range map[string]string{"a.csv": "1;2", "b.csv": "", "sub/x.csv": "x"} {
				save(t, dir, name, content)
			}
			w, goesOn := Watched(os.DirFS(dir)), Watched(os.DirFS(dir))
			c.read(t, w)
			c.read(t, goesOn)
			c.change(t, dir)
			if got := strings.Join(w.Changed(), " "); got != c.changed {
				t.Errorf("changed: %q, want %q", got, c.changed)
			}
			for _, want := range []string{c.changed, ""} {
				if got := strings.Join(goesOn.Renew(), " "); got != want {
					t.Errorf("renewed: %q, want %q", got, want)
				}
			}
		})
	}
}

// A file that was shown in two ways has changed, also when it is in the end what
// it was at first.
func TestWatchOfTwoReadings(t *testing.T) {
	files := fstest.MapFS{"a.csv": {Data: []byte("1;2")}, "b": {Data: []byte("x")}}
	w := Watched(files)
	if Watched(w) != w {
		t.Error("a watch is watched")
	}
	readAll(t, w)
	for _, content := range []string{"1;3", "1;2"} {
		files["a.csv"] = &fstest.MapFile{Data: []byte(content)}
		read(t, w, "a.csv")
	}
	delete(files, "b")
	read(t, w, "b")
	files["b"] = &fstest.MapFile{Data: []byte("x")}
	if got := w.Changed(); !slices.Equal(got, []string{"a.csv", "b"}) {
		t.Errorf("changed: %q", got)
	}
	if got := w.Changed(); got != nil {
		t.Errorf("changed: %q, of which nothing was shown since it was asked", got)
	}
}

// What has not changed counts as shown, with its hash; what has is read anew.
func TestWatchGoesOn(t *testing.T) {
	dir := t.TempDir()
	save(t, dir, "a.csv", "1;2")
	save(t, dir, "b.csv", "3;4")
	w := Watched(os.DirFS(dir))
	for _, name := range []string{"a.csv", "b.csv"} {
		if _, err := w.Hash(name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.ReadDir("."); err != nil {
		t.Fatal(err)
	}
	save(t, dir, "a.csv", "1;2;3")
	save(t, dir, "c.csv", "5")
	touch(t, dir, "b.csv", time.Now().Add(time.Second))
	if got := strings.Join(w.Renew(), " "); got != ". a.csv" {
		t.Errorf("renewed: %q", got)
	}
	if _, known := w.hashed("a.csv"); known {
		t.Error("the hash of a file that changed is remembered")
	}
	if _, known := w.hashed("b.csv"); !known {
		t.Error("the hash of a file that was touched is forgotten")
	}
	if entries, err := w.ReadDir("."); err != nil || len(entries) != 3 {
		t.Errorf("%v, %v", entries, err)
	}
	save(t, dir, "b.csv", "3;5") // not read again since
	touch(t, dir, "b.csv", time.Now().Add(2*time.Second))
	if got := strings.Join(w.Renew(), " "); got != "b.csv" {
		t.Errorf("renewed: %q", got)
	}
}

// What another program may read of a file system it reads through a watch.
func TestWatchIsAFileSystem(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a.csv": "1;2", "empty": "", "sub/x.csv": strings.Repeat("x", 100_000)} {
		save(t, dir, name, content)
	}
	if err := fstest.TestFS(Watched(os.DirFS(dir)), "a.csv", "empty", "sub/x.csv"); err != nil {
		t.Error(err)
	}
}

// A hash is computed once, and of a file that becomes another one meanwhile it is said.
func TestWatchHashesOnce(t *testing.T) {
	files := fstest.MapFS{"a.csv": {Data: []byte("1;2")}}
	w := Watched(files)
	first, err := w.Hash("a.csv")
	if err != nil {
		t.Fatal(err)
	}
	files["a.csv"] = &fstest.MapFile{Data: []byte("1;3")}
	if again, err := w.Hash("a.csv"); err != nil || again != first {
		t.Errorf("%s, then %s (%v)", first, again, err)
	}
	read(t, w, "a.csv")
	if got := w.Changed(); !slices.Equal(got, []string{"a.csv"}) {
		t.Errorf("changed: %q", got)
	}
}

func readAll(t *testing.T, w *Watch) {
	err := fs.WalkDir(w, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = fs.ReadFile(w, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, w *Watch, name string) {
	if _, err := w.ReadFile(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
}

func look(t *testing.T, w *Watch, name string) {
	if _, err := w.Stat(name); err != nil {
		t.Fatal(err)
	}
}

func save(t *testing.T, dir, name, content string) {
	t.Helper()
	full := filepath.Join(dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(content), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func touch(t *testing.T, dir, name string, when time.Time) {
	t.Helper()
	if err := os.Chtimes(filepath.Join(dir, name), when, when); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}
