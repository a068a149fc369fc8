// Package period holds time: calendar dates and the reference periods of
// observations. It knows no clock and no time zone.
//
// A period is one of six kinds, each with one way to be written (ISO 8601):
//
//	2022                     year
//	2022-Q3                  quarter
//	2022-07                  month
//	2022-W30                 ISO week, Monday to Sunday
//	2022-07-25               date
//	2022-03-10/2022-08-01    span: both days included
//
// Two periods are equal when they are of the same kind and cover the same days:
// the month 2022-07 and the span 2022-07-01/2022-07-31 are different periods,
// because a monthly series and a one-off count are different statements.
//
// Years run from 0001 to 9999. A step beyond them gives a period that has no
// written form of its own: what String then prints is for messages only.
package period

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// A Date is a calendar day, counted in days since 1970-01-01. The zero value
// is that day; use a *Date or a flag where a date may be absent.
type Date int32

// Kind is the length of a period.
type Kind uint8

// The kinds, from long to short; Span may be of any length. None is the kind
// of the zero Period.
const (
	None Kind = iota
	Year
	Quarter
	Month
	Week
	Day
	Span
)

var kindNames = [...]string{"none", "year", "quarter", "month", "week", "date", "span"}

// String is the English name of the kind, as messages print it.
func (k Kind) String() string { return kindNames[k] }

// A Period is a stretch of whole days: the reference period of an observation
// or a round. The zero value is no period. Periods are comparable with ==.
type Period struct {
	kind       Kind
	start, end Date
}

// ErrSyntax is the error of a text that is not a period or a date.
var ErrSyntax = errors.New("not a period")

// NewDate gives the date of a year, month (1 to 12) and day; days beyond the
// month's end roll over, as in package time.
func NewDate(year, month, day int) Date {
	return Date(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// DateOf gives the calendar day of t in t's own location.
func DateOf(t time.Time) Date { return NewDate(t.Year(), int(t.Month()), t.Day()) }

// Civil gives year, month (1 to 12) and day.
func (d Date) Civil() (year, month, day int) {
	t := time.Unix(int64(d)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// Weekend reports whether d is a Saturday or a Sunday.
func (d Date) Weekend() bool {
	day := time.Unix(int64(d)*86400, 0).UTC().Weekday()
	return day == time.Saturday || day == time.Sunday
}

// String is the ISO form, 2022-07-25.
func (d Date) String() string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// ParseDate reads the ISO form, 2022-07-25. The error is ErrSyntax.
func ParseDate(text string) (Date, error) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, ErrSyntax
	}
	y, okY := digits(text[:4])
	m, okM := digits(text[5:7])
	d, okD := digits(text[8:])
	if !okY || !okM || !okD || y == 0 {
		return 0, ErrSyntax
	}
	date := NewDate(y, m, d)
	if date.String() != text {
		return 0, ErrSyntax // 2022-02-30 and 2022-13-01 roll over to another day.
	}
	return date, nil
}

// Parse reads a period in one of the six forms above. The error is ErrSyntax,
// also for a span that ends before it starts.
func Parse(text string) (Period, error) {
	switch {
	case len(text) == 4:
		if y, ok := digits(text); ok && y > 0 {
			return YearOf(y), nil
		}
	case len(text) == 7 && text[4] == '-' && text[5] == 'Q':
		y, ok := digits(text[:4])
		if q := int(text[6] - '0'); ok && y > 0 && q >= 1 && q <= 4 {
			return Period{Quarter, NewDate(y, 3*q-2, 1), NewDate(y, 3*q+1, 1) - 1}, nil
		}
	case len(text) == 7 && text[4] == '-':
		y, okY := digits(text[:4])
		m, okM := digits(text[5:])
		if okY && okM && y > 0 && m >= 1 && m <= 12 {
			return MonthOf(y, m), nil
		}
	case len(text) == 8 && text[4] == '-' && text[5] == 'W':
		y, okY := digits(text[:4])
		w, okW := digits(text[6:])
		if okY && okW && y > 0 {
			p := WeekOf(y, w)
			if p.String() == text {
				return p, nil
			}
		}
	case len(text) == 10:
		if d, err := ParseDate(text); err == nil {
			return DayOf(d), nil
		}
	case len(text) == 21 && text[10] == '/':
		from, errFrom := ParseDate(text[:10])
		to, errTo := ParseDate(text[11:])
		if errFrom == nil && errTo == nil && from <= to {
			return SpanOf(from, to), nil
		}
	}
	return Period{}, ErrSyntax
}

func digits(text string) (n int, ok bool) {
	for _, r := range []byte(text) {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// YearOf gives a calendar year.
func YearOf(year int) Period { return Period{Year, NewDate(year, 1, 1), NewDate(year, 12, 31)} }

// MonthOf gives a calendar month, 1 to 12; other numbers roll over.
func MonthOf(year, month int) Period {
	return Period{Month, NewDate(year, month, 1), NewDate(year, month+1, 1) - 1}
}

// WeekOf gives an ISO week: week 1 is the one that holds 4 January.
func WeekOf(year, week int) Period {
	fourth := NewDate(year, 1, 4)
	monday := fourth - Date((int(fourth)%7+7+3)%7) // 1970-01-01 was a Thursday.
	start := monday + Date(7*(week-1))
	return Period{Week, start, start + 6}
}

// DayOf gives the period of one day.
func DayOf(d Date) Period { return Period{Day, d, d} }

// SpanOf gives the days from one date to another, both included.
func SpanOf(from, to Date) Period { return Period{Span, from, to} }

// Kind is the period's kind; None for the zero Period.
func (p Period) Kind() Kind { return p.kind }

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p.kind == None }

// Start is the first day.
func (p Period) Start() Date { return p.start }

// End is the last day.
func (p Period) End() Date { return p.end }

// Year is the calendar year of the period's last day; of an ISO week, its ISO
// year. It is 0 for the zero Period.
func (p Period) Year() int {
	switch p.kind {
	case None:
		return 0
	case Week:
		y, _ := time.Unix(int64(p.start)*86400, 0).UTC().ISOWeek()
		return y
	}
	y, _, _ := p.end.Civil()
	return y
}

// String is the form that Parse reads; "" for the zero Period.
func (p Period) String() string {
	switch p.kind {
	case Year:
		return p.start.String()[:4]
	case Quarter:
		y, m, _ := p.start.Civil()
		return fmt.Sprintf("%04d-Q%d", y, (m+2)/3)
	case Month:
		return p.start.String()[:7]
	case Week:
		y, w := time.Unix(int64(p.start)*86400, 0).UTC().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case Day:
		return p.start.String()
	case Span:
		return p.start.String() + "/" + p.end.String()
	}
	return ""
}

// Next gives the period n steps later (earlier when n is negative). Spans have
// no neighbours: they are moved by their own length in days.
func (p Period) Next(n int) Period {
	y, m, _ := p.start.Civil()
	switch p.kind {
	case Year:
		return YearOf(y + n)
	case Quarter:
		return Period{Quarter, NewDate(y, m+3*n, 1), NewDate(y, m+3*n+3, 1) - 1}
	case Month:
		return MonthOf(y, m+n)
	case None:
		return p
	}
	length := p.end - p.start + 1
	return Period{p.kind, p.start + length*Date(n), p.end + length*Date(n)}
}

// YearsBefore gives the same period n years earlier: the same month, quarter,
// week number or day. 29 February and week 53 have no counterpart in most
// years; ok is then false. Spans never have one.
func (p Period) YearsBefore(n int) (earlier Period, ok bool) {
	y, m, d := p.start.Civil()
	switch p.kind {
	case Year:
		return YearOf(y - n), true
	case Quarter:
		return p.Next(-4 * n), true
	case Month:
		return p.Next(-12 * n), true
	case Week:
		year, week := time.Unix(int64(p.start)*86400, 0).UTC().ISOWeek()
		earlier = WeekOf(year-n, week)
		gotYear, _ := time.Unix(int64(earlier.start)*86400, 0).UTC().ISOWeek()
		return earlier, gotYear == year-n
	case Day:
		earlier = DayOf(NewDate(y-n, m, d))
		_, gotMonth, _ := earlier.start.Civil()
		return earlier, gotMonth == m
	}
	return Period{}, false
}

// Contains reports whether every day of q is a day of p. The zero Period has no
// days; it contains nothing and nothing contains it.
func (p Period) Contains(q Period) bool {
	return p.kind != None && q.kind != None && p.start <= q.start && q.end <= p.end
}

// MonthOfEnd is the month that holds the period's last day: the month to which
// a stock counted on that day belongs. It is zero for the zero Period.
func (p Period) MonthOfEnd() Period {
	if p.kind == None {
		return p
	}
	y, m, _ := p.end.Civil()
	return MonthOf(y, m)
}

// Compare orders periods by last day, then first day, then kind from short to
// long, so that a month stands before the quarter that it closes.
func Compare(p, q Period) int {
	return cmp.Or(cmp.Compare(p.end, q.end), cmp.Compare(q.start, p.start), cmp.Compare(q.kind, p.kind))
}

// Tiles reports whether the parts, in any order, cover target exactly once: no
// day missing, none twice, none outside. Only then is a flow over target the
// sum of the flows over the parts.
//
// Weeks never tile a month, a quarter or a year. A week that straddles two
// months belongs to neither, and the few months that are four whole weeks, such
// as February 2021, would stand alone in a series of gaps.
func Tiles(parts []Period, target Period) bool {
	calendar := target.kind == Month || target.kind == Quarter || target.kind == Year
	days := 0
	for i, p := range parts {
		if !target.Contains(p) || calendar && p.kind == Week {
			return false
		}
		for _, q := range parts[:i] {
			if p.start <= q.end && q.start <= p.end {
				return false
			}
		}
		days += int(p.end-p.start) + 1
	}
	return len(parts) > 0 && days == int(target.end-target.start)+1
}
