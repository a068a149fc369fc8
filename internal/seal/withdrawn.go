package seal

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/observation"
	"ronde/internal/period"
	"ronde/internal/source"
)

// Withdrawn is what a release of kind withdrawal takes back. It removes no sealed byte but
// those of the files that it lists, which are taken down.
type Withdrawn struct {
	Report  bool        `key:"report" doc:"All editions of the round that were released before: their addresses show a notice"`
	Figures []string    `key:"figures" doc:"Ids of figures that give way to a notice in all editions of the round that were released before"`
	Files   []TakenDown `key:"files" doc:"Sealed files, of whichever edition, whose bytes were replaced"`
}

// TakenDown is the record of a sealed file whose bytes were replaced: as a whole by a
// tombstone, or by the same rows without some values. It stands in the manifest of the
// withdrawal, so that the seal of that release proves it.
type TakenDown struct {
	Edition string      `key:"edition,required" doc:"The edition that sealed the file"`
	Path    string      `key:"path,required" doc:"Path within the folder of that edition"`
	SHA256  string      `key:"sha256,required" doc:"SHA-256 of the bytes that were replaced"`
	Now     string      `key:"now,required" doc:"SHA-256 of the bytes that stand there since"`
	On      period.Date `key:"on,required" doc:"Day on which they were replaced"`
	Rows    []int       `key:"rows" doc:"Rows of a data file, counted from 1, that are without value since; none where the whole file gave way to a tombstone"`
	Cells   int         `key:"cells,required" doc:"How many values were removed"`
}

// sound reports whether a release can have taken back what its manifest says. Only a
// withdrawal takes anything back; of an edition it takes down what readers see, and values of
// its data. What proves an edition (edition.yaml, inputs.yaml) and what others rest on (its
// codebook) no release ever took down, and no record leads out of a folder.
func (m Manifest) sound() bool {
	w := m.Withdrawn
	if m.HasContent() {
		return !w.Report && len(w.Figures) == 0 && len(w.Files) == 0
	}
	return !slices.ContainsFunc(w.Files, func(t TakenDown) bool {
		id, err := ParseReleaseID(t.Edition)
		return err != nil || !fs.ValidPath(t.Path) || !m.mayTakeDown(id, t)
	})
}

func (m Manifest) mayTakeDown(id ReleaseID, t TakenDown) bool {
	if path.Dir(t.Path) == "data" {
		return !slices.ContainsFunc(t.Rows, func(n int) bool { return n < 1 }) && len(t.Rows) > 0
	}
	if len(t.Rows) > 0 || id.Round != m.Round || id.Number >= m.Number {
		return false
	}
	if figure, ok := strings.CutPrefix(t.Path, "figures/"); ok {
		return m.Withdrawn.Report || slices.Contains(m.Withdrawn.Figures, strings.TrimSuffix(figure, path.Ext(figure)))
	}
	return m.Withdrawn.Report && path.Dir(t.Path) == "." && t.Path != "edition.yaml" && t.Path != "inputs.yaml"
}

// Place is the path of the file within the site; "" when the edition has no such name.
func (t TakenDown) Place() string {
	id, err := ParseReleaseID(t.Edition)
	if err != nil {
		return ""
	}
	return id.Dir() + "/" + t.Path
}

// A Tombstone is a record with the release that made it.
type Tombstone struct {
	TakenDown
	By Manifest
}

// Whole reports whether nothing of the file is left.
func (t Tombstone) Whole() bool { return len(t.Rows) == 0 }

// Tombstones are the records of all files of a site that were taken down, by the place of
// the file.
type Tombstones map[string][]Tombstone

// ReadTombstones collects the records of the withdrawals among the editions of a site. One
// whose manifest is not as it was sealed is believed nothing; what is wrong with it is
// said when it is opened.
func ReadTombstones(t *source.Tree, ids []ReleaseID) Tombstones {
	all := Tombstones{}
	for _, id := range ids {
		file, missing := t.Read(id.Dir() + "/edition.yaml")
		if missing != nil || !bytes.Contains(file.Content, []byte("\nwithdrawn:\n")) {
			continue
		}
		var m ManifestFile
		if openManifest(file, id, &m, &diag.List{}) {
			all.Add(m.Manifest)
		}
	}
	return all
}

// Add adds the records of a withdrawal.
func (all Tombstones) Add(m Manifest) {
	for _, f := range m.Withdrawn.Files {
		all[f.Place()] = append(all[f.Place()], Tombstone{f, m})
	}
}

// After gives what was done to a file that had a hash when it was sealed, in the order in
// which it was done: each record starts from the bytes that the one before it left.
func (all Tombstones) After(place, sealed string) []Tombstone {
	var chain []Tombstone
	left := slices.Clone(all[place])
	for hash := sealed; ; {
		i := slices.IndexFunc(left, func(t Tombstone) bool { return t.SHA256 == hash })
		if i < 0 {
			return chain
		}
		hash = left[i].Now
		chain, left = append(chain, left[i]), slices.Delete(left, i, i+1)
	}
}

// TakeDown makes the record of a file that a withdrawal takes down, and what stands in its
// place. Of a data file rows may be named, counted from 1; only their values go. The
// withdrawal has its round, number, date and reason.
func TakeDown(by Manifest, edition ReleaseID, name string, content []byte, rows []int) (TakenDown, []byte, error) {
	t := Tombstone{TakenDown{Edition: edition.String(), Path: name, SHA256: Hash(content), On: by.Released, Rows: rows}, by}
	cells, err := valuesOf(name, content, rows)
	if err != nil {
		return t.TakenDown, nil, err
	}
	t.Cells = cells
	left, err := t.Replace(content)
	t.Now = Hash(left)
	return t.TakenDown, left, err
}

// Replace gives what stands in the place of the content that the record is about.
func (t Tombstone) Replace(content []byte) ([]byte, error) {
	if t.Whole() {
		return t.stone(), nil
	}
	rows, err := decodeData(datasetOf(t.Path), content)
	if err != nil {
		return nil, err
	}
	for _, n := range t.Rows {
		if n < 1 || n > len(rows) {
			return nil, fmt.Errorf("%s has no row %d", t.Path, n)
		}
		r := &rows[n-1]
		r.Observation = observation.Observation{Key: r.Key, Status: observation.Hidden}
	}
	return EncodeData(rows), nil
}

// stone is the text of a tombstone: what a person finds who opens the file.
func (t Tombstone) stone() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Taken down on %s by edition %s.\n", t.On, t.By.ID())
	fmt.Fprintf(&b, "# The file that edition %s sealed here had %d values and the SHA-256\n# %s.\n", t.Edition, t.Cells, t.SHA256)
	for _, language := range t.By.Reason.Languages() {
		text, _ := t.By.Reason.In(language)
		fmt.Fprintf(&b, "# %s: %s\n", language, strings.Join(strings.Fields(text), " "))
	}
	return []byte(b.String())
}

// valuesOf counts the values of a sealed file, of some of its rows when rows are named. A
// text has none that can be counted: its numbers are in numbers.csv.
func valuesOf(name string, content []byte, rows []int) (int, error) {
	if path.Ext(name) != ".csv" {
		return 0, nil
	}
	r := csv.NewReader(bytes.NewReader(content))
	header, err := r.Read()
	if err != nil {
		return 0, err
	}
	column := slices.Index(header, "value")
	if column < 0 {
		return 0, errors.New("the header is not that of a sealed table")
	}
	cells := 0
	for n := 1; ; n++ {
		record, err := r.Read()
		if err == io.EOF {
			return cells, nil
		}
		if err != nil {
			return 0, err
		}
		if record[column] != "" && (len(rows) == 0 || slices.Contains(rows, n)) {
			cells++
		}
	}
}

func datasetOf(name string) string { return strings.TrimSuffix(path.Base(name), ".csv") }
