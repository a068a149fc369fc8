// Package trace follows one value from the cells in which it was delivered, through the
// releases that sealed and printed it, to the addresses at which readers find it. It is
// for insiders: it names files, lines and deliveries that nobody may publish.
//
// A value is asked for by its key, in today's names or former ones. Of all but flows,
// which may be counted on days, a month stands for all days in it. What is computed is delivered
// nowhere: it has parts, which can be traced in turn.
package trace

import (
	"maps"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/compare"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// A Trace is all that is known of a value.
type Trace struct {
	Key        observation.Key
	Today      derive.Value // what the site says of it
	Parts      []observation.Key
	Deliveries []Delivery // in drop order
	Releases   []Release  // that say or seal something of it, in release order
}

// Empty reports whether nothing at all is known of the key.
func (t *Trace) Empty() bool {
	return t.Today.State == derive.Absent && len(t.Deliveries) == 0 && len(t.Releases) == 0
}

// says is what the site says today.
func (t *Trace) says() compare.Saying {
	v := t.Today
	said := compare.Saying{Said: v.State != derive.Absent, HasValue: v.State == derive.Known, Value: v.Number, Status: v.Status, Qualifier: v.Qualifier}
	if v.Dataset != "" {
		said.Drop = v.Drop.String()
	}
	return said
}

// A Delivery is a drop that gives the value, or takes it back.
type Delivery struct {
	Drop      drop.ID
	Received  period.Date
	At        diag.Span // of the cell, or of the withdrawal
	Workbook  Origin    // of the cell; zero when the delivery was not imported
	Period    period.Period
	Withdrawn bool
	Value     compare.Saying
	TakenBy   seal.ReleaseID // first release that took the drop; zero when none did
}

// An Origin is the cell of a workbook from which a value was imported.
type Origin struct{ File, Sheet, Cell string }

func originOf(d *drop.Drop, at diag.Span) Origin {
	cell, ok := d.Imported.Cell(at.Cell)
	if !ok {
		return Origin{}
	}
	return Origin{d.Imported.File.Value, d.Imported.Sheet.Value, cell}
}

// A Release is what an edition says of the value, and where.
type Release struct {
	Edition *edition.Edition
	Said    compare.Saying // zero when it prints nothing
	Rows    []seal.Row     // that it published first in this form
	Numbers []edition.Number
	Figures []string // ids of those that show it
	// Withdrawn is the release that withdrew the report, "" for none; WithdrawnFigures
	// those of Figures that were withdrawn, with the release that did. Readers find a
	// notice there.
	Withdrawn        string
	WithdrawnFigures map[string]string
}

// Sources are what a trace is looked up in.
type Sources struct {
	Book     *codebook.Codebook // today's
	Table    *derive.Table      // of what is published
	Drops    []*drop.Drop
	TakenBy  func(drop.ID) seal.ReleaseID
	Editions []*edition.Edition // in release order
	// Withdrawn gives the release that withdrew an edition's report, "" for none, and
	// those by which figures of it were, by id.
	Withdrawn func(*edition.Edition) (report string, figures map[string]string)
}

// Of follows a key. Codes that are left out are totals.
func Of(key observation.Key, in Sources) *Trace {
	names := codebook.NewCanonical(in.Book)
	key = names.Key(key)
	t := &Trace{Key: key, Today: in.Table.At(key), Parts: in.Table.Parts(key)}
	same := Meant(key, in.Book)
	for _, d := range in.Drops {
		delivery := Delivery{Drop: d.ID, Received: d.Received(), TakenBy: in.TakenBy(d.ID)}
		for i := range d.Observations {
			if o := &d.Observations[i]; same(o.Key) {
				delivery.At, delivery.Period = o.Span(), o.Period
				delivery.Value = compare.Given(o.Observation, d.ID.String())
				delivery.Workbook = originOf(d, delivery.At)
				t.Deliveries = append(t.Deliveries, delivery)
			}
		}
		for _, w := range d.Withdrawn {
			if same(w.Key) {
				delivery.At, delivery.Period, delivery.Withdrawn, delivery.Value, delivery.Workbook = w.Span, w.Key.Period, true, compare.Saying{}, Origin{}
				t.Deliveries = append(t.Deliveries, delivery)
			}
		}
	}
	slices.SortStableFunc(t.Deliveries, func(a, b Delivery) int { return drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received) })
	for _, e := range in.Editions {
		r := of(e, same, names)
		r.Withdrawn, r.WithdrawnFigures = in.Withdrawn(e)
		if r.Said.Said || len(r.Rows) > 0 || len(r.Numbers) > 0 {
			t.Releases = append(t.Releases, r)
		}
	}
	return t
}

// Meant tells which keys, under whichever name, are meant by one that a person names.
func Meant(key observation.Key, book *codebook.Codebook) func(observation.Key) bool {
	names := codebook.NewCanonical(book)
	key = names.Key(key)
	indicator, known := book.Indicator(key.Indicator)
	days := known && indicator.Measure.Value != codebook.Flow && key.Period.Kind() == period.Month
	return func(other observation.Key) bool {
		other = names.Key(other)
		return other.Series == key.Series && (other.Period == key.Period || days && other.Period.MonthOfEnd() == key.Period)
	}
}

// of is what an edition says and seals of the keys that are meant.
func of(e *edition.Edition, same func(observation.Key) bool, names *codebook.Canonical) Release {
	r := Release{Edition: e}
	for row := range e.Rows.All() {
		if same(row.Key) {
			r.Rows = append(r.Rows, row)
		}
	}
	for _, n := range e.Numbers {
		if same(n.Key) {
			r.Numbers = append(r.Numbers, n)
		}
	}
	said := compare.Sayings(e, names)
	maps.DeleteFunc(said, func(key observation.Key, _ compare.Saying) bool { return !same(key) })
	// Of several days of a month the last counts, as it does for the month itself.
	for _, key := range slices.SortedFunc(maps.Keys(said), observation.Key.Compare) {
		if s := said[key]; !r.Said.Said || s.HasValue || !r.Said.HasValue {
			r.Said = s
		}
	}
	for _, f := range e.Figures {
		if compare.Shows(f, e, same) {
			r.Figures = append(r.Figures, f.ID)
		}
	}
	return r
}
