package diag

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func noLines(string, int) (string, bool) { return "", false }

func TestWriteGitHub(t *testing.T) {
	found := []Diagnostic{
		notice("late", Span{File: "data/a.csv"}, Say("%s is late", "x"), Phrase{}),
		warning("jump", Span{File: "data/a, b:c.csv", Line: 3, Column: 4, End: 9}, Verbatim("100%\n::error::x"), Say("look\nhere: 5 %%")).
			NoteAt(Span{File: "data/b.yaml", Line: 2, Column: 1}, Verbatim("why")),
		fault("gone", Span{File: "data/c.yaml", Line: 7}, Verbatim("gone"), Phrase{}),
		fault("nowhere", Span{}, Verbatim("nowhere"), Phrase{}),
	}
	var b strings.Builder
	if err := WriteGitHub(&b, found, "sites/one", noLines, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	want := `::error file=sites/one/data/c.yaml,line=7,endLine=7,title=[gone]::gone
::error title=[nowhere]::nowhere
::warning file=sites/one/data/a%2C b%3Ac.csv,line=3,endLine=3,col=4,endColumn=9,title=[jump]::100%25\n::error::x%0Anote: why: data/b.yaml:2:1%0Ahint: look%0Ahere: 5 %25
::notice file=sites/one/data/a.csv,title=[late]::x is late
2 errors, 1 warning, 1 notice
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// TestAnnotationsOfAKind: GitHub drops an eleventh annotation of a kind without a word, so
// it is printed as text, and nothing that a cell holds is obeyed there.
func TestAnnotationsOfAKind(t *testing.T) {
	var found []Diagnostic
	for i := range 12 {
		at := Span{File: fmt.Sprintf("%02d.csv", i), Line: 1, Column: 1, End: 2}
		found = append(found, notice("n", at, Say("notice"), Phrase{}), fault("e", at, Say("error"), Phrase{}))
	}
	var b strings.Builder
	lookup := func(string, int) (string, bool) { return "##[add-mask]1 ::error::x", true }
	if err := WriteGitHub(&b, found, "", lookup, TextOptions{Colour: true}); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	var order []string
	for line := range strings.Lines(b.String()) {
		kind := "text"
		if command, ok := strings.CutPrefix(line, "::"); ok {
			kind, _, _ = strings.Cut(command, " ")
		}
		if counts[kind]++; counts[kind] == 1 {
			order = append(order, kind)
		}
	}
	if diff := cmp.Diff(map[string]int{"error": 10, "notice": 10, "text": 4*3 + 1}, counts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"error", "notice", "text"}, order); diff != "" {
		t.Error(diff)
	}
	if strings.Contains(b.String(), "##[") || strings.Contains(b.String(), "\x1b") || !strings.HasSuffix(b.String(), "\n12 errors, 12 notices\n") {
		t.Error(b.String())
	}
}

func TestWriteSummary(t *testing.T) {
	hostile := "|<img src=x>`**@all** [a](https://x.example) www.x.example &amp; \\"
	found := []Diagnostic{
		notice("late", Span{}, Verbatim("late"), Phrase{}),
		fault("gone", Span{File: "a_b.csv", Line: 1, Column: 2}, Verbatim(hostile), Say("one\ntwo")),
	}
	var b strings.Builder
	if err := WriteSummary(&b, found, SummaryLimit, Language{}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if diff := cmp.Diff([]string{"### ronde: 1 error, 1 notice", "", "| | place | finding |", "|---|---|---|"}, lines[:4]); diff != "" {
		t.Error(diff)
	}
	// TestMarkdownIsInert holds that nothing in it is obeyed.
	if row := "| error | `a_b.csv:1:2` | " + Markdown(hostile) + " \\[gone\\]<br>one<br>two |"; lines[4] != row || strings.Count(row, "|") != 4 {
		t.Errorf("%s, want %s", lines[4], row)
	}
	if !strings.HasPrefix(lines[5], "| notice |  | late ") {
		t.Error(lines[5])
	}
}

// TestWriteSummaryLimit: GitHub shows nothing of a summary that is too long.
func TestWriteSummaryLimit(t *testing.T) {
	var found []Diagnostic
	for i := range 200 {
		found = append(found, warning("w", Span{File: "a.csv", Line: i + 1}, Say("row %d", i), Phrase{}))
	}
	for limit := 0; limit < 3000; limit += 7 {
		var b strings.Builder
		if err := WriteSummary(&b, found, limit, Language{}); err != nil {
			t.Fatal(err)
		}
		rows := strings.Count(b.String(), "\n| warning |")
		if b.Len() > limit || b.Len() > 0 && !strings.HasSuffix(b.String(), fmt.Sprintf("\nand %d more\n", 200-rows)) {
			t.Fatalf("limit %d: %d bytes, %d rows:\n%s", limit, b.Len(), rows, b.String())
		}
	}
	var b strings.Builder
	if err := WriteSummary(&b, nil, SummaryLimit, Language{}); err != nil || b.Len() > 0 {
		t.Error(b.String(), err)
	}
}
