package drop

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// Imported says from which cells of a workbook a drop was taken over. It is for
// insiders: nothing of it is published. A program writes it; people who change the CSV
// file by hand may delete it.
type Imported struct {
	File    source.At[string]             `key:"file,required" doc:"Name of the workbook, without its folder"`
	SHA256  source.At[string]             `key:"sha256,required" doc:"SHA-256 of the workbook, in hexadecimal digits"`
	Sheet   source.At[string]             `key:"sheet,required" doc:"Name of the sheet"`
	Range   source.At[string]             `key:"range,required" doc:"Cells that were taken over, header included, such as B4:D20"`
	Header  source.At[int]                `key:"header,required" doc:"Row of the sheet with the names of the columns"`
	Columns source.Map[source.At[string]] `key:"columns,required" doc:"Header of each column of the CSV file, in its order: the column of the sheet, such as B"`
	Skipped []Skipped                     `key:"skipped" doc:"Rows within the range that were left out"`
	Table   source.At[string]             `key:"table,required" doc:"SHA-256 of the CSV file as it was written; when it is another, cells are no longer traced"`
}

// Skipped is a row of a sheet that was left out.
type Skipped struct {
	Row int    `key:"row,required" doc:"Number of the row"`
	Why string `key:"why,required" enum:"hidden" doc:"hidden: it is hidden or filtered out in the sheet"`
}

// Check sees to it that the cells can be traced.
func (m *Imported) Check(at diag.Span, out *diag.List) {
	if m.Header.Value < 1 || m.Header.Value > source.LastRow {
		out.Add(diag.Description(m.Header.Span, diag.Say("a sheet has no such row"), diag.Say("the header is the row with the names of the columns, from 1")))
	}
	for _, e := range m.Columns.Entries {
		if _, _, ok := source.ParseCell(e.Value.Value + "1"); !ok {
			out.Add(diag.Description(e.Value.Span, diag.Say("%s is no column of a sheet", diag.Quote(e.Value.Value)), diag.Say("write its letters, such as B")))
		}
	}
}

// Cell gives the cell of the workbook from which a cell of the CSV file came. Both are
// named as a spreadsheet names them.
func (m *Imported) Cell(ofTable string) (cell string, ok bool) {
	column, row, ok := source.ParseCell(ofTable)
	if m == nil || !ok || column > len(m.Columns.Entries) {
		return "", false
	}
	at := m.Header.Value + row - 1
	for _, s := range m.Skipped { // in the order of the sheet
		if s.Row > m.Header.Value && s.Row <= at {
			at++
		}
	}
	letters, _, _ := source.ParseCell(m.Columns.Entries[column-1].Value.Value + "1")
	return source.CellName(letters, at), true
}

// traced is what the description says of the workbook, as long as it is true: a CSV file
// that was changed since has its rows elsewhere. It is nil for a drop that was not imported.
func (r *reader) traced(table []byte) *Imported {
	m := r.drop.Description.Imported
	if m == nil {
		return nil
	}
	if Sum(table) != m.Table.Value {
		r.out.Add(diag.ImportedChanged(m.Table.Span, r.id.Path()))
		return nil
	}
	m.Skipped = slices.Clone(m.Skipped)
	slices.SortFunc(m.Skipped, func(a, b Skipped) int { return a.Row - b.Row })
	return m
}

// Sum is the SHA-256 of a file in hexadecimal digits, as Imported holds it.
func Sum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
