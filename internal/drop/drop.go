// Package drop reads deliveries: CSV files checked against their contract, with
// the YAML beside them that says when and how they came.
//
// # Identity and order
//
// A drop lies at data/drops/<round>/<organisation>/<dataset>.csv, with its
// description beside it as <dataset>.yaml; a second delivery in the same round
// is <dataset>.2.csv and <dataset>.2.yaml. Its id is the path without
// data/drops/ and .csv: 2022-08/dvz/attestations.2. The folder is the round
// that the delivery was made for; periods stand in the rows.
//
// Drop order is: day received, round, delivery number, and then the dataset's
// id, so that any two drops have an order.
//
// # Rows
//
// The contract names the columns; their order is free, and spaces around cells
// do not count, because nobody sees them in Excel. A column that is missing,
// new or renamed is an error. In layout long a row is an observation, in layout
// wide it is one observation for each value column, and in layout
// periods-across one for each column whose header is a period.
//
// A dimension's cell is what the contract's `codes` translate, or a code or
// former code of the dimension's list. All dimensions of an indicator are given,
// by a column or by a fixed code. A code is used only for periods in which it
// exists, and the total of a dimension is not delivered where it is computed.
//
// # Numbers and periods
//
// Nothing is guessed. A point or comma with one to three digits before and three
// behind it is read when the contract or another cell of the column says what
// it is, and is an error otherwise; so are 03/04/2022 in a column without a day
// above twelve, and a column that is written in two ways. Periods are written
// as package period writes them, and days and months as the contract's `dates`
// says or as the whole column shows.
//
// A count is whole and never negative. A flow with a rhythm is delivered for
// whole months, quarters or years, a stock at a date or for the month, quarter
// or year that it closes. A period that begins after the day of receipt is an
// error, unless the value is a forecast.
//
// # Empty is never ambiguous
//
//	0                         zero
//	no value, no status       an error
//	no value, O M or L        not delivered, cannot exist, not collected
//	no value, Q               hidden by the supplier; Q beside a value is an error
//	a mark in hidden_marks    hidden, as Q
//	a mark in `codes`         of a value column: the status that it means
//	O, M, L or Q as a cell    in layout periods-across, which has no status column
//	> < ± ~ and a number      more than, less than, about: with `qualifiers: true`
//
// What a row that is absent means depends on earlier drops and is decided by
// package cube.
package drop

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// ID names a drop.
type ID struct {
	Round        period.Period // a month
	Organisation string
	Dataset      string
	Delivery     int // 1 for the first delivery of the round
}

// String is the form 2022-08/dvz/attestations.2; the first delivery has no number.
func (id ID) String() string {
	text := id.Round.String() + "/" + id.Organisation + "/" + id.Dataset
	if id.Delivery > 1 {
		text += "." + strconv.Itoa(id.Delivery)
	}
	return text
}

// ParseID reads the form that String writes.
func ParseID(text string) (ID, error) {
	parts := strings.Split(text, "/")
	if len(parts) != 3 {
		return ID{}, fmt.Errorf("%q is not round/organisation/dataset", text)
	}
	round, err := period.Parse(parts[0])
	if err != nil || round.Kind() != period.Month {
		return ID{}, fmt.Errorf("%q does not begin with a round such as 2022-07", text)
	}
	id := ID{Round: round, Organisation: parts[1], Dataset: parts[2], Delivery: 1}
	if name, suffix, found := strings.Cut(parts[2], "."); found {
		n, err := strconv.Atoi(suffix)
		if err != nil || n < 2 || strconv.Itoa(n) != suffix {
			return ID{}, fmt.Errorf("%q does not end in a delivery number such as .2", text)
		}
		id.Dataset, id.Delivery = name, n
	}
	if id.Organisation == "" || id.Dataset == "" {
		return ID{}, fmt.Errorf("%q is not round/organisation/dataset", text)
	}
	return id, nil
}

// Path is the CSV file of the drop within the site; the description has the
// same name with .yaml.
func (id ID) Path() string { return "data/drops/" + id.String() + ".csv" }

// DescriptionPath is the YAML file of the drop within the site.
func (id ID) DescriptionPath() string { return "data/drops/" + id.String() + ".yaml" }

// Description is the YAML beside a drop.
type Description struct {
	Received   source.At[period.Date]           `key:"received,required" doc:"Day on which the figures arrived or were published"`
	Sender     string                           `key:"sender" doc:"Function of the sender, never a person"`
	Source     *Source                          `key:"source" doc:"Publication from which the figures come"`
	Note       source.Text                      `key:"note" doc:"What readers should know about this delivery"`
	Changed    source.Text                      `key:"changed" doc:"What changed against earlier deliveries and why; the reason of its revisions"`
	Validated  *Validation                      `key:"validated" doc:"Who confirmed the figures and when"`
	Withdrawn  []Withdrawal                     `key:"withdrawn" doc:"Observations that this delivery takes back"`
	Missed     source.At[period.Period]         `key:"missed" doc:"A released round whose cutoff this drop met, though it was committed after the release"`
	Vintage    source.At[string]                `key:"vintage" enum:"reconstructed" doc:"reconstructed: put together later from a source of source_date by rule"`
	SourceDate source.At[period.Date]           `key:"source_date" doc:"Day of the source of a reconstructed vintage"`
	Rule       source.Text                      `key:"rule" doc:"How received follows for a reconstructed vintage"`
	Status     source.At[string]                `key:"status" doc:"Status codes that every row has, such as P"`
	Accept     []source.At[codebook.Acceptance] `key:"accept" doc:"Warnings on this drop that are accepted"`
	Imported   *Imported                        `key:"imported" doc:"From which cells of a workbook ronde import took the figures"`
}

// Source is a publication.
type Source struct {
	Title     string `key:"title,required" doc:"Title of the publication"`
	Publisher string `key:"publisher" doc:"Who published it"`
	URL       string `key:"url" pattern:"url" doc:"Where it is or was"`
	Date      string `key:"date" doc:"Its date as printed: day, month or year"`
	Licence   string `key:"licence" doc:"Its licence, as stated"`
}

// Validation is the sign-off of a delivery: who confirmed its figures, and when.
type Validation struct {
	Role string                 `key:"role,required" doc:"Function of who confirmed them, never a person"`
	On   source.At[period.Date] `key:"on,required" doc:"Day of the confirmation"`
}

// Withdrawal names observations that a drop takes back: one, or with a
// dimension left out all codes of it.
type Withdrawal struct {
	Indicator source.At[string]             `key:"indicator,required" pattern:"id" doc:"Indicator of the observations"`
	Period    source.At[period.Period]      `key:"period,required" doc:"Their period"`
	Where     source.Map[source.At[string]] `key:"where" pattern:"code" doc:"Dimension id: code"`
	Reason    source.Text                   `key:"reason" doc:"Why"`
}

// A Delivered observation is a row of a drop with its place.
type Delivered struct {
	observation.Observation
	At source.Place // of the value's cell
}

// Span is the place of the value's cell.
func (d *Delivered) Span() diag.Span { return d.At.Span() }

// A Drop is one delivery, read and checked against its contract.
type Drop struct {
	ID           ID
	Contract     *codebook.Contract
	Description  Description
	Observations []Delivered // in the order of the file
	Withdrawn    []Withdrawn
	// Imported names the cells of a workbook from which the drop came; nil when it came
	// from none, or its CSV file was changed since.
	Imported *Imported
	// Complete is false when errors were found: what could be read is there,
	// and what depends on the whole drop is to be skipped.
	Complete bool
}

// Withdrawn is one series and period that the drop takes back.
type Withdrawn struct {
	Key  observation.Key
	Span diag.Span
}

// Received is the day on which the drop arrived.
func (d *Drop) Received() period.Date { return d.Description.Received.Value }

// Compare is drop order.
func Compare(a, b *Drop) int { return CompareOrder(a.ID, a.Received(), b.ID, b.Received()) }

// CompareOrder is drop order for drops of which only id and day are known.
func CompareOrder(a ID, receivedA period.Date, b ID, receivedB period.Date) int {
	return cmp.Or(
		cmp.Compare(receivedA, receivedB),
		period.Compare(a.Round, b.Round),
		cmp.Compare(a.Delivery, b.Delivery),
		cmp.Compare(a.Dataset, b.Dataset),
		cmp.Compare(a.Organisation, b.Organisation),
	)
}
