package derive

import (
	"iter"
	"slices"
	"sync"

	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/observation"
)

// Vintages answers what was known of a key after each release, computed totals
// and derived indicators included. It is safe for concurrent use.
type Vintages struct {
	book     *codebook.Codebook
	releases []*disclose.Observations // what each release published, in release order

	mu    sync.Mutex
	first map[observation.Key]Value // answers given before
}

// NewVintages keeps what releases published, in release order, under the keys
// of a codebook.
func NewVintages(book *codebook.Codebook, releases ...*disclose.Observations) *Vintages {
	return &Vintages{book: book, releases: releases, first: map[observation.Key]Value{}}
}

// Tables gives what was known of an indicator, and of all that it is computed from,
// after each release that said something of them, with the place of the release. A
// table is made when it is asked for, and holds nothing of other indicators: of a
// history of many releases not all states are in memory at once.
func (v *Vintages) Tables(indicator string) iter.Seq2[int, *Table] {
	return func(yield func(int, *Table) bool) {
		origins := v.origins(indicator)
		known := disclose.Fold(v.book)
		for i, release := range v.releases {
			said := release.Of(v.book, origins...)
			if said.Silent() {
				continue
			}
			known = disclose.Fold(v.book, known, said)
			if !yield(i, New(v.book, known)) {
				return
			}
		}
	}
}

// origins are the delivered indicators that an indicator is computed from, be it
// through others; itself when it is delivered.
func (v *Vintages) origins(indicator string) []*codebook.Indicator {
	var origins, seen []*codebook.Indicator
	var visit func(id string)
	visit = func(id string) {
		i, ok := v.book.Indicator(id)
		if !ok || slices.Contains(seen, i) {
			return
		}
		seen = append(seen, i)
		if i.Derived == nil {
			origins = append(origins, i)
		}
		for _, part := range i.Parts() {
			visit(part.Value)
		}
	}
	visit(indicator)
	return origins
}

// First gives the value of a key after the first release that knew one; ok is
// false when none did.
func (v *Vintages) First(key observation.Key) (first Value, ok bool) {
	v.mu.Lock()
	first, asked := v.first[key]
	v.mu.Unlock()
	if asked {
		return first, first.State == Known
	}
	for _, t := range v.Tables(key.Indicator) {
		if first = t.At(key); first.State == Known {
			break
		}
		first = Value{}
	}
	v.mu.Lock()
	v.first[key] = first
	v.mu.Unlock()
	return first, first.State == Known
}
