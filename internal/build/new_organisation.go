package build

import (
	"io/fs"
	"maps"
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
type Ask func(flag string, question diag.Phrase, fallback string) (string, error)

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
	w, ok := openBook(fsys)
	if !ok {
		return w.result()
	}
	if known, ok := w.book.Organisation(r.ID); ok {
		return w.usage(idTaken(r.ID, known.ID))
	}
	entry, err := w.organisation(r)
	if err != nil {
		return w.usage(err)
	}
	f, missing := w.tree.ReadText(organisationsFile)
	if missing != nil {
		w.out.Add(*missing)
		return w.result()
	}
	var read codebook.OrganisationsFile
	content, err := added(f, "organisations", &read, source.EncodeYAML(entry, false))
	if err == nil && len(read.Organisations) != len(w.book.Organisations)+1 {
		err = notAdded(organisationsFile)
	}
	if err != nil {
		return w.usage(notMade(err))
	}
	w.insistOnCalm()
	if w.out.Errors() > 0 {
		return w.result()
	}
	if err := (volume.Disk{}).Replace(filepath.Join(folder, filepath.FromSlash(organisationsFile)), content); err != nil {
		return w.usage(notMade(err))
	}
	return w.result(diag.Added(r.ID, organisationsFile))
}

// added is a file with further entries of a list, which is read to see that they are in it.
func added(f *source.File, key string, into any, entries ...[]byte) ([]byte, error) {
	for _, entry := range entries {
		content, ok := source.AppendItem(f, key, entry)
		if !ok {
			return nil, diag.Refuse("%s has its %s in brackets: write each on lines of its own, beginning with \"- id: …\"", f.Path, key)
		}
		f = &source.File{Path: f.Path, Content: content}
	}
	return f.Content, readable(f, into)
}

// readable is the first reason why a file that is about to be written could not be read.
func readable(f *source.File, into any) error {
	var found diag.List
	source.DecodeYAML(f, into, &found)
	if first := found.Sorted(); len(first) > 0 {
		return diag.Refuse("%s: %s", first[0].Title, first[0].Hint)
	}
	return nil
}

func notAdded(file string) error {
	return diag.Refuse("%s is written in a way that nothing can be added to it: add the lines by hand", file)
}

// organisation puts together what the options say and what has to be asked for.
func (w *workspace) organisation(r OrganisationRequest) (o codebook.Organisation, err error) {
	o.ID = source.At[string]{Value: r.ID}
	if o.Name, err = w.askText("name", diag.Say("full name of %s", r.ID), r.Name, r.Ask); err != nil {
		return o, err
	}
	if o.Name.IsZero() {
		return o, diag.Refuse("an organisation has a name: see --name")
	}
	if o.Short, err = w.askText("short", diag.Say("short name of %s, empty for none,", r.ID), r.Short, r.Ask); err != nil && len(r.Short) > 0 {
		return o, err
	}
	o.Language, o.URL, o.From = r.Language, r.URL, r.From
	return o, nil
}

// askText asks for a text in the languages in which it is missing. It is zero when the answer
// in one of them is empty.
func (w *workspace) askText(flag string, what diag.Phrase, given map[string]string, ask Ask) (source.Text, error) {
	languages := w.book.Site.LanguageTags()
	for _, language := range slices.Sorted(maps.Keys(given)) {
		if language != "" && !slices.Contains(languages, language) {
			return source.Text{}, diag.Refuse("--%s: the site does not speak %s; its languages are %s", flag, language, strings.Join(languages, ", "))
		}
	}
	if text, ok := given[""]; ok {
		return source.NewText("", text), nil
	}
	var pairs []string
	for _, language := range languages {
		text, ok := given[language]
		if !ok {
			var err error
			if text, err = ask(flag, diag.Say("%s in %s", what, language), ""); err != nil {
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
