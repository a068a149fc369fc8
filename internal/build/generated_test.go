package build

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"ronde/internal/edition"
	"ronde/internal/period"
	"ronde/internal/seal"
	"ronde/internal/source"
)

// A generatedSite is a site of any size: one report a month in four languages,
// each with a kilobyte of commentary and a line chart of 36 months by three
// regions, whose table stands below it. Each month has a delivery.
//
// Each round is compiled and sealed by the code that releases it, in a site that
// holds the 36 rounds that its chart shows: releases that each read all that went
// before would make the site in the square of its rounds.
type generatedSite struct {
	files map[string]string // what analysts committed for the last 36 rounds, and the codebook
	// The releases of those rounds, all but the one under way.
	chain    []*seal.Sealed
	editions []*edition.Edition
	each     int // editions of a round
}

// generatedLanguages are those of a generated site.
var generatedLanguages = []string{"nl", "fr", "de", "en"}

var generatedCodebook = map[string]string{
	".gitattributes": strings.Join(keptAsIs, "\n") + "\n",
	"ronde.yaml": `ronde: 1
title: {nl: Aankomsten, fr: Arrivées, de: Ankünfte, en: Arrivals}
languages: [nl, fr, de, en]
base_url: https://figures.example/
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
`,
	"data/organisations.yaml": "ronde: 1\norganisations:\n  - {id: office, name: {nl: Dienst, fr: Office, de: Amt, en: Office}, url: https://office.example/}\n",
	"data/indicators.yaml": `ronde: 1
units:
  - {id: persons, label: {nl: personen, fr: personnes, de: Personen, en: persons}, one: {nl: persoon, fr: personne, de: Person, en: person}, countable: true}
indicators:
  - id: arrivals
    name: {nl: Aankomsten, fr: Arrivées, de: Ankünfte, en: Arrivals}
    definition: {nl: Personen die in de maand aankwamen., fr: Personnes arrivées dans le mois., de: Im Monat angekommene Personen., en: Persons who arrived in the month.}
    unit: persons
    measure: flow
    dimensions: {geo: geo}
`,
	"data/codelists/geo.yaml": `ronde: 1
id: geo
name: {nl: gewest, fr: région, de: Region, en: region}
total: BE
levels:
  - {id: country, name: {nl: land, fr: pays, de: Land, en: country}}
  - {id: region, name: {nl: gewest, fr: région, de: Region, en: region}}
codes:
  - {code: BE, level: country, label: {nl: België, fr: Belgique, de: Belgien, en: Belgium}}
  - {code: BE-VLG, level: region, parent: BE, label: {nl: Vlaanderen, fr: Flandre, de: Flandern, en: Flanders}}
  - {code: BE-BRU, level: region, parent: BE, label: {nl: Brussel, fr: Bruxelles, de: Brüssel, en: Brussels}}
  - {code: BE-WAL, level: region, parent: BE, label: {nl: Wallonië, fr: Wallonie, de: Wallonien, en: Wallonia}}
`,
	"data/datasets/arrivals.yaml": `ronde: 1
id: arrivals
organisation: office
name: {nl: Aankomsten per maand, fr: Arrivées par mois, de: Ankünfte nach Monat, en: Arrivals by month}
delivers: increment
rhythm: monthly
due: 15
layout: long
dialect: {separator: ";", dates: yyyy-mm-dd}
indicator: arrivals
columns:
  - {name: month, is: period}
  - {name: region, is: dimension, dimension: geo}
  - {name: arrivals, is: value}
`,
	"content/about.nl.md": "---\ntitle: Over\n---\n\nOver deze site.\n",
	"content/reports/figures.yaml": `ronde: 1
figures:
  - id: regions
    kind: line
    title: {nl: Aankomsten volgens gewest, fr: Arrivées par région, de: Ankünfte nach Region, en: Arrivals by region}
    periods: {last: 36}
    series: [{indicator: arrivals, where: {geo: [BE-VLG, BE-BRU, BE-WAL]}}]
`,
}

// generatedSentences are what a report says of a region; about a kilobyte with
// the three of them.
var generatedSentences = map[string]string{
	"nl": "In %[2]s kwamen deze maand {{arrivals geo=%[1]s}} personen aan; een jaar eerder waren het er {{arrivals geo=%[1]s period=%[3]s}}. De dienst telt iedere persoon in de maand van aankomst, en verbetert een maand wanneer een gemeente later meldt dat iemand al eerder was aangekomen. Wie vertrekt en terugkomt, telt niet opnieuw.",
	"fr": "Ce mois-ci, {{arrivals geo=%[1]s}} personnes sont arrivées (%[2]s) ; un an plus tôt, elles étaient {{arrivals geo=%[1]s period=%[3]s}}. L’office compte chaque personne dans le mois de son arrivée, et corrige un mois lorsqu’une commune signale plus tard une arrivée antérieure. Qui part et revient ne compte pas une nouvelle fois.",
	"de": "Diesen Monat kamen {{arrivals geo=%[1]s}} Personen an (%[2]s); ein Jahr zuvor waren es {{arrivals geo=%[1]s period=%[3]s}}. Das Amt zählt jede Person im Monat ihrer Ankunft und berichtigt einen Monat, wenn eine Gemeinde später eine frühere Ankunft meldet. Wer geht und zurückkehrt, zählt nicht noch einmal.",
	"en": "This month {{arrivals geo=%[1]s}} persons arrived (%[2]s); a year before they were {{arrivals geo=%[1]s period=%[3]s}}. The office counts every person in the month of arrival, and corrects a month when a commune reports later that somebody had arrived before. Who leaves and comes back is not counted again.",
}

var generatedRegions = []struct{ code, name string }{{"BE-VLG", "Vlaanderen"}, {"BE-BRU", "Bruxelles"}, {"BE-WAL", "Wallonia"}}

const generatedMonths = 36

// generate writes a site of some rounds to a folder, all of them released in as many
// editions, those after the first with another sentence in each language.
func generate(t testing.TB, dir string, rounds, editions int) {
	t.Helper()
	g := &generatedSite{files: maps.Clone(generatedCodebook), each: editions}
	for name, content := range generatedCodebook {
		write(t, dir, name, content)
	}
	for i := range rounds {
		for name, content := range g.release(t, i) {
			write(t, dir, name, content)
		}
	}
}

// generatedRound gives the files that analysts commit for one round.
func generatedRound(i int) map[string]string {
	round := generatedMonth(i)
	cutoff := generatedMonth(i+1).Start() + 19
	folder, drop := "content/reports/"+round.String()+"/", "data/drops/"+round.String()+"/office/arrivals"
	files := map[string]string{
		folder + "report.yaml": "ronde: 1\ncutoff: " + cutoff.String() + "\n",
		drop + ".yaml":         "ronde: 1\nreceived: " + (cutoff - 5).String() + "\n",
	}
	table := "month;region;arrivals\n"
	for r, region := range generatedRegions {
		table += fmt.Sprintf("%s;%s;%d\n", round, region.code, generatedValue(i, r))
	}
	files[drop+".csv"] = table
	before := generatedMonth(max(0, i-12))
	for _, lang := range generatedLanguages {
		text := fmt.Sprintf("---\ndescription: %s %s.\n---\n\n{{figure regions}}\n", lang, round)
		for _, region := range generatedRegions {
			text += fmt.Sprintf("\n## %s\n\n%s\n", region.name, fmt.Sprintf(generatedSentences[lang], region.code, region.name, before))
		}
		files[folder+"report."+lang+".md"] = text
	}
	return files
}

// generatedMonth is the month of a round, counted from 0.
func generatedMonth(i int) period.Period {
	n := 2022*12 + i
	return period.MonthOf(n/12, n%12+1)
}

// generatedValue is different for each month and region, and goes up and down.
func generatedValue(month, region int) int {
	return 1200 + 310*region + (month*month*7+month*53*(region+1))%900
}

// release gives the files of a round, its editions among them.
func (g *generatedSite) release(t testing.TB, i int) map[string]string {
	t.Helper()
	files := generatedRound(i)
	maps.Copy(g.files, files)
	if old := i - generatedMonths; old >= 0 {
		for name := range generatedRound(old) {
			delete(g.files, name)
		}
		g.chain, g.editions = g.chain[g.each:], g.editions[g.each:]
	}
	date := generatedMonth(i+1).Start() + 25
	sealed := g.seal(t, ReleaseRequest{Round: generatedMonth(i), Date: date}, nil)
	for n := 2; n <= g.each; n++ {
		for _, lang := range generatedLanguages {
			name := edition.Dir(generatedMonth(i)) + "/report." + lang + ".md"
			files[name] += fmt.Sprintf("\n%s, %s %s.\n", generatedRegions[0].name, strings.Repeat("x", n), lang)
			g.files[name] = files[name]
		}
		// A correction reads the figures that the edition before it sealed.
		maps.Copy(g.files, sealed)
		correction := ReleaseRequest{Round: generatedMonth(i), Date: date, Kind: seal.Editorial, Reason: source.NewText("nl", "Een zin meer.")}
		maps.Copy(sealed, g.seal(t, correction, g.editions[len(g.editions)-1]))
	}
	for name := range sealed {
		delete(g.files, name)
	}
	maps.Copy(files, sealed)
	return files
}

// seal gives the files of an edition, which follows those before in the chain.
func (g *generatedSite) seal(t testing.TB, request ReleaseRequest, base *edition.Edition) map[string]string {
	t.Helper()
	w := read(inMemoryFiles(g.files))
	w.chain, w.editions = g.chain, g.editions
	w.noteTaken()
	e, inputs, err := w.compileRelease(request, base)
	if err != nil || e == nil {
		t.Fatal(err, w.out.Sorted())
	}
	sealed := map[string]string{}
	for name, content := range e.SealFiles(inputs) {
		sealed[e.ID().Dir()+"/"+name] = string(content)
	}
	s, ok := seal.Open(source.NewTree(inMemoryFiles(sealed)), e.ID(), nil, w.out)
	if !ok {
		t.Fatal(w.out.Sorted())
	}
	opened, ok := edition.Open(s, edition.OpenCodebook(s, w.out), w.out)
	if !ok {
		t.Fatal(w.out.Sorted())
	}
	g.chain, g.editions = append(g.chain, s), append(g.editions, opened)
	return sealed
}

func inMemoryFiles(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}
