package commentary

import (
	"testing"

	"ronde/internal/diag"
	"ronde/internal/period"
)

// TestAwaited holds which delivery a value waits for.
func TestAwaited(t *testing.T) {
	f := newFixture(t)
	f.table = f.of(t, "2022-06", "attestations BE 2022-06 3111\nreferrals BE 2022-07 12\nwomen BE 2021 50\n")
	for id, want := range map[string]diag.Delivery{
		"attestations": {Dataset: "attestations", Organisation: "a", Round: "2022-07"},
		"visits":       {Dataset: "visits", Organisation: "a", Round: "2022-07"}, // nothing was ever delivered
		"referrals":    {},                                                       // it has come
		"women":        {},                                                       // by year
	} {
		var out diag.List
		b := f.binder("nl", false, &out)
		i, _ := f.book.Indicator(id)
		if got, ok := b.Awaited(i, b.Round); got != want || ok != (want != diag.Delivery{}) {
			t.Errorf("%s waits for %+v, %v; want %+v", id, got, ok, want)
		}
		if got, ok := b.Awaited(i, period.MonthOf(2022, 5)); ok {
			t.Errorf("an earlier month of %s waits for %+v", id, got)
		}
	}
}
