package commentary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSections(t *testing.T) {
	text := "Vooraf.\n\n## Zonder\n\nNiets.\n\n## Bescherming {#protection}\n\nIn juli [3.156](#n1) *attesten*, [meer](https://example.org) dan\nin mei. Meer ![Lijn](figures/spark.csv) niet ![Lijn](figures/spark.csv).\n\n" +
		"## Regels {#rules}\n\nEerste regel  \nen tweede\\\nen <https://example.org>.\n\n" +
		"## Opvang {#reception}\n\n![Titel](figures/month.csv)\n\nTekst.\n\n## Werk {#work}\n\n- lijst\n\n## Leeg {#work}\n"
	want := []Section{
		{Heading: "Bescherming", Topic: "protection", Opening: "In juli 3.156 attesten, meer dan in mei. Meer niet."},
		{Heading: "Regels", Topic: "rules", Opening: "Eerste regel en tweede en https://example.org."},
		{Heading: "Opvang", Topic: "reception"},
		{Heading: "Werk", Topic: "work"},
		{Heading: "Leeg", Topic: "work"},
	}
	if diff := cmp.Diff(want, Sections(text)); diff != "" {
		t.Error(diff)
	}
}

func TestOpening(t *testing.T) {
	long := "Een " + strings.Repeat("woord ", 50) + "einde."
	for _, test := range []struct{ paragraph, want string }{
		{"", ""},
		{"Eén zin zonder punt", "Eén zin zonder punt"},
		{"Eén. Twee! Drie? Vier.", "Eén. Twee! Drie? Vier."},
		{long + " Nog een zin.", long},
		{"Kort eerst. " + long, "Kort eerst."},
		{"Am 16. Dezember waren es 3.156. " + long, "Am 16. Dezember waren es 3.156."},
		{"Wer z. B. Hilfe erhielt, zählt. " + long, "Wer z. B. Hilfe erhielt, zählt."},
		{"Le 1er août, art. 57 s’applique. " + long, "Le 1er août, art. 57 s’applique."},
		{"Hij zei “morgen.” " + long, "Hij zei “morgen.”"},
		{"Waarde 2.5 is geen einde. " + long, "Waarde 2.5 is geen einde."},
		{"Wat is dat? « Rien. » " + long, "Wat is dat? « Rien. »"},
	} {
		if got := opening(test.paragraph); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
