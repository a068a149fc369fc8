package build

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// question is a row of docs/questions.md: number, question, address, what stands there.
var question = regexp.MustCompile("(?m)^\\| (\\d+) \\| ([^|]+) \\| `([^|`]+)` \\| ([^|]+) \\|$")

// questions asks the published pages what docs/questions.md asks of them. Parts of an answer
// stand in its order, with whatever between them where it has three points.
func questions(t *testing.T, files map[string]string) {
	t.Helper()
	text, err := os.ReadFile("../../docs/questions.md")
	if err != nil {
		t.Fatal(err)
	}
	all := question.FindAllStringSubmatch(string(text), -1)
	if len(all) != 10 {
		t.Errorf("%d questions", len(all))
	}
	for _, q := range all {
		page := files[q[3]+"index.html"]
		if page == "" {
			t.Errorf("question %s: there is no page %s", q[1], q[3])
			continue
		}
		said := readWords(t, page)
		for part := range strings.SplitSeq(q[4], "…") {
			_, after, found := strings.Cut(said, strings.Join(strings.Fields(part), " "))
			if !found {
				t.Errorf("question %s: %s does not say %q", q[1], q[3], part)
				break
			}
			said = after
		}
	}
}

// readWords are those of a page as they are read without scripts, apart by one space.
func readWords(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for n := range root.Descendants() {
		hidden := n.Parent != nil && (n.Parent.Data == "script" || n.Parent.Data == "style" || n.Parent.Data == "title")
		if n.Type == html.TextNode && !hidden {
			all = append(all, strings.Fields(n.Data)...)
		}
	}
	return strings.Join(all, " ")
}
