package derive

import (
	"fmt"
	"strings"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/cube/cubetest"
	"ronde/internal/observation"
	"ronde/internal/period"
)

func showChange(c Change) string {
	text := c.State.String()
	if c.State == Known {
		text = c.Qualifier.String() + c.Difference.String()
	}
	switch {
	case c.Points:
		text += " points"
	case c.HasPercent:
		text += " " + c.Percent.String() + "%"
	}
	if !c.Before.Key.Period.IsZero() {
		text += " on " + c.Before.Key.Period.String()
	}
	if c.Adjacent {
		text += " adjacent"
	}
	if c.Reason != None {
		text += fmt.Sprintf(" reason %d", c.Reason)
	}
	if c.Break != nil {
		text += " " + c.Break.ID.Value
	}
	return text
}

const recount = `  - {id: recount, date: 2022-07-01, kind: break, label: Recount, indicators: [refused], where: {geo: BE-VLG}}
  - {id: policy, date: 2022-07-01, kind: policy, label: Policy, indicators: [refused]}`

func TestChange(t *testing.T) {
	plain, broken := book(t), book(t, recount)
	for _, test := range []struct {
		name, rows, key, want string
		book                  *codebook.Codebook
	}{
		{"on the previous month", "refused BE 2022-06 3156\nrefused BE 2022-07 3111", "refused BE 2022-07", "-45 -1.4% on 2022-06 adjacent", plain},
		{"on the previous available one", "refused BE 2022-04 100\nrefused BE 2022-05 - Q\nrefused BE 2022-06 - O\nrefused BE 2022-07 150", "refused BE 2022-07", "50 50% on 2022-04", plain},
		{"of the same kind", "refused BE 2022-Q1 400\nrefused BE 2022-02 90\nrefused BE 2022-07 150", "refused BE 2022-07", "60 66.7% on 2022-02", plain},
		{"no percentage of 29", "refused BE 2022-06 29\nrefused BE 2022-07 58", "refused BE 2022-07", "29 on 2022-06 adjacent", plain},
		{"a percentage of 30", "refused BE 2022-06 30\nrefused BE 2022-07 60", "refused BE 2022-07", "30 100% on 2022-06 adjacent", plain},
		{"none before", "refused BE 2022-07 58\nrefused BE 2022-08 58", "refused BE 2022-07", "absent", plain},
		{"the value is hidden", "refused BE 2022-06 29\nrefused BE 2022-07 - Q", "refused BE 2022-07", "hidden on 2022-06 adjacent", plain},
		{"the value is a bound", "refused BE 2022-06 290\nrefused BE 2022-07 >300", "refused BE 2022-07", "not comparable on 2022-06 adjacent reason 1", plain},
		{"the one before is a bound", "refused BE 2022-06 >290\nrefused BE 2022-07 300", "refused BE 2022-07", "not comparable on 2022-06 adjacent reason 1", plain},
		{"about", "refused BE 2022-06 ~290\nrefused BE 2022-07 300", "refused BE 2022-07", "about10 3.4% on 2022-06 adjacent", plain},
		{"of a share in points", "rate-given BE 2022-06 40\nrate-given BE 2022-07 45.5", "rate-given BE 2022-07", "5.5 points on 2022-06 adjacent", plain},
		{"across a break", "refused BE-VLG 2022-06 100\nrefused BE-VLG 2022-07 200", "refused BE-VLG 2022-07", "not comparable on 2022-06 adjacent reason 2 recount", broken},
		{"across a break, of a total", "refused BE 2022-06 100\nrefused BE 2022-07 200", "refused BE 2022-07", "not comparable on 2022-06 adjacent reason 2 recount", broken},
		{"across a break, of a province", "refused BE-VAN 2022-05 100\nrefused BE-VAN 2022-08 200", "refused BE-VAN 2022-08", "not comparable on 2022-05 reason 2 recount", broken},
		{"a break elsewhere", "refused BE-WAL 2022-06 100\nrefused BE-WAL 2022-07 200", "refused BE-WAL 2022-07", "100 100% on 2022-06 adjacent", broken},
		{"before a break", "refused BE-VLG 2022-05 100\nrefused BE-VLG 2022-06 200", "refused BE-VLG 2022-06", "100 100% on 2022-05 adjacent", broken},
		{"after a break", "refused BE-VLG 2022-07 100\nrefused BE-VLG 2022-08 200", "refused BE-VLG 2022-08", "100 100% on 2022-07 adjacent", broken},
		{"of a derived indicator, across a break of its part", "refused BE-VLG 2022-06 10\nrefused BE-VLG 2022-07 20\ngrants BE-VLG 2022-06 100\ngrants BE-VLG 2022-07 100", "net BE-VLG 2022-07", "not comparable on 2022-06 adjacent reason 2 recount", broken},
		{"status B", "refused BE 2022-06 100\nrefused BE 2022-07 200 B", "refused BE 2022-07", "not comparable on 2022-06 adjacent reason 2", plain},
		{"status B in between", "refused BE 2022-05 100\nrefused BE 2022-06 - B O\nrefused BE 2022-07 200", "refused BE 2022-07", "not comparable on 2022-05 reason 2", plain},
		{"status B of the one before", "refused BE 2022-06 100 B\nrefused BE 2022-07 200", "refused BE 2022-07", "100 100% on 2022-06 adjacent", plain},
		{"of a month of a stock", "stock BE-VLG 2022-06-30 100\nstock BE-VLG 2022-07-04 90\nstock BE-VLG 2022-07-25 110", "stock BE-VLG 2022-07", "10 10% on 2022-06 adjacent", plain},
		{"of totals with the same parts", "persons BE-VLG.F 2022-06 100\npersons BE-WAL.F 2022-06 100\npersons BE-VLG.F 2022-07 110\npersons BE-WAL.F 2022-07 100", "persons BE.F 2022-07", "10 5% on 2022-06 adjacent", plain},
		{"of totals with other parts", "persons BE-VLG.F 2022-06 100\npersons BE-WAL.F 2022-06 100\npersons BE-VLG.F 2022-07 110\npersons BE-BRU.F 2022-07 100", "persons BE.F 2022-07", "not comparable on 2022-06 adjacent reason 3", plain},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := showChange(table(t, test.book, test.rows).Change(cubetest.Key(t, test.key))); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

func TestChangeOnYear(t *testing.T) {
	tab := table(t, book(t), "refused BE 2021-07 100\nrefused BE 2022-06 90\nrefused BE 2022-07 150\nrefused BE 2022-08 150")
	if got := showChange(tab.ChangeOnYear(cubetest.Key(t, "refused BE 2022-07"))); got != "50 50% on 2021-07" {
		t.Error(got)
	}
	if got := showChange(tab.ChangeOnYear(cubetest.Key(t, "refused BE 2022-08"))); got != "absent on 2021-08" {
		t.Error(got)
	}
	if got := showChange(tab.Compare(cubetest.Key(t, "refused BE 2022-08"), period.MonthOf(2022, 6))); got != "60 66.7% on 2022-06" {
		t.Error(got)
	}
}

func TestShareOf(t *testing.T) {
	tab := table(t, book(t), "refused BE-VLG 2022-07 20\nrefused BE 2022-07 30\nrefused BE-WAL 2022-07 - Q")
	key := func(geo string) observation.Key { return cubetest.Key(t, "refused "+geo+" 2022-07") }
	if got := show(tab.Share(key("BE-VLG"), key("BE"))); got != "66.7 base refused BE 2022-07" {
		t.Error(got)
	}
	if got := show(tab.Share(key("BE-WAL"), key("BE"))); got != "hidden base refused BE 2022-07" {
		t.Error(got)
	}
}

func showRecord(r Record) string {
	if r.State != Known {
		return r.State.String()
	}
	return r.Value.Number.String() + " in " + r.Value.Key.Period.String() + " since " + r.First.String()
}

func TestPeak(t *testing.T) {
	plain, broken := book(t), book(t, recount)
	months := func(geo string, values ...string) string {
		var b strings.Builder
		for m, v := range values {
			fmt.Fprintf(&b, "refused %s 2022-%02d %s\n", geo, m+1, v)
		}
		return b.String()
	}
	for _, test := range []struct {
		name, rows, key, peak string
		book                  *codebook.Codebook
	}{
		{"the earliest of equal ones", months("BE", "4", "9", "9", "5"), "refused BE 2022-04", "9 in 2022-02 since 2022-01", plain},
		{"up to the period", months("BE", "4", "5", "9"), "refused BE 2022-02", "5 in 2022-02 since 2022-01", plain},
		{"as high counts", months("BE", "5", "4", "5"), "refused BE 2022-03", "5 in 2022-01 since 2022-01", plain},
		{"hidden and missing ones are passed over", months("BE", "9", "- Q", "- O", "5"), "refused BE 2022-04", "9 in 2022-01 since 2022-01", plain},
		{"a lower bound leaves it open", months("BE", "4", ">3", "5"), "refused BE 2022-03", "not comparable", plain},
		{"an upper bound below does not", months("BE", "4", "<3", "5"), "refused BE 2022-03", "5 in 2022-03 since 2022-01", plain},
		{"an upper bound above does", months("BE", "4", "<30", "5"), "refused BE 2022-03", "not comparable", plain},
		{"not across a break", months("BE-VLG", "90", "90", "90", "90", "90", "90", "5", "7", "6"), "refused BE-VLG 2022-09", "7 in 2022-08 since 2022-07", broken},
		{"not across status B", months("BE", "90", "5 B", "6"), "refused BE 2022-03", "6 in 2022-03 since 2022-02", plain},
		{"not a total of other parts", "persons BE-VLG.F 2022-05 90\npersons BE-WAL.F 2022-05 9\npersons BE-BRU.F 2022-05 9\npersons BE-VLG.F 2022-06 7\npersons BE-WAL.F 2022-06 5\npersons BE-VLG.F 2022-07 6\npersons BE-WAL.F 2022-07 5", "persons BE.F 2022-07", "12 in 2022-06 since 2022-06", plain},
		{"an upper bound at the value does not", months("BE", "4", "<5", "5"), "refused BE 2022-03", "5 in 2022-03 since 2022-01", plain},
		{"of a hidden value", months("BE", "90", "- Q"), "refused BE 2022-02", "hidden", plain},
		{"of a bound", months("BE", "90", ">95"), "refused BE 2022-02", "not comparable", plain},
		{"of nothing", months("BE", "90"), "refused BE 2022-02", "absent", plain},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := table(t, test.book, test.rows)
			if got := showRecord(tab.Peak(cubetest.Key(t, test.key))); got != test.peak {
				t.Errorf("peak %q, want %q", got, test.peak)
			}
		})
	}
}

func TestBreak(t *testing.T) {
	tab := table(t, book(t, recount), "refused BE-VLG 2022-06 5\nrefused BE-VLG 2022-07 5\nrefused BE-VLG 2022-08 5 B\n")
	series := cubetest.Key(t, "refused BE-VLG 2022").Series
	if event, ok := tab.Break(series, period.MonthOf(2022, 6), period.MonthOf(2022, 7)); !ok || event == nil || event.ID.Value != "recount" {
		t.Error("the declared break is not found")
	}
	if event, ok := tab.Break(series, period.MonthOf(2022, 7), period.MonthOf(2022, 8)); !ok || event != nil {
		t.Error("the break of the status is not found")
	}
	if _, ok := tab.Break(series, period.MonthOf(2022, 8), period.MonthOf(2022, 9)); ok {
		t.Error("a break is found where there is none")
	}
}
