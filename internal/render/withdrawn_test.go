package render_test

import (
	"testing"

	"ronde/internal/site"
)

// TestWithdrawn: a notice says what is gone, since when and why, and leads on.
func TestWithdrawn(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleWithdrawn("fr", site.WithdrawnFigure)))
	d.text(".status.withdrawn strong", "Retiré.")
	d.text("h1", "Une figure du rapport sur augustus 2022 a été retirée")
	d.text("dl dd[data-edition][lang=nl]", "De tabel mengde twee schooljaren.")
	d.count(1, "dl time[datetime='2022-11-03']")
	d.count(1, "a[href='../v3/']")
	d.count(1, "ul a[href='../']")
	d.count(1, "meta[name=robots][content=noindex]")

	d = parse(t, renderPage(t, th, sampleWithdrawn("nl", site.WithdrawnReport)))
	d.text("h1", "Editie 1 van het rapport over augustus 2022 is ingetrokken")
	d.text(".body > p", "Waarnemingen waarop andere rapporten steunen, blijven in de gegevens staan.")

	d = parse(t, renderPage(t, th, sampleWithdrawn("en", site.WithdrawnRelease)))
	d.count(0, ".status")
	d.text("h1", "Edition 3 for augustus 2022: a withdrawal")
	d.text(".counts", "the whole report for augustus 2022figure pupils-provinces2 values, which have been removed")
}

// TestEmbedWithdrawn: a frame of another site says that the figure is gone, in a page of
// the same form.
func TestEmbedWithdrawn(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleEmbedWithdrawn("nl")))
	d.text("h2", "Een figuur van het rapport over augustus 2022 is ingetrokken")
	d.text("main > p span[data-edition]", "De tabel mengde twee schooljaren.")
	d.count(0, "figure, picture, table, a:not([target=_top])")
	d.count(1, "main a[href='../']")
}

// TestNoticeInPlaceOfFigure: a report keeps the place of a figure that is gone.
func TestNoticeInPlaceOfFigure(t *testing.T) {
	r := sampleReport("nl", site.StatusLatest)
	r.Body = append(r.Body, site.Block{Notice: &site.FigureNotice{Reason: sampleWithdrawn("nl", site.WithdrawnFigure).Reason}})
	r.Status.Editions = append(r.Status.Editions, site.EditionLink{Edition: "0", Withdrawn: true, Href: "v0/"})
	d := parse(t, renderPage(t, defaultTheme(t), r))
	d.text("p.gone", "Hier stond een figuur. Ingetrokken op 3 november 2022: De tabel mengde twee schooljaren. Over deze intrekking")
	d.text(".editions", "Alle edities: editie 1, 15 september 2022 · editie 0, (ingetrokken)")
}
