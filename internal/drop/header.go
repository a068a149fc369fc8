package drop

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
)

// A slot is where values of one indicator and, in layout periods-across, of one
// period stand: a column with what stands beside it. A column is
// -1 or nil where there is none.
type slot struct {
	column    *codebook.Column // nil in layout periods-across
	name      string           // header of the column
	value     int
	status    *codeColumn
	qualifier *codeColumn
	note      int
	indicator int // among the indicators supplied; -1 when a column of the row names it
	period    int // among the texts of the period column; -1 when the row has it
	format    numberFormat
}

// A header is where the columns of a contract stand in a file.
type header struct {
	period     int // -1 in layout periods-across
	indicator  *codeColumn
	dimensions []*codeColumn
	beside     []*codeColumn // statuses and qualifiers
	slots      []slot
}

// mostUnknown is how many columns that the contract does not know are reported each by
// itself. A table of more is another table, or has its periods across.
const mostUnknown = 5

// columnNames lists the names that the contract expects.
func columnNames(contract *codebook.Contract) []string {
	names := make([]string, len(contract.Columns))
	for i, c := range contract.Columns {
		names[i] = c.Name.Value
	}
	return names
}

// matchHeader finds the columns of the contract in the file, whatever their
// order. ok is false when a column that is needed is missing.
func (r *reader) matchHeader() (ok bool) {
	across := r.contract.Layout.Value == codebook.PeriodsAcross
	before := r.out.Errors()
	var unknown []int
	for i, name := range r.table.Header {
		if slices.Contains(columnNames(r.contract), name) {
			continue
		}
		if across {
			if _, isDate := cutDate(name); isDate {
				continue
			}
			if _, near := diag.Nearest(name, columnNames(r.contract)); !near && excelDate.MatchString(name) {
				continue // An odd period: the period column says so.
			}
		}
		unknown = append(unknown, i)
	}
	at := make([]int, len(r.contract.Columns))
	for i := range r.contract.Columns {
		var found bool
		if at[i], found = r.table.Column(r.contract.Columns[i].Name.Value); !found {
			at[i] = -1
			unknown = r.missing(&r.contract.Columns[i], unknown)
		}
	}
	if len(unknown) > mostUnknown {
		names := make([]string, mostUnknown)
		for n := range names {
			names[n] = r.table.Header[unknown[n]]
		}
		r.out.Add(diag.NewColumns(r.table.HeaderSpan(unknown[0]), names, len(unknown), r.contract.Columns[0].Name.Span))
		unknown = nil
	}
	for _, i := range unknown {
		r.out.Add(diag.NewColumn(r.table.HeaderSpan(i), r.table.Header[i], columnNames(r.contract), r.contract.Columns[0].Name.Span, r.oddHeader(r.table.Header[i])))
	}
	if r.out.Errors() > before {
		return false
	}
	r.place(at)
	if across {
		r.placePeriods()
	}
	return r.out.Errors() == before
}

// missing reports a column that is not there, together with the unknown column
// that probably is it, and gives the other unknown ones.
func (r *reader) missing(column *codebook.Column, unknown []int) []int {
	names := make([]string, len(unknown))
	for n, i := range unknown {
		names[n] = r.table.Header[i]
	}
	near, found := diag.Nearest(column.Name.Value, names)
	for n := 0; n < len(names) && !found; n++ { // Of two names, the longer may be misspelt further.
		if _, found = diag.Nearest(names[n], []string{column.Name.Value}); found {
			near = names[n]
		}
	}
	if !found && column.Optional {
		return unknown
	}
	n := slices.Index(names, near)
	if !found && len(unknown) == 1 && len(r.table.Header) == r.columnsDue() {
		near, n, found = names[0], 0, true // Of as many columns, one has another name.
	}
	holds := strings.TrimSpace(column.Is.Value + " " + column.Dimension.Value + column.Indicator.Value)
	if !found {
		r.out.Add(diag.MissingColumn(r.table.HeaderRow(), column.Name.Value, holds, column.Name.Span, "", diag.Span{}, diag.Phrase{}))
		return unknown
	}
	r.out.Add(diag.MissingColumn(r.table.HeaderRow(), column.Name.Value, holds, column.Name.Span, near, r.table.HeaderSpan(unknown[n]), r.oddHeader(near)))
	return slices.Delete(slices.Clone(unknown), n, n+1)
}

// oddHeader names the characters of a header that look like those of a column of
// the contract, or of a period in layout periods-across.
func (r *reader) oddHeader(name string) diag.Phrase {
	expected := strings.Join(columnNames(r.contract), "")
	if r.contract.Layout.Value == codebook.PeriodsAcross {
		expected += "0123456789-/Q"
	}
	return oddCharacters(name, expected)
}

// columnsDue counts the columns of the contract without the optional ones that
// the file lacks.
func (r *reader) columnsDue() int {
	n := 0
	for _, c := range r.contract.Columns {
		if _, there := r.table.Column(c.Name.Value); there || !c.Optional {
			n++
		}
	}
	return n
}

// place fills r.header from the places of the contract's columns.
func (r *reader) place(at []int) {
	r.header = header{period: -1}
	read := make([]*codeColumn, len(at))
	for i := range r.contract.Columns {
		c := &r.contract.Columns[i]
		if is := c.Is.Value; at[i] >= 0 && (is == codebook.StatusColumn || is == codebook.QualifierColumn) {
			read[i] = newCodeColumn(c, at[i])
			r.header.beside = append(r.header.beside, read[i])
		}
	}
	beside := func(is, indicator string) (*codeColumn, int) {
		for i := range r.contract.Columns {
			c := &r.contract.Columns[i]
			if c.Is.Value == is && (!c.Indicator.IsSet() || indicator == "" || c.Indicator.Value == indicator) {
				return read[i], at[i]
			}
		}
		return nil, -1
	}
	for i := range r.contract.Columns {
		c := &r.contract.Columns[i]
		switch c.Is.Value {
		case codebook.PeriodColumn:
			r.header.period = at[i]
		case codebook.IndicatorColumn:
			r.header.indicator = newCodeColumn(c, at[i])
		case codebook.DimensionColumn:
			r.header.dimensions = append(r.header.dimensions, newCodeColumn(c, at[i]))
		case codebook.ValueColumn:
			indicator := c.Indicator.Value
			if indicator == "" {
				indicator = r.contract.Indicator.Value
			}
			s := slot{
				column: c, name: c.Name.Value, value: at[i], indicator: r.supplied(indicator), period: -1,
				format: newNumberFormat(r.contract.Dialect),
			}
			s.status, _ = beside(codebook.StatusColumn, c.Indicator.Value)
			s.qualifier, _ = beside(codebook.QualifierColumn, c.Indicator.Value)
			_, s.note = beside(codebook.NoteColumn, c.Indicator.Value)
			r.header.slots = append(r.header.slots, s)
		}
	}
}

// placePeriods makes a slot of each column that is named after a period.
func (r *reader) placePeriods() {
	note := -1
	for _, c := range r.contract.ColumnsThat(codebook.NoteColumn) {
		note, _ = r.table.Column(c.Name.Value)
	}
	for i, name := range r.table.Header {
		if slices.Contains(columnNames(r.contract), name) {
			continue
		}
		r.header.slots = append(r.header.slots, slot{
			name: name, value: i, note: note,
			indicator: r.supplied(r.contract.Indicator.Value),
			period:    r.periods.add(name, func() diag.Span { return r.table.HeaderSpan(i) }),
			format:    newNumberFormat(r.contract.Dialect),
		})
	}
	if len(r.header.slots) == 0 {
		r.out.Add(diag.NoPeriodColumns(r.table.HeaderRow()))
	}
}

// supplied is the place of an indicator among those of the contract; -1 for
// none.
func (r *reader) supplied(id string) int {
	i, ok := r.cb.Indicator(strings.TrimSpace(id))
	if !ok {
		return -1
	}
	return slices.Index(r.indicators, i)
}
