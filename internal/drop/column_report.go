package drop

import (
	"ronde/internal/diag"
)

// reportContrary reports a column whose numbers are written in two ways, once
// for the column: neither way can be trusted.
func (r *reader) reportContrary(s *slot) {
	f := &s.format
	if f.contrary < 0 {
		return
	}
	cell, how := r.written(s, f.contrary)
	other, otherHow := r.written(s, f.contraryTo)
	r.out.Add(diag.NumbersChange(r.table.Span(f.contrary, s.value), cell, how,
		r.table.Span(f.contraryTo, s.value), other, otherHow, r.columnOf(s, max(s.indicator, 0))))
}

// written is a numeral of a column and what its only reading has.
func (r *reader) written(s *slot, row int) (cell string, how diag.Phrase) {
	p := r.peel(r.table.Cell(row, s.value), s)
	n, _ := cutNumeral(p.text)
	reading, _, _ := n.readings()
	return p.text, reading.words()
}

// reportColumn says what was counted in the values of a column.
func (r *reader) reportColumn(at int) {
	s := &r.header.slots[at]
	if f := &s.format; f.ambiguous > 0 {
		row := f.firstAmbiguous
		p := r.peel(r.table.Cell(row, s.value), s)
		n, _ := cutNumeral(p.text)
		decimal, thousands, _ := n.readings()
		asDecimal, _ := n.value(decimal)
		asThousands, _ := n.value(thousands)
		indicator := s.indicator
		if indicator < 0 {
			indicator = r.header.indicator.find(r.table.Cell(row, r.header.indicator.at), row, r.supplied)
		}
		r.out.Add(diag.AmbiguousNumber(r.table.Span(row, s.value), p.text, string(rune(decimal.decimal)),
			asThousands.String(), asDecimal.String(), f.ambiguous, r.columnOf(s, max(indicator, 0))))
	}
	r.checkRounding(at)
}

// checkRounding warns once for a column whose values are not the multiples that
// the contract says.
func (r *reader) checkRounding(at int) {
	multiple := r.contract.Rounding
	if multiple <= 0 {
		return
	}
	first, more := -1, 0
	for _, g := range r.given {
		if int(g.slot) != at || g.observation < 0 {
			continue
		}
		if o := &r.drop.Observations[g.observation]; o.HasValue && o.Value%multiple != 0 {
			if first < 0 {
				first = int(g.observation)
			} else {
				more++
			}
		}
	}
	if first >= 0 {
		o := &r.drop.Observations[first]
		r.out.Add(diag.Rounding(o.Span(), r.header.slots[at].name, o.Value.String(), multiple.String(), more, r.contract.ID.Span))
	}
}
