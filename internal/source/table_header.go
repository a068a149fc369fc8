package source

import (
	"slices"
	"strings"

	"ronde/internal/diag"
)

// searched is the number of records in which the names of columns are looked for.
const searched = 30

// headerBelow finds rows above the header, a title or groups of columns: the first
// row holds none of the expected names, and a later one at least two. Whatever is
// said of cells and columns otherwise, this is the reason of it.
func (t *Table) headerBelow(expected []string, separators []byte, out *diag.List) bool {
	for _, separator := range separators {
		s := newScanner(t.text, separator, t.head)
		for n := range searched {
			if s.done() {
				break
			}
			at := s.at
			cells, _ := s.record(nil)
			named := 0
			for _, c := range cells {
				if slices.Contains(expected, t.name(c)) {
					named++
				}
			}
			if n == 0 && named > 0 {
				return false
			}
			if named > 1 {
				out.Add(diag.HeaderBelow(t.span(at, 0, cells[0]), t.HeaderRow()))
				return true
			}
		}
	}
	return false
}

// headerForeign finds a header that has nothing to do with the contract: no name is
// expected, nor near to one that is.
func (t *Table) headerForeign(expected []string, out *diag.List) bool {
	if len(expected) < 2 {
		return false
	}
	for _, name := range t.Header {
		if slices.Contains(expected, name) {
			return false
		}
		if _, near := diag.Nearest(name, expected); near {
			return false
		}
	}
	out.Add(diag.HeaderForeign(t.HeaderRow(), t.Header, expected))
	return true
}

// headerAgain reports whether a record holds the names of the columns once more, as
// a printed table does on each page and two files that were put together do.
func (t *Table) headerAgain(cells []bounds) bool {
	if len(cells) < len(t.Header) || len(t.Header) < 2 {
		return false
	}
	for i, name := range t.Header {
		if strings.TrimPrefix(t.name(cells[i]), "\ufeff") != name {
			return false
		}
	}
	return true
}

// name is the text of a cell as a header has it.
func (t *Table) name(c bounds) string {
	return strings.TrimSpace(unquote(t.text[c.from:c.to]))
}
