package source

import (
	"strings"

	"ronde/internal/diag"
)

// scanner cuts the text of a table into records.
type scanner struct {
	text      string
	separator byte
	stop      [256]bool // bytes at which an unquoted cell ends or is looked at
	at        row       // where the next record begins
}

func newScanner(text string, separator byte, at row) *scanner {
	s := &scanner{text: text, separator: separator, at: at}
	for _, c := range []byte{separator, '\n', '\r', '"'} {
		s.stop[c] = true
	}
	return s
}

// A flaw is a quotation mark in the wrong place.
type flaw struct {
	message func(at diag.Span) diag.Diagnostic
	col     int
	at      bounds
}

// done reports whether there is no further record.
func (s *scanner) done() bool { return int(s.at.offset) >= len(s.text) }

// record appends the cells of the next record to cells and moves behind it. A
// record with a flaw has as many cells as could be told.
func (s *scanner) record(cells []bounds) (_ []bounds, found *flaw) {
	text, pos, first := s.text, int(s.at.offset), len(cells)
	note := func(message func(diag.Span) diag.Diagnostic, from, to int) {
		if found == nil {
			found = &flaw{message, len(cells) - first, bounds{uint32(from), uint32(to)}}
		}
	}
	for {
		from := pos
		if pos < len(text) && text[pos] == '"' {
			var closed bool
			if pos, closed = closing(text, pos); !closed {
				note(diag.QuoteOpen, from, from+1)
				s.at.offset = uint32(len(text))
				return append(cells, bounds{uint32(from), uint32(from)}), found
			}
			s.at.line += uint32(countLines(text[from:pos]))
			if behind := pos; pos < len(text) && text[pos] != s.separator && lineEnd(text, pos) == 0 {
				for pos < len(text) && text[pos] != s.separator && lineEnd(text, pos) == 0 {
					pos++
				}
				note(diag.QuoteBehind, behind, pos)
			}
		} else {
			for pos < len(text) && !s.stop[text[pos]] {
				pos++
			}
			if pos < len(text) && text[pos] == '"' {
				if text[from:pos] == "=" {
					note(diag.QuoteFormula, pos, pos+1)
				} else {
					note(diag.QuoteInside, pos, pos+1)
				}
				for pos < len(text) && text[pos] != s.separator && lineEnd(text, pos) == 0 {
					pos++
				}
			}
		}
		cells = append(cells, bounds{uint32(from), uint32(pos)})
		if pos < len(text) && text[pos] == s.separator {
			pos++
			continue
		}
		if pos < len(text) {
			pos += lineEnd(text, pos)
		}
		s.at = row{uint32(pos), s.at.line + 1, s.at.number + 1}
		return cells, found
	}
}

// closing is the offset behind the quotation mark that closes the one at pos.
func closing(text string, pos int) (end int, ok bool) {
	pos++
	for {
		i := strings.IndexByte(text[pos:], '"')
		if i < 0 {
			return len(text), false
		}
		pos += i + 1
		if pos >= len(text) || text[pos] != '"' {
			return pos, true
		}
		pos++
	}
}

func countLines(text string) int {
	n := strings.Count(text, "\n")
	if strings.IndexByte(text, '\r') >= 0 {
		n += strings.Count(text, "\r") - strings.Count(text, "\r\n")
	}
	return n
}

// blank reports whether all cells hold nothing but spaces.
func blank(text string, cells []bounds) bool {
	for _, c := range cells {
		if c.from != c.to && strings.TrimSpace(unquote(text[c.from:c.to])) != "" {
			return false
		}
	}
	return true
}
