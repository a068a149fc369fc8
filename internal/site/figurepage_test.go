package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

func TestFigurePage(t *testing.T) {
	all := outputs(t, correctedWorld(t).site("2022-10-01"))
	p := pageAt[*site.FigurePage](t, all, "nl/reports/2022-07/v2/figures/months/")
	if p.Figure.Title != "Juni blijft boven juli" || p.Figure.Subtitle == "" || p.Figure.Picture.Wide != "../months.svg#plot" || len(p.Figure.Table.Rows) != 3 || p.Tiles != nil {
		t.Errorf("figure: %+v", p.Figure)
	}
	if p.Report != (site.Quotation{Text: "Ontheemden: juli 2022", Href: "../../../#months"}) {
		t.Errorf("report: %+v", p.Report)
	}
	var downloads []string
	for _, d := range p.Figure.Downloads {
		downloads = append(downloads, d.Format+" "+d.Text+" "+d.Href)
	}
	want := []string{
		"CSV Gegevens van deze figuur ../months.csv", "SVG Afbeelding, breed ../months.svg", "SVG Afbeelding, smal ../months.narrow.svg",
		"XLSX Werkmap van de hele editie ../../2022-07-v2-nl.xlsx",
	}
	if diff := cmp.Diff(want, downloads); diff != "" {
		t.Errorf("downloads (-want +got):\n%s", diff)
	}
	const address = "https://cijfers.example/land/nl/reports/2022-07/v2/figures/months/"
	cite := site.Cite{Text: "“Juni blijft boven juli”. Ontheemden in België. Ontheemden: juli 2022. Editie 2, gepubliceerd op 25 september 2022.", Address: address, Href: "./"}
	if diff := cmp.Diff(cite, p.Cite); diff != "" {
		t.Errorf("cite (-want +got):\n%s", diff)
	}
	if code := p.Embed.Code; !strings.HasPrefix(code, `<iframe src="`+address+`embed/" title="Juni blijft boven juli" width="100%" height="`) {
		t.Errorf("embed: %s", code)
	}
	if len(p.Definitions) != 1 || p.Definitions[0].Term != "Attesten" || len(p.Indicators) != 1 || p.Indicators[0].Href != "../../../../../indicators/attestations/" {
		t.Errorf("definitions %+v, indicators %+v", p.Definitions, p.Indicators)
	}
	if p.Previous != nil || p.Next == nil || *p.Next != (site.Link{Text: "Augustus 2022", Href: "../../../../2022-08/v1/figures/months/"}) {
		t.Errorf("previous %v, next %v", p.Previous, p.Next)
	}
	if p.Status.Kind != site.StatusAmended || len(p.Status.Editions) != 2 || p.Status.Editions[1].Href != "../../../v1/figures/months/" {
		t.Errorf("status: %+v", p.Status)
	}
	if p.Record() != nil || !p.NoIndex {
		t.Error("a figure that a later report has too is to be found there")
	}

	old := pageAt[*site.FigurePage](t, all, "nl/reports/2022-07/v1/figures/months/")
	if old.Status.Kind != site.StatusSuperseded || old.Status.Latest != "../../../v2/figures/months/" || !old.NoIndex || old.Report.Href != "../../#months" {
		t.Errorf("superseded: %+v, report %+v", old.Status, old.Report)
	}
	newest := pageAt[*site.FigurePage](t, all, "nl/reports/2022-08/v1/figures/months/")
	if newest.Previous == nil || newest.Previous.Href != "../../../../2022-07/v2/figures/months/" || newest.Next != nil || newest.NoIndex || newest.Record() == nil {
		t.Errorf("newest: previous %v, next %v, noindex %t", newest.Previous, newest.Next, newest.NoIndex)
	}
}

// TestFigureOfKeyFigures: a row of key figures has a page too, a small picture in
// a sentence has none.
func TestFigureOfKeyFigures(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	p := pageAt[*site.FigurePage](t, all, "en/reports/2022-07/v1/figures/key/")
	if len(p.Tiles) != 3 || p.Tiles[0].Definition != "#def-attestations" || p.Tiles[0].Spark.Wide != "../key.1.svg" || p.Figure.Picture != nil {
		t.Errorf("tiles: %+v", p.Tiles)
	}
	if len(p.Figure.Table.Columns) != 4 || p.Report.Href != "../../../" || len(p.Definitions) != 3 {
		t.Errorf("table %+v, report %+v", p.Figure.Table.Columns, p.Report)
	}
	if e := pageAt[*site.Embed](t, all, "en/reports/2022-07/v1/figures/key/embed/"); len(e.Tiles) != 3 || e.Tiles[0].Definition != "" {
		t.Errorf("embedded: %+v", e.Tiles)
	}
	for path, o := range all {
		if strings.Contains(path, "figures/spark") && o.Page != nil {
			t.Errorf("%s: a page of a small picture", path)
		}
	}
}

func TestFigureInAnotherLanguage(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	p := pageAt[*site.FigurePage](t, all, "en/reports/2022-08/v1/figures/months/")
	if p.Fallback == nil || p.Fallback.Lang != "nl" || !p.NoIndex || p.Seal != (site.Seal{Sealed: true, Lang: "nl"}) || p.Round != "August 2022" {
		t.Errorf("fallback %+v, noindex %t, seal %+v", p.Fallback, p.NoIndex, p.Seal)
	}
	if p.Figure.Title != "Juni blijft boven juli" || p.Figure.Downloads[0].Href != "../../../../../../nl/reports/2022-08/v1/figures/months.csv" || p.Figure.Downloads[0].Text != "Data of this figure" {
		t.Errorf("figure: %+v", p.Figure)
	}
	e := pageAt[*site.Embed](t, all, "en/reports/2022-08/v1/figures/months/embed/")
	if e.Seal != p.Seal || !e.NoIndex || e.Page.Href != "../" || e.Canonical != "https://cijfers.example/land/en/reports/2022-08/v1/figures/months/" || e.Figure.Downloads != nil {
		t.Errorf("embedded: %+v", e)
	}
}

// TestFormerFigure: a figure that gets another id is still the same one. What it
// was called leads on, and the report before is found under the id of its time.
func TestFormerFigure(t *testing.T) {
	w := smallWorld(t)
	w.release("2022-07", "2022-08-30")
	w.replace("content/reports/figures.yaml", "  - id: months\n", "  - id: monthly\n    formerly: [months]\n")
	w.replace("content/reports/2022-08/report.nl.md", "{{figure months}}", "{{figure monthly}}")
	w.release("2022-08", "2022-09-20")
	all := outputs(t, w.site("2022-10-01"))
	if r := pageAt[*site.Redirect](t, all, "en/reports/2022-08/v1/figures/months/"); r.To != "../monthly/" || r.Title != "Juni blijft boven juli" || !r.NoIndex {
		t.Errorf("redirect: %+v", r)
	}
	if p := pageAt[*site.FigurePage](t, all, "nl/reports/2022-08/v1/figures/monthly/"); p.Previous == nil || p.Previous.Href != "../../../../2022-07/v1/figures/months/" {
		t.Errorf("previous: %+v", p.Previous)
	}
	if p := pageAt[*site.FigurePage](t, all, "nl/reports/2022-07/v1/figures/months/"); p.Next == nil || p.Next.Href != "../../../../2022-08/v1/figures/monthly/" {
		t.Errorf("next: %+v", p.Next)
	}
}

// TestFigureOfADraft: it says so; without a known address there is nothing to
// show elsewhere.
func TestFigureOfADraft(t *testing.T) {
	w := smallWorld(t)
	s := w.site("2022-10-01", w.compile("2022-07", "2022-08-30", nil))
	s.BaseURL = ""
	p := pageAt[*site.FigurePage](t, outputs(t, s), "nl/reports/2022-07/v1/figures/months/")
	if p.Status.Kind != site.StatusDraft || p.Seal.Sealed || !p.NoIndex || !p.Draft || p.Embed != nil || p.Cite.Address != "" || p.Cite.Href != "./" {
		t.Errorf("%+v", p)
	}
}
