package build

import (
	"io/fs"
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

// Of a workbook that may not be read it is not said that writing is not allowed.
func TestUnread(t *testing.T) {
	err := unread(&fs.PathError{Op: "open", Path: "a.xlsx", Err: fs.ErrPermission})
	want := "reading is not allowed: look who may read the file, and whether another program has it open, and import again (open a.xlsx: permission denied)"
	if err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
