package publish

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A mention is an address that a file names.
type mention struct {
	text  string // as written, character references resolved
	loads bool   // showing the file fetches it; otherwise a reader follows it
	base  bool   // it is the address of a base element
}

// found is what scan sees in a file.
type found struct {
	mentions []mention
	ids      []string // in the order of the file, repeated ones included
}

// scan reads the addresses and anchors of an HTML, SVG or CSS file, judged by
// the end of its name. Other files have none.
func scan(name string, content []byte) found {
	var f found
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm":
		f.scanMarkup(content, false)
	case ".svg":
		f.scanMarkup(content, true)
	case ".css":
		f.scanStyle(string(content))
	}
	return f
}

// scanMarkup reads tags one by one, without building a tree: what is looked for
// stands in single tags, and a tokenizer reads anything without an error.
func (f *found) scanMarkup(content []byte, svg bool) {
	z := html.NewTokenizer(bytes.NewReader(content))
	style := false
	var t tag
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return
		case html.TextToken:
			if style {
				f.scanStyle(string(z.Text()))
			}
		case html.EndTagToken:
			style = false
		case html.StartTagToken, html.SelfClosingTagToken:
			t.read(z)
			f.scanTag(t)
			style = string(t.name) == "style" && kind == html.StartTagToken
			// Without a script, which is how pages must work, a browser reads
			// what is in noscript; in SVG an element may close itself.
			if string(t.name) == "noscript" || kind == html.SelfClosingTagToken || svg && string(t.name) == "title" {
				z.NextIsNotRawText()
			}
		}
	}
}

// A tag is a start tag, as bytes of the tokenizer that the next token
// overwrites: most tags hold nothing that is kept.
type tag struct {
	name  []byte
	attrs []attribute
}

type attribute struct{ key, value []byte }

func (t *tag) read(z *html.Tokenizer) {
	name, more := z.TagName()
	t.name, t.attrs = name, t.attrs[:0]
	for more {
		var a attribute
		a.key, a.value, more = z.TagAttr()
		// Of an attribute written twice browsers keep the first.
		if !slices.ContainsFunc(t.attrs, func(b attribute) bool { return bytes.Equal(a.key, b.key) }) {
			t.attrs = append(t.attrs, a)
		}
	}
}

func (t *tag) get(key string) string {
	for _, a := range t.attrs {
		if string(a.key) == key {
			return string(a.value)
		}
	}
	return ""
}

// passive are the relations of a link element that a browser does not fetch.
var passive = []string{"alternate", "canonical", "license", "author", "next", "prev", "help", "search", "me", "privacy-policy", "terms-of-service", "up", "index", "contents", "describedby"}

// scanTag takes the addresses and anchors of one start tag.
func (f *found) scanTag(t tag) {
	for _, a := range t.attrs {
		switch string(a.key) {
		case "id":
			if len(a.value) > 0 {
				f.ids = append(f.ids, string(a.value))
			}
		case "href", "xlink:href":
			m := mention{text: string(a.value), loads: true}
			switch string(t.name) {
			case "a", "area":
				m.loads = false
			case "base":
				m.loads, m.base = false, true
			case "link":
				rel := strings.Fields(strings.ToLower(t.get("rel")))
				m.loads = slices.ContainsFunc(rel, func(r string) bool { return !slices.Contains(passive, r) })
			}
			f.mentions = append(f.mentions, m)
		case "src", "poster", "background":
			f.load(string(a.value))
		case "data":
			if string(t.name) == "object" {
				f.load(string(a.value))
			}
		case "ping":
			for _, address := range strings.Fields(string(a.value)) {
				f.load(address)
			}
		case "srcset", "imagesrcset":
			for _, address := range splitSrcset(string(a.value)) {
				f.load(address)
			}
		case "action", "formaction":
			f.mentions = append(f.mentions, mention{text: string(a.value)})
		case "content":
			if string(t.name) == "meta" && strings.EqualFold(t.get("http-equiv"), "refresh") {
				if address, ok := refresh(string(a.value)); ok {
					f.mentions = append(f.mentions, mention{text: address})
				}
			}
		case "style", "fill", "stroke", "filter", "clip-path", "mask", "marker", "marker-start", "marker-mid", "marker-end", "cursor":
			if bytes.IndexByte(a.value, '(') >= 0 {
				f.scanStyle(string(a.value))
			}
		}
	}
}

func (f *found) load(address string) {
	f.mentions = append(f.mentions, mention{text: address, loads: true})
}

// refresh gives the address in the content of a refresh: "0; url=../v2/".
func refresh(content string) (string, bool) {
	_, rest, ok := strings.Cut(content, ";")
	if !ok {
		return "", false
	}
	rest = strings.TrimSpace(rest)
	if len(rest) < 3 || !strings.EqualFold(rest[:3], "url") {
		return rest, rest != ""
	}
	rest, ok = strings.CutPrefix(strings.TrimSpace(rest[3:]), "=")
	return strings.Trim(strings.TrimSpace(rest), `'"`), ok
}

// splitSrcset gives the addresses of a srcset. A comma that ends an address
// ends the candidate; one within an address is part of it, as the HTML standard
// says.
func splitSrcset(text string) []string {
	var out []string
	for {
		text = strings.TrimLeft(text, " \t\n\f\r,")
		if text == "" {
			return out
		}
		end := strings.IndexAny(text, " \t\n\f\r")
		if end < 0 {
			end = len(text)
		}
		address := text[:end]
		text = text[end:]
		bare := strings.TrimRight(address, ",")
		out = append(out, bare)
		if bare == address {
			_, text, _ = strings.Cut(text, ",")
		}
	}
}
