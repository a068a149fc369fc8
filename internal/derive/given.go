package derive

import (
	"slices"

	"ronde/internal/codebook"
	"ronde/internal/disclose"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// Given makes a table of values that are known already, of one indicator, and of nothing
// else: nothing in it is computed. published are the keys of its periods as they were
// published, in order.
func Given(book *codebook.Codebook, values []Value, published []observation.Key) *Table {
	t := New(book, disclose.Fold(book))
	for _, v := range values {
		t.known[v.Key] = v
	}
	for _, key := range published {
		at := spanKey{key.Indicator, period.None}
		t.spans[at] = append(t.spans[at], key.Period)
	}
	for at, all := range t.spans {
		slices.SortFunc(all, period.Compare)
		t.spans[at] = slices.Compact(all)
	}
	return t
}
