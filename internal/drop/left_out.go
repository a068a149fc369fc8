package drop

import (
	"strings"

	"ronde/internal/diag"
)

// withoutCodes reports whether the cells of all dimensions of a row are empty.
func (r *reader) withoutCodes(row int) bool {
	for _, c := range r.header.dimensions {
		if strings.TrimSpace(r.table.Cell(row, c.at)) != "" {
			return false
		}
	}
	return len(r.header.dimensions) > 0
}

// setForeign reports a row without a period and codes, a total or a remark, and
// leaves it unread: what would be said of each of its cells leads nowhere.
func (r *reader) setForeign(row int) {
	if r.foreign == nil {
		r.foreign = map[int]bool{}
	}
	r.foreign[row] = true
	text := ""
	for col := 0; col < len(r.table.Header) && text == ""; col++ {
		text = strings.TrimSpace(r.table.Cell(row, col))
	}
	r.out.Add(diag.RowForeign(r.table.RowSpan(row), text))
}

// leaveOutDisputed takes out the first of two observations of one key that differ:
// nobody knows which of them is right.
func (r *reader) leaveOutDisputed() {
	if len(r.disputed) == 0 {
		return
	}
	kept := r.drop.Observations[:0]
	for i, o := range r.drop.Observations {
		if !r.disputed[int32(i)] {
			kept = append(kept, o)
		}
	}
	r.drop.Observations = kept
}
