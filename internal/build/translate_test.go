package build

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// TestTranslation: a site gets a language, and a report that was released before gets it
// too, with the words of today in that language and all else as it was sealed, though names,
// codes and figures have changed since.
func TestTranslation(t *testing.T) {
	dir := newSite(t)
	english := regexp.MustCompile(`, en: ("[^"]*"|[^,{}\n]*)`)
	whole := map[string]string{}
	for name, content := range readTree(t, dir) {
		switch {
		case strings.HasSuffix(name, ".en.md"):
			whole[name] = content
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		case strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(name, "data/drops/"):
			if less := english.ReplaceAllString(content, ""); less != content {
				whole[name] = content
				write(t, dir, name, less)
			}
		}
	}
	replace(t, dir, "ronde.yaml", "languages: [nl, en]", "languages: [nl]")
	whole["ronde.yaml"] = strings.ReplaceAll(whole["ronde.yaml"], "nl: ", "nl: Nieuw ")
	const own = "content/reports/2022-07/figures.yaml"
	write(t, dir, own, "ronde: 1\nfigures:\n  - {id: own, kind: table, subtitle: {nl: Per gewest}, series: [{indicator: referrals}]}\n")
	replace(t, dir, "content/reports/2022-07/report.nl.md", "{{figure regions}}", "{{figure regions}}\n\n{{figure own}}")
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	before := readTree(t, filepath.Join(dir, "content/reports/2022-07/editions/1"))

	for name, content := range whole {
		write(t, dir, name, content)
	}
	replace(t, dir, "data/indicators.yaml", "name: {nl: Attesten, en: Certificates}", "name: {nl: Bewijzen, en: Certificates}")
	replace(t, dir, "content/reports/figures.yaml", "attesten uitgedrukt", "bewijzen uitgedrukt")
	request := correction(t, "2022-07", "2022-09-10")
	request.Kind, request.Reason = seal.Translation, source.NewText("en", "In English.")
	replace(t, dir, own, "Per gewest", "Per provincie")
	refused := func(want string) {
		t.Helper()
		if r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, request); r.Err == nil || !strings.Contains(r.Err.Error(), want) {
			t.Errorf("%v %v, want %q", r.Err, r.Findings, want)
		}
	}
	refused("a translation changes no other language, and the figure own in nl is not that of 2022-07@1")
	replace(t, dir, own, "Per provincie", "Per gewest")
	mustRelease(t, dir, request)
	mustExamine(t, os.DirFS(dir))
	made := readTree(t, filepath.Join(dir, "content/reports/2022-07/editions/2"))
	mustRelease(t, dir, ReleaseRequest{Redo: seal.ReleaseID{Round: month(t, "2022-07"), Number: 2}})
	if again := readTree(t, filepath.Join(dir, "content/reports/2022-07/editions/2")); !maps.Equal(made, again) {
		t.Error("made again, the translation is another")
	}
	after := readTree(t, filepath.Join(dir, "content/reports/2022-07/editions/2"))
	for _, name := range []string{"text.nl.md", "figures/key.csv", "figures/months.csv"} {
		if before[name] != after[name] {
			t.Errorf("%s changed", name)
		}
	}
	if !strings.Contains(after["text.en.md"], "Certificates") && !strings.Contains(after["text.en.md"], "certificate") || !strings.Contains(after["words.en.yaml"], "Certificates") {
		t.Errorf("the English text says\n%s\n%s", after["text.en.md"], after["words.en.yaml"])
	}
	if book := after["codebook/data/indicators.yaml"]; !strings.Contains(book, "name: {nl: Attesten, en: Certificates}") || strings.Contains(book, "Bewijzen") {
		t.Errorf("the codebook says\n%s", book)
	}
	if f := after["figures/months.yaml"]; !strings.Contains(f, "certificates") || strings.Contains(f, "bewijzen") {
		t.Errorf("the figure says\n%s", f)
	}

	page := built(t, os.DirFS(dir), Options{})["nl/reports/2022-07/index.html"]
	if strings.Contains(page, `class="status amended"`) {
		t.Error("a translation alarms those who read the first language")
	}

	request.Date = day(t, "2022-09-11")
	refused("a translation adds a language, and 2022-07@2 is in nl, en already")
}
