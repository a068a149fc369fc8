package source

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
)

// inUTF16 writes text in UTF-16.
func inUTF16(order binary.AppendByteOrder, text string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func rowsOf(t *Table) [][]string {
	rows := [][]string{t.Header}
	for i := range t.Len() {
		var cells []string
		for j := range t.Header {
			cells = append(cells, t.Cell(i, j))
		}
		rows = append(rows, cells)
	}
	return rows
}

func TestReadTable(t *testing.T) {
	expected := []string{"month", "région", "value"}
	const semicolons, want = "month;région;value\n2022-07;BE;1.185\n", "month|région|value/2022-07|BE|1.185"
	tests := []struct {
		name, content string
		declared      Declared
		encoding      string
		separator     string
		want          string
	}{
		{"UTF-8", semicolons, Declared{}, "utf-8", ";", want},
		{"commas", "month,région,value\n2022-07,BE,1.185", Declared{}, "utf-8", ",", want},
		{"tabs", "month\trégion\tvalue\n2022-07\tBE\t1.185", Declared{}, "utf-8", "tab", want},
		{"byte order mark", "\ufeff" + semicolons, Declared{}, "utf-8", ";", want},
		{"byte order mark, declared", "\ufeff" + semicolons, Declared{Encoding: "utf-8", Separator: ";"}, "utf-8", ";", want},
		{"Windows-1252", "month;r\xe9gion;value\n2022-07;\x80;1\xa0185\n", Declared{}, "windows-1252", ";", "month|région|value/2022-07|€|1\u00a0185"},
		{"Windows-1252, declared", "month;r\xe9gion;value\n2022-07;\xc3\xa9;1", Declared{Encoding: "windows-1252"}, "windows-1252", ";", "month|région|value/2022-07|Ã©|1"},
		{"ASCII declared as Windows-1252", "month;a\n1;2", Declared{Encoding: "windows-1252"}, "utf-8", ";", "month|a/1|2"},
		{"ASCII with a byte order mark declared as Windows-1252", "\ufeffmonth;a\n1;2", Declared{Encoding: "windows-1252"}, "utf-8", ";", "month|a/1|2"},
		{"UTF-16 little", "\xff\xfe" + inUTF16(binary.LittleEndian, semicolons+"😀;b;c"), Declared{}, "utf-16", ";", want + "/😀|b|c"},
		{"UTF-16 big", "\xfe\xff" + inUTF16(binary.BigEndian, semicolons), Declared{}, "utf-16", ";", want},
		{"UTF-16 little without mark", inUTF16(binary.LittleEndian, semicolons), Declared{Encoding: "utf-16"}, "utf-16", ";", want},
		{"UTF-16 big without mark", inUTF16(binary.BigEndian, semicolons), Declared{}, "utf-16", ";", want},
		{"line ends", "month;value\r\n1;2\n3;4\r5;6\r\n", Declared{}, "utf-8", ";", "month|value/1|2/3|4/5|6"},
		{"old Macintosh", "month;value\r1;2\r3;4", Declared{}, "utf-8", ";", "month|value/1|2/3|4"},
		{"sep line", "sep=;\r\nmonth;a,b\r\n1;2", Declared{}, "utf-8", ";", "month|a,b/1|2"},
		{"sep line in quotation marks", "\"sep=,\"\r\nmonth,y\r\n1,2", Declared{}, "utf-8", ",", "month|y/1|2"},
		{"sep line as declared", "SEP=\t\nmonth\ty\n1\t2", Declared{Separator: "tab"}, "utf-8", "tab", "month|y/1|2"},
		{"a column called sep", "sep=x;month\n1;2", Declared{}, "utf-8", ";", "sep=x|month/1|2"},
		{"quoted line breaks", "month;value\n\"a\r\nb\";\"\"\"\"\n\"c\";d\n", Declared{}, "utf-8", ";", "month|value/a\r\nb|\"/c|d"},
		{"blank rows", "\n;;\nmonth;value\n\n;\n \u00a0; \n1;2\n\"\";\"\"\n\n", Declared{}, "utf-8", ";", "month|value/1|2"},
		{"empty cells behind the last column", "month;value;;\n1;2;;\n3;4;\n5;6;;;;\n7;8", Declared{}, "utf-8", ";", "month|value/1|2/3|4/5|6/7|8"},
		{"empty cells", "month;value\n1;\n;2", Declared{}, "utf-8", ";", "month|value/1|/|2"},
		{"spaces", " month ; value\n a ;b ", Declared{}, "utf-8", ";", "month|value/ a |b "},
		{"renamed columns", "datum;gewest;values\n1;2;3,5", Declared{}, "utf-8", ";", "datum|gewest|values/1|2|3,5"},
		{"a comma in a name", "month;value, total\n1;2", Declared{}, "utf-8", ";", "month|value, total/1|2"},
		{"one column", "month\n1\n2", Declared{Headers: []string{"month"}}, "utf-8", ";", "month/1/2"},
		{"one column, declared", "month\n1,5\n2", Declared{Headers: []string{"month"}, Separator: ";"}, "utf-8", ";", "month/1,5/2"},
		{"header only", "month;value", Declared{}, "utf-8", ";", "month|value"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.declared.Headers == nil {
				test.declared.Headers = expected
			}
			var out diag.List
			table, ok := ReadTable(&File{Path: "a.csv", Content: []byte(test.content)}, test.declared, &out)
			if !ok {
				t.Fatal(out.Sorted())
			}
			var rows []string
			for _, r := range rowsOf(table) {
				rows = append(rows, strings.Join(r, "|"))
			}
			if diff := cmp.Diff(test.want, strings.Join(rows, "/")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(Dialect{test.encoding, test.separator}, table.Dialect()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTableSpans(t *testing.T) {
	const content = "\ufeffsep=;\r\nmonth;\"région\"\r\n2022-07;é😀\r\n\r\n\"a\r\nb\";\"c\nd\";;\r\n\"x \"\"y\"\"\";\r\n"
	var out diag.List
	table, ok := ReadTable(&File{Path: "a.csv", Content: []byte(content)}, Declared{}, &out)
	if !ok {
		t.Fatal(out.Sorted())
	}
	type place struct {
		Line, Column, End int
		Cell              string
	}
	want := []place{
		{2, 1, 6, "A1"}, {2, 7, 15, "B1"},
		{3, 1, 8, "A2"}, {3, 9, 11, "B2"},
		{5, 1, 3, "A4"}, {6, 4, 6, "B4"},
		{8, 1, 10, "A5"}, {8, 11, 0, "B5"},
	}
	var got []place
	add := func(s diag.Span) { got = append(got, place{s.Line, s.Column, s.End, s.Cell}) }
	add(table.HeaderSpan(0))
	add(table.HeaderSpan(1))
	for i := range table.Len() {
		add(table.Span(i, 0))
		add(table.Span(i, 1))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := table.RowSpan(1); got != (diag.Span{File: "a.csv", Line: 5, Cell: "A4"}) {
		t.Error(got)
	}
	if col, ok := table.Column("région"); col != 1 || !ok {
		t.Error(col, ok)
	}
	for col, name := range map[int]string{0: "A7", 25: "Z7", 26: "AA7", 701: "ZZ7", 702: "AAA7"} {
		if got := CellName(col+1, 7); got != name {
			t.Errorf("column %d: %s, want %s", col, got, name)
		}
	}
}

func TestTableMessages(t *testing.T) {
	const head = "month;region;value\n"
	tests := []struct {
		name, input string
		declared    Declared
	}{
		{"empty", "", Declared{}},
		{"only separators", "\n;;;\n", Declared{}},
		{"NUL byte", head + "2022⟦\x00⟧-07;BE;1\n", Declared{}},
		{"too few cells", head + "2022-07;BE;1\n2022-08;BE⟦⟧\n2022-09⟦⟧\n", Declared{}},
		{"too many cells", head + "2022-07;BE;1;⟦provisional⟧\n2022-08;BE;1;;⟦x⟧;\n", Declared{}},
		{"a decimal comma between commas", "month,region,value\n2022-07,BE,1,⟦5⟧\n", Declared{}},
		{"header twice", "month;region;value;⟦value⟧\n1;2;3;4\n", Declared{}},
		{"header blank", "month;⟦⟧;value\n1;2;3\n", Declared{}},
		{"values below no name", "month;region;value;\n1;2;3;⟦4⟧\n", Declared{}},
		{"too many columns", "month" + strings.Repeat(";x", MaxColumns) + "\n", Declared{}},
		{"quotation mark inside", head + "2022-07;5⟦\"⟧ pipe;1\n2022-08; ⟦\"⟧BE\";1\n2022-09;BE;1\n", Declared{}},
		{"text behind a quotation mark", head + "2022-07;\"BE\"⟦ x⟧;1\n", Declared{}},
		{"never closed", head + "2022-07;BE;1\n2022-08;⟦\"⟧BE;1\n2022-09;BE;1\n", Declared{}},
		{"in the header", "month;reg⟦\"⟧ion;value\n", Declared{}},
		{"two separators match", "month;value,region;a,month\n", Declared{}},
		{"two separators, no match", "maand;gewest,aantal\n", Declared{}},
		{"no separator", "month region value\n1 2 3\n", Declared{}},
		{"one column with commas", "aantal\n1,5\n", Declared{Headers: []string{"aantal"}}},
		{"sep and contract", "⟦sep=,⟧\nmonth,value\n", Declared{Separator: ";"}},
		{"another separator than declared", "month,value\n2022-07,1\n", Declared{Separator: ";", Headers: []string{"month", "value"}}},
		{"a web page", "<!DOCTYPE html>\n<title>Sign in</title>\n", Declared{Headers: []string{"month", "value"}}},
		{"UTF-8 as Windows-1252", "month;région\n", Declared{Encoding: "windows-1252"}},
		{"UTF-8 as UTF-16", head, Declared{Encoding: "utf-16"}},
	}
	var all strings.Builder
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			input, marked := unmark("a.csv", test.input)
			if test.declared.Headers == nil {
				test.declared.Headers = []string{"month", "region", "value"}
			}
			f := &File{Path: "a.csv", Content: []byte(input)}
			var out diag.List
			if _, ok := ReadTable(f, test.declared, &out); ok {
				t.Error("accepted")
			}
			all.WriteString("── " + test.name + "\n" + messages(t, f, out.Sorted(), marked) + "\n")
		})
	}
	bytes := []struct {
		name, content string
		declared      Declared
		at            diag.Span
	}{
		{"bytes: Windows-1252 as UTF-8", "month;r\xe9gion\n", Declared{Encoding: "utf-8"}, diag.Span{File: "a.csv", Line: 1, Column: 8, End: 9}},
		{"bytes: neither", "month;value\n1;\x81\n", Declared{}, diag.Span{File: "a.csv", Line: 2, Column: 3, End: 4}},
		{"bytes: some of it UTF-8", "month;value\né;\xe9\n", Declared{}, diag.Span{File: "a.csv", Line: 2, Column: 3, End: 4}},
		{"bytes: a mark, and then not UTF-8", "\ufeffmonth;value\n1;\xe9\n", Declared{}, diag.Span{File: "a.csv", Line: 2, Column: 3, End: 4}},
		{"bytes: half a character of UTF-16", "\xff\xfem\x00o", Declared{}, diag.Span{}},
		{"bytes: a half pair of UTF-16", "\xff\xfem\x00\x00\xd8", Declared{}, diag.Span{}},
		{"bytes: UTF-16 as UTF-8", "\xff\xfem\x00;\x00", Declared{Encoding: "utf-8"}, diag.Span{}},
	}
	for _, test := range bytes {
		t.Run(test.name, func(t *testing.T) {
			f := &File{Path: "a.csv", Content: []byte(test.content)}
			var marked []diag.Span
			if !test.at.IsZero() {
				marked = append(marked, test.at)
			}
			var out diag.List
			if _, ok := ReadTable(f, test.declared, &out); ok {
				t.Error("accepted")
			}
			all.WriteString("── " + test.name + "\n" + messages(t, f, out.Sorted(), marked) + "\n")
		})
	}
	golden(t, "table.golden", all.String())
}

// Rows that can be read are there beside those that cannot.
func TestTableWithErrors(t *testing.T) {
	var out diag.List
	table, ok := ReadTable(&File{Path: "a.csv", Content: []byte("a;b\n1;2\n3\n4;5;6\n7;\"8\"x\n9;10\n")}, Declared{}, &out)
	if ok || out.Errors() != 3 {
		t.Error(ok, out.Sorted())
	}
	if diff := cmp.Diff([][]string{{"a", "b"}, {"1", "2"}, {"9", "10"}}, rowsOf(table)); diff != "" {
		t.Error(diff)
	}
	if got := table.Span(1, 0).Cell; got != "A6" {
		t.Error(got)
	}
}

// What encoding/csv writes, ReadTable reads as the same cells, with places at
// which the cells stand. Other bytes never make it panic.
func FuzzTable(f *testing.F) {
	f.Add("month;value\n\"a\r\nb\";\"c \"\"d\"\"\"\n", ";")
	f.Add("sep=,\r\nx,y\r1,2\n,,,\n\"", "")
	f.Add("\xff\xfea\x00;\x00", "tab")
	f.Add("r\xe9gion,b\n1,2", ",")
	f.Fuzz(func(t *testing.T, text, separator string) {
		if !slices.Contains([]string{"", ",", ";", "tab"}, separator) {
			separator = ""
		}
		var out diag.List
		file := &File{Path: "a.csv", Content: []byte(text)}
		table, ok := ReadTable(file, Declared{Separator: separator, Headers: []string{"month", "value"}}, &out)
		if ok != (out.Errors() == 0) || ok && table == nil {
			t.Fatal(ok, out.Sorted())
		}
		diagtest.Usable(t, out.Sorted(), treeOf(file).Excerpt)
		if !ok {
			return
		}
		lines := splitLines(table.text)
		for row := range table.Len() {
			for col := range table.Header {
				s := table.Span(row, col)
				first, _, _ := strings.Cut(strings.ReplaceAll(table.Cell(row, col), "\r", "\n"), "\n")
				at := string([]rune(lines[s.Line-1])[s.Column-1:])
				if !strings.HasPrefix(at, first) && !strings.HasPrefix(at, `"`+strings.ReplaceAll(first, `"`, `""`)) {
					t.Errorf("%s: %q does not stand at %q", s, first, at)
				}
			}
		}

		rows := rowsOf(table)
		for i := range rows {
			// A last column that is never empty keeps encoding/csv from writing
			// rows that are blank, and ReadTable from skipping them and from
			// taking one for the header again.
			last := "·"
			if i > 0 {
				last = "-"
			}
			rows[i] = append(slices.Clone(rows[i]), last)
		}
		b := bytes.NewBufferString(utf8BOM) // so that a name which begins as one is not taken for it
		w := csv.NewWriter(b)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(table.Header, "·") {
			return
		}
		back, ok := ReadTable(&File{Path: "a.csv", Content: b.Bytes()}, Declared{Encoding: "utf-8", Separator: ","}, &out)
		if !ok {
			t.Fatalf("%v\n%s", out.Sorted(), b.String())
		}
		if diff := cmp.Diff(rows, rowsOf(back)); diff != "" {
			t.Error(diff)
		}
	})
}
