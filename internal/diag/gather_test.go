package diag

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestGather(t *testing.T) {
	at := func(file string, line int) Span { return Span{File: file, Line: line, Column: 1, End: 2} }
	referrals := Delivery{"referrals", "fedasil", "2022-08"}
	empty := func(line int, awaits Delivery) Diagnostic {
		return ReferenceEmpty(at("report.en.md", line), "referrals BE 2022-08", Say("nothing is known of it"), OfDraft).Note(Say("a note")).Awaiting(awaits)
	}
	found := []Diagnostic{
		ReferencePlace(at("report.en.md", 1)),
		empty(2, referrals), empty(3, Delivery{}), empty(4, referrals), empty(5, Delivery{"attestations", "dvz", "2022-08"}),
		empty(6, Delivery{}), empty(7, referrals), empty(8, Delivery{"referrals", "fedasil", "2022-09"}),
	}
	before := slices.Clone(found)
	var got []string
	for _, d := range Gather(found) {
		got = append(got, d.Span.String()+" "+d.Title.String())
	}
	want := []string{
		"report.en.md:1:1 no reference is read here",
		"report.en.md:2:1 3 places of the report 2022-08 wait for referrals of fedasil",
		"report.en.md:3:1 referrals BE 2022-08 has no value: nothing is known of it",
		"report.en.md:5:1 referrals BE 2022-08 has no value: nothing is known of it",
		"report.en.md:6:1 referrals BE 2022-08 has no value: nothing is known of it",
		"report.en.md:8:1 referrals BE 2022-08 has no value: nothing is known of it",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !slices.EqualFunc(before, found, func(a, b Diagnostic) bool { return a.Title.Equal(b.Title) }) {
		t.Error("the findings were changed")
	}
	figure := FigureWaits(at("figures.yaml", 9), "regions", referrals)
	for hint, gathered := range map[string][]Diagnostic{
		"give each place words": Gather(found),
		"take the figures out of the texts and give each other place words": Gather(append(slices.Clone(found), figure)),
	} {
		if !strings.Contains(gathered[1].Hint.String(), hint) {
			t.Errorf("%s, want %s", gathered[1].Hint, hint)
		}
	}
	if Gather(nil) != nil {
		t.Error("something is gathered of nothing")
	}
}
