package edition

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// Seal gives the files of the edition's folder, by their paths within it.
// inputs are the hashes of what it was compiled from.
func (e *Edition) SealFiles(inputs seal.Inputs) map[string][]byte {
	files := map[string][]byte{"numbers.csv": encodeNumbers(e.Numbers)}
	for language, text := range e.Texts {
		files["text."+language+".md"] = encodeText(text)
		files["words."+language+".yaml"] = source.EncodeYAML(e.Words[language], true)
	}
	for _, f := range e.Figures {
		files["figures/"+f.ID+".yaml"] = source.EncodeYAML(f, true)
		files["figures/"+f.ID+".csv"] = encodePoints(f)
	}
	for _, f := range e.Codebook.Files {
		// A release on Windows seals the same bytes.
		files["codebook/"+f.Path] = []byte(source.UnixLines(string(f.Content)))
	}
	for dataset, rows := range rowsByDataset(e.Observations) {
		files["data/"+dataset+".csv"] = seal.EncodeData(rows)
	}
	return seal.Close(e.Manifest, inputs, files)
}

func encodeText(t *Text) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	b.Write(source.EncodeYAML(t, false))
	b.WriteString("---\n\n")
	b.WriteString(t.Body)
	if !bytes.HasSuffix(b.Bytes(), []byte("\n")) {
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// writeCSV writes records as a file of Ronde's own: commas, LF.
func writeCSV(records [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(records); err != nil {
		panic("edition: writing into memory: " + err.Error())
	}
	return b.Bytes()
}

var numbersHeader = []string{"number", "language", "form", "indicator", "codes", "period", "drop", "value", "printed"}

func encodeNumbers(numbers []Number) []byte {
	records := [][]string{numbersHeader}
	for _, n := range numbers {
		value := ""
		if n.HasValue {
			value = n.Value.String()
		}
		records = append(records, []string{
			n.ID, n.Language, n.Form, n.Key.Indicator, string(n.Key.Codes), n.Key.Period.String(), n.Drop, value, n.Printed,
		})
	}
	return writeCSV(records)
}

var pointsHeader = []string{"series", "category", "period", "value", "status", "qualifier", "marks", "parts", "of", "drop"}

func encodePoints(f *Figure) []byte {
	records := [][]string{pointsHeader}
	for s, points := range f.Points {
		for c, p := range points {
			value, parts, of := "", "", ""
			if p.HasValue {
				value = p.Value.String()
			}
			if p.Expected > 0 {
				parts, of = strconv.Itoa(p.Present), strconv.Itoa(p.Expected)
			}
			records = append(records, []string{
				strconv.Itoa(s + 1), strconv.Itoa(c + 1), p.Period.String(), value,
				p.Status.String(), p.Qualifier.String(), p.marks(), parts, of, p.Drop,
			})
		}
	}
	return writeCSV(records)
}

func (p Point) marks() string {
	marks := ""
	if p.Revised {
		marks = "r"
	}
	if p.Reconstructed {
		marks += "g"
	}
	if p.Idle {
		marks += "i"
	}
	return marks
}

// rowsByDataset sorts what a release publishes into its data files. A hidden
// observation has no value here because the type that holds it has none.
func rowsByDataset(o *disclose.Observations) map[string][]seal.Row {
	rows := map[string][]seal.Row{}
	for observation := range o.Rows() {
		row := observation.Row()
		rows[row.Dataset] = append(rows[row.Dataset], row)
	}
	return rows
}

// DropRefs lists a drop set for the manifest. first gives the release that took
// a drop first, or "".
func DropRefs(set []*drop.Drop, first func(drop.ID) string) []seal.DropRef {
	refs := make([]seal.DropRef, len(set))
	for i, d := range set {
		refs[i] = seal.DropRef{ID: d.ID.String(), Received: d.Received(), First: first(d.ID)}
	}
	return refs
}

// axis gives every period from the first to the last, when they are of one
// kind; the periods themselves otherwise. They must be sorted.
func axis(periods []period.Period) []period.Period {
	if len(periods) == 0 {
		return nil
	}
	kind := periods[0].Kind()
	for _, p := range periods {
		if p.Kind() != kind {
			return periods
		}
	}
	switch kind {
	case period.Month, period.Quarter, period.Year, period.Week:
	default:
		return periods
	}
	var all []period.Period
	for p := periods[0]; period.Compare(p, periods[len(periods)-1]) <= 0; p = p.Next(1) {
		all = append(all, p)
	}
	return all
}
