package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
)

// A Place is a page that search engines may list.
type Place struct {
	Address    string
	Released   string // the day on which its content was released, 2022-08-30; may be empty
	Alternates []Alternate
}

// list keeps a page for the sitemap, unless it says itself that it is not to be
// listed or that search engines find its content at another address.
func (w *writer) list(address string, p Page) {
	if f := p.Common(); !f.NoIndex && f.Address == address {
		w.places = append(w.places, Place{address, f.Released.ISO, f.Alternates})
	}
}

// What robots look for at the top of a site.
const (
	sitemapFile = "sitemap.xml"
	robotsFile  = "robots.txt"
)

// The limits of one file, by the protocol of sitemaps.org: pages, and bytes
// with some room for what stands around them.
const (
	sitemapPages = 50_000
	sitemapBytes = 50<<20 - 1<<10
)

// sitemap puts the list of the pages that search engines may list, and what leads
// them to it. Without an address of the site there is none: both need whole
// addresses. A preview of drafts is not to be listed at all.
func (s *Site) sitemap(w *writer, places []Place) {
	if s.BaseURL == "" || s.Drafts {
		return
	}
	files := s.sitemapFiles(places, sitemapPages, sitemapBytes)
	if len(files) == 1 {
		w.file(sitemapFile, files[0])
	} else {
		for i, content := range files {
			w.file(sitemapName(i), content)
		}
		w.file(sitemapFile, s.sitemapIndex(len(files)))
	}
	// Robots read it at the top of a host and nowhere else.
	if s.basePath() == "/" {
		w.file(robotsFile, []byte("User-agent: *\nAllow: /\n\nSitemap: "+s.absolute(sitemapFile)+"\n"))
	}
}

func sitemapName(i int) string { return fmt.Sprintf("sitemap-%d.xml", i+1) }

type sitemapURL struct {
	XMLName    xml.Name      `xml:"url"`
	Loc        string        `xml:"loc"`
	LastMod    string        `xml:"lastmod,omitempty"`
	Alternates []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

const (
	sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
	sitemapHead      = xml.Header + `<urlset xmlns="` + sitemapNamespace + `" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n"
	sitemapFoot      = "</urlset>\n"
)

// sitemapFiles writes places into as few files as the limits allow. A page in
// another language is named only when it is listed too: of a page that was not
// translated there is nothing to list.
func (s *Site) sitemapFiles(places []Place, pages, size int) [][]byte {
	listed := map[string]bool{}
	for _, p := range places {
		listed[s.absolute(p.Address)] = true
	}
	var files [][]byte
	b := bytes.NewBufferString(sitemapHead)
	n := 0
	for _, p := range places {
		url := sitemapURL{Loc: s.absolute(p.Address), LastMod: p.Released}
		for _, a := range p.Alternates {
			if listed[a.Href] {
				url.Alternates = append(url.Alternates, sitemapLink{"alternate", a.Lang, a.Href})
			}
		}
		entry := mustXML(url)
		if n > 0 && (n == pages || b.Len()+len(entry)+len(sitemapFoot) > size) {
			b.WriteString(sitemapFoot)
			files = append(files, bytes.Clone(b.Bytes()))
			b.Reset()
			b.WriteString(sitemapHead)
			n = 0
		}
		b.Write(entry)
		n++
	}
	b.WriteString(sitemapFoot)
	return append(files, b.Bytes())
}

func (s *Site) sitemapIndex(files int) []byte {
	b := bytes.NewBufferString(xml.Header + `<sitemapindex xmlns="` + sitemapNamespace + `">` + "\n")
	for i := range files {
		b.Write(mustXML(struct {
			XMLName xml.Name `xml:"sitemap"`
			Loc     string   `xml:"loc"`
		}{Loc: s.absolute(sitemapName(i))}))
	}
	b.WriteString("</sitemapindex>\n")
	return b.Bytes()
}

// mustXML writes an element of texts on a line of its own.
func mustXML(element any) []byte {
	content, err := xml.Marshal(element)
	if err != nil {
		panic("site: " + err.Error())
	}
	return slices.Concat(content, []byte("\n"))
}
