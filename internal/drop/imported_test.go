package drop

import (
	"strings"
	"testing"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/source"
)

const importedYAML = `ronde: 1
received: 2022-08-05
imported:
  file: Aankomsten.xlsx
  sha256: ""
  sheet: Blad 1
  range: B4:E9
  header: 4
  columns: {maand: B, gebied: C, attesten: E}
  skipped: [{row: 7, why: hidden}, {row: 5, why: hidden}, {row: 8, why: hidden}]
  table: ""
`

// The rows of the CSV file are those below the header of the sheet, without the rows that
// were left out.
func TestImportedCell(t *testing.T) {
	cb, ok := codebook.Load(source.NewTree(files(nil)), &diag.List{})
	if !ok {
		t.Fatal("the codebook has findings")
	}
	id, err := ParseID(strings.TrimSuffix(strings.TrimPrefix(long, folder+"/"), ".csv"))
	if err != nil {
		t.Fatal(err)
	}
	table := []byte(site[long])
	about := strings.Replace(importedYAML, `sha256: ""`, `sha256: "0"`, 1)
	about = strings.Replace(about, `table: ""`, `table: "`+Sum(table)+`"`, 1)
	var out diag.List
	d := ReadContent(table, []byte(about), cb, id, &out)
	if d.Imported == nil {
		t.Fatalf("nothing is traced: %v", out.Sorted())
	}
	for of, want := range map[string]string{"A1": "B4", "C1": "E4", "A2": "B6", "B3": "C9", "C4": "E10", "D1": "", "": "", "A": ""} {
		if got, _ := d.Imported.Cell(of); got != want {
			t.Errorf("%s came from %q, want %q", of, got, want)
		}
	}
	d = ReadContent(append(table, '\n'), []byte(about), cb, id, &out)
	if _, ok := d.Imported.Cell("A1"); ok {
		t.Error("cells of a file that was changed are traced")
	}
	for old, wrong := range map[string]string{"header: 4": "header: 0", "attesten: E": "attesten: 5"} {
		var out diag.List
		ReadContent(table, []byte(strings.Replace(about, old, wrong, 1)), cb, id, &out)
		if out.Errors() == 0 {
			t.Errorf("%s is accepted", wrong)
		}
	}
}
