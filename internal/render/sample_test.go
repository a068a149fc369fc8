package render_test

import (
	"fmt"
	"html/template"

	"ronde/internal/site"
)

// The sample pages show published figures about displaced persons from Ukraine,
// in Dutch; pages in the other languages show the same Dutch content as the
// fallback, which is what a site does that was not translated yet.

var languageNames = []struct{ lang, name string }{
	{"nl", "Nederlands"}, {"fr", "Français"}, {"de", "Deutsch"}, {"en", "English"},
}

// dutchIn is the name of Dutch in the language of the page.
var dutchIn = map[string]string{"fr": "néerlandais", "de": "Niederländisch", "en": "Dutch"}

func samplePages(lang string) map[string]site.Page {
	return map[string]site.Page{
		"index.html":                              sampleLanguages(),
		lang + "/index.html":                      sampleHome(lang),
		lang + "/reports/index.html":              sampleReports(lang),
		lang + "/reports/2022-08/index.html":      sampleReport(lang, site.StatusLatest),
		lang + "/reports/2022-08/amended.html":    sampleReport(lang, site.StatusAmended),
		lang + "/reports/2022-08/superseded.html": sampleReport(lang, site.StatusSuperseded),
		lang + "/reports/2022-08/draft.html":      sampleReport(lang, site.StatusDraft),
		lang + "/reports/2022-08/withdrawn.html":  sampleWithdrawn(lang, site.WithdrawnReport),
		lang + "/reports/2022-08/withdrawal.html": sampleWithdrawn(lang, site.WithdrawnRelease),
		lang + "/reports/2022-08/embed-gone.html": sampleEmbedWithdrawn(lang),
		lang + "/reports/2022-08/changes.html":    sampleChanges(lang),
		lang + "/reports/2022-08/figure.html":     sampleFigure(lang, site.StatusLatest),
		lang + "/reports/2022-08/figure-old.html": sampleFigure(lang, site.StatusSuperseded),
		lang + "/reports/2022-08/figure-key.html": sampleFigureOfKeyFigures(lang),
		lang + "/reports/2022-08/embed.html":      sampleEmbed(lang),
		lang + "/topics/index.html":               sampleTopics(lang),
		lang + "/topics/protection/index.html":    sampleTopic(lang),
		lang + "/indicators/grants/index.html":    sampleIndicator(lang),
		lang + "/indicators/grants/first.html":    sampleFirst(lang),
		lang + "/organisations/index.html":        sampleOrganisations(lang),
		lang + "/organisations/dvz/index.html":    sampleOrganisation(lang),
		lang + "/meetings/index.html":             sampleMeetings(lang),
		lang + "/meetings/2023-05-15/index.html":  sampleMeeting(lang),
		lang + "/meetings/actions/index.html":     sampleActions(lang),
		lang + "/calendar/index.html":             sampleCalendar(lang),
		lang + "/corrections/index.html":          sampleCorrections(lang),
		lang + "/glossary/index.html":             sampleGlossary(lang),
		lang + "/deliveries/index.html":           sampleDeliveries(lang),
		lang + "/data/index.html":                 sampleData(lang),
		lang + "/data/attestations/index.html":    sampleDataset(lang),
		lang + "/methods/index.html":              sampleMethods(lang),
		lang + "/about/index.html":                sampleAbout(lang),
		lang + "/search/index.html":               sampleSearch(lang),
		lang + "/accessibility/index.html":        sampleAccessibility(lang),
		lang + "/moved.html":                      sampleRedirect(lang),
		"404.html":                                sampleMissing(),
	}
}

// frame is the frame of the page at path, under the folder of its language.
func frame(lang, path, root string, section site.Section) site.Frame {
	f := site.Frame{
		Lang: lang, Root: root, SiteTitle: "Ontheemden uit Oekraïne in België",
		Home:     root + lang + "/",
		Search:   root + lang + "/search/",
		Glossary: root + lang + "/glossary/",
		Feed:     root + lang + "/feed.xml", CorrectionsFeed: root + lang + "/corrections.xml",
		Locale:      lang + "_BE",
		Description: "Maandcijfers over ontheemden uit Oekraïne in België.",
		Canonical:   "https://example.org/" + lang + "/" + path,
		Notice:      &site.Notice{Lead: "Demonstratie met gepubliceerde cijfers.", Text: "Deze site is geen publicatie van de genoemde instellingen. Elk cijfer noemt zijn bron."},
		Footer: site.Footer{
			Licence: site.Link{Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
			Contact: site.Link{Text: "redactie@example.org", Href: "mailto:redactie@example.org"},
			Release: "2022-08@1", Date: site.Date{ISO: "2023-10-05", Text: "5 oktober 2023"},
		},
	}
	for _, l := range languageNames {
		href := root + l.lang + "/" + path
		f.Languages = append(f.Languages, site.LanguageLink{Lang: l.lang, Name: l.name, Href: href, Current: l.lang == lang})
		f.Alternates = append(f.Alternates, site.Alternate{Lang: l.lang, Href: href})
		if l.lang != lang {
			f.OtherLocales = append(f.OtherLocales, l.lang+"_BE")
		}
	}
	f.Alternates = append(f.Alternates, site.Alternate{Lang: "x-default", Href: root + "nl/" + path})
	for _, m := range []struct {
		section site.Section
		path    string
	}{
		{site.SectionReports, "reports/"}, {site.SectionTopics, "topics/"}, {site.SectionIndicators, "data/#indicators"}, {site.SectionOrganisations, "organisations/"}, {site.SectionMeetings, "meetings/"},
		{site.SectionData, "data/"}, {site.SectionMethods, "methods/"}, {site.SectionAbout, "about/"},
	} {
		item := site.MenuItem{
			Section: m.section, Href: root + lang + "/" + m.path,
			Within: m.section == section, Current: m.path == path,
		}
		f.Menu = append(f.Menu, item)
		if item.Within && !item.Current && section != site.SectionReports {
			f.Trail = []site.Crumb{{Section: section, Href: item.Href}}
		}
	}
	for _, s := range []site.Section{site.SectionCorrections, site.SectionDeliveries, site.SectionGlossary, site.SectionCalendar} {
		f.More = append(f.More, site.MenuItem{Section: s, Href: root + lang + "/" + string(s) + "/", Within: section == s, Current: section == s})
	}
	return f
}

// foreign adds the notice that the content is Dutch.
func foreign(f site.Frame) site.Frame {
	if name, ok := dutchIn[f.Lang]; ok {
		f.Fallback = &site.Fallback{Lang: "nl", Name: name}
		f.NoIndex = true
	}
	return f
}

var monthNames = [12][2]string{
	{"jan", "januari"}, {"feb", "februari"}, {"mrt", "maart"}, {"apr", "april"}, {"mei", "mei"}, {"jun", "juni"},
	{"jul", "juli"}, {"aug", "augustus"}, {"sep", "september"}, {"okt", "oktober"}, {"nov", "november"}, {"dec", "december"},
}

// year links the months from first to last; current is 0 for none.
func year(n, first, last, current int, to string) site.RulerYear {
	y := site.RulerYear{Year: fmt.Sprint(n)}
	for i, m := range monthNames {
		month := site.RulerMonth{Initial: m[0][:1], Short: m[0], Long: m[1], Full: fmt.Sprintf("%s %d", m[1], n), Current: i+1 == current}
		if i+1 >= first && i+1 <= last {
			month.Href = fmt.Sprintf("%s%d-%02d/", to, n, i+1)
		}
		y.Months[i] = month
	}
	return y
}

func picture(root, name string, w, h, nw, nh int, alt string) *site.Picture {
	at := root + "pictures/" + name
	p := &site.Picture{Wide: at + ".svg#plot", WideDark: at + "-dark.svg#plot", Width: w, Height: h, Alt: alt}
	if nw > 0 {
		p.Narrow, p.NarrowDark, p.NarrowWidth, p.NarrowHeight = at+"-narrow.svg#plot", at+"-narrow-dark.svg#plot", nw, nh
	} else {
		p.Wide, p.WideDark = at+".svg", at+"-dark.svg"
	}
	return p
}

var (
	provisional = site.Tag{Style: site.TagProvisional, Text: "voorlopig"}
	approximate = site.Tag{Style: site.TagApproximate, Text: "≈ ongeveer"}
	absent      = site.Cell{Style: site.CellAbsent, Text: "[x]", Meaning: "niet beschikbaar"}
	undefined   = site.Cell{Style: site.CellAbsent, Text: "[z]", Meaning: "niet van toepassing"}
	legend      = []site.LegendEntry{
		{Mark: "[p]", Text: "voorlopig"}, {Mark: "[r]", Text: "herzien"}, {Mark: "[g]", Text: "gereconstrueerd"},
		{Mark: "[x]", Text: "niet beschikbaar"}, {Mark: "[z]", Text: "niet van toepassing"}, {Mark: "[b]", Text: "reeksbreuk"},
	}
)

func number(text string) site.Cell { return site.Cell{Style: site.CellNumber, Text: text} }
func words(text string) site.Cell  { return site.Cell{Style: site.CellWords, Text: text} }

func sampleLanguages() site.Page {
	p := &site.Languages{Frame: frame("nl", "", "./", "")}
	p.Menu, p.Languages = nil, nil
	titles := map[string]string{
		"nl": "Ontheemden uit Oekraïne in België", "fr": "Personnes déplacées d’Ukraine en Belgique",
		"de": "Vertriebene aus der Ukraine in Belgien", "en": "Displaced persons from Ukraine in Belgium",
	}
	for _, l := range languageNames {
		p.Choices = append(p.Choices, site.LanguageChoice{Lang: l.lang, Name: l.name, Title: titles[l.lang], Href: l.lang + "/"})
	}
	return p
}

func sampleRedirect(lang string) site.Page {
	return &site.Redirect{Frame: frame(lang, "", "../", ""), To: "indicators/grants/", Title: "Toekenningen van tijdelijke bescherming"}
}

func sampleMissing() site.Page {
	p := &site.Missing{Frame: site.Frame{
		Lang: "nl", Root: "/figures/", Home: "/figures/nl/", SiteTitle: "Ontheemden uit Oekraïne in België", Locale: "nl_BE", NoIndex: true,
	}}
	for _, l := range languageNames {
		at := "/figures/" + l.lang + "/"
		p.Choices = append(p.Choices, site.MissingChoice{Lang: l.lang, Home: at, Search: at + "search/", Reports: at + "reports/"})
	}
	return p
}

func sampleAccessibility(lang string) site.Page {
	return &site.Accessibility{
		Frame: frame(lang, "accessibility/", "../../", site.SectionAccessibility), Conformity: site.ConformityPartial, Standard: "WCAG 2.2, niveau AA",
		SiteAddress: "https://example.org/" + lang + "/", Assessed: site.Date{ISO: "2023-10-05", Text: "5 oktober 2023"},
		Method: "Eigen beoordeling met axe-core en het toetsenbord.",
		Limits: []site.LimitGroup{
			{Reason: site.LimitDefect, Limits: []site.Limit{{What: "Oude rapporten in PDF.", Instead: "Vanaf 2022 staan dezelfde cijfers op een pagina."}}},
			{Reason: site.LimitUntested, Limits: []site.Limit{{What: "Werkmappen."}, {What: "Schermlezers."}}},
		},
		Contact: site.Link{Text: "redactie@example.org", Href: "mailto:redactie@example.org"}, Complaint: "Schrijf naar de ombudsman.", Complaints: "https://ombudsman.example/",
	}
}

func sampleSearch(lang string) site.Page {
	return &site.Search{
		Frame: frame(lang, "search/", "../../", ""), Index: "index.json",
		Letters: []site.SearchLetter{
			{Letter: "0–9", Anchor: "0", Entries: []site.SearchEntry{{Title: "2022 in cijfers", Href: "../reports/2022-12/", Lang: "nl", Kind: site.KindReport, Within: "december 2022"}}},
			{Letter: "A", Anchor: "a", Entries: []site.SearchEntry{
				{Title: "Attesten", Href: "../data/attestations/", Kind: site.KindDataset, Within: "DVZ"},
				{Title: "Attesten van tijdelijke bescherming", Href: "../indicators/attestations/", Kind: site.KindIndicator},
			}},
			{Letter: "Q", Anchor: "q", Entries: []site.SearchEntry{{Title: "Quartaalcijfers", Href: "../data/quarters/", Kind: site.KindDataset}}},
			{Letter: "R", Anchor: "r", Entries: []site.SearchEntry{{Title: "Rapporten", Href: "../reports/"}}},
		},
	}
}

func sampleAbout(lang string) site.Page {
	return &site.About{
		Frame: foreign(frame(lang, "about/", "../../", site.SectionAbout)),
		Title: "Over deze site", Intro: "Maandcijfers van instellingen die samen één tafel delen.",
		Body: []site.Block{
			{Prose: "<p>Deze site verzamelt gepubliceerde cijfers. Elk getal leidt naar zijn bron.</p>"},
			{Heading: &site.Heading{ID: "wie", Text: "Wie schrijft"}},
			{Prose: "<p>Analisten van de deelnemende instellingen.</p><ul><li>Zij leveren cijfers.</li><li>Zij schrijven de toelichting.</li></ul>"},
		},
	}
}

func sampleMethods(lang string) site.Page {
	return &site.Methods{
		Frame: foreign(frame(lang, "methods/", "../../", site.SectionMethods)),
		Title: "Methoden", Intro: "Hoe de cijfers worden gemaakt, nagekeken en beschermd.",
		Body: []site.Block{
			{Heading: &site.Heading{ID: "bescherming", Text: "Bescherming van kleine aantallen"}},
			{Prose: template.HTML("<p>Cellen die naar een persoon kunnen leiden, worden verborgen en als [c] getoond.</p><h3>Waarom geen nul</h3><p>Een verborgen cel is geen nul.</p>")},
		},
		Datasets: []site.Link{{Text: "Attesten (DVZ)", Href: "attestations/"}, {Text: "Toekenningen (Eurostat)", Href: "grants/"}},
		Legend:   legend,
	}
}
