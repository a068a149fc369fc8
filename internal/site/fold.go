package site

import (
	"slices"
	"strconv"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A topic is an indicator as the fold knows it. Words are today's; whatever
// decides a number is of the codebook that the last release sealed.
type topic struct {
	*outlook
	word *codebook.Indicator // today's
	key  *codebook.Indicator // of the last release; nil when it had none
	all  []observation.Series
	main observation.Series // the total, or the first series that has values
}

func (o *outlook) topic(word *codebook.Indicator) *topic {
	t := &topic{outlook: o, word: word}
	key, ok := o.Archive.Keys.Indicator(word.ID.Value)
	if !ok {
		return t
	}
	t.key = key
	t.all = o.Archive.Series(key.ID.Value)
	t.main = observation.Series{Indicator: key.ID.Value, Codes: o.Archive.Keys.TotalCodes(key)}
	// The list begins with the total, if there is one.
	for _, s := range t.all {
		if slices.ContainsFunc(o.Archive.Table.Series(s, period.None), func(v derive.Value) bool { return v.State == derive.Known }) {
			t.main = s
			break
		}
	}
	return t
}

// published reports whether anything is known of the indicator.
func (t *topic) published() bool { return len(t.all) > 0 }

func (t *topic) name() string { return t.text(t.word.Name) }

// unit is the unit by which numbers are printed, in today's words.
func (t *topic) unit() *codebook.Unit {
	book, indicator := t.Archive.Keys, t.key
	if t.key == nil {
		book, indicator = t.Archive.Words, t.word
	}
	return book.UnitOf(indicator)
}

func (t *topic) noun() locale.Noun {
	unit := t.unit()
	if today, ok := t.Archive.Words.Unit(unit.ID.Value); ok {
		unit = today
	}
	n := locale.Noun{Other: t.text(unit.Label), One: t.text(unit.One)}
	if n.One == "" {
		n.One = n.Other
	}
	return n
}

// place names the codes of a series that are no total; of a hierarchical list,
// such as that of places, the total too.
func (t *topic) place(s observation.Series) string {
	codes := s.Codes.Split()
	var parts []string
	for n, dimension := range t.key.DimensionIDs() {
		list, ok := t.list(dimension)
		if !ok || n >= len(codes) || codes[n] == list.Total.Value && len(list.Levels) == 0 {
			continue
		}
		parts = append(parts, t.label(list, codes[n]))
	}
	return strings.Join(parts, ", ")
}

// list is the code list of a dimension in today's words, or else as the last
// release had it.
func (t *topic) list(dimension string) (*codebook.CodeList, bool) {
	id, ok := t.key.Dimensions.Get(dimension)
	if !ok {
		return nil, false
	}
	if list, ok := t.Archive.Words.CodeList(id.Value); ok {
		return list, true
	}
	return t.Archive.Keys.CodeList(id.Value)
}

// contracts are those of the datasets that supply the indicator, or what it is
// derived from.
func (t *topic) contracts() []*codebook.Contract {
	indicator := t.word
	for range len(t.Archive.Words.Indicators) {
		if indicator.Derived == nil {
			break
		}
		part, ok := t.Archive.Words.Indicator(archive.MainPart(indicator.Derived))
		if !ok {
			return nil
		}
		indicator = part
	}
	return t.Archive.Words.ContractsOf(indicator)
}

// spot gives what a figure of the fold shows of a value.
func (t *topic) spot(v derive.Value) spot {
	p := edition.Point{Period: v.Observed, Status: v.Status, Qualifier: v.Qualifier, Reconstructed: v.Reconstructed}
	switch v.State {
	case derive.Known:
		p.Value, p.HasValue = v.Number, true
		observed := observation.Key{Series: v.Key.Series, Period: v.Observed}
		p.Revised = !v.Computed && t.Archive.Revised(observed)
	case derive.Hidden:
		p.Status = observation.Hidden
	case derive.Impossible:
		p.Status = observation.CannotExist
	default:
		p.Status = observation.NotDelivered
	}
	if v.Partial() {
		p.Present, p.Expected = v.Present, v.Expected
	}
	if v.Dataset != "" {
		p.Drop = v.Drop.String()
	}
	return spot{Point: p}
}

// strand gives a series over periods. Where none was due, a place without a
// value is idle.
func (t *topic) strand(s observation.Series, name string, at []period.Period, due bool) strand {
	line := t.emptyStrand(s, name)
	for _, p := range at {
		v := t.Archive.Table.At(observation.Key{Series: s, Period: p})
		point := t.spot(v)
		point.idle = !due && v.State == derive.Absent
		if v.State != derive.Known {
			point.Period = p
		}
		line.points = append(line.points, point)
	}
	return line
}

func (t *topic) emptyStrand(s observation.Series, name string) strand {
	return strand{
		indicator: s.Indicator, codes: string(s.Codes), name: name, unit: t.noun().Other,
		decimals: t.key.Decimals, percent: t.unit().Percent,
	}
}

// finish writes what a plate says of itself: subtitle, alternative text, notes,
// source.
func (t *topic) finish(p *plate, caption locale.Caption) {
	caption.Unit = p.unit()
	p.subtitle = t.l.Subtitle(locale.Caption{Place: caption.Place, First: caption.First, Last: caption.Last, Unit: caption.Unit})
	p.alt = t.l.Alternative(alternativeKinds[p.kind], caption, p.alternatives())
	p.notes = p.markNotes()
	for i, b := range p.breaks {
		p.notes = append(p.notes, edition.Remark{Mark: strconv.Itoa(i + 1), Text: b.note})
	}
	p.source = t.sourceLine(p)
}

var alternativeKinds = map[edition.FigureKind]locale.Kind{
	edition.LineFigure: locale.Line, edition.ColumnFigure: locale.Column, edition.BarFigure: locale.Bar, edition.TableFigure: locale.Table,
	edition.SparklineFigure: locale.Line,
}

// sourceLine names the organisations that the values come from, each with the
// newest day received.
func (t *topic) sourceLine(p *plate) string {
	newest := map[string]period.Date{}
	var order []string
	for _, s := range p.series {
		for _, point := range s.points {
			parts := strings.Split(point.Drop, "/")
			if len(parts) != 3 {
				continue
			}
			if _, known := newest[parts[1]]; !known {
				order = append(order, parts[1])
			}
			newest[parts[1]] = max(newest[parts[1]], t.receivedOn(point.Drop))
		}
	}
	var lines []string
	for _, id := range order {
		lines = append(lines, t.l.Source(t.organisation(id), newest[id]))
	}
	return strings.Join(lines, ". ")
}

// receivedOn is the day of a drop that a release took.
func (s *Site) receivedOn(drop string) period.Date {
	for _, e := range slices.Backward(s.Archive.Editions) {
		for _, d := range e.Drops {
			if d.ID == drop {
				return d.Received
			}
		}
	}
	return 0
}

// alternatives tells first, last, lowest and highest value of each series and
// where there is none.
func (p *plate) alternatives() []locale.Series {
	var all []locale.Series
	for i := range p.series {
		s := &p.series[i]
		of := locale.Series{}
		if len(p.series) > 1 {
			of.Name = s.name
		}
		at := func(i int) locale.Point {
			return locale.Point{At: p.placeHead(i, p.places[i]), Value: s.print(p.l, s.points[i].Point)}
		}
		first, last, low, high := s.landmarks()
		if first >= 0 {
			of.First, of.Last = at(first), at(last)
		}
		if low >= 0 && last-first > 1 {
			of.Lowest, of.Highest = at(low), at(high)
		}
		of.Missing = p.missing(s)
		all = append(all, of)
	}
	return all
}

// landmarks gives the places of the first and last value and of the lowest and
// highest exact one; -1 where there is none.
func (s *strand) landmarks() (first, last, low, high int) {
	first, last, low, high = -1, -1, -1, -1
	for i, point := range s.points {
		if !point.HasValue {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if point.Qualifier.Bound() {
			continue
		}
		if low < 0 || point.Value < s.points[low].Value {
			low = i
		}
		if high < 0 || point.Value > s.points[high].Value {
			high = i
		}
	}
	return first, last, low, high
}

// missing names the places where a series should have a value and has none.
func (p *plate) missing(s *strand) []string {
	var names []string
	var periods []period.Period
	for i, point := range s.points {
		switch {
		case point.HasValue || point.idle:
		case p.across == "period":
			periods = append(periods, p.places[i].period)
		default:
			names = append(names, p.places[i].name)
		}
	}
	return append(names, p.l.Runs(periods)...)
}

// markNotes explains the marks that a plate uses, naming the places without a
// figure.
func (p *plate) markNotes() []edition.Remark {
	used := map[locale.Mark]bool{}
	var gaps []string
	for i := range p.series {
		s := &p.series[i]
		for _, point := range s.points {
			if point.idle {
				continue
			}
			for _, m := range point.Marks() {
				used[m] = true
			}
		}
		if names := p.missing(s); len(names) > 0 {
			text := p.l.List(names)
			if len(p.series) > 1 {
				text = s.name + " (" + text + ")"
			}
			gaps = append(gaps, text)
		}
	}
	var remarks []edition.Remark
	for _, m := range locale.Marks() {
		if !used[m] {
			continue
		}
		text := p.l.LegendText(m)
		if m == locale.Absent {
			text = p.l.Named(p.l.NoFigure(), strings.Join(gaps, "; "))
		}
		remarks = append(remarks, edition.Remark{Mark: m.String(), Text: p.l.Capitalise(text) + "."})
	}
	return remarks
}
