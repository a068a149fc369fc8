package site

import (
	"io"

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

// KnownOf writes the file of all that was known after each release of a site.
func KnownOf(s *Site, lang string, to io.Writer) error { return s.in(lang).writeAllKnown(to) }

// TriangleOf is the triangle of an indicator.
func TriangleOf(s *Site, lang, indicator string) *Triangle {
	o := s.in(lang)
	word, _ := s.Archive.Words.Indicator(indicator)
	return o.track(word).triangle(indicatorAt(lang, indicator))
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
