package codebook

import (
	"unicode/utf8"

	"ronde/internal/diag"
)

// Limits of a tile map that a phone shows with readable tiles.
const (
	maxTiles = 8 // columns, and rows
	maxShort = 4 // characters in a tile
)

// tiles checks the places of a list's codes on a tile map. A place is taken once
// at a time within a level; codes of two levels that a figure shows together are checked
// with the figure.
func (c *checker) tiles(l *CodeList) {
	type place struct {
		level       string
		column, row int
	}
	taken := map[place][]*Code{}
	for i := range l.Codes {
		code := &l.Codes[i]
		t := code.Tile
		if t == nil {
			continue
		}
		for _, number := range []struct {
			key string
			at  diag.Span
			n   int
		}{{"column", t.Column.Span, t.Column.Value}, {"row", t.Row.Span, t.Row.Value}} {
			if number.n < 1 || number.n > maxTiles {
				c.out.Add(diag.TilePlace(number.at, code.Code.Value, number.key, number.n, maxTiles))
			}
		}
		if utf8.RuneCountInString(t.Short.Value) > maxShort {
			c.out.Add(diag.TileShort(t.Short.Span, code.Code.Value, t.Short.Value, maxShort))
		}
		at := place{code.Level.Value, t.Column.Value, t.Row.Value}
		for _, first := range taken[at] {
			if !code.follows(first) && !first.follows(code) {
				c.out.Add(diag.TileTaken(t.Column.Span, code.Code.Value, first.Code.Value, t.Column.Value, t.Row.Value, first.Tile.Column.Span))
				break
			}
		}
		taken[at] = append(taken[at], code)
	}
}

// follows reports whether a code begins after another has ended, as after a
// merge: it may then stand where the other stood.
func (c *Code) follows(earlier *Code) bool {
	return !earlier.Until.IsZero() && !c.From.IsZero() && earlier.Until.End() < c.From.Start()
}
