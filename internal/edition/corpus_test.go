package edition_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ronde/internal/commentary"
	"ronde/internal/diag"
	"ronde/internal/edition"
	"ronde/internal/seal"
	"ronde/internal/source"
)

var writeCorpus = flag.Bool("corpus", false, "write the corpus of a new format; one that a release wrote is never written again")

// testdata/corpus has, for each format of an edition that a release ever wrote,
// a site with editions of it. They are never made anew when the format changes:
// what was published must open and show itself for ever.
func TestCorpus(t *testing.T) {
	if *writeCorpus {
		makeCorpus(t, strings.ReplaceAll(seal.Format, "/", "-"))
	}
	formats, err := os.ReadDir("testdata/corpus")
	if err != nil || !slices.ContainsFunc(formats, func(d os.DirEntry) bool { return d.Name() == strings.ReplaceAll(seal.Format, "/", "-") }) {
		t.Fatalf("the format that releases write has no corpus: %v %v", formats, err)
	}
	for _, format := range formats {
		t.Run(format.Name(), func(t *testing.T) {
			fsys := os.DirFS(filepath.Join("testdata/corpus", format.Name()))
			var chain []*seal.Sealed
			for _, id := range seal.Find(source.NewTree(fsys)) {
				sealed, e := openIn(t, fsys, id)
				chain = append(chain, sealed)
				if got := strings.ReplaceAll(sealed.Format, "/", "-"); got != format.Name() {
					t.Errorf("%s is of format %s", id, got)
				}
				if len(e.Figures) == 0 || len(e.Numbers) == 0 || e.Rows.Len() == 0 || e.Codebook == nil {
					t.Errorf("%s has no figures, numbers, rows or codebook", id)
				}
				for _, language := range e.Languages {
					showText(t, e, language)
				}
			}
			if len(chain) < 2 {
				t.Errorf("%d editions", len(chain))
			}
			var out diag.List
			if _, ok := seal.Chain(chain, &out); !ok {
				fail(t, out.Sorted())
			}
		})
	}
}

// showText sees to it that a text is made of blocks whose figures and numbers
// are there.
func showText(t *testing.T, e *edition.Edition, language string) {
	t.Helper()
	text := e.Texts[language]
	blocks := commentary.Blocks(text.Body, commentary.Presentation{})
	shown := ""
	for _, b := range blocks {
		shown += b.HTML
		if b.Figure == "" {
			continue
		}
		f, ok := e.Figure(b.Figure)
		if !ok || !slices.ContainsFunc(f.Texts, func(x edition.FigureText) bool { return x.Language == language && x.Title != "" }) {
			t.Errorf("%s in %s: figure %s or its title is missing", e.ID(), language, b.Figure)
		}
	}
	for _, point := range text.MainPoints {
		shown += commentary.Prose(point, commentary.Presentation{})
	}
	if text.Title == "" || len(blocks) == 0 || e.Words[language].Cite == "" {
		t.Errorf("%s in %s: title %q, %d blocks", e.ID(), language, text.Title, len(blocks))
	}
	linked := 0
	for _, n := range e.Numbers {
		if n.Language == language && strings.Contains(shown, "#"+n.ID+`"`) {
			linked++
		}
	}
	if linked == 0 {
		t.Errorf("%s in %s: no number of the text is in numbers.csv\n%s", e.ID(), language, shown)
	}
}

func makeCorpus(t *testing.T, format string) {
	s := newSite(t, sites[1].files)
	s.release(t, "2022-07", "2022-08-20")
	s.release(t, "2022-08", "2022-09-20")
	for _, round := range []string{"2022-07", "2022-08"} {
		for name, content := range files(s, round) {
			file := filepath.Join("testdata/corpus", format, "content/reports", round, "editions/1", filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
