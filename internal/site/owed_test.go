package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/site"
)

// owedOn says what is owed on a day when nothing came but what is named: "minors 2022-07".
func owedOn(s *site.Site, unreleased []site.Unreleased, came ...string) []string {
	var all []string
	for _, o := range s.Owed(unreleased, func(c *codebook.Contract, unit period.Period) bool {
		return slices.Contains(came, c.ID.Value+" "+unit.String())
	}) {
		day := "no day"
		if o.Day != 0 {
			day = o.Day.String()
		}
		all = append(all, fmt.Sprintf("%s %s for %s: %s, %d", o.Contract.ID.Value, o.Due, o.Round, day, o.Overdue))
	}
	return all
}

func TestOwed(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/datasets/minors.yaml", "due: 15", "due: 45")
	w.replace("data/datasets/referrals.yaml", "rhythm: monthly\ndue: 15\nfrom: 2022-07", "rhythm: quarterly\ndue: 45\nfrom: 2022-Q3")
	delete(w.files, "data/drops/2022-07/fedasil/referrals.csv")
	delete(w.files, "data/drops/2022-07/fedasil/referrals.yaml")
	w.write("content/reports/2022-07/report.yaml", "ronde: 1\ncutoff: 2022-08-25\n")
	delete(w.files, "content/reports/2022-07/report.en.md")
	w.write("content/reports/2022-07/report.nl.md", "---\nmain_points: [\"Iets.\"]\n---\n\nTekst.\n")
	w.release("2022-07", "2022-08-30")
	day := func(text string) period.Date {
		d, err := period.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	september := []site.Unreleased{{Round: period.MonthOf(2022, 9), Cutoff: day("2022-10-20")}}
	of := func(all []string, dataset string) string {
		return strings.Join(slices.DeleteFunc(all, func(text string) bool { return !strings.HasPrefix(text, dataset) }), "; ")
	}
	for _, c := range []struct{ date, dataset, want string }{
		// A month is owed when it is over, and overdue when its day is past.
		{"2022-08-31", "minors", "minors 2022-07 for 2022-08: 2022-09-14, 0"},
		{"2022-09-01", "minors", "minors 2022-07 for 2022-08: 2022-09-14, 0; minors 2022-08 for 2022-08: 2022-10-15, 0"},
		{"2022-09-16", "minors", "minors 2022-07 for 2022-08: 2022-09-14, 2; minors 2022-08 for 2022-08: 2022-10-15, 0"},
		// A quarter is owed when it is over.
		{"2022-09-30", "referrals", ""},
		{"2022-10-01", "referrals", "referrals 2022-Q3 for 2022-09: 2022-11-14, 0"},
	} {
		if got := of(owedOn(w.site(c.date), nil), c.dataset); got != c.want {
			t.Errorf("%s: %q, want %q", c.date, got, c.want)
		}
	}
	// The cutoff of a report that is not released gives time, and says for which report.
	s := w.site("2022-10-21")
	if got, want := of(owedOn(s, september, "attestations 2022-07"), "attestations"), "attestations 2022-08 for 2022-09: 2022-09-15, 36; attestations 2022-09 for 2022-09: 2022-10-20, 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// A site without a report owes nothing, one whose first report is being made does.
	empty := smallWorld(t).site("2022-10-21")
	if got := owedOn(empty, nil); len(got) > 0 {
		t.Errorf("without a report %v is owed", got)
	}
	if got, want := of(owedOn(empty, september), "minors"), "minors 2022-09 for 2022-09: 2022-10-20, 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
