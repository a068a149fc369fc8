package codebook

import (
	"testing"

	"ronde/internal/period"
	"ronde/internal/source"
)

func TestUnit(t *testing.T) {
	for _, test := range []struct{ rhythm, of, want string }{
		{"monthly", "2022-08", "2022-08"}, {"monthly", "2022-08-19", "2022-08"}, {"monthly", "2022-Q3", "2022-09"},
		{"quarterly", "2022-08", "2022-Q3"}, {"quarterly", "2022-12", "2022-Q4"}, {"annual", "2022-08", "2022"}, {"irregular", "2022-08", ""},
	} {
		of, err := period.Parse(test.of)
		if err != nil {
			t.Fatal(err)
		}
		c := &Contract{Rhythm: source.At[string]{Value: test.rhythm}}
		if got := c.Unit(of).String(); got != test.want {
			t.Errorf("%s, %s: %s, want %s", test.rhythm, test.of, got, test.want)
		}
	}
}
