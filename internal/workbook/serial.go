package workbook

import (
	"math"
	"strconv"
	"strings"

	"ronde/internal/period"
)

// digits gives a number as it is stored in plain digits, 1.5E-3 as 0.0015. A program
// stores up to 17 digits, of which the last two are the noise of binary arithmetic: as
// in Excel itself, 15 count, so that 0.1 + 0.2 is 0.3. ok is false for what is no number.
func digits(stored string) (text string, ok bool) {
	const counted = 15
	if len(stored) > 400 {
		return "", false
	}
	value, err := strconv.ParseFloat(stored, 64)
	if err != nil || math.IsInf(value, 0) || math.IsNaN(value) || strings.ContainsAny(stored, "xXpP_") {
		return "", false
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(value, 'e', counted-1, 64), "e")
	power, err := strconv.Atoi(exponent)
	if err != nil {
		return "", false
	}
	mantissa, negative := strings.CutPrefix(mantissa, "-")
	all := strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")
	switch {
	case all == "":
		return "0", true
	case power < 0:
		text = "0." + strings.Repeat("0", -power-1) + all
	case power+1 >= len(all):
		text = all + strings.Repeat("0", power+1-len(all))
	default:
		text = all[:power+1] + "." + all[power+1:]
	}
	if negative {
		text = "-" + text
	}
	return text, true
}

// The last day of Excel's calendars, 31 December 9999.
var lastDay = period.NewDate(9999, 12, 31)

// day reads the serial number of a day. Workbooks count from 1900, and take that year
// for a leap year as Lotus 1-2-3 did, so that day 60 is one that never was; those of
// older Macs count from 1904.
func (b *Book) day(serial string) (text string, kind Kind) {
	value, err := strconv.ParseFloat(serial, 64)
	whole, part := math.Modf(value)
	if second := 1.0 / 86_400; part > second/2 && part < 1-second/2 {
		return serial, Timed
	} else if part >= 1-second/2 {
		whole++
	}
	first := period.NewDate(1899, 12, 30)
	switch {
	case err != nil || value < 0 || whole > 3_000_000:
		return serial, Undated
	case b.from1904:
		first = period.NewDate(1904, 1, 1)
	case whole < 1 || whole == 60:
		return serial, Undated
	case whole < 60:
		first++
	}
	d := first + period.Date(whole)
	if d > lastDay {
		return serial, Undated
	}
	return d.String(), Dated
}

// isoDay reads a day that a file holds as a text, 2022-07-01 or with a time behind it.
func isoDay(text string) (day string, kind Kind) {
	date, clock, _ := strings.Cut(text, "T")
	if _, err := period.ParseDate(date); err != nil {
		return text, Timed
	}
	if strings.Trim(clock, "0:.Z") != "" {
		return text, Timed
	}
	return date, Dated
}
