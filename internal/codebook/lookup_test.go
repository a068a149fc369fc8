package codebook

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/observation"
	"ronde/internal/period"
)

func TestFormerNames(t *testing.T) {
	c, _, _ := load(t)
	if o, ok := c.Organisation("vreemdelingenzaken"); !ok || o.ID.Value != "dvz" {
		t.Errorf("organisation %v", o)
	}
	if i, ok := c.Indicator("certificates"); !ok || i.ID.Value != "attestations" {
		t.Errorf("indicator %v", i)
	}
	if k, ok := c.Contract("inwoners"); !ok || k.ID.Value != "population" {
		t.Errorf("contract %v", k)
	}
	if topic, ok := c.Topic("asylum"); !ok || topic.ID.Value != "protection" {
		t.Errorf("topic %v", topic)
	}
	if _, ok := c.Indicator(""); ok {
		t.Error("there is an indicator without an id")
	}
}

func TestCodesOf(t *testing.T) {
	c, _, _ := load(t)
	i, _ := c.Indicator("attestations")
	for _, test := range []struct {
		given map[string]string
		want  observation.Codes
	}{
		{nil, "BE._T"},
		{map[string]string{"sex": "F"}, "BE.F"},
		{map[string]string{"geo": "VLG", "sex": "M"}, "BE-VLG.M"},
	} {
		if got, err := c.CodesOf(i, test.given); got != test.want || err != nil {
			t.Errorf("CodesOf(%v) = %q, %v; want %q", test.given, got, err, test.want)
		}
	}
	for _, test := range []struct {
		given           map[string]string
		dimension, code string
	}{
		{map[string]string{"geo": "NL"}, "geo", "NL"},
		{map[string]string{"zoo": "x", "age": "x", "geo": "BE"}, "age", ""},
	} {
		_, err := c.CodesOf(i, test.given)
		var unknown *UnknownName
		if !errors.As(err, &unknown) || unknown.Dimension != test.dimension || unknown.Code != test.code || len(unknown.Candidates) == 0 {
			t.Errorf("CodesOf(%v) gives %+v", test.given, err)
		}
	}
	population, _ := c.Indicator("population")
	if got := c.TotalCodes(population); got != "BE" {
		t.Errorf("total of population is %q", got)
	}
}

func TestCodeList(t *testing.T) {
	c, _, _ := load(t)
	geo, _ := c.CodeList("geo")
	names := func(codes []*Code) (names []string) {
		for _, code := range codes {
			names = append(names, code.Code.Value)
		}
		return names
	}
	if diff := cmp.Diff([]string{"BE-VLG", "BE-WAL", "BE-VGM"}, names(geo.Children("BE"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"BE-VAN"}, names(geo.Children("VLG"))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"BE-VAN", "BE-WLG", "BE-WLX"}, names(geo.Parts("province"))); diff != "" {
		t.Error(diff)
	}
	for _, test := range []struct {
		above, below string
		want         bool
	}{
		{"BE", "BE-VAN", true}, {"BE-VLG", "BE-VAN", true}, {"VLG", "BE-VAN", true}, {"BE-WAL", "BE-VAN", false},
		{"BE-VAN", "BE-VLG", false}, {"BE", "BE", false}, {"BE", "NL", false},
	} {
		if got := geo.IsAncestor(test.above, test.below); got != test.want {
			t.Errorf("IsAncestor(%s, %s) = %v", test.above, test.below, got)
		}
	}
	if label, language := geo.Label("BE-VLG", "de", "fr"); label != "Flandre" || language != "fr" {
		t.Errorf("label is %q in %q", label, language)
	}
	if label, _ := geo.Label("NL", "nl"); label != "NL" {
		t.Errorf("label of no code is %q", label)
	}
	old, _ := geo.Code("BE-WLG")
	if !old.ValidIn(period.MonthOf(2022, 12)) || old.ValidIn(period.MonthOf(2023, 1)) || !old.ValidIn(period.YearOf(2022)) {
		t.Error("the old code is valid until 2022-12")
	}
}

func TestContractsOf(t *testing.T) {
	c, _, text := load(t,
		edit{inPopulation, "indicator: beneficiaries}", "indicator: beneficiaries}\n  - {name: Attesten, is: value, indicator: certificates}"},
		edit{inPopulation, "fixed: {geo: BE}", "fixed: {geo: BE, sex: F}"},
		edit{inIndicators, "suppliers: [attestations]", "suppliers: [inwoners, attestations]"})
	if text != "" {
		t.Fatal(text)
	}
	i, _ := c.Indicator("attestations")
	var ids []string
	for _, k := range c.ContractsOf(i) {
		ids = append(ids, k.ID.Value)
	}
	if diff := cmp.Diff([]string{"population", "attestations"}, ids); diff != "" {
		t.Error(diff)
	}
	k, _ := c.Contract("population")
	var supplied []string
	for _, i := range c.ContractIndicators(k) {
		supplied = append(supplied, i.ID.Value)
	}
	if diff := cmp.Diff([]string{"population", "beneficiaries", "attestations"}, supplied); diff != "" {
		t.Error(diff)
	}
}
