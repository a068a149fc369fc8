package cube

import (
	"slices"
	"sort"

	"ronde/internal/period"
)

// Tiling gives the periods of a kind that together cover target exactly once,
// in order; nil when that kind does not tile it or is not shorter. Weeks tile
// nothing but are themselves tiled by days.
func Tiling(target period.Period, kind period.Kind) []period.Period {
	if kind <= target.Kind() || target.IsZero() || target.End()-target.Start() > 366 {
		return nil
	}
	y, m, _ := target.Start().Civil()
	var first period.Period
	switch kind {
	case period.Quarter:
		first, _ = period.Parse(quarterName(y, m))
	case period.Month:
		first = period.MonthOf(y, m)
	case period.Day:
		first = period.DayOf(target.Start())
	default:
		return nil
	}
	if first.IsZero() || target.Kind() == period.Span {
		return nil
	}
	var tiles []period.Period
	for p := first; p.Start() <= target.End(); p = p.Next(1) {
		tiles = append(tiles, p)
	}
	if !period.Tiles(tiles, target) {
		return nil
	}
	return tiles
}

func quarterName(year, month int) string {
	return period.MonthOf(year, 1).String()[:4] + "-Q" + string(rune('0'+(month+2)/3))
}

// Around gives the longer periods of the calendar that hold p whole: of a day
// its week, month, quarter and year, of a month its quarter and year.
func Around(p period.Period) []period.Period {
	var around []period.Period
	y, m, _ := p.Start().Civil()
	quarter, err := period.Parse(quarterName(y, m))
	for _, candidate := range []period.Period{weekOf(p.Start()), period.MonthOf(y, m), quarter, period.YearOf(y)} {
		if err == nil && candidate.Kind() < p.Kind() && p.Kind() != period.Span && candidate.Contains(p) && Tiling(candidate, p.Kind()) != nil {
			around = append(around, candidate)
		}
	}
	return around
}

// weekOf is the ISO week that holds a day.
func weekOf(d period.Date) period.Period {
	y, _, _ := d.Civil()
	first := period.WeekOf(y, 1)
	weeks := int(d - first.Start())
	if weeks < 0 {
		weeks -= 6
	}
	return first.Next(weeks / 7)
}

// MonthValue chooses among the periods of a stock the one whose value is that
// of a month: the month itself when it is there, else the last date or week
// that ends in it. periods are in order. What is printed is the value's own
// period, the date.
func MonthValue(periods []period.Period, month period.Period) (of period.Period, ok bool) {
	for _, p := range periods[endingBefore(periods, month.Start()):endingBefore(periods, month.End()+1)] {
		switch {
		case p == month:
			return p, true
		case (p.Kind() == period.Day || p.Kind() == period.Week) && p.MonthOfEnd() == month:
			of, ok = p, true // in order, so that the last one stays
		}
	}
	return of, ok
}

// Before gives the last period of the same kind that ends before p starts,
// among periods in order.
func Before(periods []period.Period, p period.Period) (before period.Period, ok bool) {
	for _, q := range slices.Backward(periods[:endingBefore(periods, p.Start())]) {
		if q.Kind() == p.Kind() {
			return q, true
		}
	}
	return before, false
}

// endingBefore counts the periods, which are in order, that end before a day.
func endingBefore(periods []period.Period, day period.Date) int {
	return sort.Search(len(periods), func(i int) bool { return periods[i].End() >= day })
}
