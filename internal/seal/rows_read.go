package seal

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ronde/internal/drop"
	"ronde/internal/number"
	"ronde/internal/observation"
	"ronde/internal/period"
)

// remembered is a function that is computed once for each argument: the rows of a file
// have a million values and a few hundred periods, codes and drops.
type remembered[K comparable, V any] struct {
	of    func(K) (V, error)
	known map[K]V
}

// get gives the value for an argument. Errors are not kept.
func (r *remembered[K, V]) get(argument K) (V, error) {
	if value, ok := r.known[argument]; ok {
		return value, nil
	}
	value, err := r.of(argument)
	if err == nil {
		if r.known == nil {
			r.known = map[K]V{}
		}
		r.known[argument] = value
	}
	return value, err
}

// rowReader reads rows. Their texts are shared, and are no parts of the file.
type rowReader struct {
	periods  remembered[string, period.Period]
	days     remembered[string, period.Date]
	drops    remembered[string, drop.ID]
	statuses remembered[string, observation.Status]
	texts    remembered[string, string]
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
	read := rowReader{
		periods:  remembered[string, period.Period]{of: period.Parse},
		days:     remembered[string, period.Date]{of: period.ParseDate},
		drops:    remembered[string, drop.ID]{of: drop.ParseID},
		statuses: remembered[string, observation.Status]{of: observation.ParseStatus},
		texts:    remembered[string, string]{of: func(text string) (string, error) { return strings.Clone(text), nil }},
	}
	rows := make([]Row, 0, bytes.Count(content, []byte{'\n'}))
	for {
		record, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		row, err := read.row(record)
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

func (r *rowReader) row(record []string) (row Row, err error) {
	var errs [8]error
	row.Period, errs[0] = r.periods.get(record[0])
	row.Indicator, _ = r.texts.get(record[1])
	codes, _ := r.texts.get(record[2])
	row.Codes = observation.Codes(codes)
	row.Status, errs[1] = r.statuses.get(record[4])
	row.Qualifier, errs[2] = observation.ParseQualifier(record[5])
	row.Reconstructed, errs[5] = isWord(record[6], "reconstructed")
	row.Note, _ = r.texts.get(record[7])
	row.Drop, errs[3] = r.drops.get(record[8])
	row.Received, errs[4] = r.days.get(record[9])
	row.Removed, errs[6] = isWord(record[10], "yes")
	if record[3] != "" {
		row.Value, errs[7] = number.Parse(record[3])
		row.HasValue = true
	}
	if errs != [8]error{} {
		return row, errors.Join(errs[:]...)
	}
	if row.HasValue && row.Status.Has(observation.Hidden) {
		return row, errors.New("a hidden observation with a value")
	}
	return row, nil
}

// isWord undoes word.
func isWord(cell, text string) (set bool, err error) {
	if cell != "" && cell != text {
		return false, fmt.Errorf("%q is not %s", cell, text)
	}
	return cell == text, nil
}
