package source

import (
	"strings"
	"unicode/utf8"

	"ronde/internal/diag"
)

// ReadTable reads a CSV file. Lines end with \r\n, \n or \r; cells between
// quotation marks may hold line breaks, separators, and quotation marks written
// twice. Rows whose cells are all empty are skipped, and so are empty cells
// behind the last column, which Excel writes where something once stood. A
// first line `sep=;` says the separator, as it does to Excel.
//
// The header is the first row that holds anything. Rows above it, a header that
// knows no expected name, and one that comes again further down are errors.
//
// All findings go to out. The result is false when one of them is an error; the
// table then holds the rows that could be read, or is nil when the header could
// not.
func ReadTable(f *File, declared Declared, out *diag.List) (*Table, bool) {
	before := out.Errors()
	if len(f.Content) > MaxTableSize {
		out.Add(diag.FileTooLarge(f.Path, len(f.Content), MaxTableSize))
		return nil, false
	}
	text, encoding, ok := decodeTable(f, declared.Encoding, out)
	if !ok {
		return nil, false
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		out.Add(diag.NULByte(spanAt(f.Path, text, i, i+1)))
		return nil, false
	}
	if i := turning(text); i >= 0 {
		r, size := utf8.DecodeRuneInString(text[i:])
		out.Add(diag.InvisibleCharacter(spanAt(f.Path, text, i, i+size), r))
		return nil, false
	}
	if at, found := conflictIn(text); found {
		out.Add(diag.MergeConflict(spanAt(f.Path, text, at, at+len(conflictBegin))))
		return nil, false
	}
	path := f.Path // of its own: a place keeps nothing else of the file
	t := &Table{file: &path, text: text, dialect: Dialect{Encoding: encoding}}
	t.head = row{0, 1, 1}
	separator, ok := t.separator(declared, out)
	if !ok || !t.readHeader(separator, out) || t.headerForeign(declared.Headers, out) {
		return nil, false
	}
	t.readRows(separator, out)
	return t, out.Errors() == before
}

// readHeader reads the names of the columns; t.head is where they begin, and
// afterwards the first row.
func (t *Table) readHeader(separator byte, out *diag.List) bool {
	before := out.Errors()
	s := newScanner(t.text, separator, t.head)
	cells, found := s.record(nil)
	if found != nil {
		out.Add(found.message(t.span(t.head, found.col, found.at)))
	}
	for len(cells) > 1 && blank(t.text, cells[len(cells)-1:]) {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > MaxColumns {
		out.Add(diag.HeaderTooWide(t.HeaderRow(), len(cells), MaxColumns))
		return false
	}
	t.names = cells
	first := map[string]int{}
	for i, c := range cells {
		name := t.name(c)
		t.Header = append(t.Header, name)
		switch j, twice := first[name]; {
		case name == "":
			out.Add(diag.HeaderBlank(t.HeaderSpan(i)))
		case twice:
			out.Add(diag.HeaderTwice(t.HeaderSpan(i), name, t.HeaderSpan(j)))
		default:
			first[name] = i
		}
	}
	return out.Errors() == before
}

func (t *Table) readRows(separator byte, out *diag.List) {
	s := newScanner(t.text, separator, t.head)
	if _, found := s.record(nil); found != nil || s.done() {
		return
	}
	rest := t.text[s.at.offset:]
	lines := countLines(rest) + 1
	t.rows = make([]row, 0, lines)
	t.cells = make([]bounds, 0, lines+strings.Count(rest, string(rune(separator))))
	for !s.done() {
		at, n := s.at, len(t.cells)
		cells, found := s.record(t.cells)
		read := cells[n:]
		switch {
		case found != nil:
			out.Add(found.message(t.span(at, found.col, found.at)))
		case t.headerAgain(read):
			out.Add(diag.HeaderAgain(t.span(at, 0, read[0]), t.HeaderRow()))
		case len(read) >= len(t.Header) && blank(t.text, read[len(t.Header):]):
			if !blank(t.text, read) {
				t.rows = append(t.rows, at)
				n += len(t.Header)
			}
		case blank(t.text, read):
		case len(read) > len(t.Header):
			out.Add(t.tooLong(at, read))
		default:
			out.Add(t.tooShort(at, read))
		}
		t.cells = cells[:n]
	}
}

func (t *Table) tooLong(at row, cells []bounds) diag.Diagnostic {
	col := len(t.Header)
	for blank(t.text, cells[col:col+1]) {
		col++
	}
	return diag.RowTooLong(t.span(at, col, cells[col]), len(cells), len(t.Header), t.dialect.Separator)
}

func (t *Table) tooShort(at row, cells []bounds) diag.Diagnostic {
	last := cells[len(cells)-1].to
	return diag.RowTooShort(t.span(at, len(cells), bounds{last, last}), len(cells), len(t.Header), t.Header[len(cells)])
}

// turning is the offset of the first mark that turns the direction of a text, or -1.
// In UTF-8 these marks begin with one of two pairs of bytes, which are seldom: to
// decode each character of a large table would take longer than reading it.
func turning(text string) int {
	for _, lead := range []string{"\u202a"[:2], "\u2066"[:2]} {
		for from := 0; ; {
			i := strings.Index(text[from:], lead)
			if i < 0 {
				break
			}
			from += i
			if r, _ := utf8.DecodeRuneInString(text[from:]); r != '\u2028' && r != '\u2029' && Invisible(r) {
				return from
			}
			from += len(lead)
		}
	}
	return -1
}
