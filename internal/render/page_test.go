package render_test

import (
	"net/url"
	"strings"
	"testing"

	"ronde/internal/site"
)

func TestEveryPageHasItsLandmarks(t *testing.T) {
	eachPage(t, func(t *testing.T, page site.Page, d document) {
		f := page.Common()
		if page.Kind() == site.KindEmbed {
			return // it has no navigation: TestEmbed
		}
		d.count(1, "html[lang="+f.Lang+"]")
		d.count(1, "h1")
		d.count(1, "main#_content")
		d.count(1, "body > header")
		d.count(1, "body > footer")
		d.count(1, "body > a.skip[href='#_content']:first-child")
		d.count(1, "head > meta[http-equiv='Content-Security-Policy']:first-child")
		d.count(1, "head > title")
		d.count(1, "head > link[rel=icon][href*='assets/icon-']") // or browsers ask the host for one
		d.count(1, "head > meta[name=description]")
		d.count(len(f.Alternates), "head > link[rel=alternate][hreflang][href]")
		if page.Kind() != site.KindMissing {
			d.count(1, "head > link[rel=canonical]")
			d.count(1, "head > link[rel=alternate][hreflang=x-default]")
			d.count(1, "head > link[rel=alternate][type='application/atom+xml'][href$='/"+f.Lang+"/feed.xml'][title]")
		}
		if len(f.Languages) > 0 {
			d.count(4, "nav.langs a[lang][hreflang]")
			d.count(1, "nav.langs a[lang="+f.Lang+"][aria-current]")
			d.count(len(f.Menu), "header nav.menu a")
			d.count(len(f.Menu)+1, "footer nav#_menu a")
			d.count(len(f.More)+2, "footer nav:not(#_menu) a")
			d.count(2, "footer nav:not(#_menu) a[href$='/search/'], footer nav:not(#_menu) a[href$='/feed.xml']")
			d.count(len(f.Trail), "nav.trail a")
			d.count(1, ".jump a[href='#_menu']")
		}
		if f.NoIndex {
			d.count(1, "head > meta[name=robots][content=noindex]")
		}
		for _, n := range d.all("nav, [role=region], [role=note]") {
			_, label := attribute(n, "aria-label")
			_, by := attribute(n, "aria-labelledby")
			_, note := attribute(n, "role")
			if !label && !by && !note {
				t.Errorf("a %s without a name", n.Data)
			}
		}
	})
}

// TestWhatMessagesShow: whoever sends a page on sends its title, a sentence and its
// language.
func TestWhatMessagesShow(t *testing.T) {
	eachPage(t, func(t *testing.T, page site.Page, d document) {
		f := page.Common()
		if page.Kind() == site.KindEmbed {
			return // the page of the figure is sent on
		}
		content := func(selector string) string {
			nodes := d.all("head > meta" + selector + "[content]")
			if len(nodes) != 1 {
				t.Errorf("%d × %s", len(nodes), selector)
				return ""
			}
			text, _ := attribute(nodes[0], "content")
			if text == "" {
				t.Errorf("%s is empty", selector)
			}
			return text
		}
		if title := content("[property='og:title']"); title+" – "+f.SiteTitle != textOf(d.all("title")[0]) {
			t.Errorf("title %q", title)
		}
		if content("[property='og:description']") != content("[name=description]") {
			t.Error("two descriptions")
		}
		if content("[property='og:site_name']") != f.SiteTitle || content("[property='og:locale']") != f.Locale {
			t.Error("another site or language")
		}
		if f.Canonical != "" && content("[property='og:url']") != f.Canonical {
			t.Error("another address")
		}
		kind := "website"
		if f.Released.ISO != "" {
			kind = "article"
			d.count(1, "meta[property='article:published_time'][content='"+f.Released.ISO+"']")
		}
		if got := content("[property='og:type']"); got != kind {
			t.Errorf("type %q", got)
		}
		d.count(len(f.OtherLocales), "head > meta[property='og:locale:alternate']")
	})
}

// TestDescriptions: a page without a description of its own says what the theme
// knows of it.
func TestDescriptions(t *testing.T) {
	th := defaultTheme(t)
	for _, test := range []struct {
		page site.Page
		want string
	}{
		{&site.Reports{}, "One report a month. When a report is amended, the earlier edition stays at its own address."},
		{&site.Dataset{Name: "Certificates", Organisation: "IO", Rhythm: "monthly"}, "Certificates, IO. Frequency: monthly."},
		{&site.Methods{Title: "Certificates"}, "How the figures of “Certificates” come about: who supplies them, how often, and how persons are protected in them."},
		{&site.About{}, "Figures. A trial. Made up."},
		{&site.Redirect{Title: "Certificates"}, "This page has moved: Certificates"},
		{&site.Languages{Choices: []site.LanguageChoice{{Title: "Cijfers"}, {Title: "Figures"}}}, "Cijfers · Figures"},
	} {
		f := test.page.Common()
		f.Lang, f.SiteTitle, f.Notice = "en", "Figures", &site.Notice{Lead: "A trial.", Text: "Made up."}
		d := parse(t, renderPage(t, th, test.page))
		if got, _ := attribute(d.all("meta[name=description]")[0], "content"); got != test.want {
			t.Errorf("%s: %q, want %q", test.page.Kind(), got, test.want)
		}
	}
}

func TestNothingInlineAndNothingForeign(t *testing.T) {
	eachPage(t, func(t *testing.T, page site.Page, d document) {
		for _, selector := range []string{"style", "[style]", "iframe", "object", "base", "font", "link[rel=preload]"} {
			d.count(0, selector)
		}
		scripts := 0
		if page.Kind() == site.KindSearch {
			scripts = 1
		}
		d.count(scripts, "script")
		d.count(scripts, "head > script[type=module][src]:empty")
		d.count(scripts, "form")
		d.count(scripts, "form[role=search][action='./']:not([method])[hidden]") // the script shows it
		for _, n := range d.all("*") {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("an event handler: %s", a.Key)
				}
				if strings.Contains(a.Val, "ZgotmplZ") {
					t.Errorf("html/template did not trust the value of %s", a.Key)
				}
				loads := a.Key == "src" || a.Key == "srcset" || (n.Data == "link" && a.Key == "href")
				if !loads && a.Key != "href" {
					continue
				}
				u, err := url.Parse(a.Val)
				if err != nil || a.Val == "" {
					t.Errorf("%s %s=%q: no address", n.Data, a.Key, a.Val)
					continue
				}
				rel, _ := attribute(n, "rel")
				if loads && u.IsAbs() && rel != "canonical" {
					t.Errorf("%s loads %q", n.Data, a.Val)
				}
				if strings.HasPrefix(a.Val, "/") && page.Kind() != site.KindMissing {
					t.Errorf("%s leads to %q, which breaks under a base path", n.Data, a.Val)
				}
			}
		}
	})
}

func TestIdsAndReferences(t *testing.T) {
	eachPage(t, func(t *testing.T, _ site.Page, d document) {
		ids := map[string]bool{}
		for _, n := range d.all("[id]") {
			id, _ := attribute(n, "id")
			if ids[id] || id == "" || strings.ContainsAny(id, " \t") {
				t.Errorf("id %q is empty, has a space or stands twice", id)
			}
			ids[id] = true
		}
		for _, n := range d.all("*") {
			for _, a := range n.Attr {
				var wanted []string
				switch {
				case a.Key == "aria-labelledby" || a.Key == "aria-describedby":
					wanted = strings.Fields(a.Val)
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					wanted = []string{a.Val[1:]}
				}
				for _, id := range wanted {
					if !ids[id] {
						t.Errorf("%s %s=%q names nothing", n.Data, a.Key, a.Val)
					}
				}
			}
		}
	})
}

func TestTables(t *testing.T) {
	eachPage(t, func(t *testing.T, page site.Page, d document) {
		for _, table := range d.all("table") {
			in := document{t, table}
			in.count(1, "caption")
			in.count(1, "thead > tr")
			columns := len(in.all("thead th[scope=col]"))
			if columns == 0 || columns != len(in.all("thead tr > *")) {
				t.Error("a head row with something else than th scope=col")
			}
			for _, row := range in.all("tbody tr") {
				cells := document{t, row}
				cells.count(1, "th[scope=row]:first-child")
				if got := len(cells.all("th, td")); got != columns {
					t.Errorf("a row of %d cells under %d heads", got, columns)
				}
				for _, cell := range cells.all("th, td") {
					if strings.TrimSpace(textOf(cell)) == "" {
						t.Error("an empty cell")
					}
				}
			}
			in.count(0, "[colspan], [rowspan]")
			region := table.Parent
			if role, _ := attribute(region, "role"); role != "region" {
				t.Error("a table that does not scroll in a region of its own")
			}
			if tab, _ := attribute(region, "tabindex"); tab != "0" {
				t.Error("a region that cannot be reached with the keyboard")
			}
		}
	})
}

func TestPictures(t *testing.T) {
	eachPage(t, func(t *testing.T, _ site.Page, d document) {
		d.count(len(d.all("img")), "img[alt][width][height][src]")
		d.count(len(d.all("source")), "source[srcset][width][height][media]")
		for _, p := range d.all("figure > picture") {
			first := document{t, p}.all("source")
			if media, _ := attribute(first[0], "media"); media != "print" {
				t.Error("paper does not get the wide light picture first")
			}
		}
		d.count(len(d.all("figure")), "figure[id][aria-labelledby] > figcaption")
	})
}

func TestEmptyPagesRender(t *testing.T) {
	th := defaultTheme(t)
	for _, page := range site.Blank() {
		page.Common().Lang = "nl"
		renderPage(t, th, page)
	}
}
