package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ronde/internal/scaffold"
	"ronde/internal/volume"
)

// listed gives all files below a folder, with their content.
func listed(t *testing.T, folder string) []string {
	var all []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			all = append(all, name+"/")
			return nil
		}
		content, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		all = append(all, name+" "+string(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// At whichever step the disk refuses, the folder is as it was before.
func TestPlaceWholeOrNotAtAll(t *testing.T) {
	files := scaffold.Files{
		"data/drops/2022-07/dvz/a.csv": []byte("a"), "data/drops/2022-07/dvz/a.yaml": []byte("b"),
		"data/new/one.csv": []byte("c"), "data/new/deep/two.csv": []byte("d"), "ronde.yaml": []byte("e"),
	}
	for refused := 0; ; refused++ {
		folder := t.TempDir()
		if err := os.MkdirAll(filepath.Join(folder, "data/drops/2022-07/dvz"), 0o755); err != nil {
			t.Fatal(err)
		}
		before, steps := listed(t, folder), 0
		err := place(volume.Disk{Volatile: true, Before: func(what volume.Act, _ string) error {
			steps++
			if steps-1 == refused && what != volume.ActRemoveAll {
				return errors.New("no")
			}
			return nil
		}}, folder, files)
		if err == nil {
			want := []string{"./", "data/", "data/drops/", "data/drops/2022-07/", "data/drops/2022-07/dvz/",
				"data/drops/2022-07/dvz/a.csv a", "data/drops/2022-07/dvz/a.yaml b",
				"data/new/", "data/new/deep/", "data/new/deep/two.csv d", "data/new/one.csv c", "ronde.yaml e"}
			if got := listed(t, folder); !slices.Equal(got, want) {
				t.Errorf("after %d steps there is %q", steps, got)
			}
			if steps < 8 {
				t.Errorf("only %d steps were tried", steps)
			}
			return
		}
		if got := listed(t, folder); !slices.Equal(got, before) {
			t.Errorf("refused at step %d, there is %q", refused, got)
		}
	}
}

// A file, or a folder, that is there already stays what it is, and nothing else is written.
func TestPlaceOverNothing(t *testing.T) {
	for _, files := range []scaffold.Files{
		{"data/a.csv": []byte("new"), "data/b.csv": nil},
		{"data": []byte("new")},
	} {
		folder := t.TempDir()
		if err := os.MkdirAll(filepath.Join(folder, "data"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, "data/b.csv"), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
		before := listed(t, folder)
		if err := place(volume.Disk{Volatile: true}, folder, files); err == nil {
			t.Errorf("%v was written", keys(files))
		}
		if got := listed(t, folder); !slices.Equal(got, before) {
			t.Errorf("there is %q", got)
		}
	}
}

// A folder that leads out of the site is not written through.
func TestPlaceStaysWithinSite(t *testing.T) {
	folder, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(folder, "data")); err != nil {
		t.Fatal(err)
	}
	if err := place(volume.Disk{Volatile: true}, folder, scaffold.Files{"data/a.csv": nil}); err == nil {
		t.Error("a file was written outside")
	}
	if got := listed(t, outside); len(got) != 1 {
		t.Errorf("outside there is %q", got)
	}
}
