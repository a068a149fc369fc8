package locale

import (
	"strings"
	"testing"

	"ronde/internal/period"
)

// Of series with equal values a note names the first.
func TestWidestOfEqualBases(t *testing.T) {
	l, _ := For("en")
	value := BaseValue{At: period.MonthOf(2022, 7), Number: dec(t, "5"), Printed: "5"}
	var bases []Base
	for letter := range strings.SplitSeq("ABCDEFGHIJKLM", "") {
		bases = append(bases, Base{Of: letter, Values: []BaseValue{value}})
	}
	if got := l.Denominator("population", "persons", bases); !strings.Contains(got, "from 5 (A) to 5 (A)") {
		t.Error(got)
	}
}
