package build

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"ronde/internal/diag"
	"ronde/internal/volume"
)

// A shifting file system becomes another one before its n-th reading, as a
// folder does into which somebody pulls or copies while a run goes on.
type shifting struct {
	was, is fs.FS
	n       int64 // counted from 1; 0 for never
	count   atomic.Int64
}

func (s *shifting) Open(name string) (fs.File, error) {
	if n := s.count.Add(1); s.n > 0 && n >= s.n {
		return s.is.Open(name)
	}
	return s.was.Open(name)
}

// later gives a site as somebody leaves it a second later: files replaced, some
// of the same length, added and removed.
func later(t *testing.T, was fstest.MapFS, change map[string]string) fstest.MapFS {
	t.Helper()
	is := maps.Clone(was)
	for name, content := range change {
		if content == "" {
			delete(is, name)
			continue
		}
		is[name] = &fstest.MapFile{Data: []byte(content), ModTime: time.Unix(1, 0)}
	}
	return is
}

func changedText(t *testing.T, fsys fstest.MapFS, name, was, is string) string {
	t.Helper()
	content := fsys[name].Data
	if !bytes.Contains(content, []byte(was)) {
		t.Fatalf("%s does not hold %q", name, was)
	}
	return string(bytes.Replace(content, []byte(was), []byte(is), 1))
}

// Whenever a site changes while it is built, what is published was made from the
// site as it was before or as it is afterwards, or nothing is published and the
// files that changed are named.
func TestSiteThatChangesWhileItIsBuilt(t *testing.T) {
	was := released(t)
	is := later(t, was, map[string]string{
		"ronde.yaml":              changedText(t, was, "ronde.yaml", "title: {", "title: { "),
		"data/indicators.yaml":    changedText(t, was, "data/indicators.yaml", "Attesten", "Attestjes"),
		"data/organisations.yaml": changedText(t, was, "data/organisations.yaml", "Fedasil", "Fedasol"),
		"content/about.nl.md":     changedText(t, was, "content/about.nl.md", "Over", "Voor"),
		"content/home.en.md":      "",
		"content/methods.nl.md":   "Nieuw.\n",
		"content/calendar.yaml":   "ronde: 1\nreleases:\n  - {round: 2022-09, date: 2022-10-20}\n",
	})
	before, after := built(t, was, Options{}), built(t, is, Options{})
	if maps.Equal(before, after) {
		t.Fatal("the two sites are the same")
	}
	counted := &shifting{was: was, is: is}
	built(t, counted, Options{})
	outcomes := map[string]int{}
	for n := int64(1); n <= counted.count.Load()+1; n += 1 + counted.count.Load()/40 {
		target := filepath.Join(t.TempDir(), "public")
		r := Build(&shifting{was: was, is: is, n: n}, target, Options{})
		switch {
		case r.Err != nil:
			t.Errorf("changed before reading %d: %v", n, r.Err)
		case len(r.Summary) == 0:
			outcomes["refused"]++
			if !slices.ContainsFunc(r.Findings, func(d diag.Diagnostic) bool { return d.ID == "file-changed" }) {
				t.Errorf("changed before reading %d: %v", n, r.Findings)
			}
			if volume.Exists(target) {
				t.Errorf("changed before reading %d: published in spite of it", n)
			}
		default:
			tree := readTree(t, target)
			switch {
			case maps.Equal(tree, before):
				outcomes["before"]++
			case maps.Equal(tree, after):
				outcomes["after"]++
			default:
				t.Errorf("changed before reading %d: a mixture was published", n)
			}
		}
	}
	if outcomes["refused"] < 20 || outcomes["after"] == 0 {
		t.Errorf("the changes came too early or too late: %v", outcomes)
	}
}

// A build that a change met leaves nothing behind by which a later one would take
// one state of the site for the other: published again, each is as if from new.
func TestNothingRemainsOfAChangeMidway(t *testing.T) {
	was := released(t)
	is := later(t, was, map[string]string{
		"data/indicators.yaml": changedText(t, was, "data/indicators.yaml", "Attesten", "Attestjes"),
		"content/about.nl.md":  changedText(t, was, "content/about.nl.md", "Over", "Voor"),
	})
	o := Options{Tool: "tool 1"}
	before, after := built(t, was, o), built(t, is, o)
	counted := &shifting{was: was, is: is}
	built(t, counted, o)
	published := 0
	for n := int64(1); n <= counted.count.Load()+1; n += 1 + counted.count.Load()/60 {
		target := filepath.Join(t.TempDir(), "public")
		if r := Build(&shifting{was: was, is: is, n: n}, target, o); len(r.Summary) == 0 {
			continue
		}
		published++
		mustBuild(t, was, target, o)
		sameTree(t, before, readTree(t, target))
		mustBuild(t, is, target, o)
		sameTree(t, after, readTree(t, target))
		if t.Failed() {
			t.Fatalf("changed before reading %d of %d", n, counted.count.Load())
		}
	}
	if published < 2 {
		t.Errorf("%d builds went through", published)
	}
}

// The same for what a release seals.
func TestSiteThatChangesWhileItIsReleased(t *testing.T) {
	was := fstest.MapFS{}
	for name, content := range readTree(t, newSite(t)) {
		was[name] = &fstest.MapFile{Data: []byte(content)}
	}
	is := later(t, was, map[string]string{
		"content/reports/2022-07/report.nl.md":    changedText(t, was, "content/reports/2022-07/report.nl.md", "kregen", "kregem"),
		"data/drops/2022-07/dvz/attestations.csv": changedText(t, was, "data/drops/2022-07/dvz/attestations.csv", "3.159", "3.158"),
		"content/reports/2022-07/report.en.md":    "",
		"data/indicators.yaml":                    changedText(t, was, "data/indicators.yaml", "Attesten", "Attestjes"),
	})
	seal := func(fsys fs.FS) (Result, map[string]string) {
		dir := t.TempDir()
		r := release(volume.Disk{Volatile: true}, fsys, dir, first(t, "2022-07", "2022-08-20"))
		return r, readTree(t, dir)
	}
	_, before := seal(was)
	_, after := seal(is)
	counted := &shifting{was: was, is: is}
	seal(counted)
	outcomes := map[string]int{}
	for n := int64(1); n <= counted.count.Load()+1; n++ {
		r, tree := seal(&shifting{was: was, is: is, n: n})
		switch {
		case len(tree) == 0:
			outcomes["refused"]++
			if !slices.ContainsFunc(r.Findings, func(d diag.Diagnostic) bool { return d.ID == "file-changed" }) {
				t.Errorf("changed before reading %d: %v, %v", n, r.Err, r.Findings)
			}
		case maps.Equal(tree, before):
			outcomes["before"]++
		case maps.Equal(tree, after):
			outcomes["after"]++
		default:
			t.Errorf("changed before reading %d: a mixture was sealed", n)
		}
	}
	if len(before) == 0 || len(after) == 0 || outcomes["refused"] < 20 || outcomes["before"]+outcomes["after"] == 0 {
		t.Errorf("the changes came too early or too late: %v", outcomes)
	}
}

// A file that somebody writes again and again while the site is checked.
func TestFileThatIsWrittenDuringACheck(t *testing.T) {
	dir := newSite(t)
	name := filepath.Join(dir, "ronde.yaml")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	fsys := &writing{FS: os.DirFS(dir), write: func() {
		written++
		if err := os.WriteFile(name, append(content, bytes.Repeat([]byte("#\n"), written)...), 0o644); err != nil {
			t.Error(err)
		}
	}}
	found := errorsOf(Check(fsys, Options{}).Findings)
	if len(found) != 1 || found[0].ID != "file-changed" || found[0].Span.File != "ronde.yaml" {
		t.Errorf("found %v", found)
	}
}

// A writing file system writes at each reading.
type writing struct {
	fs.FS
	mu    sync.Mutex
	write func()
}

func (w *writing) Open(name string) (fs.File, error) {
	w.mu.Lock()
	w.write()
	w.mu.Unlock()
	return w.FS.Open(name)
}
