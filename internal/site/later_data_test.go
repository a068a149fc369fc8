package site_test

import (
	"testing"

	"ronde/internal/site"
)

// An edition with a delivery that came after the cutoff says so beside it, on the report,
// the home page and the cover of its workbook; the edition that it replaced does not.
func TestDataOfACorrectionIsLater(t *testing.T) {
	w := revisedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	for address, later := range map[string]string{"nl/reports/2022-07/v1/": "", "nl/reports/2022-07/v2/": "2022-09-24"} {
		p := pageAt[*site.Report](t, all, address)
		if p.DataUntil.ISO != "2022-08-25" || p.DataLater.ISO != later {
			t.Errorf("%s: data up to %s, later up to %q", address, p.DataUntil.ISO, p.DataLater.ISO)
		}
	}
	report := pageAt[*site.Report](t, all, "nl/reports/2022-08/")
	if home := pageAt[*site.Home](t, all, "nl/"); home.DataLater != report.DataLater {
		t.Errorf("home page: %v, the report has %v", home.DataLater, report.DataLater)
	}
	for address, later := range map[string]string{"nl/reports/2022-07/v1/2022-07-v1-nl.xlsx": "", "nl/reports/2022-07/v2/2022-07-v2-nl.xlsx": "24 september 2022"} {
		found := ""
		for _, row := range rowsOf(t, bookAt(t, all, address), "Omslag") {
			if len(row) > 1 && row[0] == "Gegevens van deze correctie tot" {
				found = row[1]
			}
		}
		if found != later {
			t.Errorf("%s: later data up to %q, want %q", address, found, later)
		}
	}
}
