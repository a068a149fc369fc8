// Package chart draws the figures of a page as SVG, and says what an interactive
// chart shows in their place (Option).
//
// A picture is one file with two framings. Shown whole, as it is downloaded, it
// carries title, subtitle, plot, notes and source. Shown through its
// <view id="plot">, as file.svg#plot, it is the bare plot, because the page
// prints the rest as text. The root element has a viewBox and no width or
// height, else a browser would keep the whole file's proportions in both cases.
//
// Every chart is shown in four ways: wide (720 pixels) or narrow (360), light or
// dark. It is laid out twice (Draw): light and dark differ in colours only. A picture holds elements and attributes only: no style, no script, no
// link, so it means the same in every viewer and under any content policy.
//
// What is drawn is what was said. Nothing is joined over a month without a
// figure; zero, hidden and missing look different; a provisional figure is
// dashed or hatched and says so; a bound (more than, less than) is a mark with
// its sign, never a point of the line and never a highest or lowest value. A sum is
// printed when all of its parts are known; else the stack has an open end and
// says so.
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
	// Area draws one series over periods, filled down to zero.
	Area
	// Grouped draws two or three series side by side, from zero: columns over
	// periods or, when the chart has none, bars over categories.
	Grouped
	// Stacked draws two to six parts of a whole, from zero: columns over periods
	// or, when the chart has none, bars over categories. It prints their sum; a
	// part without a value leaves the sum unprinted.
	Stacked
	// Multiples draws two to twelve series over periods, a panel for each on one
	// scale, ordered by their last value.
	Multiples
	// Pyramid draws two series over categories, left and right of the middle; the
	// first category, the youngest, stands at the bottom.
	Pyramid
	// Dot draws one to three series over categories, a dot for each value; a line
	// joins the lowest and the highest.
	Dot
	// Heat draws rows over periods: the state of deliveries, without numbers.
	Heat
	// TileMap draws one series over categories that each have a tile, with the
	// ranked bars beside it.
	TileMap
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

	// Periods are the axis of all kinds but those over categories, evenly spaced:
	// all months of the range in order, also those without a figure. Counts at
	// irregular dates stand in their months, with NotExpected between them, or
	// are Dated.
	Periods    []period.Period
	Categories []Category // in the order drawn; Multiples and TileMap rank by value
	Series     []Series
	Rows       []HeatRow // of Heat, in the order drawn

	Breaks     []Break // numbered in this order
	Events     []Event
	References []Reference // at most two

	Decimals  int  // of the printed values, 0 to 6
	Percent   bool // a value that stands apart from the unit has a per cent sign
	FreeScale bool // the scale of lines and dots need not begin at zero; the subtitle has to say so

	// Dated says that the points of a Line are marks at their true dates, At,
	// which nothing joins. Periods are then the months that the axis spans, and a
	// series has a point for each date it was counted, in order.
	Dated bool
}

// A Category is a row of a chart over categories.
type Category struct {
	Name   string
	Detail string // a second, quieter line, such as the date of the figure; may be empty
	Tile   *Tile  // where a TileMap shows it
}

// A Tile is the place of a category on a tile map.
type Tile struct {
	Column, Row int    // from 1, from the top left
	Short       string // the name in a few letters: "WVL"
}

// A Series is a run of points, one for each period or category.
type Series struct {
	Name   string
	Points []Point
}

// A Reference is a value to compare with, drawn as a line across the data:
// horizontal over periods, vertical over categories.
type Reference struct {
	Value number.Decimal
	Label string // a few words
}

// A HeatRow is who delivers, with a cell for each period.
type HeatRow struct {
	Name   string
	Detail string // a second, quieter line; may be empty
	Cells  []Delivery
}

// Delivery is the state of what one organisation owes for one period.
type Delivery uint8

// The states of a delivery.
const (
	NotDue   Delivery = iota // nothing was to be delivered
	OnTime                   // received by the day it was due
	Late                     // received after that day
	Missing                  // not received, and the day is past
	Expected                 // not received, and the day is still to come
)

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

	At period.Period // the day or days counted, when the chart is Dated
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
