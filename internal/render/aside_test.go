package render_test

import (
	"strings"
	"testing"

	"ronde/internal/site"
)

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

func TestRedirect(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleRedirect("en")))
	d.count(1, "head > meta[http-equiv=refresh][content='0; url=indicators/grants/']")
	d.text("main a[href='indicators/grants/']", "Toekenningen van tijdelijke bescherming")
}
