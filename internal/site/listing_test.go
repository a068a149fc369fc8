package site_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/seal"
	"ronde/internal/site"
)

const landAddress = "https://cijfers.example/land/"

type urlset struct {
	URLs []struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
		Links   []struct {
			Lang string `xml:"hreflang,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

// TestSitemap: what was translated is listed in its languages, what was not only
// in the one it has; a report once, with the day of its standing edition.
func TestSitemap(t *testing.T) {
	all := outputs(t, correctedWorld(t).site("2022-10-01"))
	var set urlset
	if err := xml.Unmarshal(all["sitemap.xml"].Content, &set); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, u := range set.URLs {
		var links []string
		for _, l := range u.Links {
			if l.Lang != "x-default" {
				if _, listed := seen[l.Href]; l.Href != u.Loc && listed && !strings.Contains(seen[l.Href], u.Loc) {
					t.Errorf("%s names %s, which does not name it", u.Loc, l.Href)
				}
			}
			links = append(links, l.Lang+" "+l.Href)
		}
		if _, twice := seen[u.Loc]; twice {
			t.Errorf("%s is listed twice", u.Loc)
		}
		seen[u.Loc] = u.LastMod + "|" + strings.Join(links, "|")
	}
	for address, want := range map[string]string{
		"":                      "|nl LANDnl/|en LANDen/|x-default LAND",
		"nl/":                   "|nl LANDnl/|en LANDen/|x-default LAND",
		"en/data/":              "|nl LANDnl/data/|en LANDen/data/|x-default LANDnl/data/",
		"nl/about/":             "|nl LANDnl/about/|x-default LANDnl/about/", // there is none in English
		"nl/reports/2022-07/":   "2022-09-25|nl LANDnl/reports/2022-07/|en LANDen/reports/2022-07/|x-default LANDnl/reports/2022-07/",
		"en/search/":            "|nl LANDnl/search/|en LANDen/search/|x-default LANDnl/search/",
		"nl/methods/minors/":    "|nl LANDnl/methods/minors/|en LANDen/methods/minors/|x-default LANDnl/methods/minors/",
		"nl/indicators/minors/": "|nl LANDnl/indicators/minors/|en LANDen/indicators/minors/|x-default LANDnl/indicators/minors/",
		"nl/reports/2022-08/":   "2022-09-20|nl LANDnl/reports/2022-08/|x-default LANDnl/reports/2022-08/",
	} {
		if got := seen[landAddress+address]; got != strings.ReplaceAll(want, "LAND", landAddress) {
			t.Errorf("%s: %q", address, got)
		}
	}
	for _, address := range []string{
		"en/about/", "en/reports/2022-08/", "nl/reports/2022-07/v1/", "nl/reports/2022-07/v2/", "nl/reports/2022-08/v1/", "nl/indicators/papers/", "404.html",
	} {
		if _, listed := seen[landAddress+address]; listed {
			t.Errorf("%s is listed", address)
		}
	}
	if _, ok := all["robots.txt"]; ok {
		t.Error("a robots.txt in a folder of the host, where no robot reads it")
	}
}

// TestAtTheTopOfTheHost: what only the top of a host can say is said there.
func TestAtTheTopOfTheHost(t *testing.T) {
	s := releasedWorld(t).site("2022-10-01")
	for _, test := range []struct {
		base    string
		robots  string
		headers bool
	}{
		{"https://x.example", "User-agent: *\nAllow: /\n\nSitemap: https://x.example/sitemap.xml\n", true},
		{"https://x.example/land/", "", false},
		{"", "", true},
	} {
		s.BaseURL = test.base
		all := outputs(t, s)
		if got := string(all["robots.txt"].Content); got != test.robots {
			t.Errorf("%q: robots.txt is %q", test.base, got)
		}
		if _, ok := all["_headers"]; ok != test.headers {
			t.Errorf("%q: _headers %t", test.base, ok)
		}
		_, sitemap := all["sitemap.xml"]
		if _, feed := all["nl/feed.xml"]; feed != (test.base != "") || sitemap != feed {
			t.Errorf("%q: sitemap %t, feed %t", test.base, sitemap, feed)
		}
		if f := all["nl/index.html"].Page.Common().Feed; (f == "feed.xml") != (test.base != "") {
			t.Errorf("%q: the home page names the feed %q", test.base, f)
		}
	}
}

// TestPreviewIsNotListed: drafts are in no list that others read.
func TestPreviewIsNotListed(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01", w.compile("2022-09", "2022-10-20", nil)))
	for _, path := range []string{"sitemap.xml", "robots.txt", "nl/feed.xml"} {
		if _, ok := all[path]; ok {
			t.Errorf("%s", path)
		}
	}
	if f := all["nl/index.html"].Page.Common().Feed; f != "" {
		t.Errorf("the home page names a feed, %q", f)
	}
}

type atomFeed struct {
	XMLName xml.Name   `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string     `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	ID      []string   `xml:"id"`
	Title   []string   `xml:"title"`
	Updated []string   `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Author  struct {
		Name  string `xml:"name"`
		Email string `xml:"email"`
	} `xml:"author"`
	Rights  string `xml:"rights"`
	Entries []struct {
		Lang      string     `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID        []string   `xml:"id"`
		Title     []string   `xml:"title"`
		Published string     `xml:"published"`
		Updated   []string   `xml:"updated"`
		Links     []atomLink `xml:"link"`
		Summary   string     `xml:"summary"`
		Category  struct {
			Term  string `xml:"term,attr"`
			Label string `xml:"label,attr"`
		} `xml:"category"`
	} `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

func feedOf(t *testing.T, all map[string]site.Output, lang string) atomFeed {
	t.Helper()
	return feedAt(t, all, lang+"/feed.xml")
}

func feedAt(t *testing.T, all map[string]site.Output, path string) atomFeed {
	t.Helper()
	var f atomFeed
	if err := xml.Unmarshal(all[path].Content, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFeed: an entry for each release, the newest first, in the words that it
// sealed; a correction says why it was made.
func TestFeed(t *testing.T) {
	w := releasedWorld(t)
	w.correct("2022-07", "2022-09-25", seal.Mistake, "nl", "Een tikfout.")
	f := feedOf(t, outputs(t, w.site("2022-10-01")), "nl")
	self := atomLink{Rel: "self", Type: "application/atom+xml", Href: landAddress + "nl/feed.xml"}
	if f.Lang != "nl" || f.Title[0] != "Ontheemden in België" || f.ID[0] != self.Href || f.Updated[0] != "2022-09-25T12:00:00Z" || !slices.Contains(f.Links, self) {
		t.Errorf("feed: %+v", f)
	}
	if f.Author.Name != "Redactie" || f.Author.Email != "redactie@cijfers.example" || f.Rights != "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/" {
		t.Errorf("author %+v, rights %q", f.Author, f.Rights)
	}
	var got []string
	for _, e := range f.Entries {
		if len(e.Links) != 1 || e.Links[0] != (atomLink{Rel: "alternate", Type: "text/html", Lang: "nl", Href: e.ID[0]}) || e.Published != e.Updated[0] || e.Lang != "" {
			t.Errorf("entry: %+v", e)
		}
		got = append(got, e.ID[0]+"|"+e.Updated[0]+"|"+e.Title[0]+"|"+e.Summary)
	}
	want := []string{
		landAddress + "nl/reports/2022-07/v2/|2022-09-25T12:00:00Z|Ontheemden: juli 2022 (editie 2)|Een tikfout. Maandrapport over juli. Attesten: 3.159 personen, in juli 2022; " +
			"Doorverwijzingen: 803 personen, in juli 2022; Ingeschreven: meer dan 30.000 personen, op 25 juli 2022.",
	}
	if diff := cmp.Diff(want, got[:1]); diff != "" {
		t.Errorf("newest entry (-want +got):\n%s", diff)
	}
	if len(got) != 3 || !strings.Contains(got[1], "/2022-08/v1/|2022-09-20T12") || !strings.Contains(got[2], "/2022-07/v1/|2022-08-30T12") || strings.Contains(got[2], "editie") {
		t.Errorf("entries: %q", got)
	}
	foreign := feedOf(t, outputs(t, w.site("2022-10-01")), "en")
	for _, e := range foreign.Entries {
		if dutch := strings.Contains(e.ID[0], "2022-08"); (e.Lang == "nl") != dutch || (e.Links[0].Lang == "nl") != dutch {
			t.Errorf("%s says that it is in %q", e.ID[0], e.Lang)
		}
	}
}

// TestFeedIsValid holds what RFC 4287 asks of every feed and entry.
func TestFeedIsValid(t *testing.T) {
	all := outputs(t, correctedWorld(t).site("2022-10-01"))
	for _, path := range []string{"nl/feed.xml", "en/feed.xml", "nl/corrections.xml", "en/corrections.xml"} {
		f := feedAt(t, all, path)
		ids := map[string]bool{}
		check := func(what string, id, title, updated []string) {
			if len(id) != 1 || len(title) != 1 || len(updated) != 1 || title[0] == "" {
				t.Errorf("%s: %s has %d ids, %d titles, %d days", path, what, len(id), len(title), len(updated))
			}
			if !strings.HasPrefix(id[0], landAddress) || ids[id[0]] {
				t.Errorf("%s: the id %q is no address, or stands twice", path, id[0])
			}
			ids[id[0]] = true
		}
		check("the feed", f.ID, f.Title, f.Updated)
		if f.Author.Name == "" {
			t.Errorf("%s: nobody answers for it", path)
		}
		for _, e := range f.Entries {
			check(e.ID[0], e.ID, e.Title, e.Updated)
			page, _, _ := strings.Cut(strings.TrimPrefix(e.Links[0].Href, landAddress), "#")
			if all[page+"index.html"].Page == nil {
				t.Errorf("%s: an entry leads to %s", path, page)
			}
		}
	}
}

// TestMissingPage: its links begin at the top of the host, and where that is not
// known there are none.
func TestMissingPage(t *testing.T) {
	s := releasedWorld(t).site("2022-10-01")
	p, ok := outputs(t, s)["404.html"].Page.(*site.Missing)
	if !ok {
		t.Fatal("there is no 404.html")
	}
	want := []site.MissingChoice{
		{Lang: "nl", Home: "/land/nl/", Search: "/land/nl/search/", Reports: "/land/nl/reports/"},
		{Lang: "en", Home: "/land/en/", Search: "/land/en/search/", Reports: "/land/en/reports/"},
	}
	if diff := cmp.Diff(want, p.Choices); diff != "" || p.Root != "/land/" || p.Home != "/land/nl/" || !p.NoIndex || p.Canonical != "" {
		t.Errorf("root %q, home %q, noindex %t, canonical %q, choices (-want +got):\n%s", p.Root, p.Home, p.NoIndex, p.Canonical, diff)
	}
	s.BaseURL = ""
	p = outputs(t, s)["404.html"].Page.(*site.Missing)
	if diff := cmp.Diff([]site.MissingChoice{{Lang: "nl"}, {Lang: "en"}}, p.Choices); diff != "" || p.Root != "" || p.Home != "" {
		t.Errorf("root %q, home %q, choices (-want +got):\n%s", p.Root, p.Home, diff)
	}
}
