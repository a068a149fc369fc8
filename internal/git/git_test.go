package git

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes one with a site in a folder below its top, and gives that folder.
func repository(t *testing.T) (dir string, do func(args ...string)) {
	t.Helper()
	top := t.TempDir()
	dir = filepath.Join(top, "site")
	do = func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = top
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	do("init", "-q", "-b", "main")
	save(t, top, "outside.txt", "outside")
	save(t, dir, "data/é.csv", "a\r\nb\n")
	save(t, dir, ".gitattributes", "data/** -text\n")
	do("add", ".")
	do("commit", "-q", "-m", "one")
	return dir, do
}

func save(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// The base is where two branches parted, with the bytes that were committed.
func TestBase(t *testing.T) {
	dir, do := repository(t)
	do("checkout", "-q", "-b", "mine")
	save(t, dir, "data/mine.csv", "mine")
	do("add", ".")
	do("commit", "-q", "-m", "mine")
	do("checkout", "-q", "main")
	save(t, dir, "data/later.csv", "later")
	do("add", ".")
	do("commit", "-q", "-m", "later")
	do("checkout", "-q", "mine")
	save(t, dir, "data/é.csv", "not committed")

	r, err := Base(dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	if err := fs.WalkDir(r.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(names, " "); got != ".gitattributes data/é.csv" {
		t.Errorf("files: %s", got)
	}
	if content, err := fs.ReadFile(r.Files, "data/é.csv"); err != nil || string(content) != "a\r\nb\n" {
		t.Errorf("%q, %v", content, err)
	}
	if len(r.Short()) != 10 || r.Name != "main" {
		t.Errorf("%+v", r)
	}
}

// A folder that is new has nothing at its base.
func TestBaseOfNewFolder(t *testing.T) {
	dir, _ := repository(t)
	other := filepath.Join(filepath.Dir(dir), "other")
	save(t, other, "ronde.yaml", "x")
	r, err := Base(other, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := fs.ReadDir(r.Files, "."); err != nil || len(entries) != 0 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestNoBase(t *testing.T) {
	dir, do := repository(t)
	do("commit", "-q", "--allow-empty", "-m", "two")
	shallow := filepath.Join(t.TempDir(), "copy")
	do("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(filepath.Dir(dir)), shallow)
	for _, c := range []struct{ dir, name, want string }{
		{dir, "nowhere", `there is no revision "nowhere": name a branch, a tag or a commit`},
		{dir, "--help", `"--help" is no revision`},
		{dir, "HEAD:site", `there is no revision "HEAD:site": name a branch, a tag or a commit`},
		{shallow, "HEAD~1", `there is no revision "HEAD~1": this copy was fetched without its history: fetch all of it (fetch-depth: 0, or git fetch --unshallow)`},
		{t.TempDir(), "main", "lies in no repository"},
	} {
		if _, err := Base(c.dir, c.name); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
