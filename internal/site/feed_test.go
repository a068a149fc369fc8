package site_test

import (
	"strings"
	"testing"

	"ronde/internal/seal"
)

// TestFeedOfWords: a correction of the Dutch text stands in the Dutch feed, and in no other.
func TestFeedOfWords(t *testing.T) {
	w := releasedWorld(t)
	w.replace("content/reports/2022-07/report.nl.md", "personen een attest.", "mensen een attest.")
	w.correct("2022-07", "2022-09-25", seal.Editorial, "nl", "Een woord.")
	all := outputs(t, w.site("2022-10-01"))
	for lang, want := range map[string]bool{"nl": true, "en": false} {
		if got := strings.Contains(string(all[lang+"/feed.xml"].Content), "/reports/2022-07/v2/"); got != want {
			t.Errorf("%s: %t", lang, got)
		}
		if !strings.Contains(string(all[lang+"/feed.xml"].Content), "/reports/2022-07/v1/") {
			t.Errorf("%s: the first edition is not there", lang)
		}
	}
}
