package site_test

import (
	"html/template"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

func TestReportPage(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Report](t, all, "en/reports/2022-07/")

	if diff := cmp.Diff(site.Seal{Sealed: true}, p.Seal); diff != "" {
		t.Errorf("seal (-want +got):\n%s", diff)
	}
	if p.Title != "Displaced persons: July 2022" || p.Round != "July 2022" || p.Period != "1 – 31 July 2022" || p.NextRelease != "30 September 2022" {
		t.Errorf("head: %q, %q, %q, next %q", p.Title, p.Round, p.Period, p.NextRelease)
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

func TestReportFigures(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	figures := map[string]*site.Figure{}
	for _, b := range pageAt[*site.Report](t, all, "nl/reports/2022-07/").Body {
		if b.Figure != nil {
			figures[b.Figure.ID] = b.Figure
		}
	}
	months := figures["months"]
	if months.Title != "Juni blijft boven juli" || months.Address != "v1/figures/months/" || months.Source != "DVZ, ontvangen op 3 augustus 2022" {
		t.Errorf("%q at %q from %q", months.Title, months.Address, months.Source)
	}
	if diff := cmp.Diff([]site.Note{{Mark: "1", Text: "Vanaf juni anders geteld."}}, months.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if p := months.Picture; p == nil || p.Wide != "v1/figures/months.svg#plot" || p.NarrowDark != "v1/figures/months.narrow-dark.svg#plot" || p.Width != 720 || p.NarrowWidth != 360 {
		t.Errorf("picture: %+v", p)
	}
	words := func(text string) site.Cell { return site.Cell{Style: site.CellWords, Text: text} }
	absent := func(mark, meaning string) site.Cell {
		return site.Cell{Style: site.CellAbsent, Text: mark, Meaning: meaning}
	}
	table := &site.Table{
		Caption: "Attesten, België, mei 2022 – juli 2022, personen",
		Columns: []site.Column{{Text: "Maand"}, {Text: "Personen"}, {Text: "Verandering"}, {Text: "Status", Words: true}},
		Rows: []site.Row{
			{Head: "mei 2022", Cells: []site.Cell{number("7.278"), absent("[z]", "geen vorige waarde"), words("gepubliceerd")}},
			{Head: "juni 2022", Cells: []site.Cell{number("4.120"), absent("[z]", "niet vergelijkbaar"), words("gepubliceerd")}},
			{Head: "juli 2022", Cells: []site.Cell{number("3.159"), number("−961"), words("gepubliceerd")}},
		},
	}
	if diff := cmp.Diff(table, months.Table); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	regions := &site.Table{
		Caption: figures["regions"].Subtitle,
		Columns: []site.Column{{Text: "Gebied"}, {Text: "Personen"}, {Text: "Status", Words: true}},
		Rows: []site.Row{
			{Head: "Vlaanderen", Cells: []site.Cell{number("500"), words("gepubliceerd")}},
			{Head: "Brussel", Cells: []site.Cell{absent("[c]", "verborgen om personen te beschermen"), words("verborgen om personen te beschermen")}},
			{Head: "Wallonië", Cells: []site.Cell{absent("[c]", "verborgen om personen te beschermen"), words("verborgen om personen te beschermen")}},
		},
	}
	if diff := cmp.Diff(regions, figures["regions"].Table); diff != "" {
		t.Errorf("table of a bar chart (-want +got):\n%s", diff)
	}
	both := figures["both"]
	if both.Picture != nil || both.Table.Columns[1].Text != "Attesten" || len(both.Table.Columns) != 3 {
		t.Errorf("a table has a picture, or the wrong columns: %+v", both.Table.Columns)
	}
	if got := both.Table.Rows[1].Cells[1]; got != absent("[z]", "niet verwacht") {
		t.Errorf("June, in which no count was due, is %+v", got)
	}
	if got := both.Table.Rows[2].Cells[1]; got != number(">\u00a030.000") {
		t.Errorf("a bound in a table is %+v", got)
	}
	want := []string{
		"period,category,category_label,indicator,codes,series_label,value,unit,status,qualifier,vintage,drop",
		"2022-07,BE-VLG,Vlaanderen,referrals,BE-VLG,Doorverwijzingen,500,personen,,,,2022-07/fedasil/referrals",
		"2022-07,BE-BRU,Brussel,referrals,BE-BRU,Doorverwijzingen,,personen,Q,,,2022-07/fedasil/referrals",
		"2022-07,BE-WAL,Wallonië,referrals,BE-WAL,Doorverwijzingen,,personen,Q,,,2022-07/fedasil/referrals",
	}
	if diff := cmp.Diff(want, lines(t, all, "nl/reports/2022-07/v1/figures/regions.csv")); diff != "" {
		t.Errorf("file of a figure (-want +got):\n%s", diff)
	}
}

func TestReportNumbers(t *testing.T) {
	w := releasedWorld(t)
	p := pageAt[*site.Report](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-08/")
	want := []site.NumberEntry{
		{ID: "n1", Text: "3.111", Indicator: "Attesten, België", Period: "augustus 2022", Source: "2022-08/dvz/attestations"},
		{ID: "n2", Text: "3.159", Indicator: "Attesten, België, eerste publicatie", Period: "juli 2022", Source: "2022-07/dvz/attestations"},
		{ID: "n3", Text: "3.156", Indicator: "Attesten, België", Period: "juli 2022", Source: "2022-08/dvz/attestations"},
	}
	if diff := cmp.Diff(want, p.Numbers); diff != "" {
		t.Errorf("numbers (-want +got):\n%s", diff)
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

// TestHomeTellsTheNewestRelease: which edition stands, how old and how complete it
// is, and why it was amended.
func TestHomeTellsTheNewestRelease(t *testing.T) {
	w := releasedWorld(t)
	w.correct("2022-08", "2022-09-25", seal.Mistake, "nl", "Een tikfout.")
	all := outputs(t, w.site("2022-10-01"))
	home, report := pageAt[*site.Home](t, all, "nl/"), pageAt[*site.Report](t, all, "nl/reports/2022-08/")
	if s := home.Status; s.Kind != site.StatusAmended || s.Edition != "2" || len(s.Reasons) != 1 || s.Reasons[0].Text != "Een tikfout." {
		t.Errorf("status %+v", s)
	}
	if home.Published != report.Published || home.DataUntil != report.DataUntil || home.NextRelease != report.NextRelease || home.DataUntil.Text == "" {
		t.Errorf("days %v, %v, %q; the report has %v, %v, %q", home.Published, home.DataUntil, home.NextRelease, report.Published, report.DataUntil, report.NextRelease)
	}
	if home.Coverage == nil || home.Coverage.Fraction != report.Coverage.Fraction || home.Coverage.Deliveries != "deliveries/" {
		t.Errorf("coverage %+v; the report has %+v", home.Coverage, report.Coverage)
	}
	draft := outputs(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	if h := pageAt[*site.Home](t, draft, "nl/"); h.Status.Kind != site.StatusDraft || h.Published.Text != "" {
		t.Errorf("a draft: %+v, published %q", h.Status, h.Published.Text)
	}
}

func TestStatus(t *testing.T) {
	w := releasedWorld(t)
	w.write("data/drops/2022-07/dvz/attestations.2.csv", "maand;gebied;attesten\n2022-07;BE;3.150\n")
	w.write("data/drops/2022-07/dvz/attestations.2.yaml", "ronde: 1\nreceived: 2022-09-24\nchanged: {nl: Tikfout.}\n")
	w.correct("2022-07", "2022-09-25", seal.Mistake, "nl", "Een tikfout.")
	all := outputs(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	at := func(address string) site.Status { return pageAt[*site.Report](t, all, address).Status }

	if s := at("nl/reports/2022-07/"); s.Kind != site.StatusAmended || s.Edition != "2" || len(s.Reasons) != 1 || s.Reasons[0].Text != "Een tikfout." || s.Reasons[0].Seal.Lang != "" {
		t.Errorf("amended: %+v", s)
	}
	if s := at("en/reports/2022-07/"); s.Reasons[0].Seal != (site.Seal{Sealed: true, Lang: "nl"}) {
		t.Errorf("a reason in another language: %+v", s.Reasons)
	}
	old := at("nl/reports/2022-07/v1/")
	if old.Kind != site.StatusSuperseded || old.Latest != "../" || old.Reasons != nil {
		t.Errorf("superseded: %+v", old)
	}
	editions := []site.EditionLink{
		{Edition: "2", Date: site.Date{ISO: "2022-09-25", Text: "25 september 2022"}, Href: "../v2/"},
		{Edition: "1", Date: site.Date{ISO: "2022-08-30", Text: "30 augustus 2022"}, Href: "./", Current: true},
	}
	if diff := cmp.Diff(editions, old.Editions); diff != "" {
		t.Errorf("editions (-want +got):\n%s", diff)
	}
	if p := pageAt[*site.Report](t, all, "nl/reports/2022-07/v1/"); !p.NoIndex {
		t.Error("search engines list an edition that was replaced")
	}
	if s := at("nl/reports/2022-08/"); s.Kind != site.StatusLatest || len(s.Errors) != 1 || s.Errors[0].Text != "Een tikfout." || s.Errors[0].Href != "../2022-07/v2/" {
		t.Errorf("a report that printed a wrong value: %+v", s)
	}
	draft := pageAt[*site.Report](t, all, "nl/reports/2022-09/")
	if draft.Status.Kind != site.StatusDraft || !draft.Draft || !draft.NoIndex || draft.Seal.Sealed || draft.Published.Text != "" {
		t.Errorf("draft: %+v, seal %+v", draft.Status, draft.Seal)
	}
	for path, o := range all {
		if o.Page != nil && (!o.Page.Common().Draft || !o.Page.Common().NoIndex) {
			t.Errorf("%s does not say that drafts are shown", path)
		}
	}
	statuses := map[string]site.StatusKind{}
	for _, e := range pageAt[*site.Reports](t, all, "nl/reports/").Years[0].Reports {
		statuses[e.Href] = e.Status
	}
	want := map[string]site.StatusKind{"2022-07/": site.StatusAmended, "2022-08/": site.StatusLatest, "2022-09/": site.StatusDraft}
	if diff := cmp.Diff(want, statuses); diff != "" {
		t.Errorf("list of reports (-want +got):\n%s", diff)
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

// TestHeadlines: the lead figure in one line, as the list of reports and the feed say
// it. A share names its base in words that go together in every language.
func TestHeadlines(t *testing.T) {
	w := smallWorld(t)
	w.replace("content/reports/figures.yaml", "  - id: months\n", "  - id: share\n    kind: key-figures\n    series: [{indicator: referral-share}, {indicator: attestations}]\n  - id: months\n")
	w.replace("content/reports/2022-07/report.nl.md", "{{figure key}}", "{{figure share}}")
	w.release("2022-07", "2022-08-30")
	all := outputs(t, w.site("2022-10-01"))
	for lang, want := range map[string]string{
		"nl": "Aandeel doorverwezen: 25,4% (basis: Attesten)", "en": "Certificates: 3,159 persons",
	} {
		if got := pageAt[*site.Reports](t, all, lang+"/reports/").Years[0].Reports[0].Headline; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got, want := feedOf(t, all, "nl").Entries[0].Summary, "Maandrapport over juli. Aandeel doorverwezen: 25,4% (basis: Attesten), in juli 2022; Attesten: 3.159 personen, in juli 2022."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestQuarterBesideMonths: a dataset that counts by quarter owes no month.
func TestQuarterBesideMonths(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/datasets/minors.yaml", "rhythm: monthly\ndue: 15\nfrom: 2022-07", "rhythm: quarterly\nfrom: 2022-Q2")
	w.write("data/drops/2022-07/fedasil/minors.csv", "month,area,minors\n2022-Q2,BE,900\n")
	w.replace("content/reports/figures.yaml", "  - id: months\n", `  - id: quarters
    kind: table
    series: [{indicator: attestations}, {indicator: minors}]
    periods: {from: 2022-05, until: round}
  - id: months
`)
	w.replace("content/reports/2022-07/report.nl.md", "## Months\n", "## Months\n\n{{figure quarters}}\n")
	w.release("2022-07", "2022-08-30")
	p := pageAt[*site.FigurePage](t, outputs(t, w.site("2022-10-01")), "nl/reports/2022-07/v1/figures/quarters/")
	if diff := cmp.Diff([]string{"mei 2022 | 7.278 | [z]", "juni 2022 | 4.120 | [z]", "juli 2022 | 3.159 | [z]"}, text(p.Figure.Table)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}
