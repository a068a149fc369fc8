package commentary

import (
	"ronde/internal/diag"
	"ronde/internal/source"
)

const file = "content/reports/2022-07/report.nl.md"

// at gives places in a text that is a whole file.
func at(text string) func(start, end int) diag.Span {
	return source.NewPlaces(file, text, 1).Span
}
