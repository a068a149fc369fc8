package site_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/site"
)

// lateWorld has a delivery that came late, one that came twice, and one that did
// not come.
func lateWorld(t testing.TB) *world {
	t.Helper()
	w := smallWorld(t)
	w.replace("data/organisations.yaml", "{id: fedasil, name: Fedasil}", "{id: fedasil, formerly: [reception], name: Fedasil, from: 2022-03, until: 2023-12}")
	w.release("2022-07", "2022-08-30")
	w.write("data/drops/2022-08/fedasil/referrals.csv", "month,area,referrals\n2022-08,BE,616\n")
	w.write("data/drops/2022-08/fedasil/referrals.yaml", "ronde: 1\nreceived: 2022-09-20\n")
	w.write("data/drops/2022-08/fedasil/referrals.2.csv", "month,area,referrals\n2022-08,BE,617\n")
	w.write("data/drops/2022-08/fedasil/referrals.2.yaml", "ronde: 1\nreceived: 2022-09-22\n")
	return w
}

func TestOrganisation(t *testing.T) {
	all := outputs(t, lateWorld(t).site("2022-10-01"))
	p := pageAt[*site.Organisation](t, all, "en/organisations/fedasil/")
	if p.Name != "Fedasil" || p.Since != "March 2022" || p.Until != "December 2023" || p.Irregular {
		t.Errorf("%+v", p)
	}
	if want := "2 of 4 deliveries on time, 1 late, 1 missing"; p.Punctuality != want || p.Description != want {
		t.Errorf("%q, want %q", p.Punctuality, want)
	}
	if len(p.Years) != 1 || p.Years[0].Year != "2022" {
		t.Fatalf("%+v", p.Years)
	}
	want := []string{
		"August 2022 | Minors by month | 15 September 2022 | not received | missing",
		"August 2022 | Referrals by month | 15 September 2022 | 20 September 2022 | 5 days late",
		"July 2022 | Minors by month | 25 August 2022 | 20 August 2022 | on time",
		"July 2022 | Referrals by month | 25 August 2022 | 4 August 2022 | on time",
	}
	if diff := cmp.Diff(want, text(p.Years[0].Figure.Table)); diff != "" {
		t.Error(diff)
	}
	// What is not released yet is known by name and day, never by value.
	if got, want := p.Datasets[1].Newest, "Referrals: 803 persons in July 2022"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if to := pageAt[*site.Redirect](t, all, "nl/organisations/reception/").To; to != "../fedasil/" {
		t.Errorf("the former id leads to %s", to)
	}
	p = pageAt[*site.Organisation](t, all, "nl/organisations/dvz/")
	if p.Short != "DVZ" || !p.Irregular || p.Contact.Href != "mailto:cijfers@dvz.example" || p.Website.Href != "https://dvz.example/" {
		t.Errorf("%+v", p)
	}
	var indicators []string
	for _, i := range p.Indicators {
		indicators = append(indicators, strings.Join([]string{i.Name, i.Latest.Qualifier, i.Latest.Text, i.Period, i.Source}, "|"))
	}
	if diff := cmp.Diff([]string{
		"Attesten||3.159|juli 2022|Attesten per maand", "Ingeschreven|meer dan|30.000|25 juli 2022|Register",
	}, indicators); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("Juli 2022 | Register | geen vaste dag | 4 augustus 2022 | op tijd", text(p.Years[0].Figure.Table)[2]); diff != "" {
		t.Error(diff)
	}
}

func TestOrganisations(t *testing.T) {
	all := outputs(t, lateWorld(t).site("2022-10-01"))
	p := pageAt[*site.Organisations](t, all, "nl/organisations/")
	if diff := cmp.Diff([]site.OrganisationEntry{
		{Name: "Dienst Vreemdelingenzaken (DVZ)", Href: "dvz/", Datasets: 2, Punctuality: "2 van 2 leveringen op tijd"},
		{Name: "Fedasil", Href: "fedasil/", Datasets: 2, Punctuality: "2 van 4 leveringen op tijd, 1 te laat, 1 ontbreekt"},
	}, p.Organisations); diff != "" {
		t.Error(diff)
	}
	nl := pageAt[*site.Deliveries](t, all, "nl/deliveries/")
	if href := nl.Years[0].Groups[0].Href; href != "../organisations/dvz/" {
		t.Errorf("deliveries lead to %s", href)
	}
	// A supplier of only a part of an indicator is shown with its own part.
	w := lateWorld(t)
	w.write("data/datasets/brussels.yaml", strings.NewReplacer("id: referrals\n", "id: brussels\n", "from: 2022-07\n", "").Replace(string(w.files["data/datasets/referrals.yaml"].Data)))
	w.replace("data/datasets/brussels.yaml", "organisation: fedasil", "organisation: dvz")
	w.write("data/drops/2022-08/dvz/brussels.csv", "month,area,referrals\n2022-08,BE-BRU,77\n")
	w.write("data/drops/2022-08/dvz/brussels.yaml", "ronde: 1\nreceived: 2022-09-06\n")
	indicators := pageAt[*site.Organisation](t, outputs(t, w.site("2022-10-01")), "nl/organisations/dvz/").Indicators
	if i := indicators[1]; i.Name != "Doorverwijzingen" || i.Latest.Absent != "nog niet gepubliceerd" {
		t.Errorf("the values of another supplier stand under %+v", i)
	}
	w.release("2022-08", "2022-09-30")
	all = outputs(t, w.site("2022-10-01"))
	if d := pageAt[*site.Organisation](t, all, "nl/organisations/dvz/").Datasets[1]; d.Newest != "Doorverwijzingen: Brussel: 77 personen in augustus 2022" {
		t.Errorf("%+v", d)
	}
}
