package archive

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/edition"
	"ronde/internal/seal"
)

// TestBrought: what a round brought is what no release before it had; a value that
// only changed is not new, and a correction does not make its round look empty.
func TestBrought(t *testing.T) {
	b := book(t)
	a := Fold(b, []*edition.Edition{
		released(t, b, "2022-07@1", "2022-08-20", seal.First, `
			2022-07/a/grants 2022-08-03 grants BE 2022-06 7
			2022-07/a/grants 2022-08-03 grants BE 2022-07 9
			2022-07/a/stock 2022-08-03 stock BE 2022-06 50`),
		released(t, b, "2022-08@1", "2022-09-20", seal.First, `
			2022-08/a/grants 2022-09-03 grants BE 2022-07 8
			2022-08/a/grants 2022-09-03 grants BE 2022-08 - Q
			2022-08/a/refused 2022-09-03 refused BE 2022-08 - O`),
		released(t, b, "2022-07@2", "2022-09-25", seal.Revision, `
			2022-08/a/grants 2022-09-03 grants BE 2022-06 6`),
		released(t, b, "2022-09@1", "2022-10-20", seal.First, `
			2022-09/a/stock 2022-10-03 stock BE 2022-06 51`),
	}, nil)
	want := []string{
		"grants: new 2022-06 2022-07, last 2022-07; stock: new 2022-06, last 2022-06",
		"grants: new 2022-08, last 2022-08; stock: nothing new, last 2022-06",
		"grants: new 2022-06 2022-07, last 2022-08; stock: new 2022-06, last 2022-06",
		"grants: nothing new, last 2022-08; stock: nothing new, last 2022-06",
	}
	var got []string
	for _, e := range a.Editions {
		var all []string
		for _, dataset := range []string{"grants", "refused", "stock"} {
			s, ok := a.Brought(e)[dataset]
			if !ok {
				continue
			}
			text := dataset + ": nothing new"
			if s.New != nil {
				text = dataset + ": new"
				for _, p := range s.New {
					text += " " + p.String()
				}
			}
			all = append(all, text+", last "+s.Last.String())
		}
		got = append(got, strings.Join(all, "; "))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if a.Brought(nil) != nil {
		t.Error("an edition that is not there brought something")
	}
}
