package main

import (
	"errors"
	"html"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"ronde/internal/workbook/workbooktest"
)

// guide is what somebody reads who begins, in this order: each page goes on in the folder
// that the one before it left.
var guide = []string{"tutorial.md", "correct.md", "coordinator.md", "maintainers.md"}

// TestGuide follows the guide from an empty folder: runs each command, makes each change,
// and compares what is said and shown with what the page promises.
func TestGuide(t *testing.T) {
	t.Parallel()
	r := &guideRun{folder: t.TempDir()}
	r.copySamples(t)
	defer r.stopServing()
	for _, name := range guide {
		r.follow(t, filepath.Join("..", "..", "docs", name))
	}
}

// TestGuideSamples compares the workbooks of the guide with the texts from which they are
// made.
func TestGuideSamples(t *testing.T) {
	texts, err := filepath.Glob("testdata/guide/*.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, text := range texts {
		content, err := os.ReadFile(text)
		if err != nil {
			t.Fatal(err)
		}
		want, err := workbooktest.XLSX(string(content))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		name := filepath.Join("..", "..", "docs", "tutorial", strings.TrimSuffix(filepath.Base(text), ".txt")+".xlsx")
		if *update {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != string(want) {
			t.Errorf("%s is not what %s makes (%v): go test ./cmd/ronde -run TestGuideSamples -update", name, text, err)
		}
	}
}

// A guideRun is somebody at work.
type guideRun struct {
	folder  string
	said    string   // by the commands of the last block
	ran     []string // all commands until now
	serving *exec.Cmd
	address string
}

// copySamples lays the workbooks into the folder.
func (r *guideRun) copySamples(t *testing.T) {
	if err := os.CopyFS(r.folder, os.DirFS("../../docs/tutorial")); err != nil {
		t.Fatal(err)
	}
}

func (r *guideRun) follow(t *testing.T, name string) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	page, err := readGuide(string(content))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	outdated := false
	for i := range page.blocks {
		b := &page.blocks[i]
		if err := r.do(b, page.prose[i]); err != nil {
			t.Fatalf("%s:%d: %v", name, b.at+1, err)
		}
		if shown := strings.Join(b.lines, "\n"); b.kind == "text" && shown != r.said {
			if !*update {
				t.Errorf("%s:%d: says otherwise (-page +ronde):\n%s", name, b.at+1, cmp.Diff(shown, r.said))
			}
			b.lines, outdated = strings.Split(r.said, "\n"), true
		}
	}
	for _, s := range page.spans {
		if strings.HasPrefix(s.text, "ronde ") && !r.hasRun(strings.TrimRight(s.text, " …")) {
			t.Errorf("%s:%d: nothing runs %s", name, s.line, s.text)
		}
	}
	if outdated && *update {
		var lines []string
		from := 0
		for _, b := range page.blocks {
			lines = append(append(lines, page.lines[from:b.at]...), b.lines...)
			from = b.end
		}
		lines = append(lines, page.lines[from:]...)
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// hasRun reports whether a command was run, or one that begins so.
func (r *guideRun) hasRun(command string) bool {
	for _, one := range r.ran {
		if one == command || strings.HasPrefix(one, command+" ") {
			return true
		}
	}
	return false
}

func (r *guideRun) do(b *block, before string) error {
	name := filepath.Join(r.folder, filepath.FromSlash(b.about))
	switch b.kind {
	case "sh":
		if r.serving != nil && !strings.Contains(before, "Ctrl-C") {
			return errors.New("ronde serve still runs: tell the reader to end it with Ctrl-C")
		}
		r.stopServing()
		return r.run(b)
	case "yaml", "json", "markdown":
		return os.WriteFile(name, []byte(strings.Join(b.lines, "\n")+"\n"), 0o644)
	case "diff":
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		changed, err := b.changed(string(content))
		if err != nil {
			return err
		}
		return os.WriteFile(name, []byte(changed), 0o644)
	case "excel":
		return changeCells(name, b.lines)
	case "page":
		return r.look(b)
	}
	return nil
}

// changeCells does what somebody does in Excel.
func changeCells(name string, lines []string) error {
	f, err := excelize.OpenFile(name)
	if err != nil {
		return err
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	for _, line := range lines {
		cell, change, _ := strings.Cut(line, ": ")
		old, now, ok := strings.Cut(change, " → ")
		if stored, err := f.GetCellValue(sheet, cell); err != nil || !ok || stored != old {
			return errors.Join(errors.New(line+": the cell holds "+stored), err)
		}
		value, err := strconv.Atoi(now)
		if err != nil {
			return err
		}
		if err := f.SetCellInt(sheet, cell, int64(value)); err != nil {
			return err
		}
	}
	return f.Save()
}

var (
	inline  = regexp.MustCompile(`</?(a|b|em|span|strong)\b[^>]*>`)
	tag     = regexp.MustCompile(`(?s)<(script|style|head)\b.*?</(script|style|head)>|<[^>]*>`)
	reading = regexp.MustCompile(`(?m)^\d\d:\d\d:\d\d  read in \d+ ms`)
	port    = regexp.MustCompile(`127\.0\.0\.1:\d+`)
)

// steady is what is said at another hour, at the first port.
func steady(said string) string {
	return port.ReplaceAllString(reading.ReplaceAllString(said, "10:30:00  read in 90 ms"), "127.0.0.1:4000")
}

// look waits until a page shows the words of a block in their order: a preview takes a
// moment to follow.
func (r *guideRun) look(b *block) (err error) {
	for range 100 {
		var content []byte
		path, served := strings.CutPrefix(b.about, "http://127.0.0.1:4000/")
		if served {
			content, err = fetch(r.address + path)
		} else {
			content, err = os.ReadFile(filepath.Join(r.folder, filepath.FromSlash(b.about)))
		}
		if err != nil {
			return err
		}
		rest := tag.ReplaceAllString(inline.ReplaceAllString(string(content), ""), " ")
		rest = strings.Join(strings.Fields(html.UnescapeString(rest)), " ")
		missing := ""
		for _, line := range b.lines {
			var found bool
			if _, rest, found = strings.Cut(rest, line); !found {
				missing = line
				break
			}
		}
		if missing == "" {
			return nil
		}
		err = errors.New(b.about + " does not show: " + missing)
		if !served {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return err
}

func fetch(address string) ([]byte, error) {
	answer, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return io.ReadAll(answer.Body)
}
