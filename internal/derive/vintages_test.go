package derive

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/cube/cubetest"
)

func TestFirstKnown(t *testing.T) {
	b := book(t)
	first := table(t, b, "refused BE 2022-07 20")
	second := table(t, b, "# 2022-08/c/grants-all 2022-09-10\ngrants BE 2022-07 100")
	third := table(t, b, "# 2022-09/c/grants-all 2022-10-10\ngrants BE 2022-07 80")
	v := NewVintages(b, first.Observations(), second.Observations(), third.Observations())

	for _, c := range []struct{ key, want string }{
		{"refused BE 2022-07", "20"},
		{"grants BE 2022-07", "100"},
		// A share is first known with the release that brought its base, which
		// published no row of the part.
		{"share BE 2022-07", "20"},
		{"net BE 2022-07", "80"},
	} {
		got, ok := v.First(cubetest.Key(t, c.key))
		if !ok || got.Number.String() != c.want {
			t.Errorf("%s was first %s (%v), want %s", c.key, got.Number, ok, c.want)
		}
	}
	if again, ok := v.First(cubetest.Key(t, "net BE 2022-07")); !ok || again.Number.String() != "80" {
		t.Errorf("asked again: %s, %v", again.Number, ok)
	}
	if got, ok := v.First(cubetest.Key(t, "grants BE 2022-08")); ok {
		t.Errorf("a key that no release has is first %v", got)
	}
}

// The tables of an indicator are those after the releases that said something of it or
// of its parts, and hold nothing else.
func TestTables(t *testing.T) {
	b := book(t)
	first := table(t, b, "refused BE 2022-07 20")
	second := table(t, b, "# 2022-08/c/grants-all 2022-09-10\ngrants BE 2022-07 100")
	v := NewVintages(b, first.Observations(), second.Observations())
	for _, c := range []struct{ indicator, want string }{{"share", "0: known absent 1: known known"}, {"grants", "1: absent known"}, {"unknown", ""}} {
		var got []string
		for i, table := range v.Tables(c.indicator) {
			got = append(got, fmt.Sprintf("%d: %s %s", i, table.At(cubetest.Key(t, "refused BE 2022-07")).State, table.At(cubetest.Key(t, "grants BE 2022-07")).State))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.indicator, diff)
		}
	}
	for range v.Tables("share") {
		break
	}
}
