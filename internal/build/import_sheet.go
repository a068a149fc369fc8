package build

import (
	"errors"
	"slices"

	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/transcribe"
	"ronde/internal/workbook"
)

// openSheet opens a workbook and reads the sheet that was named, or the only one that can
// be meant: a single one that is shown and holds anything. A program that makes three
// empty sheets in each workbook asks nobody anything by that.
func openSheet(content []byte, file, name string, out *diag.List) (sheet transcribe.Sheet, ok bool) {
	book, err := workbook.Open(content)
	if err != nil {
		out.Add(refusedWorkbook(file, err))
		return sheet, false
	}
	sheet = transcribe.Sheet{File: file, Sum: drop.Sum(content)}
	grids := make([]*workbook.Grid, len(book.Sheets))
	ranges := make([]diag.SheetRange, len(book.Sheets))
	var meant []int
	for i, s := range book.Sheets {
		if grids[i], err = book.Read(s); err != nil {
			out.Add(refusedWorkbook(file, err))
			return sheet, false
		}
		ranges[i] = diag.SheetRange{Name: s.Name, Hidden: s.Hidden}
		used, any := grids[i].Used()
		if any {
			ranges[i].Range = used.String()
		}
		if s.Name == name || name == "" && any && !s.Hidden {
			meant = append(meant, i)
		}
	}
	switch {
	case len(meant) == 1:
		sheet.Name, sheet.Grid = book.Sheets[meant[0]].Name, grids[meant[0]]
		return sheet, true
	case name != "":
		out.Add(diag.SheetUnknown(file, name, ranges))
	case len(meant) == 0 && !slices.ContainsFunc(ranges, func(r diag.SheetRange) bool { return r.Range != "" }):
		out.Add(diag.WorkbookEmpty(file))
	default:
		out.Add(diag.SheetDoubt(file, ranges))
	}
	return sheet, false
}

// refusedWorkbook says why a file is not read as a workbook.
func refusedWorkbook(file string, err error) diag.Diagnostic {
	var why workbook.Refusal
	errors.As(err, &why)
	switch why {
	case workbook.Locked:
		return diag.WorkbookLocked(file)
	case workbook.OldExcel:
		return diag.WorkbookOld(file, ".xls")
	case workbook.BinaryExcel:
		return diag.WorkbookOld(file, ".xlsb")
	case workbook.OpenDocument:
		return diag.WorkbookOld(file, ".ods")
	case workbook.WebPage:
		return diag.WorkbookPage(file)
	case workbook.PlainText:
		return diag.WorkbookText(file)
	case workbook.Truncated:
		return diag.WorkbookTruncated(file)
	case workbook.TooLarge:
		return diag.WorkbookTooLarge(file, workbook.MaxUnpacked, workbook.MaxCells)
	case workbook.Foreign:
		return diag.WorkbookForeign(file)
	}
	return diag.WorkbookDamaged(file)
}
