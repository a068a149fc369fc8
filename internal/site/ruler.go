package site

import (
	"slices"
	"strconv"

	"ronde/internal/period"
)

// years gives the months of every year with a report, be it withdrawn, newest year first. from is
// the page that shows them; current is the round of the page, or zero.
func (o *outlook) years(from string, current period.Period) []RulerYear {
	var years []RulerYear
	for _, round := range slices.Backward(o.Archive.Rounds()) {
		if n := len(years); n == 0 || years[n-1].Year != strconv.Itoa(round.Year()) {
			years = append(years, o.year(from, round.Year(), current))
		}
	}
	return years
}

func (o *outlook) year(from string, year int, current period.Period) RulerYear {
	y := RulerYear{Year: strconv.Itoa(year)}
	for i := range y.Months {
		month := period.MonthOf(year, i+1)
		y.Months[i] = RulerMonth{
			Initial: o.l.MonthInitial(i + 1), Short: o.l.MonthShort(i + 1), Long: o.l.MonthName(i + 1), Full: o.l.Period(month),
			Current: month == current,
		}
		if slices.Contains(o.Archive.Rounds(), month) {
			y.Months[i].Href = relative(from, reportAt(o.lang, month))
		}
	}
	return y
}

// noRound is the round of a page that is about none.
var noRound period.Period
