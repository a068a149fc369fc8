package chart

import (
	"encoding/json"

	"ronde/internal/number"
)

// Interactive reports whether the chart has an Option: whether a reader who points
// at the picture learns anything from it.
//
// That is so for series over periods of which the picture leaves values out:
// lines, areas, many columns, groups, stacks and small multiples print their
// first, last, highest and lowest value at most; those between are for the
// table, or for who asks. The other kinds stay pictures. Those over categories
// (bars, dots, tile maps) and a few columns print each value beside its mark, so
// that a tooltip would only say again what is read already; a pyramid or a
// sparkline is there for its shape; and a heat grid has no numbers.
func (d *Drawing) Interactive() bool {
	return d.Kind != Sparkline && (d.wide.interactive() || d.narrow.interactive())
}

func (p *plot) interactive() bool { return p.kept.unprinted && len(p.fields) > 0 }

// Option is the chart for readers who point at it or walk through it by
// keyboard, as JSON: for a wide and for a narrow page what ECharts draws, in
// light colours, and what the tooltip and the live region say of each place.
//
// It shows what SVG shows, with the same numbers, words and colours at the same
// coordinates: the texts and thin lines are those that the picture was drawn
// with, and only the data are left for ECharts to draw. So no label of ECharts'
// own making meets another, and no number is formatted in a browser, which would
// group thousands by commas in every language.
//
// The option holds no function. Only a chart that is Interactive has one.
func (d *Drawing) Option() []byte {
	o := interactive{Dark: darkOf(), Wide: d.wide.framing(), Narrow: d.narrow.framing()}
	for _, at := range d.wide.told() {
		o.Said = append(o.Said, d.wide.said(at))
	}
	return encode(o)
}

// interactive is the file of an interactive chart. The theme's script reads it.
type interactive struct {
	Said []string `json:"said"` // one sentence for each place that is told of, for the live region
	// Dark gives for each colour of the options the one of the dark picture.
	Dark   map[string]string `json:"dark"`
	Wide   framing           `json:"wide"`
	Narrow framing           `json:"narrow"`
}

// A framing is the chart in a wide or in a narrow page, in pixels of the
// picture's view.
type framing struct {
	Width  float64        `json:"width"`
	Height float64        `json:"height"`
	Fields []fieldBox     `json:"fields"` // where data stand
	Tips   []string       `json:"tips"`   // the tooltip of each place, marked up as ECharts' rich text
	Option map[string]any `json:"option"` // for ECharts
}

// A fieldBox is the room of a field, left, top, right and bottom, and where the
// places that are told of stand in it.
type fieldBox struct {
	Box [4]float64 `json:"box"`
	X   []float64  `json:"x"`
}

// pixels is a coordinate as options have it: whole pixels with at most one decimal,
// written as the picture writes it.
func pixels(tenths int) float64 { return float64(tenths) / px }

// exact is a value as a JSON number that loses no digit.
func exact(d number.Decimal) json.Number { return json.Number(d.String()) }

// encode writes JSON with the characters of numbers and names as they are.
func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // no type of an option can fail to be encoded
	}
	return data
}

// A field is where the data of some series lie in a plot.
type field struct {
	trace
	left, right int // of the axis; the first and last place of lines, the edges of columns
	series      []int
	half        int // half the width of a column; 0 for lines
	between     int // two columns of a group
	stacked     bool
	panel       bool // the lines stand in a panel, all drawn alike
}

// upTo gives the numbers from 0 to before n.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// framing gives the option of a drawn plot.
func (p *plot) framing() framing {
	told := p.told()
	f := framing{Width: pixels(p.width), Height: pixels(p.height), Option: p.echarts()}
	for i := range p.fields {
		at := &p.fields[i]
		box := fieldBox{Box: [4]float64{pixels(at.left), pixels(at.scale.to), pixels(at.right), pixels(at.scale.from)}}
		for _, place := range told {
			box.X = append(box.X, pixels(at.x[place]))
		}
		f.Fields = append(f.Fields, box)
	}
	for _, place := range told {
		f.Tips = append(f.Tips, p.tip(place))
	}
	return f
}

// told gives the places that a reader can ask about: those with a value, or with
// a reason for having none.
func (p *plot) told() []int {
	var places []int
	for i := range p.at {
		for _, s := range p.series {
			if s.Points[i].State != NotExpected {
				places = append(places, i)
				break
			}
		}
	}
	return places
}

// darkOf gives for each colour of light pictures that of dark ones.
func darkOf() map[string]string {
	colours := map[string]string{
		light.page: dark.page, light.ink: dark.ink, light.mute: dark.mute, light.grid: dark.grid, light.tint: dark.tint, light.quiet: dark.quiet,
	}
	for i := range light.series {
		colours[light.series[i]] = dark.series[i]
	}
	return colours
}
