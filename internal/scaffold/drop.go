package scaffold

import (
	"fmt"

	"ronde/internal/codebook"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/source"
)

// A DropRequest is what the place of a delivery is made from.
type DropRequest struct {
	ID       drop.ID
	Contract *codebook.Contract
	Received period.Date
	// Table is the delivered file, byte for byte; nil for a file with a header alone.
	Table []byte
}

// Drop makes the two files of a delivery.
func Drop(r DropRequest) Files {
	table := r.Table
	if table == nil {
		table = header(r.Contract, r.ID.Round)
	}
	return Files{
		r.ID.Path(): table,
		r.ID.DescriptionPath(): []byte(fmt.Sprintf(`# What belongs to a delivery beside its figures.
ronde: 1
# The day on which it arrived, or the day of its source.
received: %s
# Take the # away where there is something to say. ronde schema drop lists what may stand here.
# sender: a function, never a person
# source: {title: Title of the publication, publisher: Who published it, url: https://…, date: %s}
# note: What readers should know about this delivery.
# changed: Why earlier values differ.
`, r.Received, r.ID.Round)),
	}
}

// header is the first line of a file as a contract asks for it. Columns that may be missing
// are there, except those that nobody reads.
func header(contract *codebook.Contract, round period.Period) []byte {
	var names []string
	for _, c := range contract.Columns {
		if c.Is.Value != codebook.IgnoredColumn || !c.Optional {
			names = append(names, c.Name.Value)
		}
	}
	if contract.Layout.Value == codebook.PeriodsAcross {
		unit := contract.Unit(round)
		if unit.IsZero() {
			unit = round
		}
		names = append(names, drop.WritePeriod(unit, contract.Dialect))
	}
	declared := source.Declared{Encoding: contract.Dialect.Encoding.Value, Separator: contract.Dialect.Separator.Value}
	if declared.Separator == "" {
		declared.Separator = ";"
	}
	content, _ := source.WriteTable([][]string{names}, declared) // such names were read from such files
	if declared.Encoding == "" || declared.Encoding == "utf-8" {
		content = append([]byte("\ufeff"), content...) // without it Excel takes the file for Windows-1252
	}
	return content
}
