package site

import (
	"ronde/internal/compare"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/observation"
)

// revisions are the values that the edition before printed otherwise, for the page of
// the report, and the marks that they use; nil for a first edition.
func (r *reading) revisions() (*Revisions, marks) {
	c := r.correction()
	if c == nil {
		return nil, marks{}
	}
	n := &Revisions{Href: relative(r.at, changesAt(r.lang, r.e.Round)) + "#" + changeID(r.e), Reason: r.reason(r.e)}
	n.Table, n.More = c.table(mostRevisions, false)
	return n, c.marksOf(n.Table)
}

// marksOf are the marks of a table of values: in place of them, and beside them.
func (c *correction) marksOf(t *Table) marks {
	used := marksOf(t)
	if t == nil {
		return used
	}
	for _, v := range c.Values[:len(t.Rows)] {
		for _, said := range []compare.Saying{v.Old, v.New} {
			for _, m := range pointOf(said).Marks() {
				used.add(m.String(), "")
			}
		}
	}
	return used
}

// table sets what both editions say of each value side by side; nil when no value
// differs. Values beyond the most that it shows are counted.
func (c *correction) table(most int, percent bool) (t *Table, more int) {
	if len(c.Values) == 0 {
		return nil, 0
	}
	var keys []observation.Key
	shown := c.Values[:min(most, len(c.Values))]
	for _, v := range shown {
		keys = append(keys, v.Key)
	}
	t = &Table{Caption: c.sl.ChangedFigures(), Columns: []Column{
		{Text: c.sl.Head(locale.IndicatorHead)}, {Text: c.sl.PeriodHead(kindOf(periodsOf(keys))), Words: true},
		{Text: c.sl.Head(locale.BeforeHead)}, {Text: c.sl.Head(locale.AfterHead)}, {Text: c.sl.Head(locale.DifferenceHead)},
	}}
	if percent {
		t.Columns = append(t.Columns, Column{Text: c.sl.Head(locale.PercentHead)})
	}
	for _, v := range shown {
		s := c.strandOf(v.Key)
		row := Row{Head: s.name, Cells: []Cell{{Style: CellWords, Text: c.sl.Period(v.Key.Period)}, c.said(s, v.Old), c.said(s, v.New), c.difference(s, v)}}
		if v.Kind() == compare.Changed {
			row.Cells[2].Style = CellChanged
		}
		if percent {
			row.Cells = append(row.Cells, c.percent(s, v))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, len(c.Values) - len(shown)
}

// strandOf is how values of a key are named and printed: in the words of the newer
// edition, or of the older when only that knows the indicator.
func (c *correction) strandOf(key observation.Key) *strand {
	by := c.reading
	i, ok := by.e.Codebook.Indicator(key.Indicator)
	if !ok {
		by = c.replaced
		i, ok = by.e.Codebook.Indicator(key.Indicator)
	}
	s := &strand{name: by.nameOf(key.Series)}
	if !ok {
		return s
	}
	s.decimals = i.Decimals
	if unit := by.e.Codebook.UnitOf(i); unit != nil {
		s.percent = unit.Percent
		s.unit = sealedText(unit.Label, by.e.Languages, by.sealed)
	}
	if s.unit != "" && !s.percent {
		s.name += " (" + s.unit + ")"
	}
	return s
}

// pointOf is what an edition says of a key as a point of a figure.
func pointOf(s compare.Saying) edition.Point {
	return edition.Point{Value: s.Value, HasValue: s.HasValue, Status: s.Status, Qualifier: s.Qualifier}
}

// said prints what an edition says of a key: a value with its marks, the mark in place
// of one, or a dash where it says nothing.
func (c *correction) said(s *strand, said compare.Saying) Cell {
	p := pointOf(said)
	switch {
	case !said.Said:
		return Cell{Style: CellAbsent, Text: "–", Meaning: c.sl.NotInEdition()}
	case !said.HasValue:
		return absent(c.sl, absence(p))
	}
	text := s.print(c.sl, p)
	for _, m := range p.Marks() {
		text += "\u00a0" + m.String()
	}
	return Cell{Style: CellNumber, Text: text}
}

// difference prints the difference of two numbers, or says in words what differs.
func (c *correction) difference(s *strand, v compare.Value) Cell {
	switch v.Kind() {
	case compare.Appeared:
		return Cell{Style: CellWords, Text: c.sl.Appeared()}
	case compare.Disappeared:
		return Cell{Style: CellWords, Text: c.sl.Disappeared()}
	case compare.Restated:
		p := plate{l: c.sl}
		return Cell{Style: CellWords, Text: c.sl.Restated(p.status(pointOf(v.Old)), p.status(pointOf(v.New)))}
	}
	d, ok := v.Difference()
	if !ok || !unbounded(v) {
		return Cell{Style: CellAbsent, Text: locale.Impossible.String(), Meaning: c.sl.NotComparable()}
	}
	text := c.sl.Signed(d, s.decimals)
	if s.percent {
		text = c.sl.SignedPercentagePoints(d, s.decimals)
	}
	if about(v) {
		text = c.sl.Qualified(locale.About, text)
	}
	return Cell{Style: CellNumber, Text: text}
}

// percent prints the difference in per cent, where the base allows one: a dash where it
// does not.
func (c *correction) percent(s *strand, v compare.Value) Cell {
	if v.Kind() == compare.Changed && unbounded(v) {
		if text, ok := c.sl.ChangeInPercent(changeOf(s, v)); ok {
			return Cell{Style: CellNumber, Text: text}
		}
	}
	return Cell{Style: CellAbsent, Text: "–", Meaning: c.sl.NotAvailable()}
}

// unbounded reports whether neither of two numbers is a bound.
func unbounded(v compare.Value) bool { return !v.Old.Qualifier.Bound() && !v.New.Qualifier.Bound() }

func about(v compare.Value) bool {
	return v.Old.Qualifier == observation.About || v.New.Qualifier == observation.About
}

// changeOf is a change as the language words it.
func changeOf(s *strand, v compare.Value) locale.Comparison {
	c := locale.Comparison{Now: v.New.Value, Base: v.Old.Value, Decimals: s.decimals, About: about(v)}
	if s.percent {
		c.Measure = locale.Share
	}
	return c
}

// largest gives the largest change, and the largest in per cent when it is of another
// value; nil for none. Of equals it is the first.
func (c *correction) largest() (absolute, relative *LargestChange) {
	var most, mostPercent number.Decimal
	var first, second *compare.Value
	for i := range c.Values {
		v := &c.Values[i]
		d, ok := v.Difference()
		if !ok || !unbounded(*v) {
			continue
		}
		if d.Abs() > most {
			first, most = v, d.Abs()
		}
		if percent, ok := v.Percent(); ok && percent.Abs() > mostPercent {
			if _, printed := c.sl.ChangeInPercent(changeOf(c.strandOf(v.Key), *v)); printed {
				second, mostPercent = v, percent.Abs()
			}
		}
	}
	if second == first {
		second = nil
	}
	return c.largestChange(first), c.largestChange(second)
}

func (c *correction) largestChange(v *compare.Value) *LargestChange {
	if v == nil {
		return nil
	}
	s := c.strandOf(v.Key)
	return &LargestChange{What: s.name + ", " + c.sl.Period(v.Key.Period), Text: c.sl.Change(changeOf(s, *v))}
}
