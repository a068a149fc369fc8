package site

import (
	"slices"
	"strings"

	"ronde/internal/archive"
	"ronde/internal/codebook"
	"ronde/internal/derive"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A track is an indicator as the fold knows it: all that is known of it over time,
// in all its series. Words are today's; whatever decides a number is of the codebook
// that the last release sealed.
type track struct {
	*outlook
	word *codebook.Indicator // today's
	key  *codebook.Indicator // of the last release; nil when it had none
	all  []observation.Series
	main observation.Series // the total, or the first series that has values
	// values answers for the periods of its figures: the newest, or what was first published.
	values *derive.Table
	firsts *archive.Firsts // nil for the newest
}

func (o *outlook) track(word *codebook.Indicator) *track {
	t := &track{outlook: o, word: word, values: o.Archive.Table}
	for _, id := range names(word.ID, word.Formerly) {
		if t.key, _ = o.Archive.Keys.Indicator(id); t.key != nil {
			break
		}
	}
	if t.key == nil {
		return t
	}
	key := t.key
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

// names are the names that something has and had: an id that was changed after
// the last release stands in the sealed rows under the one it had then.
func names(id source.At[string], formerly []source.At[string]) []string {
	all := []string{id.Value}
	for _, old := range formerly {
		all = append(all, old.Value)
	}
	return all
}

// published reports whether anything is known of the indicator.
func (t *track) published() bool { return len(t.all) > 0 }

func (t *track) name() string { return t.text(t.word.Name) }

// unit is the unit by which numbers are printed, in today's words.
func (t *track) unit() *codebook.Unit {
	book, indicator := t.Archive.Keys, t.key
	if t.key == nil {
		book, indicator = t.Archive.Words, t.word
	}
	return book.UnitOf(indicator)
}

func (t *track) noun() locale.Noun {
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
func (t *track) place(s observation.Series) string {
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
func (t *track) list(dimension string) (*codebook.CodeList, bool) {
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
func (t *track) contracts() []*codebook.Contract {
	indicator := t.word
	for range len(t.Archive.Words.Indicators) {
		if indicator.Derived == nil {
			break
		}
		part, ok := t.Archive.Words.Indicator(indicator.MainPart())
		if !ok {
			return nil
		}
		indicator = part
	}
	return t.Archive.Words.ContractsOf(indicator)
}

// spot gives what a figure of the fold shows of a value.
func (t *track) spot(v derive.Value) spot {
	p := edition.Point{Period: v.Observed, Status: v.Status, Qualifier: v.Qualifier, Reconstructed: v.Reconstructed}
	switch v.State {
	case derive.Known:
		p.Value, p.HasValue = v.Number, true
		observed := observation.Key{Series: v.Key.Series, Period: v.Observed}
		p.Revised = t.firsts == nil && !v.Computed && t.Archive.Revised(observed)
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
	point := spot{Point: p, received: v.Received}
	if v.State == derive.Known {
		point.bases = v.Bases
	}
	if v.HasGap {
		point.gap = t.l.Signed(v.Gap, t.key.Decimals)
	}
	return point
}

// strand gives a series over periods, with the axis that it has by itself. Where
// none was due, a place without a value is idle: before the series begins, and
// outside the time of its contract.
func (t *track) strand(s observation.Series, name string, at []period.Period, own axis) strand {
	line := t.emptyStrand(s, name)
	for _, p := range at {
		v := t.values.At(observation.Key{Series: s, Period: p})
		point := t.spot(v)
		point.idle = v.State == derive.Absent && !(own.due && period.Compare(p, own.periods[0]) >= 0 && t.owes(p))
		if v.State != derive.Known {
			point.Period = p
		}
		line.points = append(line.points, point)
	}
	return line
}

func (t *track) emptyStrand(s observation.Series, name string) strand {
	return strand{
		indicator: s.Indicator, codes: string(s.Codes), name: name, unit: t.noun().Other,
		decimals: t.key.Decimals, percent: t.unit().Percent, position: -1,
	}
}
