package period

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func parse(t *testing.T, text string) Period {
	t.Helper()
	p, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return p
}

func TestParse(t *testing.T) {
	type read struct {
		Kind, Start, End string
		Year             int
	}
	for text, want := range map[string]read{
		"2022":                  {"year", "2022-01-01", "2022-12-31", 2022},
		"0001":                  {"year", "0001-01-01", "0001-12-31", 1},
		"9999":                  {"year", "9999-01-01", "9999-12-31", 9999},
		"2022-Q1":               {"quarter", "2022-01-01", "2022-03-31", 2022},
		"2022-Q4":               {"quarter", "2022-10-01", "2022-12-31", 2022},
		"2022-07":               {"month", "2022-07-01", "2022-07-31", 2022},
		"2024-02":               {"month", "2024-02-01", "2024-02-29", 2024},
		"1900-02":               {"month", "1900-02-01", "1900-02-28", 1900},
		"2022-12":               {"month", "2022-12-01", "2022-12-31", 2022},
		"2022-W30":              {"week", "2022-07-25", "2022-07-31", 2022},
		"2022-W52":              {"week", "2022-12-26", "2023-01-01", 2022},
		"2020-W53":              {"week", "2020-12-28", "2021-01-03", 2020},
		"2025-W01":              {"week", "2024-12-30", "2025-01-05", 2025},
		"1969-W01":              {"week", "1968-12-30", "1969-01-05", 1969},
		"2022-07-25":            {"date", "2022-07-25", "2022-07-25", 2022},
		"2024-02-29":            {"date", "2024-02-29", "2024-02-29", 2024},
		"2022-03-10/2022-08-01": {"span", "2022-03-10", "2022-08-01", 2022},
		"2022-12-31/2023-01-01": {"span", "2022-12-31", "2023-01-01", 2023},
		"2022-03-10/2022-03-10": {"span", "2022-03-10", "2022-03-10", 2022},
	} {
		p := parse(t, text)
		got := read{p.Kind().String(), p.Start().String(), p.End().String(), p.Year()}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", text, diff)
		}
		if p.String() != text || p.IsZero() {
			t.Errorf("Parse(%q).String() = %q", text, p)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "22", "022", "0000", "20220", "-022", "+022", "２０２２", "2022-", "2022-7", "2022-00", "2022-13", "0000-01",
		"2022-Q0", "2022-Q5", "2022-Q/", "2022-q1", "2022Q1", "2022/07", "07-2022", "2022-W00", "2022-W53", "2021-W53", "2022-W5",
		"2022-w30", "2022-W1a", "2022-02-29", "2022-02-30", "2022-13-01", "2022-00-10", "2022-07-00", "2022-7-25", "25-07-2022",
		"2022/07/25", "0000-01-01", "2022-07-25T00:00", "2022-08-01/2022-03-10", "2022-03-10-2022-08-01", "2022-03/2022-08xxxxxxx",
		"2022-03-10/2022-08-32", " 2022", "2022 ", "2022\n", "202\xff", "\x00\x00\x00\x00",
	} {
		if p, err := Parse(text); !errors.Is(err, ErrSyntax) || !p.IsZero() {
			t.Errorf("Parse(%q) = %v, %v; want ErrSyntax", text, p, err)
		}
	}
	for _, text := range []string{"", "2022", "2022-07", "2022-02-30", "0000-01-01", "2022-07-25 ", "2022-07-2x", "2022-0a-25"} {
		if d, err := ParseDate(text); !errors.Is(err, ErrSyntax) {
			t.Errorf("ParseDate(%q) = %v, %v; want ErrSyntax", text, d, err)
		}
	}
}

func TestTheZeroPeriodHasNoDays(t *testing.T) {
	var none Period
	epoch := DayOf(0)
	if none.String() != "" || !none.IsZero() || none.Kind() != None || none.Next(3) != none {
		t.Errorf("zero period: %q, %v", none, none.Kind())
	}
	if none.Contains(epoch) || epoch.Contains(none) || none.Contains(none) {
		t.Error("the zero period contains or is contained")
	}
	if Tiles([]Period{none}, epoch) || Tiles([]Period{epoch}, none) || Tiles([]Period{none}, none) {
		t.Error("the zero period tiles or is tiled")
	}
	if none.MonthOfEnd() != none || none.Year() != 0 {
		t.Errorf("zero period: month %v, year %d", none.MonthOfEnd(), none.Year())
	}
	if _, ok := none.YearsBefore(1); ok {
		t.Error("the zero period has an earlier year")
	}
}

func TestDateOf(t *testing.T) {
	brussels := time.FixedZone("", 2*3600)
	late := time.Date(2022, 7, 31, 23, 30, 0, 0, time.UTC)
	if got := DateOf(late).String(); got != "2022-07-31" {
		t.Errorf("in UTC: %s", got)
	}
	if got := DateOf(late.In(brussels)).String(); got != "2022-08-01" {
		t.Errorf("two hours east: %s", got)
	}
	if got := NewDate(2022, 2, 30).String(); got != "2022-03-02" {
		t.Errorf("30 February rolls over to %s", got)
	}
}

func TestDatesAgreeWithPackageTime(t *testing.T) {
	for day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 10000; day = day.AddDate(0, 0, 97) {
		d := DateOf(day)
		y, m, dd := d.Civil()
		if y != day.Year() || m != int(day.Month()) || dd != day.Day() || d.String() != day.Format(time.DateOnly) {
			t.Fatalf("%v is read as %v", day, d)
		}
		if again, err := ParseDate(d.String()); err != nil || again != d {
			t.Fatalf("ParseDate(%q) = %v, %v", d, again, err)
		}
	}
}

func TestWeeksAgreeWithPackageTime(t *testing.T) {
	for year := 1; year < 10000; year += 13 {
		_, last := time.Date(year, 12, 28, 0, 0, 0, 0, time.UTC).ISOWeek()
		for _, week := range []int{1, 2, 26, last} {
			p := WeekOf(year, week)
			for d := p.Start(); d <= p.End(); d++ {
				y, w := time.Unix(int64(d)*86400, 0).UTC().ISOWeek()
				if y != year || w != week {
					t.Fatalf("%v holds %v, a day of %d-W%02d", p, d, y, w)
				}
			}
			if p.End()-p.Start() != 6 || p.Year() != year {
				t.Fatalf("%d-W%02d is %v to %v", year, week, p.Start(), p.End())
			}
		}
		if next := WeekOf(year, last).Next(1); next != WeekOf(year+1, 1) {
			t.Fatalf("after week %d of %d comes %v", last, year, next)
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		p    string
		n    int
		want string
	}{
		{"2022", 1, "2023"},
		{"2022", -22, "2000"},
		{"2022-Q4", 1, "2023-Q1"},
		{"2022-Q1", -1, "2021-Q4"},
		{"2022-Q2", 7, "2024-Q1"},
		{"2022-12", 1, "2023-01"},
		{"2022-01", -1, "2021-12"},
		{"2022-01", 25, "2024-02"},
		{"2020-W53", 1, "2021-W01"},
		{"2021-W01", -1, "2020-W53"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2022-01-01", -1, "2021-12-31"},
		{"2022-03-10/2022-03-19", 1, "2022-03-20/2022-03-29"},
		{"2022-03-10/2022-03-19", -1, "2022-02-28/2022-03-09"},
	} {
		if got := parse(t, c.p).Next(c.n); got != parse(t, c.want) {
			t.Errorf("(%s).Next(%d) = %v, want %s", c.p, c.n, got, c.want)
		}
	}
}

func TestYearsBefore(t *testing.T) {
	for _, c := range []struct {
		p    string
		n    int
		want string // "" when ok is false
	}{
		{"2022", 1, "2021"},
		{"2022-Q3", 1, "2021-Q3"},
		{"2022-07", 2, "2020-07"},
		{"2022-07", -1, "2023-07"},
		{"2024-02", 1, "2023-02"},
		{"2022-W30", 1, "2021-W30"},
		{"2020-W53", 1, ""},
		{"2020-W53", 5, "2015-W53"},
		{"2026-W01", 1, "2025-W01"},
		{"2022-07-25", 1, "2021-07-25"},
		{"2024-02-29", 1, ""},
		{"2024-02-29", 4, "2020-02-29"},
		{"2022-03-10/2022-08-01", 1, ""},
	} {
		got, ok := parse(t, c.p).YearsBefore(c.n)
		if ok != (c.want != "") || ok && got != parse(t, c.want) {
			t.Errorf("(%s).YearsBefore(%d) = %v, %v; want %q", c.p, c.n, got, ok, c.want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		p, q string
		want bool
	}{
		{"2022", "2022-07", true},
		{"2022-07", "2022", false},
		{"2022-07", "2022-07", true},
		{"2022-07", "2022-07-01/2022-07-31", true},
		{"2022-07", "2022-W30", true},
		{"2022-08", "2022-W31", true},
		{"2022-07", "2022-W26", false}, // 27 June to 3 July
		{"2022", "2022-W52", false},
		{"2022-07", "2022-08-01", false},
	} {
		if got := parse(t, c.p).Contains(parse(t, c.q)); got != c.want {
			t.Errorf("(%s).Contains(%s) = %v", c.p, c.q, got)
		}
	}
}

func TestMonthOfEnd(t *testing.T) {
	for p, want := range map[string]string{
		"2022": "2022-12", "2022-Q3": "2022-09", "2022-07": "2022-07", "2022-W52": "2023-01",
		"2022-07-25": "2022-07", "2022-03-10/2022-08-01": "2022-08",
	} {
		if got := parse(t, p).MonthOfEnd().String(); got != want {
			t.Errorf("(%s).MonthOfEnd() = %s, want %s", p, got, want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"2022-06", "2022-Q2", "2022-W26", "2022-07-31", "2022-W30",
		"2022-07-01/2022-07-31", "2022-07", "2022-03-10/2022-07-31", "2022-Q3", "2022-12-31", "2022-12", "2022-Q4", "2022",
	}
	periods := make([]Period, len(want))
	for i, text := range want {
		periods[len(want)-1-i] = parse(t, text)
	}
	slices.SortFunc(periods, Compare)
	got := make([]string, len(periods))
	for i, p := range periods {
		got[i] = p.String()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestTiles(t *testing.T) {
	for _, c := range []struct {
		name   string
		parts  []string
		target string
		want   bool
	}{
		{"months make a quarter", []string{"2022-07", "2022-09", "2022-08"}, "2022-Q3", true},
		{"quarters and months make a year", []string{"2022-Q1", "2022-Q2", "2022-07", "2022-08", "2022-09", "2022-Q4"}, "2022", true},
		{"itself", []string{"2022-07"}, "2022-07", true},
		{"a span of the same days", []string{"2022-07-01/2022-07-31"}, "2022-07", true},
		{"a month and the rest of a span", []string{"2022-03-10/2022-03-31", "2022-04"}, "2022-03-10/2022-04-30", true},
		{"no part", nil, "2022-07", false},
		{"a month is missing", []string{"2022-07", "2022-09"}, "2022-Q3", false},
		{"a month twice", []string{"2022-07", "2022-08", "2022-08"}, "2022-Q3", false},
		{"twice, and another missing", []string{"2022-07", "2022-07", "2022-08"}, "2022-Q3", false},
		{"one outside", []string{"2022-07", "2022-08", "2022-09", "2022-10"}, "2022-Q3", false},
		{"overlap that adds up", []string{"2022-07-01/2022-07-20", "2022-07-15/2022-07-25"}, "2022-07", false},
		{"days make a week", []string{"2022-07-25/2022-07-30", "2022-07-31"}, "2022-W30", true},
		{"weeks make a span", []string{"2022-W29", "2022-W30"}, "2022-07-18/2022-07-31", true},
		{"a week makes itself", []string{"2022-W30"}, "2022-W30", true},
		{"weeks never make a month, not even February 2021", []string{"2021-W05", "2021-W06", "2021-W07", "2021-W08"}, "2021-02", false},
		{"weeks and days never make a month", []string{"2022-W30", "2022-07-01/2022-07-24"}, "2022-07", false},
	} {
		var parts []Period
		for _, text := range c.parts {
			parts = append(parts, parse(t, text))
		}
		if got := Tiles(parts, parse(t, c.target)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	var weeks []Period
	for w := range 13 {
		weeks = append(weeks, WeekOf(2024, 14+w))
	}
	if Tiles(weeks, parse(t, "2024-Q2")) {
		t.Error("thirteen weeks make the second quarter of 2024")
	}
}

// samples gives periods of every kind between the years 1000 and 3000.
func samples(seed uint64, n int) []Period {
	r := rand.New(rand.NewPCG(seed, 1))
	var out []Period
	for range n {
		y := 1000 + r.IntN(2000)
		d := NewDate(y, 1, 1+r.IntN(365))
		out = append(out,
			YearOf(y), MonthOf(y, 1+r.IntN(12)), MonthOf(y, 1).Next(r.IntN(12)),
			WeekOf(y, 1+r.IntN(52)), DayOf(d), SpanOf(d, d+Date(r.IntN(400))))
		q, _ := Parse(MonthOf(y, 1).String()[:5] + "Q" + string(rune('1'+r.IntN(4))))
		out = append(out, q)
	}
	return out
}

func TestStringAndParseAreInverse(t *testing.T) {
	for _, p := range samples(1, 300) {
		if got, err := Parse(p.String()); err != nil || got != p {
			t.Errorf("Parse(%q) = %v, %v", p, got, err)
		}
	}
}

func TestNextIsItsOwnInverse(t *testing.T) {
	for i, p := range samples(2, 300) {
		n := i%61 - 30
		next := p.Next(n)
		if next.Kind() != p.Kind() || next.Next(-n) != p {
			t.Errorf("(%v).Next(%d) = %v, and back %v", p, n, next, next.Next(-n))
		}
		if p.Next(1).Start() != p.End()+1 {
			t.Errorf("(%v).Next(1) starts on %v", p, p.Next(1).Start())
		}
		if next != p.Next(n-1).Next(1) {
			t.Errorf("(%v).Next(%d) is not one step after Next(%d)", p, n, n-1)
		}
		if before, ok := p.YearsBefore(3); ok {
			if again, ok := before.YearsBefore(-3); !ok || again != p {
				t.Errorf("(%v).YearsBefore(3) = %v, and back %v", p, before, again)
			}
		}
	}
}

func TestCompareIsATotalOrder(t *testing.T) {
	all := samples(3, 60)
	for i, p := range all {
		q, r := all[(i*7+1)%len(all)], all[(i*13+5)%len(all)]
		if Compare(p, q) != -Compare(q, p) || (Compare(p, q) == 0) != (p == q) {
			t.Errorf("Compare(%v, %v) = %d", p, q, Compare(p, q))
		}
		if Compare(p, q) <= 0 && Compare(q, r) <= 0 && Compare(p, r) > 0 {
			t.Errorf("%v, %v, %v are not in order", p, q, r)
		}
	}
}

// TestTilesAgreesWithADayCount counts, day by day, how often each day of the
// target is covered.
func TestTilesAgreesWithADayCount(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	target := SpanOf(NewDate(2022, 3, 1), NewDate(2022, 3, 12))
	seen := map[bool]int{}
	for range 3000 {
		var parts []Period
		count := map[Date]int{}
		outside := false
		for from := target.Start(); from <= target.End(); {
			to := min(from+Date(r.IntN(6)), target.End()+Date(r.IntN(20)/19))
			if r.IntN(12) > 0 {
				parts = append(parts, SpanOf(from, to))
				for d := from; d <= to; d++ {
					count[d]++
					outside = outside || d > target.End()
				}
			}
			from = to + 1 - Date(r.IntN(15)/14)
		}
		want := !outside && len(count) == 12
		for _, n := range count {
			want = want && n == 1
		}
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		if got := Tiles(parts, target); got != want {
			t.Fatalf("Tiles(%v, %v) = %v", parts, target, got)
		}
		seen[want]++
	}
	if seen[true] < 100 || seen[false] < 100 {
		t.Errorf("the cases are lopsided: %v", seen)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "2022", "0000", "9999", "2022-Q3", "2022-Q5", "2022-07", "2022-13", "2022-W30", "2020-W53", "2021-W53",
		"9999-W52", "2022-07-25", "2022-02-30", "2022-03-10/2022-08-01", "2022-08-01/2022-03-10", "２０２２"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err != nil {
			if !errors.Is(err, ErrSyntax) || !p.IsZero() {
				t.Fatalf("Parse(%q) = %v, %v", text, p, err)
			}
			return
		}
		if p.String() != text || p.IsZero() || p.Start() > p.End() {
			t.Fatalf("Parse(%q) = %v", text, p)
		}
		if !Tiles([]Period{p}, p) || !p.Contains(p) || Compare(p, p) != 0 || p.Next(1).Next(-1) != p {
			t.Fatalf("%v does not agree with itself", p)
		}
	})
}
