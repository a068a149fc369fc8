package build

import (
	"archive/zip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ronde/internal/observation"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// What is planted into August, and occurs nowhere else.
var (
	plantedText   = []string{"quagga", "okapi", "tapir"}                                     // body, description, main points
	plantedFigure = []string{"numbat", "kakapo", "axolotl"}                                  // title, subtitle, notes
	plantedValue  = []string{"47391", "47.391", "47,391", "+47391", "47 391", "47\u202f391"} // of BE-VLG in August
)

// plantedSite has July and August released, August with what is planted.
func plantedSite(t testing.TB) string {
	t.Helper()
	dir := newSite(t)
	write(t, dir, "content/reports/2022-08/figures.yaml", `ronde: 1
figures:
  - id: own
    kind: bar
    title: {nl: Een numbat, en: A numbat}
    subtitle: {nl: Een kakapo, en: A kakapo}
    notes: [{nl: Een axolotl, en: An axolotl}]
    series: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]
`)
	for _, language := range []string{"nl", "en"} {
		name := "content/reports/2022-08/report." + language + ".md"
		replace(t, dir, name, "{{figure regions}}", "De quagga liep weg.\n\n{{figure own}}")
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(content), "main_points:\n")
		write(t, dir, name, "---\ndescription: Een okapi.\nmain_points:\n  - Een tapir.\n"+rest)
	}
	replace(t, dir, "data/drops/2022-08/fedasil/referrals.csv", "BE,616", "BE,47607")
	replace(t, dir, "data/drops/2022-08/fedasil/referrals.csv", "BE-VLG,400", "BE-VLG,47391")
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	mustRelease(t, dir, first(t, "2022-08", "2022-09-20"))
	return dir
}

// withdrawal is the request to withdraw a report.
func withdrawal(t testing.TB, round, date string) ReleaseRequest {
	r := first(t, round, date)
	r.Kind, r.Reason = seal.Withdrawal, source.NewText("en", "Counted twice.", "nl", "Dubbel geteld.")
	return r
}

// artifacts are all published files as text, workbooks unpacked. Hashes in the manifest and
// what the theme brings say nothing of a site.
func artifacts(t testing.TB, files map[string]string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, content := range files {
		switch {
		case strings.HasPrefix(name, "assets/"):
		case strings.HasSuffix(name, "ronde-manifest.json"):
			all[name] = strings.Join(manifestPaths(content), "\n")
		case strings.HasSuffix(name, ".xlsx"):
			z, err := zip.NewReader(strings.NewReader(content), int64(len(content)))
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range z.File {
				r, err := part.Open()
				if err != nil {
					t.Fatal(err)
				}
				text, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				all[name+"!"+part.Name] = string(text)
			}
		default:
			all[name] = content
		}
	}
	return all
}

// manifestPaths are the lines of a manifest without their hashes.
func manifestPaths(manifest string) []string {
	return slices.DeleteFunc(strings.Split(manifest, "\n"), func(line string) bool { return strings.Contains(line, "sha256") })
}

// holding are the artifacts that hold one of some texts.
func holding(all map[string]string, texts []string) []string {
	var names []string
	for name, content := range all {
		if slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(content, text) || strings.Contains(name, text) }) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// TestWithdrawnIsNowhere plants texts and values which occur nowhere else, and looks for
// them in everything that is published after each way to take something back. What has to
// stay stays, every page that was there answers, and the chain holds.
func TestWithdrawnIsNowhere(t *testing.T) {
	dir := plantedSite(t)
	before := built(t, os.DirFS(dir), Options{BaseURL: "https://ronde.example"})
	all := artifacts(t, before)
	for _, planted := range [][]string{plantedText, plantedFigure, plantedValue} {
		for _, text := range planted[:2] {
			if len(holding(all, []string{text})) == 0 {
				t.Fatalf("%s was not planted", text)
			}
		}
	}
	whole := slices.Concat(plantedText, plantedFigure)
	figure := withdrawal(t, "2022-08", "2022-10-01")
	figure.Figures = []string{"own"}
	takeDown := withdrawal(t, "2022-08", "2022-10-01")
	takeDown.TakeDown = true
	figureDown := figure
	figureDown.TakeDown = true
	july := withdrawal(t, "2022-07", "2022-10-01")
	for _, c := range []struct {
		name    string
		request ReleaseRequest
		gone    []string
		stays   []string
		down    []string // that sealed files no longer hold
	}{
		{"report", withdrawal(t, "2022-08", "2022-10-01"), slices.Concat(whole, plantedValue), []string{"3.159"}, nil},
		{"figure", figure, plantedFigure, append(slices.Clone(plantedText), "47.391", "47391"), nil},
		{"report taken down", takeDown, slices.Concat(whole, plantedValue), []string{"3.159"}, whole},
		{"figure taken down", figureDown, plantedFigure, append(slices.Clone(plantedText), "47.391", "47391"), plantedFigure},
		{"the report before", july, nil, append(slices.Clone(whole), "3.159", "47.391"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := copied(t, dir)
			mustRelease(t, dir, c.request)
			mustExamine(t, os.DirFS(dir))
			files := built(t, os.DirFS(dir), Options{BaseURL: "https://ronde.example"})
			all := artifacts(t, files)
			for _, text := range c.gone {
				if names := holding(all, []string{text}); names != nil {
					t.Errorf("%s is still in %v", text, names)
				}
			}
			for _, text := range c.stays {
				if holding(all, []string{text}) == nil {
					t.Errorf("%s is gone", text)
				}
			}
			for name := range before {
				page := strings.HasSuffix(name, ".html")
				if page && files[name] == "" {
					t.Errorf("%s does not answer any more", name)
				}
				under := strings.Contains(name, "/reports/"+c.request.Round.String()+"/")
				if len(c.request.Figures) > 0 {
					under = strings.Contains(name, "/figures/own")
				}
				if !under {
					continue
				}
				if svg := strings.HasSuffix(name, ".svg"); !page && files[name] != "" && !(svg && (strings.Contains(files[name], "Counted twice.") || strings.Contains(files[name], "Dubbel geteld."))) {
					t.Errorf("%s is still there", name)
				}
				if page && !(strings.Contains(files[name], "Counted twice.") || strings.Contains(files[name], "Dubbel geteld.")) || page && !strings.Contains(files[name], "noindex") {
					t.Errorf("%s is no notice", name)
				}
			}
			sealed := readTree(t, filepath.Join(dir, "content", "reports", c.request.Round.String(), "editions"))
			for _, text := range c.down {
				if len(c.request.Figures) > 0 {
					sealed = figuresOnly(sealed)
				}
				if names := holding(sealed, []string{text}); names != nil {
					t.Errorf("%s is still sealed in %v", text, names)
				}
			}
			if w := read(os.DirFS(dir)); len(w.chain) != 3 || w.chain[2].Kind != seal.Withdrawal || w.out.Errors() > 0 {
				t.Errorf("a chain of %d, %v", len(w.chain), w.out.Sorted())
			}
		})
	}
}

// figuresOnly leaves out the texts, which name a figure by its title.
func figuresOnly(files map[string]string) map[string]string {
	only := maps.Clone(files)
	maps.DeleteFunc(only, func(name, _ string) bool { return !strings.Contains(name, "/figures/") })
	return only
}

// copied is a copy of a site.
func copied(t testing.TB, from string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	copySite(t, dir, from)
	return dir
}

// TestObservationTakenDown: the value is hidden in the data of all editions and in what is
// made from them; editions that print it are named, and what a later delivery says of the
// key stays hidden.
func TestObservationTakenDown(t *testing.T) {
	dir := plantedSite(t)
	request := withdrawal(t, "2022-08", "2022-10-01")
	key := attestations(t, "2022-08")
	key.Series.Indicator, key.Series.Codes = "referrals", "BE-VLG"
	request.Observations = append(request.Observations, key)
	key.Series.Codes = "BE-BRU" // one alone could be computed from the total and the others
	request.Observations = append(request.Observations, key)
	request.Figures, request.TakeDown = []string{"own"}, true
	r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, request)
	if r.Err != nil || !strings.Contains(r.Summary[0].String(), "3 sealed files were replaced") {
		t.Fatal(r.Err, r.Summary, r.Findings)
	}
	if len(r.Findings) != 1 || r.Findings[0].ID != "still-printed" || !strings.Contains(r.Findings[0].Title.String(), "BE-VLG") {
		t.Errorf("found %v", r.Findings)
	}
	sealed := readTree(t, filepath.Join(dir, "content/reports/2022-08/editions/1"))
	data := maps.Clone(sealed)
	maps.DeleteFunc(data, func(name, _ string) bool {
		return !strings.HasPrefix(name, "data/") && !strings.HasPrefix(name, "figures/")
	})
	if names := holding(data, plantedValue); names != nil {
		t.Errorf("the value is still sealed in %v", names)
	}
	if !strings.Contains(sealed["data/referrals.csv"], "2022-08,referrals,BE-VLG,,Q,") {
		t.Errorf("it is not hidden:\n%s", sealed["data/referrals.csv"])
	}
	files := built(t, os.DirFS(dir), Options{})
	for _, name := range holding(artifacts(t, files), plantedValue) {
		if !strings.Contains(name, "/reports/2022-08/") && !strings.Contains(name, "search/index.json") {
			t.Errorf("%s still says it", name) // the text of the report does, of which a notice was given
		}
	}
	// The supplier gives it again with the next delivery: what was hidden stays so.
	write(t, dir, "data/drops/2022-08/fedasil/referrals.2.csv", "month,area,referrals\n2022-08,BE,47608\n2022-08,BE-VLG,47391\n")
	write(t, dir, "data/drops/2022-08/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-10-28\nchanged: {nl: Herteld., en: Counted again.}\n")
	replace(t, dir, "content/reports/2022-08/report.nl.md", ", {{referrals geo=BE-VLG}} in Vlaanderen", "")
	replace(t, dir, "content/reports/2022-08/report.en.md", ", {{referrals geo=BE-VLG}} in Flanders", "")
	again := correction(t, "2022-08", "2022-11-01", "2022-08/fedasil/referrals.2")
	again.Restore = []string{"own"}
	mustRelease(t, dir, again)
	if rows := sealedText3(t, dir); !strings.Contains(rows, "2022-08,referrals,BE,47608") || holding(map[string]string{"data": rows}, plantedValue) != nil {
		t.Errorf("the next edition says\n%s", rows)
	}
}

// sealedText3 is the data of referrals in August's third release.
func sealedText3(t testing.TB, dir string) string {
	t.Helper()
	return readTree(t, filepath.Join(dir, "content/reports/2022-08/editions/3"))["data/referrals.csv"]
}

// TestTakeDownStopped: at whichever change a take-down is stopped, the release is there or
// not, and the next release finishes it. Until then a check names what is left.
func TestTakeDownStopped(t *testing.T) {
	from := plantedSite(t)
	request := withdrawal(t, "2022-08", "2022-10-01")
	request.Figures, request.TakeDown = []string{"own"}, true
	done := copied(t, from)
	mustRelease(t, done, request)
	want := readTree(t, done)
	for n := 1; ; n++ {
		dir := copied(t, from)
		f := &fault{n: n, kill: true}
		release(f.disk(), os.DirFS(dir), dir, request)
		if !f.fired {
			if n < 8 {
				t.Errorf("only %d changes", n)
			}
			return
		}
		if sealedIs(dir, "2022-08", 2) {
			for _, found := range examine(os.DirFS(dir)) {
				if found.ID != "taken-down-back" {
					t.Errorf("change %d: %v", n, found)
				}
			}
			// Any release goes on with it; this one is refused.
			release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, first(t, "2022-08", "2022-10-02"))
		} else {
			mustExamine(t, os.DirFS(dir))
			mustRelease(t, dir, request)
		}
		sameTree(t, want, withoutLock(readTree(t, dir)))
	}
}

func sealedIs(dir, round string, number int) bool {
	_, err := os.Stat(filepath.Join(dir, "content/reports", round, "editions", string(rune('0'+number)), "edition.yaml"))
	return err == nil
}

// withoutLock leaves out the lock file, which a killed release leaves and which locks
// nothing.
func withoutLock(files map[string]string) map[string]string {
	delete(files, releaseLock)
	return files
}

// TestTakenDownComesBack: old bytes from a branch are named, and the next release takes
// them down again. A tombstone that was edited is no tombstone.
func TestTakenDownComesBack(t *testing.T) {
	dir := plantedSite(t)
	const name = "content/reports/2022-08/editions/1/figures/own.csv"
	old := readTree(t, dir)[name]
	request := withdrawal(t, "2022-08", "2022-10-01")
	request.Figures, request.TakeDown = []string{"own"}, true
	mustRelease(t, dir, request)
	stone := readTree(t, dir)[name]
	if !strings.Contains(stone, "Taken down on 2022-10-01 by edition 2022-08@2") || !strings.Contains(stone, "3 values") || !strings.Contains(stone, "# nl: Dubbel geteld.") {
		t.Errorf("the tombstone says\n%s", stone)
	}
	for content, id := range map[string]string{old: "taken-down-back", stone + "#\n": "seal-broken", strings.ReplaceAll(stone, "\n", "\r\n"): "line-endings"} {
		write(t, dir, name, content)
		if found := examine(os.DirFS(dir)); len(found) != 1 || found[0].ID != id {
			t.Errorf("found %v, want %s", found, id)
		}
	}
	write(t, dir, name, old)
	if r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, first(t, "2022-08", "2022-10-02")); r.Err == nil {
		t.Error("a first edition of what is released")
	}
	if readTree(t, dir)[name] != stone {
		t.Error("it was not taken down again")
	}
}

// TestRestore: a correction does not publish again what was withdrawn unless it is asked
// to; then the old editions stay withdrawn.
func TestRestore(t *testing.T) {
	dir := plantedSite(t)
	mustRelease(t, dir, withdrawal(t, "2022-08", "2022-10-01"))
	again := correction(t, "2022-08", "2022-10-05")
	again.Kind, again.RefreshFigures = seal.Mistake, true
	refused := func(request ReleaseRequest, want string) {
		t.Helper()
		if r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, request); r.Err == nil || !strings.Contains(r.Err.Error(), want) {
			t.Errorf("%v, want %q; %v", r.Err, want, r.Findings)
		}
	}
	refused(again, "2022-08 is withdrawn by 2022-08@2: to publish it again, corrected, say --restore report")
	refused(withdrawal(t, "2022-08", "2022-10-05"), "withdrawn already")
	again.Restore = []string{"own"}
	refused(again, "--restore: own is not withdrawn")
	again.Restore = []string{wholeReport}
	mustRelease(t, dir, again)
	mustExamine(t, os.DirFS(dir))
	files := built(t, os.DirFS(dir), Options{})
	if page := files["nl/reports/2022-08/index.html"]; !strings.Contains(page, "quagga") || !strings.Contains(page, "(ingetrokken)") {
		t.Error("the report is not there again")
	}
	if page := files["nl/reports/2022-08/v1/index.html"]; strings.Contains(page, "quagga") || !strings.Contains(page, "Dubbel geteld.") {
		t.Error("the old edition is not withdrawn any more")
	}
	if files["nl/reports/2022-08/changes/index.html"] == "" || files["nl/reports/2022-08/v3/index.html"] == "" {
		t.Error("an address does not answer")
	}
	if strings.Contains(files["nl/reports/2022-08/changes/index.html"], "quagga") {
		t.Error("the changes say what was withdrawn")
	}
	for name, href := range map[string]string{"nl/reports/2022-08/v2/index.html": "../v3/", "nl/corrections/index.html": "../reports/2022-08/v3/"} {
		if want := `Opnieuw gepubliceerd</dt><dd><a href="` + href + `">editie 3, 5 oktober 2022</a>`; !strings.Contains(files[name], want) {
			t.Errorf("%s does not say that the report was published again: %s", name, files[name])
		}
	}

	one := withdrawal(t, "2022-08", "2022-10-10")
	one.Figures = []string{"own"}
	mustRelease(t, dir, one)
	again.Date, again.Restore = day(t, "2022-10-12"), nil
	replace(t, dir, "content/reports/2022-08/report.nl.md", "liep weg", "kwam terug")
	refused(again, "the figure own is withdrawn by 2022-08@4: take it out of the texts, or say --restore own")
	again.Restore = []string{"own"}
	mustRelease(t, dir, again)
	if page := built(t, os.DirFS(dir), Options{})["nl/reports/2022-08/v5/figures/own/index.html"]; !strings.Contains(page, "numbat") {
		t.Error("the figure is not there again")
	}
}

// TestRedoOfWithdrawal makes a withdrawal again on top of another branch's release; what it
// took down stays down.
func TestRedoOfWithdrawal(t *testing.T) {
	ours := plantedSite(t)
	theirs := copied(t, ours)
	request := withdrawal(t, "2022-08", "2022-10-01")
	request.Figures, request.TakeDown = []string{"own"}, true
	mustRelease(t, ours, request)
	mustRelease(t, theirs, correction(t, "2022-07", "2022-10-03", "2022-08/dvz/attestations"))
	const july = "content/reports/2022-07/editions/2"
	if err := os.CopyFS(filepath.Join(ours, july), os.DirFS(filepath.Join(theirs, july))); err != nil {
		t.Fatal(err)
	}
	if found := examine(os.DirFS(ours)); len(found) != 1 || found[0].ID != "chain-fork" {
		t.Fatalf("found %v", found)
	}
	mustRelease(t, ours, ReleaseRequest{Redo: seal.ReleaseID{Round: month(t, "2022-08"), Number: 2}})
	mustExamine(t, os.DirFS(ours))
	w := read(os.DirFS(ours))
	if last := w.chain[len(w.chain)-1]; last.ID().String() != "2022-08@2" || last.Released != day(t, "2022-10-03") || len(last.Withdrawn.Files) != 2 {
		t.Errorf("the last release is %+v", last.Manifest)
	}
	// What another branch brings back is taken down by its record, whose day is the first.
	const name = "content/reports/2022-08/editions/1/figures/own.csv"
	stone := readTree(t, ours)[name]
	write(t, ours, name, readTree(t, theirs)[name])
	release(volume.Disk{Volatile: true}, os.DirFS(ours), ours, first(t, "2022-08", "2022-11-01")) // which is refused
	if is := readTree(t, ours)[name]; is != stone {
		t.Errorf("it was not taken down again: %s", is)
	}
}

// TestRedoTakesDownAnew: what the other branch published of a value that is taken down goes
// too when the take-down is made again on top of it.
func TestRedoTakesDownAnew(t *testing.T) {
	ours := plantedSite(t)
	write(t, ours, "data/drops/2022-08/fedasil/referrals.2.csv", "month,area,referrals\n2022-08,BE,47700\n2022-08,BE-VLG,47399\n2022-08,BE-BRU,217\n2022-08,BE-WAL,84\n")
	write(t, ours, "data/drops/2022-08/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-09-28\nchanged: {nl: Herteld., en: Counted again.}\n")
	theirs := copied(t, ours)
	request := withdrawal(t, "2022-07", "2022-10-01")
	for _, code := range []observation.Codes{"BE-BRU", "BE-WAL"} {
		key := attestations(t, "2022-08")
		key.Series = observation.Series{Indicator: "referrals", Codes: code}
		request.Observations = append(request.Observations, key)
	}
	mustRelease(t, ours, request)
	mustRelease(t, theirs, correction(t, "2022-08", "2022-10-03", "2022-08/fedasil/referrals.2"))
	const august = "content/reports/2022-08/editions/2"
	if err := os.CopyFS(filepath.Join(ours, august), os.DirFS(filepath.Join(theirs, august))); err != nil {
		t.Fatal(err)
	}
	mustRelease(t, ours, ReleaseRequest{Redo: seal.ReleaseID{Round: month(t, "2022-07"), Number: 2}})
	mustExamine(t, os.DirFS(ours))
	data := readTree(t, filepath.Join(ours, august))["data/referrals.csv"]
	if strings.Contains(data, "217") || strings.Contains(data, ",84,") || !strings.Contains(data, "47399") {
		t.Errorf("the other branch still says\n%s", data)
	}
}

// TestEverySealedFileCounts: of whatever kind a file of an edition is, of a withdrawal too,
// a byte that changed, a file that is gone and one that came are found.
func TestEverySealedFileCounts(t *testing.T) {
	dir := plantedSite(t)
	request := withdrawal(t, "2022-08", "2022-10-01")
	request.Figures, request.TakeDown = []string{"own"}, true
	mustRelease(t, dir, request)
	files := readTree(t, dir)
	kinds := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.Contains(name, "/editions/") {
			continue
		}
		content := files[name]
		for change, damage := range map[string]func() error{
			"changed": func() error {
				return os.WriteFile(filepath.Join(dir, name), []byte(content[:len(content)-1]+"#"), 0o644)
			},
			"gone":    func() error { return os.Remove(filepath.Join(dir, name)) },
			"doubled": func() error { return os.WriteFile(filepath.Join(dir, name+".copy"), []byte(content), 0o644) },
		} {
			if err := damage(); err != nil {
				t.Fatal(err)
			}
			w := newWorkspace(os.DirFS(dir))
			if w.readEditions(); w.out.Errors() == 0 {
				t.Errorf("%s is %s, and nothing is said", name, change)
			}
			if err := os.Remove(filepath.Join(dir, name+".copy")); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			write(t, dir, name, content)
		}
		kinds[strings.TrimLeft(filepath.Ext(name), ".")] = true
	}
	if len(kinds) != 3 {
		t.Errorf("only %v", kinds)
	}
	mustExamine(t, os.DirFS(dir))
}
