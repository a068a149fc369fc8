package build

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/period"
)

// previewEdits are what somebody may do while a site is previewed, besides siteEdits.
var previewEdits = []struct {
	name string
	edit func(t *testing.T, r *rand.Rand, dir string)
}{
	{"a release", func(t *testing.T, _ *rand.Rand, dir string) {
		if r := releaseIn(dir, first(t, "2022-09", "2022-10-20")); r.Err == nil && len(r.Summary) == 0 {
			t.Log("the draft cannot be released as it is")
		}
	}},
	{"a release taken back", func(t *testing.T, _ *rand.Rand, dir string) {
		writeOrRemove(t, dir, "content/reports/2022-09/editions", "")
	}},
	{"a sealed text altered", func(t *testing.T, _ *rand.Rand, dir string) {
		const name = "content/reports/2022-07/editions/1/report.nl.md"
		content := contentOf(t, dir, name)
		if strings.HasSuffix(content, "x\n") {
			write(t, dir, name, strings.TrimSuffix(content, "x\n"))
		} else {
			write(t, dir, name, content+"x\n")
		}
	}},
	{"a theme of the site", func(t *testing.T, r *rand.Rand, dir string) {
		if !strings.Contains(contentOf(t, dir, "ronde.yaml"), "theme: own") {
			write(t, dir, "ronde.yaml", contentOf(t, dir, "ronde.yaml")+"theme: own\n")
		}
		write(t, dir, "themes/own/assets/style.css", strings.Repeat("/* own */\n", 1+r.IntN(3)))
	}},
	{"a line too many in the theme", func(t *testing.T, _ *rand.Rand, dir string) {
		if contentOf(t, dir, "themes/own/assets/style.css") != "" {
			writeOrRemove(t, dir, "themes/own/templates/wrong.html", map[bool]string{true: "{{", false: ""}[contentOf(t, dir, "themes/own/templates/wrong.html") == ""])
		}
	}},
}

func releaseIn(dir string, r ReleaseRequest) Result { return Release(os.DirFS(dir), dir, r) }

// TestPreviewIsTheBuild: after any edits a preview shows what a build of drafts publishes,
// to the byte, and finds what it finds; while something is wrong, what it showed before.
func TestPreviewIsTheBuild(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 2))
	dir := siteWithDraft(t)
	p := NewPreview(os.DirFS(dir), Options{})
	var standing, whole map[string]string // pages, and the site, when it was last without errors
	broken, mended, released := 0, 0, 0
	for step := range previewSteps {
		name := "nothing yet"
		switch i := r.IntN(len(siteEdits) + len(previewEdits)); {
		case step == 0:
		case step == 9, step == 11: // what chance seldom does
			e := previewEdits[(step-9)/2]
			name = e.name
			layTree(t, dir, whole)
			e.edit(t, r, dir)
		case r.IntN(2) == 0 && !maps.Equal(whole, readTree(t, dir)):
			name = "all is as it was"
			layTree(t, dir, whole)
			mended++
		case i < len(siteEdits):
			e := siteEdits[i]
			name = e.name
			writeOrRemove(t, dir, e.file, e.edit(r, contentOf(t, dir, e.file)))
		default:
			e := previewEdits[i-len(siteEdits)]
			name = e.name
			e.edit(t, r, dir)
		}
		p.Refresh()
		target := filepath.Join(t.TempDir(), "public")
		cold := Build(os.DirFS(dir), target, Options{Drafts: true})
		if diff := cmp.Diff(cold.Findings, p.Result().Findings); diff != "" {
			t.Fatalf("step %d, %s: other findings than a build (-build +preview):\n%s", step, name, diff)
		}
		if len(cold.Summary) > 0 {
			standing, whole = readTree(t, target), readTree(t, dir)
			if whole["content/reports/2022-09/editions/1/edition.yaml"] != "" {
				released++
			}
		} else if broken++; len(errorsOf(cold.Findings)) == 0 {
			t.Fatalf("step %d, %s: %v", step, name, cold.Err)
		}
		samePreview(t, standing, p)
		if t.Failed() {
			t.Fatalf("step %d: after %s", step, name)
		}
		if p.Refresh() {
			t.Fatalf("step %d, %s: something changed since", step, name)
		}
	}
	// Were everything broken, or nothing, the test would say little.
	if broken < previewSteps/10 || broken > previewSteps/2 || mended == 0 || released == 0 {
		t.Errorf("%d of %d steps broke the site, %d mended it, in %d a draft was released", broken, previewSteps, mended, released)
	}
}

// previewSteps are few, because each compares all pages.
const previewSteps = 16

// layTree makes the files of a folder those given.
func layTree(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name := range readTree(t, dir) {
		if _, stays := files[name]; !stays {
			writeOrRemove(t, dir, name, "")
		}
	}
	for name, content := range files {
		if contentOf(t, dir, name) != content {
			write(t, dir, name, content)
		}
	}
}

// samePreview compares what a preview shows with a published folder.
func samePreview(t *testing.T, published map[string]string, p *Preview) {
	t.Helper()
	for path, want := range published {
		if path == "ronde-manifest.json" {
			continue
		}
		got, ok, err := p.File(path)
		if err != nil || !ok || !bytes.Equal(got, []byte(want)) {
			t.Errorf("%s is not what a build publishes: %t, %v", path, ok, err)
		}
	}
}

// TestPreviewWhileItIsRead: pages are made while the site is read again, of editions that
// both share; the race detector looks on.
func TestPreviewWhileItIsRead(t *testing.T) {
	dir := siteWithDraft(t)
	p := NewPreview(os.DirFS(dir), Options{})
	p.Refresh()
	done := make(chan struct{})
	var asking sync.WaitGroup
	for _, paths := range [][]string{
		{"nl/index.html", "nl/reports/2022-07/index.html", "nl/reports/2022-09/v1/index.html", "en/indicators/referrals/index.html"},
		{"nl/data/index.html", "en/reports/2022-09/index.html", "nl/reports/2022-08/v1/report-nl.xlsx", "versions.json", "en/search/index.html"},
	} {
		asking.Go(func() {
			for {
				for _, path := range paths {
					if _, _, err := p.File(path); err != nil {
						t.Error(path, err)
					}
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range 4 {
		write(t, dir, "content/about.nl.md", fmt.Sprintf("---\ntitle: Over\n---\n\n%s.\n", strings.Repeat("x", i+1)))
		write(t, dir, "data/drops/2022-09/fedasil/referrals.yaml", fmt.Sprintf("ronde: 1\nreceived: 2022-10-0%d\n", i+1))
		if !p.Refresh() {
			t.Error("nothing changed")
		}
	}
	close(done)
	asking.Wait()
	if len(errorsOf(p.Result().Findings)) > 0 {
		fail(t, p.Result().Findings)
	}
}

// TestPreviewOfNothing: a site that was never whole has no pages, and says why; then it has.
func TestPreviewOfNothing(t *testing.T) {
	dir := newSite(t)
	was := contentOf(t, dir, "ronde.yaml")
	write(t, dir, "ronde.yaml", "ronde: 1\n")
	p := NewPreview(os.DirFS(dir), Options{})
	p.Refresh()
	if _, ok, err := p.File("index.html"); ok || err != nil || p.Shows() || len(errorsOf(p.Result().Findings)) == 0 {
		t.Errorf("%t, %v, %v", ok, err, p.Result().Findings)
	}
	write(t, dir, "ronde.yaml", was)
	p.Refresh()
	if _, ok, err := p.File("index.html"); !ok || err != nil || !p.Shows() {
		t.Errorf("%t, %v", ok, err)
	}
	if err := os.Rename(filepath.Join(dir, "data"), filepath.Join(dir, "elsewhere")); err != nil {
		t.Fatal(err)
	}
	p.Refresh()
	if _, ok, _ := p.File("index.html"); !ok || !slices.ContainsFunc(p.Result().Findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		t.Errorf("without data: page %t, %v", ok, p.Result().Findings)
	}
}

// TestPreviewKeepsGoing: without a delivery that has errors the pages are those of now, and
// not the last ones without.
func TestPreviewKeepsGoing(t *testing.T) {
	dir := siteWithDraft(t)
	replace(t, dir, "data/drops/2022-09/fedasil/referrals.csv", "2022-09,BE,600", "2022-09,BE,6OO")
	for _, keepGoing := range []bool{false, true} {
		p := NewPreview(os.DirFS(dir), Options{KeepGoing: keepGoing})
		p.Refresh()
		if len(errorsOf(p.Result().Findings)) == 0 || p.Failed() == keepGoing || p.Shows() != keepGoing {
			t.Errorf("keep going %t: failed %t, shows %t, %v", keepGoing, p.Failed(), p.Shows(), p.Result().Findings)
		}
	}
}

// TestPreviewOfToday: a preview is of today, or of the day of a release that is dated later,
// unless the site or somebody names a day.
func TestPreviewOfToday(t *testing.T) {
	dir := releasedSite(t) // its newest release is of 2022-09-20
	write(t, dir, "ronde.yaml", contentOf(t, dir, "ronde.yaml")+"time_zone: Asia/Tokyo\n")
	for _, c := range []struct{ now, today, want string }{
		{"", "2023-05-04", "2023-05-04"},
		{"", "2022-09-01", "2022-09-20"},
		{"2022-12-24", "2023-05-04", "2022-12-24"},
	} {
		o := Options{Today: func(zone string) (period.Date, error) {
			if zone != "Asia/Tokyo" {
				t.Errorf("the day is asked for in %q", zone)
			}
			return day(t, c.today), nil
		}}
		if c.now != "" {
			now := day(t, c.now)
			o.SiteDate = &now
		}
		w := read(os.DirFS(dir))
		got, err := w.siteDate(o)
		if err != nil || got == nil || got.String() != c.want {
			t.Errorf("%+v: %v, %v", c, got, err)
		}
	}
}
