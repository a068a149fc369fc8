package render_test

import (
	"testing"

	"ronde/internal/site"
)

// TestChanges: values in a table, words with what is gone and what is new, which is
// said to those who do not see it.
func TestChanges(t *testing.T) {
	d := parse(t, renderPage(t, defaultTheme(t), sampleChanges("nl")))
	d.text("h1", "Wijzigingen in het rapport over juli 2022")
	d.count(2, "section.band")
	d.text("section:first-of-type h2", "Editie 3")
	d.text("[aria-labelledby=v3] dl > div:first-child dd", "redactionele wijziging")
	d.count(0, "[aria-labelledby=v3] table")
	d.text("[aria-labelledby=v3] .counts", "geen enkel cijfer verschilt")
	d.text(".diff h4", "Tekst")
	d.text(".diff p", "Het aantal geschrapt: atesten toegevoegd: attesten daalde …")
	d.text(".diff del span[data-edition]", "atesten")
	d.text(".diff ins span[data-edition]", "attesten")
	d.count(1, ".diff del .vh:not([data-edition])")
	d.text("[aria-labelledby=v2] .counts", "1 cijfer gewijzigd1 nieuw cijfer")
	d.text("[aria-labelledby=v2] caption", "Gewijzigde cijfers")
	d.text("[aria-labelledby=v2] tbody tr:first-child td.chg", "3.156")
	d.text("[aria-labelledby=v2] tbody tr:first-child td:nth-child(5)", "min −3")
	d.text("[aria-labelledby=v2] tbody tr:last-child td:nth-child(5)", "nieuw cijfer")
	d.text("[aria-labelledby=v2] .body > dl + p", "Voortaan ook in het Frans.")
	d.count(2, "[aria-labelledby=v2] .links a[href^='../v2/figures/']")
	d.count(1, "[aria-labelledby=v2] .links a[href^='../v1/figures/']")
	d.count(1, "p.more a[href='../']")
}

// TestRevisions: a report says what its edition changed, and leads to all of it; a
// first edition does not.
func TestRevisions(t *testing.T) {
	th := defaultTheme(t)
	d := parse(t, renderPage(t, th, sampleReport("nl", site.StatusAmended)))
	d.text(".status a[href='changes/']", "Alle wijzigingen")
	d.text("#_revisions", "Herzieningen sinds de vorige editie")
	d.text("[aria-labelledby=_revisions] td.chg", "3.156")
	d.text("[aria-labelledby=_revisions] .body > .scroll + p", "Nog 3 cijfers verschillen.")
	d.count(1, "[aria-labelledby=_revisions] a[href='changes/#v2']")
	d = parse(t, renderPage(t, th, sampleReport("nl", site.StatusLatest)))
	d.count(0, "#_revisions, a[href*=changes]")
}
