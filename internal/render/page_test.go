package render_test

import (
	"bytes"
	"compress/gzip"
	"net/url"
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

func TestAccessibility(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleAccessibility("en")))
	d.text("title", "Accessibility statement – Ontheemden uit Oekraïne in België")
	d.text(".meta div:nth-child(2) dd", "WCAG 2.2, niveau AA")
	d.text("section[aria-labelledby=_conformity] p", "This site meets the standard in part. What does not meet it, or was not assessed, is listed below.")
	d.text("section[aria-labelledby=_limits] h3:first-child", "Does not meet the standard")
	d.text("section[aria-labelledby=_limits] h3:first-child + ul", "Oude rapporten in PDF. Vanaf 2022 staan dezelfde cijfers op een pagina.")
	d.count(3, "section[aria-labelledby=_limits] li")
	d.text("section[aria-labelledby=_report] a[href='mailto:redactie@example.org']", "redactie@example.org")
	d.text("section[aria-labelledby=_complaint] a", "https://ombudsman.example/")
	for kind, want := range map[site.Conformity]string{site.ConformityFull: "in full, as far as it was assessed", site.ConformityNone: "does not meet"} {
		p := sampleAccessibility("en").(*site.Accessibility)
		p.Conformity, p.Limits = kind, nil
		d := parse(t, renderPage(t, th, p))
		d.count(0, "#_limits")
		if text := textOf(d.all("section[aria-labelledby=_conformity] p")[0]); !strings.Contains(text, want) {
			t.Errorf("%s: %q", kind, text)
		}
	}
}

func TestMissing(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleMissing()))
	d.text("title", "Deze pagina is er niet – Ontheemden uit Oekraïne in België")
	d.count(4, "section[lang] p a[href^='/figures/'][href$='/search/']")
	d.text("section[lang=fr] h2", "Cette page n’existe pas")
	d.text("section[lang=de] p:last-child", "Startseite · Suche · Berichte")
	d.count(1, "head > meta[name=robots][content=noindex]")
	d.count(1, "link[rel=stylesheet][href^='/figures/assets/']")
	nowhere := &site.Missing{Frame: site.Frame{Lang: "nl", SiteTitle: "Cijfers"}, Choices: []site.MissingChoice{{Lang: "nl"}, {Lang: "en"}}}
	d = parse(t, renderPage(t, th, nowhere))
	d.count(0, "main a, header.mast a")
	d.text("section[lang=en] p:last-child", "In the address bar, shorten the address to the name of the site.")
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

func TestReport(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleReport("nl", site.StatusLatest)))
	d.text("title", "Ontheemden uit Oekraïne: augustus 2022 – Ontheemden uit Oekraïne in België")
	d.text("h1", "Ontheemden uit Oekraïne: augustus 2022")
	d.text(".status strong", "Nieuwste editie.")
	d.text(".kf .lead .num", "3.111 voorlopig")
	d.text(".kf .lead .trend", "Bijna gelijk: 45 personen minder dan in juli.")
	d.text(".kf .lead .delta div:first-child dd", "min −45 (min −1,4%; basis 3.156)")
	d.text(".kf .lead .delta div:last-child dd", "niet vergelijkbaar: reeks begint in maart 2022")
	d.count(3, ".kf > .tiles > li")
	d.count(4, ".points li[data-edition]")
	d.count(9, ".numbers tbody tr")
	d.text("#n2 th", "min −45")
	d.text(".frac", "11 van 12")
	d.count(3, ".gaps dt .tag")
	d.count(12, ".ruler .months li")
	d.count(10, ".ruler .months a")
	d.text(".ruler [aria-current=page] .vh", "augustus 2022")
	d.text(".ruler li:first-child .vh", "januari 2022: geen rapport")
	d.text(".cite a", "https://example.org/nl/reports/2022-08/v1/")
	d.count(0, "[lang=nl]:not(html):not(.langs a)")

	// The order of a report: status, title, notices, key figures, main points,
	// sections, completeness, definitions, citation.
	var order []string
	for _, n := range d.all(".status, h1, .dated, h2") {
		id, _ := attribute(n, "id")
		class, _ := attribute(n, "class")
		order = append(order, strings.TrimSpace(n.Data+" "+id+class))
	}
	want := "div status latest|h1|ul dated|h2 _key-figures|h2 _main-points|h2 bescherming|h2 opvang|h2 werk|h2 _coverage|h2 _definitions|h2 _numbers|h2 _cite"
	if got := strings.Join(order, "|"); got != want {
		t.Errorf("the order is\n%s, want\n%s", got, want)
	}
}

func TestFigurePage(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleFigure("nl", site.StatusLatest)))
	d.text("title", "Augustus blijft net onder juli: 3.111 attesten (augustus 2022) – Ontheemden uit Oekraïne in België")
	d.text("h1", "Augustus blijft net onder juli: 3.111 attesten")
	d.text(".status", "Nieuwste editie. Deze figuur komt uit editie 1 van het rapport over augustus 2022.")
	d.text(".lede .unit a[href='../../../#attesten']", "Ontheemden uit Oekraïne: augustus 2022")
	d.count(1, "figure[aria-labelledby=_title] > picture")
	d.count(1, "section[aria-labelledby=_data] table")
	d.count(0, "details, summary")
	d.count(1, ".def dt#def-attest")
	d.count(4, "section[aria-labelledby=_downloads] a[href]")
	d.text("section[aria-labelledby=_downloads] li:last-child", "Werkmap van de hele editie XLSX, 37 kB")
	d.text(".cite a", "https://example.org/nl/reports/2022-08/v1/figures/attesten/")
	d.count(1, "label[for=_embed] ")
	d.text("textarea#_embed[readonly]", `<iframe src="https://example.org/nl/reports/2022-08/v1/figures/attesten/embed/" title="Augustus blijft net onder juli: 3.111 attesten" width="100%" height="640" loading="lazy" style="border:0"></iframe>`)
	d.text("section[aria-labelledby=_related] li:nth-child(2)", "Deze figuur in het vorige rapport: Juli 2022")

	d = parse(t, renderPage(t, th, sampleFigure("nl", site.StatusSuperseded)))
	d.text(".status p:first-child a[href='../../../v2/figures/attesten/']", "Naar de nieuwste editie")
	d.count(2, ".status .editions a")

	d = parse(t, renderPage(t, th, sampleFigureOfKeyFigures("nl")))
	d.count(4, "figure > .tiles > li")
	d.count(0, "figure > picture")
	d.count(1, "section[aria-labelledby=_data] table")

	withdrawn := sampleFigure("nl", site.StatusWithdrawn)
	d = parse(t, renderPage(t, th, withdrawn))
	d.count(0, "figure, table, textarea, section[aria-labelledby=_downloads]")
}

// TestEmbed: what stands in a frame of another site has nothing but the figure,
// its source and the way back, and its links leave the frame.
func TestEmbed(t *testing.T) {
	th := defaultTheme(t)
	for _, lang := range siteLanguages {
		d := parse(t, renderPage(t, th, sampleEmbed(lang)))
		d.count(1, "html[lang="+lang+"]")
		d.count(1, "head > meta[http-equiv='Content-Security-Policy']:first-child")
		d.count(1, "head > meta[name=robots][content=noindex]")
		d.count(1, "head > link[rel=canonical]")
		d.count(0, "nav, header, footer, script, form, link[rel=alternate]")
		d.count(1, "body > main > h1 + h2[data-edition]")
		d.count(1, "main > figure > picture")
		d.count(1, "main > figure > figcaption")
		d.count(1, "main a[href='../']")
		d.count(0, "a:not([target=_top])")
		if lang != "nl" {
			d.count(len(d.all("[data-edition]")), "[data-edition][lang=nl]")
		}
	}
	d := parse(t, renderPage(t, th, sampleEmbed("nl")))
	d.text("main > p strong", "Niet de nieuwste editie.")
	d.text("figcaption", "Bron: DVZ, via het Nationaal Crisiscentrum en info-ukraine.be; ontvangen 12 september 2022")
}

func TestReportInAnotherLanguage(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleReport("fr", site.StatusLatest)))
	d.text(".status strong", "Dernière édition.")
	d.count(len(d.all("[data-edition]")), "[data-edition][lang=nl]")
	d.count(1, "h1[data-edition][lang=nl]")
	d.count(len(d.all("figure img, .spark img")), "img[alt][lang=nl]")
	d.text("#_key-figures", "Chiffres clés")
	d.text(".kf .lead .delta div:first-child dd", "moins −45 (moins −1,4% ; base 3.156)")
}

func TestStatusPanels(t *testing.T) {
	th := defaultTheme(t)
	for kind, want := range map[site.StatusKind]string{
		site.StatusLatest:     "Latest edition.",
		site.StatusAmended:    "Amended.",
		site.StatusSuperseded: "Not the latest edition.",
		site.StatusDraft:      "Draft.",
		site.StatusWithdrawn:  "Withdrawn.",
	} {
		d := parse(t, renderPage(t, th, sampleReport("en", kind)))
		d.text(".status strong", want)
		if kind == site.StatusWithdrawn {
			d.count(0, "figure, .kf, .points, .numbers, .frac")
			d.text(".status .what", "Reason")
		} else {
			d.count(1, ".kf")
		}
		switch kind {
		case site.StatusSuperseded:
			d.text(".status p:first-child a[href='../2022-08/']", "Go to the latest edition")
			d.text(".status .what", "Errors found since in this edition")
			d.count(2, ".editions a")
		case site.StatusAmended:
			d.text(".status .what", "What changed")
			d.count(1, ".editions a[aria-current=page]")
		}
	}
}

func TestDeliveries(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleDeliveries("de")))
	d.count(10, ".grid tbody:not(.sum) tr")
	d.text(".grid tbody:first-of-type tr:first-child td:nth-child(9) .vh", "pünktlich, 12 augustus 2022, 2 Mal geliefert")
	d.text(".grid tbody:first-of-type tr:first-child td:nth-child(2) .vh", "nicht erwartet")
	d.text(".grid tbody:first-of-type tr:first-child td:nth-child(11) .vh", "9 Tage verspätet, 12 oktober 2022")
	d.count(1, ".grid tbody:first-of-type .org a")
	d.count(1, "figure > details .grid")
	for _, use := range d.all("use") {
		href, _ := attribute(use, "href")
		d.count(1, "symbol"+href)
	}
}

func TestSearch(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleSearch("fr")))
	d.text("title", "Rechercher – Ontheemden uit Oekraïne in België")
	d.text(".seek a[aria-current=page]", "Rechercher")
	d.count(1, "form[data-index='index.json'] label[for=_q]")
	d.count(1, "form input#_q[name=q][type=search]")
	d.count(1, "p[role=status]:empty[data-many*='{n}'][data-many*='{query}'][data-none*='{query}'][data-one*='{query}'][data-short][data-failed]")
	d.count(4, ".letters a")
	d.text("#_letter-a + ul li:first-child", "Attesten Jeu de données · DVZ")
	d.text("#_letter-0 + ul a[lang=nl]", "2022 in cijfers")
	d.text("#_letter-r + ul li", "Rapporten")
	d.text("noscript", "<p>La recherche par mots demande JavaScript. Sans JavaScript, la liste est tout aussi complète.</p>")
	d.count(1, "#_answer[hidden][aria-labelledby=_results]")
	parse(t, renderPage(t, th, sampleAbout("fr"))).count(1, ".seek a[href$='/search/']:not([aria-current])")
}

func TestMeeting(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleMeeting("fr")))
	d.text(".status.draft strong", "Exemple.")
	d.text("h1[lang=nl]", "Vergadering van 15 mei 2023")
	d.text(".meta div:nth-child(2) dd", "sur place et en ligne, Brussel")
	d.count(2, "ol[lang=nl] > li")
	d.text("#send .unit", "en retard DVZ · pour le 5 juni 2023 (12 jours de retard)")
	d.text("#check .unit", "exécutée 2 juni 2023 · allen · pour le 5 juni 2023")
	d.count(2, ".actions p[lang=nl] > strong")
	d = parse(t, renderPage(t, th, sampleActions("en")))
	d.text("#_open ~ .body .unit", "overdue DVZ · by 5 juni 2023 (12 days overdue) · meeting of 15 mei 2023")
	d.count(2, ".actions p[lang=nl]")
	d = parse(t, renderPage(t, th, sampleMeetings("nl")))
	d.text(".body > p", "Acties: 3 open, waarvan 1 over tijd")
	d.count(2, ".sets h2")
}

func TestCalendar(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleCalendar("de")))
	d.text("#_coming ~ .body tr:nth-child(2) td:last-child", "–keine Bemerkung")
	d.text("#_past ~ .body tr:last-child td:nth-child(2)", "7 september 2023 (geplant für 31 augustus 2023)")
}

func TestGlossary(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleGlossary("nl")))
	for _, id := range []string{"edition", "flow", "marks", "indicator-attestations", "unit-persons", "list-sex", "list-geo"} {
		d.count(1, "#"+id)
	}
	for _, to := range d.all("main nav a") {
		href, _ := attribute(to, "href")
		d.count(1, href)
	}
	d.text("#indicator-attestations + dd .unit", "telling over een periode · personen")
	d.text("#unit-persons", "personen (bij één: persoon)")
	d.count(2, "#list-sex + .scroll thead th")
	d.text("#list-geo + .scroll thead", "CodeNaamNiveauDeel vanGeldig vanafGeldig tot en metVervangt")
	d.text("#list-geo + .scroll tbody tr:nth-child(2)", "BE1BrusselgewestBelgiëjanuari 2022–geenBE10")
}

func TestCatalogue(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleData("en")))
	d.text(".meta", "Last released15 september 2022Datasets3Indicators3FormatsCSVLicenceCC BY 4.0")
	d.text("#indicators ~ .body tr:first-child td a[href='../glossary/#list-sex']", "Geslacht")
	d.text("#indicators ~ .body tr:last-child td:nth-child(5)", "–not broken down")
	d.text("#datasets ~ .body h3 a[href='../organisations/dvz/']", "Dienst Vreemdelingenzaken (DVZ)")
	d.text("#datasets ~ .body ul:first-of-type li .unit", "maandelijks · maart 2022 – augustus 2022 · released on 15 september 2022 · Rows: 1.204")
	d.text("#datasets ~ .body ul:last-child li:last-child .mute", "Nothing released yet.")
}

func TestOrganisation(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleOrganisation("en")))
	d.text(".trail a", "Organisations")
	d.text("#_punctuality ~ .body strong", "9 van 10 leveringen op tijd, 1 te laat.")
	d.text(".sets li:first-child .unit", "maandelijks · maart 2022 – augustus 2022 · released on 15 september 2022Verwacht binnen 30 dagen na het einde van de periode.")
	d.text("figure details tbody tr:first-child td:last-child", "12 dagen te laat")
	d.text(".meta div:nth-child(2)", "Takes part sincemaart 2022")
	d = parse(t, renderPage(t, th, sampleOrganisations("nl")))
	d.text(".sets li:last-child .unit", "1 dataset")
	d.text(".lede a[href='../deliveries/']", "Alle leveringen per maand")
}

func TestTopic(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleTopic("de")))
	d.text(".trail a", "Themen")
	d.text(".tiles h3", "Attesten")
	d.count(2, ".rounds > li")
	d.text(".rounds > li:first-child h3", "Augustus 2022")
	d.text(".rounds a[href='../../reports/2022-08/#protection']", "Bescherming")
	d.text(".rounds > li:first-child p:nth-child(2)", "Augustus telde 3.111 attesten, een verandering van minus −45.")
	d.count(len(d.all("[data-edition]")), ".rounds [data-edition][lang=nl]")
	d = parse(t, renderPage(t, th, sampleTopics("en")))
	d.text(".sets li:first-child .unit", "Attesten: 3.111 personen · in 2 reports")
	d.count(1, ".sets .unit")
}

func TestRedirect(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleRedirect("en")))
	d.count(1, "head > meta[http-equiv=refresh][content='0; url=indicators/grants/']")
	d.text("main a[href='indicators/grants/']", "Toekenningen van tijdelijke bescherming")
}

func TestNothingReleased(t *testing.T) {
	th := defaultTheme(t)
	home := &site.Home{Frame: frame("nl", "", "../", "")}
	d := parse(t, renderPage(t, th, home))
	d.text("#_newest", "Nog niets vrijgegeven")
	d.count(0, ".num")
}

func TestEmptyPagesRender(t *testing.T) {
	th := defaultTheme(t)
	for _, page := range site.Blank() {
		page.Common().Lang = "nl"
		renderPage(t, th, page)
	}
}

// TestBudget holds what a reader on a phone has to load, compressed.
func TestBudget(t *testing.T) {
	th := defaultTheme(t)
	if size := compressed(t, []byte(renderPage(t, th, sampleReport("fr", site.StatusLatest)))); size > 20_000 {
		t.Errorf("a report of %d bytes", size)
	}
	for _, a := range th.Assets() {
		budget, known := map[string]int{"style.css": 8_000, "search.js": 3_000}[a.Name]
		if size := compressed(t, a.Data); known && size > budget {
			t.Errorf("%s has %d bytes", a.Name, size)
		}
	}
}

func compressed(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

func TestSameBytes(t *testing.T) {
	a, b := defaultTheme(t), defaultTheme(t)
	for name, page := range samplePages("de") {
		if renderPage(t, a, page) != renderPage(t, b, page) {
			t.Errorf("%s differs between two runs", name)
		}
	}
	if len(a.Assets()) == 0 || a.Assets()[0].Path != b.Assets()[0].Path {
		t.Error("assets differ between two runs")
	}
}

func BenchmarkReport(b *testing.B) {
	th := defaultTheme(b)
	page := sampleReport("nl", site.StatusLatest)
	for b.Loop() {
		renderPage(b, th, page)
	}
}
