package render_test

import "ronde/internal/site"

// sampleWithdrawn is a notice about a report or a figure, or the page of a withdrawal, with
// a reason in another language than the page.
func sampleWithdrawn(lang string, what site.WithdrawnWhat) *site.Withdrawn {
	f := frame(lang, "reports/2022-08/v1/", "../../../../", site.SectionReports)
	f.NoIndex = true
	f.Trail = []site.Crumb{{Section: site.SectionReports, Href: "../../"}, {Text: "Augustus 2022", Href: "../"}}
	p := &site.Withdrawn{
		Frame: f, What: what, Round: "augustus 2022", Edition: "1", Report: "../", Reports: "../../",
		Reason: site.Correction{
			Date: site.Date{ISO: "2022-11-03", Text: "3 november 2022"}, Text: "De tabel mengde twee schooljaren.", Seal: site.Seal{Sealed: true}, Href: "../v3/",
		},
	}
	if lang != "nl" {
		p.Reason.Seal.Lang = "nl"
	}
	if what == site.WithdrawnRelease {
		p.Edition, p.Reason.Href = "3", ""
		p.Extent = site.WithdrawnExtent{Whole: true, Figures: []site.Link{{Text: "pupils-provinces", Href: "../v1/figures/pupils-provinces/"}}, Values: 2}
	}
	return p
}

// sampleEmbedWithdrawn is what a frame of another site shows of a figure that is gone.
func sampleEmbedWithdrawn(lang string) *site.Embed {
	p := sampleEmbed(lang)
	p.Status, p.Withdrawn = site.StatusWithdrawn, sampleWithdrawn(lang, site.WithdrawnFigure).Reason
	p.Figure, p.Tiles, p.Page.Text = site.Figure{}, nil, ""
	return p
}
