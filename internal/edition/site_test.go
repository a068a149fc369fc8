package edition_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"ronde/internal/codebook"
	"ronde/internal/commentary"
	"ronde/internal/cube"
	"ronde/internal/diag"
	"ronde/internal/disclose"
	"ronde/internal/drop"
	"ronde/internal/edition"
	"ronde/internal/locale"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A site is a small site in memory, and the releases made of it so far.
type site struct {
	files    fstest.MapFS
	released []*seal.Sealed
}

// newSite is the base site of the scripts with files of a test over it; those
// with empty content are taken away.
func newSite(t testing.TB, over map[string]string) *site {
	t.Helper()
	s := &site{files: fstest.MapFS{}}
	base := os.DirFS("../../cmd/ronde/testdata/base")
	err := fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(base, name)
		s.files[name] = &fstest.MapFile{Data: content}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range over {
		s.write(name, content)
	}
	return s
}

func (s *site) write(name, content string) {
	if content == "" {
		delete(s.files, name)
		return
	}
	s.files[name] = &fstest.MapFile{Data: []byte(content)}
}

// compile makes the edition of a month as a release does.
func (s *site) compile(t testing.TB, round, date string) (*edition.Edition, []diag.Diagnostic) {
	t.Helper()
	e, out := s.around(t, round).compile(t, source.NewTree(s.files), date)
	if e == nil {
		fail(t, out.Sorted())
	}
	return e, out.Sorted()
}

// The surroundings of a round are what its own files do not change.
type surroundings struct {
	*site
	round   period.Period
	book    *codebook.Codebook
	locales map[string]*locale.Locale
	typed   map[string]*commentary.TypedNumbers
	drops   []*drop.Drop
	found   []diag.Diagnostic // in the drops
}

func (s *site) around(t testing.TB, round string) *surroundings {
	t.Helper()
	tree := source.NewTree(s.files)
	var out diag.List
	book, ok := codebook.Load(tree, &out)
	if !ok {
		fail(t, out.Sorted())
	}
	a := &surroundings{
		site: s, round: month(t, round), book: book, locales: map[string]*locale.Locale{}, typed: map[string]*commentary.TypedNumbers{},
	}
	for _, language := range book.Site.LanguageTags() {
		l, ok := locale.For(language)
		if !ok {
			t.Fatalf("no language %s", language)
		}
		a.locales[language], a.typed[language] = l, commentary.NewTypedNumbers(l)
	}
	for _, id := range drop.Find(tree, book, &out) {
		if period.Compare(id.Round, a.round) <= 0 {
			a.drops = append(a.drops, drop.Read(tree, book, id, &out))
		}
	}
	a.found = out.Sorted()
	return a
}

// compile makes the edition of the round from its files in a tree; nil when they
// cannot be read.
func (a *surroundings) compile(t testing.TB, tree *source.Tree, date string) (*edition.Edition, *diag.List) {
	t.Helper()
	out := &diag.List{}
	out.Add(a.found...)
	read := edition.ReadRound(tree, a.book, a.typed, a.round, out)
	const recurring = "content/reports/figures.yaml"
	figures, _ := edition.ReadFigures(tree, recurring, out)
	if !read.Complete {
		return nil, out
	}
	set := cube.SetOf(a.drops, a.round, read.Report.Cutoff.Value, func(r period.Period) bool {
		for _, x := range a.released {
			if x.Round == r {
				return true
			}
		}
		return false
	})
	c := cube.New(a.book, set)
	var published []*disclose.Observations
	for _, x := range a.released {
		published = append(published, disclose.FromSealed(a.book, x.Rows()))
	}
	protected, report := disclose.Protect(a.book, c, published...)
	manifest := seal.Manifest{
		Format: seal.Format, Round: a.round, Number: 1, Released: day(t, date), Kind: seal.First,
		Cutoff: read.Report.Cutoff.Value, Embargo: read.Report.Embargo.Value, Next: read.Report.Next.Value,
	}
	if n := len(a.released); n > 0 {
		manifest.Previous = a.released[n-1].Seal
	}
	shared := a.book.Files
	if f, missing := tree.ReadText(recurring); missing == nil {
		shared = append(shared[:len(shared):len(shared)], codebook.File{Path: recurring, Content: f.Content})
	}
	e := edition.Compile(edition.Input{
		Manifest: manifest, Round: read, Recurring: figures, Shared: shared, Book: a.book,
		Protected: protected, Published: published, Set: set.Drops(), Late: set.Late(), First: a.first, LeftOut: report.LeftOut,
		Coverage: c.Coverage(a.round), Locales: a.locales, Typed: a.typed, Releasing: true,
	}, out)
	return e, out
}

func (s *site) first(id drop.ID) string {
	for _, x := range s.released {
		if x.HasDrop(id) {
			return x.ID().String()
		}
	}
	return ""
}

// release compiles, seals and writes the edition of a month, and opens it again.
func (s *site) release(t testing.TB, round, date string) (compiled, opened *edition.Edition) {
	t.Helper()
	compiled, found := s.compile(t, round, date)
	for _, d := range found {
		if d.Severity == diag.Error {
			fail(t, found)
		}
	}
	for name, content := range compiled.SealFiles(seal.Inputs{}) {
		s.files[compiled.ID().Dir()+"/"+name] = &fstest.MapFile{Data: content}
	}
	sealed, opened := s.open(t, compiled.ID())
	s.released = append(s.released, sealed)
	return compiled, opened
}

func (s *site) open(t testing.TB, id seal.ReleaseID) (*seal.Sealed, *edition.Edition) {
	t.Helper()
	return openIn(t, s.files, id)
}

func openIn(t testing.TB, fsys fs.FS, id seal.ReleaseID) (*seal.Sealed, *edition.Edition) {
	t.Helper()
	var out diag.List
	sealed, ok := seal.Open(source.NewTree(fsys), id, nil, &out)
	if !ok {
		fail(t, out.Sorted())
	}
	e, ok := edition.Open(sealed, edition.OpenCodebook(sealed, &out), &out)
	if !ok {
		fail(t, out.Sorted())
	}
	return sealed, e
}

func fail(t testing.TB, found []diag.Diagnostic) {
	t.Helper()
	for _, d := range found {
		t.Errorf("%s: %s: %s", d.Span, d.Severity, d.Title)
	}
	t.FailNow()
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

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; look at it with go test -update and git diff. Got:\n%s", file, got)
	}
}
