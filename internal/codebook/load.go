package codebook

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"ronde/internal/diag"
	"ronde/internal/source"
)

// Load reads the codebook of a site. It reports everything it finds and checks
// every name that one file uses of another. ok is false when errors were found;
// what could be read is there all the same, so that the rest of the site can be
// looked at, but names in it may lead nowhere.
//
// Only data/events.yaml, content/topics.yaml, the code lists and the contracts may
// be missing.
func Load(t *source.Tree, out *diag.List) (c *Codebook, ok bool) {
	before := out.Errors()
	c = read(t, "", out)
	c.readTopics(t, out)
	check := checker{Codebook: c, out: out, languages: c.Site.LanguageTags()}
	check.all()
	return c, out.Errors() == before
}

// LoadSealed reads the codebook of a sealed edition from the folder dir, which
// holds the same paths. It was checked when it was released, by the rules of that
// day: a rule that came later must not make an old edition unreadable. ok is
// false only for files that cannot be decoded.
func LoadSealed(t *source.Tree, dir string, out *diag.List) (c *Codebook, ok bool) {
	before := out.Errors()
	c = read(t, dir, out)
	return c, out.Errors() == before
}

// read decodes the files below dir: what can be read, and a finding for each
// that cannot.
func read(t *source.Tree, dir string, out *diag.List) *Codebook {
	l := &loader{tree: t, dir: dir, out: out, book: &Codebook{aside: map[string]bool{}}}
	l.required("ronde.yaml", diag.Say("the title, the languages and the address of the site"), &l.book.Site)
	var organisations OrganisationsFile
	l.required(organisationsFile, diag.Say("the institutions that deliver data"), &organisations)
	var indicators IndicatorsFile
	l.required(indicatorsFile, diag.Say("what is measured, and in which units"), &indicators)
	l.book.Organisations = organisations.Organisations
	l.book.Units, l.book.Indicators = indicators.Units, indicators.Indicators
	l.book.CodeLists = folder(l, "data/codelists", func(list *CodeList) *source.At[string] { return &list.ID })
	l.book.Contracts = folder(l, "data/datasets", func(contract *Contract) *source.At[string] { return &contract.ID })
	if t.Exists(path.Join(dir, "data/events.yaml")) {
		var events EventsFile
		l.required("data/events.yaml", diag.Phrase{}, &events)
		l.book.Events = events.Events
	}
	slices.SortFunc(l.book.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	for i := range l.book.CodeLists {
		l.book.CodeLists[i].makeIndex()
	}
	return l.book
}

// The files that most of the codebook refers to.
const (
	organisationsFile = "data/organisations.yaml"
	indicatorsFile    = "data/indicators.yaml"
)

type loader struct {
	tree *source.Tree
	dir  string
	out  *diag.List
	book *Codebook
}

// required reads a file that has to be there.
func (l *loader) required(name string, holds diag.Phrase, into any) {
	before := l.out.Errors()
	defer func() {
		if l.out.Errors() > before {
			l.book.aside[name], l.book.aside[path.Join(l.dir, name)] = true, true
		}
	}()
	f, found := l.tree.ReadText(path.Join(l.dir, name))
	if found != nil {
		if !holds.IsZero() {
			*found = found.Note(diag.Say("it holds %s", holds))
		}
		l.out.Add(*found)
		return
	}
	l.book.Files = append(l.book.Files, File{Path: name, Content: f.Content})
	source.DecodeYAML(f, into, l.out)
}

// folder reads all files of a folder whose files are called as the id inside.
// A file that cannot be decoded still counts under its name, so that what
// refers to it is not reported as well.
func folder[T any](l *loader, name string, id func(*T) *source.At[string]) []T {
	var all []T
	files := l.tree.Glob(path.Join(l.dir, name, "*.yaml"))
	slices.Sort(files)
	for _, file := range files {
		var entry T
		stem := strings.TrimSuffix(path.Base(file), ".yaml")
		l.required(path.Join(name, path.Base(file)), diag.Phrase{}, &entry)
		switch got := id(&entry); {
		case got.Value == "":
			*got = source.At[string]{Value: stem, Span: diag.FileSpan(file)}
		case got.Value != stem:
			l.out.Add(diag.FileName(got.Span, got.Value, path.Base(file)))
			l.book.aside[path.Join(name, path.Base(file))], l.book.aside[file] = true, true
		}
		all = append(all, entry)
	}
	return all
}
