package edition

import (
	"ronde/internal/number"
	"ronde/internal/period"
	"ronde/internal/source"
)

// FiguresFile is content/reports/figures.yaml, whose figures recur, or the
// figures.yaml of one round.
type FiguresFile struct {
	Figures []FigureSpec `key:"figures,required" doc:"The figures"`
}

// FigureKind is how a figure is shown.
type FigureKind string

// The kinds of figure. SparklineFigure is made by references and never written
// in a figures.yaml.
const (
	KeyFigures      FigureKind = "key-figures"
	TableFigure     FigureKind = "table"
	LineFigure      FigureKind = "line"
	AreaFigure      FigureKind = "area"
	ColumnFigure    FigureKind = "column"
	GroupedFigure   FigureKind = "grouped"   // columns or bars of several series, side by side
	StackedFigure   FigureKind = "stacked"   // columns or bars whose parts make a whole
	MultiplesFigure FigureKind = "multiples" // a small picture for each series, on one scale
	BarFigure       FigureKind = "bar"
	DotFigure       FigureKind = "dot"
	PyramidFigure   FigureKind = "pyramid"
	TileMapFigure   FigureKind = "tile-map"
	SparklineFigure FigureKind = "sparkline"
)

// FigureSpec describes a figure: what it shows, not yet its numbers.
type FigureSpec struct {
	ID       source.At[string]        `key:"id,required" pattern:"id" doc:"Stable id; its address on the site"`
	Formerly []source.At[string]      `key:"formerly" pattern:"id" doc:"Earlier ids of the same figure"`
	Kind     source.At[FigureKind]    `key:"kind,required" enum:"key-figures|table|line|area|column|grouped|stacked|multiples|bar|dot|pyramid|tile-map" doc:"How it is shown"`
	From     source.At[period.Period] `key:"from" doc:"First round that has it; of a recurring figure"`
	Until    source.At[period.Period] `key:"until" doc:"Last round that has it; of a recurring figure"`
	Title    source.Text              `key:"title" doc:"The message, at most ten words; may hold references; made from labels when left out"`
	Subtitle source.Text              `key:"subtitle" doc:"Measure, place, period, unit; made from labels when left out"`
	Alt      source.Text              `key:"alt" doc:"Alternative text; made from the data when left out"`
	Notes    []source.Text            `key:"notes" doc:"Notes under the figure; may hold references"`
	Series   []SeriesSpec             `key:"series,required" doc:"What is shown; of key figures, the first is the lead"`
	Periods  *PeriodsSpec             `key:"periods" doc:"Which periods; all when left out"`
	Across   source.At[string]        `key:"across" pattern:"id" doc:"What the rows, bars, dots or tiles are: period, indicator, or a dimension's id; left out, period for a figure over time and the dimension with the most codes for the others"`
	Zero     source.At[bool]          `key:"zero" doc:"false lets the scale of lines or dots begin above zero; the subtitle must say so"`
	Dated    source.At[bool]          `key:"dated" doc:"true draws the counts of a line as marks on their dates, which nothing joins: for counts at irregular dates"`
	Events   []source.At[string]      `key:"events" pattern:"id" doc:"Policy dates of data/events.yaml to mark on the time axis, at most three; breaks are drawn without being named"`
	Compare  []ReferenceSpec          `key:"references" doc:"Values to compare with, drawn as lines across the data; at most two"`
}

// In reports whether a recurring figure is one of a round's.
func (f *FigureSpec) In(round period.Period) bool {
	return (!f.From.IsSet() || round.End() >= f.From.Value.End()) && (!f.Until.IsSet() || round.End() <= f.Until.Value.End())
}

// SeriesSpec is one or several series of a figure.
type SeriesSpec struct {
	Indicator source.At[string]               `key:"indicator,required" pattern:"id" doc:"Indicator"`
	Where     source.Map[[]source.At[string]] `key:"where" pattern:"code" doc:"Dimension id: list of codes, each of which makes a series; a dimension left out is its total"`
	Label     source.Text                     `key:"label" doc:"Name in the figure; made from labels when left out"`
}

// PeriodsSpec chooses periods: a number of last ones, a range, or one.
type PeriodsSpec struct {
	Last  source.At[int]           `key:"last" doc:"The last so many periods, the round's month included"`
	From  source.At[period.Period] `key:"from" doc:"First period"`
	Until source.At[string]        `key:"until" doc:"Last period, or the word round for the round's month"`
	At    source.At[string]        `key:"at" doc:"One period, or the word round, or the word latest"`
}

// ReferenceSpec is a value to compare with: one that is written here, or one
// of an indicator.
type ReferenceSpec struct {
	Label source.Text               `key:"label" doc:"A few words for the picture; may hold references; made from labels for a value of an indicator when left out"`
	Value source.At[number.Decimal] `key:"value" doc:"The value, such as a number of places that was agreed"`
	Of    source.At[ReferenceOf]    `key:"of" doc:"The value of an indicator"`
}

// ReferenceOf names one value of an indicator.
type ReferenceOf struct {
	Indicator source.At[string]             `key:"indicator,required" pattern:"id" doc:"Indicator"`
	Where     source.Map[source.At[string]] `key:"where" pattern:"code" doc:"Dimension id: code; a dimension left out is its total"`
	Period    source.At[string]             `key:"period" doc:"A period, or the word round, or the word latest; round when left out"`
}
