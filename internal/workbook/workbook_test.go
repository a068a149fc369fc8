package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ronde/internal/number"
	"ronde/internal/workbook"
)

func decimal(t testing.TB, text string) number.Decimal {
	t.Helper()
	d, err := number.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample has a table of every kind of cell, after one of notes.
func sample(t testing.TB) *workbook.Workbook {
	return &workbook.Workbook{
		Language: "nl", Title: "Ontheemden: juli 2022", Author: "Cijfers", Date: "2022-08-30",
		Cover: workbook.Cover{Name: "Omslag", Facts: []workbook.Fact{
			{Name: "Periode", Text: "1 – 31 juli 2022"}, {Name: "Licentie", Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
		}},
		Contents: workbook.Contents{Name: "Inhoud", Title: "Inhoud van deze werkmap", Sheet: "Blad", About: "Wat erop staat"},
		Sheets: []workbook.Sheet{
			{Name: "Toelichting", Title: "Toelichting", Table: workbook.Table{
				Columns: []workbook.Column{{Head: "Onderwerp"}, {Head: "Uitleg"}},
				Rows:    [][]workbook.Cell{{workbook.Text("[c]"), workbook.Text("verborgen")}},
			}},
			{Name: "Figuur 1", Title: "Juni blijft boven juli", Intro: []string{"Attesten per maand, België"}, Table: workbook.Table{
				Columns: []workbook.Column{{Head: "Maand (code)"}, {Head: "Personen", Numbers: true}, {Head: "Aandeel", Numbers: true}, {Head: "Nota"}},
				Rows: [][]workbook.Cell{
					{workbook.Text("2022-06"), workbook.Number(decimal(t, "4120"), 0), workbook.Number(decimal(t, "25.4"), 1), workbook.Text("=1+2")},
					{workbook.Text("2022-07"), workbook.Text("[c]"), workbook.Number(decimal(t, "-0.5"), 2), workbook.Text("@SUM(A1)")},
				},
			}},
		},
	}
}

func file(t testing.TB, w *workbook.Workbook) []byte {
	t.Helper()
	content, err := w.XLSX()
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func open(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// unpack gives the parts of the archive, and their names in order.
func unpack(t testing.TB, content []byte) (parts map[string]string, order []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
		order = append(order, f.Name)
		if f.Modified.Year() >= 1980 { // the first year that an archive can name
			t.Errorf("%s has a time: %s", f.Name, f.Modified)
		}
	}
	return parts, order
}

func TestReadBack(t *testing.T) {
	f := open(t, file(t, sample(t)))
	if diff := cmp.Diff([]string{"Omslag", "Inhoud", "Toelichting", "Figuur 1"}, f.GetSheetList()); diff != "" {
		t.Fatalf("sheets (-want +got):\n%s", diff)
	}
	for sheet, want := range map[string][][]string{
		"Omslag":   {{"Ontheemden: juli 2022"}, {"Periode", "1 – 31 juli 2022"}, {"Licentie", "CC BY 4.0"}},
		"Inhoud":   {{"Inhoud van deze werkmap"}, {"Blad", "Wat erop staat"}, {"Toelichting", "Toelichting"}, {"Figuur 1", "Juni blijft boven juli"}},
		"Figuur 1": {{"Juni blijft boven juli"}, {"Attesten per maand, België"}, {"Maand (code)", "Personen", "Aandeel", "Nota"}, {"2022-06", "4,120", "25.4", "=1+2"}, {"2022-07", "[c]", "-0.50", "@SUM(A1)"}},
	} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sheet, diff)
		}
	}
	if leads, to, err := f.GetCellHyperLink("Inhoud", "A4"); err != nil || !leads || to != "'Figuur 1'!A1" {
		t.Errorf("the contents lead to %q, %v", to, err)
	}
	if leads, to, err := f.GetCellHyperLink("Omslag", "B3"); err != nil || !leads || to != "https://creativecommons.org/licenses/by/4.0/" {
		t.Errorf("the licence leads to %q, %v", to, err)
	}
	props, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Title != "Ontheemden: juli 2022" || props.Language != "nl" || props.Creator != "Cijfers" || props.Created != "2022-08-30T00:00:00Z" || props.Modified != props.Created {
		t.Errorf("properties: %+v", props)
	}
}

// TestTypes: a number is a number and a text is a text, whatever it begins with.
func TestTypes(t *testing.T) {
	content := file(t, sample(t))
	f := open(t, content)
	for cell, want := range map[string]excelize.CellType{
		"A4": excelize.CellTypeInlineString, "B4": excelize.CellTypeUnset, "C4": excelize.CellTypeUnset, "D4": excelize.CellTypeInlineString,
		"B5": excelize.CellTypeInlineString, "D5": excelize.CellTypeInlineString,
	} {
		if got, err := f.GetCellType("Figuur 1", cell); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, want, err)
		}
	}
	parts, _ := unpack(t, content)
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/worksheets/sheet") && regexp.MustCompile(`<f[ >/]`).MatchString(part) {
			t.Errorf("%s holds a formula", name)
		}
	}
	sheet := parts["xl/worksheets/sheet4.xml"]
	for _, want := range []string{`<v>4120</v>`, `<v>25.4</v>`, `<v>-0.5</v>`, `<is><t>=1+2</t></is>`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("no %s in %s", want, sheet)
		}
	}
}

// TestAccessible: what an accessible spreadsheet asks of each sheet.
func TestAccessible(t *testing.T) {
	content := file(t, sample(t))
	f := open(t, content)
	parts, _ := unpack(t, content)
	for i, sheet := range f.GetSheetList() {
		merged, err := f.GetMergeCells(sheet)
		if err != nil || len(merged) > 0 {
			t.Errorf("%s: merged cells %v, %v", sheet, merged, err)
		}
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if len(tables) != 0 || panes.Freeze {
				t.Errorf("the cover has tables %v, panes %+v", tables, panes)
			}
		} else {
			if len(tables) != 1 {
				t.Fatalf("%s has %d tables", sheet, len(tables))
			}
			from, _, _ := strings.Cut(tables[0].Range, ":")
			if _, row, err := excelize.SplitCellName(from); err != nil || !panes.Freeze || panes.YSplit != row {
				t.Errorf("%s: the table is %s, %d rows stay in sight", sheet, tables[0].Range, panes.YSplit)
			}
		}
		if len(panes.Selection) != 1 || panes.Selection[0].ActiveCell != "A1" {
			t.Errorf("%s: selected %+v", sheet, panes.Selection)
		}
		part := parts["xl/worksheets/sheet"+string(rune('1'+i))+".xml"]
		if strings.Contains(part, `tabSelected="true"`) != (i == 0) {
			t.Errorf("%s: the cover alone should open", sheet)
		}
		if width, err := f.GetColWidth(sheet, "A"); err != nil || width < 10 {
			t.Errorf("%s: column A is %v wide", sheet, width)
		}
	}
	if f.GetActiveSheetIndex() != 0 {
		t.Error("the cover is not the sheet that opens")
	}
}

// TestRowsAreAsHighAsTheirText: programs that open a file keep the heights that they
// find, and some find none and take one line for all.
func TestRowsAreAsHighAsTheirText(t *testing.T) {
	long := strings.Repeat("opvangplaats ", 30) // 390 characters
	w := sample(t)
	w.Cover.Facts[0].Text = long
	w.Sheets[0].Table.Rows[0][1] = workbook.Text(long)
	w.Sheets[0].Table.Columns[1].Head = "Uitleg bij dit teken en waar het staat, in alle talen van de site en op alle bladen"
	w.Sheets[1].Table.Rows[0][3] = workbook.Text(strings.Repeat("x", 130))
	f := open(t, file(t, w))
	for _, row := range []struct {
		sheet string
		row   int
		lines float64
	}{
		{"Omslag", 2, 5}, {"Omslag", 3, 1}, {"Toelichting", 2, 2}, {"Toelichting", 3, 7}, {"Figuur 1", 4, 3}, {"Figuur 1", 5, 1},
	} {
		height, err := f.GetRowHeight(row.sheet, row.row)
		if got := height / 16; err != nil || got < row.lines || got > row.lines+1 {
			t.Errorf("%s, row %d: room for %v lines, not %v (%v)", row.sheet, row.row, got, row.lines, err)
		}
	}
	if height, err := f.GetRowHeight("Omslag", 1); err != nil || height < 20 {
		t.Errorf("the title has a row of %v points (%v)", height, err)
	}
}

func TestSameBytes(t *testing.T) {
	first := file(t, sample(t))
	for range 20 {
		if !bytes.Equal(first, file(t, sample(t))) {
			t.Fatal("two files of one workbook differ")
		}
	}
	_, order := unpack(t, first)
	if order[0] != "[Content_Types].xml" || !slices.IsSorted(order[1:]) {
		t.Errorf("parts in the order %v", order)
	}
}

// TestNames: programs refuse long names, some signs, and two names that differ
// in capitals alone; of heads too.
func TestNames(t *testing.T) {
	w := sample(t)
	table := w.Sheets[0].Table
	table.Columns = []workbook.Column{{Head: "Periode"}, {Head: "periode"}}
	for _, name := range []string{"Een naam: met [tekens] / en meer dan 31", "figuur 1", "'x'", "", "Een naam: met [tekens] / en meer dan 31"} {
		w.Sheets = append(w.Sheets, workbook.Sheet{Name: name, Title: "t", Table: table})
	}
	f := open(t, file(t, w))
	want := []string{"Omslag", "Inhoud", "Toelichting", "Figuur 1", "Een naam met tekens en meer dan", "figuur 1 2", "x", "1", "Een naam met tekens en meer d 2"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	if head, err := f.GetCellValue("x", "B2"); err != nil || head != "periode (2)" {
		t.Errorf("second head %q, %v", head, err)
	}
}

func TestWhatNoSheetHolds(t *testing.T) {
	for name, spoil := range map[string]func(*workbook.Table){
		"no row":        func(t *workbook.Table) { t.Rows = nil },
		"no column":     func(t *workbook.Table) { t.Columns = nil },
		"a short row":   func(t *workbook.Table) { t.Rows[0] = t.Rows[0][:1] },
		"too many rows": func(t *workbook.Table) { t.Rows = make([][]workbook.Cell, workbook.MaxRows) },
	} {
		w := sample(t)
		spoil(&w.Sheets[1].Table)
		if content, err := w.XLSX(); err == nil || content != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// BenchmarkReport is a workbook of the size of a report: twelve figures of two
// years.
func BenchmarkReport(b *testing.B) {
	w := sample(b)
	figure := w.Sheets[1]
	figure.Table.Rows = slices.Repeat(figure.Table.Rows, 12)
	w.Sheets = slices.Repeat([]workbook.Sheet{figure}, 12)
	b.ReportAllocs()
	for b.Loop() {
		file(b, w)
	}
}

// BenchmarkRows is one long table.
func BenchmarkRows(b *testing.B) {
	w := sample(b)
	w.Sheets[1].Table.Rows = slices.Repeat(w.Sheets[1].Table.Rows, 10_000)
	for b.Loop() {
		file(b, w)
	}
}
