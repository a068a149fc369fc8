package drop

import (
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A series is one key but for the period, as the file gives it.
type series struct {
	observation.Series
	indicator int   // among those of the contract
	codes     []int // by dimension column: place in the code list
	judged    bool  // some code has a time, or is a total that is computed: see tallies.codes
	next      int32 // what came after it the last time
}

// given is one cell that gives an observation, read or not.
type given struct {
	row, slot   int32
	observation int32 // in Drop.Observations; -1 when the cell could not be read
}

// rows goes through the table twice: once to learn how periods and numbers are
// written, then to read them.
func (r *reader) rows() {
	r.learn()
	r.periods.settle(r.contract.Dialect, r.out)
	r.periods.outside(r.contract, r.out)
	for i := range r.periods.texts {
		r.periods.texts[i].judged = make([]bool, len(r.indicators))
	}
	cells := r.table.Len() * len(r.header.slots)
	r.seriesIndex = map[string]int32{}
	r.given = make([]given, 0, cells)
	r.drop.Observations = make([]Delivered, 0, cells)
	r.notes = map[string]string{}
	r.disputed = map[int32]bool{}
	codes := make([]int, len(r.lists))
	for row := range r.table.Len() {
		if !r.foreign[row] {
			r.row(row, codes)
		}
	}
	r.report()
	r.checkParts()
	r.leaveOutDisputed()
}

// learn counts the texts of the period column and looks at the numbers that are
// more than digits.
func (r *reader) learn() {
	if r.header.period >= 0 {
		r.rowPeriods = make([]int32, r.table.Len())
		last, at := "", -1
		for row := range r.table.Len() {
			cell := r.table.Cell(row, r.header.period)
			if at >= 0 && cell == last {
				r.periods.texts[at].rows++
			} else {
				at = r.periods.add(cell, func() diag.Span { return r.table.Span(row, r.header.period) })
				last = cell
			}
			r.rowPeriods[row] = int32(at)
			if p := r.periods.texts[at]; !p.cut && r.withoutCodes(row) {
				r.setForeign(row)
				p.rows--
			}
		}
	}
	for i := range r.header.slots {
		s := &r.header.slots[i]
		for row := range r.table.Len() {
			cell := r.table.Cell(row, s.value)
			if _, plain := plainNumber(cell); plain || r.foreign[row] {
				continue
			}
			if n, ok := cutNumeral(r.peel(cell, s).text); ok {
				s.format.learn(row, &n)
			}
		}
		r.reportContrary(s)
	}
}

// row reads one row. codes is room for its codes.
func (r *reader) row(row int, codes []int) {
	known := true
	for n, c := range r.header.dimensions {
		list := r.lists[n]
		codes[n] = c.find(r.table.Cell(row, c.at), row, list.Index)
		known = known && codes[n] >= 0
	}
	indicator, at := -1, int32(-1)
	if c := r.header.indicator; c != nil {
		if indicator = c.find(r.table.Cell(row, c.at), row, r.supplied); indicator < 0 {
			return
		}
	}
	for n := range r.header.slots {
		s := &r.header.slots[n]
		if s.indicator >= 0 && s.indicator != indicator {
			indicator, at = s.indicator, -1
		}
		text := s.period
		if text < 0 {
			text = int(r.rowPeriods[row])
		}
		p := r.periods.texts[text]
		if indicator < 0 {
			continue
		}
		if !known || !p.ok {
			r.value(row, s, indicator) // Its own mistakes are reported; it goes nowhere.
			continue
		}
		if !p.judged[indicator] {
			p.judged[indicator] = true
			p.fits(r.indicators[indicator], r.contract, r.out)
		}
		if at < 0 {
			at = r.seriesOf(indicator, codes)
		}
		r.give(row, n, at, p)
	}
}

// give reads the value of one key.
func (r *reader) give(row, slotAt int, at int32, p *periodText) {
	s, of := &r.header.slots[slotAt], &r.series[at]
	if of.judged {
		r.tallies.codes(r, of, p, row)
	}
	o, ok := r.value(row, s, of.indicator)
	o.Key = observation.Key{Series: of.Series, Period: p.period}
	g := given{row: int32(row), slot: int32(slotAt), observation: -1}
	if first, twice := r.givenIndex.find(at, p.place); twice {
		before := r.given[first]
		same := ok && before.observation >= 0 && r.drop.Observations[before.observation].Same(o)
		if !same && before.observation >= 0 {
			r.disputed[before.observation] = true
		}
		r.out.Add(diag.DuplicateObservation(r.table.Span(row, s.value), o.Key.String(),
			r.table.Span(int(before.row), r.header.slots[before.slot].value), same))
		return
	}
	if ok {
		if r.dated && o.Status&observation.Forecast == 0 {
			switch {
			case p.period.Start() > r.day:
				p.future++
			case p.period.End() > r.day && o.Status&(observation.Provisional|observation.Estimated) == 0:
				p.unfinished++
			}
		}
		g.observation = int32(len(r.drop.Observations))
		r.drop.Observations = append(r.drop.Observations, Delivered{o, r.table.Place(row, s.value)})
	}
	r.givenIndex.put(at, p.place, int32(len(r.given)))
	r.given = append(r.given, g)
}

// seriesOf gives the place of a series in r.series.
func (r *reader) seriesOf(indicator int, codes []int) int32 {
	if len(r.series) > 0 { // the rows of each month mostly stand in the same order
		guess := r.series[r.lastSeries].next
		if s := &r.series[guess]; s.indicator == indicator && slices.Equal(s.codes, codes) {
			r.lastSeries = guess
			return guess
		}
	}
	at := r.findSeries(indicator, codes)
	r.series[r.lastSeries].next, r.lastSeries = at, at
	return at
}

func (r *reader) findSeries(indicator int, codes []int) int32 {
	var room [64]byte
	key := append(room[:0], byte(indicator), byte(indicator>>8))
	for _, c := range codes {
		key = append(key, byte(c), byte(c>>8), byte(c>>16))
	}
	if at, ok := r.seriesIndex[string(key)]; ok {
		return at
	}
	i := r.indicators[indicator]
	names := make([]string, len(i.Dimensions.Entries))
	for n, d := range i.Dimensions.Entries {
		names[n] = r.codeOf(i, d.Key.Value, codes)
	}
	at := int32(len(r.series))
	r.series = append(r.series, series{
		Series:    observation.Series{Indicator: i.ID.Value, Codes: observation.JoinCodes(names...)},
		indicator: indicator, codes: slices.Clone(codes), judged: r.judges(i, codes), next: at,
	})
	r.seriesIndex[string(key)] = at
	return at
}

// codeOf is the code of a dimension: of the row, or the fixed one.
func (r *reader) codeOf(i *codebook.Indicator, dimension string, codes []int) string {
	for n, c := range r.header.dimensions {
		if c.column.Dimension.Value == dimension {
			return r.lists[n].Codes[codes[n]].Code.Value
		}
	}
	return r.fixedCode(i, dimension)
}

// fixedCode is the code that the contract fixes for a dimension, under today's
// name.
func (r *reader) fixedCode(i *codebook.Indicator, dimension string) string {
	fixed, _ := r.contract.Fixed.Get(dimension)
	if list, ok := r.cb.DimensionList(i, dimension); ok {
		if code, ok := list.Code(fixed.Value); ok {
			return code.Code.Value
		}
	}
	return fixed.Value
}

// note gives the text of a note. It is a copy: the notes of a drop outlive its
// file.
func (r *reader) note(row, col int) string {
	if col < 0 {
		return ""
	}
	// A sealed file has one kind of line end; a note must be the same when it is
	// read from there.
	text := strings.TrimSpace(strings.ReplaceAll(r.table.Cell(row, col), "\r\n", "\n"))
	if text == "" {
		return ""
	}
	note, ok := r.notes[text]
	if !ok {
		note = strings.Clone(text)
		r.notes[note] = note
	}
	return note
}

// A codeInPeriod is a code that does not exist in a period, with the dimension
// column that gives it.
type codeInPeriod struct {
	column, code int
	period       period.Period
}

// A computed is a dimension of an indicator whose total is computed.
type computed struct{ column, indicator int }

// A tally is the first row of a mistake and the number of its rows.
type tally struct{ first, rows int }

// tallies count mistakes that the key of a row can have, each reported once.
type tallies struct {
	outlived   map[codeInPeriod]*tally
	outlivedIn []codeInPeriod // in the order of the file
	totals     map[computed]*tally
	totalsIn   []computed
}

// judges reports whether tallies.codes may count something of a series.
func (r *reader) judges(i *codebook.Indicator, codes []int) bool {
	for n, at := range codes {
		if code := &r.lists[n].Codes[at]; limited(code) || r.computedTotal(i, n, code) {
			return true
		}
	}
	return false
}

// limited reports whether a code exists in some periods only.
func limited(code *codebook.Code) bool {
	return !code.From.IsZero() || !code.Until.IsZero()
}

// computedTotal reports whether the code of a dimension column is a total that is not
// delivered.
func (r *reader) computedTotal(i *codebook.Indicator, column int, code *codebook.Code) bool {
	return code.Code.Value == r.lists[column].Total.Value && i.HowTotal(r.header.dimensions[column].column.Dimension.Value) == "computed"
}

// codes counts what is wrong with the codes of a series in a period.
func (t *tallies) codes(r *reader, of *series, p *periodText, row int) {
	for n, at := range of.codes {
		code := &r.lists[n].Codes[at]
		if limited(code) && !code.ValidIn(p.period) {
			t.outlivedIn = count(&t.outlived, t.outlivedIn, codeInPeriod{n, at, p.period}, row)
		}
		if r.computedTotal(r.indicators[of.indicator], n, code) {
			t.totalsIn = count(&t.totals, t.totalsIn, computed{n, of.indicator}, row)
		}
	}
}

// count adds a row to the tally of a key, and to the keys if it is new.
func count[K comparable](tallied *map[K]*tally, keys []K, key K, row int) []K {
	if t, ok := (*tallied)[key]; ok {
		t.rows++
		return keys
	}
	if *tallied == nil {
		*tallied = map[K]*tally{}
	}
	(*tallied)[key] = &tally{row, 1}
	return append(keys, key)
}

// report says what was counted while the rows were read.
func (r *reader) report() {
	for n, c := range r.header.dimensions {
		c.unknownCodes(r, r.lists[n])
	}
	if c := r.header.indicator; c != nil {
		c.unknownIndicators(r)
	}
	for _, c := range r.header.beside {
		c.unknownWords(r)
	}
	for _, key := range r.tallies.outlivedIn {
		r.reportOutlived(key, r.tallies.outlived[key])
	}
	for _, key := range r.tallies.totalsIn {
		c, t, i := r.header.dimensions[key.column], r.tallies.totals[key], r.indicators[key.indicator]
		r.out.Add(diag.ComputedTotal(r.table.Span(t.first, c.at), r.lists[key.column].Total.Value, c.column.Dimension.Value, i.ID.Value, i.Totals.Span, t.rows))
	}
	for n := range r.header.slots {
		r.reportColumn(n)
	}
	r.periods.late(r.drop.Description.Received, r.out)
}

func (r *reader) reportOutlived(key codeInPeriod, t *tally) {
	list := r.lists[key.column]
	code := &list.Codes[key.code]
	bound := diag.Say("exists from %s", code.From.String())
	var replacement []string
	if !code.Until.IsZero() && key.period.Start() > code.Until.End() {
		bound = diag.Say("exists until %s", code.Until.String())
		for _, other := range list.Codes {
			for _, old := range other.Replaces {
				if replaced, ok := list.Code(old.Value); ok && replaced == code {
					replacement = append(replacement, other.Code.Value)
				}
			}
		}
	}
	r.out.Add(diag.CodePeriod(r.table.Span(t.first, r.header.dimensions[key.column].at), code.Code.Value, key.period.String(), bound, replacement, code.Code.Span, t.rows))
}
