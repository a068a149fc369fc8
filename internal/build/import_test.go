package build

import (
	"testing"

	"ronde/internal/diag"
	"ronde/internal/workbook"
)

// Every reason why a file is no workbook has words of its own.
func TestRefusedWorkbooks(t *testing.T) {
	said := map[string]bool{}
	for _, why := range []workbook.Refusal{
		workbook.Locked, workbook.OldExcel, workbook.BinaryExcel, workbook.OpenDocument, workbook.WebPage,
		workbook.PlainText, workbook.Truncated, workbook.TooLarge, workbook.Damaged, workbook.Foreign,
	} {
		d := refusedWorkbook("a.xlsx", why)
		if d.Severity != diag.Error || d.Hint.IsZero() || said[d.Title.String()] {
			t.Errorf("%s: %+v", why, d)
		}
		said[d.Title.String()] = true
	}
}
