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
	triangle := &site.Table{
		Caption: "What each release said, persons",
		Columns: []site.Column{{Text: "Month"}, {Text: "30 August 2022"}, {Text: "20 September 2022"}},
		Rows: []site.Row{
			{Head: "May 2022", Cells: []site.Cell{number("7,278"), number("7,278")}},
			{Head: "June 2022", Cells: []site.Cell{number("4,120"), number("4,120")}},
			{Head: "July 2022", Cells: []site.Cell{number("3,159"), {Style: site.CellNumber, Text: "3,156", Revision: "−3"}}},
			{Head: "August 2022", Cells: []site.Cell{notYet, number("3,111")}},
		},
	}
	if diff := cmp.Diff(triangle, p.Triangle); diff != "" {
		t.Errorf("triangle (-want +got):\n%s", diff)
	}
	var legend []string
	for _, e := range p.Legend {
		legend = append(legend, e.Mark)
	}
	if diff := cmp.Diff([]string{"[p]", "[r]", "[z]"}, legend); diff != "" {
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
	if share.Latest.Number.Text != "25,4%" || share.Latest.Unit != "Attesten" || share.Triangle != nil || len(share.Downloads) != 2 {
		t.Errorf("a derived indicator: %+v, %+v", share.Latest, share.Downloads) // its values, and the workbook of what it is derived from
	}
	if got := lines(t, all, "nl/indicators/referral-share/referral-share.csv")[1]; !strings.HasPrefix(got, "2022-07,referral-share,Aandeel doorverwezen,BE,België,25.4,procent,") {
		t.Errorf("file of a derived indicator: %s", got)
	}
}

func TestDeliveries(t *testing.T) {
	w := smallWorld(t)
	w.release("2022-07", "2022-08-30")
	// Late by contract and cutoff, delivered twice, and not released yet.
	w.write("data/drops/2022-08/fedasil/referrals.csv", "month,area,referrals\n2022-08,BE,616\n")
	w.write("data/drops/2022-08/fedasil/referrals.yaml", "ronde: 1\nreceived: 2022-09-20\n")
	w.write("data/drops/2022-08/fedasil/referrals.2.csv", "month,area,referrals\n2022-08,BE,617\n")
	w.write("data/drops/2022-08/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-09-22\n")
	states := func(date string) map[string]string {
		p := pageAt[*site.Deliveries](t, outputs(t, w.site(date)), "en/deliveries/")
		if len(p.Years) != 1 || p.Years[0].Year != "2022" {
			t.Fatalf("years: %+v", p.Years)
		}
		got := map[string]string{"reporting": p.Years[0].Months[6].Reporting + " " + p.Years[0].Months[7].Reporting}
		for _, g := range p.Years[0].Groups {
			for _, r := range g.Rows {
				var months []string
				for _, c := range r.Cells[4:9] { // May to September
					text := string(c.State)
					if c.Times > 1 {
						text += " twice"
					}
					months = append(months, text)
				}
				got[g.Organisation+", "+r.Dataset] = strings.Join(months, ", ")
			}
		}
		return got
	}
	want := map[string]string{
		"reporting":                   "2/2 1/2",
		"IO, Certificates by month":   "not-due, not-due, on-time, on-time, expected",
		"IO, Register":                "not-due, not-due, on-time, not-due, not-due",
		"Fedasil, Minors by month":    "not-due, not-due, on-time, missing, expected",
		"Fedasil, Referrals by month": "not-due, not-due, on-time, late twice, expected",
	}
	if diff := cmp.Diff(want, states("2022-10-01")); diff != "" {
		t.Errorf("after the day (-want +got):\n%s", diff)
	}
	want["Fedasil, Minors by month"] = "not-due, not-due, on-time, expected, expected"
	want["reporting"] = "2/2 2/2"
	if diff := cmp.Diff(want, states("2022-09-10")); diff != "" {
		t.Errorf("before the day (-want +got):\n%s", diff)
	}
	recent := pageAt[*site.Deliveries](t, outputs(t, w.site("2022-10-01")), "en/deliveries/").Recent
	if first := recent[0]; first.ID != "2022-08/fedasil/referrals.2" || first.State != site.DeliveryLate || first.Organisation != "Fedasil" || first.Round != "August 2022" {
		t.Errorf("newest delivery: %+v", first)
	}
}

func TestDownloads(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	newest := []string{
		"period,indicator,indicator_label,geo,geo_label,value,unit,status,qualifier,vintage,note,drop,received",
		"2022-05,attestations,Certificates,BE,Belgium,7278,persons,,,,'=1+2,2022-07/dvz/attestations,2022-08-03",
		"2022-06,attestations,Certificates,BE,Belgium,4120,persons,,,,,2022-07/dvz/attestations,2022-08-03",
		"2022-07,attestations,Certificates,BE,Belgium,3156,persons,,,,,2022-08/dvz/attestations,2022-09-06",
		"2022-08,attestations,Certificates,BE,Belgium,3111,persons,P,,,,2022-08/dvz/attestations,2022-09-06",
	}
	if diff := cmp.Diff(newest, lines(t, all, "en/data/attestations/attestations.csv")); diff != "" {
		t.Errorf("newest values (-want +got):\n%s", diff)
	}
	vintages := lines(t, all, "en/data/attestations/attestations-vintages.csv")
	if !strings.HasSuffix(vintages[0], ",release,released,removed") || len(vintages) != 6 {
		t.Errorf("vintages: %q", vintages)
	}
	if want := "2022-07,attestations,Certificates,BE,Belgium,3156,persons,,,,,2022-08/dvz/attestations,2022-09-06,2022-08@1,2022-09-20,"; vintages[4] != want {
		t.Errorf("%s, want %s", vintages[4], want)
	}
	if got := lines(t, all, "nl/data/registered/registered.csv")[2]; got != "2022-07-25,registered,Ingeschreven,BE,België,30000,personen,,lower,,,2022-07/dvz/registered,2022-08-04" {
		t.Errorf("a bound: %s", got)
	}
	p := pageAt[*site.Dataset](t, all, "en/data/attestations/")
	if p.Rows != "4" || p.Covers != "May 2022 – August 2022" || p.Updated.ISO != "2022-09-20" || p.Rhythm != "monthly" || p.Contact.Href != "mailto:cijfers@dvz.example" {
		t.Errorf("%q rows, %q, updated %v, %q, %v", p.Rows, p.Covers, p.Updated, p.Rhythm, p.Contact)
	}
	var columns []string
	for _, c := range p.Columns {
		if c.Holds == "" || c.Text == "" || (c.Name == "geo") != (c.Href == "../../glossary/#list-geo") {
			t.Errorf("column %s is not described: %+v", c.Name, c)
		}
		columns = append(columns, c.Name)
	}
	if got := strings.Join(columns, ","); got != vintages[0] {
		t.Errorf("the page describes %s", got)
	}
}

func TestCatalogue(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	p := pageAt[*site.Data](t, all, "en/data/")
	if p.Updated.ISO != "2022-09-20" || strings.Join(p.Formats, " ") != "CSV XLSX" || p.Licence.Text != "CC BY 4.0" || p.Datasets != 4 {
		t.Errorf("%+v", p)
	}
	var told []string
	for _, g := range p.Suppliers {
		told = append(told, g.Name+" "+g.Href)
		for _, d := range g.Datasets {
			told = append(told, strings.Join([]string{"-", d.Href, d.Summary, d.Rhythm, d.Covers, d.Rows, d.Updated.ISO}, "|"))
		}
	}
	want := []string{
		"Immigration Office (IO) ../organisations/dvz/",
		"-|attestations/|Count of the counter.|monthly|May 2022 – August 2022|4|2022-09-20", "-|registered/||irregular|May 2022 – July 2022|2|2022-08-30",
		"Fedasil ../organisations/fedasil/",
		"-|minors/||monthly|July 2022|1|2022-08-30", "-|referrals/||monthly|July 2022|4|2022-08-30",
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("datasets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]site.Link{{Text: "Area", Href: "../glossary/#list-geo"}}, p.Indicators[0].Dimensions); diff != "" {
		t.Errorf("dimensions (-want +got):\n%s", diff)
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
		if o.Page == nil && !grid && !strings.HasSuffix(path, "/search/index.json") && path != "sitemap.xml" {
			t.Errorf("a file: %s", path)
		}
	}
}

func TestFrame(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	f := all["en/data/minors/index.html"].Page.Common()
	if f.Root != "../../../" || f.Home != "../../" || f.SiteTitle != "Displaced persons in Belgium" || f.Canonical != "https://cijfers.example/land/en/data/minors/" {
		t.Errorf("%q %q %q %q", f.Root, f.Home, f.SiteTitle, f.Canonical)
	}
	want := []site.Alternate{
		{Lang: "nl", Href: "https://cijfers.example/land/nl/data/minors/"}, {Lang: "en", Href: "https://cijfers.example/land/en/data/minors/"},
		{Lang: "x-default", Href: "https://cijfers.example/land/nl/data/minors/"},
	}
	if diff := cmp.Diff(want, f.Alternates); diff != "" {
		t.Errorf("alternates (-want +got):\n%s", diff)
	}
	switcher := []site.LanguageLink{
		{Lang: "nl", Name: "Nederlands", Href: "../../../nl/data/minors/"}, {Lang: "en", Name: "English", Href: "./", Current: true},
	}
	if diff := cmp.Diff(switcher, f.Languages); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
	if f.Notice == nil || *f.Notice != (site.Notice{Lead: "This is a trial.", Text: "All figures are made up."}) {
		t.Errorf("notice: %+v", f.Notice)
	}
	if f.Footer.Release != "2022-08@1" || f.Footer.Date.Text != "1 October 2022" || f.Footer.Contact != (site.Link{Text: "Editors", Href: "mailto:redactie@cijfers.example"}) {
		t.Errorf("footer: %+v", f.Footer)
	}
	home := all["nl/index.html"].Page.Common()
	if got := home.Alternates[2]; got != (site.Alternate{Lang: "x-default", Href: "https://cijfers.example/land/"}) {
		t.Errorf("readers of other languages are sent to %+v", got)
	}
	about := pageAt[*site.About](t, all, "en/about/")
	if about.Fallback == nil || about.Fallback.Lang != "nl" || about.Title != "Over" || !about.NoIndex {
		t.Errorf("a page that was not translated: %+v", about.Fallback)
	}
	old := pageAt[*site.Redirect](t, all, "nl/indicators/papers/")
	if old.To != "../attestations/" || old.Title != "Attesten" || !old.NoIndex {
		t.Errorf("a former address: %+v", old)
	}
	if ruler := pageAt[*site.Report](t, all, "nl/reports/2022-07/v1/").Ruler; len(ruler) != 1 || ruler[0].Months[7].Href != "../../2022-08/" || !ruler[0].Months[6].Current || ruler[0].Months[8].Href != "" {
		t.Errorf("ruler: %+v", ruler)
	}
}
