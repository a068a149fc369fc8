// Package number holds the values of observations: exact decimal numbers.
//
// A Decimal has at most twelve digits before the decimal point and at most six
// after it. That is enough for a national budget in cents and for a rate per
// million, it fits in one machine word, and it makes two equal values equal
// bytes: values are compared, hashed and summed over millions of rows, and a
// binary floating point number would make 0.1 + 0.2 a different value from 0.3.
// Whatever a division needs beyond six digits is rounded once, half away from
// zero, which is how statistical offices round and how readers check a sum.
//
// The canonical text of a Decimal has a point, no grouping and no superfluous
// zeros: 3159, 2.28, -0.5. It is the form of every file that Ronde writes.
package number

import (
	"errors"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// Places is the number of digits that a Decimal keeps after the point.
const Places = 6

// scale is ten to the power of Places: a Decimal counts millionths.
const scale = 1_000_000

// limit is the smallest absolute value, in millionths, that has thirteen
// digits before the point.
const limit = 1_000_000_000_000 * scale

// A Decimal is an exact number, counted in millionths. The zero value is 0.
// Decimals are compared with == and <.
type Decimal int64

// ErrRange is the error of a number with more digits than a Decimal has.
var ErrRange = errors.New("more than 12 digits before or 6 after the decimal point")

// ErrSyntax is the error of a text that is not a canonical number.
var ErrSyntax = errors.New("not a number")

// FromInt gives the Decimal of a whole number. Numbers of more than twelve
// digits give ErrRange.
func FromInt(n int64) (Decimal, error) {
	if n <= -limit/scale || n >= limit/scale {
		return 0, ErrRange
	}
	return Decimal(n * scale), nil
}

// Parse reads a number written with a point and without grouping: an optional
// minus sign, digits, and optionally a point with digits on both sides. Other
// ways to write a number belong to a dialect and are undone before Parse.
// The error is ErrSyntax or ErrRange.
func Parse(text string) (Decimal, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || (point && fraction == "") {
		return 0, ErrSyntax
	}
	for _, r := range whole + fraction {
		if r < '0' || r > '9' {
			return 0, ErrSyntax
		}
	}
	whole = strings.TrimLeft(whole, "0")
	fraction = strings.TrimRight(fraction, "0")
	if len(whole) > 12 || len(fraction) > Places {
		return 0, ErrRange
	}
	n, err := strconv.ParseInt("0"+whole+fraction+"000000"[:Places-len(fraction)], 10, 64)
	if err != nil {
		return 0, ErrRange
	}
	if negative {
		n = -n
	}
	return Decimal(n), nil
}

// String gives the canonical text: 3159, 2.28, -0.5.
func (d Decimal) String() string {
	return string(d.Append(nil))
}

// Append adds the canonical text to b, for writers of long files.
func (d Decimal) Append(b []byte) []byte {
	magnitude := uint64(d)
	if d < 0 {
		b = append(b, '-')
		magnitude = -magnitude
	}
	b = strconv.AppendUint(b, magnitude/scale, 10)
	fraction := magnitude % scale
	if fraction == 0 {
		return b
	}
	b = append(b, '.')
	for unit := uint64(scale / 10); fraction > 0; unit /= 10 {
		b = append(b, byte('0'+fraction/unit))
		fraction %= unit
	}
	return b
}

// Whole reports whether d has no digits after the point.
func (d Decimal) Whole() bool { return d%scale == 0 }

// Decimals is the number of digits after the point, superfluous zeros left out.
func (d Decimal) Decimals() int {
	n := Places
	for d%10 == 0 && n > 0 {
		d /= 10
		n--
	}
	return n
}

// Abs is d without its sign.
func (d Decimal) Abs() Decimal {
	if d < 0 {
		return -d
	}
	return d
}

// Add gives d + e; ok is false when the sum does not fit, which takes more
// than nine of the largest numbers that Parse accepts. No result is −2^63
// millionths, so that every value has its opposite.
func (d Decimal) Add(e Decimal) (sum Decimal, ok bool) {
	sum = d + e
	return sum, (sum > d) == (e > 0) && sum != math.MinInt64
}

// Sub gives d − e; ok is false when the difference does not fit.
func (d Decimal) Sub(e Decimal) (difference Decimal, ok bool) {
	difference = d - e
	return difference, (difference < d) == (e > 0) && difference != math.MinInt64
}

// Round rounds to the given number of places, half away from zero; places
// above six leave d as it is. At the ends of the range, far beyond what Parse
// accepts, where the multiple further from zero is no Decimal, it is the one
// nearer to zero.
func (d Decimal) Round(places int) Decimal {
	if places >= Places {
		return d
	}
	unit := Decimal(1)
	for range Places - max(places, 0) {
		unit *= 10
	}
	rest := d % unit
	d -= rest
	switch {
	case rest >= unit/2 && d <= math.MaxInt64-unit:
		return d + unit
	case rest <= -unit/2 && d >= math.MinInt64+unit:
		return d - unit
	}
	return d
}

// Quotient gives d × factor ÷ divisor, rounded half away from zero to the
// given number of places: a percentage is part.Quotient(100, base, 1). ok is
// false when divisor is zero or the result does not fit; a factor beyond ten
// million million may be refused although the result would fit.
func (d Decimal) Quotient(factor int64, divisor Decimal, places int) (quotient Decimal, ok bool) {
	if divisor == 0 {
		return 0, false
	}
	negative := (d < 0) != (factor < 0) != (divisor < 0)
	places = min(max(places, 0), Places)
	power := uint64(1)
	for range places {
		power *= 10
	}
	if d == 0 || factor == 0 {
		return 0, true
	}
	// |d| × |factor| × 10^places ÷ |divisor|, in 128 bits.
	overflow, multiplier := bits.Mul64(magnitude(factor), power)
	if overflow != 0 {
		return 0, false
	}
	high, low := bits.Mul64(magnitude(int64(d)), multiplier)
	by := magnitude(int64(divisor))
	if high >= by {
		return 0, false
	}
	q, rest := bits.Div64(high, low, by)
	most := math.MaxInt64 / (scale / power)
	if q > most {
		return 0, false // Before rounding: the largest q has no successor.
	}
	if rest >= by-rest {
		q++
	}
	if q > most {
		return 0, false
	}
	result := Decimal(q * (scale / power))
	if negative {
		result = -result
	}
	return result, true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
