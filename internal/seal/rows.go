package seal

import (
	"bytes"
	"encoding/csv"
	"iter"
	"slices"

	"ronde/internal/drop"
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

// Of gives the rows of some drops.
func (r Rows) Of(drops map[string]bool) Rows {
	return Rows{slices.DeleteFunc(slices.Clone(r.rows), func(row Row) bool { return !drops[row.Drop.String()] })}
}

// Len is the number of rows.
func (r Rows) Len() int { return len(r.rows) }

var dataHeader = []string{"period", "indicator", "codes", "value", "status", "qualifier", "vintage", "note", "drop", "received", "removed"}

// EncodeData writes rows of one dataset as data/<dataset>.csv, in key order and
// for the same key in drop order.
func EncodeData(rows []Row) []byte {
	periods := remembered[period.Period, string]{of: func(p period.Period) (string, error) { return p.String(), nil }}
	days := remembered[period.Date, string]{of: func(d period.Date) (string, error) { return d.String(), nil }}
	drops := remembered[drop.ID, string]{of: func(id drop.ID) (string, error) { return id.String(), nil }}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	must(w.Write(dataHeader))
	record := make([]string, len(dataHeader))
	for _, n := range inFileOrder(rows) {
		r := &rows[n]
		record[3] = ""
		if r.HasValue && !r.Status.Has(observation.Hidden) {
			record[3] = r.Value.String()
		}
		record[0], _ = periods.get(r.Period)
		record[1], record[2] = r.Indicator, string(r.Codes)
		record[4], record[5] = r.Status.String(), r.Qualifier.String()
		record[6], record[7] = word(r.Reconstructed, "reconstructed"), r.Note
		record[8], _ = drops.get(r.Drop)
		record[9], _ = days.get(r.Received)
		record[10] = word(r.Removed, "yes")
		must(w.Write(record))
	}
	w.Flush()
	return b.Bytes()
}

// inFileOrder gives the places of rows in the order in which a file has them.
func inFileOrder(rows []Row) []int32 {
	order := observation.InKeyOrder(len(rows), func(i int) observation.Key { return rows[i].Key })
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && rows[order[to]].Key == rows[order[from]].Key {
			to++
		}
		slices.SortStableFunc(order[from:to], func(a, b int32) int {
			return drop.CompareOrder(rows[a].Drop, rows[a].Received, rows[b].Drop, rows[b].Received)
		})
		from = to
	}
	return order
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
