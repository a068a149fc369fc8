package edition

import (
	"ronde/internal/codebook"
	"ronde/internal/period"
	"ronde/internal/source"
)

// ReportFile is content/reports/<round>/report.yaml.
type ReportFile struct {
	Cutoff  source.At[period.Date]           `key:"cutoff,required" doc:"Deliveries received up to this day are in the report"`
	Embargo source.At[period.Date]           `key:"embargo" doc:"Day before which the released report is not published"`
	Next    source.At[period.Date]           `key:"next_release" doc:"Day announced for the next report"`
	Title   source.Text                      `key:"title" doc:"Title of the report; made from the subject of the site and the month when left out"`
	Lead    []source.At[string]              `key:"lead" pattern:"id" doc:"Indicators whose change makes a correction concern the headline"`
	Events  []source.At[string]              `key:"events" pattern:"id" doc:"Events that this report mentions"`
	Notices []Notice                         `key:"notices" doc:"Dated notices above the report"`
	Accept  []source.At[codebook.Acceptance] `key:"accept" doc:"Warnings on this report that are accepted"`
}

// Notice is a dated sentence above a report.
type Notice struct {
	Date source.At[period.Date] `key:"date,required" doc:"Day of the notice"`
	Text source.Text            `key:"text,required" doc:"The sentence"`
}

// FrontMatter is what stands between --- at the top of a report.<lang>.md.
type FrontMatter struct {
	Title       source.At[string]   `key:"title" doc:"Title of the report in this language"`
	Description source.At[string]   `key:"description" doc:"One or two sentences for search engines and lists"`
	MainPoints  []source.At[string] `key:"main_points" doc:"At most six sentences, one message each"`
}

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
	ColumnFigure    FigureKind = "column"
	BarFigure       FigureKind = "bar"
	SparklineFigure FigureKind = "sparkline"
)

// FigureSpec describes a figure: what it shows, not yet its numbers.
type FigureSpec struct {
	ID       source.At[string]        `key:"id,required" pattern:"id" doc:"Stable id; its address on the site"`
	Formerly []source.At[string]      `key:"formerly" pattern:"id" doc:"Earlier ids of the same figure"`
	Kind     source.At[FigureKind]    `key:"kind,required" enum:"key-figures|table|line|column|bar" doc:"How it is shown"`
	From     source.At[period.Period] `key:"from" doc:"First round that has it; of a recurring figure"`
	Until    source.At[period.Period] `key:"until" doc:"Last round that has it; of a recurring figure"`
	Title    source.Text              `key:"title" doc:"The message, at most ten words; may hold references; made from labels when left out"`
	Subtitle source.Text              `key:"subtitle" doc:"Measure, place, period, unit; made from labels when left out"`
	Alt      source.Text              `key:"alt" doc:"Alternative text; made from the data when left out"`
	Notes    []source.Text            `key:"notes" doc:"Notes under the figure; may hold references"`
	Series   []SeriesSpec             `key:"series,required" doc:"What is shown; of key figures, the first is the lead"`
	Periods  *PeriodsSpec             `key:"periods" doc:"Which periods; all when left out"`
	Across   source.At[string]        `key:"across" pattern:"id" doc:"What the rows or bars are: period, indicator, or a dimension's id; period when left out, for bars the dimension with several codes"`
	Zero     *bool                    `key:"zero" doc:"false lets the scale of a line begin above zero; the subtitle must say so"`
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
