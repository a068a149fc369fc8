package locale

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"
)

// FuzzNumber: in all languages a printed number is the rounded one again when it
// is read, also with a sign, a per cent sign or words behind it.
func FuzzNumber(f *testing.F) {
	for _, d := range []int64{0, 1, -1, 499_999, 500_000, 999_999_500_000, 1_185_000_000, -3_156_500_000, 999_999_999_999_999_999, -1 << 63, 1<<63 - 1} {
		f.Add(d, 0)
		f.Add(d, 3)
	}
	f.Fuzz(func(t *testing.T, n int64, decimals int) {
		d := number.Decimal(n)
		rounded := d.Round(clamp(decimals))
		for _, l := range locales {
			for _, text := range []string{
				l.Number(d, decimals), l.Signed(d, decimals), l.Percent(d, decimals), l.SignedPercent(d, decimals),
				l.PercentagePoints(d, decimals), l.SignedPercentagePoints(d, decimals),
			} {
				if got, err := l.readNumber(text); rounded > -1e18 && rounded < 1e18 && (err != nil || got != rounded) {
					t.Errorf("%s: %q is read as %v, %v, want %s", l.code, text, got, err, rounded)
				}
			}
			form := "^" + minusSign + "?[0-9]{1,3}(" + regexp.QuoteMeta(l.w.group) + "[0-9]{3})*$"
			if whole, _, _ := strings.Cut(l.Number(d, decimals), l.w.point); !regexp.MustCompile(form).MatchString(whole) {
				t.Errorf("%s: %q is not in groups of three", l.code, whole)
			}
			if sign := l.Signed(d, decimals)[0] == '+'; sign != (rounded > 0) {
				t.Errorf("%s: %s is %q with a sign", l.code, rounded, l.Signed(d, decimals))
			}
		}
	})
}

// readNumber reads a printed number as a reader of the language does.
func (l *Locale) readNumber(text string) (number.Decimal, error) {
	for _, behind := range []string{l.w.percent, " " + l.w.percentagePoint.One, " " + l.w.percentagePoint.Other} {
		text = strings.TrimSuffix(text, behind)
	}
	return number.Parse(strings.NewReplacer(l.w.group, "", l.w.point, ".", minusSign, "-", "+", "").Replace(text))
}

// FuzzPeriod: in all languages the name of a period is that of no other.
func FuzzPeriod(f *testing.F) {
	for _, text := range []string{"2022", "0001", "2022-Q3", "2022-03", "2022-12", "2022-W01", "2020-W53", "2022-03-01", "2024-02-29", "2022-03-10/2022-08-01", "2022-05-01/2022-05-31", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := period.Parse(text)
		if err != nil {
			return
		}
		for _, l := range locales {
			if got := l.readPeriod(p.Kind(), l.Period(p)); got != p {
				t.Errorf("%s: %q, the name of %s, is read as %s", l.code, l.Period(p), p, got)
			}
			if !strings.Contains(l.In(p), l.Date(p.Start())) && !strings.Contains(l.In(p), l.Period(p)) {
				t.Errorf("%s: %q does not name %q", l.code, l.In(p), l.Period(p))
			}
		}
	})
}

// readPeriod reads the name of a period of a kind; the zero Period when no period
// has it.
func (l *Locale) readPeriod(kind period.Kind, name string) period.Period {
	parts := cut(l.w.period[kind], name)
	year, _ := strconv.Atoi(parts["year"])
	index := func(names []string, name string) int {
		for i, n := range names {
			if n == name {
				return i + 1
			}
		}
		return 0
	}
	switch kind {
	case period.Year:
		return period.YearOf(year)
	case period.Quarter:
		quarter, _ := period.Parse(fmt.Sprintf("%04d-Q%d", year, index(l.w.quarters[:], parts["quarter"])))
		return quarter
	case period.Month:
		return period.MonthOf(year, index(l.w.months[:], parts["month"]))
	case period.Week:
		week, _ := strconv.Atoi(parts["week"])
		return period.WeekOf(year, week)
	}
	date := func(name string) period.Date {
		parts := cut(l.w.date, name)
		year, _ := strconv.Atoi(parts["year"])
		day, _ := strconv.Atoi(parts["day"])
		if parts["day"] == l.w.firstDay {
			day = 1
		}
		return period.NewDate(year, index(l.w.months[:], parts["month"]), day)
	}
	if kind == period.Day {
		return period.DayOf(date(parts["date"]))
	}
	return period.SpanOf(date(parts["from"]), date(parts["to"]))
}

// cut undoes fill: the values by the names of their places.
func cut(template, filled string) map[string]string {
	place := regexp.MustCompile(`\\\{(\w+)\\\}`)
	form := regexp.MustCompile("^" + place.ReplaceAllString(regexp.QuoteMeta(template), "(?P<$1>.+)") + "$")
	values := map[string]string{}
	for i, value := range form.FindStringSubmatch(filled) {
		values[form.SubexpNames()[i]] = value
	}
	return values
}
