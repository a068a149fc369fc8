package site_test

import (
	"testing"

	"ronde/internal/seal"
	"ronde/internal/site"
)

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
		t.Errorf("days %v, %v, %v; the report has %v, %v, %v", home.Published, home.DataUntil, home.NextRelease, report.Published, report.DataUntil, report.NextRelease)
	}
	if home.Coverage == nil || home.Coverage.Fraction != report.Coverage.Fraction || home.Coverage.Deliveries != "deliveries/" {
		t.Errorf("coverage %+v; the report has %+v", home.Coverage, report.Coverage)
	}
	draft := outputs(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	if h := pageAt[*site.Home](t, draft, "nl/"); h.Status.Kind != site.StatusDraft || h.Published.Text != "" {
		t.Errorf("a draft: %+v, published %q", h.Status, h.Published.Text)
	}
}
