package locale

import (
	"strconv"
	"strings"

	"ronde/internal/period"
)

// Date writes a day in full: 1 maart 2026, 1er mars 2026, 1. März 2026.
func (l *Locale) Date(d period.Date) string {
	year, month, day := d.Civil()
	dayText := strconv.Itoa(day)
	if day == 1 {
		dayText = l.w.firstDay
	}
	return fill(l.w.date, "day", dayText, "month", l.MonthName(month), "year", strconv.Itoa(year))
}

// MonthName is the name of a month, 1 to 12, as it stands inside a sentence:
// maart, März. Any other number gives "".
func (l *Locale) MonthName(month int) string { return pick(&l.w.months, month) }

// MonthShort is the abbreviated name, as on an axis: mrt, avr. Any other
// number than 1 to 12 gives "".
func (l *Locale) MonthShort(month int) string { return pick(&l.w.monthsShort, month) }

// MonthInitial is the first letter of the name, a capital in all languages;
// readers get the full name beside it. Any other number than 1 to 12 gives "".
func (l *Locale) MonthInitial(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return "JFMAMJJASOND"[month-1 : month]
}

func pick(names *[12]string, month int) string {
	if month < 1 || month > len(names) {
		return ""
	}
	return names[month-1]
}

// Period names a period as a heading does: maart 2026, 3e kwartaal 2022, week
// 30 van 2022, 1 maart 2022 – 31 juli 2022. The zero Period gives "".
func (l *Locale) Period(p period.Period) string { return l.place(&l.w.period, p) }

// In says when something was the case: in maart 2026, op 1 maart 2026, im 3.
// Quartal 2022. The zero Period gives "".
func (l *Locale) In(p period.Period) string { return l.place(&l.w.in, p) }

// than closes a comparison: dan in juli 2022, qu’en juillet 2022.
func (l *Locale) than(p period.Period) string { return l.place(&l.w.than, p) }

// against names the base of a change: tegenover juli 2022.
func (l *Locale) against(p period.Period) string { return l.place(&l.w.against, p) }

// due names the period that a delivery is for: voor juli 2022.
func (l *Locale) due(p period.Period) string { return l.place(&l.w.due, p) }

// On is the day on which something happened: op 1 maart 2026.
func (l *Locale) On(d period.Date) string { return l.In(period.DayOf(d)) }

// Since is the day on which something began: sinds 1 maart 2026.
func (l *Locale) Since(d period.Date) string { return fill(l.w.since, "date", l.Date(d)) }

// CumulativeUntil says that a count runs up to a day, which is included.
func (l *Locale) CumulativeUntil(d period.Date) string {
	return fill(l.w.cumulative, "date", l.Date(d))
}

// Range names the periods from first to last as a heading does: maart 2022 –
// juli 2022; one period if they are the same. Spans, and two periods of
// different kinds, are named by their first and last day.
func (l *Locale) Range(first, last period.Period) string {
	if first == last {
		return l.Period(first)
	}
	if byDays(first, last) {
		return l.Period(period.SpanOf(first.Start(), last.End()))
	}
	return fill(l.w.period[period.Span], "from", l.Period(first), "to", l.Period(last))
}

// RangeWords is Range for a text that is read aloud, with a word in place of
// the dash: maart 2022 tot en met juli 2022.
func (l *Locale) RangeWords(first, last period.Period) string {
	if byDays(first, last) {
		first, last = period.DayOf(first.Start()), period.DayOf(last.End())
	}
	if first == last {
		return l.Period(first)
	}
	return fill(l.w.through[first.Kind()], "from", l.Period(first), "to", l.Period(last))
}

func byDays(first, last period.Period) bool {
	return !first.IsZero() && !last.IsZero() && (first.Kind() == period.Span || first.Kind() != last.Kind())
}

// Runs names periods in the order given, three or more that follow each other
// as one range in words: [januari 2022, maart 2022 tot en met mei 2022].
func (l *Locale) Runs(periods []period.Period) []string {
	var names []string
	for len(periods) > 0 {
		n := 1
		for n < len(periods) && periods[n].Kind() != period.Span && periods[n] == periods[n-1].Next(1) {
			n++
		}
		if n >= 3 {
			names = append(names, l.RangeWords(periods[0], periods[n-1]))
		} else {
			for _, p := range periods[:n] {
				names = append(names, l.Period(p))
			}
		}
		periods = periods[n:]
	}
	return names
}

// place fills the template of p's kind. {period} is the name of the period.
func (l *Locale) place(templates *byKind, p period.Period) string {
	template := templates[p.Kind()]
	if template == "" {
		return ""
	}
	return expand(template, func(name string) (string, bool) {
		switch name {
		case "period":
			return l.Period(p), true
		case "date", "from":
			return l.Date(p.Start()), true
		case "to":
			return l.Date(p.End()), true
		case "year":
			return strconv.Itoa(p.Year()), true
		case "quarter":
			_, month, _ := p.Start().Civil()
			return l.w.quarters[(month-1)/3], true
		case "month":
			_, month, _ := p.Start().Civil()
			return l.MonthName(month), true
		case "week":
			return week(p), true
		}
		return "", false
	})
}

// week is the number in the written form of an ISO week, "30" of 2022-W30.
func week(p period.Period) string {
	_, number, _ := strings.Cut(p.String(), "-W")
	return strings.TrimPrefix(number, "0")
}
