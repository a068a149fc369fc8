package diag

import (
	"slices"
	"strconv"
	"strings"
)

var sheetEntries = []Entry{
	{"workbook-file", Error, "A file to be imported is no workbook that can be read.",
		"this is a text and no workbook, a CSV file under another name perhaps",
		"Open the file in Excel and save it as an Excel workbook (.xlsx) without a password, then import that."},
	{"sheet-choice", Error, "It is not beyond doubt which sheet of a workbook is meant.",
		"it is not beyond doubt which sheet of this workbook is meant",
		"Name the sheet with --sheet; the note lists those that there are."},
	{"sheet-empty", Error, "A sheet, or the range that was named, holds nothing.",
		`H20:J30 of sheet "Twee" holds nothing`,
		"Look which sheet and cells hold the table, and name them with --sheet and --range."},
	{"sheet-header", Error, "The row with the names of the columns is not found in a sheet, or not beyond doubt.",
		`several rows of sheet "Twee" hold the names of the columns: 1, 5`,
		"Write the names of the columns into one row, as the contract has them; or name the row with --header."},
	{"sheet-merged", Error, "Cells of a table are merged.",
		"the cells B6:B7 are merged, and only the first of them has a value",
		"Select the cells in Excel, choose Home, Merge & Center, Unmerge Cells, and write the value into each cell that it holds for."},
	{"sheet-hidden", Error, "Rows or columns of a table are hidden, and nothing says whether they count.",
		"hidden in the table: column D",
		"Look at the hidden rows and columns, which a filter may have hidden. Say --hidden include if they belong to the delivery, and --hidden leave-out if not."},
	{"sheet-gap", Error, "A table goes on below an empty row.",
		"row 3 is empty, and below it the table seems to go on",
		"Delete the empty row, or name the cells of the whole table with --range."},
	{"sheet-cell", Error, "A cell holds what no delivery can hold, such as an error of a formula.",
		`this cell holds the date 2022-07-01, and column "attesten" holds numbers`,
		"Mend the cell in the workbook as the hint says, save it, and import it again."},
	{"sheet-left", Notice, "Cells around a table were not imported.",
		`not imported is what stands beside the table: "nog na te kijken"`,
		"Nothing to do if these cells are remarks. If they belong to the table, name its cells with --range."},
	{"sheet-number", Notice, "Numbers were written otherwise than they are stored in the workbook.",
		"33.3333333333333 was written as 33.333333: numbers have at most 6 decimals",
		"Nothing to do if the digits are enough. Otherwise round the numbers in the workbook."},
	{"imported-changed", Notice, "A CSV file was changed after it was imported from a workbook.",
		"data/drops/2022-09/dvz/attestations.csv was changed after it was imported, so that cells of the workbook can no longer be named",
		"If the change is right, delete `imported` in the YAML file of the delivery. Otherwise change the workbook and import it again."},
}

// saveAgain is how any file becomes a workbook of today.
func saveAgain() Phrase {
	return Say("in Excel, Save as, \"Excel Workbook (*.xlsx)\", and import that file")
}

func workbookFile(file string, fact, hint Phrase) Diagnostic {
	return fault("workbook-file", FileSpan(file), fact, hint)
}

// WorkbookLocked: a password protects the file.
func WorkbookLocked(file string) Diagnostic {
	return workbookFile(file, Say("this workbook is protected by a password"),
		Say("open it in Excel, then File, Info, Protect Workbook, Encrypt with Password: empty the field, and save a copy to import"))
}

// WorkbookOld: a workbook of another kind, by the ending that such files have: .xls.
func WorkbookOld(file, ending string) Diagnostic {
	return workbookFile(file, Say("this is a workbook of the kind %s, and only .xlsx is read", ending), saveAgain())
}

// WorkbookText: a text under the name of a workbook.
func WorkbookText(file string) Diagnostic {
	return workbookFile(file, Say("this is a text and no workbook, a CSV file under another name perhaps"),
		Say("a CSV file needs no import: save it below data/drops/ROUND/ORGANISATION/ under the name of its dataset, with its description beside it"))
}

// WorkbookPage: a web page under the name of a workbook.
func WorkbookPage(file string) Diagnostic {
	return workbookFile(file, Say("this is a web page under the name of a workbook, as some programs export it"), saveAgain())
}

// WorkbookTruncated: the archive has no end.
func WorkbookTruncated(file string) Diagnostic {
	return workbookFile(file, Say("the end of this workbook is missing"), Say("it was copied or sent in part: fetch it again"))
}

// WorkbookTooLarge: unpacked it has more bytes, or a sheet of it more cells, than are read.
func WorkbookTooLarge(file string, bytes, cells int) Diagnostic {
	return workbookFile(file, Say("this workbook is too large: at most %s when unpacked, and %d cells in a sheet, are read", megabytes(bytes), cells),
		Say("copy the table alone, values without pictures and pivot tables, into a new workbook"))
}

// WorkbookDamaged: it is a workbook, and not as one should be.
func WorkbookDamaged(file string) Diagnostic {
	return workbookFile(file, Say("this workbook is damaged"), Say("open it in Excel, which may repair it, and save it under another name; or fetch it again"))
}

// WorkbookForeign: none of the kinds of file that are known.
func WorkbookForeign(file string) Diagnostic {
	return workbookFile(file, Say("this is no workbook"), Say("look whether it is the file that was meant; what is read is .xlsx"))
}

// SheetRange names a sheet and the cells that it uses.
type SheetRange struct {
	Name, Range string // no range for an empty sheet
	Hidden      bool
}

func (d Diagnostic) listing(sheets []SheetRange) Diagnostic {
	for _, s := range sheets {
		switch {
		case s.Range == "":
			d = d.Note(Say("sheet %s is empty", Quote(s.Name)))
		case s.Hidden:
			d = d.Note(Say("sheet %s, which is hidden, uses %s", Quote(s.Name), s.Range))
		default:
			d = d.Note(Say("sheet %s uses %s", Quote(s.Name), s.Range))
		}
	}
	return d
}

// SheetDoubt: several sheets hold something, and none was named.
func SheetDoubt(file string, sheets []SheetRange) Diagnostic {
	return fault("sheet-choice", FileSpan(file), Say("it is not beyond doubt which sheet of this workbook is meant"),
		Say("name the one to import with --sheet")).listing(sheets)
}

// SheetUnknown: the sheet that was named is not there.
func SheetUnknown(file, name string, sheets []SheetRange) Diagnostic {
	names := make([]string, len(sheets))
	for i, s := range sheets {
		names[i] = s.Name
	}
	return fault("sheet-choice", FileSpan(file), Say("there is no sheet %s in this workbook", Quote(name)), DidYouMean(name, names)).listing(sheets)
}

// WorkbookEmpty: no sheet holds anything.
func WorkbookEmpty(file string) Diagnostic {
	return fault("sheet-empty", FileSpan(file), Say("this workbook holds nothing"), Say("look whether it is the file that was meant"))
}

// SheetEmpty: the sheet holds nothing, or cells, a range of it, do not; "" for all cells.
func SheetEmpty(file, sheet, cells string) Diagnostic {
	fact := Say("sheet %s holds nothing", Quote(sheet))
	if cells != "" {
		fact = Say("%s of sheet %s holds nothing", cells, Quote(sheet))
	}
	return fault("sheet-empty", FileSpan(file), fact, Say("look which sheet and which cells hold the table, and name them with --sheet and --range"))
}

// SheetHeader: no row holds the names of all columns that the contract needs. near is the
// row that comes nearest, 0 for none; lacks are the names that it lacks, and others those
// that it holds and the contract does not know.
func SheetHeader(file, sheet string, needed []string, near int, lacks, others []string, contract Span) Diagnostic {
	d := fault("sheet-header", FileSpan(file), Say("no row of sheet %s holds the names of the columns", Quote(sheet)),
		Say("if the names in the sheet are right for good, change them in the contract; otherwise write those of the contract into the sheet")).
		NoteAt(contract, expects(needed))
	if near == 0 {
		return d
	}
	for _, name := range lacks {
		if found, ok := Nearest(name, others); ok {
			d = d.Note(Say("row %d lacks %s and holds %s", near, Quote(name), Quote(found)))
		} else {
			d = d.Note(Say("row %d lacks %s", near, Quote(name)))
		}
	}
	return d
}

// OfTwoRows notes that two rows together hold the names of the columns.
func (d Diagnostic) OfTwoRows(upper, lower int) Diagnostic {
	return d.Note(Say("rows %d and %d together look like the header, which has to be one row: write all names into row %d; if another row has them all, say which with --header", upper, lower, lower))
}

func expects(columns []string) Phrase {
	return Say("the contract expects %s", Visible(strings.Join(columns, ", ")))
}

// SheetHeaderTwice: several rows hold the names of all columns.
func SheetHeaderTwice(file, sheet string, rows []int) Diagnostic {
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = strconv.Itoa(r)
	}
	return fault("sheet-header", FileSpan(file), Say("several rows of sheet %s hold the names of the columns: %s", Quote(sheet), strings.Join(words, ", ")),
		Say("say which one it is with --header, or name the cells of one table with --range"))
}

// SheetHeaderRow: the row that was named holds none of the names.
func SheetHeaderRow(file string, row int, needed []string, contract Span) Diagnostic {
	return fault("sheet-header", FileSpan(file), Say("row %d holds none of the names of the columns", row),
		Say("look which row it is, and name it with --header; without that it is searched")).
		NoteAt(contract, expects(needed))
}

// SheetHeaderBlank: a column with values has no name. above is what stands in the row above
// the header, "" for nothing.
func SheetHeaderBlank(at Span, above string) Diagnostic {
	d := fault("sheet-header", at, Say("this column of the table has no name"), cellHint(at, Say("Write its name, or name the cells that count with --range")))
	if above != "" {
		d = d.Note(Say("the row above holds %s: this looks like a header of two rows, of which one is read. Write all names into row %d, or say with --header which row has them", Quote(above), at.Line))
	}
	return d
}

// SheetColumnTwice: the name of a column stands in the header before, in the cell first.
func SheetColumnTwice(at Span, name, first string) Diagnostic {
	return fault("sheet-header", at, Say("the column %s is there twice, first in cell %s", Quote(name), first),
		cellHint(at, Say("Name the cells of one table with --range if these are two; otherwise rename one of the columns or delete it")))
}

// SheetMerged: merged is the range, B5:B8.
func SheetMerged(at Span, merged string) Diagnostic {
	return fault("sheet-merged", at, Say("the cells %s are merged, and only the first of them has a value", merged),
		cellHint(at, Say("In Excel, select them, then Home, Merge & Center, Unmerge Cells, and write the value into each cell that it holds for")))
}

// SheetRows names n rows that are listed: "7–9, 12".
func SheetRows(list string, n int) Phrase {
	if n == 1 {
		return Say("row %s", list)
	}
	return Say("rows %s", list)
}

// SheetColumns names n columns that are listed.
func SheetColumns(list string, n int) Phrase {
	if n == 1 {
		return Say("column %s", list)
	}
	return Say("columns %s", list)
}

// SheetHidden: rows or columns of the table are hidden.
func SheetHidden(at Span, what Phrase) Diagnostic {
	return fault("sheet-hidden", at, Say("hidden in the table: %s", what),
		cellHint(at, Say("A filter may hide them. If they belong to the delivery say --hidden include, and otherwise --hidden leave-out")))
}

// SheetLeftHidden: hidden rows or columns were left out, as was asked.
func SheetLeftHidden(at Span, what Phrase) Diagnostic {
	return notice("sheet-left", at, Say("hidden in the table, and left out: %s", what), cellHint(at, Say("To import them too, say --hidden include")))
}

// SheetGap: an empty row, below which a whole row of the table stands at at.
func SheetGap(at Span, empty int) Diagnostic {
	return fault("sheet-gap", at, Say("row %d is empty, and below it the table seems to go on", empty),
		cellHint(at, Say("Delete the empty row in the sheet, or name the cells of the table with --range")))
}

// SheetBelow: what stands in rows below the table was not imported; text is its first cell.
func SheetBelow(at Span, what Phrase, text string) Diagnostic {
	return notice("sheet-left", at, Say("not imported is what stands below the table, %s: %s", what, Quote(text)), widen(at))
}

// SheetBeside: cells beside the table were not imported; text is the first of them.
func SheetBeside(at Span, cells int, text string) Diagnostic {
	d := notice("sheet-left", at, Say("not imported is what stands beside the table: %s", Quote(text)), widen(at))
	if cells > 1 {
		d = d.Note(Say("there are %d such cells, of which this is the first", cells))
	}
	return d
}

func widen(at Span) Phrase {
	return cellHint(at, Say("If it belongs to the table, name the cells of the whole table with --range"))
}

// CellFailed: an error that Excel shows.
func CellFailed(at Span, cell string, formula bool) Diagnostic {
	hint := Say("Write the value, or leave the cell empty with a status that says why")
	if formula {
		hint = Say("A formula fails: mend it and save the workbook")
	}
	return fault("sheet-cell", at, Say("%s is an error that Excel shows", Quote(cell)), cellHint(at, hint))
}

// CellUncalculated: a formula without a value.
func CellUncalculated(at Span) Diagnostic {
	return fault("sheet-cell", at, Say("this cell holds a formula, and the file does not hold its value"),
		cellHint(at, Say("Another program wrote the file: open and save it in Excel, which calculates it, and import it again")))
}

// CellTimed: a moment or a time of day.
func CellTimed(at Span) Diagnostic {
	return fault("sheet-cell", at, Say("this cell holds a time of day, which no delivery has"),
		cellHint(at, Say("Keep the day alone: calculate its whole part in another cell, paste that here as a value, and give it the format yyyy-mm-dd")))
}

// CellUndated: a number in the format of a date that the calendar does not have.
func CellUndated(at Span, number string) Diagnostic {
	return fault("sheet-cell", at, Say("this cell has the format of a date, and %s is none", number),
		cellHint(at, Say("Write the date, or give the cell the format Number if it is a number")))
}

// CellBoolean: TRUE or FALSE.
func CellBoolean(at Span, value string) Diagnostic {
	return fault("sheet-cell", at, Say("this cell holds %s, which is neither a text nor a number", value),
		cellHint(at, Say("Write the text or the number that it stands for")))
}

// CellDated: a date in a column of values.
func CellDated(at Span, day, column string) Diagnostic {
	return fault("sheet-cell", at, Say("this cell holds the date %s, and column %s holds numbers", day, Quote(column)),
		cellHint(at, Say("Excel makes dates of numbers such as 7.22: give the cells the format Number before you type, and enter it again")))
}

// CellPercent: a number in the format of a percentage where the unit is none, or not
// always one. stored is the number, shown as a percentage.
func CellPercent(at Span, stored, shown, column string) Diagnostic {
	return fault("sheet-cell", at, Say("this cell shows %s %% and holds %s, and column %s is not in per cent", shown, stored, Quote(column)),
		cellHint(at, Say("Give the cells of the column the format Number, so that what they show is what they hold")))
}

// CellForeign: a character that the declared encoding lacks.
func CellForeign(at Span, character rune, encoding string) Diagnostic {
	return fault("sheet-cell", at, Say("%s is not among the characters of %s, in which the contract says that the file is written", Quote(string(character)), encoding),
		cellHint(at, Say("Write `encoding: utf-8` in the contract, which has all characters, or write the text without it")))
}

// NumbersRounded: cells of a column had more decimals than are kept.
func NumbersRounded(at Span, stored, written string, places, cells int) Diagnostic {
	return notice("sheet-number", at, Say("%s was written as %s: numbers have at most %d decimals", stored, written, places), Phrase{}).inCells(cells)
}

// NumbersInPercent: cells of a column are shown in per cent.
func NumbersInPercent(at Span, stored, written, column string, cells int) Diagnostic {
	return notice("sheet-number", at, Say("the sheet holds %s and shows %s %%, which is what was written: column %s is in per cent", stored, written, Quote(column)), Phrase{}).inCells(cells)
}

// NumbersScaled: cells of a column show their number divided by a thousand or more.
func NumbersScaled(at Span, stored, shown string, cells int) Diagnostic {
	return notice("sheet-number", at, Say("the sheet shows %s and holds %s, which is what was written: the format of the cell divides", shown, stored),
		cellHint(at, Say("Nothing to do if the number that it holds is right; give the cells the format Number, so that everybody sees it"))).inCells(cells)
}

func (d Diagnostic) inCells(n int) Diagnostic {
	if n < 2 {
		return d
	}
	return d.Note(Say("%d cells of the column are so, of which this is the first", n))
}

// ImportedChanged: the CSV file is not as it was when it was imported.
func ImportedChanged(at Span, table string) Diagnostic {
	return notice("imported-changed", at, Say("%s was changed after it was imported, so that cells of the workbook can no longer be named", table),
		Say("if the change is right, delete `imported:` here; otherwise change the workbook and import it again"))
}

// CameFrom says of a cell of a CSV file, before all else, which cell of a workbook it was:
// what origin gives for it. Hint and notes name the cells of the workbook too, where origin
// knows them.
func (d Diagnostic) CameFrom(origin func(cell string) (string, bool), sheet, file string) Diagnostic {
	at, ok := origin(d.Span.Cell)
	if !ok {
		return d
	}
	name := func(cell string) string {
		if known, ok := origin(cell); ok {
			return known
		}
		return cell
	}
	d.Hint = d.Hint.renaming(name)
	notes := []Note{{Text: Say("it came from cell %s of sheet %s in %s", at, Visible(sheet), Visible(file))}}
	for _, n := range d.Notes {
		if n.Span.File == d.Span.File {
			n.Text = n.Text.renaming(name)
		}
		notes = append(notes, n)
	}
	d.Notes = notes
	return d
}

// NotesFrom names, in the notes about cells of other CSV files than that whose workbook the
// finding names, the cells of the workbooks from which those came; origin gives, for a cell
// of a file, that of its workbook, and the names of sheet and workbook.
func (d Diagnostic) NotesFrom(origin func(file, cell string) (at, sheet, workbook string, ok bool)) Diagnostic {
	_, _, _, named := origin(d.Span.File, d.Span.Cell)
	notes := slices.Clone(d.Notes)
	for i, n := range notes {
		at, sheet, workbook, ok := origin(n.Span.File, n.Span.Cell)
		if !ok || named && n.Span.File == d.Span.File {
			continue
		}
		says := false
		text := n.Text.renaming(func(string) string { says = true; return at })
		if says {
			notes[i].Text = Say("%s of sheet %s in %s", text, Visible(sheet), Visible(workbook))
		}
	}
	d.Notes = notes
	return d
}
