package publish

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/volume"
)

// A tree is the content of a folder by slash path: files with their text,
// folders as "dir/", symbolic links as "-> aim".
type tree map[string]string

// readTree gives what stands in a folder; nil when there is none.
func readTree(t testing.TB, root string) tree {
	t.Helper()
	if !volume.Exists(root) {
		return nil
	}
	out := tree{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == root {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			out[rel+"/"] = "dir"
		case d.Type()&fs.ModeSymlink != 0:
			aim, err := os.Readlink(name)
			if err != nil {
				return err
			}
			out[rel] = "-> " + aim
		default:
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			out[rel] = string(text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// writeTree puts files and folders ("dir/") into a folder, beside what is there.
func writeTree(t testing.TB, root string, files tree) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		full := filepath.Join(root, filepath.FromSlash(name))
		dir := filepath.Dir(full)
		if name[len(name)-1] == '/' {
			dir = full
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if dir == full {
			continue
		}
		if err := os.WriteFile(full, []byte(files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// quick is the real disk without flushes.
var quick = volume.Disk{Volatile: true}

// stageAll begins and stages files in sorted order.
func stageAll(target string, files tree, o Options, d volume.Disk) (*Stage, error) {
	s, err := Begin(d, target, o)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := s.WriteFile(name, []byte(files[name])); err != nil {
			return s, err
		}
	}
	return s, nil
}

// publishAll publishes files whole.
func publishAll(target string, files tree, o Options, d volume.Disk) (Summary, error) {
	s, err := stageAll(target, files, o, d)
	if s == nil {
		return Summary{}, err
	}
	defer s.Discard()
	if err != nil {
		return Summary{}, err
	}
	return s.Publish()
}

// takeOver publishes files whole, some of them taken from the target.
func takeOver(target string, files tree, reused []string, o Options, d volume.Disk) (Summary, error) {
	s, err := Begin(d, target, o)
	if err != nil {
		return Summary{}, err
	}
	defer s.Discard()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		content := []byte(files[name])
		if !slices.Contains(reused, name) {
			if err := s.WriteFile(name, content); err != nil {
				return Summary{}, err
			}
			continue
		}
		ok, err := s.Reuse([]Kept{{Path: name, Size: int64(len(content)), Sum: sha256.Sum256(content)}})
		if err != nil {
			return Summary{}, err
		}
		if !ok {
			return Summary{}, fmt.Errorf("%s was not taken over", name)
		}
	}
	return s.Publish()
}

func mustPublish(t testing.TB, target string, files tree, o Options) Summary {
	t.Helper()
	sum, err := publishAll(target, files, o, quick)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// published is the tree that publishing files gives: with the manifest and the
// folders, and foreign entries.
func published(t testing.TB, files, foreign tree) tree {
	t.Helper()
	target := filepath.Join(t.TempDir(), "public")
	mustPublish(t, target, files, Options{})
	writeTree(t, target, foreign)
	return readTree(t, target)
}

func sameTree(t testing.TB, want, got tree) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
}

// nothingBeside fails when a run left something beside the target.
func nothingBeside(t testing.TB, target string) {
	t.Helper()
	for name := range readTree(t, filepath.Dir(target)) {
		if filepath.Base(target)+"/" != name && name[0] == '.' {
			t.Errorf("left beside the target: %s", name)
		}
	}
}
