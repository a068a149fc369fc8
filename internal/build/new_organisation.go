package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"ronde/internal/codebook"
	"ronde/internal/diag"
	"ronde/internal/period"
	"ronde/internal/source"
	"ronde/internal/volume"
)

// Ask gives the answer to a question that no option answered: flag is that option, fallback
// what is proposed, "" for nothing.
type Ask func(flag, question, fallback string) (string, error)

// OrganisationRequest is what is known of a new organisation. A text that is the same in all
// languages stands under "".
type OrganisationRequest struct {
	ID          string
	Name, Short map[string]string
	Language    string
	URL         string
	From        period.Period
	Ask         Ask
}

const organisationsFile = "data/organisations.yaml"

// NewOrganisation adds an organisation to the end of data/organisations.yaml, and leaves all
// else in the file as it is.
func NewOrganisation(fsys fs.FS, folder string, r OrganisationRequest) Result {
	w := newWorkspace(fsys)
	if !w.readCodebook() {
		return w.result("")
	}
	if known, ok := w.book.Organisation(r.ID); ok {
		return w.usage(fmt.Errorf("%s has the id %s already, now or formerly: %s", known.ID.Value, r.ID, known.ID.Span))
	}
	entry, err := w.organisation(r)
	if err != nil {
		return w.usage(err)
	}
	f, missing := w.tree.ReadText(organisationsFile)
	if missing != nil {
		w.out.Add(*missing)
		return w.result("")
	}
	content, ok := source.AppendItem(f, "organisations", source.EncodeYAML(entry, false))
	if !ok {
		return w.usage(notMade(fmt.Errorf("%s has its organisations in brackets: write each on lines of its own, beginning with \"- id: …\"", organisationsFile)))
	}
	var found diag.List
	var read codebook.OrganisationsFile
	source.DecodeYAML(&source.File{Path: organisationsFile, Content: content}, &read, &found)
	if first := found.Sorted(); len(first) > 0 {
		return w.usage(notMade(fmt.Errorf("%s: %s", first[0].Title, first[0].Hint)))
	}
	if len(read.Organisations) != len(w.book.Organisations)+1 {
		return w.usage(notMade(fmt.Errorf("%s is written in a way that nothing can be added to it: add the lines by hand", organisationsFile)))
	}
	w.insistOnCalm()
	if w.out.Errors() > 0 {
		return w.result("")
	}
	if err := (volume.Disk{}).Replace(filepath.Join(folder, filepath.FromSlash(organisationsFile)), content); err != nil {
		return w.usage(notMade(err))
	}
	return w.result("added " + r.ID + " to " + organisationsFile)
}

// organisation puts together what the options say and what has to be asked for.
func (w *workspace) organisation(r OrganisationRequest) (o codebook.Organisation, err error) {
	languages := w.book.Site.LanguageTags()
	for _, texts := range []map[string]string{r.Name, r.Short} {
		for language := range texts {
			if language != "" && !slices.Contains(languages, language) {
				return o, fmt.Errorf("the site does not speak %s; its languages are %s", language, strings.Join(languages, ", "))
			}
		}
	}
	o.ID = source.At[string]{Value: r.ID}
	if o.Name, err = w.askText(r, "name", "full name", r.Name); err != nil {
		return o, err
	}
	if o.Name.IsZero() {
		return o, errors.New("an organisation has a name: see --name")
	}
	if o.Short, err = w.askText(r, "short", "short name, empty for none", r.Short); err != nil && len(r.Short) > 0 {
		return o, err
	}
	o.Language, o.URL, o.From = r.Language, r.URL, r.From
	return o, nil
}

// askText asks for a text in the languages in which it is missing. It is zero when the answer
// in one of them is empty.
func (w *workspace) askText(r OrganisationRequest, flag, what string, given map[string]string) (source.Text, error) {
	if text, ok := given[""]; ok {
		return source.NewText("", text), nil
	}
	var pairs []string
	for _, language := range w.book.Site.LanguageTags() {
		text, ok := given[language]
		if !ok {
			var err error
			if text, err = r.Ask(flag, fmt.Sprintf("%s of %s in %s", what, r.ID, language), ""); err != nil {
				return source.Text{}, err
			}
		}
		if text == "" {
			return source.Text{}, nil
		}
		pairs = append(pairs, language, text)
	}
	return source.NewText(pairs...), nil
}
