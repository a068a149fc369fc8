package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// The option of a plot is built with go-echarts, and with its option alone: what
// go-echarts renders is a page that loads its script from another host, and its
// functions are code in data. Where go-echarts has no word for something, the
// structs of the files echarts_*.go carry it, put in place by a visitor.

// font is that of the pictures.
const font = "Arial,Liberation Sans,Helvetica,sans-serif"

// What is drawn above what. ECharts draws series at 2.
const (
	zArea = -1 // gridlines cross it
	zRule = 0
	zBand = 1 // of the place that the reader points at
	zText = 3 // and lines above the data
)

// echarts gives the option of a plot.
func (p *plot) echarts() map[string]any {
	c := charts.NewLine()
	c.SetGlobalOptions(
		// Without an id go-echarts makes one up by chance.
		charts.WithInitializationOpts(opts.Initialization{ChartID: "chart", BackgroundColor: light.page}),
		charts.WithColorsOpts(light.series[:]),
		charts.WithAnimation(false),
	)
	c.XAxisList, c.YAxisList = nil, nil
	v := visitor{plot: p}
	for i := range p.fields {
		f := &p.fields[i]
		c.GridList = append(c.GridList, opts.Grid{
			Left: length(f.left), Right: length(p.width - f.right), Top: length(f.scale.to), Bottom: length(p.height - f.scale.from),
		})
		c.ExtendXAxis(f.axis(i))
		c.ExtendYAxis(opts.YAxis{Type: "value", Show: opts.Bool(false), GridIndex: i, Min: exact(f.scale.low), Max: exact(f.scale.high)})
		for _, s := range f.series {
			for _, l := range f.layers(s) {
				l.XAxisIndex, l.YAxisIndex, l.Name = i, i, p.series[s].Name
				c.MultiSeries = append(c.MultiSeries, l.SingleSeries)
				v.layers = append(v.layers, l)
			}
		}
	}
	c.SetXAxis(c.XAxisList[0].Data)
	c.Accept(&v)
	c.Validate()
	return c.JSON()
}

// axis is the horizontal axis of a field: its places by name, or half days where
// points have dates of their own.
func (f *field) axis(index int) opts.XAxis {
	a := opts.XAxis{Type: "category", Show: opts.Bool(false), GridIndex: index}
	if f.c.dated() {
		a.Type, a.Min, a.Max = "value", 0, 2*f.calendar().days
		return a
	}
	names := make([]string, len(f.at))
	for i := range names {
		names[i] = f.when(i)
	}
	a.Data = names
	return a
}

func (f *field) calendar() calendar { return f.c.calendar(f.left, f.right) }

// on is where a place stands on the axis.
func (f *field) on(place int) int {
	if f.c.dated() {
		return f.calendar().halves(f.at[place])
	}
	return place
}

// length is a length as go-echarts takes it.
func length(v int) string { return string(appendCoord(nil, v)) }

// A visitor puts what go-echarts cannot say into the option.
type visitor struct {
	charts.BaseConfigurationVisitor
	plot   *plot
	layers []layer
}

// Visit takes out what go-echarts adds to every option and puts in the furniture
// and the tooltip.
func (v *visitor) Visit(option map[string]any) {
	for _, empty := range []string{"title", "legend", "toolbox"} {
		delete(option, empty)
	}
	option["graphic"] = v.plot.graphic()
	option["tooltip"] = v.plot.tooltip()
	if len(v.plot.fields) > 1 {
		option["axisPointer"] = opts.AxisPointer{Link: []opts.AxisPointerLink{{XAxisIndex: upTo(len(v.plot.fields))}}}
	}
}

// VisitSeriesOpt gives the layers with their looks.
func (v *visitor) VisitSeriesOpt(charts.MultiSeries) any { return v.layers }

// VisitXAxis says whether places stand at the ends of the axis, as for lines, or
// within it.
func (v *visitor) VisitXAxis(axes []opts.XAxis) any {
	type xAxis struct {
		opts.XAxis
		BoundaryGap bool `json:"boundaryGap"`
	}
	var all []xAxis
	for i, a := range axes {
		all = append(all, xAxis{a, v.plot.fields[i].half > 0})
	}
	return all
}

// VisitGrid keeps ECharts from moving the grids.
func (v *visitor) VisitGrid(grids []opts.Grid) any {
	type grid struct {
		opts.Grid
		OuterBounds string `json:"outerBoundsMode"`
	}
	var all []grid
	for _, g := range grids {
		all = append(all, grid{g, "none"})
	}
	return all
}

// plain keeps ECharts from reading a brace in a text as mark-up.
func plain(s string) string { return strings.ReplaceAll(s, "{", "{\u2060") }
