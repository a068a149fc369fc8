package drop

import (
	"ronde/internal/codebook"
	"ronde/internal/diag"
)

// A numberFormat is how the numbers of one column are written. What the
// contract does not declare is recognised from the cells of the whole column,
// and only where no cell can be read in two ways that both fit:
//
//   - "12,5" and "1.185,50" prove a decimal comma, "1.185.000" proves that the
//     point groups, "1 185" groups whatever else is written;
//   - "1.185" proves nothing. It is read when the contract or another cell of
//     the column says what the point is; that the comma is the decimal sign
//     does not say it, because somebody may have typed a point for a comma;
//   - two cells that prove contrary things make the column unreadable.
type numberFormat struct {
	decimal   byte // 0 while not known
	thousands byte

	declared        reading
	provedDecimal   int // row of the cell that proved it; -1 when declared or not known
	provedThousands int

	ambiguous      int // cells that nothing explains
	firstAmbiguous int // the first of them
	contrary       int // row of the first cell that proves the contrary; -1 for none
	contraryTo     int // row of the cell it contradicts
}

func newNumberFormat(d codebook.Dialect) numberFormat {
	f := numberFormat{provedDecimal: -1, provedThousands: -1, firstAmbiguous: -1, contrary: -1}
	if d.Decimal.IsSet() {
		f.declared.decimal = d.Decimal.Value[0]
	}
	switch d.Thousands.Value {
	case "":
	case "space":
		f.declared.thousands = ' '
	default:
		f.declared.thousands = d.Thousands.Value[0]
	}
	f.decimal, f.thousands = f.declared.decimal, f.declared.thousands
	return f
}

// learn looks at one cell of the column before any is read.
func (f *numberFormat) learn(row int, n *numeral) {
	first, _, count := n.readings()
	if count != 1 || !f.allowed(first) {
		return
	}
	prove := func(sign byte, known *byte, proved *int, other byte, otherProved int) {
		switch {
		case sign == 0 || f.contrary >= 0:
		case *known == 0 && sign != other:
			*known, *proved = sign, row
		case *known == 0:
			f.contrary, f.contraryTo = row, otherProved
		case *known != sign:
			f.contrary, f.contraryTo = row, *proved
		case *proved < 0:
			*proved = row // What was declared is also seen.
		}
	}
	prove(first.decimal, &f.decimal, &f.provedDecimal, f.thousands, f.provedThousands)
	prove(first.thousands, &f.thousands, &f.provedThousands, f.decimal, f.provedDecimal)
}

// allowed reports whether a reading does not contradict what is declared.
func (f *numberFormat) allowed(r reading) bool {
	return (r.decimal == 0 || f.declared.decimal == 0 || r.decimal == f.declared.decimal) &&
		(r.thousands == 0 || f.declared.thousands == 0 || r.thousands == f.declared.thousands) &&
		(r.decimal == 0 || r.decimal != f.declared.thousands) &&
		(r.thousands == 0 || r.thousands != f.declared.decimal)
}

// How a numeral turned out.
type outcome uint8

const (
	read       outcome = iota
	undeclared         // can be read, but in a way that the contract excludes
	ambiguous          // can be read in two ways
	misshapen          // the groups are not of three
)

// choose gives the reading of a numeral, once the whole column was learnt.
func (f *numberFormat) choose(n *numeral) (reading, outcome) {
	first, second, count := n.readings()
	switch count {
	case 0:
		return reading{}, misshapen
	case 1:
		if !f.allowed(first) {
			return first, undeclared
		}
		return first, read
	}
	sign := first.decimal
	switch {
	case !f.allowed(first) && !f.allowed(second):
		return first, undeclared
	case f.decimal == sign:
		return first, read
	case f.thousands == sign:
		return second, read
	}
	return first, ambiguous
}

// words says what a numeral has, for messages: "a decimal comma".
func (r reading) words() diag.Phrase {
	decimal := map[byte]diag.Phrase{'.': diag.Say("a decimal point"), ',': diag.Say("a decimal comma")}
	thousands := map[byte]diag.Phrase{
		'.': diag.Say("a point between thousands"), ',': diag.Say("a comma between thousands"),
		' ': diag.Say("a space between thousands"), '\'': diag.Say("an apostrophe between thousands"),
	}
	switch {
	case r.decimal != 0 && r.thousands != 0:
		return diag.Say("%s and %s", decimal[r.decimal], thousands[r.thousands])
	case r.decimal != 0:
		return decimal[r.decimal]
	case r.thousands != 0:
		return thousands[r.thousands]
	}
	return diag.Say("no sign")
}

// declaration says what a contract declares, in its own words.
func declaration(d codebook.Dialect) diag.Phrase {
	decimal, thousands := diag.Say("`decimal: %q`", d.Decimal.Value), diag.Say("`thousands: %q`", d.Thousands.Value)
	switch {
	case d.Decimal.IsSet() && d.Thousands.IsSet():
		return diag.Say("%s and %s", decimal, thousands)
	case d.Decimal.IsSet():
		return decimal
	}
	return thousands
}
