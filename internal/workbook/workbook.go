// Package workbook writes XLSX workbooks for people: the same tables as the CSV
// files, with what a reader of a spreadsheet needs around them. It also reads the
// sheets of workbooks that others made.
//
// # Order
//
// The order of the sheets is that which accessible spreadsheets follow, so that
// somebody who knows one knows all:
//
//	cover     title, and facts as pairs of name and text: period, edition, licence
//	contents  every further sheet by its name, with a link and its title
//	tables    one a sheet; the first explains marks, definitions and sources
//
// A sheet of a table begins with its title in A1 and a few lines about it; the
// head of the table follows without an empty row between and stays in sight. The
// table is marked up as one, which is what screen readers announce. Cells are
// never merged and never empty: what has no value says why. The first cell of
// each sheet is selected, and the cover is the sheet that opens.
//
// # Cells
//
// A Cell is a text or a number, and nothing else. A text stays a text whatever
// sign it begins with: no formula can be made through this package, so a note of
// a supplier that begins with = is read and not computed. Periods and dates are
// texts in ISO form, because a date cell means another day in each calendar
// setting and none at all for a month.
//
// # Workbooks of others
//
// Open and Read give the cells of a sheet with their type, the digits that are stored
// and what the number format makes of them. A number is a date when its format shows
// one. Of a formula the value counts that the program stored when it last calculated;
// nothing is calculated here. Nothing is known of colours, comments, pictures, charts,
// filters but that rows are hidden, and conditional formats.
//
// # Same bytes
//
// The same Workbook gives the same file: the times in the document are those of
// the Workbook, those in the archive are not set, and its parts are sorted.
package workbook

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// MaxRows is the number of rows that a sheet of a spreadsheet program holds,
// with those above the table.
const MaxRows = excelize.TotalRows

// A Workbook is a file for people. All its words are in one language.
type Workbook struct {
	Language string // nl
	Title    string
	Author   string // who publishes it
	// Date is the day that the document gives as its own, 2022-10-06: that of
	// what it holds. Empty leaves it out.
	Date     string
	Cover    Cover
	Contents Contents
	Sheets   []Sheet
}

// A Cover is the first sheet.
type Cover struct {
	Name  string // of the sheet
	Facts []Fact
}

// A Fact is a name and what it is: Period, 1 – 31 July 2022.
type Fact struct {
	Name string
	Text string
	Href string // where the text leads; may be empty
}

// Contents is the second sheet. It lists the sheets that follow.
type Contents struct {
	Name  string // of the sheet
	Title string
	Sheet string // head of the column of sheet names
	About string // head of the column of titles
}

// A Sheet holds one table.
type Sheet struct {
	// Name is shortened, and made unlike those before it, where a spreadsheet
	// program asks for that.
	Name  string
	Title string
	// Intro are the lines between title and table, at most a few: they stay in
	// sight with the head.
	Intro []string
	Table Table
}

// A Table has one head row, a cell in each column of each row, and at least one
// row.
type Table struct {
	Columns []Column
	Rows    [][]Cell
}

// A Column is the head of a column. Numbers and the marks that stand in their
// place are set right, words left.
type Column struct {
	Head    string
	Numbers bool
}

// XLSX gives the file. An error means that a table does not fit into a sheet or
// is no rectangle, which is for the caller to know beforehand.
func (w *Workbook) XLSX() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	b := builder{file: f, language: w.Language}
	names := names{}
	cover, contents := names.take(w.Cover.Name), names.take(w.Contents.Name)
	sheets := make([]string, len(w.Sheets))
	for i, s := range w.Sheets {
		sheets[i] = names.take(s.Name)
	}
	err := errors.Join(
		f.SetSheetName(f.GetSheetName(0), cover),
		f.SetDocProps(&excelize.DocProperties{
			Title: w.Title, Creator: w.Author, LastModifiedBy: w.Author, Language: w.Language, Created: moment(w.Date), Modified: moment(w.Date),
		}),
		f.SetAppProps(&excelize.AppProperties{Application: "Ronde"}),
		f.SetDefaultFont(font),
		b.cover(cover, w),
		b.contents(contents, w, sheets),
	)
	for i := range w.Sheets {
		if err != nil {
			break
		}
		if err = b.sheet(sheets[i], &w.Sheets[i]); err != nil {
			err = fmt.Errorf("sheet %q: %w", w.Sheets[i].Name, err)
		}
	}
	if err != nil {
		return nil, err
	}
	f.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return newParts(to) })
	file, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// moment is a day as document properties hold it. Without one, the library's
// own moment would stand there.
func moment(date string) string {
	if date == "" {
		return "1970-01-01T00:00:00Z"
	}
	return date + "T00:00:00Z"
}
