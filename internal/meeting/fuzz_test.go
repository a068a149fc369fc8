package meeting

import (
	"slices"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/cube"
	"ronde/internal/derive"
	"ronde/internal/diag"
	"ronde/internal/diag/diagtest"
	"ronde/internal/disclose"
	"ronde/internal/locale"
	"ronde/internal/source"
	"ronde/internal/source/sourcetest"
)

// FuzzRead reads a meeting whose facts and text are anything at all, and resolves
// them in each language in which it is shown. Facts that are accepted are the same
// when they are written and read again.
func FuzzRead(f *testing.F) {
	const facts = `ronde: 1
illustrative: true
form: hybrid
title: {nl: 'Over {{lit 3}}', fr: Sur}
place: Brussel
round: 2023-03
chair: {nl: coördinator, fr: coordination}
attendees: [{organisation: dvz}, {role: {nl: gewest, fr: région}}]
agenda: [{nl: a, fr: b}, c]
presentation: {title: {nl: a, fr: b}, by: [{organisation: dvz}], topic: population}
decisions: [{nl: a, fr: b}]
actions:
  - id: glossary
    what: {nl: Voorstellen, fr: Proposer}
    who: [{role: {nl: a, fr: b}}]
    due: 2023-06-12
    status: done
    closed: 2023-06-12
`
	f.Add(facts, "---\ndescription: Over {{lit 3}} punten.\n---\n## Kop {#population}\n\nTekst {{attestations}}.\n")
	f.Add("ronde: 1\nform: online\nagenda: [a]\n", "")
	f.Add("ronde: 1\nform: online\nagenda: []\nactions: [{id: a, what: b, who: [], due: 2023-05-01, status: open, closed: 2023-05-01}]\n", "---\n")
	f.Add("ronde: 1\nform: on-site\nagenda: [{fr: a}]\nattendees: [{organisation: x, role: y}, {}]\n", "[a]{{attestations | rose}}\r\n\r\n```figure\nid: x\n```\n")
	site := map[string]string{
		"ronde.yaml":              "ronde: 1\ntitle: Site\nlanguages: [nl, fr]\n",
		"data/organisations.yaml": "ronde: 1\norganisations: [{id: dvz, name: DVZ}]\n",
		"data/indicators.yaml":    "ronde: 1\nunits: []\nindicators: []\n",
		"content/topics.yaml":     "ronde: 1\ntopics: [{id: population, name: Bevolking}]\n",
	}
	const day = "content/meetings/2023-05-15"
	files := fstest.MapFS{}
	for name, content := range site {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	book, ok := codebook.Load(source.NewTree(files), &diag.List{})
	if !ok {
		f.Fatal("the codebook has findings")
	}
	protected, _ := disclose.Protect(book, cube.New(book, cube.Set{}))
	table := derive.New(book, protected)
	locales, typed := map[string]*locale.Locale{}, map[string]*commentary.TypedNumbers{}
	for _, language := range book.Site.LanguageTags() {
		locales[language], _ = locale.For(language)
		typed[language] = commentary.NewTypedNumbers(locales[language])
	}
	f.Fuzz(func(t *testing.T, facts, text string) {
		files[day+".yaml"], files[day+".nl.md"] = &fstest.MapFile{Data: []byte(facts)}, &fstest.MapFile{Data: []byte(text)}
		tree := source.NewTree(files)
		var out diag.List
		for _, m := range Read(tree, book, typed, &out) {
			if out.Errors() == 0 {
				sourcetest.ReadAgain(t, m.Facts, true)
			}
			for _, language := range m.Languages {
				if !slices.Contains(book.Site.LanguageTags(), language) {
					t.Errorf("it is shown in %s", language)
				}
				b := commentary.NewBinder(commentary.Binding{
					Book: book, Table: table, Round: m.Round(), Locale: locales[language], Languages: book.Site.LanguageTags(),
				}, &out)
				shown := m.Text(language, typed[language], b, &out)
				if len(shown.Actions) != len(m.Facts.Actions) || len(shown.Agenda) != len(m.Facts.Agenda) || len(shown.Decisions) != len(m.Facts.Decisions) {
					t.Errorf("%+v are shown as %+v", m.Facts, shown)
				}
			}
		}
		diagtest.Usable(t, out.Sorted(), tree.Excerpt)
	})
}
