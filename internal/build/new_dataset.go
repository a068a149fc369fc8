package build

import (
	"errors"
	"io/fs"
	"path/filepath"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/drop"
	"ronde/internal/scaffold"
	"ronde/internal/source"
	"ronde/internal/transcribe"
	"ronde/internal/volume"
	"ronde/internal/workbook"
)

// DatasetRequest is what is known of a new dataset: a file that is delivered anyway, and
// what somebody says of it.
type DatasetRequest struct {
	ID           string
	Organisation string
	Name         map[string]string // by language; "" for all; none for a guess
	Folder       fs.FS             // where the sample lies
	File         string            // its name there
	Dialect      codebook.Dialect  // what is said of how it is written
	Ask          Ask

	// Of a workbook: the sheet, "" for the only one that holds anything; the row of the
	// names of columns, 0 to find it; what becomes of hidden rows and columns, as in
	// transcribe.
	Sheet  string
	Header int
	Hidden string
}

const indicatorsFile = "data/indicators.yaml"

// NewDataset proposes a contract from a sample, and writes it with the indicators that it
// needs and the site lacks.
func NewDataset(fsys fs.FS, folder string, r DatasetRequest) Result {
	w, ok := openBook(fsys)
	if !ok {
		return w.result()
	}
	if known, ok := w.book.Contract(r.ID); ok {
		if known.ID.Value != r.ID {
			return w.usage(idTaken(r.ID, known.ID))
		}
		return w.usage(diag.Refuse("the dataset %s is there already: to change it, edit %s; for another dataset, choose another id", r.ID, known.ID.Span.File))
	}
	if len(w.book.Units) == 0 {
		return w.usage(diag.Refuse("%s has no unit yet: say first what is counted, as in the example of ronde new site", indicatorsFile))
	}
	if r.Organisation == "" {
		var err error
		if r.Organisation, err = r.Ask("organisation", diag.Say("id of the organisation that delivers %s", r.ID), ""); err != nil {
			return w.usage(err)
		}
	}
	organisation, ok := w.book.Organisation(r.Organisation)
	if !ok {
		return w.usage(diag.Refuse("there is no organisation %s%s (ronde new organisation adds one)", r.Organisation, meant(r.Organisation, w.book.OrganisationIDs())))
	}
	request := scaffold.DatasetRequest{ID: r.ID, Organisation: organisation.ID.Value, Book: w.book}
	if len(r.Name) > 0 {
		var err error
		if request.Name, err = w.askText("name", diag.Say("name of %s", r.ID), r.Name, r.Ask); err != nil {
			return w.usage(err)
		}
	}
	samples := source.NewTree(r.Folder)
	sample, missing := samples.Read(r.File)
	if missing == nil {
		request.Sample, ok = w.sample(sample, r)
	} else {
		w.out.Add(*missing)
	}
	if missing != nil || !ok {
		result := w.result()
		for i, f := range result.Findings {
			result.Findings[i] = diag.OfASample(f)
		}
		result.Excerpt = samples.Excerpt
		if missing == nil && workbook.Is(sample.Content) { // it has no lines to show
			result.Excerpt = func(string, int) (string, bool) { return "", false }
		}
		return result
	}
	proposal, err := scaffold.Dataset(request)
	if err != nil {
		return w.usage(notMade(diag.Refuse("%s: %s", r.File, diag.Fact(err))))
	}
	return w.placeDataset(folder, r.ID, proposal)
}

// sample reads a file, or a sheet of a workbook, without a contract.
func (w *workspace) sample(f *source.File, r DatasetRequest) (*drop.Sample, bool) {
	if !workbook.Is(f.Content) {
		return drop.ReadSample(f, r.Dialect, w.out)
	}
	sheet, ok := openSheet(f.Content, f.Path, r.Sheet, w.out)
	if !ok {
		return nil, false
	}
	sheet.Header, sheet.Hidden = r.Header, r.Hidden
	content := transcribe.Sample(sheet, w.out)
	if content == nil {
		return nil, false
	}
	return drop.ReadSample(&source.File{Path: f.Path, Content: content}, transcribe.SampleDialect(), w.out)
}

// placeDataset writes a contract, and then adds indicators; without these there is none.
func (w *workspace) placeDataset(folder, id string, p scaffold.Proposal) Result {
	name := "data/datasets/" + id + ".yaml"
	said := []diag.Phrase{diag.Wrote(name)}
	if err := readable(&source.File{Path: name, Content: p.Contract}, &codebook.Contract{}); err != nil {
		return w.usage(notMade(err))
	}
	var indicators []byte
	if len(p.Indicators) > 0 {
		f, missing := w.tree.ReadText(indicatorsFile)
		if missing != nil {
			w.out.Add(*missing)
			return w.result()
		}
		var read codebook.IndicatorsFile
		var err error
		indicators, err = added(f, "indicators", &read, p.Indicators...)
		if err == nil && len(read.Indicators) != len(w.book.Indicators)+len(p.Indicators) {
			err = notAdded(indicatorsFile)
		}
		if err != nil {
			return w.usage(notMade(err))
		}
		for _, i := range read.Indicators[len(w.book.Indicators):] {
			said = append(said, diag.Added(i.ID.Value, indicatorsFile))
		}
	}
	w.insistOnCalm()
	if w.out.Errors() > 0 {
		return w.result()
	}
	d := volume.Disk{}
	if err := place(d, folder, scaffold.Files{name: p.Contract}); err != nil {
		return w.usage(err)
	}
	if indicators != nil {
		if err := d.Replace(filepath.Join(folder, filepath.FromSlash(indicatorsFile)), indicators); err != nil {
			return w.usage(notMade(errors.Join(err, d.Remove(filepath.Join(folder, filepath.FromSlash(name))))))
		}
	}
	return w.result(append(said, diag.Guesses(p.Guesses))...)
}
