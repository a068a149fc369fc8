package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// A serving process, what it says line by line, and where it can be looked at.
type serving struct {
	*process
	lines   *bufio.Scanner
	address string
}

var previewAt = regexp.MustCompile(`^\S+ at (http://\S+/) `)

// serves starts a preview of a site and waits until it says where it is.
func serves(t *testing.T, site string, args ...string) *serving {
	t.Helper()
	s := &serving{process: ronde(site, append([]string{"serve"}, args...)...)}
	s.Stdout, s.Stderr = nil, nil
	out, err := s.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	s.Stderr = &s.said
	s.lines = bufio.NewScanner(out)
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.ProcessState == nil {
			_ = s.Process.Kill()
			_ = s.Wait()
		}
	})
	s.address = previewAt.FindStringSubmatch(s.line(t, " (Ctrl-C ends it)"))[1]
	return s
}

// line waits for a line that holds a text.
func (s *serving) line(t *testing.T, text string) string {
	t.Helper()
	for s.lines.Scan() {
		if strings.Contains(s.lines.Text(), text) {
			return s.lines.Text()
		}
	}
	t.Fatalf("ronde serve ended without saying %q: %v\n%s", text, s.lines.Err(), s.said.String())
	return ""
}

func (s *serving) page(t *testing.T, path string) string {
	t.Helper()
	answer, err := http.Get(s.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", path, answer.Status, err)
	}
	return string(content)
}

// TestRealServe: a text is saved, then half of one, then a folder goes and comes again, and
// a thousand files come at once; the pages follow, and Ctrl-C ends it well.
func TestRealServe(t *testing.T) {
	site := newSite(t)
	s := serves(t, site, "--addr", "127.0.0.1:0")
	const page, draft = "nl/reports/2022-08/", "content/reports/2022-08/report.nl.md"
	file := filepath.Join(site, filepath.FromSlash(draft))
	was, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	// In one step: a file that is empty for a moment would be built too, and its page be up
	// to date before the one that is looked for.
	save := func(content string) {
		t.Helper()
		written := filepath.Join(filepath.Dir(site), "written.md")
		if err := os.WriteFile(written, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(written, file); err != nil {
			t.Fatal(err)
		}
	}
	save(string(was) + "\nEen zin meer.\n")
	s.line(t, "the pages are up to date")
	if !strings.Contains(s.page(t, page), "Een zin meer.") {
		t.Error("what was saved is not shown")
	}
	save(string(was[:len(was)/2]) + "{{")
	s.line(t, "the pages stay as they were")
	if !strings.Contains(s.page(t, page), "Een zin meer.") {
		t.Error("half a file is shown")
	}
	save(string(was))
	s.line(t, "the pages are up to date")

	drops, aside := filepath.Join(site, "data"), filepath.Join(site, "aside")
	if err := os.Rename(drops, aside); err != nil {
		t.Fatal(err)
	}
	s.line(t, "the pages stay as they were")
	if err := os.Rename(aside, drops); err != nil {
		t.Fatal(err)
	}
	s.line(t, "the pages are up to date")

	for i := range 1000 {
		name := filepath.Join(site, "data", fmt.Sprintf("note-%d.txt", i))
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save(string(was) + "\nDe laatste zin.\n")
	for !strings.Contains(s.page(t, page), "De laatste zin.") {
		s.line(t, "the pages are up to date")
	}
	files, err := readTree(site)
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if strings.Contains(name, "ronde-cache") || strings.HasPrefix(name, "public") {
			t.Errorf("a preview wrote %s", name)
		}
	}
	if runtime.GOOS == "windows" {
		return // where no process can be sent Ctrl-C alone
	}
	if err := s.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, &scannerRest{s.lines})
	if err := s.Wait(); err != nil {
		t.Errorf("Ctrl-C: %v\n%s", err, s.said.String())
	}
}

// scannerRest reads what a scanner has not read, so that the process can write it.
type scannerRest struct{ lines *bufio.Scanner }

func (r *scannerRest) Read([]byte) (int, error) {
	for r.lines.Scan() {
	}
	return 0, io.EOF
}

// TestRealServeTwice: two previews of one site stand side by side; who insists on an address
// that is taken is told so.
func TestRealServeTwice(t *testing.T) {
	site := newSite(t)
	first, second := serves(t, site), serves(t, site)
	if first.address == second.address {
		t.Fatalf("both are at %s", first.address)
	}
	for _, s := range []*serving{first, second} {
		if !strings.Contains(s.page(t, "nl/"), "<h1") {
			t.Errorf("%s shows nothing", s.address)
		}
	}
	taken := strings.TrimSuffix(strings.TrimPrefix(first.address, "http://"), "/")
	third := ronde(site, "serve", "--addr", taken)
	_ = third.Run()
	_, port, err := net.SplitHostPort(taken)
	if err != nil {
		t.Fatal(err)
	}
	want := "ronde: port " + port + " is in use, by another preview perhaps: name another one with --addr 127.0.0.1:4100, or 127.0.0.1:0 for any that is free\n"
	if code := third.ProcessState.ExitCode(); code != exitUsage || third.said.String() != want {
		t.Errorf("exit code %d:\n%s", code, third.said.String())
	}
}

// TestRealServeFolder: a published folder is shown as on its host.
func TestRealServeFolder(t *testing.T) {
	site := releasedSite(t)
	mustRun(t, site, "build")
	s := serves(t, site, "public", "--addr", "127.0.0.1:0")
	published, err := os.ReadFile(filepath.Join(site, "public", "nl", "reports", "2022-07", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if s.page(t, "nl/reports/2022-07/") != string(published) {
		t.Error("the page is not the published one")
	}
}
