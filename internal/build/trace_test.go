package build

import (
	"os"
	"testing"

	"ronde/internal/observation"
	"ronde/internal/period"
)

// A month of what is counted on days leads to the delivery of its day, and a computed
// value to its parts, in the reference site.
func TestTraceOfTheReferenceSite(t *testing.T) {
	trace := func(indicator string) (deliveries, parts, releases int, today string) {
		t.Helper()
		key := observation.Key{Series: observation.Series{Indicator: indicator}, Period: month(t, "2022-08")}
		found, r := Trace(os.DirFS("../.."), key, Options{})
		if found == nil {
			t.Fatal(r.Err, r.Findings)
		}
		for _, d := range found.Deliveries {
			if d.Period.Kind() != period.Day || d.At.Line == 0 || d.TakenBy.Number == 0 {
				t.Errorf("%s: %+v", indicator, d)
			}
		}
		for _, release := range found.Releases {
			if len(release.Addresses()) == 0 {
				t.Errorf("%s: %s is nowhere", indicator, release.Edition.ID())
			}
		}
		return len(found.Deliveries), len(found.Parts), len(found.Releases), found.Today.Number.String()
	}
	if d, parts, releases, today := trace("attestations-total"); d != 1 || parts != 0 || releases == 0 || today != "52500" {
		t.Errorf("a stock: %d deliveries, %d parts, %d releases, today %s", d, parts, releases, today)
	}
	if d, parts, releases, today := trace("referral-share"); d != 0 || parts != 2 || releases == 0 || today != "19.8" {
		t.Errorf("a share: %d deliveries, %d parts, %d releases, today %s", d, parts, releases, today)
	}
}
