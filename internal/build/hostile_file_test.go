package build

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"ronde/internal/diag"
)

const (
	hostileDrop   = "data/drops/2022-08/dvz/attestations.csv"
	hostileReport = "content/reports/2022-08/report.nl.md"
	hostilePage   = "content/about.nl.md"
	hostileYAML   = "data/indicators.yaml"
)

// hostile are files that somebody could commit, by mistake or on purpose. finds is
// the id of a message, about the file; without one the file does no harm.
var hostile = []struct {
	name, file string
	content    func() []byte
	finds      string
}{
	{"NUL bytes in a table", hostileDrop, text("maand;gebied;attesten\n2022-08;BE;31\x0011\n"), "table-character"},
	{"NUL bytes in YAML", hostileYAML, text("ronde: 1\nunits: \x00\n"), "invisible-character"},
	{"NUL bytes in a text", hostileReport, text("Tekst \x00\n"), "invisible-character"},
	{"a workbook under another name", hostileDrop, text("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00"), "table-character"},
	{"a picture under another name", hostileReport, text("\x89PNG\r\n\x1a\n\x00\x00"), "not-utf-8"},
	{"a line of 200 megabytes", hostileDrop, func() []byte { return bytes.Repeat([]byte("x"), 200<<20) }, "table-header"},
	{"the same below an empty line", hostileDrop, func() []byte { return append([]byte("\n\n"), bytes.Repeat([]byte("x"), 200<<20)...) }, "table-header"},
	{"a row of 200 megabytes", hostileDrop, func() []byte {
		return append([]byte("maand;gebied;attesten\n2022-08;BE;"), bytes.Repeat([]byte("1"), 200<<20)...)
	}, "number"},
	{"a million columns", hostileDrop, repeat("maand;gebied;attesten", ";x", 1_000_000, "\n"), "table-header"},
	{"a row of a million cells", hostileDrop, repeat("maand;gebied;attesten\n2022-08;BE;1", ";1", 1_000_000, "\n"), "table-row"},
	{"a quotation mark that is never closed", hostileDrop, repeat("maand;gebied;attesten\n2022-08;BE;\"", "1;2\n", 1_000_000, ""), "table-quote"},
	{"a million quotation marks", hostileDrop, repeat("maand;gebied;attesten\n2022-08;BE;1", "\"", 1_000_001, "\n"), "table-quote"},
	{"a million faults", hostileDrop, repeat("maand;gebied;attesten\n", "2022-08;XX;one\n", 300_000, ""), "number"},
	{"as many codes as rows", hostileDrop, func() []byte {
		var b bytes.Buffer
		b.WriteString("maand;gebied;attesten\n")
		for i := range 100_000 {
			fmt.Fprintf(&b, "2022-08;X%d;1\n", i)
		}
		return b.Bytes()
	}, "unknown-code"},
	{"a table of more than 256 megabytes", hostileDrop, func() []byte { return make([]byte, 257<<20) }, "file-size"},
	{"aliases that double", hostileYAML, func() []byte {
		var b bytes.Buffer
		b.WriteString("ronde: 1\na0: &a0 [x, x]\n")
		for i := 1; i < 40; i++ {
			fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d]\n", i, i, i-1, i-1)
		}
		return b.Bytes()
	}, "yaml-feature"},
	{"deep lists in YAML", hostileYAML, repeat("ronde: 1\nunits: ", "[", 100_000, ""), "yaml-syntax"},
	{"deep maps in YAML", hostileYAML, repeat("ronde: 1\nunits: ", "{a: ", 5_000, strings.Repeat("}", 5_000)+"\n"), "yaml-depth"},
	{"a key of a megabyte", hostileYAML, repeat("ronde: 1\n", "k", 1<<20, ": 1\n"), "yaml-syntax"},
	{"front matter without an end", hostilePage, text("---\ntitle: Over\n\nTekst\n"), "front-matter"},
	{"deep front matter", hostilePage, repeat("---\ntitle: ", "[", 50_000, "\n---\nTekst\n"), "yaml-syntax"},
	{"brackets without an end", hostileReport, repeat("Tekst ", "[", 50_000, "\n"), "paragraph-size"},
	{"links in links", hostileReport, repeat("Tekst ", "[a](", 20_000, "\n"), "paragraph-size"},
	{"emphasis without an end", hostileReport, repeat("Tekst ", "*a _b ", 20_000, "\n"), "paragraph-size"},
	{"code without an end", hostileReport, repeat("Tekst ", "`` ` ", 20_000, "\n"), "paragraph-size"},
	{"many paragraphs of links in links", hostileReport, repeat("", strings.Repeat("[a](", 4_000)+"\n\n", 20, ""), ""},
	{"deep quotations", hostileReport, repeat("", "> ", 5_000, "Tekst\n"), ""},
	{"deep lists", hostileReport, repeat("", "- ", 2_000, "Tekst\n"), ""},
	{"entities", hostileReport, repeat("Tekst ", "&amp;&#x0;&lt;", 20_000, "\n"), "paragraph-size"},
	{"references without an end", hostileReport, repeat("Tekst ", "{{", 50_000, "\n"), "paragraph-size"},
	{"references in references", hostileReport, repeat("Tekst ", "{{attestations period=", 20_000, "\n"), "paragraph-size"},
	{"ten thousand references", hostileReport, repeat("", "In augustus waren het er {{attestations}}.\n\n", 10_000, ""), ""},
	{"ten thousand sections", hostileReport, repeat("Tekst.\n\n", "## Kop\n\nTekst.\n\n", 10_000, ""), ""},
	{"a script in a text", hostileReport, text("Tekst <script>alert(1)</script>\n\n<iframe src=\"x\"></iframe>\n"), "raw-html"},
	{"a link that is a script", hostileReport, text("Tekst [hier](javascript:alert(1)) en [daar](<data:text/html,x>)\n"), "unsafe-link"},
	{"text that turns around", hostileReport, text("Tekst \u202eteksT\u202c\n"), "invisible-character"},
	{"a name that turns around", hostileYAML, text("ronde: 1\nunits:\n  - {id: persons, label: \"per\u202esnos\"}\nindicators: []\n"), "invisible-character"},
	{"a remark that turns around", hostileDrop, text("maand;gebied;attesten\n2022-08;BE\u202e;3111\n"), "invisible-character"},
	{"a name of Windows", "data/drops/2022-08/dvz/con.csv", text("x"), "drop-place"},
	{"a twin in capitals", "data/drops/2022-08/dvz/Attestations.csv", text("maand;gebied;attesten\n2022-08;BE;1\n"), "drop-place"},
	{"a name with a line break", "data/drops/2022-08/dvz/a\nb.csv", text("x"), "drop-place"},
}

func text(content string) func() []byte { return func() []byte { return []byte(content) } }

func repeat(before, piece string, times int, after string) func() []byte {
	return func() []byte { return []byte(before + strings.Repeat(piece, times) + after) }
}

// TestHostileFiles checks a site with one such file in it. What is found is about
// that file and short enough to be read, and memory stays within eight times the
// size of the file, or 200 MB.
func TestHostileFiles(t *testing.T) {
	base := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(baseSite), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(os.DirFS(baseSite), name)
		base[name] = &fstest.MapFile{Data: content, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			fsys := maps.Clone(base)
			content := h.content()
			fsys[h.file] = &fstest.MapFile{Data: content, Mode: 0o644}
			var result Result
			peak := peakOf(func() { result = Check(fsys, Options{}) })
			if result.Err != nil {
				t.Fatal(result.Err)
			}
			if most := max(8*uint64(len(content)), 200<<20); peak > most {
				t.Errorf("%d MB of memory for %d MB", peak>>20, len(content)>>20)
			}
			var out bytes.Buffer
			if err := diag.WriteText(&out, result.Findings, result.Excerpt, diag.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			if out.Len() > 4<<20 {
				t.Errorf("%d MB are said about it", out.Len()>>20)
			}
			about := false
			for _, f := range errorsOf(result.Findings) {
				about = about || (f.ID == h.finds && f.Span.File == h.file)
				if f.Hint.IsZero() || strings.ContainsAny(f.Title.String()+f.Hint.String(), "\x00\u202e") {
					t.Errorf("%s: %q, %q", f.Span, f.Title, f.Hint)
				}
			}
			if h.finds != "" && !about {
				t.Errorf("no [%s] about %s:\n%.2000s", h.finds, h.file, out.String())
			}
		})
	}
}

// peakOf measures how much the heap grows while something is done, about.
func peakOf(do func()) uint64 {
	runtime.GC()
	before, peak := heap(), uint64(0)
	done, watched := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(watched)
		for tick := time.NewTicker(20 * time.Millisecond); ; {
			select {
			case <-done:
				return
			case <-tick.C:
				peak = max(peak, heap())
			}
		}
	}()
	do()
	close(done)
	<-watched
	return peak - min(before, peak)
}

func heap() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.HeapAlloc
}

// A fickle file system has one file that cannot be opened, at once or later.
type fickle struct {
	fs.FS
	file   string
	err    error
	opened int // times that it can be opened
	missed bool
}

func (f *fickle) Open(name string) (fs.File, error) {
	if name == f.file {
		if f.opened--; f.opened < 0 {
			f.missed = true
			return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
		}
	}
	return f.FS.Open(name)
}

// TestUnreadableAndVanishingFiles takes each file of a released site away, at once and
// after it was opened twice: somebody deletes it, or another program
// locks it, while a run goes on. A file that may not be read is always said; nothing
// panics, and nothing is published that was made without it.
func TestUnreadableAndVanishingFiles(t *testing.T) {
	site := released(t)
	const shared = "content/reports/figures.yaml" // looked for, and read only where a round is open
	for name := range site {
		for _, opened := range []int{0, 2} {
			for _, err := range []error{fs.ErrPermission, fs.ErrNotExist} {
				target := t.TempDir()
				fsys := &fickle{FS: site, file: name, err: err, opened: opened}
				result := Build(fsys, target+"/public", Options{})
				said := len(errorsOf(result.Findings)) > 0 || result.Err != nil
				if said && len(result.Summary) > 0 {
					t.Errorf("%s, %v: published in spite of it", name, err)
				}
				if errors.Is(err, fs.ErrPermission) && opened == 0 && fsys.missed && !said && name != shared {
					t.Errorf("%s may not be read, and nothing says so", name)
				}
			}
		}
	}
}
