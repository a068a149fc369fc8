package site

import (
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
	vintages   bool
}

// A dimensionColumn is a dimension by its id and the list of its codes.
type dimensionColumn struct {
	id   string
	list *codebook.CodeList
}

// listing begins a file about some indicators; with vintages each row names the
// release that published it.
func (o *outlook) listing(indicators []*codebook.Indicator, vintages bool) *listing {
	l := &listing{outlook: o, dimensions: o.dimensionsOf(indicators), vintages: vintages}
	l.sheet = newSheet(l.head()...)
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
			list, ok := o.Archive.Keys.DimensionList(i, id)
			if !ok {
				continue
			}
			if today, ok := o.Archive.Words.CodeList(list.ID.Value); ok {
				list = today
			}
			all = append(all, dimensionColumn{id, list})
		}
	}
	return all
}

func (l *listing) head() []string {
	head := []string{"period", "indicator", "indicator_label"}
	for _, d := range l.dimensions {
		head = append(head, d.id, d.id+"_label")
	}
	head = append(head, "value", "unit", "status", "qualifier", "vintage", "note", "drop", "received")
	if l.vintages {
		head = append(head, "release", "released", "removed")
	}
	return head
}

// observation writes a row of a release. e is the release, for vintages.
func (l *listing) observation(x disclose.Observation, e *edition.Edition) {
	v, has := x.Value()
	cells := l.keyCells(x.Key())
	cells = append(cells, value(v, has), harmless(l.unitOf(x.Key().Indicator)), x.Status().String(), x.Qualifier().String(),
		yes(x.Reconstructed(), "reconstructed"), harmless(x.Note()), x.Drop().String(), x.Received().String())
	if l.vintages {
		released := ""
		if !e.Draft() {
			released = e.Released.String()
		}
		cells = append(cells, e.ID().String(), released, yes(x.Removed(), "yes"))
	}
	l.row(cells...)
}

// value writes a row of what is known of a key, delivered or computed.
func (l *listing) value(v derive.Value) {
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
	l.row(append(l.keyCells(key), value(v.Number, v.State == derive.Known), harmless(l.unitOf(key.Indicator)), status.String(), v.Qualifier.String(),
		yes(v.Reconstructed, "reconstructed"), harmless(v.Note), drop, received)...)
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
	if n := indicator.Position(d.id); n >= 0 && n < len(codes) {
		return codes[n], o.label(d.list, codes[n])
	}
	return "", ""
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

// newestFile holds the newest value of every series of the indicator, totals and
// computed values among them.
func (t *track) newestFile() []byte {
	l := t.listing([]*codebook.Indicator{t.key}, false)
	for _, s := range t.all {
		for _, v := range t.Archive.Table.Series(s, period.None) {
			if v.State != derive.Absent {
				l.value(v)
			}
		}
	}
	return l.bytes()
}

// vintageFile holds everything that releases published of the indicator; nil for
// one that is computed, of which they publish nothing.
func (t *track) vintageFile() []byte {
	if t.key.Derived != nil {
		return nil
	}
	l := t.listing([]*codebook.Indicator{t.key}, true)
	l.each(func(x disclose.Observation) bool { return x.Key().Indicator == t.key.ID.Value })
	return l.bytes()
}

// each writes the rows that releases published, in release order.
func (l *listing) each(wanted func(disclose.Observation) bool) {
	for i, e := range l.Archive.Editions {
		for x := range l.Archive.Published(i).Rows() {
			if wanted(x) {
				l.observation(x, e)
			}
		}
	}
}
