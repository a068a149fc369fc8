package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ronde/internal/period"
)

// historyIndicators are the two that are delivered: certificates of the whole country in
// series, referrals by region in increments.
const (
	certificates = "certificates"
	referrals    = "referrals"
)

// historyCodes are the codes of the places of a cell; the last has another name later.
var historyCodes = []string{"BE", "BE-VLG", "BE-BRU", "BE-WAL"}

const renamedCode = "BE-WLN"

// placeOf is the place that a code means, be it the former name.
func placeOf(code string) int {
	if code == renamedCode {
		return len(historyCodes) - 1
	}
	return slices.Index(historyCodes, code)
}

// historyCodebook are the shared inputs of the site whose history is generated.
var historyCodebook = map[string]string{
	".gitattributes": "data/drops/** -text\ncontent/reports/*/editions/** -text\n",
	"ronde.yaml": `ronde: 1
title: {nl: Ontheemden, en: Displaced persons, fr: Displaced persons}
languages: [nl, en]
base_url: https://figures.example/
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
`,
	"data/organisations.yaml": "ronde: 1\norganisations:\n  - {id: office, name: {nl: Dienst, en: Office, fr: Office}}\n  - {id: agency, name: {nl: Agentschap, en: Agency, fr: Agency}}\n",
	"data/indicators.yaml": `ronde: 1
units:
  - {id: persons, label: {nl: personen, en: persons, fr: persons}, one: {nl: persoon, en: person, fr: person}, countable: true}
  - {id: percent, label: {nl: procent, en: per cent, fr: per cent}, percent: true}
indicators:
  - {id: certificates, name: {nl: Attesten, en: Certificates, fr: Certificates}, definition: {nl: Personen met een attest., en: Persons with a certificate., fr: Persons with a certificate.}, unit: persons, measure: flow, dimensions: {geo: geo}}
  - id: referrals
    name: {nl: Doorverwijzingen, en: Referrals, fr: Referrals}
    definition: {nl: Personen die werden doorverwezen., en: Persons who were referred., fr: Persons who were referred.}
    unit: persons
    measure: flow
    dimensions: {geo: geo}
    totals: {geo: {how: both, tolerance: 9}}
  - id: referral-share
    name: {nl: Aandeel doorverwezen, en: Share referred, fr: Share referred}
    definition: {nl: Doorverwezen personen per honderd attesten., en: Persons referred per hundred certificates., fr: Persons referred per hundred certificates.}
    unit: percent
    decimals: 1
    measure: share
    dimensions: {geo: geo}
    derived: {share: {part: referrals, base: certificates}}
`,
	"data/codelists/geo.yaml": `ronde: 1
id: geo
name: {nl: gebied, en: area, fr: area}
total: BE
levels:
  - {id: country, name: {nl: land, en: country, fr: country}}
  - {id: region, name: {nl: gewest, en: region, fr: region}}
codes:
  - {code: BE, level: country, label: {nl: België, en: Belgium, fr: Belgium}}
  - {code: BE-VLG, level: region, parent: BE, label: {nl: Vlaanderen, en: Flanders, fr: Flanders}}
  - {code: BE-BRU, level: region, parent: BE, label: {nl: Brussel, en: Brussels, fr: Brussels}}
  - {code: BE-WAL, level: region, parent: BE, label: {nl: Wallonië, en: Wallonia, fr: Wallonia}}
`,
	"data/datasets/certificates.yaml": historyContract(certificates, "office", "series", ""),
	"data/datasets/referrals.yaml":    historyContract(referrals, "agency", "increment", "hidden_marks: [\"<5\"]\n"),
	"content/home.nl.md":              "---\ntitle: Start\n---\n\nWelkom.\n",
	"content/about.nl.md":             "---\ntitle: Over\n---\n\nOver deze site.\n",
	"content/reports/figures.yaml": `ronde: 1
figures:
  - id: key
    kind: key-figures
    series: [{indicator: certificates}, {indicator: referrals}, {indicator: referral-share}]
  - id: months
    kind: column
    title: {nl: "In {{certificates}} attesten uitgedrukt", en: "{{certificates}} certificates", fr: "{{certificates}} certificates"}
    series: [{indicator: certificates}]
  - id: regions
    kind: bar
    series: [{indicator: referrals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]
`,
}

func historyContract(dataset, organisation, delivers, more string) string {
	return fmt.Sprintf(`ronde: 1
id: %[1]s
organisation: %[2]s
name: {nl: Levering %[1]s, en: Delivery of %[1]s, fr: Delivery of %[1]s}
delivers: %[3]s
rhythm: monthly
due: 15
from: 2022-07
layout: long
dialect: {separator: ",", dates: yyyy-mm-dd}
indicator: %[1]s
%[4]scolumns:
  - {name: month, is: period}
  - {name: area, is: dimension, dimension: geo}
  - {name: persons, is: value}
`, dataset, organisation, delivers, more)
}

// deliveryFiles are the table and the description of a delivery. Codes have the names that
// they have today.
func deliveryFiles(d *delivery, codes []string) map[string]string {
	table, gone := "month,area,persons\n", ""
	for _, c := range slices.SortedFunc(maps.Keys(d.says), compareCells) {
		s := d.says[c]
		value := fmt.Sprint(s.value)
		switch {
		case s.removed:
			gone += fmt.Sprintf("  - {indicator: %s, period: %s, where: {geo: %s}}\n", c.indicator, c.period, codes[c.place])
			continue
		case s.hidden:
			value = "<5"
		}
		table += fmt.Sprintf("%s,%s,%s\n", c.period, codes[c.place], value)
	}
	description := "ronde: 1\nreceived: " + d.received.String() + "\nchanged: {nl: Herteld., en: Counted again., fr: Counted again.}\n"
	if d.missed {
		description += "missed: " + d.id.Round.String() + "\n"
	}
	if gone != "" {
		description += "withdrawn:\n" + gone
	}
	return map[string]string{d.id.Path(): table, d.id.DescriptionPath(): description}
}

func compareCells(a, b cell) int {
	if c := strings.Compare(a.indicator, b.indicator); c != 0 {
		return c
	}
	if c := period.Compare(a.period, b.period); c != 0 {
		return c
	}
	return a.place - b.place
}

// reportText is the text of a report, with a word that no other edition has.
func reportText(language, word string) string {
	return fmt.Sprintf(`---
description: %[1]s.
main_points:
  - "{{certificates}} %[1]s."
---

{{figure key}}

## Attesten

%[2]s {{certificates}}, {{certificates | change else "-"}}.

{{figure months}}

## Opvang

{{referrals}}, {{referrals geo=BE-VLG}}.

{{figure regions}}

{{figure own}}
`, language, word)
}

// ownFigures has a figure whose title has a word that no other edition has.
func ownFigures(word string) string {
	return fmt.Sprintf("ronde: 1\nfigures:\n  - {id: own, kind: table, title: {nl: Tabel %[1]s, en: Table %[1]s, fr: Table %[1]s}, series: [{indicator: referrals}]}\n", word)
}
