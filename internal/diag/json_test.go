package diag

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWriteJSON(t *testing.T) {
	found := []Diagnostic{
		warning("jump", Span{"a.csv", 3, 4, 9, "B3"}, Verbatim("\"\u202e<5\x1b\u0085\U000E0001\""), Verbatim("look")).
			NoteAt(Span{File: "b.yaml", Line: 2, Column: 1}, Verbatim("why")).About("attestations 2022-06 geo=BE"),
		notice("late", FileSpan("c"), Verbatim("é"), Phrase{}),
	}
	want := `[
  {
    "id": "jump",
    "severity": "warning",
    "file": "a.csv",
    "line": 3,
    "column": 4,
    "end": 9,
    "cell": "B3",
    "title": "\"\u202e<5\u001b\u0085\udb40\udc01\"",
    "notes": [
      {
        "text": "why",
        "file": "b.yaml",
        "line": 2,
        "column": 1,
        "end": 0,
        "cell": ""
      }
    ],
    "hint": "look",
    "subject": "attestations 2022-06 geo=BE"
  },
  {
    "id": "late",
    "severity": "notice",
    "file": "c",
    "line": 0,
    "column": 0,
    "end": 0,
    "cell": "",
    "title": "é",
    "notes": [],
    "hint": "",
    "subject": ""
  }
]
`
	var b strings.Builder
	if err := WriteJSON(&b, found, Language{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	var back []struct{ Title string }
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil {
		t.Fatal(err)
	}
	if back[0].Title != found[0].Title.String() {
		t.Errorf("%q is read back as %q", found[0].Title, back[0].Title)
	}
	b.Reset()
	if err := WriteJSON(&b, nil, Language{}); err != nil || b.String() != "[]\n" {
		t.Errorf("no findings: %q, %v", b.String(), err)
	}
}
