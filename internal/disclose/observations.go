// Package disclose is the wall between what organisations delivered and what
// may become public. Text, figures, pages, downloads and search see
// observations only as the types of this package, and only this package makes
// them, in two ways:
//
//	Protect     from the delivered observations of a drop set
//	FromSealed  from the verified rows of a sealed edition
//
// Everything else here (Fold, Keep) turns such observations into such
// observations. A hidden observation has no value in memory: its value is left
// behind when Protect copies what may pass, so that no later mistake can print
// it.
//
// # The rule
//
// What protects persons until secondary suppression is there:
//
//   - A dataset with a threshold publishes a table (one indicator, one period)
//     only if none of its cells is sensitive. Otherwise its finest dimension is
//     dropped, of which only the total stays, then the next, until that holds; if
//     nothing is left, nothing is published. Shares and ratios of the dataset
//     follow the counts that they stand beside.
//   - A cell is sensitive when its count is from 1 to threshold − 1; when it is
//     0 and the dataset's zeros are sensitive; and, however large, when it holds
//     all of a published margin or all but fewer than the threshold, because it
//     then tells something about everybody in that margin (Handbook on
//     Statistical Disclosure Control, 2nd ed., section 5.2 and 5.9).
//   - A value that is already public counts as known and stays.
//   - What an earlier release hid or left out stays so: it does not come out
//     because a neighbour changed.
//   - A value that was public and may no longer be is shown as hidden, with a
//     warning, because that says that it is small now.
//   - What a supplier hid stays hidden.
//   - A release is refused when a hidden cell is the only unknown of a published
//     sum: over a level of a code list, over declared parts, over months of a
//     year, or in stock(t) = stock(t−1) + in − out.
//
// Leaving the whole dimension out, instead of single cells, is what makes the
// last check enough: one cell alone is hardly ever hidden, except by suppliers.
package disclose

import (
	"iter"
	"slices"

	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/seal"
)

// An Observation is a public observation: one that a release has published or
// may publish. The zero value is no observation.
type Observation struct{ row seal.Row }

// Key names the observation.
func (o Observation) Key() observation.Key { return o.row.Key }

// Value gives the value; ok is false for one that is hidden, missing or removed.
func (o Observation) Value() (value number.Decimal, ok bool) { return o.row.Value, o.row.HasValue }

// Status is the set of its status codes.
func (o Observation) Status() observation.Status { return o.row.Status }

// Hidden reports whether the value exists and is not published, to protect persons.
func (o Observation) Hidden() bool { return o.row.Status.Has(observation.Hidden) }

// Qualifier says whether the value is a bound or about right.
func (o Observation) Qualifier() observation.Qualifier { return o.row.Qualifier }

// Note is a code of a code list or free text in the organisation's language.
func (o Observation) Note() string { return o.row.Note }

// Drop is the drop that said it.
func (o Observation) Drop() drop.ID { return o.row.Drop }

// Received is the day on which that drop arrived.
func (o Observation) Received() period.Date { return o.row.Received }

// Dataset is the dataset of that drop.
func (o Observation) Dataset() string { return o.row.Dataset }

// Reconstructed reports whether it is of a vintage put together later.
func (o Observation) Reconstructed() bool { return o.row.Reconstructed }

// Removed reports whether the drop took the key back.
func (o Observation) Removed() bool { return o.row.Removed }

// Operand reports whether the value may enter a change, a share or a sum.
func (o Observation) Operand() bool { return o.row.Operand() }

// Row is the observation as a sealed edition writes it.
func (o Observation) Row() seal.Row { return o.row }

// Observations are public observations by key. They are never changed.
type Observations struct {
	index     // of one key the preferred supplier first, one row for each dataset
	count int // of keys that are not removed
}

// Len is the number of keys that have an observation.
func (o *Observations) Len() int { return o.count }

// Silent reports whether nothing at all is said, not even that a key was removed.
func (o *Observations) Silent() bool { return len(o.rows) == 0 }

// All gives the observations in key order. Removed keys are left out.
func (o *Observations) All() iter.Seq[Observation] {
	return func(yield func(Observation) bool) { each(o.rows, yield) }
}

// each gives of each key the row that counts, if any.
func each(rows []*seal.Row, yield func(Observation) bool) {
	var before *seal.Row
	for _, r := range rows {
		if r.Removed || before != nil && before.Key == r.Key {
			continue
		}
		if before = r; !yield(Observation{*r}) {
			return
		}
	}
}

// Rows gives everything that is known of each key, in key order: also removals,
// and what less preferred suppliers say.
func (o *Observations) Rows() iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		for _, r := range o.rows {
			if !yield(Observation{*r}) {
				return
			}
		}
	}
}

// Get gives the observation of a key; ok is false when there is none or it was
// removed.
func (o *Observations) Get(key observation.Key) (found Observation, ok bool) {
	return counting(o.of(key))
}

// Removal gives the observation by which a key was taken back, when no supplier
// supplies it any more.
func (o *Observations) Removal(key observation.Key) (found Observation, ok bool) {
	rows := o.of(key)
	if _, counts := counting(rows); counts || len(rows) == 0 {
		return Observation{}, false
	}
	return Observation{*rows[0]}, true
}

// Series gives the observations of a series in period order.
func (o *Observations) Series(series observation.Series) []Observation {
	var all []Observation
	each(o.ofSeries(series), func(x Observation) bool { all = append(all, x); return true })
	return all
}

// Periods gives the periods for which a series has an observation, in order.
func (o *Observations) Periods(series observation.Series) []period.Period {
	s := o.spans[series]
	periods := make([]period.Period, 0, s.to-s.from)
	for i := s.from; i < s.to; i++ {
		if n := len(periods); !o.rows[i].Removed && (n == 0 || periods[n-1] != o.periods[i]) {
			periods = append(periods, o.periods[i])
		}
	}
	return periods
}

// AllSeries lists the series that have an observation, in order.
func (o *Observations) AllSeries() []observation.Series {
	return slices.DeleteFunc(slices.Clone(o.series), func(s observation.Series) bool {
		return !slices.ContainsFunc(o.ofSeries(s), func(r *seal.Row) bool { return !r.Removed })
	})
}
