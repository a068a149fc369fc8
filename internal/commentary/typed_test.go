package commentary

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/diag"
	"ronde/internal/locale"
)

// TestTypedNumbers reads testdata/typed: sentences as reports have them, with
// the numbers that are warned about marked.
func TestTypedNumbers(t *testing.T) {
	for _, language := range locale.Languages() {
		t.Run(language, func(t *testing.T) {
			words, _ := locale.For(language)
			typed := NewTypedNumbers(words)
			content, err := os.ReadFile("testdata/typed/" + language + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			count := map[string]int{}
			for i, line := range strings.Split(strings.TrimSuffix(string(content), "\n"), "\n") {
				kind, text, _ := strings.Cut(line, " ")
				if kind == "#" {
					continue
				}
				count[kind]++
				want := marked(text)
				if (kind == "+") != (len(want) > 0) {
					t.Fatalf("line %d is marked %s", i+1, kind)
				}
				text = strings.NewReplacer("⟦", "", "⟧", "").Replace(text)
				var out diag.List
				ParseText(text, typed, at(text), &out)
				var got []string
				for _, d := range out.Sorted() {
					if d.ID != "typed-number" {
						t.Errorf("line %d: %s", i+1, d.Title)
					}
					got = append(got, d.Subject)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("line %d: %s\n%s", i+1, text, diff)
				}
			}
			if count["+"] < 30 || count["-"] < 30 {
				t.Errorf("%d and %d examples", count["+"], count["-"])
			}
		})
	}
}

func marked(text string) (found []string) {
	for _, part := range strings.Split(text, "⟦")[1:] {
		number, _, _ := strings.Cut(part, "⟧")
		found = append(found, number)
	}
	return found
}
