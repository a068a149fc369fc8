package codebook

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files")

const (
	inSite          = "ronde.yaml"
	inOrganisations = "data/organisations.yaml"
	inIndicators    = "data/indicators.yaml"
	inGeo           = "data/codelists/geo.yaml"
	inSex           = "data/codelists/sex.yaml"
	inAttestations  = "data/datasets/attestations.yaml"
	inPopulation    = "data/datasets/population.yaml"
	inEvents        = "data/events.yaml"
	inTopics        = "content/topics.yaml"
)

// findingCases each change the site in one way; what a user then reads stands
// in testdata/findings.txt.
var findingCases = []struct {
	name  string
	edits []edit
}{
	{"language twice", []edit{{inSite, "[nl, fr]", "[nl, fr, nl]"}}},
	{"time zone", []edit{{inSite, "Europe/Brussels", "CET+1"}}},
	{"acceptance until a year", []edit{{inSite, "until: 2022-12", "until: 2022"}}},
	{"title in one language", []edit{{inSite, "{nl: Ronde, fr: Ronde}", "{nl: Ronde}"}}},

	{"organisation twice", []edit{{inOrganisations, "id: statbel", "id: dvz"}}},
	{"former organisation in use", []edit{{inOrganisations, "[vreemdelingenzaken]", "[statbel]"}}},
	{"organisation by years", []edit{{inOrganisations, "from: 2022-03", "from: 2022"}}},
	{"organisation ends before it begins", []edit{{inOrganisations, "from: 2022-03", "from: 2022-03\n    until: 2022-01"}}},
	{"organisation name", []edit{{inOrganisations, ", fr: Office des étrangers", ""}}},

	{"unit label", []edit{{inIndicators, "{nl: personen, fr: personnes}", "{nl: personen}"}}},
	{"unit label for one", []edit{{inIndicators, "{nl: persoon, fr: personne}", "{fr: personne}"}}},
	{"unknown unit", []edit{{inIndicators, "unit: persons\n    measure: flow", "unit: person\n    measure: flow"}}},
	{"indicator name and definition", []edit{{inIndicators, "name: {nl: Attesten, fr: Attestations}\n    definition: {nl: Afgeleverde attesten, fr: Attestations délivrées}", "name: {nl: Attesten}\n    definition: {fr: Attestations délivrées}"}}},
	{"decimals", []edit{{inIndicators, "decimals: 1", "decimals: 7"}}},
	{"decimals of a count", []edit{{inIndicators, "    measure: flow", "    decimals: 1\n    measure: flow"}}},
	{"unknown code list", []edit{{inIndicators, "dimensions: {geo: geo, sex: sex}", "dimensions: {geo: geos, sex: sex}"}}},
	{"totals of an unknown dimension", []edit{{inIndicators, "geo: {how: both", "region: {how: both"}}},
	{"totals of an unknown level", []edit{{inIndicators, "level: province", "level: provinces"}}},
	{"totals over a level that overlaps", []edit{{inIndicators, "level: province", "level: community"}}},
	{"totals with a negative tolerance", []edit{{inIndicators, "province, tolerance: 1", "province, tolerance: -1"}}},
	{"unknown supplier", []edit{{inIndicators, "suppliers: [attestations]", "suppliers: [attestation]"}}},
	{"supplier that does not deliver", []edit{{inIndicators, "suppliers: [attestations]", "suppliers: [population]"}}},
	{"unknown look-alike", []edit{{inIndicators, "look_alikes: [beneficiaries]", "look_alikes: [beneficiarys]"}}},
	{"its own look-alike", []edit{{inIndicators, "look_alikes: [beneficiaries]", "look_alikes: [certificates]"}}},
	{"share of persons without base", []edit{{inIndicators, "unit: persons\n    measure: flow", "unit: persons\n    measure: share"}}},
	{"flow with a base", []edit{{inIndicators, "    measure: flow", "    measure: flow\n    base: {nl: x, fr: y}"}}},
	{"cumulative without first day", []edit{{inIndicators, "measure: flow", "measure: cumulative"}}},
	{"flow with a first day", []edit{{inIndicators, "    measure: flow", "    measure: flow\n    since: 2022-03-10"}}},
	{"balance of a stock", []edit{{inIndicators, "in: [attestations]", "in: [population]"}}},
	{"balance of an unknown indicator", []edit{{inIndicators, "in: [attestations]", "in: [attestation]"}}},

	{"derived from an unknown indicator", []edit{{inIndicators, "base: population", "base: inhabitants"}}},
	{"derived in two ways", []edit{{inIndicators, "derived: {per:", "derived: {difference: {from: population, subtract: beneficiaries}, per:"}}},
	{"derived by nothing", []edit{{inIndicators, "derived: {per: {part: beneficiaries, base: population, count: 1000}}", "derived: {}"}}},
	{"per a flow, per 0", []edit{{inIndicators, "base: population, count: 1000", "base: attestations, count: 0"}}},
	{"share by units", []edit{{inIndicators, "derived: {per: {part: beneficiaries, base: population, count: 1000}}", "derived: {share: {part: beneficiaries, base: beneficiaries-per-1000}}"}}},
	{"circle of derivations", []edit{{inIndicators, "per: {part: beneficiaries,", "per: {part: beneficiaries-per-1000,"}}},
	{"difference of units and measures", []edit{{inIndicators, "per: {part: beneficiaries, base: population, count: 1000}", "difference: {from: attestations, subtract: population}"}}},
	{"sum", []edit{{inIndicators, "per: {part: beneficiaries, base: population, count: 1000}", "sum: {of: attestations, dimension: geo, codes: [BE-VLG, BE-VAN, BE-VGM, BE-XX]}"}}},
	{"sum over an unknown dimension", []edit{{inIndicators, "per: {part: beneficiaries, base: population, count: 1000}", "sum: {of: population, dimension: sex, codes: [F, M]}"}}},
	{"derived with more dimensions than its parts", []edit{{inIndicators, "dimensions: {geo: geo}\n    derived", "dimensions: {geo: geo, sex: sex}\n    derived"}}},
	{"derived and delivered", []edit{{inPopulation, "indicator: beneficiaries", "indicator: beneficiaries-per-1000"}}},

	{"code list in another file", []edit{{inGeo, "id: geo", "id: places"}}},
	{"unknown total", []edit{{inSex, "total: _T", "total: T"}}},
	{"code twice", []edit{{inSex, "code: M", "code: F"}}},
	{"former code in use", []edit{{inGeo, "[VLG]", "[BE-WAL]"}}},
	{"former code twice", []edit{{inSex, "code: F,", "code: F, formerly: [V],"}, {inSex, "code: M,", "code: M, formerly: [V],"}}},
	{"code label", []edit{{inSex, "{nl: Vrouwen, fr: Femmes}", "{fr: Femmes}"}}},
	{"unknown level", []edit{{inGeo, "BE-WAL, level: region", "BE-WAL, level: regions"}}},
	{"level twice", []edit{{inGeo, "id: community", "id: region"}}},
	{"unknown parent", []edit{{inGeo, "parent: BE-VLG", "parent: BE-VLA"}}},
	{"parent of the total", []edit{{inSex, "code: _T,", "code: _T, parent: F,"}}},
	{"parent below", []edit{{inGeo, "BE-VLG, level: region", "BE-VLG, level: region, parent: BE-WLG"}}},
	{"circle of parents", []edit{{inSex, "code: F,", "code: F, parent: M,"}, {inSex, "code: M,", "code: M, parent: F,"}}},
	{"replaced code without end", []edit{{inGeo, ", until: 2022-12", ""}}},
	{"code that replaces itself", []edit{{inGeo, "[BE-WLG]", "[BE-WLX]"}}},
	{"tile outside the map", []edit{{inGeo, "column: 1, row: 2", "column: 0, row: 13"}}},
	{"tile with a whole name", []edit{{inGeo, "short: ANT", "short: Antwerpen"}}},
	{"two tiles in one place", []edit{{inGeo, "column: 1, row: 2", "column: 1, row: 1"}}},
	{"tile of a code that has not ended", []edit{{inGeo, "until: 2022-12, tile", "until: 2023-06, tile"}}},
	{"code that ends before it begins", []edit{{inGeo, "until: 2022-12", "from: 2023-02, until: 2022-12"}}},

	{"contract in another file", []edit{{inAttestations, "id: attestations", "id: attest"}}},
	{"unknown organisation", []edit{{inAttestations, "organisation: dvz", "organisation: dvs"}}},
	{"dataset name", []edit{{inAttestations, "name: {nl: Attesten, fr: Attestations}", "name: {nl: Attesten}"}}},
	{"no period column", []edit{{inAttestations, "is: period", "is: ignored"}}},
	{"two value columns in long", []edit{{inAttestations, "{name: Vlag, is: status, optional: true, codes: {v: P}}", "{name: Vlag, is: value}"}}},
	{"no indicator", []edit{{inAttestations, "indicator: attestations\ncolumns", "columns"}, {inIndicators, "    suppliers: [attestations]\n", ""}}},
	{"indicator column without codes", []edit{{inAttestations, "indicator: attestations\ncolumns:", "columns:\n  - {name: Wat, is: indicator}"}, {inIndicators, "    suppliers: [attestations]\n", ""}}},
	{"unknown indicator", []edit{{inAttestations, "indicator: attestations\n", "indicator: atestations\n"}, {inIndicators, "    suppliers: [attestations]\n", ""}}},
	{"dimension without column", []edit{{inAttestations, "is: dimension, dimension: sex", "is: ignored"}}},
	{"dimension column and fixed", []edit{{inAttestations, "hidden_marks", "fixed: {sex: F}\nhidden_marks"}}},
	{"dimension in two columns", []edit{{inAttestations, "{name: Vlag, is: status, optional: true, codes: {v: P}}", "{name: Vlag, is: dimension, dimension: sex}"}}},
	{"unknown dimension of a column", []edit{{inPopulation, "{name: Opmerking, is: note}", "{name: Opmerking, is: dimension, dimension: sex}"}}},
	{"column keys", []edit{{inAttestations, "{name: Vlag, is: status, optional: true, codes: {v: P}}", "{name: Vlag, is: ignored, dimension: sex, indicator: attestations}"}}},
	{"dimension column without dimension", []edit{{inAttestations, "is: dimension, dimension: sex", "is: dimension"}}},
	{"optional period", []edit{{inAttestations, "{name: Maand, is: period}", "{name: Maand, is: period, optional: true}"}}},
	{"column twice", []edit{{inAttestations, "name: Vlag", "name: Aantal"}}},
	{"fixed code of an unknown dimension", []edit{{inPopulation, "fixed: {geo: BE}", "fixed: {geo: BE, sex: F}"}}},
	{"unknown fixed code", []edit{{inPopulation, "fixed: {geo: BE}", "fixed: {geo: BEL}"}}},
	{"fixed to a computed total", []edit{{inPopulation, "indicator: population}", "indicator: attestations}"}, {inPopulation, "fixed: {geo: BE}", "fixed: {geo: BE, sex: F}"}, {inIndicators, "how: both", "how: computed"}}},
	{"unknown codes of columns", []edit{{inAttestations, "Antwerpen: BE-VAN", "Antwerpen: BE-ANT"}, {inAttestations, "{v: P}", "{v: R}"}, {inAttestations, `":": O`, `":": P`}}},
	{"codes of a period", []edit{{inAttestations, "{name: Maand, is: period}", "{name: Maand, is: period, codes: {juli: x}}"}}},
	{"expect an unknown code and no code", []edit{{inAttestations, "expect: {geo: [BE-VAN], sex: [F, M]}", "expect: {geo: [BE-VAN, BE-ANT], sex: []}"}}},
	{"expect nothing", []edit{{inAttestations, "expect: {geo: [BE-VAN], sex: [F, M]}\n", ""}}},
	{"expect a fixed dimension", []edit{{inPopulation, "fixed: {geo: BE}", "fixed: {geo: BE}\nexpect: {geo: [BE]}"}}},
	{"parts", []edit{{inAttestations, "{dimension: sex, parts: [F, M]}", "{dimension: sex, total: F, parts: [F, M, M, X], tolerance: -1}"}}},
	{"parts of an unknown dimension", []edit{{inAttestations, "{dimension: sex, parts: [F, M]}", "{dimension: age, parts: [F, M]}"}}},
	{"hidden mark that is a number", []edit{{inAttestations, `["<5"]`, `["5"]`}}},
	{"one sign for two things", []edit{{inAttestations, `thousands: "."`, `thousands: ","`}}},
	{"disclosure", []edit{{inAttestations, "{threshold: 5, finest: geo}", "{threshold: 0, finest: commune}"}}},
	{"rounding, jump and due", []edit{{inPopulation, "layout: wide", "rounding: -5\njump: -1\ndue: -3\nlayout: wide"}}},
	{"contract ends before it begins", []edit{{inAttestations, "from: 2022-03", "from: 2022-03\nuntil: 2021-12"}}},
	{"wide with an indicator for all", []edit{{inPopulation, "layout: wide", "layout: wide\nindicator: population"}}},
	{"wide value without indicator", []edit{{inPopulation, "is: value, indicator: population", "is: value"}}},
	{"wide value twice", []edit{{inPopulation, "indicator: beneficiaries", "indicator: population"}}},
	{"wide status of no value", []edit{{inPopulation, "is: note}", "is: status, indicator: attestations}"}}},
	{"wide with two notes", []edit{{inPopulation, "{name: Opmerking, is: note}", "{name: Opmerking, is: note}\n  - {name: Noot, is: note, indicator: population}"}}},
	{"periods across with values", []edit{{inAttestations, "layout: long", "layout: periods-across"}}},

	{"event of an unknown indicator", []edit{{inEvents, "[attestations]", "[attestation]"}}},
	{"event at an unknown code", []edit{{inEvents, "{geo: BE-VLG}", "{geo: BE-VLA}"}}},
	{"event in an unknown dimension", []edit{{inEvents, "{geo: BE-VLG}", "{region: BE-VLG}"}}},
	{"event anywhere at an unknown code", []edit{{inEvents, "{geo: BE}", "{geo: NL}"}}},
	{"topic twice", []edit{{inTopics, "id: europe", "id: protection"}}},
	{"former topic in use", []edit{{inTopics, "[asylum]", "[europe]"}}},
	{"topic name and description", []edit{{inTopics, "{nl: Bescherming, fr: Protection}", "{nl: Bescherming}"}, {inTopics, "nl: Wie ze krijgt, fr: Qui la reçoit", "fr: Qui la reçoit"}}},
	{"topic of an unknown indicator", []edit{{inTopics, "[certificates]", "[certificats]"}}},
	{"event without a word for some", []edit{{inEvents, "label: {nl: Nieuwe telling, fr: Nouveau comptage}", "label: {nl: Nieuwe telling}"}}},
	{"event with a label that no picture holds", []edit{{inEvents, "nl: Richtlijn", "nl: De richtlijn over tijdelijke bescherming treedt in werking"}}},
	{"event twice", []edit{{inEvents, "id: directive", "id: new-count"}}},
}

func TestFindings(t *testing.T) {
	var b strings.Builder
	for _, c := range findingCases {
		_, ok, text := load(t, c.edits...)
		if ok {
			t.Errorf("%s: no error", c.name)
		}
		b.WriteString("== " + c.name + "\n" + text + "\n")
	}
	const golden = "testdata/findings.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("the findings are not those of %s (-update writes them):\n%s", golden, diff)
	}
}
