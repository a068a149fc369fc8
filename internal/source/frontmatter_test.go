package source

import (
	"strings"
	"testing"

	"ronde/internal/diag"
)

type matter struct {
	Title  At[string]   `key:"title" doc:"D"`
	Points []At[string] `key:"main_points" doc:"D"`
}

func TestLostFrontMatter(t *testing.T) {
	const start, end = "--- is missing above the block with title: at the top", "the block that begins with --- has no end"
	for _, c := range []struct{ content, place, title, hint string }{
		{"title: x\n---\nText\n", "1:1", start, "above this line"},
		{"title: x\n\nText\n", "1:1", start, "above this line"},
		{"\n# note\ntitel: y\n  title: x\n---\n", "2:1", start, "above this line"},
		{"main_points:\n- a\n---\n", "1:1", strings.Replace(start, "title", "main_points", 1), "above this line"},
		{"\n\n---\ntitle: x\n---\n", "3:1", "the file does not begin with ---", "delete the empty lines"},
		{" ---\ntitle: x\n---\n", "1:1", "a space or a character that nobody sees stands before ---", "write this line anew"},
		{"\ufeff\ufeff---\r\ntitle: x\r\n---\r\n", "1:1", "a space or a character that nobody sees stands before ---", "write this line anew"},
		{"\u00a0---\ntitle: x\n---\n", "1:1", "a space or a character that nobody sees stands before ---", "write this line anew"},
		{"--\ntitle: x\n---\n", "1:1", `"--" is not ---`, "three hyphens"},
		{"—--\ntitle: x\n---\n", "1:1", `"—--" is not ---`, "three hyphens"},
		{"—\ntitle: x\n---\n", "1:1", `"—" is not ---`, "three hyphens"},
		{"***\n\ntitle: x\n---\n", "1:1", `"***" is not ---`, "three hyphens"},
		{"- - -\ntitle: x\n---\n", "1:1", `"- - -" is not ---`, "three hyphens"},
		{"----\ntitle: x\n---\n", "1:1", `"----" is not ---`, "three hyphens"},
		{"---\ntitle: x\n--\nText\n", "3:1", `"--" is not ---`, "three hyphens"},
		{"---\ntitle: x\n***\nText\n\n---\n\nText", "3:1", `"***" is not ---`, "three hyphens"},
		{"---\ntitle: x\n\nText\n", "1:1", end, "above line 3"},
		{"---\ntitle: x\nmain_points:\n- a\n\n\n## Kop\n\nText: a\n", "1:1", end, "above line 5"},
		{"---\ntitle: x\n\n## Kop\n\nText\n\n---\n\nText\n", "1:1", end, "above line 3"},
		{"---\nText\n", "1:1", end, "above line 2"},
		{"---\ntitle: x", "1:1", end, "behind the last line of the block"},
	} {
		var out diag.List
		_, _, _, ok := FrontMatter(&File{Path: "a.md", Content: []byte(c.content)}, matter{}, &out)
		found := out.Sorted()
		if ok || len(found) != 1 || found[0].Span.String() != "a.md:"+c.place || found[0].Title.String() != c.title || !strings.Contains(found[0].Hint.String(), c.hint) {
			t.Errorf("%q: %v %v", c.content, ok, found)
		}
	}
	// Texts without a block, and blocks that are whole.
	for _, content := range []string{
		"", "Text\n", "---\n---\n", "***\n\nText: a\n", "The title: x\n---\n", "Title: x\n", "## Kop\ntitle: x\n", "A title\n---\ntitle: x\n",
		"- a\n- b\n\n---\n", "    code: a\ntitle: x\n", "- a\n  title: x\n", "--\nText\n\ntitle: x\n", "---\ntitle: |\n  a\n\n  ---\n  b\n---\n---\n", "---\ntitle: a\n  b\n\n# c\nmain_points: []\n\n---\nText\n---\n",
		"---\nmain_points:\n- a\n-\n  b\n---\n", "---\ntitle: \"a\n\nb\"\n---\n",
	} {
		var out diag.List
		if _, _, _, ok := FrontMatter(&File{Path: "a.md", Content: []byte(content)}, matter{}, &out); !ok || out.Len() > 0 {
			t.Errorf("%q: %v", content, out.Sorted())
		}
	}
}
