package chart

import (
	"strings"
	"testing"

	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
)

// The figures below are public ones: Eurostat migr_asytpsm and migr_asytpfm as
// of October 2024, the Belgian Immigration Office, the population register, the
// regional employment services, UNHCR.
const (
	stock  = "26505 37540 44820 49145 52300 55405 57580 56545 61475 63210 62520 63615 64555 65420 66455 67655 68680 70070 71350 72670 73705 74605 75760 76730 77650 78610 79560 80425 81795 83240"
	grants = "26505 11035 7280 4325 3155 3105 2200 2095 1920 1735 1560 1470 1365 1035 1180 1290 1370 1550 1430 1350 1090 925 1220 1000 990 1035 970 895 1410 1460"

	bulgaria = "30700 92410 112355 119305 125795 130290 134790 142050 144890 147385 149790 151590 153545 155000 157645 160690 162980 164880 166535 168300 169845 170970 172275 45715 49190 50970 53910 57350 60220 62505"
	denmark  = "1220 10430 20710 25250 26430 27940 29780 29845 30685 32160 32925 33875 34840 34930 35350 35650 35955 36890 37455 35755 36075 36280 36645 37145 31765 32460 33030 34090 35060 35815"
	estonia  = "13810 22295 25865 28015 29730 32045 34025 36000 37455 38385 39085 39815 37020 35135 35105 35215 35425 35780 35820 35855 35885 35945 35755 35205 33950 32775 33615 32370 33820 33835"
)

// tag is the mark of a point in the shorthand of series.
var tags = map[byte]func(*Point){
	'p': func(p *Point) { p.Provisional = true },
	'e': func(p *Point) { p.Estimated = true },
	'g': func(p *Point) { p.Reconstructed = true },
	'~': func(p *Point) { p.Qualifier = locale.About },
	'>': func(p *Point) { p.Qualifier = locale.Lower },
	'<': func(p *Point) { p.Qualifier = locale.Upper },
}

// series reads points from a shorthand: values apart by spaces, each with tags
// behind it; x, z, c and . for what has no value.
func series(t testing.TB, name, text string) Series {
	t.Helper()
	s := Series{Name: name}
	for word := range strings.FieldsSeq(text) {
		var pt Point
		switch word {
		case "x":
		case "z":
			pt.State = CannotExist
		case "c":
			pt.State = Hidden
		case ".":
			pt.State = NotExpected
		default:
			pt.State = Present
			digits := strings.TrimRight(word, "peg~<>")
			for _, tag := range []byte(word[len(digits):]) {
				tags[tag](&pt)
			}
			v, err := number.Parse(digits)
			if err != nil {
				t.Fatalf("%q: %v", word, err)
			}
			pt.Value = v
		}
		s.Points = append(s.Points, pt)
	}
	return s
}

// stocks are persons with temporary protection at the end of each month from
// March 2022 to April 2023, as of June 2023.
var stocks = map[string]string{
	"Nederland":   "25470 53845 66815 76360 84095 91415 96345 101835 106520 109820 113390 116315 118890 120890",
	"Slowakije":   "x 72035 77005 80470 83520 86965 89930 92275 93905 95550 96610 97980 99525 100660",
	"Ierland":     "13430 25870 34010 40995 46710 50735 55655 61790 65920 70495 73065 76175 79335 81220",
	"Oostenrijk":  "x x x x 74785 77925 80775 83370 85465 87590 88710 85670 71525 72910",
	"Frankrijk":   "27525 51255 59690 64815 68570 72180 67515 65910 67035 68430 69645 69890 67745 66760",
	"België":      "26505 37540 44820 49145 52300 55405 57580 56545 61475 63210 62520 63615 64555 65420",
	"Portugal":    "25040 34080 39320 45485 48215 50605 52180 53720 55020 55920 56925 57865 57895 55375",
	"Finland":     "2805 15110 22715 28360 32660 36060 38745 41415 43395 45215 46810 48905 51030 52145",
	"Zwitserland": "15095 38135 51630 55965 57280 58810 59990 60600 61555 62820 63965 65135 65755 65645",
	"Noorwegen":   "2245 9020 14630 17590 18865 23070 26400 29090 31215 33555 35705 38620 41530 43385",
	"Zweden":      "18165 30025 34635 36785 39315 41565 43045 44495 46055 46305 47320 48365 24720 33360",
	"Litouwen":    "3160 28185 45430 49210 52880 56910 59800 62385 64280 65425 66455 66960 67775 68735",
}

// countries gives the series of some countries.
func countries(t testing.TB, names ...string) []Series {
	var all []Series
	for _, name := range names {
		all = append(all, series(t, name, stocks[name]))
	}
	return all
}

// provinces are the Belgian provinces and Brussels with their tiles.
func provinces() []Category {
	at := func(name, short string, column, row int) Category {
		return Category{Name: name, Tile: &Tile{Column: column, Row: row, Short: short}}
	}
	return []Category{
		at("West-Vlaanderen", "WVL", 1, 1), at("Oost-Vlaanderen", "OVL", 2, 1), at("Antwerpen", "ANT", 3, 1),
		at("Brussel", "BRU", 2, 2), at("Vlaams-Brabant", "VBR", 3, 2), at("Limburg", "LIM", 4, 2),
		at("Henegouwen", "HEN", 2, 3), at("Waals-Brabant", "WBR", 3, 3), at("Luik", "LUI", 4, 3),
		at("Namen", "NAM", 3, 4), at("Luxemburg", "LUX", 4, 4),
	}
}

// deliveriesOf reads a row of a heat grid: o on time, l late, x missing, ? still
// expected, a point for not due.
func deliveriesOf(name, cells string) HeatRow {
	row := HeatRow{Name: name}
	for _, c := range cells {
		row.Cells = append(row.Cells, map[rune]Delivery{'o': OnTime, 'l': Late, 'x': Missing, '?': Expected, '.': NotDue}[c])
	}
	return row
}

// dated gives the points of a series their dates.
func dated(t testing.TB, s Series, dates string) Series {
	for i, date := range strings.Fields(dates) {
		s.Points[i].At = at(t, date)
	}
	return s
}

// months gives n periods from one on.
func months(t testing.TB, from string, n int) []period.Period {
	t.Helper()
	first, err := period.Parse(from)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]period.Period, n)
	for i := range all {
		all[i] = first.Next(i)
	}
	return all
}

func at(t testing.TB, text string) period.Period { return months(t, text, 1)[0] }

func language(t testing.TB, code string) *locale.Locale {
	t.Helper()
	l, ok := locale.For(code)
	if !ok {
		t.Fatalf("no locale %s", code)
	}
	return l
}
