package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestApply(t *testing.T) {
	// acceptance-unused is the one warning of this package; any would do.
	const id = "acceptance-unused"
	at := Span{File: "contract.yaml", Line: 7, Column: 5}
	jump := func(file, subject string) Diagnostic {
		return warning(id, FileSpan(file), Say("jump"), Phrase{}).About(subject)
	}
	found := []Diagnostic{
		jump("drops/1/a.csv", "a 2022-06"),
		jump("drops/1/b.csv", "b 2022-06"),
		jump("drops/2/a.csv", "a 2022-07"),
		fault("file-missing", FileSpan("drops/2/a.yaml"), Say("gone"), Phrase{}),
	}
	tests := []struct {
		name   string
		accept []Acceptance
		round  string
		want   string
	}{
		{"none", nil, "2022-12", "a:jump b:jump a:jump gone"},
		{"one subject", []Acceptance{{ID: id, Where: "a 2022-07"}}, "2022-12", "a:jump b:jump gone"},
		{"a subject outside the files", []Acceptance{{ID: id, Where: "a 2022-07", Files: []string{"x"}}}, "2022-12", "a:jump b:jump gone"},
		{"all of the site", []Acceptance{{ID: id}}, "2022-12", "gone"},
		{"all of a file", []Acceptance{{ID: id, Files: []string{"drops/1/a.csv"}}}, "2022-12", "b:jump a:jump gone"},
		{"all of a folder", []Acceptance{{ID: id, Files: []string{"drops/1/"}}}, "2022-12", "a:jump gone"},
		{"a folder is not a prefix", []Acceptance{{ID: id, Files: []string{"drops/1/a"}}}, "2022-12",
			"there is no warning [acceptance-unused] to accept/a:jump b:jump a:jump gone"},
		{"two accept the same", []Acceptance{{ID: id, Where: "a 2022-07"}, {ID: id}}, "2022-12", "gone"},
		{"until this round", []Acceptance{{ID: id, Until: "2022-12"}}, "2022-12", "gone"},
		{"until an earlier round", []Acceptance{{ID: id, Where: "b 2022-06", Until: "2022-11"}}, "2022-12", "a:jump b:jump(this was accepted until 2022-11) a:jump gone"},
		{"lapsed and unused", []Acceptance{{ID: id, Where: "c", Until: "2022-11"}}, "2022-12", "a:jump b:jump a:jump gone"},
		{"no round yet", []Acceptance{{ID: id, Until: "2022-11"}}, "", "gone"},
		{"unused", []Acceptance{{ID: id, Where: "a 2022-08"}}, "2022-12",
			`there is no warning [acceptance-unused] about "a 2022-08" to accept/a:jump b:jump a:jump gone`},
		{"beside a drop that no report takes yet", []Acceptance{{ID: id, Where: "a 2023-01", Round: "2023-01"}}, "2022-12", "a:jump b:jump a:jump gone"},
		{"beside a drop that a report takes", []Acceptance{{ID: id, Where: "a 2022-12", Round: "2022-12"}}, "2022-12",
			`there is no warning [acceptance-unused] about "a 2022-12" to accept/a:jump b:jump a:jump gone`},
		{"an error", []Acceptance{{ID: "file-missing"}}, "2022-12",
			"[file-missing] is the id of an error; only warnings can be accepted/a:jump b:jump a:jump gone"},
		{"unknown", []Acceptance{{ID: "acceptance-unsued"}}, "2022-12",
			`no warning has the id "acceptance-unsued"/a:jump b:jump a:jump gone`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var l List
			l.Add(found...)
			for i := range test.accept {
				test.accept[i].Span = at
			}
			Apply(&l, test.accept, test.round, true)
			var got strings.Builder
			for _, d := range l.Sorted() {
				switch {
				case d.Span == at:
					got.WriteString(d.Title.String() + "/")
				default:
					got.WriteString(strings.TrimSuffix(d.Subject[:min(1, len(d.Subject))]+":", ":"))
					if d.Subject != "" {
						got.WriteString(":")
					}
					got.WriteString(d.Title.String())
					for _, n := range d.Notes {
						got.WriteString("(" + n.Text.String() + ")")
					}
					got.WriteString(" ")
				}
			}
			if diff := cmp.Diff(test.want, strings.TrimSpace(got.String())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestListSorted(t *testing.T) {
	a := fault("x", Span{File: "b", Line: 2, Column: 1}, Say("t"), Phrase{})
	var l List
	l.Add(a, warning("x", Span{File: "b", Line: 1}, Say("t"), Phrase{}), notice("y", Span{File: "a"}, Say("t"), Phrase{}), a, fault("z", Span{File: "a"}, Say("t"), Phrase{}))
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Span.String()+" "+d.Severity.String()+" "+d.ID)
	}
	want := []string{"a error z", "a notice y", "b:1 warning x", "b:2:1 error x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if l.Errors() != 3 || l.Len() != 5 {
		t.Errorf("%d errors of %d", l.Errors(), l.Len())
	}
}

// TestApplyToAPart: a run that stopped early says of no acceptance that it is unused.
func TestApplyToAPart(t *testing.T) {
	for _, whole := range []bool{true, false} {
		var l List
		Apply(&l, []Acceptance{{ID: "jump", Where: "attestations", Reason: "counted again"}}, "2022-08", whole)
		if got := len(l.Sorted()); (got == 1) != whole {
			t.Errorf("whole %t: %d findings", whole, got)
		}
	}
}
