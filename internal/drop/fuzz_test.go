package drop

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/number"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzDrop reads any file as a drop: it never panics, a number that is read is the
// one that stands in its cell, and a description is the same when it is written
// and read again.
func FuzzDrop(f *testing.F) {
	for _, c := range readCases {
		for name, content := range c.changes {
			switch name {
			case long:
				f.Add([]byte(content), []byte(received), uint8(0))
			case wide:
				f.Add([]byte(content), []byte(received), uint8(1))
			case across:
				f.Add([]byte(content), []byte(received), uint8(2))
			case description:
				f.Add([]byte(site[long]), []byte(content), uint8(0))
			}
		}
	}
	cb, ok := codebook.Load(source.NewTree(files(nil)), &diag.List{})
	if !ok {
		f.Fatal("the codebook has findings")
	}
	f.Fuzz(func(t *testing.T, table, about []byte, which uint8) {
		name := []string{long, wide, across}[which%3]
		beside := strings.TrimSuffix(name, ".csv") + ".yaml"
		fsys := files(map[string]string{description: "", long: ""})
		fsys[name], fsys[beside] = &fstest.MapFile{Data: table}, &fstest.MapFile{Data: about}
		tree := source.NewTree(fsys)
		var out diag.List
		for _, id := range Find(tree, cb, &out) {
			before := out.Errors()
			d := Read(tree, cb, id, &out)
			if d.Complete != (out.Errors() == before) {
				t.Errorf("Complete is %v with %d errors", d.Complete, out.Errors()-before)
			}
			cells := cellsOf(t, tree, cb, id)
			for _, o := range d.Observations {
				if o.HasValue == (o.Status&noValue != 0) {
					t.Errorf("%s has value %v and status %s", o.Key, o.HasValue, o.Status)
				}
				if cell := cells[o.Span().Cell]; o.HasValue && !means(cell, o.Value) {
					t.Errorf("%s: %q was read as %s", o.Span(), cell, o.Value)
				}
			}
			if d.Complete {
				sourcetest.ReadAgain(t, d.Description, true)
			}
		}
		diagtest.Usable(t, out.Sorted(), tree.Excerpt)
	})
}

// cellsOf gives the cells of a drop by their names in a spreadsheet.
func cellsOf(t *testing.T, tree *source.Tree, cb *codebook.Codebook, id ID) map[string]string {
	t.Helper()
	file, found := tree.Read(id.Path())
	if found != nil {
		t.Fatal(found.Title)
	}
	cells := map[string]string{}
	contract, _ := cb.Contract(id.Dataset)
	table, _ := source.ReadTable(file, source.Declared{Headers: columnNames(contract)}, &diag.List{})
	if table == nil {
		return cells
	}
	for row := range table.Len() {
		for col := range table.Header {
			cells[table.Span(row, col).Cell] = table.Cell(row, col)
		}
	}
	return cells
}

var (
	grouping  = regexp.MustCompile("[ \u00a0\u202f\u2009'’]")
	qualified = regexp.MustCompile(`^\s*[<>±~]?\s*`)
)

// means is told apart from the reader on purpose: it tries every way in which
// the marks of a cell can be undone, and asks whether one of them gives the
// value. A cell with one kind of mark, or none, has at most two.
func means(cell string, value number.Decimal) bool {
	cell = strings.TrimSpace(qualified.ReplaceAllString(cell, ""))
	cell = grouping.ReplaceAllString(strings.Replace(cell, "\u2212", "-", 1), "")
	for _, undo := range []*strings.Replacer{
		strings.NewReplacer(), strings.NewReplacer(",", "."),
		strings.NewReplacer(",", ""), strings.NewReplacer(".", ""),
		strings.NewReplacer(".", "", ",", "."),
	} {
		if d, err := number.Parse(undo.Replace(cell)); err == nil && d == value {
			return true
		}
	}
	return false
}

// TestNeverAWrongNumber reads cells in columns that declare how numbers are
// written. want is the canonical number, or nothing for a cell that must be
// refused.
func TestNeverAWrongNumber(t *testing.T) {
	for _, c := range []struct{ dialect, cell, want string }{
		{``, "1185", "1185"}, {``, "007", "7"}, {``, "0", "0"}, {``, "-0", "0"},
		{``, "1.185", ""}, {``, "1,185", ""}, {``, "1 185", "1185"}, {``, "1 1850", ""}, {``, "01 185", ""},
		{``, "1.1850", "1.185"}, {``, "0.185", "0.185"}, {``, "0,185", "0.185"}, {``, "1185.185", "1185.185"},
		{``, "1.185.000", "1185000"}, {``, "1,185,000", "1185000"}, {``, "1.185,5", "1185.5"}, {``, "1,185.5", "1185.5"},
		{``, "1.185.5", ""}, {``, "1.18.500", ""}, {``, "1,185,5", ""}, {``, "1 185,185", "1185.185"}, {``, "1.185 185", ""},
		{``, "1..5", ""}, {``, ".5", ""}, {``, "5.", ""}, {``, "--5", ""}, {``, "- 5", ""}, {``, "1e3", ""}, {``, "0x1", ""}, {``, "NaN", ""},
		{`decimal: ","`, "1,185", "1.185"}, {`decimal: ","`, "1.185", ""}, {`decimal: ","`, "1.185,5", "1185.5"}, {`decimal: ","`, "12.5", ""},
		{`decimal: "."`, "1.185", "1.185"}, {`decimal: "."`, "1,185", ""}, {`decimal: "."`, "1.185,5", ""}, {`decimal: "."`, "1.185.000", ""},
		{`thousands: "."`, "1.185", "1185"}, {`thousands: "."`, "1,185", ""}, {`thousands: "."`, "12.5", ""}, {`thousands: "."`, "12,5", "12.5"},
		{`thousands: "."`, "0.185", ""}, {`thousands: "."`, "1 185", ""}, {`thousands: ","`, "1,185.5", "1185.5"},
		{`decimal: ",", thousands: "."`, "1.185", "1185"}, {`decimal: ",", thousands: "."`, "1,185", "1.185"}, {`decimal: ",", thousands: "."`, "1 185", ""},
		{`decimal: ",", thousands: space`, "1 185,5", "1185.5"}, {`decimal: ",", thousands: space`, "1.185", ""},
		{`thousands: "'"`, "1'185", "1185"}, {`thousands: "'"`, "1'185.5", "1185.5"}, {`thousands: space`, "1'185", ""},
	} {
		state := strings.Replace(site["data/datasets/state.yaml"], "layout: wide\n", "layout: wide\ndialect: {"+c.dialect+"}\n", 1)
		drops, text := readAll(t, files(map[string]string{
			"data/datasets/state.yaml": state,
			wide:                       "Datum;Plaats;Personen;Werk\n2022-07-31;BE-VLG;1;" + c.cell + "\n",
		}))
		got := ""
		for _, o := range drops[1].Observations {
			if o.Indicator == "employed" && o.HasValue {
				got = o.Value.String()
			}
		}
		if got != c.want || (got == "") == drops[1].Complete {
			t.Errorf("{%s} %q is read as %q, want %q\n%s", c.dialect, c.cell, got, c.want, text)
		}
	}
}
