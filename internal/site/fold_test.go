package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

func number(text string) site.Cell { return site.Cell{Style: site.CellNumber, Text: text} }

func TestIndicatorPage(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Indicator](t, all, "en/indicators/attestations/")
	if p.Name != "Certificates" || p.Measure != "count over a period" || p.Unit != "persons" || p.Explained != "../../glossary/#flow" || p.Source != "IO" {
		t.Errorf("%q, %q, %q, %q", p.Name, p.Measure, p.Unit, p.Source)
	}
	if k := p.Latest; k.Number.Text != "3,111" || k.Period != "in August 2022" || k.Trend != "45 fewer persons than in July 2022." ||
		k.Changes[0] != (site.Change{Against: "July 2022", Difference: "−45", Percent: "−1.4%", Base: "3,156"}) ||
		k.Tags[0] != (site.Tag{Style: site.TagProvisional, Text: "provisional"}) || k.Spark.Wide != "spark.svg" {
		t.Errorf("latest: %+v", k)
	}
	if len(p.Series) != 1 || p.Series[0].Picture.Wide != "figure.series.svg#plot" || p.Series[0].Address != "#series" {
		t.Fatalf("series: %+v", p.Series)
	}
	rows := p.Series[0].Table.Rows
	if july := rows[2]; july.Head != "July 2022" || july.Cells[0] != number("3,156") || july.Cells[2].Text != "revised [r]" {
		t.Errorf("a revised value: %+v", july)
	}
	revisions := []site.Row{{Head: "July 2022", Cells: []site.Cell{number("3,159"), number("3,156"), number("−3")}}}
	if diff := cmp.Diff(revisions, p.Revisions.Rows); diff != "" {
		t.Errorf("revisions (-want +got):\n%s", diff)
	}
	notYet := site.Cell{Style: site.CellAbsent, Text: "[z]", Meaning: "not yet published"}
	triangle := &site.Triangle{NotYet: true, File: site.Download{Format: "CSV", Href: "attestations-vintages.csv", Text: "All published vintages", Size: "1\u00a0kB"}, Table: &site.Table{
		Caption: "What each release said, persons",
		Columns: []site.Column{{Text: "Month"}, {Text: "30 August 2022", Href: "../../reports/2022-07/v1/"}, {Text: "20 September 2022", Href: "../../reports/2022-08/v1/"}},
		Rows: []site.Row{
			{Head: "May 2022", Cells: []site.Cell{number("7,278"), number("7,278")}},
			{Head: "June 2022", Cells: []site.Cell{number("4,120"), number("4,120")}},
			{Head: "July 2022", Cells: []site.Cell{number("3,159"), {Style: site.CellNumber, Text: "3,156", Revision: "−3"}}},
			{Head: "August 2022", Cells: []site.Cell{notYet, number("3,111")}},
		},
	}}
	if diff := cmp.Diff(triangle, p.Triangle); diff != "" {
		t.Errorf("triangle (-want +got):\n%s", diff)
	}
	var legend []string
	for _, e := range p.Legend {
		legend = append(legend, e.Mark+" "+e.Text)
	}
	// What cannot exist is not on the page: [z] says there what its cells say.
	if diff := cmp.Diff([]string{"[p] provisional: this figure may still change", "[r] revised: replaces a figure published earlier", "[z] not yet published; no earlier value; not comparable"}, legend); diff != "" {
		t.Errorf("legend (-want +got):\n%s", diff)
	}
	links := func(all []site.Link) (text []string) {
		for _, l := range all {
			text = append(text, l.Text+" "+l.Href)
		}
		return text
	}
	for _, test := range []struct {
		name string
		got  []site.Link
		want []string
	}{
		{"reports", p.Reports, []string{"August 2022 ../../reports/2022-08/", "July 2022 ../../reports/2022-07/"}},
		{"datasets", p.Datasets, []string{"Certificates by month (IO) ../../data/attestations/"}},
	} {
		if diff := cmp.Diff(test.want, links(test.got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	var alike []string
	for _, other := range p.LookAlikes {
		alike = append(alike, strings.Join([]string{other.Name, other.Href, other.Measure, other.Latest.Text, other.Period}, "; "))
	}
	want := []string{"Certificates; ./; count over a period; 3,111; August 2022", "Registered; ../registered/; state on a date; 30,000; 25 July 2022"}
	if diff := cmp.Diff(want, alike); diff != "" {
		t.Errorf("look-alikes (-want +got):\n%s", diff)
	}
}

// TestIrregularStock: counts at irregular dates stand on them, nothing is missing
// between them, and tables name the day.
func TestIrregularStock(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Indicator](t, all, "en/indicators/registered/")
	f := p.Series[0]
	var heads []string
	for _, r := range f.Table.Rows {
		heads = append(heads, r.Head)
	}
	if diff := cmp.Diff([]string{"19 May 2022", "25 July 2022"}, heads); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if strings.Contains(f.Picture.Alt, "o figure") || len(f.Notes) != 0 {
		t.Errorf("June counts as missing: %q %v", f.Picture.Alt, f.Notes)
	}
	if got := f.Table.Rows[1].Cells[1]; got.Meaning != "not comparable" {
		t.Errorf("the change of a bound is %+v", got)
	}
	if svg := string(all["en/indicators/registered/figure.series.svg"].Content); !strings.HasPrefix(svg, "<svg ") || !strings.Contains(svg, "18,032") || strings.Contains(svg, "[x]") {
		t.Errorf("picture: %s", svg)
	}
	if p.Latest.Period != "on 25 July 2022" || p.Latest.Number.Qualifier != "more than" {
		t.Errorf("latest: %+v", p.Latest)
	}
}

func TestBreakdown(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Indicator](t, all, "nl/indicators/referrals/")
	if len(p.Series) != 2 {
		t.Fatalf("%d figures", len(p.Series))
	}
	by := p.Series[1]
	if by.ID != "by-geo-region" || by.Title != "Doorverwijzingen, per gewest" || by.Table.Columns[0].Text != "Gewest" {
		t.Errorf("%q, %q, %+v", by.ID, by.Title, by.Table.Columns)
	}
	var rows []string
	for _, r := range by.Table.Rows {
		rows = append(rows, r.Head+" "+r.Cells[0].Text)
	}
	if diff := cmp.Diff([]string{"Vlaanderen 500", "Brussel [c]", "Wallonië [c]"}, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	share := pageAt[*site.Indicator](t, all, "nl/indicators/referral-share/")
	if share.Latest.Number.Text != "25,4%" || share.Latest.Unit != "Attesten" || share.Triangle != nil || len(share.Downloads) != 3 {
		t.Errorf("a derived indicator: %+v, %+v", share.Latest, share.Downloads) // its newest and first values, and the workbook of what it is derived from
	}
	if got := lines(t, all, "nl/indicators/referral-share/referral-share.csv")[1]; !strings.HasPrefix(got, "2022-07,referral-share,Aandeel doorverwezen,BE,België,25.4,procent,") {
		t.Errorf("file of a derived indicator: %s", got)
	}
}

// TestNothingReleased: pages without a number exist, and hold none; who delivered
// is shown all the same.
func TestNothingReleased(t *testing.T) {
	w := smallWorld(t)
	all := outputs(t, w.site("2022-08-10"))
	if p := pageAt[*site.Indicator](t, all, "nl/indicators/attestations/"); p.Latest != nil || p.Series != nil || p.Downloads != nil || p.Name != "Attesten" {
		t.Errorf("indicator: %+v", p)
	}
	if p := pageAt[*site.Home](t, all, "nl/"); p.Report != "" || p.KeyFigures.Lead != nil || len(p.Body) == 0 {
		t.Errorf("home: %+v", p)
	}
	if p := pageAt[*site.Data](t, all, "nl/data/"); p.Indicators[0].Latest.Absent != "nog niet gepubliceerd" || p.Suppliers[0].Datasets[0].Downloads != nil || p.Updated.Text != "" || p.Formats != nil {
		t.Errorf("data: %+v", p)
	}
	if p := pageAt[*site.Reports](t, all, "nl/reports/"); p.Years != nil {
		t.Errorf("reports: %+v", p.Years)
	}
	for path, o := range all {
		grid := strings.HasSuffix(path, ".svg") && strings.Contains(path, "deliveries")
		if o.Page == nil && !grid && !strings.HasSuffix(path, "/search/index.json") && path != "sitemap.xml" && path != site.VersionsName && path != site.CorrectionsName {
			t.Errorf("a file: %s", path)
		}
	}
}

// TestRevisionOfAnAbout: the difference from a value that is about is about too.
func TestRevisionOfAnAbout(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/datasets/attestations.yaml", "from: 2022-05", "from: 2022-05\nqualifiers: true")
	w.replace("data/drops/2022-07/dvz/attestations.csv", "3.159", "~3.159")
	w.release("2022-07", "2022-08-30")
	w.release("2022-08", "2022-09-20")
	p := pageAt[*site.Indicator](t, outputs(t, w.site("2022-10-01")), "en/indicators/attestations/")
	if diff := cmp.Diff([]string{"July 2022 | about 3,159 | 3,156 | about −3"}, text(p.Revisions)); diff != "" {
		t.Errorf("revisions (-want +got):\n%s", diff)
	}
}

// TestAllHidden: an indicator of which every value is hidden has been released, and
// says why it has no number.
func TestAllHidden(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/datasets/minors.yaml", "indicator: minors\n", "indicator: minors\nhidden_marks: [\"<5\"]\n")
	w.write("data/drops/2022-07/fedasil/minors.csv", "month,area,minors\n2022-07,BE,<5\n")
	w.release("2022-07", "2022-08-30")
	all := outputs(t, w.site("2022-10-01"))
	hidden := site.Number{Text: "[c]", Absent: "hidden to protect persons"}
	if k := pageAt[*site.Indicator](t, all, "en/indicators/minors/").Latest; k == nil || k.Number != hidden || k.Period != "in July 2022" || k.Source != "Fedasil" {
		t.Errorf("%+v", k)
	}
	for _, i := range pageAt[*site.Data](t, all, "en/data/").Indicators {
		if i.Name == "Minors" && (i.Latest != hidden || i.Period != "July 2022") {
			t.Errorf("%+v", i)
		}
	}
}
