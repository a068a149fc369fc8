package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// A Look is what a number format makes of a number.
type Look uint8

const (
	Plain     Look = iota
	Percent        // 0.12 is shown as 12 %
	LikeDay        // a serial number is shown as a day
	LikeMonth      // as a month: the day is not shown
	LikeYear       // as a year
	LikeTime       // as a time of day alone
)

// A format is what a style makes of a number.
type format struct {
	look  Look
	scale Scale
}

// formats gives the format of each style of cells.
func formats(f *excelize.File) []format {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	all := make([]format, len(f.Styles.CellXfs.Xf))
	for i, xf := range f.Styles.CellXfs.Xf {
		if xf.NumFmtID == nil {
			continue
		}
		if code, own := codes[*xf.NumFmtID]; own {
			all[i] = format{lookOfCode(code), scaleOfCode(code)}
		} else {
			all[i].look = builtIn(*xf.NumFmtID)
		}
	}
	return all
}

// builtIn is the look of a format that a file names by its number only. Those from 27
// on are days in the calendars of East Asia.
func builtIn(id int) Look {
	switch {
	case id == 9 || id == 10:
		return Percent
	case id == 17:
		return LikeMonth
	case id >= 18 && id <= 21, id >= 45 && id <= 47:
		return LikeTime
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return LikeDay
	}
	return Plain
}

// lookOfCode reads a format code, such as dd/mm/yyyy or 0.0%. Of several sections the
// first is of positive numbers.
func lookOfCode(code string) Look {
	var day, month, year, hour, percent bool
	clock := false // the last letter but one was of a time: m is minutes
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			i = len(code)
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				i = len(code)
				break
			}
			i += end + 1
		case '\\', '_', '*':
			i++ // the next character is printed, or only takes room
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				i = len(code)
				break
			}
			if inside := strings.ToLower(code[i+1 : i+end]); inside != "" && strings.Trim(inside, "hms") == "" {
				hour, clock = true, true // [h]:mm counts more than a day
			}
			i += end
		case '%':
			percent = true
		case 'G', 'g':
			if strings.HasPrefix(strings.ToLower(code[i:]), "general") {
				i += len("general") - 1
			}
		case 'd', 'D':
			day, clock = true, false
		case 'y', 'Y', 'e':
			year, clock = true, false
		case 'h', 'H', 's', 'S':
			hour, clock = true, true
		case 'm', 'M':
			n := 1
			for i+n < len(code) && (code[i+n] == 'm' || code[i+n] == 'M') {
				n++
			}
			rest := strings.ToLower(code[i+n:])
			if !clock && !strings.HasPrefix(strings.TrimLeft(rest, ":.[ "), "s") {
				month = true
			}
			i += n - 1
		case 'E': // 0.00E+00
			i++
		}
	}
	switch {
	case day:
		return LikeDay
	case month:
		return LikeMonth
	case year:
		return LikeYear
	case hour:
		return LikeTime
	case percent:
		return Percent
	}
	return Plain
}
