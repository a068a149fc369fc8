package drop

import (
	"fmt"
	"regexp"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
)

// A dateForm is how a date or a month is written, in the words of the
// contract's `dates`.
type dateForm string

const (
	isoDay     dateForm = "yyyy-mm-dd"
	slashDay   dateForm = "dd/mm/yyyy"
	hyphenDay  dateForm = "dd-mm-yyyy"
	pointDay   dateForm = "dd.mm.yyyy"
	isoMonth   dateForm = "yyyy-mm"
	slashMonth dateForm = "mm/yyyy"
	yearSlash  dateForm = "yyyy/mm"
	otherISO   dateForm = "" // years, quarters, weeks and spans have one form each
)

// kind is what a form writes; forms of one kind never stand in one column.
func (f dateForm) kind() period.Kind {
	switch f {
	case isoDay, slashDay, hyphenDay, pointDay:
		return period.Day
	case isoMonth, slashMonth, yearSlash:
		return period.Month
	}
	return period.None
}

// A writtenDate is a cell cut by the form it has.
type writtenDate struct {
	form   dateForm
	period period.Period // of the ISO forms
	a, b   int           // the numbers of the others, in the order of the cell
	year   int
}

// cutDate finds the form of a cell; ok is false when it has none.
func cutDate(cell string) (w writtenDate, ok bool) {
	if p, err := period.Parse(cell); err == nil {
		w.period = p
		switch p.Kind() {
		case period.Day:
			w.form = isoDay
		case period.Month:
			w.form = isoMonth
		}
		return w, true
	}
	var parts [3]int
	var sign byte
	n, digits := 0, 0
	lengths := [3]int{}
	for i := range len(cell) {
		c := cell[i]
		switch {
		case '0' <= c && c <= '9':
			if n > 2 || digits == 4 {
				return w, false
			}
			parts[n] = parts[n]*10 + int(c-'0')
			digits++
			lengths[n] = digits
		case c == '/' || c == '-' || c == '.':
			if digits == 0 || n == 2 || (sign != 0 && c != sign) {
				return w, false
			}
			sign, digits = c, 0
			n++
		default:
			return w, false
		}
	}
	short := func(i int) bool { return lengths[i] == 1 || lengths[i] == 2 }
	switch {
	case n == 2 && short(0) && short(1) && lengths[2] == 4:
		w = writtenDate{form: map[byte]dateForm{'/': slashDay, '-': hyphenDay, '.': pointDay}[sign], a: parts[0], b: parts[1], year: parts[2]}
		return w, w.year > 0
	case n == 1 && sign == '/' && short(0) && lengths[1] == 4:
		return writtenDate{form: slashMonth, a: parts[0], year: parts[1]}, parts[1] > 0
	case n == 1 && sign == '/' && lengths[0] == 4 && short(1):
		return writtenDate{form: yearSlash, a: parts[1], year: parts[0]}, parts[0] > 0
	}
	return w, false
}

// dayFirst gives the day of dd/mm/yyyy; ok is false for a date that the
// calendar does not have.
func (w writtenDate) dayFirst() (period.Date, bool) { return civil(w.year, w.b, w.a) }

// monthFirst gives the day of mm/dd/yyyy.
func (w writtenDate) monthFirst() (period.Date, bool) { return civil(w.year, w.a, w.b) }

func civil(year, month, day int) (period.Date, bool) {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	d := period.NewDate(year, month, day)
	y, m, dd := d.Civil()
	return d, y == year && m == month && dd == day
}

// read gives the period of a cell whose form is settled.
func (w writtenDate) read() (period.Period, bool) {
	switch w.form {
	case slashDay, hyphenDay, pointDay:
		d, ok := w.dayFirst()
		return period.DayOf(d), ok
	case slashMonth, yearSlash:
		if w.a < 1 || w.a > 12 {
			return period.Period{}, false
		}
		return period.MonthOf(w.year, w.a), true
	}
	return w.period, true
}

// WritePeriod writes a month or a day in the form that a dialect declares, and as ISO has it
// where it declares none for such a period.
func WritePeriod(p period.Period, dialect codebook.Dialect) string {
	form := dateForm(dialect.Dates.Value)
	if form.kind() != p.Kind() {
		return p.String()
	}
	year, month, day := p.End().Civil()
	switch form {
	case slashMonth:
		return fmt.Sprintf("%02d/%04d", month, year)
	case yearSlash:
		return fmt.Sprintf("%04d/%02d", year, month)
	case slashDay:
		return fmt.Sprintf("%02d/%02d/%04d", day, month, year)
	case hyphenDay:
		return fmt.Sprintf("%02d-%02d-%04d", day, month, year)
	case pointDay:
		return fmt.Sprintf("%02d.%02d.%04d", day, month, year)
	}
	return p.String()
}

var (
	isoForm     = regexp.MustCompile(`^(19|20)[0-9]{2}-[0-9]{2}(-[0-9]{2})?$`)
	serialDay   = regexp.MustCompile(`^[34][0-9]{4}$`)
	sixDigits   = regexp.MustCompile(`^(19|20)[0-9]{2}(0[1-9]|1[0-2])$`)
	eightDigits = regexp.MustCompile(`^(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]$`)
	withTime    = regexp.MustCompile(`^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[T ][0-9]{1,2}:[0-9]{2}`)
	shortYear   = regexp.MustCompile(`^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}$`)
	mForm       = regexp.MustCompile(`^[0-9]{4}-?M[0-9]{1,2}$`)
	quarterForm = regexp.MustCompile(`(?i)^([0-9]{4}[-/ ]?[QKT][1-4]|[QKT][1-4][-/ ]?[0-9]{4}|[1-4][QKT][-/ ]?[0-9]{4})$`)
	shortMonth  = regexp.MustCompile(`^[0-9]{4}[-.][0-9]{1,2}$`)
)

// periodHint says what to do about a cell that is no period.
func periodHint(cell string) diag.Phrase {
	odd := oddCharacters(cell, "0123456789-/WQ")
	switch {
	case strings.HasPrefix(cell, "#"):
		return diag.Say("A formula in the workbook fails, or the column is too narrow: mend it there and save the CSV file again")
	case excelDate.MatchString(cell):
		return diag.Say("Write year and month in digits, such as 2022-07. If it is a date that Excel shows so, give the cells the format Custom, yyyy-mm, and save the file again")
	case withTime.MatchString(cell):
		return diag.Say("Give the cells the format Custom, yyyy-mm-dd, without the time of day, and save the CSV file again")
	case serialDay.MatchString(cell):
		return diag.Say("This is a day as Excel counts it: give the cells the format Custom, yyyy-mm-dd or yyyy-mm, and save the file again")
	case isoForm.MatchString(cell):
		return diag.Say("The calendar has no such day or month: correct it")
	case sixDigits.MatchString(cell):
		return diag.Say("Write %s", cell[:4]+"-"+cell[4:])
	case eightDigits.MatchString(cell):
		return diag.Say("Write %s", cell[:4]+"-"+cell[4:6]+"-"+cell[6:])
	case shortYear.MatchString(cell):
		return diag.Say("Write the year with four digits, and the date as 2022-07-25")
	case mForm.MatchString(cell), shortMonth.MatchString(cell):
		return diag.Say("Write the month with two digits and a hyphen: 2022-07")
	case quarterForm.MatchString(cell):
		return diag.Say("Write the quarter as 2022-Q3")
	case !odd.IsZero():
		return diag.Say("Type it again by hand: %s", odd)
	}
	return diag.Say("Write a month 2022-07, a date 2022-07-25, a quarter 2022-Q3, a year 2022, a week 2022-W30, or first and last day 2022-03-10/2022-08-01")
}
