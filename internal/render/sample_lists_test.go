package render_test

import (
	"fmt"
	"strings"

	"ronde/internal/site"
)

func sampleHome(lang string) *site.Home {
	root := "../"
	lead := &site.KeyFigure{
		ID: "kf-stand", Name: "Personen met tijdelijke bescherming", Number: site.Number{Text: "83.240"}, Unit: "personen", Period: "op 31 augustus 2024",
		Tags: []site.Tag{provisional}, Trend: "Gestegen: 1.445 personen meer dan eind juli.",
		Changes: []site.Change{
			{Against: "31 juli 2024", Difference: "+1.445", Percent: "+1,8%", Base: "81.795"},
			{Against: "31 augustus 2023", Difference: "+13.170", Percent: "+18,8%", Base: "70.070"},
		},
		Spark:        picture(root, "sparkline-stock", 160, 44, 0, 0, "Stand per maand, augustus 2023 tot augustus 2024: elke maand hoger"),
		SparkCaption: "augustus 2023 – augustus 2024", Series: "indicators/grants/", Source: "Eurostat",
	}
	return &site.Home{
		Frame:  foreign(frame(lang, "", root, "")),
		Title:  "Elke maand dezelfde vraag: hoeveel, waar, en hoe zeker?",
		Intro:  "Cijfers over ontheemden uit Oekraïne in België, uit publicaties van instellingen op alle niveaus. Elke editie blijft staan; elke herziening is zichtbaar.",
		Round:  "augustus 2024",
		Report: "reports/2024-08/", Published: site.Date{ISO: "2024-09-15", Text: "15 september 2024"},
		KeyFigures: site.KeyFigures{Lead: lead, Tiles: []site.KeyFigure{
			{ID: "kf-1", Name: "Toekenningen in de maand", Number: site.Number{Text: "1.460"}, Unit: "personen", Period: "in augustus 2024", Tags: []site.Tag{provisional}, Trend: "Gestegen tegenover juli.",
				Changes: []site.Change{{Against: "juli 2024", Difference: "+50", Percent: "+3,5%", Base: "1.410"}, {Against: "augustus 2023", Difference: "−90", Percent: "−5,8%", Base: "1.550"}}, Series: "indicators/grants/", Source: "Eurostat"},
			{ID: "kf-2", Name: "Ingeschreven in het Rijksregister", Number: site.Number{Text: "58.861"}, Unit: "personen", Period: "op 31 december 2023", Tags: []site.Tag{{Style: site.TagFirm, Text: "laatste cijfer"}}, Trend: "Gestegen tegenover het vorige beschikbare cijfer.",
				Changes: []site.Change{{Against: "1 oktober 2023", Difference: "+1.795", Percent: "+3,1%", Base: "57.066"}}, Series: "indicators/grants/", Source: "Rijksregister/DVZ"},
			{ID: "kf-3", Name: "Leerlingen, Franse Gemeenschap", Number: site.Number{Text: "5.381"}, Unit: "leerlingen", Period: "in juni 2024", Tags: []site.Tag{{Style: site.TagFirm, Text: "laatste cijfer"}}, Trend: "Gestegen tegenover juni 2023.",
				Changes: []site.Change{{Against: "juni 2023", Difference: "+531", Percent: "+10,9%", Base: "4.850"}}, Series: "indicators/grants/", Source: "AGE/FWB"},
		}},
		Body: []site.Block{
			{Heading: &site.Heading{ID: "overzicht", Text: "In beeld", Side: "Wie is beschermd, en wie is ingeschreven?"}},
			{Figure: &site.Figure{
				ID: "stand", Title: "Ruim 83.000 personen met tijdelijke bescherming", Subtitle: "Personen met tijdelijke bescherming in België op de laatste dag van de maand, maart 2022 – augustus 2024",
				Picture: picture(root, "chart-line", 720, 346, 360, 366, "Lijndiagram: van 26.505 op 31 maart 2022 tot 83.240 op 31 augustus 2024, voorlopig, met een reeksbreuk in oktober 2022. Alle waarden staan in de tabel."),
				Notes:   []site.Note{{Mark: "1", Text: "Reeksbreuk in oktober 2022: stand en toekenningen sluiten in oktober en november niet op elkaar aan."}},
				Source:  "Eurostat (migr_asytpsm), stand oktober 2024, afgerond op 5; Rijksregister/DVZ",
				Table:   longTable("Personen met tijdelijke bescherming, België"), Address: "reports/2024-08/v1/#stand",
				Downloads: []site.Download{{Format: "CSV", Href: "reports/2024-08/v1/figures/stand.csv"}, {Format: "SVG", Href: root + "pictures/chart-line.svg"}},
			}},
		},
		Years:   []site.RulerYear{year(2024, 1, 8, 0, "reports/"), year(2023, 1, 12, 0, "reports/"), year(2022, 3, 12, 0, "reports/")},
		Reports: "reports/",
	}
}

// grants are Eurostat's grants of temporary protection in Belgium from March 2022.
var grants = []string{
	"26.505", "11.035", "7.280", "4.325", "3.155", "3.105", "2.200", "2.095", "1.920", "1.735", "1.560", "1.470", "1.365", "1.035", "1.180",
	"1.290", "1.370", "1.550", "1.430", "1.350", "1.090", "925", "1.220", "1.000", "990", "1.035", "970", "895", "1.410", "1.460",
}

func longTable(caption string) *site.Table {
	t := &site.Table{Caption: caption, Columns: []site.Column{{Text: "Maand"}, {Text: "Personen"}, {Text: "Status", Words: true}}}
	for i, value := range grants {
		status := "gepubliceerd"
		if i == len(grants)-1 {
			status = "voorlopig [p]"
		}
		t.Rows = append(t.Rows, site.Row{
			Head:  fmt.Sprintf("%s %d", monthNames[(i+2)%12][1], 2022+(i+2)/12),
			Cells: []site.Cell{number(value), words(status)},
		})
	}
	return t
}

func sampleReports(lang string) *site.Reports {
	p := &site.Reports{Frame: frame(lang, "reports/", "../../", site.SectionReports), Corrections: "../corrections/"}
	for _, n := range []int{2023, 2022} {
		first := 1
		if n == 2022 {
			first = 7
		}
		y := site.ReportYear{Ruler: year(n, first, 12, 0, "")}
		for m := 12; m >= first; m-- {
			e := site.ReportEntry{
				Round: fmt.Sprintf("%s %d", monthNames[m-1][1], n), Href: fmt.Sprintf("%d-%02d/", n, m), Edition: "1",
				Published: site.Date{ISO: fmt.Sprintf("%d-%02d-15", n+m/12, m%12+1), Text: fmt.Sprintf("15 %s %d", monthNames[m%12][1], n+m/12)},
				Status:    site.StatusLatest, Headline: "Attesten: " + grants[(n-2022)*12+m-3] + " personen",
			}
			switch {
			case n == 2023 && m == 12:
				e.Status, e.Published, e.Edition = site.StatusDraft, site.Date{}, ""
			case m == 8:
				e.Status, e.Edition = site.StatusAmended, "2"
			case n == 2022 && m == 10:
				e.Status, e.Headline = site.StatusWithdrawn, ""
			}
			y.Reports = append(y.Reports, e)
		}
		p.Years = append(p.Years, y)
	}
	return p
}

func sampleIndicator(lang string) *site.Indicator {
	root := "../../../"
	return &site.Indicator{
		Frame: frame(lang, "indicators/grants/", root, site.SectionIndicators),
		Name:  "Toekenningen van tijdelijke bescherming", Measure: "stroom", Explained: "../../glossary/#flow", Unit: "personen",
		Views:   sampleViews(site.ViewLatest),
		Summary: "Beslissingen waarbij een persoon in de maand tijdelijke bescherming kreeg. Niet hetzelfde als het aantal personen dat op een datum beschermd is.",
		Latest: &site.KeyFigure{
			ID: "kf", Number: site.Number{Text: "1.460"}, Unit: "personen", Period: "in augustus 2024", Tags: []site.Tag{provisional}, Trend: "Gestegen: 50 meer dan in juli.",
			Changes: []site.Change{{Against: "juli 2024", Difference: "+50", Percent: "+3,5%", Base: "1.410"}, {Against: "augustus 2023", Difference: "−90", Percent: "−5,8%", Base: "1.550"}},
			Spark:   picture(root, "sparkline-grants", 160, 44, 0, 0, "Toekenningen per maand, augustus 2023 tot augustus 2024: tussen 895 en 1.550"), SparkCaption: "augustus 2023 – augustus 2024",
		},
		Source: "Eurostat, migr_asytpfm",
		Series: []site.Figure{{
			ID: "reeks", Title: "Toekenningen per maand", Subtitle: "Toekenningen van tijdelijke bescherming per maand, België, maart 2022 – augustus 2024",
			Picture: picture(root, "chart-column-long", 720, 300, 360, 306, "Kolomdiagram: van 26.505 in maart 2022, de hoogste waarde, naar 1.460 in augustus 2024, voorlopig; laagste waarde 895 in juni 2024. Alle waarden staan in de tabel."),
			Notes:   []site.Note{{Text: "Gearceerd: voorlopig."}}, Source: "Eurostat (migr_asytpfm), stand oktober 2024, afgerond op 5",
			Table: longTable("Toekenningen van tijdelijke bescherming per maand, België, personen"), Address: "#reeks",
			Downloads: []site.Download{{Format: "CSV", Href: "grants.csv"}, {Format: "SVG", Href: root + "pictures/chart-column-long.svg"}},
		}},
		Revisions: &site.Table{
			Caption: "Eerste publicatie naast nieuwste stand, personen",
			Columns: []site.Column{{Text: "Maand"}, {Text: "Eerste publicatie"}, {Text: "Nieuwste stand"}, {Text: "Verschil"}},
			Rows: []site.Row{
				{Head: "maart 2022", Cells: []site.Cell{number("26.495"), number("26.505"), number("+10")}},
				{Head: "april 2022", Cells: []site.Cell{number("11.030"), number("11.035"), number("+5")}},
				{Head: "juni 2022", Cells: []site.Cell{number("4.325"), number("4.325"), number("0")}},
			},
		},
		Triangle: &site.Triangle{NotYet: true, Cut: true, Main: "België", All: "4", File: site.Download{Format: "CSV", Href: "grants-vintages.csv", Text: "Alle standen", Size: "11 kB"}, Table: &site.Table{
			Caption: "Wat elke vrijgave over elke maand zei, personen",
			Columns: []site.Column{{Text: "Maand"}, {Text: "Augustus 2022", Href: "../../reports/2022-08/v1/"}, {Text: "Juni 2023"}, {Text: "Oktober 2024"}},
			Rows: []site.Row{
				{Head: "maart 2022", Cells: []site.Cell{number("26.495"), {Style: site.CellNumber, Text: "26.505", Revision: "+10"}, number("26.505")}},
				{Head: "april 2022", Cells: []site.Cell{number("11.030"), {Style: site.CellNumber, Text: "11.035", Revision: "+5"}, number("11.035")}},
				{Head: "juli 2022", Cells: []site.Cell{undefined, number("3.155"), number("3.155")}},
			},
		}},
		Details: []site.Term{
			{Name: "Wat wordt geteld", Text: "<p>Personen, alle nationaliteiten, alle leeftijden, beide geslachten; in de maand van de beslissing.</p>"},
			{Name: "Soort", Text: "<p>Stroom: maanden mogen worden opgeteld tot een jaar. Afgerond op 5.</p>"},
		},
		Legend:    legend,
		Downloads: []site.Download{{Format: "CSV", Href: "grants.csv", Text: "Reeks, nieuwste stand", Size: "4 kB"}, {Format: "CSV", Href: "grants-vintages.csv", Text: "Alle standen", Size: "11 kB"}},
		Datasets:  []site.Link{{Text: "Toekenningen (Eurostat)", Href: "../../data/grants/"}},
		Reports:   []site.Link{{Text: "augustus 2022", Href: "../../reports/2022-08/"}},
		LookAlikes: []site.IndicatorEntry{
			{Name: "Toekenningen van tijdelijke bescherming", Href: "./", Measure: "telling over een periode", Unit: "personen", Latest: site.Number{Text: "1.460"}, Period: "augustus 2024", Source: "Eurostat"},
			{Name: "Personen met tijdelijke bescherming", Href: "../stock/", Measure: "stand op een datum", Unit: "personen", Latest: site.Number{Text: "83.240"}, Period: "augustus 2024", Source: "Eurostat"},
		},
	}
}

// sampleViews are the views of an indicator, of which one is shown.
func sampleViews(shown site.View) []site.ViewLink {
	if shown == site.ViewFirst {
		return []site.ViewLink{{View: site.ViewLatest, Href: "../"}, {View: shown, Href: "./", Current: true}}
	}
	return []site.ViewLink{{View: shown, Href: "./", Current: true}, {View: site.ViewFirst, Href: "first/"}}
}

// sampleFirst is the indicator as it was first published.
func sampleFirst(lang string) *site.First {
	i := sampleIndicator(lang)
	root := "../../../../"
	f := frame(lang, "indicators/grants/first/", root, site.SectionIndicators)
	f.NoIndex = true
	f.Trail = append(f.Trail, site.Crumb{Text: i.Name, Href: "../"})
	figure := i.Series[0]
	figure.Title, figure.Downloads = "Toekenningen, eerste publicatie, per maand", []site.Download{{Format: "CSV", Href: "grants-first.csv"}}
	figure.Picture = picture(root, "chart-column-long", 720, 300, 360, 306, figure.Picture.Alt)
	link := func(text, href string) site.Cell { return site.Cell{Style: site.CellWords, Text: text, Href: href} }
	figure.Table = &site.Table{
		Caption: "Toekenningen, eerste publicatie, personen",
		Columns: []site.Column{{Text: "Maand"}, {Text: "Personen"}, {Text: "Status", Words: true}, {Text: "Vrijgegeven", Words: true}, {Text: "Vrijgave", Words: true}},
		Rows: []site.Row{
			{Head: "maart 2022", Cells: []site.Cell{number("26.495"), words("gepubliceerd"), words("8 september 2022"), link("Juli 2022", "../../../reports/2022-07/v1/")}},
			{Head: "april 2022", Cells: []site.Cell{absent, words("geen cijfer"), words("6 oktober 2022"), link("Juli 2022 (editie 2)", "../../../reports/2022-07/v2/")}},
		},
	}
	return &site.First{
		Frame: f, Name: i.Name, Measure: i.Measure, Unit: i.Unit, Explained: "../../../glossary/#flow", Views: sampleViews(site.ViewFirst),
		Computed: true, Parts: []site.Link{{Text: "Attesten van tijdelijke bescherming", Href: "../../attestations/first/"}},
		Series: []site.Figure{figure}, Source: i.Source, Legend: legend, Downloads: []site.Download{{Format: "CSV", Href: "grants-first.csv", Text: "Waarden zoals eerst gepubliceerd", Size: "4 kB"}},
	}
}

func sampleDeliveries(lang string) *site.Deliveries {
	p := &site.Deliveries{Frame: frame(lang, "deliveries/", "../../", site.SectionDeliveries)}
	// One letter a month from January: on time, late, missing, not due, expected.
	states := map[byte]site.DeliveryState{'o': site.DeliveryOnTime, 'l': site.DeliveryLate, 'm': site.DeliveryMissing, '.': site.DeliveryNotDue, 'e': site.DeliveryExpected}
	rows := []struct{ organisation, dataset, months string }{
		{"DVZ", "Attesten", "..ooooooolom"}, {"DVZ", "Rijksregister, per gewest", "...oommmmm.o"},
		{"Fedasil", "Doorverwijzingen naar crisisopvang", "..oooooooooe"},
		{"Forem", "Ingeschreven werkzoekenden", ".......ooooe"}, {"Eurostat", "Toekenningen", "..lllolloooe"},
		{"Eurostat", "Stand op het einde van de maand", "..lllolloooe"}, {"VDAB", "Ingeschreven werkzoekenden", "......ommlle"},
		{"Actiris", "Ingeschreven werkzoekenden", "....lmommooe"}, {"Onderwijs Vlaanderen", "Leerlingen", "...om...oooe"},
		{"SPW", "Collectieve plaatsen", "............"},
	}
	y := site.DeliveryYear{Year: "2022"}
	for i, m := range monthNames {
		reporting := ""
		if i > 1 && i < 11 {
			reporting = fmt.Sprintf("%d/%d", 4+i%3, 7)
		}
		y.Months = append(y.Months, site.DeliveryMonth{Short: m[0], Full: m[1] + " 2022", Reporting: reporting})
	}
	for _, r := range rows {
		row := site.DeliveryRow{Dataset: r.dataset}
		if r.dataset == "Attesten" {
			row.Href = "../data/attestations/"
		}
		for i := range r.months {
			d := site.Delivery{State: states[r.months[i]], Times: 1}
			if d.State == site.DeliveryOnTime || d.State == site.DeliveryLate {
				d.Received = site.Date{ISO: fmt.Sprintf("2022-%02d-12", i+1), Text: "12 " + monthNames[i][1] + " 2022"}
			}
			if r.dataset == "Attesten" && i == 7 {
				d.Times = 2
			}
			if d.State == site.DeliveryLate {
				d.DaysLate = i
			}
			row.Cells = append(row.Cells, d)
		}
		if n := len(y.Groups); n > 0 && y.Groups[n-1].Organisation == r.organisation {
			y.Groups[n-1].Rows = append(y.Groups[n-1].Rows, row)
		} else {
			y.Groups = append(y.Groups, site.DeliveryGroup{Organisation: r.organisation, Href: "../organisations/x/", Rows: []site.DeliveryRow{row}})
		}
	}
	y.Figure = site.Figure{
		ID: "y2022", Title: "Leveringen per organisatie en maand, 2022", Picture: picture("../../", "chart-heat", 720, 403, 360, 455, "Raster."),
		Downloads: []site.Download{{Format: "SVG", Href: "../../pictures/chart-heat.svg"}},
	}
	p.Years = []site.DeliveryYear{y}
	p.SetAside, p.Recent = sampleDrops()[:1], sampleDrops()
	return p
}

func sampleDrops() []site.Drop {
	return []site.Drop{
		{ID: "2022-08/dvz/attestations.2", Organisation: "DVZ", Dataset: "Attesten", Round: "augustus 2022", Received: site.Date{ISO: "2022-09-12", Text: "12 september 2022"}, State: site.DeliveryOnTime},
		{ID: "2022-08/eurostat/grants", Organisation: "Eurostat", Dataset: "Toekenningen", Round: "augustus 2022", Received: site.Date{ISO: "2022-10-04", Text: "4 oktober 2022"}, State: site.DeliveryLate},
	}
}

func sampleData(lang string) *site.Data {
	downloads := []site.Download{{Format: "CSV", Href: "attestations/attestations.csv", Text: "Nieuwste waarden", Size: "12 kB"}, {Format: "CSV", Href: "attestations/attestations-vintages.csv", Text: "Alle standen", Size: "31 kB"}}
	return &site.Data{
		Frame: frame(lang, "data/", "../../", site.SectionData),
		Indicators: []site.IndicatorEntry{
			{Name: "Attesten van tijdelijke bescherming", Href: "../indicators/attestations/", Measure: "telling over een periode", Unit: "personen", Dimensions: []site.Link{{Text: "Nationaliteit", Href: "../glossary/#list-citizen"}, {Text: "Geslacht", Href: "../glossary/#list-sex"}}, Latest: site.Number{Text: "3.111"}, Period: "augustus 2022", Source: "DVZ"},
			{Name: "Toekenningen van tijdelijke bescherming", Href: "../indicators/grants/", Measure: "telling over een periode", Unit: "personen", Latest: site.Number{Text: "1.460"}, Period: "augustus 2024", Source: "Eurostat"},
			{Name: "Collectieve plaatsen", Href: "../indicators/places/", Measure: "stand op een datum", Unit: "plaatsen", Latest: site.Number{Text: "[x]", Absent: "niet beschikbaar"}, Period: "augustus 2022", Source: "SPW"},
		},
		Updated: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Formats: []string{"CSV"}, Datasets: 3, Known: &site.Download{Format: "CSV", Href: "vintages.csv", Text: "Alle gepubliceerde standen", Size: "501 kB"},
		Licence: site.Link{Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"},
		Suppliers: []site.DatasetGroup{
			{Name: "Dienst Vreemdelingenzaken (DVZ)", Href: "../organisations/dvz/", Datasets: []site.DatasetEntry{{
				Name: "Attesten", Href: "attestations/", Summary: "Attesten van tijdelijke bescherming, per maand van aflevering.", Rhythm: "maandelijks",
				Covers: "maart 2022 – augustus 2022", Rows: "1.204", Updated: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Downloads: downloads,
			}}},
			{Name: "Eurostat", Href: "../organisations/estat/", Datasets: []site.DatasetEntry{
				{Name: "Toekenningen", Href: "grants/", Rhythm: "maandelijks", Covers: "maart 2022 – augustus 2024", Downloads: downloads},
				{Name: "Personen met bescherming", Href: "stock/", Rhythm: "maandelijks"},
			}},
		},
	}
}

func sampleDataset(lang string) *site.Dataset {
	return &site.Dataset{
		Frame: frame(lang, "data/attestations/", "../../../", site.SectionData),
		Name:  "Attesten", Summary: "Attesten van tijdelijke bescherming, per maand van aflevering.", Organisation: "Dienst Vreemdelingenzaken (DVZ)",
		Contact: site.Link{Text: "DVZ", Href: "mailto:dvz@example.org"}, Rhythm: "maandelijks", Covers: "maart 2022 – augustus 2022",
		Updated: site.Date{ISO: "2022-09-15", Text: "15 september 2022"}, Rows: "1.204",
		Licence: site.Link{Text: "CC BY 4.0", Href: "https://creativecommons.org/licenses/by/4.0/"}, Methods: "../../methods/attestations/",
		Downloads: []site.Download{{Format: "CSV", Href: "attestations.csv", Text: "Nieuwste waarden", Size: "12 kB"}, {Format: "CSV", Href: "attestations-vintages.csv", Text: "Alle standen", Size: "31 kB"}},
		Columns: []site.DataColumn{
			{Name: "period", Holds: "maand", Text: strings.Repeat("De maand van aflevering, als 2022-07. ", 2)}, {Name: "geo", Holds: "code van GEO", Text: "BE voor het hele land", Href: "../../glossary/#list-geo"}, {Name: "attestations", Holds: "aantal personen", Text: "Afgeleverde attesten"},
		},
		Indicators: []site.Link{{Text: "Attesten van tijdelijke bescherming", Href: "../../indicators/attestations/"}},
		Drops:      sampleDrops(),
		Notes:      "<p>Juni 2022 werd niet gepubliceerd.</p>",
	}
}
