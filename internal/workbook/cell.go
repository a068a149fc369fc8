package workbook

import (
	"strconv"

	"ronde/internal/number"
)

// A Cell is a text or a number. The zero Cell is an empty text.
type Cell struct {
	text     string
	value    number.Decimal
	decimals int
	number   bool
}

// Text is a cell that holds a text, whatever it looks like.
func Text(text string) Cell { return Cell{text: text} }

// Number is a cell that holds a number, shown with grouped thousands and the
// given digits after the decimal sign, both as the reader's program writes them.
func Number(value number.Decimal, decimals int) Cell {
	return Cell{value: value, decimals: min(max(decimals, 0), number.Places), number: true}
}

// content is what the library is given: a string, or the nearest floating point
// number, which is what a spreadsheet holds.
func (c Cell) content() any {
	if !c.number {
		return c.text
	}
	if c.value.Whole() {
		n, _ := strconv.ParseInt(c.value.String(), 10, 64) // at most thirteen digits
		return n
	}
	n, _ := strconv.ParseFloat(c.value.String(), 64) // a canonical number is one
	return n
}

// width is the number of characters that the cell shows, about.
func (c Cell) width() int {
	if !c.number {
		return runes(c.text)
	}
	whole := len(c.value.Round(c.decimals).Abs().String())
	return whole + whole/3 + c.decimals + 2 // the sign, and the room beside it
}
