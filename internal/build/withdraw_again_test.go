package build

import (
	"os"
	"strings"
	"testing"

	"ronde/internal/seal"
	"ronde/internal/source"
)

// TestWithdrawnAgain: a report that was published again and withdrawn again tells of the last
// withdrawal at its own addresses, and each edition of the one that took it back.
func TestWithdrawnAgain(t *testing.T) {
	dir := plantedSite(t)
	mustRelease(t, dir, withdrawal(t, "2022-08", "2022-10-01"))
	again := correction(t, "2022-08", "2022-10-05")
	again.Kind, again.RefreshFigures, again.Restore = seal.Mistake, true, []string{wholeReport}
	again.Reason = source.NewText("nl", "Nu zonder nandoe.")
	mustRelease(t, dir, again)
	last := withdrawal(t, "2022-08", "2022-11-11")
	last.Reason = source.NewText("nl", "Weer dubbel.")
	mustRelease(t, dir, last)
	files := built(t, os.DirFS(dir), Options{})
	for page, want := range map[string]string{"": "Weer dubbel.", "changes/": "Weer dubbel.", "v1/": "Dubbel geteld.", "v3/": "Weer dubbel."} {
		content := files["nl/reports/2022-08/"+page+"index.html"]
		if !strings.Contains(content, want) || strings.Contains(content, "Weer dubbel.") != (want == "Weer dubbel.") {
			t.Errorf("the page %q does not say %q alone", page, want)
		}
	}
	if names := holding(artifacts(t, files), []string{"nandoe"}); names != nil {
		t.Errorf("why the edition was released that is withdrawn is still said in %v", names)
	}
}
