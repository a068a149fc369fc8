package commentary

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphs(t *testing.T) {
	const resolved = `## Protection {#protection}

In **July** [3 156](#n2) persons, *fewer* than
before; see [the 4 *sources*](https://example.org/a_b) and <https://example.org>.

![A title](figures/months.csv)

- One, ![a course](figures/spark-1.csv)
- Two \* three &amp; four

> Quoted ` + "`code`" + `

    indented
`
	want := []string{
		"Protection", "In July 3 156 persons, fewer than before; see the 4 sources (https://example.org/a_b) and https://example.org.",
		"[months]", "One, a course", "Two * three & four", "Quoted code", "indented",
	}
	got := Paragraphs(resolved, func(id string) string { return "[" + id + "]" })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
