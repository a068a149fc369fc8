package site

import (
	"testing"

	"ronde/internal/compare"
)

// Two numbers that stand side by side, the one deleted and the other inserted, never read
// as one.
func TestRunsStandApart(t *testing.T) {
	p := paragraphChange(compare.Words("Het waren er 3.159.", "Het waren er 3.156."))
	if len(p.Runs) != 3 || !p.Runs[1].Space || p.Runs[2].Space {
		t.Errorf("%+v", p.Runs)
	}
}
