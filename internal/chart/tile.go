package chart

// The looks of tiles.
const (
	lowerTile = iota
	upperTile
	inexactTile // a bound or an approximate value
	emptyTile
	idleTile // no figure was expected
	tileLooks
)

// look is how the tile of a point is drawn.
func (d *tileMap) look(pt *Point) int {
	switch {
	case pt.State == NotExpected:
		return idleTile
	case pt.State != Present:
		return emptyTile
	case pt.rough():
		return inexactTile
	case d.two && pt.Value >= d.split:
		return upperTile
	}
	return lowerTile
}

// drawTiles draws all tiles, those of one look together, with what stands in them.
func (d *tileMap) drawTiles() {
	var boxes [tileLooks][]box
	var places [tileLooks][]int
	for i := range d.c.Categories {
		if t := d.tile(i); t != nil {
			look := d.look(&d.points[i])
			boxes[look] = append(boxes[look], d.box(t))
			places[look] = append(places[look], i)
		}
	}
	for look := range boxes {
		if len(boxes[look]) == 0 {
			continue
		}
		d.drawRects(boxes[look], tileInset[look], d.tileLook(look))
		for _, b := range boxes[look] {
			d.taken.take(b)
		}
		ink := role.ink
		if look == upperTile {
			ink = role.page
		}
		d.fillTiles(places[look], ink, look)
	}
}

// tileInset keeps outlines within the size of a tile.
var tileInset = [tileLooks]int{lowerTile: px, inexactTile: px, emptyTile: 5, idleTile: 5}

func (d *tileMap) tileLook(look int) string {
	first := role.series[0]
	switch look {
	case lowerTile:
		return ` fill="` + role.tint + `" stroke="` + first + `" stroke-width="2"`
	case upperTile:
		return ` fill="` + first + `"`
	case inexactTile:
		return ` fill="` + role.page + `" stroke="` + first + `" stroke-width="2" stroke-dasharray="2 2"`
	}
	if look == idleTile {
		return ` fill="` + role.page + `" stroke="` + role.quiet + `"`
	}
	return ` fill="` + d.hatchIn("e", role.quiet) + `" stroke="` + role.quiet + `"`
}

// fillTiles writes code and value, or mark, of tiles of one look. On a hatch the
// text has a patch of the page's colour.
func (d *tileMap) fillTiles(places []int, ink string, look int) {
	var codes, values, marks []label
	var patches []box
	for _, i := range places {
		pt := &d.points[i]
		b := d.box(d.tile(i))
		x, y := (b.x0+b.x1)/2, (b.y0+b.y1)/2
		code := label{x: x, y: y - 5*px, s: fit(d.tile(i).Short, d.side-6*px, d.size, true), at: middle, bold: true, fill: ink}
		value := label{x: x, y: y + 15*px, s: pt.State.sign(), at: middle, size: tileSize, fill: ink}
		mark := label{x: x, y: y + 31*px, at: middle, fill: ink}
		if pt.State == Present {
			mark.s = pt.marks()
			if value.s = d.value(pt); textWidth(value.s, tileSize, false) > d.side-8*px {
				value.size = d.small
			}
		}
		switch {
		case value.s == "":
			code.y = y + 5*px
		case mark.s != "" && d.side < tileWide:
			mark.s = ""
		case mark.s != "":
			code.y, value.y, mark.y = code.y-9*px, value.y-9*px, mark.y-7*px
		}
		codes = append(codes, code)
		if value.s != "" && textWidth(value.s, value.size, false) <= d.side-6*px {
			values = append(values, value)
		}
		if mark.s != "" && textWidth(mark.s, d.size, false) <= d.side-6*px {
			marks = append(marks, mark)
		}
		if look == emptyTile {
			half := max(d.bounds(code).x1-x, d.bounds(value).x1-x) + 3*px
			patches = append(patches, box{x - half, code.y - 15*px, x + half, code.y + 26*px})
		}
	}
	d.drawRects(patches, 0, ` fill="`+role.page+`"`)
	d.putAlike(codes)
	for _, size := range [...]int{tileSize, d.small} {
		var alike []label
		for _, l := range values {
			if l.size == size {
				alike = append(alike, l)
			}
		}
		d.putAlike(alike)
	}
	d.putAlike(marks)
}

// A class is an entry of the key of the two classes.
type class struct {
	look  int
	label label
}

// classKey sets the key of the two classes under the map.
func (d *tileMap) classKey() []class {
	if !d.two {
		return nil
	}
	limit := d.number(d.split, d.split.Decimals())
	upper := label{x: toName, y: d.bottom + 22*px, s: "≥\u00a0" + limit}
	lower := label{x: d.bounds(upper).x1 + betweenKeys + toName, y: upper.y, s: "<\u00a0" + limit}
	return []class{{upperTile, upper}, {lowerTile, lower}}
}

// drawClasses draws the key of the two classes.
func (d *tileMap) drawClasses() {
	for _, c := range d.key {
		x, y := c.label.x-toName, c.label.y
		d.drawRects([]box{{x, y - 11*px, x + swatch, y + px}}, tileInset[c.look], d.tileLook(c.look))
		d.text(c.label)
	}
}

// drawWithout lists the categories without a value below y, by what is missing,
// and gives the lower edge.
func (d *tileMap) drawWithout(x, y int) int {
	for _, s := range [...]State{NotDelivered, Hidden, CannotExist} {
		var names []string
		for i := range d.points {
			if d.points[i].State == s {
				names = append(names, d.c.Categories[i].Name)
			}
		}
		if len(names) == 0 {
			continue
		}
		text := d.locale.Named(d.locale.List(names), s.sign()+"\u00a0"+d.why(s))
		for _, line := range wrap(text, d.width-x, d.size, false) {
			y += d.leading
			d.text(label{x: x, y: y, s: line, fill: role.mute})
		}
	}
	return y + 6*px
}
