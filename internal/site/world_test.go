package site_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/archive"
	"ronde/internal/calendar"
	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/meeting"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/site"
	"ronde/internal/source"
)

// A world is the inputs of a site in memory, and the editions released from them
// so far.
type world struct {
	t        testing.TB
	files    fstest.MapFS
	sealed   []*seal.Sealed
	editions []*edition.Edition
	prose    []site.Prose
}

func newWorld(t testing.TB, files map[string]string) *world {
	w := &world{t: t, files: fstest.MapFS{}}
	for name, content := range files {
		w.write(name, content)
	}
	return w
}

func (w *world) write(name, content string) {
	w.files[name] = &fstest.MapFile{Data: []byte(content)}
}

// replace replaces a text that must be in a file.
func (w *world) replace(name, was, is string) {
	w.t.Helper()
	content := string(w.files[name].Data)
	if !strings.Contains(content, was) {
		w.t.Fatalf("%s does not hold %q", name, was)
	}
	w.write(name, strings.ReplaceAll(content, was, is))
}

func (w *world) book() *codebook.Codebook {
	w.t.Helper()
	var out diag.List
	book, ok := codebook.Load(source.NewTree(w.files), &out)
	if !ok {
		w.fail(out.Sorted())
	}
	return book
}

func (w *world) fail(found []diag.Diagnostic) {
	w.t.Helper()
	for _, d := range found {
		if d.Severity == diag.Error {
			w.t.Errorf("%s: %s", d.Span, d.Title)
		}
	}
	w.t.FailNow()
}

func locales(t testing.TB, book *codebook.Codebook) map[string]*locale.Locale {
	t.Helper()
	all := map[string]*locale.Locale{}
	for _, language := range book.Site.LanguageTags() {
		l, ok := locale.For(language)
		if !ok {
			t.Fatalf("no language %s", language)
		}
		all[language] = l
	}
	return all
}

// compile makes the edition of a month, which has to be without errors; correction
// is what a correction says of itself.
func (w *world) compile(round, date string, correction *seal.Manifest) *edition.Edition {
	w.t.Helper()
	e, found := w.try(round, date, correction)
	if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Severity == diag.Error }) {
		w.fail(found)
	}
	return e
}

// try makes the edition of a month with whatever is found.
func (w *world) try(round, date string, correction *seal.Manifest) (*edition.Edition, []diag.Diagnostic) {
	w.t.Helper()
	tree, book := source.NewTree(w.files), w.book()
	var out diag.List
	typed := map[string]*commentary.TypedNumbers{}
	speaking := locales(w.t, book)
	for language, l := range speaking {
		typed[language] = commentary.NewTypedNumbers(l)
	}
	month := month(w.t, round)
	read := edition.ReadRound(tree, book, typed, month, &out)
	if !read.Complete {
		w.fail(out.Sorted())
	}
	cutoff := read.Report.Cutoff.Value
	if correction != nil {
		cutoff = day(w.t, date)
	}
	var drops []*drop.Drop
	for _, id := range drop.Find(tree, book, &out) {
		if period.Compare(id.Round, month) <= 0 {
			drops = append(drops, drop.Read(tree, book, id, &out))
		}
	}
	set := cube.SetOf(drops, month, cutoff, func(r period.Period) bool {
		for _, x := range w.sealed {
			if x.Round == r {
				return true
			}
		}
		return false
	})
	c := cube.New(book, set)
	var published []*disclose.Observations
	for _, x := range w.sealed {
		published = append(published, disclose.FromSealed(book, x.Rows()))
	}
	protected, report := disclose.Protect(book, c, published...)
	manifest := seal.Manifest{Format: seal.Format, Number: 1, Kind: seal.First}
	if correction != nil {
		manifest = *correction
	}
	manifest.Round, manifest.Released, manifest.Cutoff = month, day(w.t, date), read.Report.Cutoff.Value
	manifest.Embargo, manifest.Next = read.Report.Embargo.Value, read.Report.Next.Value
	if n := len(w.sealed); n > 0 {
		manifest.Previous = w.sealed[n-1].Seal
	}
	recurring, _ := edition.ReadFigures(tree, "content/reports/figures.yaml", &out)
	e := edition.Compile(edition.Input{
		Manifest: manifest, Round: read, Recurring: recurring, Shared: book.Files, Book: book,
		Protected: protected, Published: published, Set: set.Drops(), Late: set.Late(), First: w.first, LeftOut: report.LeftOut,
		Coverage: c.Coverage(month), Locales: speaking, Typed: typed,
	}, &out)
	return e, out.Sorted()
}

func (w *world) first(id drop.ID) string {
	for _, x := range w.sealed {
		if x.HasDrop(id) {
			return x.ID().String()
		}
	}
	return ""
}

// release compiles, seals, writes and opens again the edition of a month.
func (w *world) release(round, date string) *edition.Edition {
	w.t.Helper()
	return w.publish(w.compile(round, date, nil))
}

// correct releases the next edition of a month, with the drops received by its
// date.
func (w *world) correct(round, date string, kind seal.Kind, reason ...string) *edition.Edition {
	w.t.Helper()
	number := 1
	for _, e := range w.editions {
		if e.Round.String() == round {
			number = e.Number + 1
		}
	}
	return w.publish(w.compile(round, date, &seal.Manifest{Format: seal.Format, Number: number, Replaces: number - 1, Kind: kind, Reason: source.NewText(reason...)}))
}

func (w *world) publish(e *edition.Edition) *edition.Edition {
	w.t.Helper()
	for name, content := range e.SealFiles(seal.Inputs{}) {
		w.files[e.ID().Dir()+"/"+name] = &fstest.MapFile{Data: content}
	}
	var out diag.List
	sealed, ok := seal.Open(source.NewTree(w.files), e.ID(), nil, &out)
	if !ok {
		w.fail(out.Sorted())
	}
	opened, ok := edition.Open(sealed, edition.OpenCodebook(sealed, &out), &out)
	if !ok {
		w.fail(out.Sorted())
	}
	w.sealed = append(w.sealed, sealed)
	w.editions = append(w.editions, opened)
	return opened
}

// site is the site of what was released, and of drafts, on a day.
func (w *world) site(date string, drafts ...*edition.Edition) *site.Site {
	w.t.Helper()
	book := w.book()
	on := day(w.t, date)
	s := &site.Site{
		Archive: archive.Fold(book, append(w.editions[:len(w.editions):len(w.editions)], drafts...), &on), Locales: locales(w.t, book),
		BaseURL: book.Site.BaseURL, Date: &on, Drafts: len(drafts) > 0, Pages: w.prose,
	}
	var out diag.List
	tree := source.NewTree(w.files)
	s.Planned = calendar.Read(tree, book, &out)
	for _, m := range meeting.Read(tree, book, nil, &out) {
		minutes := site.Minutes{Meeting: m, Texts: map[string]meeting.Text{}}
		for _, language := range m.Languages {
			b := commentary.NewBinder(commentary.Binding{Book: s.Archive.Keys, Table: s.Archive.Table, Round: m.Round(), Locale: s.Locales[language]}, &out)
			minutes.Texts[language] = m.Text(language, nil, b, &out)
		}
		s.Meetings = append(s.Meetings, minutes)
	}
	if out.Errors() > 0 {
		w.fail(out.Sorted())
	}
	for _, id := range drop.Find(tree, book, &out) {
		s.Arrivals = append(s.Arrivals, site.Arrival{Drop: id.String(), Received: drop.Read(tree, book, id, &out).Received()})
	}
	return s
}

func month(t testing.TB, text string) period.Period {
	t.Helper()
	p, err := period.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func day(t testing.TB, text string) period.Date {
	t.Helper()
	d, err := period.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
