package render_test

import "ronde/internal/site"

func sampleTopics(lang string) *site.Topics {
	return &site.Topics{
		Frame: frame(lang, "topics/", "../../", site.SectionTopics),
		Topics: []site.TopicEntry{
			{Name: "Bescherming", Href: "protection/", Text: "Wie tijdelijke bescherming krijgt.", Headline: "Attesten: 3.111 personen", Reports: 2},
			{Name: "Onderwijs", Href: "education/", Text: "Leerlingen uit Oekraïne."},
		},
	}
}

func sampleTopic(lang string) *site.Topic {
	seal := site.Seal{Sealed: true}
	if lang != "nl" {
		seal.Lang = "nl"
	}
	return &site.Topic{
		Frame: frame(lang, "topics/protection/", "../../../", site.SectionTopics), Name: "Bescherming", Summary: "Wie tijdelijke bescherming krijgt.",
		Figures: []site.KeyFigure{{
			ID: "kf", Name: "Attesten", Number: site.Number{Text: "3.111"}, Unit: "personen", Period: "in augustus 2022", Series: "../../indicators/attestations/",
			Trend: "45 personen minder dan in juli.", Source: "DVZ",
		}},
		Unpublished: []site.Link{{Text: "Profiel", Href: "../../indicators/profile/"}},
		Rounds: []site.TopicRound{
			{Round: "Augustus 2022", Sections: []site.TopicSection{
				{Seal: seal, Heading: "Bescherming", Opening: "Augustus telde 3.111 attesten, een verandering van −45.", Href: "../../reports/2022-08/#protection"},
				{Seal: seal, Heading: "Wie kreeg een attest?", Href: "../../reports/2022-08/#protection-2"},
			}},
			{Round: "Juli 2022", Sections: []site.TopicSection{{Seal: seal, Heading: "Bescherming", Opening: "Juli telde 3.156 attesten.", Href: "../../reports/2022-07/#protection"}}},
		},
	}
}
