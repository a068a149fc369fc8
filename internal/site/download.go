package site

import (
	"io"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/disclose"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A listing is a file of observations with codes and labels. Its columns are
// those of all dimensions of its indicators, in the order of the codebook.
type listing struct {
	*outlook
	*sheet
	dimensions []dimensionColumn
	of         contents
}

// contents are what a listing is of.
type contents int

const (
	newestValues contents = iota
	firstValues           // each with the release that published it
	allVintages           // also of what was taken back
)

// A dimensionColumn is a dimension by its id and the list of its codes.
type dimensionColumn struct {
	id   string
	list *codebook.CodeList
}

// listing begins a file about some indicators.
func (o *outlook) listing(to io.Writer, indicators []*codebook.Indicator, of contents) *listing {
	l := &listing{outlook: o, dimensions: o.dimensionsOf(indicators), of: of}
	l.sheet = newSheet(to, l.head()...)
	return l
}

// dimensionsOf are the dimensions of some indicators, each once, with their lists
// in today's words.
func (o *outlook) dimensionsOf(indicators []*codebook.Indicator) []dimensionColumn {
	var all []dimensionColumn
	for _, i := range indicators {
		for _, id := range i.DimensionIDs() {
			if slices.ContainsFunc(all, func(d dimensionColumn) bool { return d.id == id }) {
				continue
			}
			if list, ok := o.listOf(i, id); ok {
				all = append(all, dimensionColumn{id, list})
			}
		}
	}
	return all
}

// listOf is the code list of a dimension of an indicator, in today's words.
func (o *outlook) listOf(i *codebook.Indicator, dimension string) (*codebook.CodeList, bool) {
	list, ok := o.Archive.Keys.DimensionList(i, dimension)
	if !ok {
		return nil, false
	}
	if today, ok := o.Archive.Words.CodeList(list.ID.Value); ok {
		list = today
	}
	return list, true
}

func (l *listing) head() []string {
	head := []string{"period", "indicator", "indicator_label"}
	for _, d := range l.dimensions {
		head = append(head, d.id, d.id+"_label")
	}
	head = append(head, "value", "unit", "status", "qualifier", "vintage", "note", "drop", "received")
	if l.of != newestValues {
		head = append(head, "release", "released")
	}
	if l.of == allVintages {
		head = append(head, "removed")
	}
	return head
}

// observation writes a row of a release. e is the release; nil for newest values.
func (l *listing) observation(x disclose.Observation, e *edition.Edition) {
	v, has := x.Value()
	cells := l.keyCells(x.Key())
	cells = append(cells, value(v, has), harmless(l.unitOf(x.Key().Indicator)), x.Status().String(), x.Qualifier().String(),
		yes(x.Reconstructed(), "reconstructed"), harmless(x.Note()), x.Drop().String(), x.Received().String())
	if l.of == allVintages {
		cells = append(append(cells, releaseCells(e)...), yes(x.Removed(), "yes"))
	}
	l.row(cells...)
}

// releaseCells name a release and its day, which a draft has not.
func releaseCells(e *edition.Edition) []string {
	released := ""
	if !e.Draft() {
		released = e.Released.String()
	}
	return []string{e.ID().String(), released}
}

// value writes a row of what is known of a key, delivered or computed. e is the release
// that published it first; nil for newest values.
func (l *listing) value(v derive.Value, e *edition.Edition) {
	key := v.Key
	key.Period = v.Observed
	drop, received := "", ""
	if v.Dataset != "" {
		drop, received = v.Drop.String(), v.Received.String()
	}
	status := v.Status
	if v.State == derive.Hidden && !status.Has(observation.Hidden) {
		status = observation.Hidden
	}
	cells := append(l.keyCells(key), value(v.Number, v.State == derive.Known), harmless(l.unitOf(key.Indicator)), status.String(), v.Qualifier.String(),
		yes(v.Reconstructed, "reconstructed"), harmless(v.Note), drop, received)
	if l.of == firstValues {
		cells = append(cells, releaseCells(e)...)
	}
	l.row(cells...)
}

// keyCells are the cells of a key with labels. An indicator without one of the
// dimensions leaves its cells empty.
func (l *listing) keyCells(key observation.Key) []string {
	cells := []string{key.Period.String(), key.Indicator, harmless(l.indicatorName(key.Indicator))}
	for _, d := range l.dimensions {
		code, label := l.codeOf(key, d)
		cells = append(cells, harmless(code), harmless(label))
	}
	return cells
}

// codeOf gives the code that a key has for a dimension and its label; both are ""
// when its indicator lacks the dimension.
func (o *outlook) codeOf(key observation.Key, d dimensionColumn) (code, label string) {
	indicator, ok := o.Archive.Keys.Indicator(key.Indicator)
	if !ok {
		return "", ""
	}
	codes := key.Codes.Split()
	n := indicator.Position(d.id)
	if n < 0 || n >= len(codes) {
		return "", ""
	}
	list := d.list
	// Indicators may have a dimension of one name with codes of different lists.
	if own, ok := indicator.Dimensions.Get(d.id); ok && own.Value != list.ID.Value {
		if of, ok := o.listOf(indicator, d.id); ok {
			list = of
		}
	}
	return codes[n], o.label(list, codes[n])
}

func (o *outlook) indicatorName(id string) string {
	for _, book := range []*codebook.Codebook{o.Archive.Words, o.Archive.Keys} {
		if i, ok := book.Indicator(id); ok {
			return o.text(i.Name)
		}
	}
	return id
}

// unitOf is the label of an indicator's unit.
func (o *outlook) unitOf(id string) string {
	i, ok := o.Archive.Keys.Indicator(id)
	if !ok {
		return ""
	}
	unit := o.Archive.Keys.UnitOf(i)
	if today, ok := o.Archive.Words.Unit(unit.ID.Value); ok {
		unit = today
	}
	return o.text(unit.Label)
}

// writeNewest writes the newest value of every series of the indicator, totals and
// computed values among them.
func (t *track) writeNewest(to io.Writer) error {
	l := t.listing(to, []*codebook.Indicator{t.key}, newestValues)
	for _, s := range t.all {
		for _, v := range t.Archive.Table.Series(s, period.None) {
			if v.State != derive.Absent {
				l.value(v, nil)
			}
		}
	}
	return l.end()
}

// writeFirst writes the first published value of every series of the indicator, those
// that were taken back since among them.
func (t *track) writeFirst(to io.Writer) error {
	l := t.listing(to, []*codebook.Indicator{t.key}, firstValues)
	firsts := t.Archive.Firsts(t.key.ID.Value)
	for _, key := range firsts.Keys {
		first := firsts.Of(key)
		l.value(first.Value, first.Edition)
	}
	return l.end()
}

// writeKnown writes what was known of the indicator after each release. Of one that is
// computed releases publish nothing.
func (t *track) writeKnown(to io.Writer) error {
	l := t.listing(to, []*codebook.Indicator{t.key}, allVintages)
	l.known(t.key)
	return l.end()
}

// writeAllKnown writes what was known of all indicators after each release, indicator by
// indicator: only one history is in memory at a time.
func (o *outlook) writeAllKnown(to io.Writer) error {
	var all []*codebook.Indicator
	for i := range o.Archive.Keys.Indicators {
		if indicator := &o.Archive.Keys.Indicators[i]; indicator.Derived == nil {
			all = append(all, indicator)
		}
	}
	l := o.listing(to, all, allVintages)
	for _, i := range all {
		l.known(i)
	}
	return l.end()
}

// known writes every change of what was known of an indicator, in release order: of the
// rows up to a day, the last one of a key says what was known on that day.
func (l *listing) known(i *codebook.Indicator) {
	for v := range l.Archive.History(i.ID.Value).Known() {
		l.observation(v.Observation, v.Edition)
	}
}

// each writes the rows that releases published, in release order: also those of a
// delivery that no longer counted, since a later one was published before.
func (l *listing) each(wanted func(disclose.Observation) bool) {
	for i, e := range l.Archive.Editions {
		for x := range l.Archive.Published(i).Rows() {
			if wanted(x) {
				l.observation(x, e)
			}
		}
	}
}
