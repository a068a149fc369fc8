package drop

import (
	"fmt"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// dialects are how the languages write numbers, as a contract declares it.
var dialects = map[string]codebook.Dialect{
	"nl": {Decimal: source.At[string]{Value: ","}, Thousands: source.At[string]{Value: "."}},
	"fr": {Decimal: source.At[string]{Value: ","}, Thousands: source.At[string]{Value: "space"}},
	"de": {Decimal: source.At[string]{Value: ","}, Thousands: source.At[string]{Value: "."}},
	"en": {Decimal: source.At[string]{Value: "."}, Thousands: source.At[string]{Value: ","}},
}

// FuzzNumeral: a number as a language writes it is the same when it is read by a
// contract that declares that; by one that does not, it is the same or refused.
func FuzzNumeral(f *testing.F) {
	f.Add(int64(1_185_000_000), 0)
	f.Add(int64(1_185_000_000), 3)
	f.Add(int64(-1_185_500_000), 1)
	f.Add(int64(1_185_000), 3)
	f.Add(int64(185_000), 3)
	f.Add(int64(999_999_999_999_999_999), 6)
	f.Fuzz(func(t *testing.T, n int64, decimals int) {
		decimals = min(max(decimals, 0), number.Places)
		want := number.Decimal(n).Round(decimals)
		if n <= -1e18 || n >= 1e18 || want <= -1e18 || want >= 1e18 {
			return
		}
		for _, language := range locale.Languages() {
			l, _ := locale.For(language)
			cell := l.Number(want, decimals)
			for _, dialect := range []codebook.Dialect{dialects[language], {}} {
				format := newNumberFormat(dialect)
				numeral, ok := cutNumeral(cell)
				if !ok {
					t.Fatalf("%q is no number", cell)
				}
				format.learn(0, &numeral)
				how, result := format.choose(&numeral)
				if result != read {
					if dialect.Decimal.IsSet() || result != ambiguous {
						t.Errorf("%s: %q is refused: %d", language, cell, result)
					}
					continue
				}
				if got, err := numeral.value(how); err != nil || got != want {
					t.Errorf("%s: %q is read as %s, %v", language, cell, got, err)
				}
			}
		}
	})
}

// FuzzDate: a day or a month in each form that a contract can declare is the same
// when it is read by that contract; by one that does not declare it, it is the same
// or refused.
func FuzzDate(f *testing.F) {
	for _, day := range []period.Date{period.NewDate(2022, 7, 25), period.NewDate(2022, 4, 3), period.NewDate(2024, 2, 29), period.NewDate(1, 1, 1), period.NewDate(9999, 12, 31)} {
		f.Add(int32(day))
	}
	f.Fuzz(func(t *testing.T, n int32) {
		day := period.Date(n)
		year, month, of := day.Civil()
		if year < 1 || year > 9999 {
			return
		}
		for form, text := range map[dateForm]string{
			isoDay: day.String(), isoMonth: period.MonthOf(year, month).String(),
			slashDay: fmt.Sprintf("%02d/%02d/%04d", of, month, year), hyphenDay: fmt.Sprintf("%d-%d-%04d", of, month, year),
			pointDay: fmt.Sprintf("%d.%02d.%04d", of, month, year), slashMonth: fmt.Sprintf("%02d/%04d", month, year), yearSlash: fmt.Sprintf("%04d/%02d", year, month),
		} {
			want := period.DayOf(day)
			if form.kind() == period.Month {
				want = period.MonthOf(year, month)
			}
			for _, declared := range []dateForm{form, ""} {
				var c periodColumn
				var out diag.List
				c.add(text, func() diag.Span { return diag.Span{File: "a.csv", Line: 2} })
				c.settle(codebook.Dialect{Dates: source.At[string]{Value: string(declared)}}, &out)
				p := c.texts[0]
				if p.ok && p.period != want || p.ok == (out.Errors() > 0) || !p.ok && declared != "" {
					t.Errorf("%q, declared as %q, is read as %s %v: %v", text, declared, p.period, p.ok, out.Sorted())
				}
			}
		}
	})
}

// FuzzID: the id of a drop is written in one way.
func FuzzID(f *testing.F) {
	for _, text := range []string{"2022-07/dvz/attestations", "2022-07/dvz/attestations.2", "2022-07/dvz/attestations.1", "2022-07/dvz/a.02", "2022/dvz/a", "2022-07/../a", "2022-07//", "2022-07/dvz/a.b.3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if id, err := ParseID(text); err == nil && id.String() != text {
			t.Errorf("%q is %s", text, id)
		}
	})
}
