package source

import (
	"strings"
	"unicode/utf8"

	"ronde/internal/diag"
)

// MaxTableSize is the number of bytes of the largest file that is read. Ten
// years of monthly figures by commune, sex and age class are about a seventh.
const MaxTableSize = 256 << 20

// MaxColumns is the number of columns that a table may have; it is Excel's.
const MaxColumns = 16_384

// MaxHeader is the number of bytes of the longest line that is read as a header: what is longer is no
// table, but a file without line ends.
const MaxHeader = 1 << 20

// Declared is what a contract says about how a CSV file is written. What is
// empty is recognised beyond doubt, or is an error that says what to declare.
type Declared struct {
	Encoding  string // utf-8, utf-16 or windows-1252
	Separator string // , or ; or tab
	// Headers are names of columns that the contract expects. The separator is
	// the one by which the header falls into some of them.
	Headers []string
}

// Dialect is how a file turned out to be written, in the words of Declared.
type Dialect struct {
	Encoding  string
	Separator string
}

// A Table is a CSV file: a header and rows that have a cell for each of its
// columns. Rows and columns count from 0; row 0 is the first below the header.
//
// Cells are parts of the file's text, found by two offsets each: of a file with
// a million rows nothing is copied.
type Table struct {
	Header []string // names of the columns, without spaces around them

	file    *string // shared by all places, which outlive the table
	text    string  // UTF-8, without byte order mark
	dialect Dialect
	head    row
	names   []bounds // of the header's cells
	rows    []row
	cells   []bounds // len(Header) for each row
}

// bounds are the offsets of a cell in the text, quotation marks included.
type bounds struct{ from, to uint32 }

// row is where a row begins.
type row struct {
	offset uint32 // in the text
	line   uint32 // of the file, from 1
	number uint32 // of the spreadsheet, from 1
}

// Len is the number of rows below the header.
func (t *Table) Len() int { return len(t.rows) }

// Dialect is how the file is written.
func (t *Table) Dialect() Dialect { return t.dialect }

// Column gives the index of the column of that name.
func (t *Table) Column(name string) (col int, ok bool) {
	for i, h := range t.Header {
		if h == name {
			return i, true
		}
	}
	return 0, false
}

// Cell gives the text of a cell, as it stands there but for quotation marks.
func (t *Table) Cell(row, col int) string {
	b := t.cells[row*len(t.Header)+col]
	return unquote(t.text[b.from:b.to])
}

// unquote undoes the quotation marks of a cell that begins with one.
func unquote(cell string) string {
	if len(cell) < 2 || cell[0] != '"' {
		return cell
	}
	cell = cell[1 : len(cell)-1]
	if strings.IndexByte(cell, '"') < 0 {
		return cell
	}
	return strings.ReplaceAll(cell, `""`, `"`)
}

// Span is the place of a cell: line and columns in the file, and the name that
// a spreadsheet gives it, which differ below a cell with a line break.
func (t *Table) Span(row, col int) diag.Span { return t.Place(row, col).Span() }

// Place is Span in a form that is kept.
func (t *Table) Place(row, col int) Place {
	return t.place(t.rows[row], col, t.cells[row*len(t.Header)+col])
}

// RowSpan is the place of a row: its first line, and its first cell.
func (t *Table) RowSpan(row int) diag.Span {
	return diag.Span{File: *t.file, Line: int(t.rows[row].line), Cell: CellName(1, int(t.rows[row].number))}
}

// HeaderSpan is the place of a column's name.
func (t *Table) HeaderSpan(col int) diag.Span { return t.span(t.head, col, t.names[col]) }

// HeaderRow is the place of the header as a whole.
func (t *Table) HeaderRow() diag.Span { return diag.Span{File: *t.file, Line: int(t.head.line)} }

func (t *Table) span(r row, col int, b bounds) diag.Span { return t.place(r, col, b).Span() }

func (t *Table) place(r row, col int, b bounds) Place {
	line, start := int(r.line), int(r.offset)
	for i := start; i < int(b.from); i++ {
		if c := t.text[i]; c != '\n' && c != '\r' {
			continue
		}
		line++
		i += lineEnd(t.text, i) - 1
		start = i + 1
	}
	cell := t.text[b.from:b.to]
	for i := range len(cell) {
		if cell[i] == '\n' || cell[i] == '\r' {
			cell = cell[:i]
			break
		}
	}
	p := Place{
		file:   t.file,
		line:   uint32(line),
		column: uint32(utf8.RuneCountInString(t.text[start:b.from]) + 1),
		number: r.number,
		at:     uint32(col),
	}
	if cell != "" {
		p.end = p.column + uint32(utf8.RuneCountInString(cell))
	}
	return p
}

// lineEnd is the length of the line end at text[i:]: 2, 1, or 0 for none.
func lineEnd(text string, i int) int {
	switch text[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	}
	return 0
}
