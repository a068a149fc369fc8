package derive

import (
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

	once   sync.Once
	tables []*Table // after each release
}

// NewVintages keeps what releases published, in release order, under the keys
// of a codebook.
func NewVintages(book *codebook.Codebook, releases ...*disclose.Observations) *Vintages {
	return &Vintages{book: book, releases: releases}
}

// First gives the value of a key after the first release that knew one; ok is
// false when none did. The tables are made when somebody first asks: few texts
// do, and each is as large as the site was then.
func (v *Vintages) First(key observation.Key) (first Value, ok bool) {
	v.once.Do(func() {
		known := disclose.Fold(v.book)
		for _, o := range v.releases {
			known = disclose.Fold(v.book, known, o)
			v.tables = append(v.tables, New(v.book, known))
		}
	})
	for _, t := range v.tables {
		if value := t.At(key); value.State == Known {
			return value, true
		}
	}
	return Value{}, false
}
