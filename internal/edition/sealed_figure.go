package edition

import (
	"slices"
	"strings"

	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Figure is a chart, a table or a row of key figures, with its data and texts.
type Figure struct {
	ID         string       `key:"id,required" doc:"Id"`
	Formerly   []string     `key:"formerly" doc:"Earlier ids of the same figure"`
	Kind       FigureKind   `key:"kind,required" enum:"key-figures|table|line|area|column|grouped|stacked|multiples|bar|dot|pyramid|tile-map|sparkline" doc:"How it is shown"`
	Across     string       `key:"across,required" doc:"What the categories are: period, indicator or a dimension"`
	ScaleBreak bool         `key:"scale_break" doc:"true when the scale does not begin at zero"`
	Series     []Series     `key:"series,required" doc:"The series"`
	Categories []Category   `key:"categories" doc:"The categories, when they are not periods"`
	Dated      *DatedAxis   `key:"dated" doc:"The axis of a figure whose series have dates of their own, those of the points"`
	Breaks     []Break      `key:"breaks" doc:"Breaks of the series"`
	Events     []EventMark  `key:"events" doc:"Policy dates on the time axis"`
	References []Reference  `key:"references" doc:"Values to compare with"`
	Texts      []FigureText `key:"texts,required" doc:"Texts, one for each language"`
	// Periods is the axis when the categories are periods: every period from
	// the first to the last, also those without a value. Of a figure with dates it
	// is every month that the axis spans.
	Periods []period.Period
	// Points holds, for each series, one point for each period or category; with
	// dates, one for each date of the series, in order.
	Points [][]Point
}

// Indicators lists the indicators that the figure shows, each once.
func (f *Figure) Indicators() []string {
	var all []string
	add := func(id string) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	if f.Across == "indicator" { // a series then has the name of its first
		for _, c := range f.Categories {
			id, _, _ := strings.Cut(c.Code, ".")
			add(id)
		}
	}
	for _, s := range f.Series {
		add(s.Indicator)
	}
	return all
}

// PartialAt reports whether the last value of a series is a total that lacks
// parts.
func (f *Figure) PartialAt(series int) bool {
	for _, p := range slices.Backward(f.Points[series]) {
		if p.HasValue {
			return p.Present < p.Expected
		}
	}
	return false
}

// ReachesAt reports whether the last value of a series is of a period, or of a day in it.
func (f *Figure) ReachesAt(series int, p period.Period) bool {
	for _, point := range slices.Backward(f.Points[series]) {
		if point.HasValue {
			return p.Start() <= point.Period.End() && point.Period.End() <= p.End()
		}
	}
	return false
}

// Series is one series of a figure.
type Series struct {
	Indicator string      `key:"indicator,required" doc:"Id of the indicator"`
	Codes     string      `key:"codes" doc:"Codes, joined by points"`
	Name      source.Text `key:"name,required" doc:"Name in the figure"`
	Unit      source.Text `key:"unit,required" doc:"Unit"`
	Decimals  int         `key:"decimals" doc:"Digits after the decimal sign when printed"`
	Percent   bool        `key:"percent" doc:"true when printed with a per cent sign"`
	Derived   bool        `key:"derived" doc:"true when computed by Ronde"`
}

// Category is a row or a bar that is not a period.
type Category struct {
	Code string      `key:"code,required" doc:"Code or id of the indicator"`
	Name source.Text `key:"name,required" doc:"Name in the figure"`
	Tile *MapTile    `key:"tile" doc:"Its place on a tile map"`
}

// MapTile is the place of a category on a tile map.
type MapTile struct {
	Column int    `key:"column,required" doc:"Column, counted from 1 at the left"`
	Row    int    `key:"row,required" doc:"Row, counted from 1 at the top"`
	Short  string `key:"short,required" doc:"What stands in the tile"`
}

// DatedAxis is the months that an axis of dates spans.
type DatedAxis struct {
	From  period.Period `key:"from,required" doc:"First month"`
	Until period.Period `key:"until,required" doc:"Last month"`
}

// months are all months of the axis, in order.
func (a *DatedAxis) months() []period.Period { return axis([]period.Period{a.From, a.Until}) }

// EventMark is a policy date on the axis of a figure.
type EventMark struct {
	ID    string        `key:"id,required" doc:"Id of the event"`
	Date  period.Date   `key:"date,required" doc:"Day"`
	At    period.Period `key:"at,required" doc:"Period of the axis that holds the day"`
	Label source.Text   `key:"label,required" doc:"Short label"`
}

// Reference is a value to compare with, drawn as a line across the data.
type Reference struct {
	Value number.Decimal `key:"value,required" doc:"The value"`
	Label source.Text    `key:"label,required" doc:"What it is"`
	Drop  string         `key:"drop" doc:"Newest delivery that the value rests on; none for a value that the analyst gave"`
}

// Break is a break of the series of a figure.
type Break struct {
	Before period.Period `key:"before,required" doc:"First period of the new series"`
	Note   source.Text   `key:"note,required" doc:"What changed"`
	Series []int         `key:"series" doc:"Places of the series that it cuts, from 0; none when it cuts all"`
}

// FigureText is what a figure says in one language.
type FigureText struct {
	Language string   `key:"language,required" doc:"Language"`
	Title    string   `key:"title,required" doc:"Title"`
	Subtitle string   `key:"subtitle" doc:"Subtitle"`
	Alt      string   `key:"alt" doc:"Alternative text"`
	Notes    []Remark `key:"notes" doc:"Notes"`
	Source   string   `key:"source" doc:"Sources and the days received"`
	Tiles    []Tile   `key:"tiles" doc:"Key figures in words"`
}

// Remark is a note under a figure, perhaps with a mark or a number.
type Remark struct {
	Mark string `key:"mark" doc:"Mark or number that it explains"`
	Text string `key:"text,required" doc:"The note"`
}

// Tile is a key figure in words, one for each series of the figure.
type Tile struct {
	Qualifier string       `key:"qualifier" doc:"Word before the number: about, more than"`
	Printed   string       `key:"printed,required" doc:"The number as printed, or a mark"`
	Absent    string       `key:"absent" doc:"What the mark means, when there is no number"`
	Unit      string       `key:"unit" doc:"Unit"`
	When      string       `key:"when" doc:"Period, as in: in July 2022"`
	Tags      []Remark     `key:"tags" doc:"Status marks with their words"`
	Trend     string       `key:"trend" doc:"The change as a sentence"`
	Changes   []TileChange `key:"changes" doc:"Changes with their bases"`
	Source    string       `key:"source" doc:"Suppliers"`
	Caption   string       `key:"caption" doc:"Periods of the small picture"`
	Alt       string       `key:"alt" doc:"Alternative text of the small picture"`
}

// TileChange compares a key figure with an earlier one.
type TileChange struct {
	Against    string `key:"against,required" doc:"Earlier period"`
	Difference string `key:"difference" doc:"Difference as printed"`
	Percent    string `key:"percent" doc:"Difference in per cent as printed"`
	Base       string `key:"base" doc:"Earlier value as printed"`
	Note       string `key:"note" doc:"Why no comparison is made"`
}

// Point is one value of a figure.
type Point struct {
	Period        period.Period
	Value         number.Decimal
	HasValue      bool
	Status        observation.Status
	Qualifier     observation.Qualifier
	Revised       bool
	Reconstructed bool
	// Idle is true when there is no value because none was due: the series had
	// not begun, or is delivered at irregular dates.
	Idle bool
	// Present and Expected count the parts of a computed total that lacks some;
	// both are 0 otherwise.
	Present, Expected int
	Drop              string // newest drop that the value rests on; "" when there is none
}
