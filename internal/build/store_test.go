package build

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// siteEdits are what somebody may do to a site between two builds. Each is done at random,
// often and in any order; one that breaks the site is undone.
var siteEdits = []struct {
	name string
	file string
	edit func(r *rand.Rand, content string) string // "" removes the file
}{
	{"a page", "content/about.nl.md", sentence},
	{"the home page", "content/home.en.md", sentence},
	{"a page is gone, or there again", "content/methods.en.md", func(_ *rand.Rand, content string) string {
		if content == "" {
			return "---\ntitle: Methods\n---\n\nHow.\n"
		}
		return ""
	}},
	{"the text of a draft", "content/reports/2022-09/report.nl.md", sentence},
	{"a number in the text of a draft", "content/reports/2022-09/report.en.md", func(r *rand.Rand, content string) string {
		return content + fmt.Sprintf("\n\nThere were {{referrals geo=%s}}.\n", []string{"BE", "BE-VLG", "BE-BRU"}[r.IntN(3)])
	}},
	{"an indicator that only the draft shows", "content/reports/2022-09/report.en.md", func(_ *rand.Rand, content string) string {
		const shown = "\n\nOf all certificates {{other-share}}.\n"
		if strings.Contains(content, shown) {
			return strings.Replace(content, shown, "", 1)
		}
		return content + shown
	}},
	{"the heading of a draft", "content/reports/2022-09/report.nl.md", func(r *rand.Rand, content string) string {
		return strings.Replace(content, "## ", fmt.Sprintf("## %d ", r.IntN(10)), 1)
	}},
	{"the figures of a draft", "content/reports/2022-09/figures.yaml", func(r *rand.Rand, content string) string {
		if content != "" {
			return ""
		}
		return fmt.Sprintf("ronde: 1\nfigures:\n  - {id: own%d, kind: table, series: [{indicator: referrals}]}\n", r.IntN(2))
	}},
	{"a draft is broken", "content/reports/2022-09/report.nl.md", func(_ *rand.Rand, content string) string { return content + "\n\n{{nothing}}\n" }},
	{"a text of a released round", "content/reports/2022-07/report.nl.md", sentence},
	{"data of a draft", "data/drops/2022-09/fedasil/referrals.csv", func(r *rand.Rand, content string) string {
		lines := strings.Split(content, "\n")
		lines[1], lines[4] = fmt.Sprintf("2022-09,BE,%d", 540+r.IntN(3)+60), "2022-09,BE-WAL,60"
		return strings.Join(lines, "\n")
	}},
	{"a label", "data/codelists/geo.yaml", func(r *rand.Rand, content string) string {
		return strings.Replace(content, "Flanders", fmt.Sprintf("Flanders%d", r.IntN(10)), 1)
	}},
	{"ronde.yaml", "ronde.yaml", func(r *rand.Rand, content string) string {
		return strings.Replace(content, "in Belgium", fmt.Sprintf("in Belgium %d", r.IntN(10)), 1)
	}},
	{"nothing", "content/about.nl.md", func(_ *rand.Rand, content string) string { return content }},
}

func sentence(r *rand.Rand, content string) string {
	return content + fmt.Sprintf("\nMore, %s.\n", []string{"a", "b", "c"}[r.IntN(3)])
}

// siteWithDraft has two released rounds and one that is not.
func siteWithDraft(t testing.TB) string {
	t.Helper()
	dir := releasedSite(t)
	for _, name := range []string{"report.nl.md", "report.en.md", "report.yaml"} {
		content := contentOf(t, dir, "content/reports/2022-08/"+name)
		content = strings.NewReplacer("2022-09-15", "2022-10-15", "\n\n{{figure own}}\n", "\n").Replace(content)
		write(t, dir, "content/reports/2022-09/"+name, content)
	}
	indicators := contentOf(t, dir, "data/indicators.yaml")
	_, share, _ := strings.Cut(indicators, "  - id: referral-share\n")
	write(t, dir, "data/indicators.yaml", indicators+"  - id: other-share\n"+share)
	write(t, dir, "data/drops/2022-09/fedasil/referrals.csv", "month,area,referrals\n2022-09,BE,600\n2022-09,BE-VLG,400\n2022-09,BE-BRU,140\n2022-09,BE-WAL,60\n")
	write(t, dir, "data/drops/2022-09/fedasil/referrals.yaml", "ronde: 1\nreceived: 2022-10-05\n")
	write(t, dir, "data/drops/2022-09/dvz/attestations.csv", "maand;gebied;attesten\n2022-09;BE;3.000\n")
	write(t, dir, "data/drops/2022-09/dvz/attestations.yaml", "ronde: 1\nreceived: 2022-10-05\n")
	return dir
}

// contentOf gives a file of a site; "" when there is none.
func contentOf(t testing.TB, dir, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(content)
}

// writeOrRemove writes a file, or removes it when its content is "".
func writeOrRemove(t testing.TB, dir, name, content string) {
	t.Helper()
	if content != "" {
		write(t, dir, name, content)
		return
	}
	if err := os.RemoveAll(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
}

// TestBuildAfterBuild: after any edits a build over the tree of the last one makes what
// a build into nothing makes, to the byte, with drafts and without.
func TestBuildAfterBuild(t *testing.T) {
	for _, drafts := range []bool{false, true} {
		t.Run(fmt.Sprintf("drafts=%v", drafts), func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 4))
			dir := siteWithDraft(t)
			target := filepath.Join(t.TempDir(), "public")
			o := Options{Drafts: drafts, Tool: "tool"}
			if first := Build(os.DirFS(dir), target, o); len(first.Summary) == 0 {
				fail(t, first.Findings)
			}
			kept, broken := 0, 0
			for step := range 30 {
				e := siteEdits[r.IntN(len(siteEdits))]
				was, before := contentOf(t, dir, e.file), infos(t, target)
				writeOrRemove(t, dir, e.file, e.edit(r, was))
				again := Build(os.DirFS(dir), target, o)
				fresh := filepath.Join(t.TempDir(), "public")
				cold := Build(os.DirFS(dir), fresh, o)
				if (len(again.Summary) == 0) != (len(cold.Summary) == 0) {
					t.Fatalf("step %d, %s: %q over the last tree, %q into nothing", step, e.name, again.Summary, cold.Summary)
				}
				if len(cold.Summary) == 0 {
					broken++
					writeOrRemove(t, dir, e.file, was)
					continue
				}
				sameTree(t, readTree(t, fresh), readTree(t, target))
				if t.Failed() {
					t.Fatalf("step %d: after a change of %s", step, e.name)
				}
				for name, info := range infos(t, target) {
					if old, ok := before[name]; ok && os.SameFile(old, info) {
						kept++
					}
				}
			}
			t.Logf("%d files were kept, %d edits broke the site", kept, broken)
			// Were nothing kept, or everything broken, the test would say nothing.
			if kept < 500 || broken > 12 {
				t.Errorf("%d files were kept, %d of 30 edits broke the site", kept, broken)
			}
		})
	}
}

// infos are the files of a tree.
func infos(t testing.TB, target string) map[string]fs.FileInfo {
	t.Helper()
	all := map[string]fs.FileInfo{}
	err := filepath.WalkDir(target, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all[path], err = d.Info()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Whatever is wrong with the store or with the standing tree, the next build makes what
// it should.
func TestBrokenStore(t *testing.T) {
	dir := siteWithDraft(t)
	o := Options{Tool: "tool"}
	target := filepath.Join(t.TempDir(), "public")
	beside, name := filepath.Dir(target), ".public.ronde-cache"
	must := func(target string) {
		t.Helper()
		if r := Build(os.DirFS(dir), target, o); len(r.Summary) == 0 {
			t.Error(r.Err)
			fail(t, r.Findings)
		}
	}
	must(target)
	whole := contentOf(t, beside, name)
	r := rand.New(rand.NewPCG(5, 6))
	other := []byte(whole)
	for range 200 {
		other[r.IntN(len(other))] ^= byte(1 + r.IntN(255))
	}
	for i, damage := range []struct {
		name string
		do   func()
	}{
		{"gone", func() { writeOrRemove(t, beside, name, "") }},
		{"of one byte", func() { writeOrRemove(t, beside, name, "x") }},
		{"cut short", func() { writeOrRemove(t, beside, name, whole[:len(whole)/2]) }},
		{"without its beginning", func() { writeOrRemove(t, beside, name, whole[len(whole)/2:]) }},
		{"with other bytes", func() { writeOrRemove(t, beside, name, string(other)) }},
		{"a folder", func() { writeOrRemove(t, beside, name, ""); writeOrRemove(t, beside, name+"/x", "x") }},
		{"a page was altered", func() { writeOrRemove(t, target, "nl/reports/2022-07/index.html", "mine") }},
		{"a page is gone", func() { writeOrRemove(t, target, "nl/reports/2022-07/index.html", "") }},
		{"no tree", func() { writeOrRemove(t, target, ".", "") }},
	} {
		damage.do()
		replace(t, dir, "content/about.nl.md", "Over", fmt.Sprintf("Over %d", i))
		must(target)
		fresh := filepath.Join(t.TempDir(), "public")
		must(fresh)
		sameTree(t, readTree(t, fresh), readTree(t, target))
		if t.Failed() {
			t.Fatal(damage.name)
		}
		writeOrRemove(t, beside, name, "")
		must(target)
	}
}
