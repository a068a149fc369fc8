package serve

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"ronde/internal/build"
	"ronde/internal/diag"
)

// A desk is a site that is previewed: its folder, its server, and a browser without a
// picture.
type desk struct {
	t    *testing.T
	dir  string
	web  *httptest.Server
	wake chan struct{}
	told chan Change
}

func newDesk(t *testing.T, before func(dir string)) *desk {
	t.Helper()
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "site"), wake: make(chan struct{}), told: make(chan Change, 10)}
	if err := os.CopyFS(d.dir, os.DirFS("../../cmd/ronde/testdata/base")); err != nil {
		t.Fatal(err)
	}
	d.write(".gitattributes", "data/drops/** -text\ncontent/reports/*/editions/** -text\n")
	if before != nil {
		before(d.dir)
	}
	s := New(build.NewPreview(os.DirFS(d.dir), build.Options{}), "", diag.TextOptions{})
	d.web = httptest.NewServer(s)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.Follow(ctx, d.wake, func(c Change) { d.told <- c })
	}()
	t.Cleanup(func() {
		stop()
		<-ended
		d.web.CloseClientConnections() // streams of events never end by themselves
		d.web.Close()
	})
	<-d.told
	return d
}

func (d *desk) write(name, content string) {
	d.t.Helper()
	file := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		d.t.Fatal(err)
	}
	// At once, as editors do: the site may be read at this moment, and half a file is
	// another state than the one that is waited for.
	beside := filepath.Join(filepath.Dir(file), ".new")
	if err := os.WriteFile(beside, []byte(content), 0o644); err != nil {
		d.t.Fatal(err)
	}
	if err := os.Rename(beside, file); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) read(name string) string {
	d.t.Helper()
	content, err := os.ReadFile(filepath.Join(d.dir, filepath.FromSlash(name)))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(content)
}

// save writes a file, and waits until it was read.
func (d *desk) save(name, content string) Change {
	d.t.Helper()
	d.write(name, content)
	d.wake <- struct{}{}
	return <-d.told
}

// ask gives status, type and content of an address.
func (d *desk) ask(address string) (status int, header http.Header, content string) {
	d.t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Get(d.web.URL + address)
	if err != nil {
		d.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return answer.StatusCode, answer.Header, string(body)
}

const draft = "content/reports/2022-08/report.nl.md"

// TestWriting is an analyst's morning: a sentence, a slip, and its repair.
func TestWriting(t *testing.T) {
	d := newDesk(t, nil)
	const address = "/nl/reports/2022-08/"
	_, header, page := d.ask(address)
	if !strings.Contains(page, "<h1") || header.Get("Content-Type") != "text/html; charset=utf-8" || header.Get("Cache-Control") != "no-store" {
		t.Fatalf("no page: %v\n%s", header, page)
	}
	was := d.read(draft)
	if c := d.save(draft, was+"\nEen zin meer.\n"); c.Failed {
		t.Fatal(c.Result.Findings)
	}
	_, _, page = d.ask(address)
	if !strings.Contains(page, "Een zin meer.") || strings.Contains(page, `class="failed"`) {
		t.Errorf("the sentence is not there, or an error is:\n%s", page)
	}
	if c := d.save(draft, was+"\nEen andere zin, {{attestation}}.\n"); !c.Failed {
		t.Error("an unknown indicator is no error")
	}
	_, _, page = d.ask(address)
	if !strings.Contains(page, "Een zin meer.") || strings.Contains(page, "Een andere zin<") {
		t.Error("the page is not the last one without errors")
	}
	for _, want := range []string{`class="failed"><details open>`, "report.nl.md:", "attestation", "1 error. The pages stay as they were"} {
		if !strings.Contains(page, want) {
			t.Errorf("the foot of the page does not hold %q:\n%s", want, page[max(0, len(page)-3000):])
		}
	}
	if c := d.save(draft, was); c.Failed {
		t.Fatal(c.Result.Findings)
	}
	if _, _, page = d.ask(address); strings.Contains(page, `class="failed"`) || strings.Contains(page, "Een zin meer.") {
		t.Error("what was mended is still there")
	}
}

// TestEvents: a browser hears of each change, and can tell whether the page is another one
// or only what is wrong.
func TestEvents(t *testing.T) {
	d := newDesk(t, nil)
	_, _, page := d.ask("/nl/")
	shown := attribute(t, page, "script", "data-version")
	answer, err := http.Get(d.web.URL + "/.ronde/events")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if kind := answer.Header.Get("Content-Type"); kind != "text/event-stream" {
		t.Errorf("events are %q", kind)
	}
	lines := bufio.NewScanner(answer.Body)
	next := func() string {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		t.Fatal(lines.Err())
		return ""
	}
	parts := func(version string) (page, findings string) {
		all := strings.Split(version, ".")
		return all[0] + "." + all[1], all[2]
	}
	first := next()
	if first != shown {
		t.Errorf("the page is of %s, and the first event says %s", shown, first)
	}
	was := d.read(draft)
	d.save(draft, was+"\n{{nothing}}\n")
	broken := next()
	d.save(draft, was+"\nMeer.\n")
	mended := next()
	page1, findings1 := parts(first)
	page2, findings2 := parts(broken)
	page3, findings3 := parts(mended)
	if page1 != page2 || page2 == page3 || findings1 == findings2 || findings2 == findings3 {
		t.Errorf("versions %s, %s, %s", first, broken, mended)
	}
}

// attribute gives an attribute of the last element of a name in a page.
func attribute(t *testing.T, page, element, name string) (value string) {
	t.Helper()
	tokens := html.NewTokenizer(strings.NewReader(page))
	for tokens.Next() != html.ErrorToken {
		token := tokens.Token()
		for _, a := range token.Attr {
			if token.Data == element && a.Key == name {
				value = a.Val
			}
		}
	}
	if value == "" {
		t.Fatalf("no %s has %s", element, name)
	}
	return value
}

// What cells and file names hold is text in a browser too.
func TestFindingsAreText(t *testing.T) {
	d := newDesk(t, nil)
	d.save(draft, d.read(draft)+"\n{{<script>alert(1)</script>}}\n")
	for _, address := range []string{"/nl/", "/.ronde/findings"} {
		_, _, page := d.ask(address)
		if strings.Contains(page, "<script>alert") || !strings.Contains(page, "&lt;script&gt;alert") {
			t.Errorf("%s: markup of a text became markup of the page, or is not there:\n%s", address, page)
		}
	}
}

// TestAddresses: what lies where, and what does not.
func TestAddresses(t *testing.T) {
	d := newDesk(t, nil)
	for _, c := range []struct {
		address string
		status  int
		kind    string
	}{
		{"/", 200, "text/html; charset=utf-8"},
		{"/nl/", 200, "text/html; charset=utf-8"},
		{"/nl/index.html", 200, "text/html; charset=utf-8"},
		{"/nl", 301, ""},
		{"/nl/reports/2022-08", 301, ""},
		{"/versions.json", 200, "application/json"},
		{"/nl/search/index.json", 200, "application/json"},
		{"/.ronde/preview.js", 200, "text/javascript; charset=utf-8"},
		{"/.ronde/preview.css", 200, "text/css; charset=utf-8"},
		{"/.ronde/", 404, ""},
		{"/.ronde/../ronde.yaml", 404, ""},
		{"/ronde.yaml", 404, "text/html; charset=utf-8"},
		{"/%2e%2e/ronde.yaml", 404, "text/html; charset=utf-8"},
		{"/nl/reports/1999-01/", 404, "text/html; charset=utf-8"},
		{"/favicon.ico", 404, "text/html; charset=utf-8"},
	} {
		status, header, content := d.ask(c.address)
		if status != c.status || c.kind != "" && header.Get("Content-Type") != c.kind {
			t.Errorf("%s: %d, %s\n%s", c.address, status, header.Get("Content-Type"), content)
		}
	}
	answer, err := http.Post(d.web.URL+"/nl/", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("a page can be sent to: %s", answer.Status)
	}
}

// A page of the web that gives its own name this machine's address reads no draft.
func TestWhoMayLook(t *testing.T) {
	for _, c := range []struct {
		host, asked string
		may         bool
	}{
		{"", "localhost:4000", true}, {"", "LOCALHOST", true}, {"", "127.0.0.1:4000", true}, {"", "[::1]:4000", true}, {"", "ronde.localhost:4000", true},
		{"", "evil.example:4000", false}, {"", "localhost.evil.example", false}, {"", "192.168.1.2:4000", false}, {"", "", false},
		{"0.0.0.0", "192.168.1.2:4000", true}, {"0.0.0.0", "evil.example:4000", false},
		{"desk.example", "desk.example:80", true}, {"desk.example", "evil.example:80", false},
	} {
		if got := (guard{c.host}).mayAsk(c.asked); got != c.may {
			t.Errorf("%q at %q: %t", c.asked, c.host, got)
		}
	}
	d := newDesk(t, nil)
	request, err := http.NewRequest(http.MethodGet, d.web.URL+"/nl/", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "evil.example"
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, _ := io.ReadAll(answer.Body); answer.StatusCode != http.StatusMisdirectedRequest || strings.Contains(string(body), "<h1") {
		t.Errorf("%s: %s", answer.Status, body)
	}
}

// A site that is broken from the start says why, and has pages once it is mended.
func TestBrokenFromTheStart(t *testing.T) {
	var was []byte
	d := newDesk(t, func(dir string) {
		var err error
		if was, err = os.ReadFile(filepath.Join(dir, "ronde.yaml")); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "ronde.yaml"), []byte("ronde: 2\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	})
	status, _, page := d.ask("/nl/")
	if status != http.StatusServiceUnavailable || !strings.Contains(page, "There is no page yet") || !strings.Contains(page, "ronde.yaml:1") {
		t.Errorf("%d:\n%s", status, page)
	}
	d.save("ronde.yaml", string(was))
	if status, _, page = d.ask("/nl/"); status != http.StatusOK || strings.Contains(page, `class="failed"`) {
		t.Errorf("%d:\n%s", status, page)
	}
}

// A published folder is shown as on its host: folders have their page, what is missing has
// the page for it, and nothing is added.
func TestFolder(t *testing.T) {
	files := fstest.MapFS{
		"index.html": {Data: []byte("home")}, "nl/index.html": {Data: []byte("nl")}, "nl/x.csv": {Data: []byte("a;b")}, "404.html": {Data: []byte("missing")},
	}
	web := httptest.NewServer(NewFolder(files, ""))
	defer web.Close()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, c := range []struct {
		address, host string
		status        int
		content       string
	}{
		{"/", "", 200, "home"}, {"/nl/", "", 200, "nl"}, {"/nl", "", 301, ""}, {"/nl/x.csv", "", 200, "a;b"},
		{"/nl/x", "", 404, "missing"}, {"/nl//x.csv", "", 404, "missing"}, {"/%2e%2e/go.mod", "", 404, "missing"}, {"/nl/", "evil.example", 421, ""},
	} {
		request, err := http.NewRequest(http.MethodGet, web.URL+c.address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.host != "" {
			request.Host = c.host
		}
		answer, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		content, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode != c.status || c.content != "" && string(content) != c.content {
			t.Errorf("%s: %d, %q", c.address, answer.StatusCode, content)
		}
	}
}
