package build

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

const baseSite = "../../cmd/ronde/testdata/base"

// newSite copies the base site of the scripts to a folder of its own.
func newSite(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS(baseSite)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t testing.TB, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func replace(t testing.TB, dir, name, was, is string) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(content), was) {
		t.Fatalf("%s does not hold %q", name, was)
	}
	write(t, dir, name, strings.Replace(string(content), was, is, 1))
}

// first is the request for the first edition of a month.
func first(t testing.TB, round, date string) ReleaseRequest {
	return ReleaseRequest{Round: month(t, round), Date: day(t, date), Dated: true}
}

// correction is the request for a correction with drops.
func correction(t testing.TB, round, date string, with ...string) ReleaseRequest {
	t.Helper()
	r := first(t, round, date)
	r.Kind, r.Reason = seal.Revision, source.NewText("en", "Revised count")
	for _, name := range with {
		id, err := drop.ParseID(name)
		if err != nil {
			t.Fatal(err)
		}
		r.With = append(r.With, id)
	}
	return r
}

func mustRelease(t testing.TB, dir string, r ReleaseRequest) {
	t.Helper()
	result := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, r)
	if result.Err != nil || len(result.Summary) == 0 {
		t.Error(result.Err)
		fail(t, result.Findings)
	}
}

// inMemory is the base site with July and August released; made once.
var inMemory struct {
	once  sync.Once
	files fstest.MapFS
}

// released gives the base site with July and August released, August with a
// figure of its own, in memory.
func released(t testing.TB) fstest.MapFS {
	t.Helper()
	inMemory.once.Do(func() {
		dir := newSite(t)
		write(t, dir, "content/reports/2022-08/figures.yaml", "ronde: 1\nfigures:\n  - {id: own, kind: table, series: [{indicator: referrals}]}\n")
		replace(t, dir, "content/reports/2022-08/report.nl.md", "## Opvang\n", "## Opvang\n\n{{figure own}}\n")
		mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
		mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
		inMemory.files = fstest.MapFS{}
		for name, content := range readTree(t, dir) {
			inMemory.files[name] = &fstest.MapFile{Data: []byte(content)}
		}
	})
	if inMemory.files == nil {
		t.Fatal("the base site could not be released")
	}
	return maps.Clone(inMemory.files)
}

// releasedSite gives the same in a folder.
func releasedSite(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, released(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// readTree gives the files of a folder by name.
func readTree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// errorsOf are the errors among findings.
func errorsOf(found []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// examine gives the errors of what Check does before it looks at theme and
// pages, which take most of its time.
func examine(fsys fs.FS) []diag.Diagnostic {
	w := read(fsys)
	w.lock(nil)
	w.compileDrafts()
	return errorsOf(w.out.Sorted())
}

func mustExamine(t testing.TB, fsys fs.FS) {
	t.Helper()
	if found := examine(fsys); len(found) > 0 {
		fail(t, found)
	}
}

func fail(t testing.TB, found []diag.Diagnostic) {
	t.Helper()
	for _, d := range found {
		t.Errorf("%s: %s: %s [%s]", d.Span, d.Severity, d.Title, d.ID)
	}
	t.FailNow()
}

func month(t testing.TB, text string) period.Period {
	t.Helper()
	p, err := period.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func day(t testing.TB, text string) period.Date {
	t.Helper()
	d, err := period.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
