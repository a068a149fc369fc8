package site

import (
	"ronde/internal/chart"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/workbook"
)

// ChartOf is the picture of a figure as an edition's pages show it.
func ChartOf(e *edition.Edition, f *edition.Figure, l *locale.Locale) *chart.Chart {
	p := sealedPlate(e, f, l)
	return p.chart()
}

// TableOf is the table beside it.
func TableOf(e *edition.Edition, f *edition.Figure, l *locale.Locale) *Table {
	p := sealedPlate(e, f, l)
	return p.table()
}

// BookOf is the table of a figure in a workbook.
func BookOf(e *edition.Edition, f *edition.Figure, l *locale.Locale) workbook.Table {
	p := sealedPlate(e, f, l)
	return p.bookTable()
}
