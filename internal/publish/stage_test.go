package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/volume"
)

func TestPublishReplacesTheTree(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out", "public")
	first := mustPublish(t, target, tree{"index.html": "a", "nl/index.html": "b", "fr/old/index.html": "c"}, Options{})
	if diff := cmp.Diff(Summary{Files: 3, Bytes: 3, Added: 3}, first); diff != "" {
		t.Errorf("first summary (-want +got):\n%s", diff)
	}
	writeTree(t, target, tree{
		"CNAME": "figures.example", ".git/refs/tags/": "", "nl/note.pdf": "pdf", "fr/old/kept.txt": "kept",
		"nl/index.html": "altered", "empty/": "",
	})
	second := mustPublish(t, target, tree{"index.html": "a", "nl/index.html": "bb", "de/index.html": "d"}, Options{})
	want := Summary{
		Files: 3, Bytes: 4, Added: 1, Changed: 1, Unchanged: 1,
		Removed: []string{"fr/old/index.html"}, Altered: []string{"nl/index.html"}, Foreign: 3,
	}
	if diff := cmp.Diff(want, second); diff != "" {
		t.Errorf("second summary (-want +got):\n%s", diff)
	}
	got := readTree(t, target)
	delete(got, ManifestName)
	sameTree(t, tree{
		"index.html": "a", "nl/": "dir", "nl/index.html": "bb", "de/": "dir", "de/index.html": "d",
		"CNAME": "figures.example", ".git/": "dir", ".git/refs/": "dir", ".git/refs/tags/": "dir",
		"nl/note.pdf": "pdf", "fr/": "dir", "fr/old/": "dir", "fr/old/kept.txt": "kept", "empty/": "dir",
	}, got)
	nothingBeside(t, target)
}

// What a target held before leaves no trace in the tree.
func TestSameInputSameBytes(t *testing.T) {
	files := tree{"index.html": "a", "nl/x.csv": "1;2"}
	fresh, used := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "public")
	mustPublish(t, fresh, files, Options{})
	mustPublish(t, used, tree{"index.html": "z", "fr/y.csv": "3", "nl/x.csv/index.html": "was a folder"}, Options{Draft: true})
	mustPublish(t, used, files, Options{})
	sameTree(t, readTree(t, fresh), readTree(t, used))
	again := mustPublish(t, used, files, Options{})
	if again.Unchanged != 2 || again.Added+again.Changed+len(again.Removed)+len(again.Altered) != 0 {
		t.Errorf("publishing the same again: %+v", again)
	}
	sameTree(t, readTree(t, fresh), readTree(t, used))
}

func TestBeginRefuses(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, target string)
		options Options
		want    error
	}{
		{"a folder of somebody else", func(t *testing.T, target string) { writeTree(t, target, tree{"thesis.docx": "x"}) }, Options{}, ErrNotOurs},
		{"a folder of folders", func(t *testing.T, target string) { writeTree(t, target, tree{"photos/": ""}) }, Options{}, ErrNotOurs},
		{"drafts over a published site", func(t *testing.T, target string) { mustPublish(t, target, tree{"index.html": ""}, Options{}) }, Options{Draft: true}, ErrPublished},
		{"a file", func(t *testing.T, target string) {
			writeTree(t, filepath.Dir(target), tree{filepath.Base(target): "x"})
		}, Options{}, ErrNotFolder},
		{"a manifest that is none", func(t *testing.T, target string) { writeTree(t, target, tree{ManifestName: "{"}) }, Options{}, ErrManifest},
		{"a manifest of a later version", func(t *testing.T, target string) {
			writeTree(t, target, tree{ManifestName: `{"format":"ronde-manifest/9","files":{}}`})
		}, Options{}, ErrManifest},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			target := filepath.Join(dir, "public")
			test.prepare(t, target)
			before := readTree(t, dir)
			_, err := Begin(quick, target, test.options)
			var about *TargetError
			if !errors.Is(err, test.want) || !errors.As(err, &about) || about.Target != target {
				t.Errorf("Begin: %v, want a TargetError with %v", err, test.want)
			}
			sameTree(t, before, readTree(t, dir))
		})
	}
}

func TestBeginAccepts(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, target string)
		options Options
	}{
		{"an empty folder", func(t *testing.T, target string) { writeTree(t, target, tree{"./": ""}) }, Options{}},
		{"a fresh clone", func(t *testing.T, target string) { writeTree(t, target, tree{".git/HEAD": "ref", ".gitignore": "x"}) }, Options{}},
		{"drafts over drafts", func(t *testing.T, target string) { mustPublish(t, target, tree{"a.html": ""}, Options{Draft: true}) }, Options{Draft: true}},
		{"a site over drafts", func(t *testing.T, target string) { mustPublish(t, target, tree{"a.html": ""}, Options{Draft: true}) }, Options{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "public")
			test.prepare(t, target)
			mustPublish(t, target, tree{"index.html": "new"}, test.options)
			got := readTree(t, target)
			if got["index.html"] != "new" || got["a.html"] != "" {
				t.Errorf("tree: %v", got)
			}
			m, err := ReadManifest(os.DirFS(target))
			if err != nil || m.Draft != test.options.Draft {
				t.Errorf("manifest: %+v, %v", m, err)
			}
		})
	}
}

func TestSecondBuildIsRefused(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	first, err := Begin(quick, target, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(quick, target, Options{}); !errors.Is(err, ErrBusy) {
		t.Errorf("second Begin: %v, want ErrBusy", err)
	}
	if err := first.WriteFile("index.html", []byte("first")); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Publish(); err != nil {
		t.Errorf("the first build was disturbed: %v", err)
	}
	mustPublish(t, target, tree{"index.html": "then"}, Options{})
	nothingBeside(t, target)
}

// Many builds at once: each publishes whole or is told that another runs.
func TestBuildsAtOnce(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	var wg sync.WaitGroup
	done := make([]error, 16)
	for i := range done {
		wg.Go(func() {
			text := fmt.Sprint(i)
			_, done[i] = publishAll(target, tree{"index.html": text, "nl/index.html": text}, Options{}, quick)
		})
	}
	wg.Wait()
	succeeded := 0
	for _, err := range done {
		if err == nil {
			succeeded++
		} else if !errors.Is(err, ErrBusy) {
			t.Errorf("a build failed: %v", err)
		}
	}
	got := readTree(t, target)
	if succeeded == 0 || got["index.html"] == "" || got["index.html"] != got["nl/index.html"] {
		t.Errorf("%d builds succeeded, tree %v", succeeded, got)
	}
	nothingBeside(t, target)
}

func TestForeignFilesInTheWay(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": "old", "data/x.csv": "1"}, Options{})
	writeTree(t, target, tree{"about.html": "mine", "data/kept.pdf": "mine", "Cname": "mine", "fr": "mine", "free.txt": "mine", "de/": ""})
	before := readTree(t, target)
	_, err := publishAll(target, tree{
		"index.html": "new", "about.html": "new", "data": "a file now", "CNAME": "new", "fr/index.html": "new", "de/index.html": "new",
	}, Options{}, quick)
	var conflict *ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("Publish: %v, want a ConflictError", err)
	}
	if diff := cmp.Diff([]string{"Cname", "about.html", "data/kept.pdf", "fr"}, conflict.Files); diff != "" {
		t.Errorf("files in the way (-want +got):\n%s", diff)
	}
	sameTree(t, before, readTree(t, target))
	nothingBeside(t, target)
}

func TestWriteFileRefusesNames(t *testing.T) {
	tests := []struct{ name, reason string }{
		{"", "empty"}, {"/etc/passwd", "relative"}, {"../x", "dots"}, {"a/../../x", "dots"}, {"a/./b", "dots"},
		{"a//b", "empty part"}, {"a/", "empty part"}, {`a\b`, "character"}, {"C:x", "character"}, {"a b", "character"}, {"é.html", "character"},
		{"a\x00b", "character"}, {"a?b", "character"}, {"a%2f", "character"}, {"a/b.", "ends in a dot"},
		{"CON", "device"}, {"nl/nul.csv", "device"}, {"com1.tar.gz", "device"},
		{"ronde-manifest.json", "keeps for itself"}, {"Ronde-Manifest.json", "keeps for itself"},
		{strings.Repeat("x", 201), "200"}, {strings.Repeat("x/", 600) + "x", "1024"},
		{"nl/index.html", "twice"}, {"nl/Index.html", "upper and lower"}, {"NL/other.html", "upper and lower"},
		{"nl", "folder of this tree"}, {"nl/index.html/x", "which is a file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "public")
			s, err := Begin(quick, target, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Discard()
			if err := s.WriteFile("nl/index.html", nil); err != nil {
				t.Fatal(err)
			}
			err = s.WriteFile(test.name, nil)
			var name *NameError
			if !errors.As(err, &name) || !strings.Contains(name.Reason, test.reason) {
				t.Errorf("WriteFile: %v, want a NameError about %q", err, test.reason)
			}
			if _, err := s.Publish(); !errors.Is(err, ErrIncomplete) {
				t.Errorf("Publish: %v, want ErrIncomplete", err)
			}
			if volume.Exists(target) {
				t.Error("an incomplete tree was published")
			}
		})
	}
	for _, name := range []string{"console.html", "com10", "lpt", ".nojekyll", ".well-known/security.txt", "a~b_c-1+2@3=4,5.svg"} {
		if reason := checkName(name); reason != "" {
			t.Errorf("%q is refused: %s", name, reason)
		}
	}
}

func TestDiscard(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": "old"}, Options{})
	before := readTree(t, target)
	s, err := stageAll(target, tree{"index.html": "new"}, Options{}, quick)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Discard(); err != nil {
			t.Error(err)
		}
	}
	if err := s.WriteFile("x.html", nil); !errors.Is(err, ErrClosed) {
		t.Errorf("WriteFile after Discard: %v", err)
	}
	if _, err := s.Publish(); !errors.Is(err, ErrClosed) {
		t.Errorf("Publish after Discard: %v", err)
	}
	sameTree(t, before, readTree(t, target))
	nothingBeside(t, target)
}

// A foreign file that comes while the stage is whole and not yet in place, and
// one that comes between the renames, are in the new tree.
func TestForeignFilesThatComeLate(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": "old", "gone.html": "old"}, Options{})
	d := quick
	d.Before = func(what volume.Act, path string) error {
		if what == volume.ActRename && path == target {
			writeTree(t, target, tree{"late/one.pdf": "late"})
		}
		if what == volume.ActRename && filepath.Base(path) == "stage" {
			writeTree(t, filepath.Join(filepath.Dir(path), "old"), tree{"late/two.pdf": "later"})
		}
		return nil
	}
	if _, err := publishAll(target, tree{"index.html": "new"}, Options{}, d); err != nil {
		t.Fatal(err)
	}
	got := readTree(t, target)
	delete(got, ManifestName)
	sameTree(t, tree{"index.html": "new", "late/": "dir", "late/one.pdf": "late", "late/two.pdf": "later"}, got)
}

func TestAlteredBehindTheManifest(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	files := tree{"same.csv": "1;2", "longer.csv": "1;2", "gone.csv": "1;2", "folder.csv": "1;2", "kept.csv": "1;2"}
	mustPublish(t, target, files, Options{})
	writeTree(t, target, tree{"same.csv": "1;3", "longer.csv": "1;2;3"})
	for _, name := range []string{"gone.csv", "folder.csv"} {
		if err := os.Remove(filepath.Join(target, name)); err != nil {
			t.Fatal(err)
		}
	}
	// A folder where a file of Ronde's stood is foreign, and in the way.
	writeTree(t, target, tree{"folder.csv/": ""})
	_, err := publishAll(target, files, Options{}, quick)
	var conflict *ConflictError
	if !errors.As(err, &conflict) || len(conflict.Files) != 1 || conflict.Files[0] != "folder.csv" {
		t.Fatalf("Publish: %v", err)
	}
	delete(files, "folder.csv")
	sum := mustPublish(t, target, files, Options{})
	if diff := cmp.Diff([]string{"longer.csv", "same.csv"}, sum.Altered); diff != "" {
		t.Errorf("altered (-want +got):\n%s", diff)
	}
	got := readTree(t, target)
	if got["same.csv"] != "1;2" || got["longer.csv"] != "1;2" || got["folder.csv/"] != "dir" {
		t.Errorf("tree: %v", got)
	}
}

func TestTargetKeepsItsPermissions(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, tree{"index.html": "old"}, Options{})
	if err := os.Chmod(target, 0o750); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(target)
	if err != nil {
		t.Fatal(err)
	}
	mustPublish(t, target, tree{"index.html": "new"}, Options{})
	after, err := os.Stat(target)
	if err != nil {
		t.Fatal(err)
	}
	if before.Mode() != after.Mode() {
		t.Errorf("mode %v became %v", before.Mode(), after.Mode())
	}
}

// The flushes left out elsewhere are made here, once.
func TestPublishOnARealDisk(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	for _, text := range []string{"old", "new"} {
		s, err := Begin(volume.Disk{}, target, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.WriteFile("index.html", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Publish(); err != nil {
			t.Fatal(err)
		}
	}
	sameTree(t, published(t, tree{"index.html": "new"}, nil), readTree(t, target))
	nothingBeside(t, target)
}

func TestReadManifestWithout(t *testing.T) {
	if _, err := ReadManifest(os.DirFS(t.TempDir())); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("ReadManifest: %v, want fs.ErrNotExist", err)
	}
}
