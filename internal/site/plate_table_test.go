package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

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
