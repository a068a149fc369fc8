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
	tree := source.NewTree(s.files)
	var out diag.List
	book, ok := codebook.Load(tree, &out)
	if !ok {
		fail(t, out.Sorted())
	}
	locales, typed := map[string]*locale.Locale{}, map[string]*commentary.TypedNumbers{}
	for _, language := range book.Site.LanguageTags() {
		l, ok := locale.For(language)
		if !ok {
			t.Fatalf("no language %s", language)
		}
		locales[language], typed[language] = l, commentary.NewTypedNumbers(l)
	}
	month := month(t, round)
	read := edition.ReadRound(tree, book, typed, month, &out)
	if !read.Complete {
		fail(t, out.Sorted())
	}
	var drops []*drop.Drop
	for _, id := range drop.Find(tree, book, &out) {
		if period.Compare(id.Round, month) <= 0 {
			drops = append(drops, drop.Read(tree, book, id, &out))
		}
	}
	set := cube.SetOf(drops, month, read.Report.Cutoff.Value, func(r period.Period) bool {
		for _, x := range s.released {
			if x.Round == r {
				return true
			}
		}
		return false
	})
	c := cube.New(book, set)
	var published []*disclose.Observations
	for _, x := range s.released {
		published = append(published, disclose.FromSealed(book, x.Rows()))
	}
	protected, report := disclose.Protect(book, c, published...)
	manifest := seal.Manifest{
		Format: seal.Format, Round: month, Number: 1, Released: day(t, date), Kind: seal.First,
		Cutoff: read.Report.Cutoff.Value, Embargo: read.Report.Embargo.Value, Next: read.Report.Next.Value,
	}
	if n := len(s.released); n > 0 {
		manifest.Previous = s.released[n-1].Seal
	}
	const recurring = "content/reports/figures.yaml"
	shared := book.Files
	if f, missing := tree.ReadText(recurring); missing == nil {
		shared = append(shared[:len(shared):len(shared)], codebook.File{Path: recurring, Content: f.Content})
	}
	e := edition.Compile(edition.Input{
		Manifest: manifest, Round: read, Recurring: edition.ReadFigures(tree, recurring, &out), Shared: shared, Book: book,
		Protected: protected, Published: published, Set: set.Drops(), Late: set.Late(), First: s.first, LeftOut: report.LeftOut,
		Coverage: c.Coverage(month), Locales: locales, Typed: typed, Releasing: true,
	}, &out)
	return e, out.Sorted()
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
	sealed, ok := seal.Open(source.NewTree(fsys), id, &out)
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
