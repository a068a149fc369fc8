// Package chart draws the figures of a page as SVG.
//
// A picture is one file with two framings. Shown whole, as it is downloaded, it
// carries title, subtitle, plot, notes and source. Shown through its
// <view id="plot">, as file.svg#plot, it is the bare plot, because the page
// prints the rest as text. The root element has a viewBox and no width or
// height, else a browser would keep the whole file's proportions in both cases.
//
// Every chart is drawn in four ways: wide (720 pixels) or narrow (360), light or
// dark. A picture holds elements and attributes only: no style, no script, no
// link, so it means the same in every viewer and under any content policy.
//
// What is drawn is what was said. Nothing is joined over a month without a
// figure; zero, hidden and missing look different; a provisional figure is
// dashed or hatched and says so; a bound (more than, less than) is a mark with
// its sign, never a point of the line and never a highest or lowest value.
//
// Coordinates are whole tenths of a pixel and are computed in integers: a
// floating point product may be rounded differently by another processor, and
// the same inputs have to give the same bytes everywhere.
//
// Texts are measured with the real widths of Arial and 8 % to spare, since the
// reader's device may have another typeface. A label that finds no free place is
// left out, never laid over data: the table beside the figure holds all values.
package chart

import (
	"ronde/internal/locale"
	"ronde/internal/number"
	"ronde/internal/period"
)

// Kind is the kind of a chart. The zero Kind is none.
type Kind uint8

// The kinds.
const (
	// Line draws one to four series over periods.
	Line Kind = iota + 1
	// Column draws one series over periods, from zero.
	Column
	// Bar draws one or two series over categories, from zero.
	Bar
	// Sparkline draws one series over periods, 160 by 44, without text.
	Sparkline
)

// A Chart is what a picture shows. All texts are in the language of Locale and
// complete; from the Locale itself come numbers, names of periods and the words
// that say why a figure is not there or not final.
type Chart struct {
	Kind   Kind
	Locale *locale.Locale

	Title       string // the message
	Subtitle    string // measure, place, period, unit
	Description string // kind, measure, period, message, for who cannot see the picture
	Unit        string // the word at the top of the scale: "personen", "%"
	Source      string // a whole line, "Bron: …"
	Notes       []string

	// Periods are the axis of line, column and sparkline, evenly spaced: all
	// months of the range in order, also those without a figure. Counts at
	// irregular dates stand in their months, with NotExpected between them.
	Periods    []period.Period
	Categories []Category // axis of bar, in the order drawn
	Series     []Series

	Breaks []Break // numbered in this order
	Events []Event

	Decimals  int  // of the printed values, 0 to 6
	FreeScale bool // the scale of a line need not begin at zero; the subtitle has to say so
}

// A Category is a row of a bar chart.
type Category struct {
	Name   string
	Detail string // a second, quieter line, such as the date of the figure; may be empty
}

// A Series is a run of points, one for each period or category.
type Series struct {
	Name   string
	Points []Point
}

// State says whether a point has a value, and if not, why.
type State uint8

// The states. The zero State is the one that shows: a point that was forgotten
// is drawn as missing, not left out.
const (
	NotDelivered State = iota // a figure was due: [x]
	CannotExist               // [z]
	Hidden                    // [c]
	NotExpected               // none was due, as between two counts of an irregular series: nothing is drawn
	Present
)

// A Point is one observation.
type Point struct {
	State State
	Value number.Decimal // when Present

	Qualifier     locale.Qualifier // a bound is printed with > or <, an approximate value with ≈
	Provisional   bool
	Estimated     bool
	Reconstructed bool // [g]
}

// A Break separates two definitions of a series.
type Break struct {
	At     period.Period // the first period of the new series
	Note   string        // printed first among the notes, after the break's number
	Series []int         // the series it cuts, by index; none means all
}

// An Event is a dated fact beside the data.
type Event struct {
	At    period.Period
	Label string // a few words
}

// A Frame is one of the four ways to draw a chart.
type Frame struct {
	Narrow bool // 360 pixels instead of 720, larger text
	Dark   bool
}

// SVG draws the chart. It draws whatever it is given: what Validate reports is
// left out or cut, never a reason to fail.
func (c *Chart) SVG(f Frame) []byte {
	if c.Kind == Sparkline {
		return sparkline(c, f)
	}
	return drawPlot(c, f).file()
}

// View is the size in pixels of the bare plot, for the width and height of the
// image element that shows it.
func (c *Chart) View(narrow bool) (width, height int) {
	if c.Kind == Sparkline {
		return sparkWidth / px, sparkHeight / px
	}
	p := drawPlot(c, Frame{Narrow: narrow})
	return p.width / px, p.height / px
}

// drawPlot draws the plot of every kind but the sparkline, which has no frame.
func drawPlot(c *Chart, f Frame) *plot {
	p := newPlot(c, f)
	switch c.Kind {
	case Line:
		drawLines(p)
	case Column:
		drawColumns(p)
	case Bar:
		drawBars(p)
	default:
		p.drawEmpty(0, 3*p.leading)
		p.height = 4 * p.leading
	}
	return p
}
