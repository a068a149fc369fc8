package site_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// TestNews: a report says which datasets brought new periods, and which did not,
// as things stood when it appeared.
func TestNews(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	n := pageAt[*site.Report](t, all, "en/reports/2022-08/").News
	want := &site.News{
		Datasets: "3",
		New:      []site.NewsEntry{{Name: "Certificates by month (IO)", Text: "August 2022", Href: "../../data/attestations/"}},
		Old: []site.NewsEntry{
			{Name: "Referrals by month (Fedasil)", Text: "July 2022", Href: "../../data/referrals/"},
			{Name: "Register (IO)", Text: "25 July 2022", Href: "../../data/registered/"},
		},
	}
	if diff := cmp.Diff(want, n); diff != "" {
		t.Errorf("August (-want +got):\n%s", diff)
	}
	n = pageAt[*site.Report](t, all, "nl/reports/2022-07/v1/").News
	if len(n.New) != 4 || n.Old != nil || n.New[0].Text != "mei 2022 tot en met juli 2022" {
		t.Errorf("July: %+v", n)
	}
}

// TestMonthWithLittle: a report with far fewer new datasets than those before it
// says so; the first report of a site is no measure, and neither is one alone.
func TestMonthWithLittle(t *testing.T) {
	w := smallWorld(t)
	w.release("2022-07", "2022-08-30")
	for month := 8; month <= 11; month++ {
		round := fmt.Sprintf("2022-%02d", month)
		received := fmt.Sprintf("ronde: 1\nreceived: 2022-%02d-05\n", month+1)
		w.write("data/drops/"+round+"/dvz/attestations.csv", "maand;gebied;attesten\n"+round+";BE;3.000\n")
		w.write("data/drops/"+round+"/dvz/attestations.yaml", received)
		if month < 11 {
			w.write("data/drops/"+round+"/fedasil/referrals.csv", "month,area,referrals\n"+round+",BE,600\n")
			w.write("data/drops/"+round+"/fedasil/referrals.yaml", received)
		}
		w.write("content/reports/"+round+"/report.yaml", fmt.Sprintf("ronde: 1\ncutoff: 2022-%02d-15\n", month+1))
		w.write("content/reports/"+round+"/report.nl.md", "---\nmain_points: [\"Iets.\"]\n---\n\n{{figure key}}\n")
		w.release(round, fmt.Sprintf("2022-%02d-20", month+1))
	}
	all := outputs(t, w.site("2022-12-31"))
	got := map[string]string{}
	for _, round := range []string{"2022-07", "2022-08", "2022-09", "2022-10", "2022-11"} {
		n := pageAt[*site.Report](t, all, "nl/reports/"+round+"/").News
		got[round] = fmt.Sprintf("%d of %s, usually %q", len(n.New), n.Datasets, n.Usual)
	}
	want := map[string]string{
		"2022-07": `4 of 4, usually ""`, "2022-08": `2 of 3, usually ""`, "2022-09": `2 of 3, usually ""`, "2022-10": `2 of 3, usually ""`,
		"2022-11": `1 of 3, usually "2"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRelatedReports: the report before, the one after, and the same month a year
// before, each once.
func TestRelatedReports(t *testing.T) {
	w := releasedWorld(t)
	for _, round := range []string{"2023-07", "2023-08"} {
		w.write("content/reports/"+round+"/report.yaml", "ronde: 1\ncutoff: 2023-09-15\n")
		w.write("content/reports/"+round+"/report.nl.md", "---\nmain_points: [\"Iets.\"]\n---\n\n{{figure key}}\n")
		w.release(round, "2023-09-20")
	}
	all := outputs(t, w.site("2023-10-01"))
	related := func(address string) []site.RelatedReport { return pageAt[*site.Report](t, all, address).Related }
	want := []site.RelatedReport{
		{Kind: site.NeighbourPrevious, Round: "Juli 2022", Href: "../2022-07/"}, {Kind: site.NeighbourNext, Round: "Juli 2023", Href: "../2023-07/"},
	}
	if diff := cmp.Diff(want, related("nl/reports/2022-08/")); diff != "" {
		t.Errorf("August 2022 (-want +got):\n%s", diff)
	}
	want = []site.RelatedReport{
		{Kind: site.NeighbourPrevious, Round: "Juli 2023", Href: "../../2023-07/"}, {Kind: site.NeighbourYear, Round: "Augustus 2022", Href: "../../2022-08/"},
	}
	if diff := cmp.Diff(want, related("nl/reports/2023-08/v1/")); diff != "" {
		t.Errorf("August 2023 (-want +got):\n%s", diff)
	}
}

// TestFirmNumbers: a number without a mark says that it is not provisional; one
// that is provisional, about or a bound says that, and one of an earlier month says
// that it is the latest.
func TestFirmNumbers(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	july := pageAt[*site.Report](t, all, "nl/reports/2022-07/").KeyFigures
	if !july.Lead.Firm || !july.Tiles[0].Firm || july.Tiles[1].Firm {
		t.Errorf("July: %t, %t, the bound %t", july.Lead.Firm, july.Tiles[0].Firm, july.Tiles[1].Firm)
	}
	if lead := pageAt[*site.Report](t, all, "nl/reports/2022-08/").KeyFigures.Lead; lead.Firm || len(lead.Tags) != 1 {
		t.Errorf("August: firm %t, %+v", lead.Firm, lead.Tags)
	}
	if k := pageAt[*site.Report](t, all, "nl/reports/2022-08/").KeyFigures.Tiles[0]; k.Firm || !k.Earlier || k.Period != "in juli 2022" {
		t.Errorf("August, what has not been delivered: %+v", k)
	}
	if k := pageAt[*site.Indicator](t, all, "nl/indicators/referrals/").Latest; !k.Firm {
		t.Errorf("an indicator: %+v", k)
	}
}
