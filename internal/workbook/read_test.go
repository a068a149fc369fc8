package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ronde/internal/workbook/workbooktest"
)

// read gives the cells of the first sheet of a workbook in a few words each.
func readCells(t *testing.T, content []byte) map[string]string {
	t.Helper()
	b, err := Open(content)
	if err != nil {
		t.Fatal(err)
	}
	g, err := b.Read(b.Sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			cells[fmt.Sprintf("%d/%d", c.Column, row.Number)] = fmt.Sprint(c.Kind, c.Look, c.Formula, " ", c.Text)
		}
	}
	return cells
}

func say(kind Kind, look Look, formula bool, text string) string {
	return fmt.Sprint(kind, look, formula, " ", text)
}

func TestReadCells(t *testing.T) {
	for line, want := range map[string]string{
		"text maand":                     say(Written, Plain, false, "maand"),
		"text a_x000D_b _x005F_x000D_":   say(Written, Plain, false, "a\rb _x000D_"),
		"inline <5 & meer":               say(Written, Plain, false, "<5 & meer"),
		"number 3159":                    say(Numeric, Plain, false, "3159"),
		"number 0.30000000000000004":     say(Numeric, Plain, false, "0.3"),
		"number 1.5E-3":                  say(Numeric, Plain, false, "0.0015"),
		"number -1.2345678901234567E+17": say(Numeric, Plain, false, "-123456789012346000"),
		"number 1E-30":                   say(Numeric, Plain, false, "0.000000000000000000000000000001"),
		"number -0":                      say(Numeric, Plain, false, "0"),
		"percent 0.28999999999999998":    say(Numeric, Percent, false, "0.29"),
		"day 44743":                      say(Dated, LikeDay, false, "2022-07-01"),
		"month 44743":                    say(Dated, LikeMonth, false, "2022-07-01"),
		"year 44562":                     say(Dated, LikeYear, false, "2022-01-01"),
		"moment 44743":                   say(Dated, LikeDay, false, "2022-07-01"),
		"moment 44743.9999999":           say(Dated, LikeDay, false, "2022-07-02"),
		"moment 44743.5":                 say(Timed, LikeDay, false, "44743.5"),
		"time 0.5":                       say(Timed, LikeTime, false, "0.5"),
		"day 1":                          say(Dated, LikeDay, false, "1900-01-01"),
		"day 59":                         say(Dated, LikeDay, false, "1900-02-28"),
		"day 60":                         say(Undated, LikeDay, false, "60"), // 29 February 1900
		"day 61":                         say(Dated, LikeDay, false, "1900-03-01"),
		"day 0":                          say(Undated, LikeDay, false, "0"),
		"day -5":                         say(Undated, LikeDay, false, "-5"),
		"day 2958465":                    say(Dated, LikeDay, false, "9999-12-31"),
		"day 2958466":                    say(Undated, LikeDay, false, "2958466"),
		"formula 12 SUM(B1:B9)":          say(Numeric, Plain, true, "12"),
		`words juli "ju"&"li"`:           say(Written, Plain, true, "juli"),
		"uncalculated B1*2":              say(Uncalculated, Plain, true, ""),
		"error #N/A":                     say(Failed, Plain, false, "#N/A"),
		"error #DIV/0! 1/0":              say(Failed, Plain, true, "#DIV/0!"),
		"boolean 1":                      say(Boolean, Plain, false, "TRUE"),
		"boolean 0":                      say(Boolean, Plain, false, "FALSE"),
	} {
		content, err := workbooktest.XLSX("sheet S\nD7 " + line)
		if err != nil {
			t.Fatal(err)
		}
		if got := readCells(t, content)["4/7"]; got != want {
			t.Errorf("%s: read as %q, want %q", line, got, want)
		}
	}
	content, err := workbooktest.XLSX("date1904\nsheet S\nA1 day 0\nA2 day 60\nA3 day 43281")
	if err != nil {
		t.Fatal(err)
	}
	got := readCells(t, content)
	for at, want := range map[string]string{"1/1": "1904-01-01", "1/2": "1904-03-01", "1/3": "2022-07-01"} {
		if got[at] != say(Dated, LikeDay, false, want) {
			t.Errorf("of 1904, %s: %s, want %s", at, got[at], want)
		}
	}
}

func TestLooks(t *testing.T) {
	for code, want := range map[string]Look{
		"General": Plain, "0": Plain, "#,##0.00": Plain, "@": Plain, "": Plain, "0.00E+00": Plain, `0 "dagen"`: Plain, "[Red]0;-0": Plain, `#,##0\ "€";[Red]\-#,##0\ "€"`: Plain,
		"0%": Percent, "0.0 %": Percent, `0"%"`: Plain, `0\%`: Plain,
		"dd/mm/yyyy": LikeDay, "d-mmm-yy": LikeDay, "[$-813]dddd d mmmm yyyy;@": LikeDay, "yyyy-mm-dd hh:mm": LikeDay, "d-mmm": LikeDay,
		"mmm-yy": LikeMonth, "yyyy-mm": LikeMonth, "[$-80C]mmmm\\ yyyy;@": LikeMonth, "MM/YYYY": LikeMonth,
		"yyyy": LikeYear, "hh:mm": LikeTime, "mm:ss": LikeTime, "[h]:mm:ss": LikeTime, "[mm]:ss.0": LikeTime,
	} {
		if got := lookOfCode(code); got != want {
			t.Errorf("%q looks like %d, want %d", code, got, want)
		}
	}
}

// What Excel's own library writes is read: shared strings, builtin formats, merged cells,
// rows and columns that are hidden or of no size.
func TestReadExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 17})
	err = errors.Join(err,
		f.SetCellValue("Sheet1", "B2", "maand"), f.SetCellValue("Sheet1", "C2", 12.5), f.SetCellValue("Sheet1", "B3", 44743),
		f.SetCellStyle("Sheet1", "B3", "B3", style), f.SetCellValue("Sheet1", "B5", true), f.SetRowVisible("Sheet1", 5, false),
		f.SetColVisible("Sheet1", "D:E", false), f.SetRowHeight("Sheet1", 3, 0), f.SetColWidth("Sheet1", "G", "G", 0), f.MergeCell("Sheet1", "B7", "C8"))
	if err != nil {
		t.Fatal(err)
	}
	file, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	g, err := b.Read(b.Sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	used, _ := g.Used()
	got := fmt.Sprint(used, g.Merged, g.ColumnHidden(3), g.ColumnHidden(4), g.ColumnHidden(5), g.ColumnHidden(7))
	if want := "B2:C5 [B7:C8] false true true true"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	got = ""
	for _, row := range g.Rows {
		got += fmt.Sprintln(row.Number, row.Hidden, row.Cells)
	}
	if want := "2 false [{2 1 0 {0 0} false maand} {3 2 0 {0 0} false 12.5}]\n3 true [{2 3 3 {0 0} false 2022-07-01}]\n5 true [{2 6 0 {0 0} false TRUE}]\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	whole, err := workbooktest.XLSX("sheet S\nA1 text maand")
	if err != nil {
		t.Fatal(err)
	}
	pack := func(names ...string) []byte {
		var parts [][2]string
		for _, name := range names {
			parts = append(parts, [2]string{name, ""})
		}
		content, err := workbooktest.Pack(parts)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "xl/workbook.xml", Method: zip.Deflate, UncompressedSize64: MaxUnpacked + 1})
	if err = errors.Join(err, z.Close()); err != nil || w == nil {
		t.Fatal(err)
	}
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	for name, c := range map[string]struct {
		content []byte
		want    Refusal
	}{
		"empty":         {nil, Foreign},
		"password":      {[]byte(ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), Locked},
		"xls":           {[]byte(ole + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), OldExcel},
		"ods":           {pack("mimetype", "content.xml"), OpenDocument},
		"xlsb":          {pack("xl/workbook.bin"), BinaryExcel},
		"docx":          {pack("word/document.xml"), Foreign},
		"csv":           {[]byte("maand;gebied\n2022-07;BE\n"), PlainText},
		"html":          {[]byte("\ufeff\n<HTML>"), WebPage},
		"picture":       {[]byte("\x89PNG\r\n\x1a\n\x00,"), Foreign},
		"half":          {whole[:len(whole)/2], Truncated},
		"bomb":          {bomb.Bytes(), TooLarge},
		"empty parts":   {pack("xl/workbook.xml", "[Content_Types].xml"), Damaged},
		"changed bytes": {bytes.Replace(whole, []byte("<v>0</v>"), []byte("<v>7</v>"), 1), Damaged},
	} {
		b, err := Open(c.content)
		if err == nil {
			_, err = b.Read(b.Sheets[0])
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// One stray cell at the far end of each row is one cell, not a row of them.
func TestReadSparse(t *testing.T) {
	var text strings.Builder
	text.WriteString("sheet S\n")
	for row := 1; row <= 200; row++ {
		fmt.Fprintf(&text, "XFD%d number 1\n", row*5000)
	}
	content, err := workbooktest.XLSX(text.String())
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	book, err := Open(content)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.Read(book.Sheets[0]); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	allocated := after.TotalAlloc - before.TotalAlloc
	if allocated > 16<<20 {
		t.Errorf("%d bytes were allocated for 200 cells", allocated)
	}
}
