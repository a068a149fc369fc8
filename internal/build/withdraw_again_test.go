package build

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/seal"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// TestWithdrawnAgain: a report that was published again and withdrawn again tells of the last
// withdrawal at its own addresses, and each edition of the one that took it back.
func TestWithdrawnAgain(t *testing.T) {
	dir := plantedSite(t)
	mustRelease(t, dir, withdrawal(t, "2022-08", "2022-10-01"))
	again := correction(t, "2022-08", "2022-10-05")
	again.Kind, again.RefreshFigures, again.Restore = seal.Mistake, true, []string{wholeReport}
	again.Reason = source.NewText("nl", "Nu zonder nandoe.")
	mustRelease(t, dir, again)
	last := withdrawal(t, "2022-08", "2022-11-11")
	last.Reason = source.NewText("nl", "Weer dubbel.")
	mustRelease(t, dir, last)
	files := built(t, os.DirFS(dir), Options{})
	for page, want := range map[string]string{"": "Weer dubbel.", "changes/": "Weer dubbel.", "v1/": "Dubbel geteld.", "v3/": "Weer dubbel."} {
		content := files["nl/reports/2022-08/"+page+"index.html"]
		if !strings.Contains(content, want) || strings.Contains(content, "Weer dubbel.") != (want == "Weer dubbel.") {
			t.Errorf("the page %q does not say %q alone", page, want)
		}
	}
	if names := holding(artifacts(t, files), []string{"nandoe"}); names != nil {
		t.Errorf("why the edition was released that is withdrawn is still said in %v", names)
	}
}

// TestWithdrawnUnderAllNames: a figure is taken back in all editions of its report, also in
// those where it had another id.
func TestWithdrawnUnderAllNames(t *testing.T) {
	for _, name := range []string{"own", "mine"} {
		dir := plantedSite(t)
		replace(t, dir, "content/reports/2022-08/figures.yaml", "id: own", "id: mine\n    formerly: [own]")
		for _, language := range []string{"nl", "en"} {
			replace(t, dir, "content/reports/2022-08/report."+language+".md", "{{figure own}}", "{{figure mine}}")
		}
		renamed := correction(t, "2022-08", "2022-09-25")
		renamed.Kind = seal.Editorial
		mustRelease(t, dir, renamed)
		request := withdrawal(t, "2022-08", "2022-10-01")
		request.Figures = []string{name}
		mustRelease(t, dir, request)
		files := built(t, os.DirFS(dir), Options{})
		if names := holding(artifacts(t, files), plantedFigure); names != nil {
			t.Errorf("withdrawn as %s, it is still in %v", name, names)
		}
		for _, page := range []string{"v1/figures/own/", "v2/figures/own/", "v2/figures/mine/"} {
			if !strings.Contains(files["nl/reports/2022-08/"+page+"index.html"], "Dubbel geteld.") {
				t.Errorf("withdrawn as %s, there is no notice at %s", name, page)
			}
		}
	}
}

// TestRestoreUnderAnotherName: a new id brings nothing back that was withdrawn.
func TestRestoreUnderAnotherName(t *testing.T) {
	dir := plantedSite(t)
	request := withdrawal(t, "2022-08", "2022-10-01")
	request.Figures = []string{"own"}
	mustRelease(t, dir, request)
	replace(t, dir, "content/reports/2022-08/figures.yaml", "id: own", "id: mine\n    formerly: [own]")
	for _, language := range []string{"nl", "en"} {
		replace(t, dir, "content/reports/2022-08/report."+language+".md", "{{figure own}}", "{{figure mine}}")
	}
	again := correction(t, "2022-08", "2022-10-05")
	again.Kind = seal.Editorial
	if r := release(volume.Disk{Volatile: true}, os.DirFS(dir), dir, again); r.Err == nil || !strings.Contains(r.Err.Error(), "the figure own is withdrawn by 2022-08@2") {
		t.Errorf("%v %v %s", r.Err, r.Findings, r.Summary)
	}
	again.Restore = []string{"own"}
	mustRelease(t, dir, again)
}

// TestEmbargoOfWithdrawal: what the public has is taken back at once, also when a correction
// of it waits for a day.
func TestEmbargoOfWithdrawal(t *testing.T) {
	dir := plantedSite(t)
	replace(t, dir, "content/reports/2022-08/report.yaml", "ronde: 1\n", "ronde: 1\nembargo: 2022-10-20\n")
	replace(t, dir, "content/reports/2022-08/report.nl.md", "liep weg", "kwam terug")
	later := correction(t, "2022-08", "2022-09-25")
	later.Kind = seal.Editorial
	mustRelease(t, dir, later)
	mustRelease(t, dir, withdrawal(t, "2022-08", "2022-10-01"))
	now := day(t, "2022-10-02")
	files := artifacts(t, built(t, os.DirFS(dir), Options{SiteDate: &now}))
	if names := holding(files, plantedText); names != nil {
		t.Errorf("it is still in %v", names)
	}
}

// TestWithdrawnIsNotRevised: what a later delivery says otherwise of a report that is
// withdrawn calls for no correction.
func TestWithdrawnIsNotRevised(t *testing.T) {
	dir := newSite(t)
	mustRelease(t, dir, first(t, "2022-07", "2022-08-20"))
	revised := func() bool {
		return slices.ContainsFunc(Check(os.DirFS(dir), Options{}).Findings, func(d diag.Diagnostic) bool { return d.ID == "round-revised" })
	}
	if !revised() {
		t.Fatal("August revises nothing of July")
	}
	mustRelease(t, dir, withdrawal(t, "2022-07", "2022-08-25"))
	if revised() {
		t.Error("a correction of what is withdrawn is asked for")
	}
}
