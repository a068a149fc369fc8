package drop

import (
	"fmt"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A Sample is what a file shows by itself, without a contract: how it is written, and what
// its columns may hold. What Read recognises beyond doubt is recognised here in the same way;
// what it would report as a doubt is told as one.
type Sample struct {
	Dialect source.Dialect
	ASCII   bool // so that every encoding fits
	Columns []SampleColumn

	Decimal, Thousands string // in the words of the contract, "" for what no cell has
	NumberDoubt        string // why the two may be wrong; "" when they are beyond doubt

	cells sampleTable
}

// A SampleColumn is one column of a sample.
type SampleColumn struct {
	Name    string
	Header  period.Period   // that the name is; zero for none
	Empty   int             // empty cells
	Texts   []string        // the different cells, trimmed, in order of appearance; not more than MostTexts
	Many    bool            // there are more of them
	Periods []period.Period // its cells, sorted, when all are periods
	Nearly  *string         // its first cell that is none, "" for an empty one, when half of the different ones are; else nil
	Numbers int             // cells that are numbers, bounds among them
	Whole   bool            // all of these are whole numbers
	Marks   []string        // what stands in the place of numbers, where most cells are numbers
	Bounds  bool            // some numbers have > or < before them

	// Dates is the form of the periods, or of the header that is one, in the words of the
	// contract; "" for that of ISO. DateDoubt is why it may be another one.
	Dates, DateDoubt string
}

// MostTexts are the different texts of a column that are kept; a column with more holds no
// codes.
const MostTexts = 2000

// mostMarks are the different marks that may stand among the numbers of a column.
const mostMarks = 4

// IsPeriod reports whether all cells of the column are periods.
func (c *SampleColumn) IsPeriod() bool { return len(c.Periods) > 0 }

// IsNumber reports whether most cells of the column are numbers.
func (c *SampleColumn) IsNumber() bool { return c.Numbers > 0 }

// ReadSample reads a file without a contract. What makes it no table goes to out. declared
// is what somebody said about the file.
func ReadSample(f *source.File, declared codebook.Dialect, out *diag.List) (*Sample, bool) {
	table, ok := source.ReadTable(f, source.Declared{Encoding: declared.Encoding.Value, Separator: declared.Separator.Value}, out)
	if !ok {
		return nil, false
	}
	if table.Len() == 0 {
		out.Add(diag.NoRows(table.HeaderRow()))
		return nil, false
	}
	s := &Sample{Dialect: table.Dialect(), ASCII: isASCII(f.Content), cells: sampleTable{table, map[samplePlace]number.Decimal{}}}
	formats := newNumberFormat(declared)
	for col, name := range table.Header {
		c := SampleColumn{Name: name, Whole: true}
		c.texts(table, col)
		s.Columns = append(s.Columns, c)
	}
	s.numbers(table, &formats)
	s.headers(declared)
	for i := range s.Columns {
		s.Columns[i].periods(declared)
	}
	return s, true
}

func isASCII(content []byte) bool {
	return !slices.ContainsFunc(content, func(b byte) bool { return b >= 0x80 || b == 0 })
}

// texts collects the different cells of a column.
func (c *SampleColumn) texts(table *source.Table, col int) {
	seen := map[string]bool{}
	for row := range table.Len() {
		text := strings.TrimSpace(table.Cell(row, col))
		switch {
		case text == "":
			c.Empty++
		case seen[text]:
		case len(c.Texts) == MostTexts:
			c.Many = true
		default:
			seen[text] = true
			c.Texts = append(c.Texts, text)
		}
	}
}

// bounded cuts the sign of a bound or an approximate number from a cell.
func bounded(cell string) (rest string, sign bool) {
	for _, mark := range []string{">", "<", "±", "~"} {
		if rest, found := strings.CutPrefix(cell, mark); found {
			return strings.TrimSpace(rest), true
		}
	}
	return cell, false
}

// numbers looks at the columns of which most cells are numbers, and at how these are written.
func (s *Sample) numbers(table *source.Table, f *numberFormat) {
	var numerals []numeral
	var at []samplePlace
	for col := range s.Columns {
		c := &s.Columns[col]
		first, marks := len(numerals), map[string]int{}
		var order []string
		for row := range table.Len() {
			text := strings.TrimSpace(table.Cell(row, col))
			if text == "" {
				continue
			}
			rest, sign := bounded(text)
			n, ok := readableNumeral(rest)
			if !ok || sign && text[0] == '<' {
				if marks[text]++; marks[text] == 1 {
					order = append(order, text)
				}
				continue
			}
			c.Numbers++
			c.Bounds = c.Bounds || sign
			numerals, at = append(numerals, n), append(at, samplePlace{row, col})
		}
		others := 0
		for text, n := range marks {
			if rest, sign := bounded(text); !sign || rest == "" { // <5 is a number that is hidden
				others += n
			}
		}
		if c.Numbers < 2*others || len(order) > mostMarks {
			c.Numbers, c.Bounds = 0, false
			numerals, at = numerals[:first], at[:first]
			continue
		}
		c.Marks = order
	}
	for i := range numerals {
		f.learn(i, &numerals[i])
	}
	if f.contrary >= 0 {
		p := at[f.contrary]
		s.NumberDoubt = fmt.Sprintf("%s contradicts other cells", cellAt(table, p.row, p.col))
	}
	words := map[byte]string{0: "", ' ': "space", '.': ".", ',': ",", '\'': "'"}
	for i := range numerals {
		how, result := f.choose(&numerals[i])
		if result == ambiguous {
			// Counts are the most of what is delivered: the sign groups thousands.
			_, how, _ = numerals[i].readings()
			p := at[i]
			s.NumberDoubt = fmt.Sprintf("%s may be grouped or have decimals", cellAt(table, p.row, p.col))
			f.thousands = how.thousands
		}
		c := &s.Columns[at[i].col]
		v, err := numerals[i].value(how)
		if err != nil || !v.Whole() {
			c.Whole = false
		}
		if _, sign := bounded(s.Text(at[i].row, at[i].col)); err == nil && !sign && at[i].row < s.Rows() {
			s.cells.values[at[i]] = v
		}
	}
	s.Decimal, s.Thousands = words[f.decimal], words[f.thousands]
}

// readableNumeral cuts a cell that can be read as a number in some way.
func readableNumeral(cell string) (n numeral, ok bool) {
	if n, ok = cutNumeral(cell); !ok {
		return n, false
	}
	_, _, count := n.readings()
	return n, count > 0
}

// cellAt names a cell and what stands in it.
func cellAt(table *source.Table, row, col int) string {
	return diag.Quote(strings.TrimSpace(table.Cell(row, col))) + " in cell " + table.Span(row, col).Cell
}

// isDate reports whether a text is written as a period.
func isDate(text string) bool {
	w, ok := cutDate(text)
	return ok && plausible(w)
}

// headers finds the columns whose names are periods.
func (s *Sample) headers(declared codebook.Dialect) {
	var columns []int
	var names []string
	for i, c := range s.Columns {
		if isDate(c.Name) {
			columns, names = append(columns, i), append(names, c.Name)
		}
	}
	periods, form, doubt := readPeriods(names, declared)
	for n, p := range periods {
		c := &s.Columns[columns[n]]
		c.Header, c.Dates, c.DateDoubt = p, form, doubt
	}
}

// periods reads the cells of a column as periods, when all of them are.
func (c *SampleColumn) periods(declared codebook.Dialect) {
	if len(c.Texts) == 0 || c.Many || !c.Header.IsZero() {
		return
	}
	var others []string
	for _, text := range c.Texts {
		if !isDate(text) {
			others = append(others, text)
		}
	}
	dates := len(c.Texts) - len(others)
	if c.Empty > 0 {
		others = append(others, "")
	}
	if len(others) > 0 {
		if len(others) <= dates && !c.IsNumber() {
			c.Nearly = &others[0]
		}
		return
	}
	c.Periods, c.Dates, c.DateDoubt = readPeriods(c.Texts, declared)
	slices.SortFunc(c.Periods, period.Compare)
}

// readPeriods reads texts that stand in one column, or one header, as a delivery is read; none
// when one of them cannot be. What only a contract could say is taken as most of Europe writes
// it: the day first. doubt says so.
func readPeriods(texts []string, declared codebook.Dialect) (periods []period.Period, form, doubt string) {
	var column periodColumn
	for _, text := range texts {
		column.add(text, func() diag.Span { return diag.Span{} })
	}
	column.settle(declared, &diag.List{})
	for _, p := range column.texts {
		written := p.date.form
		if !p.ok && (written == slashDay || written == hyphenDay) && !declared.Dates.IsSet() {
			p.period, p.ok = p.date.read()
			doubt = "no cell shows whether the day stands first, as in " + diag.Quote(column.texts[0].text)
		}
		if !p.ok {
			return nil, "", ""
		}
		if written != isoDay && written != isoMonth && written != otherISO {
			if form != "" && form != string(written) {
				return nil, "", "" // a contract declares one form
			}
			form = string(written)
		}
		periods = append(periods, p.period)
	}
	return periods, form, doubt
}

// plausible keeps numbers of four digits from being taken for years.
func plausible(w writtenDate) bool {
	year := w.year
	if !w.period.IsZero() {
		year = w.period.Year()
	}
	return year >= 1900 && year < 2100
}

// IsStatus reports whether a text is a set of status codes that a delivery may have.
func IsStatus(text string) bool {
	_, err := observation.ParseStatus(text)
	return err == nil
}
