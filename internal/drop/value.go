package drop

import (
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// A peeled is a cell of a value without what stands around the number.
type peeled struct {
	text      string // trimmed, without the sign of a qualifier
	qualifier observation.Qualifier
	signed    bool // a qualifier stood in front
	status    observation.Status
	marked    bool // the cell is a mark in place of a value
}

// peel takes a cell apart. Marks come first: where the contract says that <5
// hides a value, it is no bound.
func (r *reader) peel(cell string, s *slot) peeled {
	p := peeled{text: strings.TrimSpace(cell)}
	switch {
	case p.text == "":
		return p
	case r.hidden[p.text]:
		p.marked, p.status = true, observation.Hidden
		return p
	case s.column == nil && len(p.text) == 1 && strings.Contains("OMLQ", p.text):
		p.status, _ = observation.ParseStatus(p.text)
		p.marked = true
		return p
	case s.column != nil && len(s.column.Codes.Entries) > 0:
		if status, ok := s.column.Codes.Get(p.text); ok {
			p.status, _ = observation.ParseStatus(status.Value)
			p.marked = true
			return p
		}
	}
	if !r.contract.Qualifiers {
		return p
	}
	for _, sign := range qualifierSigns {
		if rest, found := strings.CutPrefix(p.text, sign.sign); found {
			p.text, p.qualifier, p.signed = strings.TrimSpace(rest), sign.qualifier, true
			break
		}
	}
	return p
}

var qualifierSigns = []struct {
	sign      string
	qualifier observation.Qualifier
}{{">", observation.Lower}, {"<", observation.Upper}, {"±", observation.About}, {"~", observation.About}}

// value reads the value of a cell with what stands beside it. ok is false when
// it cannot be read, which is reported.
func (r *reader) value(row int, s *slot, indicator int) (o observation.Observation, ok bool) {
	cell := r.table.Cell(row, s.value)
	status, statusKnown := r.beside(s.status, row, parseStatus)
	word, wordKnown := r.beside(s.qualifier, row, parseQualifier)
	o.Status, o.Qualifier = observation.Status(status), observation.Qualifier(word)
	o.Reconstructed = r.reconstructed()
	ok = statusKnown && wordKnown
	if d, plain := plainNumber(cell); plain {
		o.Value, o.HasValue = d, true
	} else {
		p := r.peel(cell, s)
		switch {
		case p.marked:
			ok = r.mark(row, s, p.status, &o) && ok
		case p.text == "" && !p.signed:
		default:
			ok = r.number(row, s, indicator, cell, p, &o) && ok
		}
	}
	ok = r.agree(row, s, indicator, &o, ok) && ok
	if ok && o.HasValue {
		o.Status |= r.rowStatus
	}
	o.Note = r.note(row, s.note)
	return o, ok
}

// beside reads a status or a qualifier; 0 where there is no column.
func (r *reader) beside(c *codeColumn, row int, parse func(string) int) (word int, known bool) {
	if c == nil {
		return 0, true
	}
	word = c.find(r.table.Cell(row, c.at), row, parse)
	return max(word, 0), word >= 0
}

func parseStatus(text string) int {
	status, err := observation.ParseStatus(text)
	if err != nil {
		return -1
	}
	return int(status)
}

func parseQualifier(text string) int {
	q, err := observation.ParseQualifier(text)
	if err != nil {
		return -1
	}
	return int(q)
}

// unknownWords reports the texts of a status or qualifier column that are none.
func (c *codeColumn) unknownWords(r *reader) {
	for _, t := range c.texts {
		at := r.table.Span(t.first, c.at)
		switch {
		case t.code >= 0:
		case c.column.Is.Value == codebook.StatusColumn:
			r.out.Add(badStatus(at, t.text, t.rows))
		default:
			r.out.Add(diag.QualifierWord(at, t.text, t.rows))
		}
	}
}

// mark gives the status of a mark in place of a value. A status beside it may
// add to it, not contradict it.
func (r *reader) mark(row int, s *slot, status observation.Status, o *observation.Observation) bool {
	if other := o.Status & noValue; other != 0 && other != status {
		cell := strings.TrimSpace(r.table.Cell(row, s.value))
		r.out.Add(diag.StatusContradicts(r.table.Span(row, s.status.at), other.String(), cell, status.String(), r.table.Span(row, s.value)))
		return false
	}
	o.Status |= status
	return true
}

// number reads the number of a cell that is more than digits.
func (r *reader) number(row int, s *slot, indicator int, cell string, p peeled, o *observation.Observation) bool {
	at := func() diag.Span { return r.table.Span(row, s.value) }
	cell = strings.TrimSpace(cell)
	if p.signed {
		if o.Qualifier != observation.Exact && o.Qualifier != p.qualifier {
			r.out.Add(diag.QualifierTwice(at(), cell, r.table.Span(row, s.qualifier.at)))
			return false
		}
		o.Qualifier = p.qualifier
	}
	n, ok := cutNumeral(p.text)
	if !ok {
		r.out.Add(notANumber(at(), cell, r.columnOf(s, indicator)))
		return false
	}
	d, ok := r.numeral(row, s, indicator, cell, &n)
	if !ok {
		return false
	}
	o.Value, o.HasValue = d, true
	unit := r.cb.UnitOf(r.indicators[indicator])
	switch {
	case unit.Countable && d < 0:
		r.out.Add(diag.Negative(at(), cell, r.columnOf(s, indicator)))
		return false
	case unit.Countable && !d.Whole():
		r.out.Add(diag.NotWhole(at(), cell, d.String(), r.columnOf(s, indicator)))
		return false
	}
	return true
}

// numeral reads a numeral in the format of its column.
func (r *reader) numeral(row int, s *slot, indicator int, cell string, n *numeral) (number.Decimal, bool) {
	at := func() diag.Span { return r.table.Span(row, s.value) }
	reading, result := s.format.choose(n)
	if n.n > 1 && s.format.contrary >= 0 {
		return 0, false // The column is reported as a whole.
	}
	switch result {
	case misshapen:
		r.out.Add(diag.NotANumber(at(), diag.Say("%s is not a number", diag.Quote(cell)), diag.Say("Groups of thousands have three digits: write the number without signs between them"), r.columnOf(s, indicator)))
		return 0, false
	case undeclared:
		r.out.Add(diag.NumberDialect(at(), cell, reading.words(), declaration(r.contract.Dialect), r.dialectSpan(), r.columnOf(s, indicator)))
		return 0, false
	case ambiguous:
		if s.format.ambiguous == 0 {
			s.format.firstAmbiguous = row
		}
		s.format.ambiguous++
		return 0, false
	}
	d, err := n.value(reading)
	if err != nil {
		r.out.Add(diag.NotANumber(at(), diag.Say("%s has more digits than a figure can have", diag.Quote(cell)), diag.Say("Ronde keeps 12 digits before the decimal sign and 6 behind it: round it in the workbook, which often adds digits that nobody counted"), r.columnOf(s, indicator)))
		return 0, false
	}
	return d, true
}

// agree checks that value, status and qualifier do not contradict each other.
// readable is false when one of them is already reported.
func (r *reader) agree(row int, s *slot, indicator int, o *observation.Observation, readable bool) bool {
	reason := o.Status & noValue
	switch {
	case o.HasValue && reason == observation.Hidden:
		r.out.Add(diag.HiddenValue(r.table.Span(row, s.status.at), r.table.Span(row, s.value)))
		return false
	case o.HasValue && reason != 0:
		cell := strings.TrimSpace(r.table.Cell(row, s.value))
		r.out.Add(diag.StatusWithValue(r.table.Span(row, s.status.at), reason.String(), reasonWords[reason], cell, r.table.Span(row, s.value)))
		return false
	case o.HasValue || !readable:
		return true
	case reason == 0 && o.Status != 0:
		r.out.Add(diag.StatusWithoutReason(r.table.Span(row, s.status.at), o.Status.String(), r.table.Span(row, s.value)))
		return false
	case reason == 0:
		r.out.Add(diag.NoValue(r.table.Span(row, s.value), r.columnOf(s, indicator)))
		return false
	case o.Qualifier != observation.Exact:
		r.out.Add(diag.QualifierWithoutValue(r.table.Span(row, s.qualifier.at), o.Qualifier.String()))
		return false
	}
	return true
}

// columnOf describes the column of a slot for messages.
func (r *reader) columnOf(s *slot, indicator int) diag.Column {
	i := r.indicators[indicator]
	unit := r.cb.UnitOf(i)
	c := diag.Column{Name: s.name, Indicator: i.ID.Value, Unit: unit.ID.Value, Countable: unit.Countable, Percent: unit.Percent, Statuses: s.status != nil, Across: s.column == nil, Contract: r.contract.Layout.Span}
	if s.column != nil {
		c.Contract = s.column.Name.Span
	}
	return c
}

// dialectSpan is where the contract says how numbers are written.
func (r *reader) dialectSpan() diag.Span {
	if d := r.contract.Dialect; d.Decimal.IsSet() {
		return d.Decimal.Span
	}
	return r.contract.Dialect.Thousands.Span
}
