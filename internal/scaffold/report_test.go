package scaffold

import (
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/source"
)

func day(t *testing.T, text string) period.Date {
	t.Helper()
	d, err := period.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A day moves along with the month: the last of a month stays the last.
func TestMonthsLater(t *testing.T) {
	for _, test := range []struct {
		day    string
		months int
		want   string
	}{
		{"2022-08-15", 1, "2022-09-15"},
		{"2022-08-31", 1, "2022-09-30"},
		{"2022-09-30", 1, "2022-10-31"},
		{"2022-01-30", 1, "2022-02-28"},
		{"2022-11-15", 3, "2023-02-15"},
	} {
		if got := monthsLater(day(t, test.day), test.months); got != day(t, test.want) {
			t.Errorf("%d months after %s is %s, want %s", test.months, test.day, got, test.want)
		}
	}
}

// The next release falls on the same day of the week, at most three days from the same day
// of the month.
func TestNextKeepsWeekday(t *testing.T) {
	for announced := day(t, "2022-11-01"); announced < day(t, "2023-03-01"); announced++ {
		s := skeleton{ReportRequest: ReportRequest{
			Round: period.MonthOf(2022, 10), Book: &codebook.Codebook{},
			Last: &edition.Round{Round: period.MonthOf(2022, 9), Report: edition.ReportFile{
				Next: source.At[period.Date]{Value: announced, Span: source.At[string]{}.Span},
			}},
		}}
		s.Last.Report.Next.Span.File = "report.yaml"
		next, _, ok := s.next()
		if !ok || (next-announced)%7 != 0 {
			t.Errorf("after %s comes %s, on another day of the week", announced, next)
		}
		if away := next - monthsLater(announced, 1); away < -3 || away > 3 {
			t.Errorf("after %s comes %s, %d days away", announced, next, away)
		}
	}
}
