package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

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
