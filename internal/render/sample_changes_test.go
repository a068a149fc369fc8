package render_test

import "ronde/internal/site"

// sampleChanges is a page with two corrections: of values, and of words alone.
func sampleChanges(lang string) *site.Changes {
	f := foreign(frame(lang, "reports/2022-07/changes/", "../../../", site.SectionReports))
	f.Trail = []site.Crumb{{Section: site.SectionReports, Href: "../../"}, {Text: "Juli 2022", Href: "../"}}
	sealed := site.Seal{Sealed: true, Lang: "nl"}
	link := func(edition, iso, text string) site.EditionLink {
		return site.EditionLink{Edition: edition, Date: site.Date{ISO: iso, Text: text}, Href: "../v" + edition + "/"}
	}
	first, second, third := link("1", "2022-09-08", "8 september 2022"), link("2", "2022-10-20", "20 oktober 2022"), link("3", "2022-11-02", "2 november 2022")
	return &site.Changes{Frame: f, Round: "juli 2022", Report: "../", Corrections: "../../../corrections/", Editions: []site.EditionChanges{
		{
			ChangesInShort: site.ChangesInShort{ID: "v3", Edition: third, Replaced: second, Kind: site.CorrectionEditorial, Reason: site.Correction{Date: third.Date, Text: "Een spelfout.", Seal: sealed}, Seal: sealed},
			TextSeal:       sealed,
			Texts: []site.TextChange{{Part: site.PartBody, Paragraphs: []site.ParagraphChange{{Runs: []site.TextRun{
				{Edit: site.EditKept, Text: "Het aantal", Space: true}, {Edit: site.EditDeleted, Text: "atesten", Space: true}, {Edit: site.EditInserted, Text: "attesten", Space: true}, {Edit: site.EditKept, Text: "daalde …"},
			}}}}},
		},
		{
			ChangesInShort: sampleInShort("v2", first, second, sealed),
			Values:         sampleRevised(true), More: 2, Legend: legend[3:5],
			Figures: []site.FigureChange{
				{Title: "Kerncijfers", Seal: sealed, Kind: site.ChangeChanged, Values: 1, Before: "../v1/figures/key/", After: "../v2/figures/key/"},
				{Title: "Werk", Seal: sealed, Kind: site.ChangeAppeared, After: "../v2/figures/work/"},
			},
		},
	}}
}

func sampleInShort(id string, first, second site.EditionLink, sealed site.Seal) site.ChangesInShort {
	return site.ChangesInShort{
		ID: id, Edition: second, Replaced: first, Kind: site.CorrectionRevision, Reason: site.Correction{Date: second.Date, Text: "Juli is nageteld.", Seal: sealed}, Seal: sealed,
		Changed: 1, Appeared: 1, Headline: true,
		Largest:   &site.LargestChange{What: "Attesten, België (personen), juli 2022", Text: "−3 (−0,1%; basis 3.159)"},
		Languages: []site.LanguageChange{{Kind: site.ChangeAppeared, Name: "Frans"}},
	}
}

// sampleCorrections is a list with a correction of figures and one of words.
func sampleCorrections(lang string) *site.Corrections {
	sealed := site.Seal{Sealed: true, Lang: "nl"}
	link := func(edition, iso, text string) site.EditionLink {
		return site.EditionLink{Edition: edition, Date: site.Date{ISO: iso, Text: text}, Href: "../reports/2022-07/v" + edition + "/"}
	}
	first, second, third := link("1", "2022-09-08", "8 september 2022"), link("2", "2022-10-20", "20 oktober 2022"), link("3", "2022-11-02", "2 november 2022")
	entry := site.CorrectionEntry{Round: "Juli 2022", Report: "../reports/2022-07/"}
	figures, words := entry, entry
	figures.ChangesInShort, figures.Changes = sampleInShort("2022-07-v2", first, second, sealed), "../reports/2022-07/changes/#v2"
	words.ChangesInShort = site.ChangesInShort{
		ID: "2022-07-v3", Edition: third, Replaced: second, Kind: site.CorrectionEditorial, Reason: site.Correction{Date: third.Date, Text: "Een spelfout.", Seal: sealed}, Seal: sealed,
	}
	words.Changes = "../reports/2022-07/changes/#v3"
	return &site.Corrections{
		Frame: frame(lang, "corrections/", "../../", site.SectionCorrections), Years: []site.CorrectionYear{{Year: "2022", Corrections: []site.CorrectionEntry{figures}}},
		Words: []site.CorrectionEntry{words}, Withdrawals: []site.WithdrawalEntry{{
			ID: "2022-09-v2", Title: "September 2022", Round: "september 2022",
			Reason: site.Correction{Date: third.Date, Text: "De tabel mengde twee schooljaren.", Seal: sealed, Href: "../reports/2022-09/v2/"},
			Extent: site.WithdrawnExtent{Figures: []site.Link{{Text: "pupils-provinces", Href: "../reports/2022-09/v1/figures/pupils-provinces/"}}, Values: 2},
		}},
		File: site.Download{Format: "JSON", Href: "../../corrections.json", Size: "2 kB"},
	}
}

// sampleRevised is a table of what was revised.
func sampleRevised(percent bool) *site.Table {
	t := &site.Table{Caption: "Gewijzigde cijfers", Columns: []site.Column{{Text: "Indicator"}, {Text: "Maand", Words: true}, {Text: "Voorheen"}, {Text: "Nu"}, {Text: "Verschil"}}, Rows: []site.Row{
		{Head: "Attesten, België (personen)", Cells: []site.Cell{words("juli 2022"), number("3.159"), {Style: site.CellChanged, Text: "3.156"}, number("−3")}},
		{Head: "Werkenden, België (personen)", Cells: []site.Cell{words("juli 2022"), absent, number("803"), words("nieuw cijfer")}},
	}}
	if percent {
		t.Columns = append(t.Columns, site.Column{Text: "In procent"})
		t.Rows[0].Cells, t.Rows[1].Cells = append(t.Rows[0].Cells, number("−0,1%")), append(t.Rows[1].Cells, undefined)
	}
	return t
}
