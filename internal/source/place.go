package source

import "ronde/internal/diag"

// A Place is that of a cell, kept in a third of the room that a diag.Span takes: every
// observation of a delivery has one, and few are ever asked for it. The zero Place is
// none.
type Place struct {
	file                          *string
	line, column, end, number, at uint32 // number and at are row and column of the spreadsheet; number is 0 where there is none
}

// PlaceOf keeps a span, but for the name of its cell.
func PlaceOf(s diag.Span) Place {
	return Place{file: &s.File, line: uint32(s.Line), column: uint32(s.Column), end: uint32(s.End)}
}

// Span is the place as messages give it.
func (p Place) Span() diag.Span {
	if p.file == nil {
		return diag.Span{}
	}
	s := diag.Span{File: *p.file, Line: int(p.line), Column: int(p.column), End: int(p.end)}
	if p.number > 0 {
		s.Cell = CellName(int(p.at)+1, int(p.number))
	}
	return s
}

// Line is the line of the file, from 1; 0 for a whole file or no place.
func (p Place) Line() int { return int(p.line) }

// Equal reports whether two places are the same.
func (p Place) Equal(q Place) bool { return p.Span() == q.Span() }
