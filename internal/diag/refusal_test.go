package diag

import (
	"errors"
	"fmt"
	"testing"
)

type outer struct{ error }

func (e outer) Unwrap() error  { return e.error }
func (e outer) Error() string  { return e.Phrase().String() }
func (e outer) Phrase() Phrase { return Say("around %s", Fact(e.error)) }

// What an error says is in the language, unless more was put around it than a phrase knows.
func TestTold(t *testing.T) {
	nl := Language{"nl", map[string]string{"there is no %s": "er is geen %s", "around %s": "rond %s"}}
	refusal := Refuse("there is no %s", "file").Below(Verbatim("  below"))
	for _, test := range []struct {
		err  error
		want []string
	}{
		{refusal, []string{"er is geen file", "  below"}},
		{errors.Join(refusal, nil), []string{"er is geen file", "  below"}},
		{outer{refusal}, []string{"rond er is geen file"}},
		{errors.Join(outer{errors.New("the system")}), []string{"rond the system"}},
		{fmt.Errorf("--with: %w", refusal), []string{"--with: there is no file"}},
		{errors.New("100 %"), []string{"100 %"}},
	} {
		told := Told(test.err)
		if len(told) != len(test.want) {
			t.Errorf("%v is told in %d lines, want %q", test.err, len(told), test.want)
			continue
		}
		for i, line := range told {
			if got := line.In(nl); got != test.want[i] {
				t.Errorf("%v: %q, want %q", test.err, got, test.want[i])
			}
		}
	}
}
