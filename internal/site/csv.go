package site

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"

	"ronde/internal/locale"
	"ronde/internal/number"
)

// A sheet is a CSV file while it is made: UTF-8, commas, LF, a point before
// decimals, ISO dates and periods.
type sheet struct{ w *csv.Writer }

func newSheet(to io.Writer, head ...string) *sheet {
	s := &sheet{csv.NewWriter(to)}
	s.row(head...)
	return s
}

// row writes one record. That it failed is said at the end.
func (s *sheet) row(cells ...string) { _ = s.w.Write(cells) }

// end writes what is left, and gives the first error there was.
func (s *sheet) end() error {
	s.w.Flush()
	return s.w.Error()
}

// inMemory gives what is written, where writing does not fail.
func inMemory(write func(io.Writer) error) []byte {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		panic("site: writing into memory: " + err.Error())
	}
	return b.Bytes()
}

// harmless is a text as a cell. A spreadsheet takes what begins with one of
// these signs for a formula and computes it, so that a note could read other
// cells or open an address when the file is opened; an apostrophe before it says
// that it is text. A text that begins so by itself gets one more: whoever takes
// the first one away has the text as it was. Numbers, which may begin with a
// minus, do not pass here.
func harmless(text string) string {
	if rest := strings.TrimLeft(text, "'"); rest != "" && strings.ContainsRune("=+-@\t\r\n", rune(rest[0])) {
		return "'" + text
	}
	return text
}

// value is a number as a cell; the cell of what has none is empty.
func value(d number.Decimal, has bool) string {
	if !has {
		return ""
	}
	return d.String()
}

func yes(set bool, word string) string {
	if set {
		return word
	}
	return ""
}

// size prints the length of a file: 12 kB.
func size(l *locale.Locale, bytes int) string {
	return l.Number(whole((bytes+999)/1000), 0) + "\u00a0kB"
}

// csv is the data of a plate: one row for each point of each series, also for
// those without a value.
func (p *plate) csv() []byte { return inMemory(p.writeCSV) }

func (p *plate) writeCSV(to io.Writer) error {
	s := newSheet(to, "period", "category", "category_label", "indicator", "codes", "series_label", "value", "unit", "status", "qualifier", "vintage", "drop")
	for _, line := range p.series {
		for i, point := range line.points {
			if point.idle && !point.HasValue {
				continue
			}
			at := p.place(&line, i)
			when := point.Period
			if when.IsZero() {
				when = at.period
			}
			label := ""
			if at.code != "" {
				label = at.name
			}
			indicator, codes := p.key(&line, at)
			s.row(when.String(), harmless(at.code), harmless(label), harmless(indicator), harmless(codes), harmless(line.name),
				value(point.Value, point.HasValue), harmless(line.unit), point.Status.String(), point.Qualifier.String(),
				yes(point.Reconstructed, "reconstructed"), harmless(point.Drop))
		}
	}
	return s.end()
}
