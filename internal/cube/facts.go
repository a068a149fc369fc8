package cube

import (
	"sort"

	"ronde/internal/drop"
	"ronde/internal/period"
)

// A Fact is what one drop says of one key: a row of the drop, or what takes the place
// of one, and where it comes from. It is two pointers; the zero Fact is none and has
// no fields to read.
type Fact struct {
	*drop.Delivered
	*Origin
}

// An Origin is what the facts of one drop share.
type Origin struct {
	Drop     drop.ID
	Dataset  string // today's id of the dataset
	Received period.Date
	Removed  bool // the drop took the keys back
	Filled   bool // no rows of the drop: `absent: zero` or `absent: missing`
}

// A block is a run of facts with one origin. The facts of a cube are numbered through
// its blocks, and everything else refers to them by number: a delivery may have a
// million rows, and what is known of each must be small and without pointers, which
// the garbage collector would follow one by one.
type block struct {
	first  int32
	rows   []drop.Delivered
	origin *Origin
}

// end is the number after the last.
func (b *block) end() int32 { return b.first + int32(len(b.rows)) }

// said reports whether the drop has rows with the facts.
func (b *block) said() bool { return !b.origin.Removed && !b.origin.Filled }

// none is the number of no fact.
const none int32 = -1

// blocks are all facts of a cube.
type blocks []block

// add numbers further facts.
func (all *blocks) add(rows []drop.Delivered, origin *Origin) block {
	b := block{rows: rows, origin: origin}
	if n := len(*all); n > 0 {
		b.first = (*all)[n-1].end()
	}
	if len(rows) > 0 {
		*all = append(*all, b)
	}
	return b
}

// of gives the block of a number.
func (all blocks) of(n int32) *block {
	return &all[sort.Search(len(all)-1, func(i int) bool { return all[i].end() > n })]
}

// fact gives the fact of a number.
func (all blocks) fact(n int32) Fact {
	b := all.of(n)
	return Fact{&b.rows[n-b.first], b.origin}
}
