package build

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// The address of the reference site, and what a reader loads to search it,
// compressed.
const (
	referenceBase = "https://ronde.example/"
	indexBudget   = 40_000
)

// A headOf is what the head of a page says to search engines.
type headOf struct {
	kind, lang, canonical, description, policy string
	indexed                                    bool // not taken out by the page itself
}

func readHead(t *testing.T, name, content string) headOf {
	t.Helper()
	root, err := html.Parse(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	first := func(selector, key string) string {
		n := cascadia.Query(root, cascadia.MustCompile(selector))
		if n == nil {
			return ""
		}
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
		return ""
	}
	h := headOf{
		kind: first("body", "data-kind"), lang: first("html", "lang"), canonical: first("link[rel=canonical]", "href"),
		description: first("meta[name=description]", "content"), policy: first("meta[http-equiv=Content-Security-Policy]", "content"),
	}
	h.indexed = first("meta[name=robots]", "content") == "" && h.canonical == referenceBase+strings.TrimSuffix(name, "index.html")
	return h
}

// findable: every page that search engines may list is in the sitemap and in the
// search of its language, and what is in there is a page at its own address.
func findable(t *testing.T, files map[string]string) {
	found := map[string]bool{}
	for _, lang := range []string{"nl", "fr", "de", "en"} {
		content := files[lang+"/search/index.json"]
		var index struct{ Addresses []string }
		if err := json.Unmarshal([]byte(content), &index); err != nil {
			t.Fatal(err)
		}
		for _, address := range index.Addresses {
			page, anchor, within := strings.Cut(address, "#")
			name := lang + "/" + page + "index.html"
			h := readHead(t, name, files[name])
			if h.canonical != referenceBase+lang+"/"+page || within && !strings.Contains(files[name], `id="`+anchor+`"`) {
				t.Errorf("the search finds %s/%s, which stands at %q", lang, address, h.canonical)
			}
			if found[lang+address] {
				t.Errorf("the search finds %s/%s twice", lang, address)
			}
			found[lang+address], found[name] = true, true
		}
		if size := compressed(t, content); size > indexBudget {
			t.Errorf("the index of %s has %d bytes, compressed", lang, size)
		}
	}
	var sitemap struct {
		Locs []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &sitemap); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, loc := range sitemap.Locs {
		listed[loc] = true
	}
	said := map[string]string{} // kind of page by language and description
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		h := readHead(t, name, content)
		if h.indexed && !found[name] && !slices.Contains([]string{"languages", "search"}, h.kind) {
			t.Errorf("the search does not find %s", name)
		}
		if loc := referenceBase + strings.TrimSuffix(name, "index.html"); h.indexed != listed[loc] {
			t.Errorf("%s: search engines may list it %t, the sitemap does %t", name, h.indexed, listed[loc])
		}
		if h.description == "" {
			t.Errorf("%s has no description", name)
		}
		if other := said[h.lang+h.description]; h.indexed {
			if other != "" && other != h.kind {
				t.Errorf("%s says of itself %q, which a page of kind %q says too", name, h.description, other)
			}
			said[h.lang+h.description] = h.kind
		}
		if !strings.Contains(files["_headers"], "\n  Content-Security-Policy: "+h.policy+"\n") {
			t.Errorf("%s has another policy than _headers: %s", name, h.policy)
		}
	}
}

func compressed(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
