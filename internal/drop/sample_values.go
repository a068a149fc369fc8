package drop

import (
	"strings"

	"ronde/internal/number"
	"ronde/internal/source"
)

// mostSampleRows are the rows of a sample whose cells are kept: what a few thousand rows do
// not show, more do not either.
const mostSampleRows = 5000

// A samplePlace is a cell of a sample.
type samplePlace struct{ row, col int }

// A sampleTable keeps the cells of a sample.
type sampleTable struct {
	table  *source.Table
	values map[samplePlace]number.Decimal // of the cells that are exact numbers
}

// Rows is the number of rows whose cells are known.
func (s *Sample) Rows() int {
	if s.cells.table == nil {
		return 0
	}
	return min(s.cells.table.Len(), mostSampleRows)
}

// Text is the cell of a row, trimmed.
func (s *Sample) Text(row, column int) string {
	return strings.TrimSpace(s.cells.table.Cell(row, column))
}

// Value is the number in a cell; ok is false where there is none, or one that is not exact.
func (s *Sample) Value(row, column int) (value number.Decimal, ok bool) {
	value, ok = s.cells.values[samplePlace{row, column}]
	return value, ok
}
