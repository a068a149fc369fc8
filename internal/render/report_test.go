package render_test

import (
	"strings"
	"testing"

	"ronde/internal/site"
)

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
	} {
		d := parse(t, renderPage(t, th, sampleReport("en", kind)))
		d.text(".status strong", want)
		d.count(1, ".kf")
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

func TestNothingReleased(t *testing.T) {
	th := defaultTheme(t)
	home := &site.Home{Frame: frame("nl", "", "../", "")}
	d := parse(t, renderPage(t, th, home))
	d.text("#_newest", "Nog niets vrijgegeven")
	d.count(0, ".num")
}

func BenchmarkReport(b *testing.B) {
	th := defaultTheme(b)
	page := sampleReport("nl", site.StatusLatest)
	for b.Loop() {
		renderPage(b, th, page)
	}
}
