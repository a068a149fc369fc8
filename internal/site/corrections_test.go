package site_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/source"
)

// thriceCorrectedWorld has August in another language, a revision of July, and a change of
// words of July, in this order.
func thriceCorrectedWorld(t *testing.T) *world {
	t.Helper()
	w := releasedWorld(t)
	w.write("content/reports/2022-08/report.en.md", "---\nmain_points:\n  - \"August: {{attestations}} certificates.\"\n---\n\n{{figure key}}\n\n## Protection\n\n{{figure months}}\n")
	w.correct("2022-08", "2022-09-22", seal.Translation, "en", "Now in English.")
	w.revise()
	w.replace("content/reports/2022-07/report.nl.md", "personen een attest.", "mensen een attest.")
	w.correct("2022-07", "2023-01-10", seal.Editorial, "nl", "Een woord.")
	return w
}

// entryOf is an entry in one line.
func entryOf(e site.CorrectionEntry) string {
	largest := "–"
	if e.Largest != nil {
		largest = e.Largest.What + " " + e.Largest.Text
	}
	return fmt.Sprintf("%s|%s|%s → %s|%s|%s %s|%s|%s|%t|%s", e.Round, e.Report, e.Replaced.Href, e.Edition.Href, e.Kind, e.Reason.Text, e.Reason.Seal.Lang, e.Edition.Date.ISO, e.Changes, e.Headline, largest)
}

func entries(all []site.CorrectionEntry) (lines []string) {
	for _, e := range all {
		lines = append(lines, entryOf(e))
	}
	return lines
}

// TestCorrections: every edition that replaced another, those that changed words alone
// apart from those that changed figures.
func TestCorrections(t *testing.T) {
	all := outputs(t, thriceCorrectedWorld(t).site("2023-02-01"))
	p := pageAt[*site.Corrections](t, all, "en/corrections/")
	if len(p.Years) != 1 || p.Years[0].Year != "2022" {
		t.Fatalf("%+v", p.Years)
	}
	revised := p.Years[0].Corrections
	want := []string{
		"July 2022|../reports/2022-07/|../reports/2022-07/v1/ → ../reports/2022-07/v2/|revision|July was counted again. |2022-09-25|../reports/2022-07/changes/#v2|true|" +
			"Certificates, Belgium (persons), July 2022 −3 (−0.1%; base 3,159)",
	}
	if diff := cmp.Diff(want, entries(revised)); diff != "" {
		t.Error(diff)
	}
	if e := revised[0]; e.Changed != 1 || e.Restated != 1 || e.Appeared+e.Disappeared != 0 || e.ID != "2022-07-v2" {
		t.Errorf("%+v", e)
	}
	want = []string{
		"July 2022|../reports/2022-07/|../reports/2022-07/v2/ → ../reports/2022-07/v3/|editorial|Een woord. nl|2023-01-10|../reports/2022-07/changes/#v3|false|–",
		"August 2022|../reports/2022-08/|../reports/2022-08/v1/ → ../reports/2022-08/v2/|translation|Now in English. |2022-09-22|../reports/2022-08/changes/#v2|false|–",
	}
	if diff := cmp.Diff(want, entries(p.Words)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]site.LanguageChange{{Kind: site.ChangeAppeared, Name: "English"}}, p.Words[1].Languages); diff != "" {
		t.Error(diff)
	}
	if p.File.Href != "../../corrections.json" || p.File.Size == "" || p.CorrectionsFeed != "../corrections.xml" || p.NoIndex {
		t.Errorf("file %+v, feed %q", p.File, p.CorrectionsFeed)
	}
	for address, href := range map[string]string{"en/reports/": "../corrections/", "en/reports/2022-07/changes/": "../../../corrections/"} {
		got := ""
		switch page := all[address+"index.html"].Page.(type) {
		case *site.Reports:
			got = page.Corrections
		case *site.Changes:
			got = page.Corrections
		}
		if got != href {
			t.Errorf("%s leads to %q", address, got)
		}
	}
	// A year later begins a new list.
	w := revisedWorld(t)
	w.write("data/drops/2022-08/dvz/attestations.2.csv", "maand;gebied;attesten;status\n2022-08;BE;2.000;\n")
	w.write("data/drops/2022-08/dvz/attestations.2.yaml", "ronde: 1\nreceived: 2023-01-09\nchanged: {nl: Nageteld.}\n")
	w.correct("2022-08", "2023-01-10", seal.Mistake, "nl", "Een telfout.")
	p = pageAt[*site.Corrections](t, outputs(t, w.site("2023-02-01")), "nl/corrections/")
	var years []string
	for _, y := range p.Years {
		years = append(years, fmt.Sprint(y.Year, len(y.Corrections)))
	}
	if got := strings.Join(years, " "); got != "20231 20221" || p.Words != nil {
		t.Errorf("%s, of words %+v", got, p.Words)
	}
}

// TestEditorialThatChangedAFigure: what an edition changed counts, not what it is called.
func TestEditorialThatChangedAFigure(t *testing.T) {
	w := releasedWorld(t)
	w.write("data/drops/2022-07/dvz/attestations.2.csv", "maand;gebied;attesten;status\n2022-07;BE;3.156;\n")
	w.write("data/drops/2022-07/dvz/attestations.2.yaml", "ronde: 1\nreceived: 2022-09-24\nchanged: {nl: Nageteld.}\n")
	w.correct("2022-07", "2022-09-25", seal.Editorial, "nl", "Een woord.")
	p := pageAt[*site.Corrections](t, outputs(t, w.site("2022-10-01")), "nl/corrections/")
	if len(p.Years) != 1 || p.Words != nil {
		t.Errorf("%+v", p)
	}
}

// TestNoCorrections: the page is there and says so.
func TestNoCorrections(t *testing.T) {
	s := releasedWorld(t).site("2022-10-01")
	if p := pageAt[*site.Corrections](t, outputs(t, s), "nl/corrections/"); p.Years != nil || p.Words != nil {
		t.Errorf("%+v", p)
	}
	_, pages := published(t, s)
	if page := pages["nl/corrections/index.html"]; !strings.Contains(page, "Tot nu toe werd geen enkel cijfer van een rapport gecorrigeerd.") {
		t.Error(page)
	}
	if f := feedAt(t, outputs(t, s), "nl/corrections.xml"); len(f.Entries) != 0 || f.Updated[0] != "2022-08-30T12:00:00Z" {
		t.Errorf("feed: %+v", f)
	}
}

// TestDraftCorrection: a correction that is not released is none.
func TestDraftCorrection(t *testing.T) {
	w := releasedWorld(t)
	draft := w.compile("2022-07", "2022-09-25", &seal.Manifest{Number: 2, Replaces: 1, Kind: seal.Editorial})
	all := outputs(t, w.site("2022-10-01", draft))
	if p := pageAt[*site.Corrections](t, all, "nl/corrections/"); p.Years != nil || p.Words != nil {
		t.Errorf("%+v", p)
	}
	if got := correctionsIn(t, all); len(got.Corrections) != 0 {
		t.Errorf("%+v", got)
	}
}

type correctionsJSON struct {
	Format      string
	Corrections []struct {
		From, To          struct{ ID, Released string }
		Kind              string
		Reason, Addresses map[string]string
		Headline          bool
		Languages         []struct{ Language, Change string }
		Values            []map[string]any
	}
}

// correctionsIn reads corrections.json, which has to hold no key that is not described.
func correctionsIn(t *testing.T, all map[string]site.Output) (f correctionsJSON) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(all[site.CorrectionsName].Content)))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		t.Fatal(err)
	}
	if f.Format != "ronde-corrections/1" || f.Corrections == nil {
		t.Errorf("%+v", f)
	}
	return f
}

// TestCorrectionsForPrograms: each value with its key, and as both editions say it.
func TestCorrectionsForPrograms(t *testing.T) {
	all := outputs(t, thriceCorrectedWorld(t).site("2023-02-01"))
	f := correctionsIn(t, all)
	var got []string
	for _, c := range f.Corrections {
		got = append(got, fmt.Sprint(c.From.ID, " ", c.To.ID, " ", c.To.Released, " ", c.Kind, " ", c.Reason, " ", c.Headline, " ", c.Languages, " ", len(c.Values)))
		for lang, address := range c.Addresses {
			path, anchor, _ := strings.Cut(address, "#")
			p := pageAt[*site.Changes](t, all, path)
			if !strings.HasPrefix(address, lang+"/") || !hasEdition(p, anchor) {
				t.Errorf("%s leads nowhere", address)
			}
		}
		if len(c.Addresses) != 2 {
			t.Errorf("addresses %v", c.Addresses)
		}
	}
	want := []string{
		"2022-07@2 2022-07@3 2023-01-10 editorial map[nl:Een woord.] false [] 0",
		"2022-07@1 2022-07@2 2022-09-25 revision map[en:July was counted again. nl:Juli is nageteld.] true [] 2",
		"2022-08@1 2022-08@2 2022-09-22 translation map[en:Now in English.] false [{en appeared}] 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	value := map[string]any{
		"indicator": "attestations", "codes": "BE", "period": "2022-07", "change": "changed", "difference": "-3", "percent": "-0.1", "headline": true,
		"old": map[string]any{"value": "3159", "status": "", "qualifier": "", "drop": "2022-07/dvz/attestations"},
		"new": map[string]any{"value": "3156", "status": "", "qualifier": "", "drop": "2022-07/dvz/attestations.2"},
	}
	if diff := cmp.Diff(value, f.Corrections[1].Values[1]); diff != "" {
		t.Error(diff)
	}
}

func hasEdition(p *site.Changes, anchor string) bool {
	for _, e := range p.Editions {
		if e.ID == anchor {
			return true
		}
	}
	return false
}

// TestCorrectionsFeed: an entry for each correction, known by another name than the
// release in the feed of all.
func TestCorrectionsFeed(t *testing.T) {
	s := thriceCorrectedWorld(t).site("2023-02-01")
	s.Names = map[string]site.Names{"nl": {Corrections: map[site.CorrectionKind]string{site.CorrectionRevision: "herziening"}, Kinds: map[site.Kind]string{site.KindCorrections: "Correcties"}}}
	all := outputs(t, s)
	f := feedAt(t, all, "nl/corrections.xml")
	if f.ID[0] != landAddress+"nl/corrections.xml" || f.Title[0] != "Ontheemden in België: Correcties" || f.Updated[0] != "2023-01-10T12:00:00Z" || len(f.Entries) != 3 || f.Author.Name != "Redactie" {
		t.Errorf("%+v", f)
	}
	e := f.Entries[1]
	got := strings.Join([]string{e.ID[0], e.Title[0], e.Published, e.Summary, e.Category.Term, e.Category.Label, e.Lang, e.Links[0].Href}, "|")
	want := landAddress + "nl/reports/2022-07/changes/#v2|Ontheemden: juli 2022 (editie 2): herziening|2022-09-25T12:00:00Z|" +
		"Juli is nageteld. Attesten, België (personen), juli 2022: −3 (−0,1%; basis 3.159).|revision|herziening||" + landAddress + "nl/reports/2022-07/changes/#v2"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	ids := map[string]bool{}
	for _, path := range []string{"nl/feed.xml", "nl/corrections.xml", "en/feed.xml", "en/corrections.xml"} {
		for _, e := range feedAt(t, all, path).Entries {
			if ids[e.ID[0]] {
				t.Errorf("%s: %s is the name of two entries", path, e.ID[0])
			}
			ids[e.ID[0]] = true
		}
	}
	for _, e := range feedAt(t, all, "en/corrections.xml").Entries {
		if e.Lang != "" || e.Links[0].Lang != "en" {
			t.Errorf("%s is in %q", e.ID[0], e.Lang)
		}
	}
	if f := all["nl/index.html"].Page.Common(); f.CorrectionsFeed != "corrections.xml" {
		t.Errorf("the home page names %q", f.CorrectionsFeed)
	}
}

// TestCorrectionsAsSeen: the real theme names kinds in words and leads on.
func TestCorrectionsAsSeen(t *testing.T) {
	findings, pages := published(t, thriceCorrectedWorld(t).site("2023-02-01"))
	for _, f := range findings {
		t.Error(f)
	}
	page := pages["nl/corrections/index.html"]
	for _, piece := range []string{
		"<h1>Correcties</h1>", `<h3 id="2022-07-v2"><a href="../reports/2022-07/">Juli 2022</a></h3>`, "<dd>herziening</dd>", "<dd data-edition>Juli is nageteld.</dd>",
		`<h2 id="_words">Bewoording en vertalingen</h2>`, `<dd data-edition lang="en">Now in English.</dd>`, `href="../reports/2022-07/changes/#v2"`,
	} {
		if !strings.Contains(page, piece) {
			t.Errorf("the page lacks %s", piece)
		}
	}
	for path, href := range map[string]string{"nl/index.html": `"corrections/"`, "nl/reports/index.html": `"../corrections/"`, "nl/reports/2022-07/changes/index.html": `"../../../corrections/"`} {
		_, main, _ := strings.Cut(pages[path], "<main")
		if n := strings.Count(main, "href="+href); n == 0 || n == 1 && path != "nl/index.html" {
			t.Errorf("%s leads to the corrections %d times", path, n)
		}
	}
}

// TestWithdrawalsAmongCorrections: what was taken back stands in the list and in the feed,
// and the editions that went with it no longer do.
func TestWithdrawalsAmongCorrections(t *testing.T) {
	w := thriceCorrectedWorld(t)
	w.write("content/calendar.yaml", "ronde: 1\nreleases: [{round: 2022-07, date: 2022-08-30}]\n")
	w.editions = append(w.editions, &edition.Edition{Seal: seal.Hash(nil), Manifest: seal.Manifest{
		Round: month(t, "2022-07"), Number: 4, Kind: seal.Withdrawal, Released: day(t, "2023-01-20"), Reason: source.NewText("nl", "Persoonsgegevens."), Withdrawn: seal.Withdrawn{Report: true},
	}})
	all := outputs(t, w.site("2023-02-01"))
	p := pageAt[*site.Corrections](t, all, "nl/corrections/")
	want := []site.WithdrawalEntry{{
		ID: "2022-07-v4", Title: "Juli 2022", Round: "juli 2022", Extent: site.WithdrawnExtent{Whole: true},
		Reason: site.Correction{Date: site.Date{ISO: "2023-01-20", Text: "20 januari 2023"}, Text: "Persoonsgegevens.", Seal: site.Seal{Sealed: true}, Href: "../reports/2022-07/v4/"},
	}}
	if diff := cmp.Diff(want, p.Withdrawals); diff != "" || p.Years != nil || len(p.Words) != 1 {
		t.Errorf("%s, %d years, %d of words", diff, len(p.Years), len(p.Words))
	}
	f := feedAt(t, all, "nl/corrections.xml")
	if len(f.Entries) != 2 || f.Entries[0].ID[0] != landAddress+"nl/reports/2022-07/v4/" || f.Updated[0] != "2023-01-20T12:00:00Z" {
		t.Errorf("feed: %+v", f)
	}
	if got := correctionsIn(t, all); len(got.Corrections) != 1 {
		t.Errorf("%+v", got)
	}
	calendar := pageAt[*site.Calendar](t, all, "nl/calendar/")
	if last := calendar.Past[len(calendar.Past)-1]; !last.Withdrawn || last.Round != "Juli 2022" || calendar.Coming != nil {
		t.Errorf("%+v, coming %+v", last, calendar.Coming)
	}
}
