package render_test

import (
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"ronde/internal/site"
)

// A document is a parsed page with the questions that tests ask of it.
type document struct {
	t    *testing.T
	root *html.Node
}

func parse(t *testing.T, page string) document {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return document{t, root}
}

func (d document) all(selector string) []*html.Node {
	return cascadia.QueryAll(d.root, cascadia.MustCompile(selector))
}

// count checks how many elements match.
func (d document) count(want int, selector string) {
	d.t.Helper()
	if got := len(d.all(selector)); got != want {
		d.t.Errorf("%d × %s, want %d", got, selector, want)
	}
}

// text checks the text of the only element that matches.
func (d document) text(selector, want string) {
	d.t.Helper()
	nodes := d.all(selector)
	if len(nodes) != 1 {
		d.t.Errorf("%d × %s, want 1", len(nodes), selector)
		return
	}
	if got := strings.Join(strings.Fields(textOf(nodes[0])), " "); got != want {
		d.t.Errorf("%s: %q, want %q", selector, got, want)
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// eachPage calls check with every sample page in every language.
func eachPage(t *testing.T, check func(t *testing.T, page site.Page, d document)) {
	t.Helper()
	th := defaultTheme(t)
	for _, lang := range siteLanguages {
		for name, page := range samplePages(lang) {
			t.Run(name, func(t *testing.T) {
				check(t, page, parse(t, renderPage(t, th, page)))
			})
		}
	}
}
