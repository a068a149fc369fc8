package observation

import (
	"strings"
	"testing"

	"ronde/internal/number"
)

func TestExtremes(t *testing.T) {
	for _, test := range []struct {
		values    string
		low, high int
	}{
		{"", -1, -1},
		{"x x", -1, -1},
		{"20 10 x 30 10 30", 1, 3},
		{"-5 ~7", 0, 1},
		{">1 <2", -1, -1},
		{"10 20 >30", 0, -1},
		{"10 20 >10", 0, -1},
		{"10 20 >9", -1, -1},
		{"10 20 <20", -1, 1},
		{"10 20 <21", -1, -1},
		{"<20 10 20", -1, 2},
	} {
		fields := strings.Fields(test.values)
		low, high := Extremes(len(fields), func(i int) (number.Decimal, Qualifier, bool) {
			if fields[i] == "x" {
				return 0, 0, false
			}
			q := map[byte]Qualifier{'>': Lower, '<': Upper, '~': About}[fields[i][0]]
			value, err := number.Parse(strings.TrimLeft(fields[i], "<>~"))
			if err != nil {
				t.Fatal(err)
			}
			return value, q, true
		})
		if low != test.low || high != test.high {
			t.Errorf("%q: %d and %d, want %d and %d", test.values, low, high, test.low, test.high)
		}
	}
}
