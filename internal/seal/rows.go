package seal

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// A Row is one line of a sealed data/<dataset>.csv: what a release said of one
// observation of one drop. A hidden observation has no value.
type Row struct {
	Dataset string
	observation.Observation
	Drop     drop.ID
	Received period.Date
	Removed  bool // the drop withdrew the key
}

// Rows are the rows of one sealed edition, in the order of its files. Only this
// package makes Rows that are not empty, and only from files whose hashes it
// has compared with their seal: this is what lets disclose take them as
// public without looking at a drop.
type Rows struct {
	rows []Row
}

// All gives the rows one by one.
func (r Rows) All() iter.Seq[Row] { return slices.Values(r.rows) }

// At gives one row, which is not to be changed: a site has millions, and what stands on
// them shares them.
func (r Rows) At(i int) *Row { return &r.rows[i] }

// Len is the number of rows.
func (r Rows) Len() int { return len(r.rows) }

var dataHeader = []string{"period", "indicator", "codes", "value", "status", "qualifier", "vintage", "note", "drop", "received", "removed"}

// EncodeData writes rows of one dataset as data/<dataset>.csv, in key order and
// for the same key in drop order.
func EncodeData(rows []Row) []byte {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(a.Key.Compare(b.Key), drop.CompareOrder(a.Drop, a.Received, b.Drop, b.Received))
	})
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	must(w.Write(dataHeader))
	for _, r := range rows {
		value := ""
		if r.HasValue && !r.Status.Has(observation.Hidden) {
			value = r.Value.String()
		}
		must(w.Write([]string{
			r.Period.String(), r.Indicator, string(r.Codes), value, r.Status.String(), r.Qualifier.String(),
			word(r.Reconstructed, "reconstructed"), r.Note, r.Drop.String(), r.Received.String(), word(r.Removed, "yes"),
		}))
	}
	w.Flush()
	return b.Bytes()
}

// must is for writes into memory, which cannot fail.
func must(err error) {
	if err != nil {
		panic("seal: " + err.Error())
	}
}

func word(set bool, text string) string {
	if set {
		return text
	}
	return ""
}

// decodeData reads what EncodeData writes.
func decodeData(dataset string, content []byte) ([]Row, error) {
	r := csv.NewReader(bytes.NewReader(content))
	r.ReuseRecord = true
	r.FieldsPerRecord = len(dataHeader)
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	if !slices.Equal(header, dataHeader) {
		return nil, errors.New("the header is not that of a sealed data file")
	}
	var rows []Row
	for {
		record, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		row, err := decodeRow(record)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", lineOf(r), err)
		}
		if row.Dataset = dataset; row.Drop.Dataset != dataset {
			return nil, fmt.Errorf("line %d: drop %s is of another dataset", lineOf(r), row.Drop)
		}
		rows = append(rows, row)
	}
}

func lineOf(r *csv.Reader) int {
	line, _ := r.FieldPos(0)
	return line
}

func decodeRow(record []string) (row Row, err error) {
	var errs [7]error
	row.Period, errs[0] = period.Parse(record[0])
	row.Indicator, row.Codes = record[1], observation.Codes(record[2])
	row.Status, errs[1] = observation.ParseStatus(record[4])
	row.Qualifier, errs[2] = observation.ParseQualifier(record[5])
	row.Reconstructed, errs[5] = isWord(record[6], "reconstructed")
	row.Note = record[7]
	row.Drop, errs[3] = drop.ParseID(record[8])
	row.Received, errs[4] = period.ParseDate(record[9])
	row.Removed, errs[6] = isWord(record[10], "yes")
	if record[3] != "" {
		row.Value, err = number.Parse(record[3])
		row.HasValue = true
	}
	err = errors.Join(append(errs[:], err)...)
	if err == nil && row.HasValue && row.Status.Has(observation.Hidden) {
		err = errors.New("a hidden observation with a value")
	}
	return row, err
}

// isWord undoes word.
func isWord(cell, text string) (set bool, err error) {
	if cell != "" && cell != text {
		return false, fmt.Errorf("%q is not %s", cell, text)
	}
	return cell == text, nil
}
