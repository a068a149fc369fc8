package site

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestSitemapFiles cuts long lists where the protocol says, and loses nothing.
func TestSitemapFiles(t *testing.T) {
	s := &Site{BaseURL: "https://cijfers.example/land"}
	var places []Place
	for i := range 7 {
		places = append(places, Place{Address: fmt.Sprintf("nl/%d/", i)})
	}
	one := len(s.sitemapFiles(places[:1], 10, 1<<20)[0])
	entry := len(s.sitemapFiles(places[:2], 10, 1<<20)[0]) - one
	for _, test := range []struct {
		name        string
		pages, size int
		want        []int // pages of each file
	}{
		{"all in one", 7, 1 << 20, []int{7}},
		{"by pages", 3, 1 << 20, []int{3, 3, 1}},
		{"by bytes", 7, one + entry, []int{2, 2, 2, 1}},
		{"a page that is too large", 7, 10, []int{1, 1, 1, 1, 1, 1, 1}},
	} {
		files := s.sitemapFiles(places, test.pages, test.size)
		var got []int
		var all []string
		for _, f := range files {
			locs := strings.Split(string(f), "<loc>")[1:]
			got = append(got, len(locs))
			for _, l := range locs {
				loc, _, _ := strings.Cut(l, "</loc>")
				all = append(all, loc)
			}
			if !bytes.HasPrefix(f, []byte(sitemapHead)) || !bytes.HasSuffix(f, []byte("</url>\n"+sitemapFoot)) {
				t.Errorf("%s: %s", test.name, f)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%s: %v pages, want %v", test.name, got, test.want)
		}
		for i, loc := range all {
			if want := fmt.Sprintf("https://cijfers.example/land/nl/%d/", i); loc != want {
				t.Errorf("%s: %s, want %s", test.name, loc, want)
			}
		}
	}
	if index := string(s.sitemapIndex(2)); strings.Count(index, "<sitemap><loc>https://cijfers.example/land/sitemap-") != 2 || !strings.Contains(index, "sitemap-2.xml") {
		t.Errorf("index: %s", index)
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{
		"": "", "https://x.example": "/", "https://x.example/": "/", "https://x.example/a/b": "/a/b/", "https://x.example/a%20b/": "/a%20b/",
	} {
		if got := (&Site{BaseURL: base}).basePath(); got != want {
			t.Errorf("%q: %q, want %q", base, got, want)
		}
	}
}
