package render_test

import (
	"testing"

	"ronde/internal/site"
)

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
