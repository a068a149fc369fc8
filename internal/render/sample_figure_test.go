package render_test

import "ronde/internal/site"

// sampleFigure is the page of the first figure of the sample report.
func sampleFigure(lang string, status site.StatusKind) *site.FigurePage {
	const path, root = "reports/2022-08/v1/figures/attesten/", "../../../../../../"
	p := &site.FigurePage{
		Frame: foreign(frame(lang, path, root, site.SectionReports)), Seal: site.Seal{Sealed: true, Lang: "nl"},
		Status: site.Status{Kind: status, Edition: "1"}, Round: "augustus 2022",
		Report:      site.Quotation{Text: "Ontheemden uit Oekraïne: augustus 2022", Href: "../../../#attesten"},
		Published:   site.Date{ISO: "2022-09-15", Text: "15 september 2022"},
		Definitions: sampleDefinitions()[:1], Legend: legend,
		Cite: site.Cite{
			Text:    "“Augustus blijft net onder juli: 3.111 attesten”. Ontheemden uit Oekraïne: augustus 2022. Editie 1, 15 september 2022.",
			Address: "https://example.org/" + lang + "/" + path, Href: "./",
		},
		Licence: site.Link{Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
		Embed: &site.EmbedCode{
			Code: `<iframe src="https://example.org/` + lang + "/" + path + `embed/" title="Augustus blijft net onder juli: 3.111 attesten" width="100%" height="640" loading="lazy" style="border:0"></iframe>`,
			Href: "embed/",
		},
		Previous:   &site.Link{Text: "Juli 2022", Href: "../../../../2022-07/v1/figures/attesten/"},
		Indicators: []site.Link{{Text: "Attesten van tijdelijke bescherming", Href: root + lang + "/indicators/attestations/"}},
	}
	p.Trail = []site.Crumb{{Section: site.SectionReports, Href: root + lang + "/reports/"}, {Text: "Augustus 2022", Href: "../../../"}}
	p.Figure = *sampleBody(root)[2].Figure
	p.Figure.ID = "figure-attesten"
	p.Figure.Downloads = []site.Download{
		{Format: "CSV", Href: "../attesten.csv", Text: "Gegevens van deze figuur", Size: "1 kB"},
		{Format: "SVG", Href: "../attesten.svg", Text: "Afbeelding, breed", Size: "4 kB"},
		{Format: "SVG", Href: "../attesten.narrow.svg", Text: "Afbeelding, smal", Size: "4 kB"},
		{Format: "XLSX", Href: "../../2022-08-v1-nl.xlsx", Text: "Werkmap van de hele editie", Size: "37 kB"},
	}
	if status == site.StatusSuperseded {
		p.NoIndex = true
		p.Status.Latest = "../../../v2/figures/attesten/"
		p.Status.Editions = []site.EditionLink{
			{Edition: "2", Date: site.Date{ISO: "2022-10-18", Text: "18 oktober 2022"}, Href: "../../../v2/figures/attesten/"},
			{Edition: "1", Date: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Href: "./", Current: true},
		}
	}
	return p
}

// sampleFigureOfKeyFigures is the page of the row of key figures.
func sampleFigureOfKeyFigures(lang string) *site.FigurePage {
	p := sampleFigure(lang, site.StatusLatest)
	k := sampleKeyFigures("../../../../../../")
	p.Tiles = append([]site.KeyFigure{*k.Lead}, k.Tiles...)
	for i := range p.Tiles {
		p.Tiles[i].Definition = ""
	}
	p.Figure.ID, p.Figure.Title, p.Figure.Subtitle, p.Figure.Picture = "figure-key", "Kerncijfers", "", nil
	return p
}

// sampleEmbed is what another site shows of the figure.
func sampleEmbed(lang string) *site.Embed {
	const root = "../../../../../../../"
	from := sampleFigure(lang, site.StatusSuperseded)
	p := &site.Embed{Frame: from.Frame, Seal: from.Seal, Status: site.StatusSuperseded, Figure: from.Figure, Round: from.Round, Page: from.Report}
	p.Root, p.Home, p.NoIndex, p.Alternates = root, root+lang+"/", true, nil
	p.Figure.Picture = sampleBody(root)[2].Figure.Picture
	p.Figure.Downloads, p.Page.Href = nil, "../"
	return p
}
