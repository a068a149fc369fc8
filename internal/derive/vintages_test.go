package derive

import (
	"testing"

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
	if got, ok := v.First(cubetest.Key(t, "grants BE 2022-08")); ok {
		t.Errorf("a key that no release has is first %v", got)
	}
}
