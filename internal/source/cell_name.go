package source

import (
	"slices"
	"strconv"
	"strings"
)

// The last column and row that a sheet of a spreadsheet program has.
const (
	LastColumn = MaxColumns
	LastRow    = 1_048_576
)

// CellName is what a spreadsheet calls a cell, D17. Columns and rows count from 1.
func CellName(column, row int) string { return ColumnName(column) + strconv.Itoa(row) }

// ColumnName is what a spreadsheet calls a column: AB is the 28th.
func ColumnName(column int) string {
	var letters []byte
	for n := column; n > 0; n = (n - 1) / 26 {
		letters = append(letters, byte('A'+(n-1)%26))
	}
	slices.Reverse(letters)
	return string(letters)
}

// ParseCell reads the name of a cell. Dollar signs, which fix a cell in formulas, do
// not count, and small letters are as good as capitals.
func ParseCell(name string) (column, row int, ok bool) {
	name = strings.ToUpper(strings.ReplaceAll(name, "$", ""))
	n := 0
	for n < len(name) && n < 4 && 'A' <= name[n] && name[n] <= 'Z' {
		column = column*26 + int(name[n]-'A') + 1
		n++
	}
	digits := name[n:]
	if n == 0 || digits == "" || digits[0] < '1' || digits[0] > '9' {
		return 0, 0, false
	}
	row, err := strconv.Atoi(digits)
	return column, row, err == nil && column <= LastColumn && row <= LastRow
}
