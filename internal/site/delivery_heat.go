package site

import (
	"strconv"

	"ronde/internal/chart"
	"ronde/internal/period"
)

// A heat is deliveries as a picture shows them: rows over the months of a year, up
// to the last in which something is known.
type heat struct {
	*outlook
	title  string
	year   int
	months int
	rows   []heatRow
}

func (o *outlook) heat(l *ledger, title string, year int) *heat {
	h := &heat{outlook: o, title: title, year: year, months: 12}
	if year == l.last.Year() {
		_, h.months, _ = l.last.Start().Civil()
	}
	return h
}

// A heatRow is an organisation or a dataset with a cell for each month.
type heatRow struct {
	name  string
	cells [12]Delivery
}

// heatStates are the states of cells as pictures know them.
var heatStates = map[DeliveryState]chart.Delivery{
	DeliveryNotDue: chart.NotDue, DeliveryOnTime: chart.OnTime, DeliveryLate: chart.Late, DeliveryMissing: chart.Missing, DeliveryExpected: chart.Expected,
}

// chart is the picture; nil when none can be drawn. counts tells how many of the
// deliveries due came when.
func (h *heat) chart(counts string) *chart.Chart {
	c := &chart.Chart{Kind: chart.Heat, Locale: h.l, Title: h.title, Description: h.l.DeliveryGrid(h.title, counts)}
	for m := range h.months {
		c.Periods = append(c.Periods, period.MonthOf(h.year, m+1))
	}
	for _, r := range h.rows {
		row := chart.HeatRow{Name: r.name}
		for _, cell := range r.cells[:h.months] {
			row.Cells = append(row.Cells, heatStates[cell.State])
		}
		c.Rows = append(c.Rows, row)
	}
	if !drawable(c) {
		return nil
	}
	return c
}

// figure shows the picture on a page whose address is that of the folder in which
// its files, called name, lie.
func (h *heat) figure(w *writer, at, name, counts string) Figure {
	f := Figure{ID: "y" + strconv.Itoa(h.year), Title: h.title}
	if c := h.chart(counts); c != nil {
		d := c.Draw()
		putDrawing(w, at+name, d)
		f.Picture, f.Downloads = pictureOf(d, name), []Download{h.download(at, at+name+".svg", "SVG", "")}
	}
	return f
}

// worse is the state of an organisation of which one dataset is in one state and
// one in another: what is missing says more than what came.
func worse(a, b DeliveryState) DeliveryState {
	for _, state := range []DeliveryState{DeliveryMissing, DeliveryLate, DeliveryExpected, DeliveryOnTime} {
		if a == state || b == state {
			return state
		}
	}
	return DeliveryNotDue
}
