package chart

import (
	"strings"
	"testing"

	"ronde/internal/number"
)

// FuzzTexts puts any bytes into every text: the file stays well-formed, holds no
// element that is not its own, and no text is lost or leaves its frame.
func FuzzTexts(f *testing.F) {
	f.Add("Attesten", "personen", "</text><script>alert(1)</script>", uint8(1))
	f.Add("]]>", "&amp;", `" onload="x`, uint8(2))
	f.Add("\x00\x1b\ufffe", "\xff\xc0", "a\tb\nc\u2028d", uint8(3))
	f.Add(strings.Repeat("W", 200), strings.Repeat("é ", 90), "\u202e", uint8(4))
	f.Fuzz(func(t *testing.T, title, unit, name string, kind uint8) {
		if len(title)+len(unit)+len(name) > 2000 {
			return
		}
		c := &Chart{Kind: Line + Kind(kind)%TileMap, Locale: language(t, "nl"), Title: title, Subtitle: unit, Description: name,
			Unit: unit, Source: name, Notes: []string{title}, Periods: months(t, "2022-03", 4),
			Categories: []Category{{Name: name, Detail: title, Tile: &Tile{1, 1, unit}}, {Name: unit}, {Name: title, Detail: unit}, {}},
			Series:     []Series{series(t, name, "1 x 3 4p"), series(t, unit, "1 2 c 4")},
			Rows:       []HeatRow{{name, title, []Delivery{OnTime, Late}}, {unit, "", nil}},
			References: []Reference{{2 * one, name}, {-one, title}}}
		c.Breaks = []Break{{At: c.Periods[2], Note: unit}}
		c.Events = []Event{{c.Periods[1], name}}
		for _, frame := range frames {
			pic := read(t, c.Draw().SVG(frame.Frame))
			for _, s := range pic.texts {
				if s.box.x0 < pic.view.x0 || s.box.x1 > pic.view.x1 {
					t.Errorf("%q at %v leaves the frame %v", s.s, s.box, pic.view)
				}
			}
		}
	})
}

// FuzzValues draws any values and lengths without failing.
func FuzzValues(f *testing.F) {
	f.Add(int64(0), int64(0), int64(0), uint8(0), uint8(3), 0)
	f.Add(int64(-1<<63), int64(1<<63-1), int64(1), uint8(1), uint8(2), 6)
	f.Add(int64(1), int64(-1), int64(1<<62), uint8(2), uint8(0), -3)
	f.Add(int64(-999999999999), int64(5), int64(7), uint8(7), uint8(255), 99)
	f.Fuzz(func(t *testing.T, a, b, d int64, kind, shape uint8, decimals int) {
		c := &Chart{Kind: Kind(kind) % (TileMap + 2), Locale: language(t, "de"), Title: "T", Description: "D", Unit: "u",
			Decimals: decimals, FreeScale: shape&1 != 0, Periods: months(t, "2022-03", int(shape%5)),
			Categories: make([]Category, shape%4), Dated: shape&2 != 0,
			References: []Reference{{number.Decimal(b), "r"}}, Rows: []HeatRow{{Cells: []Delivery{Delivery(shape)}}}}
		for i := range c.Categories {
			c.Categories[i].Tile = &Tile{int(a) % 9, int(b) % 9, "T"}
		}
		for _, v := range []int64{a, b, d} {
			s := Series{Points: []Point{{State: Present, Value: number.Decimal(v)}, {State: Present, Value: number.Decimal(d)},
				{State: State(shape % 7), Value: number.Decimal(a)}}}
			c.Series = append(c.Series, s)
		}
		for _, frame := range frames {
			read(t, c.Draw().SVG(frame.Frame))
		}
	})
}
