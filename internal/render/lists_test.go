package render_test

import (
	"testing"
)

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
