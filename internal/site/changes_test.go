package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

// revisedWorld has a report of July that was revised, and one of August that was not.
func revisedWorld(t *testing.T) *world {
	t.Helper()
	w := releasedWorld(t)
	w.revise()
	return w
}

// revise releases a correction of July.
func (w *world) revise() {
	w.t.Helper()
	w.write("data/drops/2022-07/dvz/attestations.2.csv", "maand;gebied;attesten;status\n2022-06;BE;4.120;P\n2022-07;BE;3.156;\n")
	w.write("data/drops/2022-07/dvz/attestations.2.yaml", "ronde: 1\nreceived: 2022-09-24\nchanged: {nl: Nageteld.}\n")
	w.correct("2022-07", "2022-09-25", seal.Revision, "nl", "Juli is nageteld.", "en", "July was counted again.")
}

// texts gives the texts of a row: a mark with what it means.
func texts(r site.Row) string {
	all := []string{r.Head}
	for _, c := range r.Cells {
		text := c.Text
		if c.Meaning != "" {
			text += " (" + c.Meaning + ")"
		}
		all = append(all, text)
	}
	return strings.Join(all, " | ")
}

func rows(t *site.Table) (all []string) {
	for _, r := range t.Rows {
		all = append(all, texts(r))
	}
	return all
}

func TestChanges(t *testing.T) {
	all := outputs(t, revisedWorld(t).site("2022-10-01"))
	p := pageAt[*site.Changes](t, all, "nl/reports/2022-07/changes/")
	if p.Round != "juli 2022" || p.Report != "../" || p.NoIndex || p.Fallback != nil || p.Released.ISO != "2022-09-25" || len(p.Trail) != 2 || p.Trail[1].Href != "../" || len(p.Editions) != 1 {
		t.Fatalf("%+v", p)
	}
	e := p.Editions[0]
	if e.ID != "v2" || e.Kind != site.CorrectionRevision || e.Reason.Text != "Juli is nageteld." || e.Seal != (site.Seal{Sealed: true}) {
		t.Errorf("%s, %s, %+v, %+v", e.ID, e.Kind, e.Reason, e.Seal)
	}
	if e.Edition.Href != "../v2/" || e.Replaced.Href != "../v1/" || e.Replaced.Date.ISO != "2022-08-30" {
		t.Errorf("%+v after %+v", e.Edition, e.Replaced)
	}
	if e.Changed != 1 || e.Restated != 1 || e.Appeared != 0 || e.Disappeared != 0 || !e.Headline {
		t.Errorf("%d changed, %d restated, %d appeared, %d disappeared, headline %t", e.Changed, e.Restated, e.Appeared, e.Disappeared, e.Headline)
	}
	want := []string{
		"Attesten, België (personen) | juni 2022 | 4.120 | 4.120\u00a0[p] | andere status: gepubliceerd → voorlopig [p] | – (niet beschikbaar)",
		"Attesten, België (personen) | juli 2022 | 3.159 | 3.156 | −3 | −0,1%",
	}
	if diff := cmp.Diff(want, rows(e.Values)); diff != "" || e.More != 0 {
		t.Errorf("%d more, values (-want +got):\n%s", e.More, diff)
	}
	if c := e.Values.Rows[1].Cells[2]; c.Style != site.CellChanged {
		t.Errorf("the new value is %+v", c)
	}
	if e.Largest == nil || *e.Largest != (site.LargestChange{What: "Attesten, België (personen), juli 2022", Text: "−3 (−0,1%; basis 3.159)"}) || e.LargestPercent != nil {
		t.Errorf("largest %+v, in per cent %+v", e.Largest, e.LargestPercent)
	}
	var legend []string
	for _, l := range e.Legend {
		legend = append(legend, l.Mark)
	}
	if got := strings.Join(legend, " "); got != "[p]" {
		t.Errorf("legend %s", got)
	}
	var figures []string
	for _, f := range e.Figures {
		figures = append(figures, fmt.Sprintf("%s %d %s %s", f.Kind, f.Values, f.Before, f.After))
	}
	want = []string{
		"changed 2 ../v1/figures/key/ ../v2/figures/key/", "changed 2 ../v1/figures/months/ ../v2/figures/months/", "changed 2 ../v1/figures/both/ ../v2/figures/both/",
	}
	if diff := cmp.Diff(want, figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	point := site.TextChange{Part: site.PartMainPoints, Paragraphs: []site.ParagraphChange{{Runs: []site.TextRun{
		{Edit: site.EditKept, Text: "In juli kregen", Space: true}, {Edit: site.EditDeleted, Text: "3.159", Space: true},
		{Edit: site.EditInserted, Text: "3.156", Space: true}, {Edit: site.EditKept, Text: "personen een attest."},
	}}}}
	if diff := cmp.Diff(point, e.Texts[0]); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	for _, path := range []string{"nl/reports/2022-08/changes/index.html", "en/reports/2022-08/changes/index.html"} {
		if _, ok := all[path]; ok {
			t.Errorf("%s: August was not corrected", path)
		}
	}
}

// TestRevisionsOfAReport: the page of the edition that replaces another says what
// changed and leads on; others do not.
func TestRevisionsOfAReport(t *testing.T) {
	all := outputs(t, revisedWorld(t).site("2022-10-01"))
	for address, href := range map[string]string{"nl/reports/2022-07/": "changes/", "nl/reports/2022-07/v2/": "../changes/"} {
		p := pageAt[*site.Report](t, all, address)
		if p.Revisions == nil || p.Revisions.Href != href+"#v2" || p.Revisions.More != 0 || p.Revisions.Reason.Text != "Juli is nageteld." || p.Status.Changes != href {
			t.Fatalf("%s: %+v, status leads to %q", address, p.Revisions, p.Status.Changes)
		}
		explained := 0
		for _, l := range p.Legend {
			if l.Mark == "[p]" {
				explained++
			}
		}
		if explained != 1 {
			t.Errorf("%s: [p] is explained %d times", address, explained)
		}
		if got := texts(p.Revisions.Table.Rows[1]); got != "Attesten, België (personen) | juli 2022 | 3.159 | 3.156 | −3" {
			t.Errorf("%s: %s", address, got)
		}
	}
	if f := pageAt[*site.FigurePage](t, all, "nl/reports/2022-07/v2/figures/months/"); f.Status.Changes != "../../../changes/" {
		t.Errorf("a figure's panel leads to %q", f.Status.Changes)
	}
	for _, address := range []string{"nl/reports/2022-07/v1/", "nl/reports/2022-08/", "nl/reports/2022-08/v1/"} {
		if p := pageAt[*site.Report](t, all, address); p.Revisions != nil || p.Status.Changes != "" {
			t.Errorf("%s: %+v, status leads to %q", address, p.Revisions, p.Status.Changes)
		}
	}
}

// TestChangesOfWords: a correction of the Dutch text alone says in English that
// nothing differs, and a report that has no English shows its own language.
func TestChangesOfWords(t *testing.T) {
	w := releasedWorld(t)
	w.replace("content/reports/2022-07/report.nl.md", "personen een attest.", "mensen een attest.")
	w.correct("2022-07", "2022-09-25", seal.Editorial, "nl", "Een woord.")
	w.replace("content/reports/2022-08/report.nl.md", "attesten.", "papieren.")
	w.correct("2022-08", "2022-09-26", seal.Editorial, "nl", "Nog een woord.")
	all := outputs(t, w.site("2022-10-01"))

	dutch := pageAt[*site.Changes](t, all, "nl/reports/2022-07/changes/").Editions[0]
	if len(dutch.Texts) != 1 || dutch.Values != nil || dutch.Changed != 0 || dutch.Headline || dutch.Largest != nil || dutch.Figures != nil {
		t.Errorf("in Dutch: %+v", dutch)
	}
	english := pageAt[*site.Changes](t, all, "en/reports/2022-07/changes/")
	if e := english.Editions[0]; e.Texts != nil || e.Reason.Seal.Lang != "nl" || english.Fallback != nil {
		t.Errorf("in English: %+v, fallback %+v", e, english.Fallback)
	}
	if p := pageAt[*site.Report](t, all, "en/reports/2022-07/"); p.Revisions == nil || p.Revisions.Table != nil {
		t.Errorf("no value differs: %+v", p.Revisions)
	}
	foreign := pageAt[*site.Changes](t, all, "en/reports/2022-08/changes/")
	if foreign.Fallback == nil || foreign.Fallback.Lang != "nl" || !foreign.NoIndex {
		t.Errorf("fallback %+v, noindex %t", foreign.Fallback, foreign.NoIndex)
	}
	if e := foreign.Editions[0]; e.Seal.Lang != "nl" || e.TextSeal != (site.Seal{Sealed: true, Lang: "nl"}) || len(e.Texts) != 1 {
		t.Errorf("%+v", e)
	}
}

// TestTranslationIsAChange: a language that only the newer edition has is named, and
// the texts that both have are compared in the other.
func TestTranslationIsAChange(t *testing.T) {
	w := releasedWorld(t)
	w.write("content/reports/2022-08/report.en.md", "---\nmain_points:\n  - \"August: {{attestations}} certificates.\"\n---\n\n{{figure key}}\n\n## Protection\n\n{{figure months}}\n")
	w.correct("2022-08", "2022-09-26", seal.Translation, "en", "Now in English.")
	p := pageAt[*site.Changes](t, outputs(t, w.site("2022-10-01")), "en/reports/2022-08/changes/")
	if diff := cmp.Diff([]site.LanguageChange{{Kind: site.ChangeAppeared, Name: "English"}}, p.Editions[0].Languages); diff != "" || p.Fallback != nil || p.Editions[0].Texts != nil {
		t.Errorf("%+v\n%s", p.Editions[0], diff)
	}
}

// TestManyChanges: a page shows as many values as a reader can take in, and says how
// many more there are.
func TestManyChanges(t *testing.T) {
	w := smallWorld(t)
	months := func(plus int) string {
		var b strings.Builder
		b.WriteString("maand;gebied;attesten\n")
		for i := range 240 {
			fmt.Fprintf(&b, "%d-%02d;BE;%d\n", 2002+(i+7)/12, (i+7)%12+1, 5000+i+plus*(i+1))
		}
		return b.String()
	}
	w.replace("data/datasets/attestations.yaml", "from: 2022-05", "from: 2002-08")
	w.write("data/drops/2022-07/dvz/attestations.csv", months(0))
	w.release("2022-07", "2022-08-30")
	w.write("data/drops/2022-07/dvz/attestations.2.csv", months(1))
	w.write("data/drops/2022-07/dvz/attestations.2.yaml", "ronde: 1\nreceived: 2022-09-24\nchanged: {nl: Nageteld.}\n")
	w.correct("2022-07", "2022-09-25", seal.Revision, "nl", "Alles is nageteld.")
	all := outputs(t, w.site("2022-10-01"))
	e := pageAt[*site.Changes](t, all, "nl/reports/2022-07/changes/").Editions[0]
	if e.Changed <= 200 || len(e.Values.Rows) != 200 || e.More != e.Changed+e.Restated+e.Appeared+e.Disappeared-200 {
		t.Errorf("%d changed, %d rows, %d more", e.Changed, len(e.Values.Rows), e.More)
	}
	if e.Largest == nil || e.Largest.What != "Attesten, België (personen), juli 2022" || !strings.HasPrefix(e.Largest.Text, "+240 ") {
		t.Errorf("the largest change is not found behind what is shown: %+v", e.Largest)
	}
	r := pageAt[*site.Report](t, all, "nl/reports/2022-07/").Revisions
	if len(r.Table.Rows) != 10 || r.More != e.More+190 {
		t.Errorf("on the report %d rows, %d more", len(r.Table.Rows), r.More)
	}
}

// TestChangesAsSeen: the real theme shows the pair of values, and the words of both
// editions.
func TestChangesAsSeen(t *testing.T) {
	findings, pages := published(t, revisedWorld(t).site("2022-10-01"))
	for _, f := range findings {
		t.Error(f)
	}
	page := pages["en/reports/2022-07/changes/index.html"]
	for _, piece := range []string{
		"<h1>Changes to the report for July 2022</h1>", `<td class="chg"><span data-edition>3,156</span></td>`, `<span data-edition>3,159</span></del>`, `<span data-edition>3,156</span></ins>`,
		`href="../v1/figures/months/"`, "July was counted again.",
	} {
		if !strings.Contains(page, piece) {
			t.Errorf("the page lacks %s", piece)
		}
	}
	for path, content := range pages {
		if strings.Contains(path, "/reports/2022-08/") && strings.Contains(content, "_revisions") {
			t.Errorf("%s tells of revisions", path)
		}
	}
}
