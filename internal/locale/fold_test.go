package locale

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWords reads the table that the script of the search page is tested with
// too.
func TestWords(t *testing.T) {
	content, err := os.ReadFile("testdata/words.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []struct {
		Text  string
		Words []string
	}
	if err := json.Unmarshal(content, &table); err != nil {
		t.Fatal(err)
	}
	if len(table) < 20 {
		t.Fatalf("only %d rows", len(table))
	}
	for _, row := range table {
		if got := Words(row.Text); !slices.Equal(got, row.Words) {
			t.Errorf("%q: %q, want %q", row.Text, got, row.Words)
		}
		if once := Fold(row.Text); Fold(once) != once {
			t.Errorf("%q folded twice is %q", row.Text, Fold(once))
		}
	}
}

// TestSearchWords: in German a word with an umlaut is found in both spellings.
func TestSearchWords(t *testing.T) {
	for _, test := range []struct {
		language string
		want     []string
	}{
		{"nl", []string{"fluchtlinge", "in", "koln"}},
		{"de", []string{"fluchtlinge", "in", "koln", "fluechtlinge", "in", "koeln"}},
	} {
		l, _ := For(test.language)
		for _, text := range []string{"Flüchtlinge in Köln", "Flu\u0308chtlinge in Ko\u0308ln"} {
			if diff := cmp.Diff(test.want, l.SearchWords(text)); diff != "" {
				t.Errorf("%s, %+q (-want +got):\n%s", test.language, text, diff)
			}
		}
	}
	for _, text := range []string{"Personen", "Cafe\u0301"} {
		if l, _ := For("de"); len(l.SearchWords(text)) != 1 {
			t.Errorf("%+q, a word without an umlaut, stands twice", text)
		}
	}
}
