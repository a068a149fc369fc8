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
	"cmp"
	"iter"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/cube"
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
	rows   []seal.Row                           // by key; of one key the preferred supplier first, one for each dataset
	at     map[observation.Key]int              // the row that counts; removed keys are not in it
	keys   []observation.Key                    // of at, in order
	series map[observation.Series][]Observation // in period order
}

// Len is the number of keys that have an observation.
func (o *Observations) Len() int { return len(o.keys) }

// All gives the observations in key order. Removed keys are left out.
func (o *Observations) All() iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		for _, k := range o.keys {
			if !yield(Observation{o.rows[o.at[k]]}) {
				return
			}
		}
	}
}

// Rows gives everything that is known of each key, in key order: also removals,
// and what less preferred suppliers say.
func (o *Observations) Rows() iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		for _, r := range o.rows {
			if !yield(Observation{r}) {
				return
			}
		}
	}
}

// Get gives the observation of a key; ok is false when there is none or it was
// removed.
func (o *Observations) Get(key observation.Key) (found Observation, ok bool) {
	i, ok := o.at[key]
	if !ok {
		return Observation{}, false
	}
	return Observation{o.rows[i]}, true
}

// Removal gives the observation by which a key was taken back, when no supplier
// supplies it any more.
func (o *Observations) Removal(key observation.Key) (found Observation, ok bool) {
	if _, counts := o.at[key]; counts {
		return Observation{}, false
	}
	i, ok := slices.BinarySearchFunc(o.rows, key, func(r seal.Row, k observation.Key) int { return r.Key.Compare(k) })
	if !ok {
		return Observation{}, false
	}
	return Observation{o.rows[i]}, true
}

// Series gives the observations of a series in period order.
func (o *Observations) Series(series observation.Series) []Observation {
	return slices.Clone(o.series[series])
}

// AllSeries lists the series that have an observation, in order.
func (o *Observations) AllSeries() []observation.Series {
	var all []observation.Series
	for i, k := range o.keys {
		if i == 0 || o.keys[i-1].Series != k.Series {
			all = append(all, k.Series)
		}
	}
	return all
}

// FromSealed gives the observations of sealed editions, in release order, under
// the keys of a codebook: former names are replaced, and a dimension added
// later gives them its total code. One Rows gives what one release published;
// several are folded.
func FromSealed(book *codebook.Codebook, releases ...seal.Rows) *Observations {
	names := cube.NewCanonical(book)
	var rows []seal.Row
	for _, release := range releases {
		for r := range release.All() {
			r.Key = names.Key(r.Key)
			r.Dataset = names.Dataset(r.Dataset)
			rows = append(rows, r)
		}
	}
	return collect(book, rows)
}

// Fold gives what all of some releases say together, given in release order:
// per key and dataset the row whose drop is last in drop order, for the same
// drop that of the later release, and of several datasets the one that the
// indicator ranks first. A real vintage counts before a reconstructed one.
//
// Fold is associative, so that an archive may keep what it has folded.
func Fold(book *codebook.Codebook, releases ...*Observations) *Observations {
	var rows []seal.Row
	for _, release := range releases {
		rows = append(rows, release.rows...)
	}
	return collect(book, rows)
}

// Keep gives the observations that keep accepts.
func (o *Observations) Keep(book *codebook.Codebook, keep func(Observation) bool) *Observations {
	var rows []seal.Row
	for _, r := range o.rows {
		if keep(Observation{r}) {
			rows = append(rows, r)
		}
	}
	return collect(book, rows)
}

// Unpublished gives the rows that none of the releases published in this form,
// in key order: what a release of o adds to its data files.
func (o *Observations) Unpublished(released ...*Observations) []Observation {
	known := map[seal.Row]bool{}
	for _, release := range released {
		for _, r := range release.rows {
			known[r] = true
		}
	}
	var rows []Observation
	for _, r := range o.rows {
		if !known[r] {
			rows = append(rows, Observation{r})
		}
	}
	return rows
}

type supplied struct {
	key     observation.Key
	dataset string
}

// collect chooses among rows, which stand in release order.
func collect(book *codebook.Codebook, rows []seal.Row) *Observations {
	latest := make(map[supplied]seal.Row, len(rows))
	for _, r := range rows {
		if !r.HasValue {
			r.Value = 0
		}
		of := supplied{r.Key, r.Dataset}
		if held, ok := latest[of]; !ok || replaces(r, held) {
			latest[of] = r
		}
	}
	o := &Observations{
		rows:   make([]seal.Row, 0, len(latest)),
		at:     make(map[observation.Key]int, len(latest)),
		series: map[observation.Series][]Observation{},
	}
	for _, r := range latest {
		o.rows = append(o.rows, r)
	}
	rank := ranks(book)
	slices.SortFunc(o.rows, func(a, b seal.Row) int {
		return cmp.Or(
			a.Key.Compare(b.Key),
			cmp.Compare(rank(a), rank(b)),
			drop.CompareOrder(b.Drop, b.Received, a.Drop, a.Received),
			cmp.Compare(a.Dataset, b.Dataset),
		)
	})
	for i, r := range o.rows {
		if _, ok := o.at[r.Key]; ok || r.Removed {
			continue
		}
		o.at[r.Key] = i
		o.keys = append(o.keys, r.Key)
		o.series[r.Series] = append(o.series[r.Series], Observation{r})
	}
	return o
}

// replaces reports whether a row of the same or a later release counts instead
// of one that is held.
func replaces(r, held seal.Row) bool {
	if r.Reconstructed != held.Reconstructed {
		return held.Reconstructed
	}
	return drop.CompareOrder(r.Drop, r.Received, held.Drop, held.Received) >= 0
}

// ranks gives the place of a row's dataset among the suppliers of its indicator.
func ranks(book *codebook.Codebook) func(seal.Row) int {
	type pair struct{ indicator, dataset string }
	known := map[pair]int{}
	return func(r seal.Row) int {
		p := pair{r.Indicator, r.Dataset}
		rank, ok := known[p]
		if !ok {
			indicator, okI := book.Indicator(r.Indicator)
			contract, okC := book.Contract(r.Dataset)
			if okI && okC {
				rank = book.Rank(indicator, contract)
			}
			known[p] = rank
		}
		return rank
	}
}
