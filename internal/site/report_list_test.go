package site_test

import (
	"testing"

	"ronde/internal/site"
)

// TestHeadlines: the lead figure in one line, as the list of reports and the feed say
// it. A share names its base in words that go together in every language.
func TestHeadlines(t *testing.T) {
	w := smallWorld(t)
	w.replace("content/reports/figures.yaml", "  - id: months\n", "  - id: share\n    kind: key-figures\n    series: [{indicator: referral-share}, {indicator: attestations}]\n  - id: months\n")
	w.replace("content/reports/2022-07/report.nl.md", "{{figure key}}", "{{figure share}}")
	w.release("2022-07", "2022-08-30")
	all := outputs(t, w.site("2022-10-01"))
	for lang, want := range map[string]string{
		"nl": "Aandeel doorverwezen: 25,4% (basis: Attesten)", "en": "Certificates: 3,159 persons",
	} {
		if got := pageAt[*site.Reports](t, all, lang+"/reports/").Years[0].Reports[0].Headline; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got, want := feedOf(t, all, "nl").Entries[0].Summary, "Maandrapport over juli. Aandeel doorverwezen: 25,4% (basis: Attesten), in juli 2022; Attesten: 3.159 personen, in juli 2022."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
