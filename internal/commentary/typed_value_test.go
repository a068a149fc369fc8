package commentary

import (
	"strings"
	"testing"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

// TestTypedValue holds which references are named for a number that is typed by hand.
func TestTypedValue(t *testing.T) {
	f := newFixture(t)
	words, _ := locale.For("nl")
	typed := NewTypedNumbers(words)
	for _, c := range []struct{ number, hint string }{
		{"3.156", "write {{attestations}}, or"}, {"3 156", "write {{attestations}}, or"}, {"3,156", "write {{attestations}}, or"}, {"3156", "write {{attestations}}, or"},
		{"1.200", "write {{attestations geo=BE-VLG}}, or"},
		{"300", "write {{jobseekers geo=BE-VLG sex=F}}, or"},
		{"500", "write {{jobseekers geo=BE-VLG}}, or"},
		{"55,5%", "write {{women}}, or"}, {"55.5 procent", "write {{women}}, or"}, {"55,5", "write {{women}}, or"},
		{"1.200 %", "take it from the data"},       // not in per cent
		{"3.156 miljoen", "take it from the data"}, // another number
		{"4.120", "take it from the data"},         // no value of the round
		{"65.000", "take it from the data"},        // a bound
		{"20", "write {{places geo=BE-WAL}}, or"},
		{"30", "write {{places}}, or"}, // computed
		{"900", "write {{referrals}}, or"},
		{"12-25", "take it from the data"},
	} {
		text := "Het waren er " + c.number + " in juli."
		for plain, read := range map[bool]func(string, *TypedNumbers, func(int, int) diag.Span, *diag.List) *Document{false: ParseText, true: ParsePlain} {
			var out diag.List
			f.binder("nl", false, &out).Body(read(text, typed, at(text), &out), nil)
			found := out.Sorted()
			if len(found) == 0 || !strings.HasPrefix(found[0].Hint.String(), c.hint) {
				t.Errorf("%s, plain %v: %v", c.number, plain, found)
			}
		}
	}
	// What several values may be is told of all; a coincidence of many is not.
	alike := f.of(t, "2022-07", "attestations BE 2022-07 250\nreferrals BE-VLG 2022-07 250\nvisits BE 2022-07 7\nvisits BE-VLG 2022-07 7\nvisits BE-WAL 2022-07 7\nvisits BE-BRU 2022-07 7\n")
	for number, hint := range map[string]string{
		"250": "write one of {{attestations}}, {{referrals geo=BE-VLG}}; or, if it is no statistic, {{lit 250}}",
		"7":   "take it from the data with {{indicator}}, or, if it is no statistic, write {{lit 7}}",
	} {
		var out diag.List
		b := f.binder("nl", false, &out)
		b.Table = alike
		text := "Het waren er " + number + "."
		b.Body(ParseText(text, typed, at(text), &out), nil)
		if found := out.Sorted(); len(found) != 1 || found[0].Hint.String() != hint {
			t.Errorf("%s: %v", number, found)
		}
	}
}
