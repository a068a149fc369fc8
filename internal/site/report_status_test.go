package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

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

// The next report was announced for 30 September: a correction of before says so, one of
// after says nothing of it.
func TestNextReleaseOfACorrection(t *testing.T) {
	for date, past := range map[string]bool{"2022-09-25": false, "2022-09-30": false, "2022-10-03": true} {
		w := releasedWorld(t)
		w.correct("2022-07", date, seal.Editorial, "nl", "Betere zin.")
		all := outputs(t, w.site("2022-11-01"))
		if next := pageAt[*site.Report](t, all, "nl/reports/2022-07/").NextRelease; next.Past != past || next.Day != "30 september 2022" {
			t.Errorf("%s: %+v", date, next)
		}
		if next := pageAt[*site.Report](t, all, "nl/reports/2022-07/v1/").NextRelease; next.Past {
			t.Errorf("%s: the first edition: %+v", date, next)
		}
	}
}

// TestStatusOfEveryEdition: whatever page of an edition a reader comes to, the panel says
// which edition it is and where the one that stands is; of those that were replaced search
// engines list none, with a figure or without.
func TestStatusOfEveryEdition(t *testing.T) {
	_, pages := published(t, thriceCorrectedWorld(t).site("2023-02-01"))
	latest := map[string]string{"2022-07": "v3", "2022-08": "v2"}
	seen := map[bool]int{}
	for path, content := range pages {
		parts := strings.Split(path, "/") // nl/reports/2022-07/v1/figures/months/index.html
		if !strings.HasSuffix(path, ".html") || len(parts) < 5 || parts[1] != "reports" || parts[3] == "changes" {
			continue
		}
		replaced, quoted := parts[3] != latest[parts[2]], parts[len(parts)-2] == "embed"
		seen[replaced]++
		panels := 0
		for _, kind := range []string{"superseded", "amended", "latest"} { // amended for those whom the correction concerns
			if (kind == "superseded") == replaced {
				panels += strings.Count(content, `<div class="status `+kind+`"`)
			}
		}
		if !quoted && panels != 1 {
			t.Errorf("%s has %d panels that say which edition it is", path, panels)
		}
		if replaced && !strings.Contains(content, `<meta name="robots" content="noindex">`) {
			t.Errorf("%s is listed by search engines", path)
		}
		if replaced && !quoted && !strings.Contains(content, "Naar de nieuwste editie") && !strings.Contains(content, "Go to the latest edition") {
			t.Errorf("%s does not lead to the edition that stands", path)
		}
	}
	if seen[true] < 20 || seen[false] < 10 {
		t.Errorf("seen: %v", seen)
	}
}
