package render_test

import (
	"html/template"

	"ronde/internal/site"
)

func sampleReport(lang string, status site.StatusKind) *site.Report {
	f := frame(lang, "reports/2022-08/", "../../../", site.SectionReports)
	f.Ruler = []site.RulerYear{year(2022, 3, 12, 8, "../")}
	f.Description = "Maandrapport over augustus 2022: 3.111 attesten van tijdelijke bescherming, voorlopig."
	r := &site.Report{
		Frame: f, Seal: site.Seal{Sealed: true, Lang: "nl"},
		Title: "Ontheemden uit Oekraïne: augustus 2022", Round: "augustus 2022",
		Status: site.Status{Kind: status, Edition: "1", Editions: []site.EditionLink{
			{Edition: "1", Date: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Href: "v1/", Current: true},
		}},
		Period:    "1 – 31 augustus 2022",
		Published: site.Date{ISO: "2022-09-15", Text: "15 september 2022"},
		DataUntil: site.Date{ISO: "2022-09-12", Text: "12 september 2022"},
		Contacts: []site.Contact{
			{Organisation: "DVZ", Href: "mailto:dvz@example.org"}, {Organisation: "Fedasil", Href: "mailto:fedasil@example.org"},
			{Organisation: "VDAB", Href: "mailto:vdab@example.org"}, {Organisation: "Actiris", Href: "mailto:actiris@example.org"}, {Organisation: "Forem"},
		},
		Notices: []site.Correction{{
			Date: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Text: "juli 2022 herzien van 3.159 naar 3.156 attesten.",
			Seal: site.Seal{Sealed: true, Lang: "nl"},
		}},
		KeyFigures:  sampleKeyFigures("../../../"),
		MainPoints:  samplePoints(),
		Body:        sampleBody("../../../"),
		Coverage:    sampleCoverage(),
		Definitions: sampleDefinitions(),
		Legend:      legend,
		Methods:     []site.Link{{Text: "Attesten (DVZ)", Href: "../../methods/attestations/"}, {Text: "Doorverwijzingen (Fedasil)", Href: "../../methods/referrals/"}},
		Numbers:     sampleNumbers(),
		Cite: site.Cite{
			Text:    "Ontheemden uit Oekraïne: augustus 2022. Editie 1, 15 september 2022.",
			Address: "https://example.org/nl/reports/2022-08/v1/", Href: "v1/",
		},
		Licence:  site.Link{Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
		Feedback: site.Link{Text: "redactie@example.org", Href: "mailto:redactie@example.org"},
		Related: []site.RelatedReport{
			{Kind: site.NeighbourPrevious, Round: "Juli 2022", Href: "../2022-07/"}, {Kind: site.NeighbourYear, Round: "Augustus 2021", Href: "../2021-08/"},
		},
		News: &site.News{
			Datasets: "3", Usual: "4", New: []site.NewsEntry{{Name: "Attesten (DVZ)", Text: "augustus 2022", Href: "../../data/attestations/"}},
			Old: []site.NewsEntry{
				{Name: "Doorverwijzingen (Fedasil)", Text: "juli 2022", Href: "../../data/referrals/"}, {Name: "Stand (Eurostat)", Text: "juni 2022", Href: "../../data/beneficiaries/"},
			},
		},
	}
	changed := []site.Correction{{
		Date: site.Date{ISO: "2022-10-18", Text: "18 oktober 2022"}, Text: "Doorverwijzingen: 616 in plaats van 661, een tikfout in de levering.",
		Seal: site.Seal{Sealed: true, Lang: "nl"}, Href: "v2/",
	}}
	two := []site.EditionLink{
		{Edition: "2", Date: site.Date{ISO: "2022-10-18", Text: "18 oktober 2022"}, Href: "v2/"},
		{Edition: "1", Date: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Href: "v1/"},
	}
	switch status {
	case site.StatusAmended:
		r.Status.Edition, r.Status.Reasons, r.Status.Editions = "2", changed, two
		r.Status.Editions[0].Current, r.Status.Changes = true, "changes/"
		r.Revisions = &site.Revisions{Table: sampleRevised(false), More: 3, Reason: changed[0], Href: "changes/#v2"}
	case site.StatusSuperseded:
		r.Status.Latest, r.Status.Errors, r.Status.Editions = "../2022-08/", changed, two
		r.Status.Editions[1].Current = true
	case site.StatusDraft:
		r.Draft, r.NoIndex, r.Published, r.Status.Editions = true, true, site.Date{}, nil
	}
	return r
}

func sampleKeyFigures(root string) site.KeyFigures {
	return site.KeyFigures{
		Lead: &site.KeyFigure{
			ID: "kf-attesten", Name: "Attesten van tijdelijke bescherming", Number: site.Number{Text: "3.111"},
			Unit: "personen", Period: "in augustus 2022", Tags: []site.Tag{provisional},
			Trend: "Bijna gelijk: 45 personen minder dan in juli.",
			Changes: []site.Change{
				{Against: "juli 2022", Difference: "−45", Percent: "−1,4%", Base: "3.156"},
				{Against: "augustus 2021", Note: "niet vergelijkbaar: reeks begint in maart 2022"},
			},
			Spark:        picture(root, "sparkline", 160, 44, 0, 0, "Attesten per maand, maart tot augustus 2022: sterk gedaald tot mei, juni ontbreekt, juli en augustus bijna gelijk"),
			SparkCaption: "maart – augustus 2022; juni zonder cijfer",
			Definition:   "#def-attest", Series: root + "nl/indicators/grants/", Source: "DVZ",
		},
		Tiles: []site.KeyFigure{
			{
				ID: "kf-doorverwezen", Name: "Doorverwezen naar crisisopvang", Number: site.Number{Text: "616"}, Unit: "personen", Period: "in augustus 2022",
				Tags: []site.Tag{provisional}, Trend: "Gedaald tegenover juli.",
				Changes:    []site.Change{{Against: "juli 2022", Difference: "−187", Percent: "−23,3%", Base: "803"}},
				Definition: "#def-doorverwijzing", Source: "Fedasil",
			},
			{
				ID: "kf-aandeel", Name: "Aandeel doorverwezen", Number: site.Number{Text: "20%"}, Unit: "van 3.111 personen met een attest in de maand",
				Tags: []site.Tag{provisional}, Trend: "Gedaald tegenover juli.",
				Changes:    []site.Change{{Against: "juli 2022", Difference: "−5 procentpunt", Base: "25%"}},
				Definition: "#def-doorverwijzing", Source: "Fedasil",
			},
			{
				ID: "kf-som", Name: "Attesten sinds 10 maart 2022", Number: site.Number{Qualifier: "bijna", Text: "52.500"}, Unit: "personen", Period: "gecumuleerd tot 1 augustus 2022",
				Tags: []site.Tag{approximate}, Trend: "Geen verandering berekend: het cijfer is bij benadering.",
				Definition: "#def-attest", Source: "Fedasil, cijfer van DVZ",
			},
		},
	}
}

func samplePoints() []site.MainPoint {
	texts := []template.HTML{
		`In augustus kregen <a href="#n1">3.111</a> personen een attest van tijdelijke bescherming, <a href="#n2">45</a> minder dan in juli.`,
		`Fedasil verwees <a href="#n3">616</a> personen door naar crisisopvang: <a href="#n4">20%</a> van wie in de maand een attest kreeg, tegenover <a href="#n5">25%</a> in juli.`,
		`Op 25 juli werkten <a href="#n6">543</a> van de <a href="#n7">3.356</a> Oekraïners die bij de VDAB waren ingeschreven.`,
		`Voor juni 2022 is geen maandcijfer over attesten gepubliceerd.`,
	}
	var points []site.MainPoint
	for _, t := range texts {
		points = append(points, site.MainPoint{Text: t})
	}
	return points
}

func sampleBody(root string) []site.Block {
	return []site.Block{
		{Heading: &site.Heading{ID: "bescherming", Text: "Bescherming", Side: "Bron: Dienst Vreemdelingenzaken (DVZ)"}},
		{Prose: `<p>Na de piek van <a href="#n8">26.507</a> in maart daalde het aantal attesten tot en met mei elke maand. Juli en augustus liggen dicht bij elkaar.</p>`},
		{Figure: &site.Figure{
			ID: "attesten", Title: "Augustus blijft net onder juli: 3.111 attesten",
			Subtitle: "Afgeleverde attesten van tijdelijke bescherming per maand, België, maart – augustus 2022",
			Picture:  picture(root, "chart-column", 720, 310, 360, 318, "Kolomdiagram van het aantal attesten per maand, België, maart tot augustus 2022: van 26.507 in maart naar 3.111 in augustus; juni ontbreekt, augustus is voorlopig. Alle waarden staan in de tabel."),
			Notes: []site.Note{
				{Mark: "[x]", Text: "Juni 2022: geen maandcijfer gepubliceerd. Gearceerd: voorlopig, eerste publicatie."},
				{Mark: "[g]", Text: "Maart tot mei: gereconstrueerd uit een publicatie van februari 2023."},
			},
			Source: "DVZ, via het Nationaal Crisiscentrum en info-ukraine.be; ontvangen 12 september 2022",
			Table: &site.Table{
				Caption: "Attesten van tijdelijke bescherming per maand, België, personen",
				Columns: []site.Column{{Text: "Maand"}, {Text: "Personen"}, {Text: "Verandering"}, {Text: "Status", Words: true}},
				Rows: []site.Row{
					{Head: "maart 2022", Cells: []site.Cell{number("26.507"), undefined, words("gereconstrueerd [g]")}},
					{Head: "april 2022", Cells: []site.Cell{number("11.035"), number("−15.472"), words("gereconstrueerd [g]")}},
					{Head: "mei 2022", Cells: []site.Cell{number("7.278"), number("−3.757"), words("gereconstrueerd [g]")}},
					{Head: "juni 2022", Cells: []site.Cell{absent, absent, words("niet beschikbaar")}},
					{Head: "juli 2022", Cells: []site.Cell{{Style: site.CellNumber, Text: "3.156", Revision: "−3"}, absent, words("herzien [r]")}},
					{Head: "augustus 2022", Cells: []site.Cell{number("3.111"), number("−45"), words("voorlopig [p]")}},
				},
			},
			Address:   "v1/#attesten",
			Downloads: []site.Download{{Format: "CSV", Href: "v1/figures/attesten.csv", Size: "1 kB"}, {Format: "SVG", Href: root + "pictures/chart-column.svg"}},
		}},
		{Heading: &site.Heading{ID: "opvang", Text: "Opvang", Side: "Bron: Fedasil"}},
		{Prose: `<p>Van de personen die opvang nodig hadden, verwees Fedasil een deel door naar Vlaanderen. Het laatste gepubliceerde cijfer per provincie dateert van 19 mei 2022.</p><h3>Per provincie</h3><p>De vijf provincies liggen dicht bij elkaar.</p>`},
		{Figure: &site.Figure{
			ID: "provincies", Title: "Limburg, Antwerpen en Oost-Vlaanderen bijna gelijk",
			Subtitle: "Personen die Fedasil doorverwees naar opvang in een Vlaamse provincie, gecumuleerd tot 19 mei 2022",
			Picture:  picture(root, "chart-tilemap", 720, 302, 360, 540, "Tegelkaart van de provincies en Brussel met een staafdiagram: Limburg 1.116, Antwerpen 1.104, Oost-Vlaanderen 1.089, West-Vlaanderen 872, Vlaams-Brabant 847; Brussel en de Waalse provincies zonder cijfer."),
			Notes:    []site.Note{{Mark: "[x]", Text: "Geen cijfer gepubliceerd voor Brussel en de Waalse provincies."}},
			Source:   "Fedasil, via de Vlaamse minister, 19 mei 2022",
			Table: &site.Table{
				Caption: "Doorverwijzingen naar opvang per provincie, gecumuleerd tot 19 mei 2022, personen",
				Columns: []site.Column{{Text: "Gebied"}, {Text: "Personen"}, {Text: "Status", Words: true}},
				Rows: []site.Row{
					{Head: "Limburg", Cells: []site.Cell{number("1.116"), words("gepubliceerd")}},
					{Head: "Antwerpen", Cells: []site.Cell{number("1.104"), words("gepubliceerd")}},
					{Head: "Brussel", Cells: []site.Cell{absent, words("niet beschikbaar")}},
				},
			},
			Address: "v1/#provincies", Downloads: []site.Download{{Format: "CSV", Href: "v1/figures/provincies.csv"}, {Format: "SVG", Href: root + "pictures/chart-tilemap.svg"}},
		}},
		{Heading: &site.Heading{ID: "werk", Text: "Werk", Side: "Bron: VDAB, Actiris, Forem"}},
		{Prose: `<p>Bij de VDAB werkte <a href="#n9">16,2%</a> van de ingeschrevenen.</p>`},
		{Tiles: []site.KeyFigure{
			{ID: "kf-vdab", Name: "Ingeschreven bij de VDAB", Number: site.Number{Text: "3.356"}, Unit: "personen", Period: "op 25 juli 2022", Source: "VDAB"},
			{ID: "kf-actiris", Name: "Aan het werk, Actiris", Number: site.Number{Text: "[x]", Absent: "niet beschikbaar"}, Unit: "personen", Period: "op 31 juli 2022", Source: "Actiris"},
		}},
		{Figure: &site.Figure{
			ID: "werkzoekenden", Title: "Bij de VDAB één op zes ingeschrevenen aan het werk",
			Subtitle: "Ingeschreven Oekraïners bij de arbeidsbemiddeling en wie daarvan werkt, per gewest, zomer 2022",
			Source:   "VDAB (25 juli), Actiris (31 juli), Forem (16 augustus 2022)",
			Table: &site.Table{
				Caption: "Oekraïners bij de arbeidsbemiddeling, zomer 2022, personen",
				Columns: []site.Column{{Text: "Dienst"}, {Text: "Datum", Words: true}, {Text: "Ingeschreven"}, {Text: "Aan het werk"}, {Text: "Aandeel aan het werk"}},
				Rows: []site.Row{
					{Head: "VDAB (Vlaanderen)", Cells: []site.Cell{words("25 juli"), number("3.356"), number("543"), number("16,2%")}},
					{Head: "Actiris (Brussel)", Cells: []site.Cell{words("31 juli"), number("1.323"), absent, absent}},
					{Head: "Forem (Wallonië)", Cells: []site.Cell{words("16 augustus"), number("1.255"), number("170"), number("13,5%")}},
				},
			},
			Address: "v1/#werkzoekenden", Downloads: []site.Download{{Format: "CSV", Href: "v1/figures/werkzoekenden.csv"}},
		}},
	}
}

func sampleCoverage() *site.Coverage {
	return &site.Coverage{
		Fraction: "11 van 12", Text: "organisaties hebben geleverd voor augustus 2022.",
		Gaps: []site.Gap{
			{Kind: site.GapMissing, Name: "SPW, collectieve plaatsen", Text: "niet geleverd voor augustus 2022; er is nog geen eerdere waarde."},
			{Kind: site.GapLate, Name: "Eurostat, toekenningen", Text: "niet geleverd voor augustus 2022; laatste waarde juni 2022: 4.325."},
			{Kind: site.GapBreak, Name: "Eurostat, stand", Text: "reeksbreuk in oktober 2022: stand en toekenningen sluiten niet op elkaar aan."},
		},
		Deliveries: "../../deliveries/",
	}
}

func sampleDefinitions() []site.Definition {
	return []site.Definition{
		{ID: "def-attest", Term: "Attest van tijdelijke bescherming", Text: "<p>Document dat DVZ aflevert aan wie in België tijdelijke bescherming krijgt. Stroomcijfer: geteld in de maand van aflevering.</p>", Series: "../../indicators/grants/"},
		{ID: "def-doorverwijzing", Term: "Doorverwijzing naar crisisopvang", Text: "<p>Persoon die Fedasil in de maand naar een tijdelijke opvangplaats verwees. Het aandeel heeft als basis het aantal attesten van dezelfde maand.</p>"},
	}
}

func sampleNumbers() []site.NumberEntry {
	return []site.NumberEntry{
		{ID: "n1", Text: "3.111", Indicator: "Attesten", Period: "augustus 2022", Source: "Attesten per maand (DVZ), ontvangen op 31 augustus 2022", Drop: "2022-08/dvz/attestations", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n2", Text: "−45", Indicator: "Attesten, verandering tegenover juli 2022", Period: "augustus 2022", Source: "Attesten per maand (DVZ), ontvangen op 31 augustus 2022", Drop: "2022-08/dvz/attestations", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n3", Text: "616", Indicator: "Doorverwijzingen", Period: "augustus 2022", Source: "Doorverwijzingen per maand (Fedasil), ontvangen op 31 augustus 2022", Drop: "2022-08/fedasil/referrals", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n4", Text: "20%", Indicator: "Aandeel doorverwezen", Period: "augustus 2022", Source: "Doorverwijzingen per maand (Fedasil), ontvangen op 31 augustus 2022", Drop: "2022-08/fedasil/referrals", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n5", Text: "25%", Indicator: "Aandeel doorverwezen", Period: "juli 2022", Source: "Doorverwijzingen per maand (Fedasil), ontvangen op 31 augustus 2022", Drop: "2022-07/fedasil/referrals", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n6", Text: "543", Indicator: "Aan het werk, VDAB", Period: "25 juli 2022", Source: "Werkzoekenden (VDAB), ontvangen op 1 september 2022", Drop: "2022-08/vdab/jobseekers", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n7", Text: "3.356", Indicator: "Ingeschreven, VDAB", Period: "25 juli 2022", Source: "Werkzoekenden (VDAB), ontvangen op 1 september 2022", Drop: "2022-08/vdab/jobseekers", First: site.Link{Text: "Augustus 2022"}, Same: true},
		{ID: "n8", Text: "26.507", Indicator: "Attesten", Period: "maart 2022", Source: "Attesten per maand (DVZ), ontvangen op 31 augustus 2022", Drop: "2022-07/dvz/attestations", First: site.Link{Text: "Juli 2022", Href: "../2022-07/v1/"}, Now: site.Link{Text: "26.505", Href: "../../indicators/attestations/"}},
		{ID: "n9", Text: "16,2%", Indicator: "Aandeel aan het werk, VDAB", Period: "25 juli 2022", Source: "Werkzoekenden (VDAB), ontvangen op 1 september 2022", Drop: "2022-08/vdab/jobseekers", First: site.Link{Text: "Augustus 2022"}, Same: true},
	}
}
