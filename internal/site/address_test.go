package site

import (
	"testing"
)

func TestRelative(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"", "", "./"}, {"", "nl/", "nl/"}, {"nl/", "", "../"}, {"nl/", "nl/", "./"}, {"nl/", "fr/", "../fr/"},
		{"nl/reports/", "nl/data/x.csv", "../data/x.csv"}, {"nl/reports/2022-07/", "nl/reports/2022-07/v1/figures/a", "v1/figures/a"},
		{"nl/reports/2022-07/v1/", "nl/reports/2022-07/", "../"}, {"nl/data/", "nl/data/#indicators", "#indicators"},
		{"nl/", "nl/data/#indicators", "data/#indicators"}, {"nl/data/", "nl/#x", "../#x"}, {"nl/a/", "nl/ab/", "../ab/"},
	} {
		if got := relative(test.from, test.to); got != test.want {
			t.Errorf("from %q to %q: %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestSlug(t *testing.T) {
	ids := anchors{}
	for _, test := range []struct{ heading, want string }{
		{"Bescherming", "bescherming"}, {"Werk en onderwijs", "werk-en-onderwijs"}, {"Évolution : mars à août", "evolution-mars-a-aout"},
		{"Größe & Maß", "grosse-mass"}, {"Bescherming", "bescherming-2"}, {"2022", "section-2022"}, {"n12", "section-n12"}, {"nacht", "nacht"},
		{"Київ", "section"}, {"…", "section-2"}, {" — Opvang!", "opvang"},
	} {
		if got := ids.take(slug(test.heading)); got != test.want {
			t.Errorf("%q: %q, want %q", test.heading, got, test.want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""}, {"Antwerpen", "Antwerpen"}, {"=1+2", "'=1+2"}, {"+32 2", "'+32 2"}, {"-", "'-"}, {"@x", "'@x"}, {"\t=1", "'\t=1"}, {"a=1", "a=1"}, {"−5", "−5"},
	} {
		if got := harmless(test.text); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}
