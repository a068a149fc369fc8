package render_test

import "ronde/internal/site"

func sampleOrganisations(lang string) *site.Organisations {
	return &site.Organisations{
		Frame: frame(lang, "organisations/", "../../", site.SectionOrganisations),
		Organisations: []site.OrganisationEntry{
			{Name: "Dienst Vreemdelingenzaken (DVZ)", Href: "dvz/", Datasets: 2, Punctuality: "9 van 10 leveringen op tijd, 1 te laat"},
			{Name: "Actiris", Href: "actiris/", Datasets: 1},
		},
		Deliveries: "../deliveries/",
	}
}

func sampleOrganisation(lang string) *site.Organisation {
	return &site.Organisation{
		Frame: frame(lang, "organisations/dvz/", "../../../", site.SectionOrganisations), Name: "Dienst Vreemdelingenzaken", Short: "DVZ",
		Since: "maart 2022", Website: site.Link{Text: "https://dofi.ibz.be/", Href: "https://dofi.ibz.be/"},
		Contact:     site.Link{Text: "dvz@example.org", Href: "mailto:dvz@example.org"},
		Punctuality: "9 van 10 leveringen op tijd, 1 te laat", Irregular: true,
		Datasets: []site.OrganisationDataset{
			{
				Name: "Attesten", Href: "../../data/attestations/", Rhythm: "maandelijks", Due: "Verwacht binnen 30 dagen na het einde van de periode.",
				Covers: "maart 2022 – augustus 2022", Updated: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Newest: "Attesten: 3.111 personen in augustus 2022",
			},
			{Name: "Register", Href: "../../data/registered/", Rhythm: "onregelmatig"},
		},
		Years: []site.OrganisationYear{{Year: "2022", Figure: site.Figure{
			ID: "y2022", Title: "DVZ: leveringen per dataset en maand, 2022",
			Picture:   picture("../../../", "chart-heat", 720, 403, 360, 455, "Raster."),
			Downloads: []site.Download{{Format: "SVG", Href: "../../../pictures/chart-heat.svg"}},
			Table: &site.Table{
				Caption: "DVZ: leveringen per dataset en maand, 2022",
				Columns: []site.Column{{Text: "Maand"}, {Text: "Dataset", Words: true}, {Text: "Verwacht tegen", Words: true}, {Text: "Ontvangen", Words: true}, {Text: "Stand", Words: true}},
				Rows: []site.Row{
					{Head: "Augustus 2022", Cells: []site.Cell{words("Attesten"), words("30 september 2022"), words("12 oktober 2022"), words("12 dagen te laat")}},
					{Head: "Juli 2022", Cells: []site.Cell{words("Register"), words("geen vaste dag"), words("4 augustus 2022"), words("op tijd")}},
				},
			},
		}}},
		Indicators: []site.IndicatorEntry{
			{Name: "Attesten van tijdelijke bescherming", Href: "../../indicators/attestations/", Measure: "telling over een periode", Unit: "personen", Latest: site.Number{Text: "3.111"}, Period: "augustus 2022", Source: "Attesten"},
		},
	}
}
