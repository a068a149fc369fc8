package build

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/period"
	"ronde/internal/scaffold"
	"ronde/internal/source"
	"ronde/internal/transcribe"
	"ronde/internal/volume"
	"ronde/internal/workbook"
)

// ImportRequest is what an import is asked to do.
type ImportRequest struct {
	File    string // the workbook on disk
	Dataset string
	Round   period.Period

	Received      period.Date
	SiteDate      *period.Date // --now or SOURCE_DATE_EPOCH; nil for neither
	Source        string       // title of the publication; may be empty
	Note, Changed source.Text

	Sheet  string          // "" for the only one that holds anything
	Range  *workbook.Range // nil for all of the sheet
	Header int             // row; 0 to find it
	Hidden string          // what becomes of hidden rows and columns, as in transcribe
	Strict bool            // warnings stop it too
	Again  bool            // also a table that is delivered already
}

// Import takes a sheet of a workbook over as the next drop of a dataset in a round, and
// writes it below folder, the site's folder on disk. With errors, in the workbook or of
// the drop that would come of it, nothing is written: the workbook is mended, and the
// same command said again.
func Import(fsys fs.FS, folder string, request ImportRequest) Result {
	w, ok := openBook(fsys)
	if !ok {
		return w.result()
	}
	sound := w.readEditions()
	w.readDrops(nil)
	sound = sound && w.out.Errors() == 0
	w.out, w.accepted = &diag.List{}, nil // check tells what is wrong with others
	book := w.book
	contract, ok := book.Contract(request.Dataset)
	if !ok {
		return w.usage(diag.Refuse("there is no dataset %s%s", request.Dataset, meant(request.Dataset, book.ContractIDs())))
	}
	content, err := readWorkbook(request.File, folder)
	if err != nil {
		return w.usage(err)
	}
	name := filepath.Base(request.File)
	sheet, ok := openSheet(content, name, request.Sheet, w.out)
	if !ok {
		return w.imported(name, nil, nil)
	}
	sheet.Range, sheet.Header, sheet.Hidden = request.Range, request.Header, request.Hidden
	taken := transcribe.Of(sheet, book, contract, w.out)
	if taken == nil {
		return w.imported(name, nil, nil)
	}
	id := w.nextDelivery(request.Round, contract)
	if same := w.deliveredAlready(id, taken.CSV); same != "" && !request.Again {
		return w.usage(diag.Refuse("the same table is delivered already, as %s: nothing was imported. If the round was wrong there, delete %[1]s.csv and %[1]s.yaml and import again; if it really came twice, say --again", "data/drops/"+same))
	}
	description := describe(request, taken.Imported)
	w.unsettled[id] = drop.ReadContent(taken.CSV, description, book, id, w.out)
	if w.drops = append(w.drops, id); sound && w.unsettled[id] != nil {
		w.out.Add(w.comparedWithAll(book, map[drop.ID]bool{id: true})...)
	}
	w.drops = []drop.ID{id}
	w.acceptances()
	w.applyAcceptances()
	files := scaffold.Files{id.Path(): taken.CSV, id.DescriptionPath(): description}
	if failed(w.out.Sorted(), request.Strict) {
		return w.imported(name, files, nil)
	}
	if err := place(volume.Disk{}, folder, files); err != nil {
		return w.imported(name, files, err)
	}
	result := w.imported(name, files, nil, diag.Imported(taken.Rows, taken.Imported.Range.Value, sheet.Name, name, id.Path(), path.Base(id.DescriptionPath())))
	if known := request.SiteDate; known != nil && request.Received > *known {
		result.Summary = append(result.Summary, diag.ReceivedAhead(request.Received.String(), known.String()))
	}
	result.Next = diag.NextOfImport()
	return result
}

// imported ends an import. What is said of the drop is shown with its lines, although it
// may not be written; the workbook has none.
func (w *workspace) imported(name string, files scaffold.Files, err error, summary ...diag.Phrase) Result {
	result := w.result(summary...)
	result.Err = err
	result.Excerpt = func(file string, line int) (string, bool) {
		if content, ours := files[file]; ours {
			lines := strings.Split(string(bytes.TrimSuffix(content, []byte("\n"))), "\n")
			if line < 1 || line > len(lines) {
				return "", false
			}
			return lines[line-1], true
		}
		if file == name {
			return "", false
		}
		return w.tree.Excerpt(file, line)
	}
	return result
}

// readWorkbook reads the file, unless it is larger than any workbook that is read.
func readWorkbook(name, site string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, NoFile(name, site)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, diag.Refuse("%s is no ordinary file", name)
	case info.Size() > workbook.MaxUnpacked:
		return nil, diag.Refuse("%s has more bytes than any workbook that is read", name)
	}
	content, err := os.ReadFile(name)
	return content, unread(err)
}

// unread says why a workbook that is there was not read.
func unread(err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return diag.Refuse("reading is not allowed: look who may read the file, and whether another program has it open, and import again (%s)", err.Error())
	}
	return err
}

// deliveredAlready names a drop of the dataset that has the same bytes; "" for none. Whoever
// says the same command twice, or last month's workbook for this month, gets no second
// delivery without a word.
func (w *workspace) deliveredAlready(id drop.ID, table []byte) string {
	sum := drop.Sum(table)
	for _, name := range w.tree.Glob("data/drops/*/" + id.Organisation + "/" + id.Dataset + "*.csv") {
		other, err := drop.ParseID(strings.TrimSuffix(strings.TrimPrefix(name, "data/drops/"), ".csv"))
		if err != nil || other.Dataset != id.Dataset {
			continue
		}
		if hash, unread := w.tree.Hash(name); unread == nil && hash == sum {
			return other.String()
		}
	}
	return ""
}

// nextDelivery is the id of the next drop of a dataset in a round: one of whose number
// neither file is there.
func (w *workspace) nextDelivery(round period.Period, contract *codebook.Contract) drop.ID {
	id := drop.ID{Round: round, Organisation: contract.Organisation.Value, Dataset: contract.ID.Value, Delivery: 1}
	if o, ok := w.book.Organisation(id.Organisation); ok {
		id.Organisation = o.ID.Value // the contract may know a former id
	}
	for w.tree.Exists(id.Path()) || w.tree.Exists(id.DescriptionPath()) {
		id.Delivery++
	}
	return id
}

// describe writes the description of an imported drop.
func describe(request ImportRequest, imported *drop.Imported) []byte {
	about := drop.Description{Note: request.Note, Changed: request.Changed, Imported: imported}
	about.Received.Value = request.Received
	if request.Source != "" {
		about.Source = &drop.Source{Title: request.Source}
	}
	return source.EncodeYAML(&about, true)
}
