package drop

import (
	"strings"
	"unicode/utf8"

	"ronde/internal/number"
)

// A numeral is a cell cut into runs of digits and the signs between them:
// "-1.185,50" is negative, with the runs 1, 185 and 50 and the signs . and ,
// Spaces of all widths that programs group with count as one sign, and so do
// both apostrophes.
type numeral struct {
	negative bool
	runs     [6]string
	signs    [5]byte // between the runs: . , space '
	n        int     // number of runs
}

// cutNumeral cuts a cell; ok is false when it holds anything but digits, signs
// and a minus sign in front.
func cutNumeral(cell string) (n numeral, ok bool) {
	if rest, found := strings.CutPrefix(cell, "-"); found {
		cell, n.negative = rest, true
	} else if rest, found := strings.CutPrefix(cell, "\u2212"); found {
		cell, n.negative = rest, true
	}
	for {
		end := 0
		for end < len(cell) && '0' <= cell[end] && cell[end] <= '9' {
			end++
		}
		if end == 0 || n.n == len(n.runs) {
			return n, false
		}
		n.runs[n.n] = cell[:end]
		n.n++
		if end == len(cell) {
			return n, true
		}
		if n.n == len(n.runs) {
			return n, false
		}
		r, size := utf8.DecodeRuneInString(cell[end:])
		switch r {
		case '.', ',':
			n.signs[n.n-1] = byte(r)
		case ' ', '\u00a0', '\u202f', '\u2009':
			n.signs[n.n-1] = ' '
		case '\'', '\u2019':
			n.signs[n.n-1] = '\''
		default:
			return n, false
		}
		cell = cell[end+size:]
	}
}

// grouped reports whether the first k runs are a whole number in groups of
// three: "1 185 000", not "0 185" and not "1 18".
func (n *numeral) grouped(k int) bool {
	if len(n.runs[0]) > 3 || n.runs[0][0] == '0' {
		return false
	}
	for i := 1; i < k; i++ {
		if len(n.runs[i]) != 3 || n.signs[i-1] != n.signs[0] {
			return false
		}
	}
	return true
}

// A reading is how the signs of a numeral are understood; 0 is a sign that the
// numeral does not have.
type reading struct{ decimal, thousands byte }

// readings gives the one or two ways in which a numeral can be a number, none
// when it cannot. Two there are for exactly one shape: one to three digits, a
// point or comma, three digits.
func (n *numeral) readings() (first, second reading, count int) {
	last := n.n - 2 // index of the last sign
	switch {
	case n.n == 1:
		return reading{}, reading{}, 1
	case n.n == 2 && (n.signs[0] == '.' || n.signs[0] == ','):
		first = reading{decimal: n.signs[0]}
		if n.grouped(2) {
			return first, reading{thousands: n.signs[0]}, 2
		}
		return first, second, 1
	case n.grouped(n.n):
		return reading{thousands: n.signs[0]}, second, 1
	case n.grouped(n.n-1) && n.signs[last] != n.signs[0] && (n.signs[last] == '.' || n.signs[last] == ','):
		return reading{decimal: n.signs[last], thousands: n.signs[0]}, second, 1
	}
	return first, second, 0
}

// value is the number under a reading. The error is number.ErrRange.
func (n *numeral) value(r reading) (number.Decimal, error) {
	whole := n.n
	if r.decimal != 0 {
		whole--
	}
	var text strings.Builder
	if n.negative {
		text.WriteByte('-')
	}
	for _, run := range n.runs[:whole] {
		text.WriteString(run)
	}
	if r.decimal != 0 {
		text.WriteByte('.')
		text.WriteString(n.runs[whole])
	}
	return number.Parse(text.String())
}

// plainNumber reads a cell of one to twelve digits, which is nearly every cell
// of nearly every delivery.
func plainNumber(cell string) (number.Decimal, bool) {
	if len(cell) == 0 || len(cell) > 12 {
		return 0, false
	}
	var n int64
	for i := range len(cell) {
		c := cell[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = n*10 + int64(c)
	}
	d, err := number.FromInt(n)
	return d, err == nil
}
