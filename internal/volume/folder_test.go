package volume

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// A folder is a file system like any other, and links in it are followed as long as
// they stay in it.
func TestFolder(t *testing.T) {
	above := t.TempDir()
	site := filepath.Join(above, "site")
	for name, content := range map[string]string{"ronde.yaml": "a", "data/geo.yaml": "b", "data/drops/x.csv": "1;2"} {
		file := filepath.Join(site, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(above, "secret"), []byte("not for the site"), 0o644); err != nil {
		t.Fatal(err)
	}
	folder, err := OpenFolder(site)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := fstest.TestFS(folder, "ronde.yaml", "data/geo.yaml", "data/drops/x.csv"); err != nil {
		t.Error(err)
	}

	for name, to := range map[string]string{
		"data/drops/inside": "../geo.yaml", "linked": "data", "out": "../secret", "data/far": "../../secret",
		"absolute": filepath.Join(site, "ronde.yaml"), "self": "self", "nowhere": "none", "up": "..",
	} {
		if err := os.Symlink(to, filepath.Join(site, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for name, want := range map[string]string{
		"data/drops/inside": "b", "linked/geo.yaml": "b", "linked/drops/inside": "b", "ronde.yaml": "a",
		"out": "", "data/far": "", "absolute": "", "self": "", "nowhere": "", "up/secret": "", "up/site/ronde.yaml": "", "data": "", "none": "", "../secret": "", "/etc/passwd": "",
	} {
		got, err := fs.ReadFile(folder, name)
		if string(got) != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
		info, err := folder.Stat(name)
		asked, refused := fs.Stat(root.FS(), name)
		if (err == nil) != (refused == nil) || err == nil && !os.SameFile(info, asked) || err != nil && err.Error() != refused.Error() {
			t.Errorf("%s: %v and %v", name, err, refused)
		}
	}
}
