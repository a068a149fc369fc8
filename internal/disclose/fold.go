package disclose

import (
	"cmp"
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/seal"
)

// FromSealed gives the observations of sealed editions, in release order, under
// the keys of a codebook: former names are replaced, and a dimension added
// later gives them its total code. One Rows gives what one release published;
// several are folded.
func FromSealed(book *codebook.Codebook, releases ...seal.Rows) *Observations {
	names := codebook.NewCanonical(book)
	datasets := map[string]string{}
	var rows []*seal.Row
	for _, release := range releases {
		rows = slices.Grow(rows, release.Len())
		for i := range release.Len() {
			r := release.At(i)
			dataset, known := datasets[r.Dataset]
			if !known {
				dataset = names.Dataset(r.Dataset)
				datasets[r.Dataset] = dataset
			}
			if key := names.Key(r.Key); key != r.Key || dataset != r.Dataset {
				renamed := *r
				renamed.Key, renamed.Dataset = key, dataset
				r = &renamed
			}
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
	var rows []*seal.Row
	for _, release := range releases {
		rows = append(rows, release.rows...)
	}
	return collect(book, rows)
}

// Keep gives the observations that keep accepts.
func (o *Observations) Keep(book *codebook.Codebook, keep func(Observation) bool) *Observations {
	var rows []*seal.Row
	for _, r := range o.rows {
		if keep(Observation{*r}) {
			rows = append(rows, r)
		}
	}
	return collect(book, rows)
}

// Of gives the observations of some indicators.
func (o *Observations) Of(book *codebook.Codebook, indicators ...*codebook.Indicator) *Observations {
	var rows []*seal.Row
	for _, i := range indicators {
		rows = append(rows, o.ofIndicator(i.ID.Value)...)
	}
	return collect(book, rows)
}

// Unpublished gives the rows that none of the releases published in this form:
// what a release of o adds to its data files.
func (o *Observations) Unpublished(book *codebook.Codebook, released ...*Observations) *Observations {
	known := remember(released)
	var rows []*seal.Row
	for _, r := range o.rows {
		if !slices.ContainsFunc(known.of(r.Key), func(k *seal.Row) bool { return *k == *r }) {
			rows = append(rows, r)
		}
	}
	return collect(book, rows)
}

// collect chooses among rows, which stand in release order.
func collect(book *codebook.Codebook, rows []*seal.Row) *Observations {
	rows = inKeyOrder(rows)
	rank := ranks(book)
	chosen := make([]*seal.Row, 0, len(rows))
	count := 0
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].Key == rows[from].Key {
			to++
		}
		held := len(chosen)
		chosen = choose(rank, chosen, rows[from:to])
		if _, counts := counting(chosen[held:]); counts {
			count++
		}
		from = to
	}
	return &Observations{newIndex(chosen), count}
}

// choose adds to chosen what counts of the rows of one key, in release order: one for
// each dataset, the preferred supplier first.
func choose(rank func(*seal.Row) int, chosen, rows []*seal.Row) []*seal.Row {
	first := len(chosen)
	for _, r := range rows {
		chosen = latest(chosen, first, r)
	}
	if len(chosen)-first > 1 {
		slices.SortFunc(chosen[first:], func(a, b *seal.Row) int {
			return cmp.Or(
				cmp.Compare(rank(a), rank(b)),
				drop.CompareOrder(b.Drop, b.Received, a.Drop, a.Received),
				cmp.Compare(a.Dataset, b.Dataset),
			)
		})
	}
	return chosen
}

// counting gives the row that counts among those chosen of a key; ok is false when the
// key was removed.
func counting(chosen []*seal.Row) (o Observation, ok bool) {
	for _, r := range chosen {
		if !r.Removed {
			return Observation{*r}, true
		}
	}
	return Observation{}, false
}

// latest adds a row to those of its key, which begin at first, unless one of the same
// dataset counts.
func latest(chosen []*seal.Row, first int, r *seal.Row) []*seal.Row {
	for i, held := range chosen[first:] {
		if held.Dataset == r.Dataset {
			if replaces(r, held) {
				chosen[first+i] = r
			}
			return chosen
		}
	}
	return append(chosen, r)
}

// replaces reports whether a row of the same or a later release counts instead
// of one that is held.
func replaces(r, held *seal.Row) bool {
	if r.Reconstructed != held.Reconstructed {
		return held.Reconstructed
	}
	return drop.CompareOrder(r.Drop, r.Received, held.Drop, held.Received) >= 0
}

// ranks gives the place of a row's dataset among the suppliers of its indicator.
func ranks(book *codebook.Codebook) func(*seal.Row) int {
	type pair struct{ indicator, dataset string }
	known := map[pair]int{}
	return func(r *seal.Row) int {
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
