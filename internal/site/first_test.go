package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

func words(text string) site.Cell { return site.Cell{Style: site.CellWords, Text: text} }

// TestFirstPage: each period with the value that was published first, and the edition
// that did so. Search engines and the search of the site are led to the newest values.
func TestFirstPage(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	p := pageAt[*site.First](t, all, "en/indicators/attestations/first/")
	july := site.Cell{Style: site.CellWords, Text: "July 2022", Href: "../../../reports/2022-07/v1/"}
	august := site.Cell{Style: site.CellWords, Text: "August 2022", Href: "../../../reports/2022-08/v1/"}
	want := &site.Table{
		Caption: "Certificates, first publication, Belgium, May 2022 – August 2022, persons",
		Columns: []site.Column{{Text: "Month"}, {Text: "Persons"}, {Text: "Status", Words: true}, {Text: "Released", Words: true}, {Text: "Release", Words: true}},
		Rows: []site.Row{
			{Head: "May 2022", Cells: []site.Cell{number("7,278"), words("published"), words("30 August 2022"), july}},
			{Head: "June 2022", Cells: []site.Cell{number("4,120"), words("published"), words("30 August 2022"), july}},
			{Head: "July 2022", Cells: []site.Cell{number("3,159"), words("published"), words("30 August 2022"), july}},
			{Head: "August 2022", Cells: []site.Cell{number("3,111"), words("provisional [p]"), words("20 September 2022"), august}},
		},
	}
	if diff := cmp.Diff(want, p.Series[0].Table); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if f := p.Series[0]; f.Title != "Certificates, first publication, Belgium, by month" || f.Picture.Wide != "figure.series.svg#plot" || !strings.Contains(f.Picture.Alt, "3,159") && !strings.Contains(f.Picture.Alt, "7,278") {
		t.Errorf("figure: %+v", f)
	}
	if p.Computed || p.Parts != nil {
		t.Error("a delivered indicator is computed")
	}
	if !p.NoIndex || p.Record() != nil || p.Canonical != landAddress+"en/indicators/attestations/first/" {
		t.Errorf("noindex %t, canonical %q", p.NoIndex, p.Canonical)
	}
	if strings.Contains(string(all["sitemap.xml"].Content), "/first/") {
		t.Error("the sitemap lists it")
	}
	if to := p.Languages[0]; to.Lang != "nl" || to.Href != "../../../../nl/indicators/attestations/first/" {
		t.Errorf("the language switch leads to %q", to.Href)
	}
	if diff := cmp.Diff([]string{
		"period,indicator,indicator_label,geo,geo_label,value,unit,status,qualifier,vintage,note,drop,received,release,released",
		"2022-07,attestations,Certificates,BE,Belgium,3159,persons,,,,,2022-07/dvz/attestations,2022-08-03,2022-07@1,2022-08-30",
	}, firstAndMonth(lines(t, all, "en/indicators/attestations/first/attestations-first.csv"), "2022-07,")); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
	if moved := pageAt[*site.Redirect](t, all, "en/indicators/papers/first/"); moved.To != "../../attestations/first/" {
		t.Errorf("the former address leads to %q", moved.To)
	}
}

// firstAndMonth gives the head of a file and its rows of a month.
func firstAndMonth(lines []string, month string) []string {
	kept := lines[:1:1]
	for _, l := range lines[1:] {
		if strings.HasPrefix(l, month) {
			kept = append(kept, l)
		}
	}
	return kept
}

// TestViews: the two views of an indicator lead to each other, and each marks itself.
func TestViews(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	latest := pageAt[*site.Indicator](t, all, "nl/indicators/attestations/")
	first := pageAt[*site.First](t, all, "nl/indicators/attestations/first/")
	for _, test := range []struct{ got, want []site.ViewLink }{
		{latest.Views, []site.ViewLink{{View: site.ViewLatest, Href: "./", Current: true}, {View: site.ViewFirst, Href: "first/"}}},
		{first.Views, []site.ViewLink{{View: site.ViewLatest, Href: "../"}, {View: site.ViewFirst, Href: "./", Current: true}}},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("views (-want +got):\n%s", diff)
		}
	}
	// Before the first release there is one view, and no link to another.
	all = outputs(t, smallWorld(t).site("2022-10-01"))
	if p := pageAt[*site.Indicator](t, all, "nl/indicators/attestations/"); p.Views != nil {
		t.Errorf("views of nothing: %v", p.Views)
	}
	if _, there := all["nl/indicators/attestations/first/index.html"]; there {
		t.Error("a page of what was never published")
	}
}

// TestFirstOfComputed: a share that is computed was first published by the release after
// which both its parts were known, and the page leads to them.
func TestFirstOfComputed(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	p := pageAt[*site.First](t, all, "en/indicators/referral-share/first/")
	if !p.Computed {
		t.Error("it does not say that its values are computed")
	}
	links := []site.Link{{Text: "Referrals", Href: "../../referrals/first/"}, {Text: "Certificates", Href: "../../attestations/first/"}}
	if diff := cmp.Diff(links, p.Parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	row := p.Series[0].Table.Rows[0]
	if row.Head != "July 2022" || row.Cells[0].Text != "25.4%" || row.Cells[3].Href != "../../../reports/2022-07/v1/" {
		t.Errorf("July, as first published: %+v", row)
	}
	latest := pageAt[*site.Indicator](t, all, "en/indicators/referral-share/")
	if latest.Triangle != nil || len(latest.Parts) != 2 || latest.Parts[0].Href != "../referrals/" {
		t.Errorf("the page with the newest values: %v, %v", latest.Triangle, latest.Parts)
	}
}
