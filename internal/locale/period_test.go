package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/period"
)

func TestMonths(t *testing.T) {
	for _, l := range locales {
		for month := -1; month <= 14; month++ {
			inside := month >= 1 && month <= 12
			for _, name := range []string{l.MonthName(month), l.MonthShort(month), l.MonthInitial(month)} {
				if (name != "") != inside {
					t.Errorf("%s: month %d is %q", l.code, month, name)
				}
			}
			if inside && l.MonthInitial(month) != l.Capitalise(l.MonthName(month))[:1] {
				t.Errorf("%s: month %d is %s and %s", l.code, month, l.MonthInitial(month), l.MonthName(month))
			}
		}
	}
}

func TestTheZeroPeriodHasNoName(t *testing.T) {
	var none period.Period
	for _, l := range locales {
		for _, got := range []string{l.Period(none), l.In(none), l.Range(none, none), l.RangeWords(none, none)} {
			if got != "" {
				t.Errorf("%s: %q", l.code, got)
			}
		}
	}
}

func TestRange(t *testing.T) {
	for _, c := range []struct{ first, last, plain, words string }{
		{"2022-07", "2022-07", "juli 2022", "juli 2022"},
		{"2022-03", "2022-07", "maart 2022 – juli 2022", "maart 2022 tot en met juli 2022"},
		{"2021", "2022", "2021 – 2022", "2021 tot en met 2022"},
		{"2022-03-01", "2022-07-31", "1 maart 2022 – 31 juli 2022", "1 maart 2022 tot en met 31 juli 2022"},
		{"2022-03-01/2022-07-31", "2022-03-01/2022-07-31", "1 maart 2022 – 31 juli 2022", "1 maart 2022 tot en met 31 juli 2022"},
		{"2022-03-01/2022-07-31", "2022-08-01/2022-08-31", "1 maart 2022 – 31 augustus 2022", "1 maart 2022 tot en met 31 augustus 2022"},
		{"2022", "2023-03", "1 januari 2022 – 31 maart 2023", "1 januari 2022 tot en met 31 maart 2023"},
	} {
		l := in(t, "nl")
		if got := l.Range(per(t, c.first), per(t, c.last)); got != c.plain {
			t.Errorf("Range(%s, %s) = %q", c.first, c.last, got)
		}
		if got := l.RangeWords(per(t, c.first), per(t, c.last)); got != c.words {
			t.Errorf("RangeWords(%s, %s) = %q", c.first, c.last, got)
		}
	}
}

func TestRuns(t *testing.T) {
	var periods []period.Period
	for _, text := range []string{"2021-12", "2022-01", "2022-03", "2022-04", "2022-05", "2022-06", "2022-08", "2022-W40", "2022-W41", "2022-W42"} {
		periods = append(periods, per(t, text))
	}
	want := []string{"December 2021", "January 2022", "March 2022 to June 2022", "August 2022", "week 40 of 2022 to week 42 of 2022"}
	if diff := cmp.Diff(want, in(t, "en").Runs(periods)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := in(t, "en").Runs(nil); got != nil {
		t.Errorf("no period: %q", got)
	}
}
