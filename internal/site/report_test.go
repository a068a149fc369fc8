package site_test

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

func TestReportPage(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Report](t, all, "en/reports/2022-07/")

	if diff := cmp.Diff(site.Seal{Sealed: true}, p.Seal); diff != "" {
		t.Errorf("seal (-want +got):\n%s", diff)
	}
	if p.Title != "Displaced persons: July 2022" || p.Round != "July 2022" || p.Period != "1 – 31 July 2022" || p.NextRelease != (site.Announcement{Day: "30 September 2022"}) {
		t.Errorf("head: %q, %q, %q, next %q", p.Title, p.Round, p.Period, p.NextRelease.Day)
	}
	if p.Published.ISO != "2022-08-30" || p.DataUntil.ISO != "2022-08-25" || p.Description != "Report on July." {
		t.Errorf("dates %v, %v; description %q", p.Published, p.DataUntil, p.Description)
	}
	contacts := []site.Contact{{Organisation: "IO", Href: "mailto:cijfers@dvz.example"}, {Organisation: "Fedasil"}}
	if diff := cmp.Diff(contacts, p.Contacts); diff != "" {
		t.Errorf("contacts (-want +got):\n%s", diff)
	}
	var notices []string
	for _, n := range p.Notices {
		notices = append(notices, n.Date.ISO+" "+n.Text)
	}
	want := []string{
		"2022-08-20 The counter was closed for three days.",
		"2022-08-30 Minors by month: without a breakdown by Area, to protect persons, for July 2022",
	}
	if diff := cmp.Diff(want, notices); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	points := []site.MainPoint{{Text: `In July <a href="#n1" class="n">3,159</a> persons received a certificate.`}}
	if diff := cmp.Diff(points, p.MainPoints); diff != "" {
		t.Errorf("main points (-want +got):\n%s", diff)
	}
	if p.Cite.Address != "https://cijfers.example/land/en/reports/2022-07/v1/" || p.Cite.Href != "v1/" || !strings.Contains(p.Cite.Text, "Edition 1") {
		t.Errorf("cite: %+v", p.Cite)
	}
	if diff := cmp.Diff([]site.RelatedReport{{Kind: site.NeighbourNext, Round: "August 2022", Href: "../2022-08/"}}, p.Related); diff != "" {
		t.Errorf("related (-want +got):\n%s", diff)
	}
	if p.Canonical != "https://cijfers.example/land/en/reports/2022-07/" || p.NoIndex {
		t.Errorf("canonical %q, noindex %t", p.Canonical, p.NoIndex)
	}
}

func TestReportKeyFigures(t *testing.T) {
	w := releasedWorld(t)
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "en/reports/2022-07/")
	lead := p.KeyFigures.Lead
	if lead == nil || lead.Name != "Certificates" || lead.Number.Text != "3,159" || lead.Unit != "persons" || lead.Period != "in July 2022" {
		t.Fatalf("lead: %+v", lead)
	}
	if lead.Definition != "#def-attestations" || lead.Series != "../../indicators/attestations/" || lead.Source != "IO, received on 3 August 2022" {
		t.Errorf("lead leads to %q and %q, source %q", lead.Definition, lead.Series, lead.Source)
	}
	if lead.Spark == nil || lead.Spark.Wide != "v1/figures/key.1.svg" || lead.Spark.WideDark != "v1/figures/key.1.dark.svg" {
		t.Errorf("spark: %+v", lead.Spark)
	}
	if n := len(p.KeyFigures.Tiles); n != 2 {
		t.Fatalf("%d tiles", n)
	}
	bound := p.KeyFigures.Tiles[1]
	if bound.Number != (site.Number{Qualifier: "more than", Text: "30,000"}) || bound.Changes[0].Note != "not comparable" || bound.Changes[0].Difference != "" {
		t.Errorf("a bound: %+v", bound)
	}
	for _, b := range p.Body {
		if b.Tiles != nil {
			t.Error("the key figures stand in the body a second time")
		}
	}
}

func TestReportBody(t *testing.T) {
	w := releasedWorld(t)
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-07/")
	var shape []string
	for _, b := range p.Body {
		switch {
		case b.Heading != nil:
			shape = append(shape, "h2 "+b.Heading.ID+" ("+b.Heading.Side+")")
		case b.Figure != nil:
			shape = append(shape, "figure "+b.Figure.ID)
		default:
			shape = append(shape, "prose")
		}
	}
	// The figure months keeps its address although a heading is called so too.
	want := []string{"h2 bescherming (DVZ, Fedasil)", "prose", "figure months", "prose", "figure regions", "h2 months-2 (DVZ)", "figure both"}
	if diff := cmp.Diff(want, shape); diff != "" {
		t.Fatalf("body (-want +got):\n%s", diff)
	}
	if got := p.Body[3].Prose; got != "<h3>Per gewest</h3>\n" {
		t.Errorf("a heading of the third level is %q", got)
	}
	for _, piece := range []string{`<a href="#n3" class="n"><span aria-hidden="true">−</span><span class="vh">min </span>961</a>`, `<img class="spark" src="v1/figures/`, `alt="`} {
		if !strings.Contains(string(p.Body[1].Prose), piece) {
			t.Errorf("prose lacks %s: %s", piece, p.Body[1].Prose)
		}
	}
}

func TestReportNumbers(t *testing.T) {
	w := releasedWorld(t)
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-08/")
	want := []site.NumberEntry{
		{ID: "n1", Text: "3.111", Indicator: "Attesten, België", Period: "augustus 2022", Source: "Attesten per maand (DVZ), ontvangen op 6 september 2022", Drop: "2022-08/dvz/attestations", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{
			ID: "n2", Text: "3.159", Indicator: "Attesten, België, eerste publicatie", Period: "juli 2022",
			Source: "Attesten per maand (DVZ), ontvangen op 3 augustus 2022", Drop: "2022-07/dvz/attestations",
			First: site.Link{Text: "Juli 2022", Href: "../2022-07/v1/"}, Now: site.Link{Text: "3.156", Href: "../../indicators/attestations/"},
		},
		{
			ID: "n3", Text: "3.156", Indicator: "Attesten, België", Period: "juli 2022",
			Source: "Attesten per maand (DVZ), ontvangen op 6 september 2022", Drop: "2022-08/dvz/attestations",
			First: site.Link{Text: "Juli 2022 (3.159)", Href: "../2022-07/v1/"}, Same: true,
		},
	}
	if diff := cmp.Diff(want, p.Numbers); diff != "" {
		t.Errorf("numbers (-want +got):\n%s", diff)
	}
}

// TestNumbersToday: of a number that was revised since, also of a change, the old edition
// says what it would be today; what it sealed stays.
func TestNumbersToday(t *testing.T) {
	p := pageAt[*site.Report](t, outputs(t, releasedWorld(t).site("2022-10-01")), "en/reports/2022-07/")
	today := map[string]string{}
	for _, n := range p.Numbers {
		today[n.Indicator+": "+n.Text] = n.Now.Text
		if n.First.Href != "" || n.First.Text != "July 2022" {
			t.Errorf("%s was first published by %+v", n.ID, n.First)
		}
	}
	want := map[string]string{"Certificates, Belgium: 3,159": "3,156", "Certificates, Belgium, change: −961": "−964",
		"Certificates, Belgium, change in per cent without its sign: 23.3%": "23.4%"}
	for number, now := range want {
		if got, there := today[number]; !there || got != now {
			t.Errorf("%s is today %q, want %q; there are %v", number, got, now, today)
		}
	}
}

// TestFallback: an edition without the page's language shows itself whole in its
// own, with pictures from where it was sealed.
func TestFallback(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Report](t, all, "en/reports/2022-08/v1/")
	if p.Fallback == nil || *p.Fallback != (site.Fallback{Lang: "nl", Name: "Dutch"}) || !p.NoIndex || p.Seal != (site.Seal{Sealed: true, Lang: "nl"}) {
		t.Errorf("fallback %+v, noindex %t, seal %+v", p.Fallback, p.NoIndex, p.Seal)
	}
	if p.Title != "Ontheemden: augustus 2022" || p.Round != "August 2022" || p.KeyFigures.Lead.Number.Text != "3.111" {
		t.Errorf("%q, %q, %q", p.Title, p.Round, p.KeyFigures.Lead.Number.Text)
	}
	if got := p.KeyFigures.Lead.Spark.Wide; got != "../../../../nl/reports/2022-08/v1/figures/key.1.svg" {
		t.Errorf("picture at %s", got)
	}
	for path, o := range all {
		if strings.HasPrefix(path, "en/reports/2022-08/v1/figures/") && o.Page == nil {
			t.Errorf("%s: a file in a language that was not sealed", path)
		}
	}
	h := pageAt[*site.Home](t, all, "en/")
	if h.Report != "reports/2022-08/" || h.KeyFigures.Lead == nil || h.Foreign == nil || h.Foreign.Lang != "nl" {
		t.Errorf("home: key figures %+v in %+v", h.KeyFigures, h.Foreign)
	}
}

// TestMarkup: text of a title that looks like markup stays text.
func TestMarkup(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/indicators.yaml", "nl: Personen die een attest kregen.", "nl: 'Wie < 18 & een <b>attest</b> kreeg.'")
	w.release("2022-07", "2022-08-30")
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-07/")
	if want := template.HTML("<p>Wie &lt; 18 &amp; een &lt;b&gt;attest&lt;/b&gt; kreeg.</p>"); p.Definitions[0].Text != want {
		t.Errorf("%s, want %s", p.Definitions[0].Text, want)
	}
}

// TestRowsOfKeyFigures: the first row stands at the top and nowhere else, another
// one in the text where it is placed; a figure placed twice has two ids.
func TestRowsOfKeyFigures(t *testing.T) {
	w := smallWorld(t)
	w.replace("content/reports/figures.yaml", "  - id: months\n", "  - id: more\n    kind: key-figures\n    series: [{indicator: registered}, {indicator: attestations}]\n  - id: months\n")
	w.replace("content/reports/2022-07/report.nl.md", "## Months\n", "{{figure key}}\n\n{{figure more}}\n\n{{figure months}}\n\n## Months\n")
	w.release("2022-07", "2022-08-30")
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-07/")
	var rows, figures []string
	for _, b := range p.Body {
		for _, k := range b.Tiles {
			rows = append(rows, k.ID)
		}
		if b.Figure != nil {
			figures = append(figures, b.Figure.ID)
		}
	}
	if diff := cmp.Diff([]string{"kf-registered-2", "kf-attestations-2"}, rows); diff != "" {
		t.Errorf("rows in the text (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"months", "regions", "months-2", "both"}, figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}
