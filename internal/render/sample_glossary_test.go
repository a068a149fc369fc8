package render_test

import "ronde/internal/site"

func sampleGlossary(lang string) *site.Glossary {
	return &site.Glossary{
		Frame: frame(lang, "glossary/", "../../", site.SectionGlossary),
		Words: []site.GlossaryWord{site.WordDelivery, site.WordFlow, site.WordEdition},
		Legend: []site.LegendEntry{
			{Mark: "[p]", Text: "voorlopig"}, {Mark: "[x]", Text: "niet beschikbaar"},
		},
		Indicators: []site.GlossaryIndicator{
			{ID: "indicator-attestations", Name: "Attesten van tijdelijke bescherming", Text: "Attesten, per maand van aflevering.", Href: "../indicators/attestations/", Measure: "telling over een periode", Unit: "personen"},
		},
		Units: []site.GlossaryUnit{{ID: "unit-persons", Label: "personen", One: "persoon"}, {ID: "unit-percent", Label: "%"}},
		Lists: []site.GlossaryList{
			{ID: "list-sex", Name: "Geslacht", Total: "T", Codes: []site.GlossaryCode{{Code: "T", Label: "totaal"}, {Code: "F", Label: "vrouwen"}, {Code: "M", Label: "mannen"}}},
			{ID: "list-geo", Name: "Gebied", Total: "BE", Levelled: true, Limited: true, Replaced: true, Codes: []site.GlossaryCode{
				{Code: "BE", Label: "België", Level: "land"},
				{Code: "BE1", Label: "Brussel", Level: "gewest", Parent: "België", From: "januari 2022", Replaces: "BE10"},
				{Code: "BE10", Label: "Brussel (oud)", Level: "gewest", Parent: "België", Until: "december 2021"},
			}},
		},
	}
}
