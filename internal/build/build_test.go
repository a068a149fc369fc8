package build

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"ronde/internal/diag"
	"ronde/internal/publish"
	"ronde/internal/render"
)

// The reference site lies at the root of this repository.
const referenceSite = "../.."

// It has no error, and rendered on one core and on two every file is the same.
// Writing and links are tested on a smaller site: they wait for the disk.
func TestReferenceSite(t *testing.T) {
	one := onCores(1, func() map[string]string { return outputs(t, os.DirFS(referenceSite)) })
	two := onCores(2, func() map[string]string { return outputs(t, os.DirFS(referenceSite)) })
	sameTree(t, one, two)
	for _, page := range []string{"index.html", "nl/index.html", "fr/index.html", "de/index.html", "en/index.html", "en/deliveries/index.html"} {
		if one[page] == "" {
			t.Errorf("%s is not there", page)
		}
	}
	findable(t, one)
	anatomy(t, one)
	questions(t, one)
}

// outputs renders a site without writing it anywhere.
func outputs(t *testing.T, fsys fs.FS) map[string]string {
	t.Helper()
	w := read(fsys)
	w.lock(nil)
	w.compileDrafts()
	if err := w.fold(Options{}); err != nil {
		t.Fatal(err)
	}
	if found := errorsOf(w.out.Sorted()); len(found) > 0 {
		fail(t, found)
	}
	return rendered(t, w)
}

// rendered are the pages and files of a site that was read and folded.
func rendered(t testing.TB, w *workspace) map[string]string {
	t.Helper()
	files := map[string]string{}
	for output := range w.site(Options{}).Outputs() {
		content := output.Content
		if output.Page != nil {
			var err error
			if content, err = render.Render(w.theme, output.Page); err != nil {
				t.Fatal(err)
			}
		}
		if output.Write != nil {
			var b bytes.Buffer
			if err := output.Write(&b); err != nil {
				t.Fatal(err)
			}
			content = b.Bytes()
		}
		files[output.Path] = string(content)
	}
	return files
}

func onCores(n int, do func() map[string]string) map[string]string {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
	return do()
}

// built publishes a site and gives the files.
func built(t *testing.T, fsys fs.FS, o Options) map[string]string {
	t.Helper()
	target := filepath.Join(t.TempDir(), "public")
	mustBuild(t, fsys, target, o)
	return readTree(t, target)
}

func mustBuild(t *testing.T, fsys fs.FS, target string, o Options) {
	t.Helper()
	r := Build(fsys, target, o)
	if r.Err != nil || len(r.Summary) == 0 {
		t.Error(r.Err)
		fail(t, errorsOf(r.Findings))
	}
}

// Before the first release the pages that hold no number are published, and no
// other.
func TestNothingReleasedYet(t *testing.T) {
	files := built(t, os.DirFS(baseSite), Options{})
	for name, content := range files {
		picture := strings.HasSuffix(name, ".svg") && !strings.HasPrefix(name, "assets/") && !strings.Contains(name, "/deliveries") // what came when, no number
		if strings.Contains(name, "/reports/2022") || strings.HasSuffix(name, ".csv") || picture {
			t.Errorf("%s is published before anything was released", name)
		}
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for _, number := range []string{"3159", "3.159", "3,159", "3156", "3.156", "3,156", "7.278", "7,278", "803", "616"} {
			if strings.Contains(textOf(root), number) {
				t.Errorf("%s says %s before anything was released", name, number)
			}
		}
	}
	if files["nl/index.html"] == "" || files["nl/about/index.html"] == "" {
		t.Errorf("home and about are not there: %v", slices.Sorted(maps.Keys(files)))
	}
}

// Drafts are marked on every page, and never take the place of what is
// published.
func TestDrafts(t *testing.T) {
	dir := newSite(t)
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	public := filepath.Join(t.TempDir(), "public")
	mustBuild(t, os.DirFS(dir), public, Options{})
	published := readTree(t, public)
	if published["nl/reports/2022-07/index.html"] == "" || published["nl/reports/2022-08/index.html"] != "" {
		t.Error("July is released and August is not")
	}
	r := Build(os.DirFS(dir), public, Options{Drafts: true})
	if r.Err == nil || len(r.Summary) > 0 {
		t.Errorf("drafts were written over a published site: %q", r.Summary)
	}
	sameTree(t, published, readTree(t, public))

	drafts := built(t, os.DirFS(dir), Options{Drafts: true})
	if drafts["nl/reports/2022-08/index.html"] == "" {
		t.Error("August is not among the drafts")
	}
	for name, content := range drafts {
		if strings.HasSuffix(name, ".html") && !strings.Contains(content, "noindex") {
			t.Errorf("%s of a draft may be indexed", name)
		}
	}
}

// Errors, and warnings under --strict, keep everything as it was.
func TestErrorsPublishNothing(t *testing.T) {
	fsys := released(t)
	target := filepath.Join(t.TempDir(), "public")
	mustBuild(t, fsys, target, Options{})
	before := readTree(t, target)
	const drop = "data/drops/2022-09/dvz/attestations"
	for rows, o := range map[string]Options{
		"2022-09;BE;x\n":                       {},
		"2022-08;BE;3.000\n2022-09;BE;3.000\n": {Strict: true}, // a revision without a reason
	} {
		fsys := maps.Clone(fsys)
		fsys[drop+".csv"] = &fstest.MapFile{Data: []byte("maand;gebied;attesten\n" + rows)}
		fsys[drop+".yaml"] = &fstest.MapFile{Data: []byte("ronde: 1\nreceived: 2022-10-05\n")}
		fsys["content/reports/2022-09/report.yaml"] = &fstest.MapFile{Data: []byte("ronde: 1\ncutoff: 2022-10-15\n")}
		fsys["content/reports/2022-09/report.nl.md"] = &fstest.MapFile{Data: []byte("Tekst.\n")}
		r := Build(fsys, target, o)
		if r.Err != nil || len(r.Summary) > 0 || len(r.Findings) == 0 {
			t.Errorf("%q: %v, %q, %v", rows, r.Err, r.Summary, r.Findings)
		}
		sameTree(t, before, readTree(t, target))
	}
	early := day(t, "2022-09-19")
	if r := Build(fsys, target, Options{SiteDate: &early}); !errors.As(r.Err, new(SiteDateError)) {
		t.Errorf("a site date before the newest release: %v", r.Err)
	}
	sameTree(t, before, readTree(t, target))
}

// Until the site date is that of an embargo, no published file says anything of
// the edition; the pages are those of a site without it.
func TestEmbargoHides(t *testing.T) {
	dir := newSite(t)
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	replace(t, dir, "content/reports/2022-08/report.yaml", "cutoff: 2022-09-15", "cutoff: 2022-09-15\nembargo: 2022-09-25")
	mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
	on := func(date string) map[string]string {
		d := day(t, date)
		return built(t, os.DirFS(dir), Options{SiteDate: &d})
	}
	for name, content := range on("2022-09-24") {
		if strings.HasPrefix(name, "assets/") {
			continue // of the theme, not of the site: any digits may stand there
		}
		for _, secret := range []string{"3156", "3.156", "3,156", "3111", "3.111", "3,111", "reports/2022-08", "616"} {
			if name != publish.ManifestName && (strings.Contains(name, secret) || strings.Contains(visibleText(t, name, content), secret)) {
				t.Errorf("%s says %s under embargo", name, secret)
			}
		}
	}
	if on("2022-09-25")["nl/reports/2022-08/index.html"] == "" {
		t.Error("after the embargo the report is not there")
	}
}

// visibleText leaves hashes and styles out, in which any digits may stand.
func visibleText(t testing.TB, name, content string) string {
	t.Helper()
	switch filepath.Ext(name) {
	case ".html":
		root, err := html.Parse(strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		return textOf(root)
	case ".css", ".svg":
		return ""
	}
	return content
}

// Two whole builds of a released site, on one core and on two.
func TestBuildsAreIdentical(t *testing.T) {
	fsys := released(t)
	one := onCores(1, func() map[string]string { return built(t, fsys, Options{}) })
	two := onCores(2, func() map[string]string { return built(t, fsys, Options{}) })
	sameTree(t, one, two)
	for name := range one {
		if strings.HasSuffix(name, "inputs.yaml") {
			t.Errorf("%s is published", name)
		}
	}
}

func TestCheckWritesNothing(t *testing.T) {
	dir := releasedSite(t)
	before := readTree(t, dir)
	r := Check(os.DirFS(dir), Options{})
	if r.Err != nil || slices.ContainsFunc(r.Findings, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		t.Errorf("%v %v", r.Err, r.Findings)
	}
	sameTree(t, before, readTree(t, dir))
}
