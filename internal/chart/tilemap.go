package chart

import (
	"cmp"
	"slices"

	"ronde/internal/number"
)

// Geometry of a tile map, in view coordinates.
const (
	tileWide     = 70 * px
	tileNarrow   = 84 * px
	tileLeast    = 40 * px
	betweenTiles = 4 * px
	mapTop       = 4 * px
	toBars       = 44 * px  // wide: from the map to the names of the bars
	tileNames    = 150 * px // at most, left of the bars
	tileSize     = 16       // of values, in pixels
)

// A tileMap is a tile map in the making.
type tileMap struct {
	*plot
	points []Point
	side   int
	right  int
	bottom int
	split  number.Decimal // values from here on are in the upper class
	two    bool           // whether there are two classes
	key    []class
}

// drawTileMap draws a tile for each category, in two classes of value, with the
// value in it, and the ranked bars beside the map: a tile has the same size
// whatever its value, so the bars show it better.
func drawTileMap(p *plot) {
	d := tileMap{plot: p, points: make([]Point, len(p.c.Categories))}
	if len(p.series) > 0 {
		d.points = p.series[0].Points
	}
	d.split, d.two = classes(d.points)
	d.place()
	d.drawTiles()
	d.drawClasses()
	y := d.bottom + 12*px
	order := d.ranked()
	if !p.narrow {
		y = 0
	}
	bars := newBarChart(p, []Series{{Points: d.points}}, barHeight)
	bars.order, bars.from, bars.above = order, 0, false
	if !p.narrow {
		bars.from = d.right + toBars
	}
	bars.left = bars.from + d.nameWidth(order)
	if !bars.roomy() {
		bars.above, bars.left = true, bars.from
	}
	if bars.terse = unnamed; p.c.Unit != "" && len(order) > 0 {
		y += p.leading
		unit := fit(p.c.Unit, p.width-bars.left, p.size, false)
		p.text(label{x: bars.left, y: y - 6*px, s: unit, fill: role.mute})
	}
	bars.draw(y)
	bottom := bars.bottom
	if len(order) == 0 {
		bottom = y
	}
	p.height = max(d.drawWithout(bars.from, bottom+8*px), d.bottom) + 6*px
}

// classes splits the exact values in two halves at a round number between them;
// of the splits that are equally near to the middle, the one with the wider gap.
func classes(points []Point) (split number.Decimal, ok bool) {
	var values []number.Decimal
	for i := range points {
		if points[i].joins() {
			values = append(values, points[i].Value)
		}
	}
	slices.Sort(values)
	n := len(values)
	var at int
	for i := 1; i < n; i++ {
		if values[i] == values[i-1] {
			continue
		}
		if off, best := abs(2*i-n), abs(2*at-n); at == 0 || off < best || off == best && values[i]-values[i-1] > values[at]-values[at-1] {
			at = i
		}
	}
	if at == 0 {
		return 0, false
	}
	return roundest(values[at-1], values[at]), true
}

// roundest is the number with the fewest figures that is above low and not above
// high.
func roundest(low, high number.Decimal) number.Decimal {
	for power := number.Decimal(1_000_000_000_000_000_000); power > 1; power /= 10 {
		for _, s := range [...]number.Decimal{power, power / 2} {
			if v := floor(high, s) * s; v > low {
				return v
			}
		}
	}
	return high
}

// ranked gives the categories with a value, the largest first.
func (d *tileMap) ranked() []int {
	var order []int
	for i := range d.points {
		if d.points[i].State == Present {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(d.points[j].Value, d.points[i].Value) })
	return order
}

// nameWidth is the room that the names of the bars need.
func (d *tileMap) nameWidth(order []int) int {
	w := 0
	for _, i := range order {
		c := d.c.Categories[i]
		w = max(w, textWidth(c.Name, d.size, true), textWidth(c.Detail, d.size, false))
	}
	return min(w, tileNames) + 12*px
}

// place finds the size of the tiles.
func (d *tileMap) place() {
	columns, rows := 1, 1
	for i := range d.c.Categories {
		if t := d.tile(i); t != nil {
			columns, rows = max(columns, t.Column), max(rows, t.Row)
		}
	}
	d.side = tileWide
	room := d.width - 320*px
	if d.narrow {
		d.side, room = tileNarrow, d.width
	}
	d.side = max(min(d.side, (room+betweenTiles)/columns-betweenTiles), tileLeast) / px * px
	width := columns*(d.side+betweenTiles) - betweenTiles
	d.right = width
	d.bottom = mapTop + rows*(d.side+betweenTiles) - betweenTiles
	if d.key = d.classKey(); d.key != nil {
		d.right = max(d.right, d.bounds(d.key[1].label).x1)
		d.bottom = d.key[1].label.y + 6*px
	}
}

// tile is the tile of a category, nil when it has none on the map.
func (d *tileMap) tile(place int) *Tile {
	t := d.c.Categories[place].Tile
	if t == nil || min(t.Column, t.Row) < 1 || max(t.Column, t.Row) > maxTileSide {
		return nil
	}
	return t
}

// box is the place of a tile.
func (d *tileMap) box(t *Tile) box {
	x := (t.Column - 1) * (d.side + betweenTiles)
	y := mapTop + (t.Row-1)*(d.side+betweenTiles)
	return box{x, y, x + d.side, y + d.side}
}
