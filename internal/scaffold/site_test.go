package scaffold

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"ronde/internal/period"
)

// In whatever languages a site is made: it has a text of each page and each report in each,
// the same files besides, and no date of the template.
func TestSiteInSomeLanguages(t *testing.T) {
	all, err := Site(SiteLanguages(), period.MonthOf(2024, 1))
	if err != nil {
		t.Fatal(err)
	}
	for _, languages := range [][]string{{"en"}, {"de", "nl"}, {"fr", "en", "nl"}, SiteLanguages()} {
		files, err := Site(languages, period.MonthOf(2024, 1))
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range files {
			if _, ok := all[name]; !ok {
				t.Errorf("%v: %s is not in the site of all languages", languages, name)
			}
			if strings.Contains(name, "2001") || bytes.Contains(content, []byte("2001")) {
				t.Errorf("%v: %s has a date of the template", languages, name)
			}
		}
		for name := range all {
			language := textLanguage(name)
			wanted := language == "" || strings.Contains(strings.Join(languages, " "), language)
			if _, ok := files[name]; ok != wanted {
				t.Errorf("%v: %s is there: %v, want %v", languages, name, ok, wanted)
			}
		}
	}
}

// No office publishes a report at the weekend.
func TestAnnouncedDayIsAWorkingDay(t *testing.T) {
	announced := regexp.MustCompile(`(?m)^next_release: (.*)$`)
	for months := range 12 {
		round := period.MonthOf(2025, 1+months)
		files, err := Site([]string{"en"}, round)
		if err != nil {
			t.Fatal(err)
		}
		m := announced.FindSubmatch(files["content/reports/"+round.String()+"/report.yaml"])
		if m == nil {
			t.Fatalf("%s: no report is announced", round)
		}
		day, err := time.Parse(time.DateOnly, string(m[1]))
		if err != nil || day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
			t.Errorf("%s: announced for %s, %s", round, m[1], day.Weekday())
		}
	}
}

// Months move over the ends of years, and the days behind them stay.
func TestMove(t *testing.T) {
	for _, test := range []struct {
		round      period.Period
		text, want string
	}{
		{period.MonthOf(2024, 1), "2001-01;BE;600 and 2001-03", "2023-11;BE;600 and 2024-01"},
		{period.MonthOf(2022, 12), "cutoff: 2001-04-12", "cutoff: 2023-01-12"},
		{period.MonthOf(2001, 3), "data/drops/2001-03/example", "data/drops/2001-03/example"},
		{period.MonthOf(2024, 1), "20010 and 12001-03", "20010 and 12001-03"},
	} {
		if got := move(test.text, test.round); got != test.want {
			t.Errorf("move(%q, %s) = %q, want %q", test.text, test.round, got, test.want)
		}
	}
}
