package cube

import (
	"strings"
	"testing"

	"ronde/internal/period"
)

func TestTiling(t *testing.T) {
	for _, test := range []struct {
		target string
		kind   period.Kind
		want   string
	}{
		{"2022-Q3", period.Month, "2022-07 2022-08 2022-09"},
		{"2022", period.Quarter, "2022-Q1 2022-Q2 2022-Q3 2022-Q4"},
		{"2022-W30", period.Day, "2022-07-25 2022-07-26 2022-07-27 2022-07-28 2022-07-29 2022-07-30 2022-07-31"},
		{"2021-02", period.Week, ""},
		{"2022-07", period.Month, ""},
		{"2022-07", period.Quarter, ""},
		{"2022-W30", period.Month, ""},
		{"2022-07-01/2022-08-31", period.Month, ""},
		{"2022-07-01", period.Day, ""},
	} {
		if got := strings.Join(texts(Tiling(month(test.target), test.kind)), " "); got != test.want {
			t.Errorf("%s in %ss: %q, want %q", test.target, test.kind, got, test.want)
		}
	}
	if n := len(Tiling(month("2024"), period.Day)); n != 366 {
		t.Errorf("2024 has %d days", n)
	}
}

func TestAround(t *testing.T) {
	for of, want := range map[string]string{
		"2022-08":               "2022-Q3 2022",
		"2022-Q3":               "2022",
		"2022":                  "",
		"2022-W30":              "",
		"2022-07-31":            "2022-W30 2022-07 2022-Q3 2022",
		"2022-01-01":            "2021-W52 2022-01 2022-Q1 2022",
		"2021-01-03":            "2020-W53 2021-01 2021-Q1 2021",
		"2022-07-01/2022-07-31": "",
	} {
		if got := strings.Join(texts(Around(month(of))), " "); got != want {
			t.Errorf("%s: %q, want %q", of, got, want)
		}
	}
}

func TestMonthValueAndBefore(t *testing.T) {
	periods := []period.Period{month("2022-06-30"), month("2022-07-04"), month("2022-07-25"), month("2022-W30"), month("2022-08"), month("2022-10")}
	for asked, want := range map[string]string{"2022-06": "2022-06-30", "2022-07": "2022-W30", "2022-08": "2022-08", "2022-09": ""} {
		got, ok := MonthValue(periods, month(asked))
		if got.String() != want || ok != (want != "") {
			t.Errorf("value of %s is of %q, want %q", asked, got, want)
		}
	}
	for asked, want := range map[string]string{"2022-10": "2022-08", "2022-08": "", "2022-07-25": "2022-07-04", "2023-01-01": "2022-07-25"} {
		got, ok := Before(periods, month(asked))
		if got.String() != want || ok != (want != "") {
			t.Errorf("before %s is %q, want %q", asked, got, want)
		}
	}
}
