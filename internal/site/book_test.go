package site_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ronde/internal/site"
)

// bookAt opens a workbook of the site.
func bookAt(t testing.TB, all map[string]site.Output, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(all[path].Content))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// rowsOf gives the rows of a sheet as they are stored.
func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestReportWorkbook(t *testing.T) {
	w := releasedWorld(t)
	w.correct("2022-07", "2022-09-25", "editorial", "nl", "Een woord.")
	all := outputs(t, w.site("2022-10-01"))
	f := bookAt(t, all, "nl/reports/2022-07/v1/2022-07-v1-nl.xlsx")
	want := []string{"Omslag", "Inhoud", "Toelichting", "Kerncijfers", "Figuur 1", "Figuur 2", "Figuur 3", "Figuur 4", "Cijfers in de tekst"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Fatalf("sheets (-want +got):\n%s", diff)
	}
	cover := map[string]string{}
	for _, row := range rowsOf(t, f, "Omslag")[1:] {
		cover[row[0]] = row[1]
	}
	const address = "https://cijfers.example/land/nl/reports/2022-07/v1/"
	wantCover := map[string]string{
		"Wat": "Maandrapport over juli.", "Periode": "1 – 31 juli 2022", "Gepubliceerd": "30 augustus 2022", "Editie": "1",
		"Status":                 "Niet de nieuwste: vervangen door editie 2 van 25 september 2022",
		"Gegevens ontvangen tot": "25 augustus 2022", "Contact": "Fedasil", "Licentie": "CC BY 4.0", "Adres": address,
		"Hoe te citeren": "Ontheemden in België. Ontheemden: juli 2022. Editie 1, gepubliceerd op 30 augustus 2022. " + address,
		"Over deze site": "Dit is een proef. Alle cijfers zijn verzonnen.",
	}
	if diff := cmp.Diff(wantCover, cover); diff != "" {
		t.Errorf("cover (-want +got):\n%s", diff)
	}
	regions := [][]string{
		{"Doorverwijzingen, per gewest, juli 2022"},
		{"Doorverwijzingen, per gewest, juli 2022, personen"},
		{"Eén tabel. Tekens en definities staan op het blad Toelichting."},
		{"Gebied (code)", "Gebied", "Doorverwijzingen, personen (referrals)", "Status"},
		{"BE-VLG", "Vlaanderen", "500", "gepubliceerd"},
		{"BE-BRU", "Brussel", "[c]", "verborgen om personen te beschermen"},
		{"BE-WAL", "Wallonië", "[c]", "verborgen om personen te beschermen"},
	}
	if diff := cmp.Diff(regions, rowsOf(t, f, "Figuur 2")); diff != "" {
		t.Errorf("a figure over categories (-want +got):\n%s", diff)
	}
	both := rowsOf(t, f, "Figuur 3")
	if diff := cmp.Diff([]string{"2022-07", "juli 2022", "3159", "gepubliceerd", "30000", "meer dan, gepubliceerd"}, both[len(both)-1]); diff != "" {
		t.Errorf("a bound (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2022-06", "juni 2022", "4120", "gepubliceerd", "[z]", "niet verwacht"}, both[len(both)-2]); diff != "" {
		t.Errorf("a month in which none was due (-want +got):\n%s", diff)
	}
	numbers := rowsOf(t, f, "Cijfers in de tekst")
	if diff := cmp.Diff([]string{"n3", "−961", "-961", "Verandering", "attestations BE", "Attesten, België", "2022-07", "juli 2022", "2022-07/dvz/attestations"}, numbers[5]); diff != "" {
		t.Errorf("a number of the text (-want +got):\n%s", diff)
	}
	notes := map[string]bool{}
	for _, row := range rowsOf(t, f, "Toelichting")[1:] {
		notes[row[0]] = true
	}
	for _, kind := range []string{"Teken", "Definitie", "Bron", "Volledigheid", "Bericht"} {
		if !notes[kind] {
			t.Errorf("no note of the kind %s", kind)
		}
	}
}

func TestDatasetWorkbook(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	f := bookAt(t, all, "en/data/attestations/attestations-en.xlsx")
	if diff := cmp.Diff([]string{"Cover", "Contents", "Notes", "Latest values", "All vintages"}, f.GetSheetList()); diff != "" {
		t.Fatalf("sheets (-want +got):\n%s", diff)
	}
	newest := rowsOf(t, f, "Latest values")
	head := []string{
		"Period (code)", "Period", "Indicator (code)", "Indicator", "Area (code)", "Area", "Value", "Unit",
		"Status (code)", "Status", "Read as", "Vintage", "Remark", "Delivery", "Received",
	}
	if diff := cmp.Diff(head, newest[2]); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
	rows := [][]string{
		{"2022-05", "May 2022", "attestations", "Certificates", "BE", "Belgium", "7278", "persons", "A", "published", "exact", "as delivered", "=1+2", "2022-07/dvz/attestations", "2022-08-03"},
		{"2022-06", "June 2022", "attestations", "Certificates", "BE", "Belgium", "4120", "persons", "A", "published", "exact", "as delivered", "no remark", "2022-07/dvz/attestations", "2022-08-03"},
		{"2022-07", "July 2022", "attestations", "Certificates", "BE", "Belgium", "3156", "persons", "A", "revised [r]", "exact", "as delivered", "no remark", "2022-08/dvz/attestations", "2022-09-06"},
		{"2022-08", "August 2022", "attestations", "Certificates", "BE", "Belgium", "3111", "persons", "P", "provisional [p]", "exact", "as delivered", "no remark", "2022-08/dvz/attestations", "2022-09-06"},
	}
	if diff := cmp.Diff(rows, newest[3:]); diff != "" {
		t.Errorf("newest values (-want +got):\n%s", diff)
	}
	if formula, err := f.GetCellFormula("Latest values", "M4"); err != nil || formula != "" {
		t.Errorf("a note became the formula %q, %v", formula, err)
	}
	vintages := rowsOf(t, f, "All vintages")
	if diff := cmp.Diff([]string{"2022-08@1", "2022-09-20", "no"}, vintages[6][15:]); diff != "" {
		t.Errorf("a vintage (-want +got):\n%s", diff)
	}
	minors := rowsOf(t, bookAt(t, all, "nl/data/referrals/referrals-nl.xlsx"), "Nieuwste waarden")
	if diff := cmp.Diff([]string{"[c]", "personen", "Q", "verborgen om personen te beschermen"}, minors[4][6:10]); diff != "" {
		t.Errorf("a hidden cell (-want +got):\n%s", diff)
	}
}

// eachBook calls check with every workbook of a site.
func eachBook(t *testing.T, all map[string]site.Output, check func(name string, f *excelize.File, parts string)) {
	t.Helper()
	n := 0
	for name, o := range all {
		if path.Ext(name) != ".xlsx" {
			continue
		}
		n++
		z, err := zip.NewReader(bytes.NewReader(o.Content), int64(len(o.Content)))
		if err != nil {
			t.Fatal(err)
		}
		var parts strings.Builder
		for _, file := range z.File {
			r, err := file.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&parts, r); err != nil {
				t.Fatal(err)
			}
		}
		check(name, bookAt(t, all, name), parts.String())
	}
	if n < 10 {
		t.Errorf("%d workbooks", n)
	}
}

// TestWorkbooks: every table of every workbook is one table without an empty or
// merged cell, and no workbook holds a hidden value or a formula.
func TestWorkbooks(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	eachBook(t, all, func(name string, f *excelize.File, parts string) {
		for _, secret := range []string{"66177", "66.177", "66,177", "<f>"} {
			if strings.Contains(parts, secret) {
				t.Errorf("%s holds %s", name, secret)
			}
		}
		for i, sheet := range f.GetSheetList() {
			tables, err := f.GetTables(sheet)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				continue
			}
			if len(tables) != 1 || len([]rune(sheet)) > 31 {
				t.Errorf("%s, %s: %d tables", name, sheet, len(tables))
				continue
			}
			from, to, _ := strings.Cut(tables[0].Range, ":")
			_, top, _ := excelize.CellNameToCoordinates(from)
			columns, bottom, _ := excelize.CellNameToCoordinates(to)
			rows := rowsOf(t, f, sheet)
			if len(rows) != bottom {
				t.Errorf("%s, %s: the table ends in row %d of %d", name, sheet, bottom, len(rows))
			}
			for n, row := range rows[top-1:] {
				for c := range columns {
					if c >= len(row) || strings.TrimSpace(row[c]) == "" {
						t.Errorf("%s, %s: row %d of the table has an empty cell %d", name, sheet, n, c+1)
					}
				}
			}
		}
	})
}

// TestDownloadsSayTheirSize: every file that a page offers is there, and as long
// as the page says.
func TestDownloadsSayTheirSize(t *testing.T) {
	all := outputs(t, releasedWorld(t).site("2022-10-01"))
	offered := 0
	for name, o := range all {
		if o.Page == nil {
			continue
		}
		for _, d := range downloadsOf(reflect.ValueOf(o.Page)) {
			offered++
			file, ok := all[path.Join(path.Dir(name), d.Href)]
			if !ok {
				t.Errorf("%s offers %s, which is not there", name, d.Href)
				continue
			}
			if want := fmt.Sprintf("%d\u00a0kB", (len(file.Content)+999)/1000); d.Size != want || !strings.EqualFold("."+d.Format, path.Ext(d.Href)) {
				t.Errorf("%s offers %s as %s of %q, want %s", name, d.Href, d.Format, d.Size, want)
			}
		}
	}
	if offered < 100 {
		t.Errorf("%d files are offered", offered)
	}
}

// downloadsOf finds the downloads anywhere in a page.
func downloadsOf(v reflect.Value) []site.Download {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return downloadsOf(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		var all []site.Download
		for i := range v.Len() {
			all = append(all, downloadsOf(v.Index(i))...)
		}
		return all
	case reflect.Struct:
		if d, ok := v.Interface().(site.Download); ok {
			return []site.Download{d}
		}
		var all []site.Download
		for i := range v.NumField() {
			all = append(all, downloadsOf(v.Field(i))...)
		}
		return all
	}
	return nil
}
