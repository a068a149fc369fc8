package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// A layer is a series of an option, of which several draw one series of the chart,
// with looks that go-echarts has no words for.
type layer struct {
	charts.SingleSeries
	Z            int         `json:"z,omitempty"`
	Symbol       string      `json:"symbol,omitempty"`
	SymbolSize   *[2]float64 `json:"symbolSize,omitempty"`
	SymbolOffset *[2]float64 `json:"symbolOffset,omitempty"`
	ShowSymbol   *bool       `json:"showSymbol,omitempty"`
	ShowAll      bool        `json:"showAllSymbol,omitempty"`
	LineStyle    *stroke     `json:"lineStyle,omitempty"`
	AreaStyle    *shade      `json:"areaStyle,omitempty"`
	ItemStyle    *shape      `json:"itemStyle,omitempty"`
	Emphasis     *emphasis   `json:"emphasis,omitempty"`
	Tooltip      *toggle     `json:"tooltip,omitempty"`
	BarWidth     float64     `json:"barWidth,omitempty"`
	BarMinHeight int         `json:"barMinHeight,omitempty"`
}

// A stroke is the look of a line.
type stroke struct {
	Color   string   `json:"color,omitempty"`
	Width   float64  `json:"width,omitempty"`
	Type    any      `json:"type,omitempty"` // a name, or the lengths of dashes
	Cap     string   `json:"cap,omitempty"`
	Join    string   `json:"join,omitempty"`
	Opacity *float64 `json:"opacity,omitempty"`
}

// A shape is the look of a marker or a bar.
type shape struct {
	Color       string  `json:"color,omitempty"`
	BorderColor string  `json:"borderColor,omitempty"`
	BorderWidth float64 `json:"borderWidth,omitempty"`
	BorderType  any     `json:"borderType,omitempty"`
	Decal       *decal  `json:"decal,omitempty"`
}

// A decal is a pattern over a bar or an area.
type decal struct {
	Symbol     string     `json:"symbol"`
	SymbolSize float64    `json:"symbolSize"`
	Color      string     `json:"color"`
	DashX      [2]float64 `json:"dashArrayX"`
	DashY      [2]float64 `json:"dashArrayY"`
	Rotation   float64    `json:"rotation"`
}

type emphasis struct {
	Scale     *bool `json:"scale,omitempty"`
	ItemStyle shape `json:"itemStyle"`
}

// An item is a value with a look of its own.
type item struct {
	Value     any    `json:"value"`
	ItemStyle *shape `json:"itemStyle"`
}

// inherit is the colour that a mark has already: without it ECharts lightens
// what the reader points at.
const inherit = "inherit"

// nothing stands for a value that is not there.
const nothing = "-"

var no, invisible = false, 0.0

// layers gives what draws one series of a field.
func (f *field) layers(series int) []layer {
	switch {
	case f.half > 0:
		return []layer{f.columns(series)}
	case f.c.Kind == Area:
		return append(f.pieces(series, f.area), f.line(series)...)
	}
	return f.line(series)
}

// line is a line with its markers, and all its points.
func (f *field) line(series int) []layer {
	return append(f.pieces(series, f.stroke), f.markers(series), f.values(series))
}

// look is the colour and the width of a line.
func (f *field) look(series int) (colour string, width float64) {
	if f.panel {
		return light.series[0], 2.5
	}
	return light.series[series], 3
}

// symbol is the marker of a line. In panels all have the first.
func (f *field) symbol(series int) *symbol {
	if f.panel {
		return &symbols[0]
	}
	return &symbols[series%markers]
}

// pieces are the line, or the area beneath it, each run of one style a layer of
// its own: ECharts has one dash for a whole line.
func (f *field) pieces(series int, look func(series, style int) layer) []layer {
	var all []layer
	points := f.plot.series[series].Points
	var run [][2]any
	finish := func(style int) {
		if len(run) > 0 {
			l := look(series, style)
			l.Type, l.Data, l.Symbol, l.Tooltip = "line", run, "none", &toggle{}
			all = append(all, l)
		}
		run = nil
	}
	before := solid
	for i := range points {
		if !f.joined(series, i) {
			finish(before)
			continue
		}
		if style := f.style(series, i); len(run) == 0 || style != before {
			finish(before)
			before = style
			run = append(run, [2]any{f.on(i - 1), exact(points[i-1].Value)})
		}
		run = append(run, [2]any{f.on(i), exact(points[i].Value)})
	}
	finish(before)
	return all
}

// stroke is the line itself.
func (f *field) stroke(series, style int) layer {
	colour, width := f.look(series)
	s := &stroke{Color: colour, Width: width, Type: "solid", Join: "miter"}
	switch style {
	case dashed:
		s.Type = [2]int{4, 3}
	case dotted:
		s.Type, s.Cap = [2]int{0, 6}, "round"
	}
	return layer{LineStyle: s}
}

// area is what lies beneath it.
func (f *field) area(series, style int) layer {
	l := layer{Z: zArea, LineStyle: &stroke{Opacity: &invisible}, AreaStyle: &shade{light.tint, 1}}
	if style == dashed {
		l.AreaStyle.Color = light.page
		l.ItemStyle = &shape{Decal: f.hatching(series)}
	}
	return l
}

// A symbol is the marker of a series, as ECharts names it and as a text shows it,
// with its size and how far its middle stands from the point.
type symbol struct {
	name, glyph  string
	size, offset [2]float64
}

var symbols = [markers]symbol{
	{"circle", "●", [2]float64{9, 9}, [2]float64{}},
	{"rect", "■", [2]float64{8, 8}, [2]float64{}},
	{"triangle", "▲", [2]float64{11, 9.5}, [2]float64{0, -1.25}},
	{"diamond", "◆", [2]float64{12, 12}, [2]float64{}},
}

// markers are the points that the picture marks.
func (f *field) markers(series int) layer {
	m := f.symbol(series)
	size, border, places := m.size, 2.5, f.marked(series)
	if f.panel {
		size, border, places = [2]float64{5.75, 5.75}, 2.25, f.dotted(series)
	}
	colour, _ := f.look(series)
	l := layer{Symbol: m.name, SymbolSize: &size, SymbolOffset: &m.offset, ShowAll: true, Tooltip: &toggle{},
		LineStyle: &stroke{Opacity: &invisible}}
	var data []item
	for _, i := range places {
		pt := &f.plot.series[series].Points[i]
		look := &shape{Color: colour}
		if f.panel {
			look.BorderColor, look.BorderWidth = colour, border
		}
		if pt.hollow() {
			look = &shape{Color: light.page, BorderColor: colour, BorderWidth: border}
		}
		data = append(data, item{[2]any{f.on(i), exact(pt.Value)}, look})
	}
	l.Type, l.Data = "line", data
	return l
}

// values are all points of a line, seen only where the reader points.
func (f *field) values(series int) layer {
	m := f.symbol(series)
	look := shape{BorderColor: light.page, BorderWidth: 2}
	look.Color, _ = f.look(series)
	l := layer{Symbol: m.name, SymbolSize: &[2]float64{m.size[0] + 4, m.size[1] + 4}, SymbolOffset: &m.offset, ShowSymbol: &no,
		LineStyle: &stroke{Opacity: &invisible}, ItemStyle: &look, Emphasis: &emphasis{Scale: &no, ItemStyle: look}}
	data := make([]any, len(f.x))
	for i := range data {
		if data[i] = f.value(series, i); f.c.dated() {
			data[i] = [2]any{f.on(i), data[i]}
		}
	}
	l.Type, l.Data = "line", data
	return l
}

// value is a value of the data, or what stands for none.
func (f *field) value(series, place int) any {
	if pt := &f.plot.series[series].Points[place]; pt.State == Present {
		return exact(pt.Value)
	}
	return nothing
}

// columns are a series of columns: filled, hatched when provisional, empty with a
// dotted outline when the value is a bound or approximate.
func (f *field) columns(series int) layer {
	l := layer{BarWidth: pixels(2 * f.half), BarMinHeight: 2, ItemStyle: &shape{Color: light.series[series]},
		Emphasis: &emphasis{ItemStyle: shape{Color: inherit, BorderColor: light.ink, BorderWidth: 2}}}
	if f.stacked {
		// Each part has an edge of the page within it, so that it stands apart.
		l.Stack, l.BarWidth, l.BarMinHeight = "parts", pixels(2*f.half+2*px), 0
		l.ItemStyle.BorderColor, l.ItemStyle.BorderWidth = light.page, 1
	}
	data := make([]any, len(f.x))
	for i := range data {
		pt := &f.plot.series[series].Points[i]
		value := f.value(series, i)
		switch {
		case value == nothing:
		case pt.rough():
			value = item{value, &shape{Color: light.page, BorderColor: light.series[series], BorderWidth: 2, BorderType: [2]int{2, 2}}}
		case pt.Provisional && pt.Value != 0:
			value = item{value, f.hatched(series)}
		case f.stacked && f.scale.zero()-f.scale.at(pt.Value) < leastEdged:
			value = item{value, &shape{Color: light.series[series]}} // too small for an edge
		}
		data[i] = value
	}
	l.Type, l.Data = "bar", data
	// The gap of a group, in per cent of a column.
	l.BarGap = strconv.FormatFloat(float64(f.between)*50/float64(f.half), 'f', 3, 64) + "%"
	return l
}

// hatched is the look of drawHatched.
func (f *field) hatched(series int) *shape {
	width := 2.0
	if 2*f.half < 16*px {
		width = 1.5
	}
	return &shape{Color: light.page, BorderColor: light.series[series], BorderWidth: width, Decal: f.hatching(series)}
}

// hatching is the pattern of hatch: lines of 1.8, at right angles 4.24 apart.
func (f *field) hatching(series int) *decal {
	return &decal{Symbol: "rect", SymbolSize: 1, Color: light.series[series], DashX: [2]float64{1, 0}, DashY: [2]float64{1.8, 2.44}, Rotation: -0.785398}
}
