package locale

import (
	"testing"

	"ronde/internal/number"
	"ronde/internal/period"
)

func TestNumberForm(t *testing.T) {
	for _, test := range []struct{ language, form, want string }{
		{"nl", "value", ""}, {"nl", "change%", "verandering in procent"}, {"de", "unsigned-change", "Veränderung ohne Vorzeichen"}, {"fr", "first-published", "première publication"},
		{"en", "share of=attestations", "share"}, {"en", "-12m", "change over 12 months"}, {"de", "-3m", "Veränderung über 3 Monate"},
		{"en", "-m", ""}, {"en", "-xm", ""}, {"en", "", ""},
	} {
		if got := in(t, test.language).NumberForm(test.form); got != test.want {
			t.Errorf("%s %q: %q, want %q", test.language, test.form, got, test.want)
		}
	}
}

func TestPageWords(t *testing.T) {
	nl, fr, de, en := in(t, "nl"), in(t, "fr"), in(t, "de"), in(t, "en")
	half, err := number.Parse("0.5")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ got, want string }{
		{fr.LanguageName("nl"), "néerlandais"}, {nl.LanguageName("xx"), "xx"}, {de.OwnName(), "Deutsch"},
		{nl.PeriodHead(period.Month), "Maand"}, {nl.PeriodHead(period.None), "Periode"}, {en.Head(ChangeHead), "Change"},
		{en.By("Grants", "Region"), "Grants, by region"}, {de.By("Bescheinigungen", "Region"), "Bescheinigungen, nach Region"},
		{fr.By("Octrois", "Âge"), "Octrois, par âge"}, {en.By("Grants", ""), "Grants, by "},
		{nl.SourceLabel(), "Bron: "}, {nl.RoundedTo(half), "De leverancier rondt af op een veelvoud van 0,5."},
		{en.DueWithin(30), "Expected within 30 days of the end of the period."}, {en.Term(CoversTerm), "Period"},
		{nl.NoTotal(), "geen totaal"}, {fr.Overdue(), "tardive"}, {de.NotDue(), "nicht erwartet"},
		{en.Rhythm("weekly"), "weekly"}, {en.MeasureName("stock"), "state on a date"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// TestEveryTermHasAName: the lists of heads and terms and their names are
// written in two places.
func TestEveryTermHasAName(t *testing.T) {
	for _, l := range locales {
		for h := StatusHead; h <= PercentHead; h++ {
			if l.Head(h) == "" {
				t.Errorf("%s: head %d has no name", l.code, h)
			}
		}
		for term := Counted; term <= IndicatorsTerm; term++ {
			if l.Term(term) == "" {
				t.Errorf("%s: term %d has no name", l.code, term)
			}
		}
	}
}
