package site

import (
	"ronde/internal/chart"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/observation"
)

var chartKinds = map[edition.FigureKind]chart.Kind{
	edition.LineFigure: chart.Line, edition.AreaFigure: chart.Area, edition.ColumnFigure: chart.Column, edition.GroupedFigure: chart.Grouped,
	edition.StackedFigure: chart.Stacked, edition.MultiplesFigure: chart.Multiples, edition.BarFigure: chart.Bar, edition.DotFigure: chart.Dot,
	edition.PyramidFigure: chart.Pyramid, edition.TileMapFigure: chart.TileMap, edition.SparklineFigure: chart.Sparkline,
}

// chart is the picture of a plate; nil for a table, and for a figure of an early
// edition that no picture holds, such as a bar chart of three series: its table
// stands open.
func (p *plate) chart() *chart.Chart {
	kind, ok := chartKinds[p.kind]
	if !ok {
		return nil
	}
	if kind == chart.Column && len(p.series) > 1 {
		kind = chart.Line // what early editions called columns of several series
	}
	c := &chart.Chart{
		Kind: kind, Locale: p.l, Title: p.title, Subtitle: p.subtitle, Description: p.alt, Unit: p.unit(), Source: p.source,
		FreeScale: p.free && (kind == chart.Line || kind == chart.Dot), Dated: p.dated,
	}
	for _, r := range p.notes {
		if p.isBreak(r) {
			continue // the chart numbers its breaks itself
		}
		text := r.Text
		if r.Mark != "" {
			text = r.Mark + " " + text
		}
		c.Notes = append(c.Notes, text)
	}
	column, row := p.corner()
	for _, at := range p.places {
		if p.across == "period" {
			c.Periods = append(c.Periods, at.period)
			continue
		}
		category := chart.Category{Name: at.name, Detail: p.detail(at)}
		if at.tile != nil {
			category.Tile = &chart.Tile{Column: at.tile.Column - column, Row: at.tile.Row - row, Short: at.tile.Short}
		}
		c.Categories = append(c.Categories, category)
	}
	for i, s := range p.series {
		line := chart.Series{Name: s.name}
		for _, point := range s.points {
			line.Points = append(line.Points, chartPoint(point))
		}
		c.Series = append(c.Series, line)
		if i == 0 {
			c.Decimals, c.Percent = s.decimals, s.percent
		}
	}
	for _, b := range p.breaks {
		c.Breaks = append(c.Breaks, chart.Break{At: b.before, Note: b.note, Series: b.series})
	}
	for _, e := range p.events {
		c.Events = append(c.Events, chart.Event{At: e.at, Label: e.label})
	}
	for _, r := range p.references {
		c.References = append(c.References, chart.Reference{Value: r.value, Label: r.label})
	}
	if !drawable(c) {
		return nil
	}
	return c
}

// corner is what lies left of and above the tiles of a map: one of few areas has
// no empty margin.
func (p *plate) corner() (column, row int) {
	for i, at := range p.places {
		switch {
		case at.tile == nil:
		case i == 0:
			column, row = at.tile.Column-1, at.tile.Row-1
		default:
			column, row = min(column, at.tile.Column-1), min(row, at.tile.Row-1)
		}
	}
	return column, row
}

// drawable reports whether a picture shows all of a chart.
func drawable(c *chart.Chart) bool {
	for _, problem := range c.Validate() {
		switch problem.Rule {
		case chart.UnknownKind, chart.NoAxis, chart.NoSeries, chart.TooManySeries, chart.TooFewSeries, chart.LengthMismatch, chart.PeriodsDisordered, chart.MonthsMissing,
			chart.NotDatedKind, chart.DatedAxisNotMonths, chart.DatesDisordered, chart.DateOutsideAxis, chart.NegativePart, chart.NoTile, chart.TilesMeet, chart.TileOutOfRange:
			return false
		}
	}
	return true
}

// detail is the period of a category's figure, where the categories differ in
// it.
func (p *plate) detail(at placing) string {
	if !p.mixedPeriods() {
		return ""
	}
	for i, place := range p.places {
		if place == at && p.series[0].points[i].HasValue {
			return p.l.Period(p.series[0].points[i].Period)
		}
	}
	return ""
}

// mixedPeriods reports whether a plate over categories shows values of several
// periods beside each other.
func (p *plate) mixedPeriods() bool {
	if p.across == "period" {
		return false
	}
	var first edition.Point
	for _, s := range p.series {
		for _, point := range s.points {
			switch {
			case !point.HasValue:
			case !first.HasValue:
				first = point.Point
			case point.Period != first.Period:
				return true
			}
		}
	}
	return false
}

func chartPoint(s spot) chart.Point {
	point := chart.Point{
		Qualifier: locale.Qualifier(s.Qualifier.String()), Reconstructed: s.Reconstructed,
		Provisional: s.Status.Has(observation.Provisional), Estimated: s.Status.Has(observation.Estimated), At: s.Period,
	}
	switch {
	case s.HasValue:
		point.State, point.Value = chart.Present, s.Value
	case s.idle:
		point.State = chart.NotExpected
	case s.Status.Has(observation.Hidden):
		point.State = chart.Hidden
	case s.Status.Has(observation.CannotExist):
		point.State = chart.CannotExist
	default:
		point.State = chart.NotDelivered
	}
	return point
}

// framings are the files of a picture: what stands between its name and .svg.
var framings = []struct {
	suffix string
	frame  chart.Frame
}{
	{"", chart.Frame{}}, {".dark", chart.Frame{Dark: true}},
	{".narrow", chart.Frame{Narrow: true}}, {".narrow-dark", chart.Frame{Narrow: true, Dark: true}},
}

// putDrawing puts the files of a picture, and of the interactive chart where there
// is one; a sparkline has one width.
func putDrawing(w *writer, base string, d *chart.Drawing) {
	for _, f := range framings {
		if d.Kind == chart.Sparkline && f.frame.Narrow {
			continue
		}
		w.file(base+f.suffix+".svg", d.SVG(f.frame))
	}
	if d.Interactive() {
		w.file(base+".json", d.Option())
	}
}

// pictureOf is the picture whose files begin with base, an address relative to the
// page.
func pictureOf(d *chart.Drawing, base string) *Picture {
	p := &Picture{Alt: d.Description}
	p.Width, p.Height = d.View(false)
	if d.Kind == chart.Sparkline {
		p.Wide, p.WideDark = base+".svg", base+".dark.svg"
		return p
	}
	p.Wide, p.WideDark = base+".svg#plot", base+".dark.svg#plot"
	p.Narrow, p.NarrowDark = base+".narrow.svg#plot", base+".narrow-dark.svg#plot"
	p.NarrowWidth, p.NarrowHeight = d.View(true)
	return p
}
