package site_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/codebook"
	"ronde/internal/site"
)

func TestGlossary(t *testing.T) {
	w := smallWorld(t)
	w.replace("data/codelists/geo.yaml", "{code: BE-WAL, level: region,", "{code: BE-WAL, from: 2022-01, replaces: [BE-S], level: region,")
	w.replace("data/codelists/geo.yaml", "codes:\n", "codes:\n  - {code: BE-S, until: 2021-12, level: region, parent: BE, label: {nl: Zuiden, en: South}}\n")
	all := outputs(t, w.site("2022-10-01"))
	p := pageAt[*site.Glossary](t, all, "en/glossary/")
	var told []string
	for _, i := range p.Indicators[:2] {
		told = append(told, strings.Join([]string{i.ID, i.Name, i.Href, i.Measure, i.Unit}, "|"))
	}
	for _, u := range p.Units {
		told = append(told, u.ID+"|"+u.Label+"|"+u.One)
	}
	for _, l := range p.Lists {
		told = append(told, l.ID+"|"+l.Name+"|"+l.Total)
		for _, c := range l.Codes {
			told = append(told, strings.Join([]string{"-", c.Code, c.Label, c.Level, c.Parent, c.From, c.Until, c.Replaces}, "|"))
		}
	}
	want := []string{
		"indicator-attestations|Certificates|../indicators/attestations/|count over a period|persons",
		"indicator-referrals|Referrals|../indicators/referrals/|count over a period|persons",
		"unit-persons|persons|person", "unit-percent|per cent|", "list-geo|Area|BE",
		"-|BE-S|South|Region|Belgium||December 2021|", "-|BE|Belgium|Country||||",
		"-|BE-VLG|Flanders|Region|Belgium|||", "-|BE-BRU|Brussels|Region|Belgium|||", "-|BE-WAL|Wallonia|Region|Belgium|January 2022||BE-S",
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("glossary (-want +got):\n%s", diff)
	}
	if l := p.Lists[0]; len(p.Legend) == 0 || !l.Levelled || !l.Limited || !l.Replaced {
		t.Errorf("%+v", p)
	}
}

// TestGlossaryAnchors: an anchor is there once, and each kind of measure has one,
// which its indicator leads to.
func TestGlossaryAnchors(t *testing.T) {
	p := pageAt[*site.Glossary](t, outputs(t, smallWorld(t).site("2022-10-01")), "nl/glossary/")
	var ids []string
	for _, word := range p.Words {
		ids = append(ids, string(word))
	}
	for _, i := range p.Indicators {
		ids = append(ids, i.ID)
	}
	for _, u := range p.Units {
		ids = append(ids, u.ID)
	}
	for _, l := range p.Lists {
		ids = append(ids, l.ID)
	}
	ids = append(ids, "words", "marks", "indicators", "units", "lists") // of the theme
	slices.Sort(ids)
	if once := slices.Compact(slices.Clone(ids)); len(once) != len(ids) {
		t.Errorf("an anchor is there twice: %q", ids)
	}
	for _, measure := range []codebook.Measure{codebook.Flow, codebook.Stock, codebook.Cumulative, codebook.Share, codebook.Ratio} {
		if !slices.Contains(ids, string(measure)) {
			t.Errorf("%s is not explained", measure)
		}
	}
}
