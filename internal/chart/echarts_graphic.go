package chart

// A graphic is one element of the furniture.
type graphic struct {
	Type  string        `json:"type"`
	X     *float64      `json:"x,omitempty"`
	Y     *float64      `json:"y,omitempty"`
	Z     int           `json:"z"`
	Shape any           `json:"shape,omitempty"`
	Style *graphicStyle `json:"style"`
}

type graphicStyle struct {
	Text          string               `json:"text,omitempty"`
	Font          string               `json:"font,omitempty"`
	Align         string               `json:"align,omitempty"`
	VerticalAlign string               `json:"verticalAlign,omitempty"`
	Fill          string               `json:"fill,omitempty"`
	Stroke        string               `json:"stroke,omitempty"`
	LineWidth     float64              `json:"lineWidth,omitempty"`
	LineDash      []float64            `json:"lineDash,omitempty"`
	Rich          map[string]richStyle `json:"rich,omitempty"`
}

// Shapes of elements.
type (
	straight struct {
		X1 float64 `json:"x1"`
		Y1 float64 `json:"y1"`
		X2 float64 `json:"x2"`
		Y2 float64 `json:"y2"`
	}
	corners struct {
		Points [][2]float64 `json:"points"`
	}
	circle struct {
		X float64 `json:"cx"`
		Y float64 `json:"cy"`
		R float64 `json:"r"`
	}
	rectangle struct {
		X      float64 `json:"x"`
		Y      float64 `json:"y"`
		Width  float64 `json:"width"`
		Height float64 `json:"height"`
	}
)

// graphic is the furniture as ECharts draws it.
func (p *plot) graphic() []graphic {
	var all []graphic
	for i := range p.kept.rules {
		all = append(all, p.ruleGraphic(&p.kept.rules[i])...)
	}
	for _, l := range p.kept.leads {
		all = append(all, graphic{Type: "polyline", Shape: cornersOf(l), Style: &graphicStyle{Stroke: light.ink, LineWidth: 1, Fill: "none"}})
	}
	for _, at := range p.kept.rings {
		all = append(all, graphic{Type: "circle", Z: zBand, Shape: circle{pixels(at[0]), pixels(at[1]), pixels(ringRadius)},
			Style: &graphicStyle{Fill: light.page, Stroke: light.ink, LineWidth: 1}})
	}
	for _, s := range p.kept.spots {
		all = append(all, p.spotGraphic(s))
	}
	for _, b := range p.kept.boxes {
		all = append(all, p.boxGraphic(b)...)
	}
	for _, l := range p.kept.texts {
		all = append(all, textGraphic(l))
	}
	return all
}

// ruleGraphic gives the lines of a rule. Reference lines are drawn above the data,
// and so is the axis of stacks, from which their edges would cut.
func (p *plot) ruleGraphic(r *rule) []graphic {
	style := &graphicStyle{Stroke: light.of(r.colour), LineWidth: pixels(r.width()), LineDash: r.dash()}
	z := zRule
	if r.look == referenceLook || r.look == referenceEdge || p.fields[0].stacked && r.colour == role.ink {
		z = zText
	}
	var all []graphic
	for _, s := range r.lines {
		all = append(all, graphic{Type: "line", Z: z, Shape: straight{pixels(s.x0), pixels(s.y0), pixels(s.x1), pixels(s.y1)}, Style: style})
	}
	return all
}

func cornersOf(line []vertex) corners {
	var c corners
	for _, at := range line {
		c.Points = append(c.Points, [2]float64{pixels(at[0]), pixels(at[1])})
	}
	return c
}

// spotGraphic is a marker in a key.
func (p *plot) spotGraphic(s keySpot) graphic {
	style := &graphicStyle{Fill: light.series[s.series]}
	if s.hollow {
		style = &graphicStyle{Fill: light.page, Stroke: light.series[s.series], LineWidth: 2.5}
	}
	around := func(line ...vertex) corners {
		for i := range line {
			line[i][0] += s.x
			line[i][1] += s.y
		}
		return cornersOf(line)
	}
	switch s.series % markers {
	case 1:
		return graphic{Type: "rect", Shape: rectangle{pixels(s.x - 4*px), pixels(s.y - 4*px), 8, 8}, Style: style}
	case 2:
		return graphic{Type: "polygon", Shape: around(vertex{0, -60}, vertex{55, 35}, vertex{-55, 35}), Style: style}
	case 3:
		return graphic{Type: "polygon", Shape: around(vertex{0, -60}, vertex{60, 0}, vertex{0, 60}, vertex{-60, 0}), Style: style}
	}
	return graphic{Type: "circle", Shape: circle{pixels(s.x), pixels(s.y), 4.5}, Style: style}
}

// boxGraphic is a bar in a key; the hatching is drawn line by line.
func (p *plot) boxGraphic(b keyBox) []graphic {
	colour := light.series[b.series]
	if !b.hatched {
		return []graphic{{Type: "rect", Shape: rectangle{pixels(b.x0), pixels(b.y0), pixels(b.x1 - b.x0), pixels(b.y1 - b.y0)}, Style: &graphicStyle{Fill: colour}}}
	}
	in := b.box.grow(-px)
	all := []graphic{{Type: "rect", Shape: rectangle{pixels(in.x0), pixels(in.y0), pixels(in.x1 - in.x0), pixels(in.y1 - in.y0)},
		Style: &graphicStyle{Fill: light.page, Stroke: colour, LineWidth: 2}}}
	style := &graphicStyle{Stroke: colour, LineWidth: 1.8}
	for sum := in.x0 + in.y0 + 6*px; sum < in.x1+in.y1; sum += 6 * px {
		x0, x1 := max(in.x0, sum-in.y1), min(in.x1, sum-in.y0)
		all = append(all, graphic{Type: "line", Shape: straight{pixels(x0), pixels(sum - x0), pixels(x1), pixels(sum - x1)}, Style: style})
	}
	return all
}

// textGraphic writes a label. ECharts places texts by the middle of their
// letters, which stands 35 % of the size above the baseline.
func textGraphic(l label) graphic {
	x, y := pixels(l.x), pixels(l.y-l.size*px*35/100)
	style := &graphicStyle{Text: plain(l.s), Fill: light.of(l.fill), VerticalAlign: "middle", Font: length(l.size*px) + "px " + font}
	switch l.at {
	case middle:
		style.Align = "center"
	case end:
		style.Align = "right"
	}
	if l.bold {
		style.Font = "700 " + style.Font
	}
	if l.lead != "" {
		style.Text = styled(bold, l.lead) + style.Text
		style.Rich = map[string]richStyle{bold: {Font: "700 " + style.Font}}
	}
	return graphic{Type: "text", X: &x, Y: &y, Z: zText, Style: style}
}
