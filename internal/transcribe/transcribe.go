// Package transcribe writes a sheet of a workbook down as the CSV file of a drop, and
// notes which cell went where.
//
// It decides nothing about figures: the names of columns, what they hold and how the
// file is written are the contract's, and whether the result is a delivery that can be
// taken is for package drop to say. What it does is what somebody does who saves a sheet
// as CSV with care:
//
//   - the table is found: the row that holds the names of all columns that the contract
//     needs, and the rows below it up to an empty one. What lies around it is named.
//   - cells that a CSV file would falsify are refused: merged ones, errors, formulas
//     without a value, times of day, dates among the numbers.
//   - numbers are written with the digits that are stored, in the 15 that count, and in
//     the dialect of the contract; dates as days, months or years, as the sheet shows
//     them.
//   - hidden rows and columns, which a person does not see and a program does, are
//     refused until somebody says what they are.
//
// All findings come in one run. Their places are rows, columns and cells of the sheet,
// in the file of the workbook.
package transcribe

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/source"
	"ronde/internal/workbook"
)

// What becomes of hidden rows and columns.
const (
	Include  = "include"
	LeaveOut = "leave-out"
)

// A Sheet is what is transcribed.
type Sheet struct {
	File string // name of the workbook, without its folder
	Sum  string // its SHA-256
	Name string // of the sheet
	Grid *workbook.Grid

	Range  *workbook.Range // that holds the table; nil for all cells
	Header int             // row of the names of the columns; 0 to find it
	Hidden string          // Include, LeaveOut, or "" to refuse them
}

// A Transcript is the CSV file, and where it came from.
type Transcript struct {
	CSV      []byte
	Imported *drop.Imported
	Rows     int // below the header
}

// Of transcribes a sheet by a contract of the codebook. It is nil after errors.
func Of(sheet Sheet, book *codebook.Codebook, contract *codebook.Contract, out *diag.List) *Transcript {
	before := out.Errors()
	t := &table{Sheet: sheet, book: book, contract: contract, out: out}
	if !t.find() {
		return nil
	}
	t.merged()
	t.hidden()
	t.around()
	rows := t.rows()
	if out.Errors() > before {
		return nil
	}
	content, foreign := source.WriteTable(rows, source.Declared{Encoding: contract.Dialect.Encoding.Value, Separator: t.separator()})
	if foreign != 0 {
		t.reportForeign(rows, foreign)
		return nil
	}
	return &Transcript{CSV: content, Imported: t.imported(rows[0], content), Rows: len(rows) - 1}
}

// separator is the declared one; a semicolon beside decimal commas, as Excel writes it.
func (t *table) separator() string {
	if declared := t.contract.Dialect.Separator.Value; declared != "" {
		return declared
	}
	if t.decimal() == "," {
		return ";"
	}
	return ","
}

// imported notes where the columns and rows came from.
func (t *table) imported(header []string, content []byte) *drop.Imported {
	m := &drop.Imported{Skipped: t.skipped}
	m.File.Value, m.SHA256.Value, m.Sheet.Value = t.File, t.Sum, t.Name
	m.Range.Value, m.Header.Value, m.Table.Value = t.at.String(), t.at.Top, drop.Sum(content)
	for i, name := range header {
		m.Columns.Entries = append(m.Columns.Entries, source.MapEntry[source.At[string]]{
			Key: source.At[string]{Value: name}, Value: source.At[string]{Value: source.ColumnName(t.columns[i])},
		})
	}
	return m
}

// reportForeign says where a character stands that the declared encoding lacks.
func (t *table) reportForeign(rows [][]string, foreign rune) {
	for n, row := range rows {
		for i, cell := range row {
			if strings.ContainsRune(cell, foreign) {
				at, column := t.at.Top, t.columns[i]
				if n > 0 {
					at = t.body[n-1].Number
				}
				t.out.Add(diag.CellForeign(t.span(column, at), foreign, t.contract.Dialect.Encoding.Value))
				return
			}
		}
	}
}
