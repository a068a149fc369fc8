package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

func TestFrame(t *testing.T) {
	w := releasedWorld(t)
	all := outputs(t, w.site("2022-10-01"))
	f := all["en/data/minors/index.html"].Page.Common()
	if f.Root != "../../../" || f.Home != "../../" || f.SiteTitle != "Displaced persons in Belgium" || f.Canonical != "https://cijfers.example/land/en/data/minors/" {
		t.Errorf("%q %q %q %q", f.Root, f.Home, f.SiteTitle, f.Canonical)
	}
	want := []site.Alternate{
		{Lang: "nl", Href: "https://cijfers.example/land/nl/data/minors/"}, {Lang: "en", Href: "https://cijfers.example/land/en/data/minors/"},
		{Lang: "x-default", Href: "https://cijfers.example/land/nl/data/minors/"},
	}
	if diff := cmp.Diff(want, f.Alternates); diff != "" {
		t.Errorf("alternates (-want +got):\n%s", diff)
	}
	switcher := []site.LanguageLink{
		{Lang: "nl", Name: "Nederlands", Href: "../../../nl/data/minors/"}, {Lang: "en", Name: "English", Href: "./", Current: true},
	}
	if diff := cmp.Diff(switcher, f.Languages); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
	if f.Notice == nil || *f.Notice != (site.Notice{Lead: "This is a trial.", Text: "All figures are made up."}) {
		t.Errorf("notice: %+v", f.Notice)
	}
	if f.Footer.Release != "2022-08@1" || f.Footer.Date.Text != "1 October 2022" || f.Footer.Contact != (site.Link{Text: "Editors", Href: "mailto:redactie@cijfers.example"}) {
		t.Errorf("footer: %+v", f.Footer)
	}
	home := all["nl/index.html"].Page.Common()
	if got := home.Alternates[2]; got != (site.Alternate{Lang: "x-default", Href: "https://cijfers.example/land/"}) {
		t.Errorf("readers of other languages are sent to %+v", got)
	}
	about := pageAt[*site.About](t, all, "en/about/")
	if about.Fallback == nil || about.Fallback.Lang != "nl" || about.Title != "Over" || !about.NoIndex {
		t.Errorf("a page that was not translated: %+v", about.Fallback)
	}
	old := pageAt[*site.Redirect](t, all, "nl/indicators/papers/")
	if old.To != "../attestations/" || old.Title != "Attesten" || !old.NoIndex {
		t.Errorf("a former address: %+v", old)
	}
	if ruler := pageAt[*site.Report](t, all, "nl/reports/2022-07/v1/").Ruler; len(ruler) != 1 || ruler[0].Months[7].Href != "../../2022-08/" || !ruler[0].Months[6].Current || ruler[0].Months[8].Href != "" {
		t.Errorf("ruler: %+v", ruler)
	}
}
