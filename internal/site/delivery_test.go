package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// yearOf is the only year on the page of deliveries.
func yearOf(t *testing.T, s *site.Site) site.DeliveryYear {
	t.Helper()
	p := pageAt[*site.Deliveries](t, outputs(t, s), "en/deliveries/")
	if len(p.Years) != 1 || p.Years[0].Year != "2022" {
		t.Fatalf("years: %+v", p.Years)
	}
	return p.Years[0]
}

// statesOf tells what happened to each dataset in the months from one to another.
func statesOf(y site.DeliveryYear, from, to int) map[string]string {
	states := map[string]string{}
	for _, g := range y.Groups {
		for _, r := range g.Rows {
			var months []string
			for _, c := range r.Cells[from-1 : to] {
				text := string(c.State)
				if c.Times > 1 {
					text += " twice"
				}
				months = append(months, text)
			}
			states[g.Organisation+", "+r.Dataset] = strings.Join(months, ", ")
		}
	}
	return states
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
		y := yearOf(t, w.site(date))
		got := statesOf(y, 5, 9)
		got["reporting"] = y.Months[6].Reporting + " " + y.Months[7].Reporting
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

// TestDueWithALaterRound: figures that fall due after the report of their month come
// with a later round. They are not missing in the month, and count in the round in
// which they fell due; before and after that nothing is due.
func TestDueWithALaterRound(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/datasets/minors.yaml", "due: 15", "due: 45")
	w.replace("data/datasets/referrals.yaml", "rhythm: monthly\ndue: 15\nfrom: 2022-07", "rhythm: quarterly\ndue: 45\nfrom: 2022-Q3")
	delete(w.files, "data/drops/2022-07/fedasil/referrals.csv")
	delete(w.files, "data/drops/2022-07/fedasil/referrals.yaml")
	w.write("data/drops/2022-08/fedasil/minors.csv", string(w.files["data/drops/2022-07/fedasil/minors.csv"].Data))
	delete(w.files, "data/drops/2022-07/fedasil/minors.csv")
	delete(w.files, "data/drops/2022-07/fedasil/minors.yaml")
	w.write("data/drops/2022-08/fedasil/minors.yaml", "ronde: 1\nreceived: 2022-09-10\n")
	w.write("data/drops/2022-10/fedasil/referrals.csv", "month,area,referrals\n2022-Q3,BE,1900\n")
	w.write("data/drops/2022-10/fedasil/referrals.yaml", "ronde: 1\nreceived: 2022-11-10\n")
	for round, cutoff := range map[string]string{"2022-07": "2022-08-25", "2022-08": "2022-09-15", "2022-09": "2022-10-15", "2022-10": "2022-11-15"} {
		w.write("content/reports/"+round+"/report.yaml", "ronde: 1\ncutoff: "+cutoff+"\n")
		delete(w.files, "content/reports/"+round+"/report.en.md")
		w.write("content/reports/"+round+"/report.nl.md", "---\nmain_points: [\"Iets.\"]\n---\n\nTekst.\n")
	}
	for _, release := range [][2]string{{"2022-07", "2022-08-30"}, {"2022-08", "2022-09-20"}, {"2022-09", "2022-10-20"}, {"2022-10", "2022-11-20"}} {
		w.release(release[0], release[1])
	}
	states := statesOf(yearOf(t, w.site("2022-12-31")), 7, 10)
	for dataset, want := range map[string]string{
		"Fedasil, Minors by month":    "not-due, on-time, missing, missing", // nothing came for September and October
		"Fedasil, Referrals by month": "not-due, not-due, not-due, on-time",
	} {
		if states[dataset] != want {
			t.Errorf("%s: %s, want %s", dataset, states[dataset], want)
		}
	}
	p := pageAt[*site.Organisation](t, outputs(t, w.site("2022-12-31")), "en/organisations/fedasil/")
	if want := "2 of 4 deliveries on time, 2 missing"; p.Punctuality != want {
		t.Errorf("%q, want %q", p.Punctuality, want)
	}
	// A quarter of which nothing came is missing where it closed.
	delete(w.files, "data/drops/2022-10/fedasil/referrals.csv")
	delete(w.files, "data/drops/2022-10/fedasil/referrals.yaml")
	w.sealed, w.editions = w.sealed[:3], w.editions[:3]
	if got := statesOf(yearOf(t, w.site("2022-12-31")), 9, 9)["Fedasil, Referrals by month"]; got != "missing" {
		t.Errorf("a quarter that never came is %s", got)
	}
}

// TestNothingIsDueBeforeTheFirstReport: a site that has released nothing calls
// nobody late.
func TestNothingIsDueBeforeTheFirstReport(t *testing.T) {
	for dataset, months := range statesOf(yearOf(t, smallWorld(t).site("2022-12-31")), 1, 12) {
		for _, state := range []site.DeliveryState{site.DeliveryMissing, site.DeliveryLate, site.DeliveryExpected} {
			if strings.Contains(months, string(state)) {
				t.Errorf("%s: %s", dataset, months)
			}
		}
	}
}
