package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ronde/internal/commentary"
)

// TestSectionAnchors: the topic of a section is its anchor, whatever the headings
// before it are called, and however often the topic returns.
func TestSectionAnchors(t *testing.T) {
	ids := anchors{}
	ids.take("work") // a figure has this id
	text := "## Protection\n\n## Bescherming {#protection}\n\n## Wie? {#protection}\n\n## Werk {#work}\n"
	var got []string
	for _, b := range body(commentary.Blocks(text, commentary.Presentation{}), ids, nil) {
		got = append(got, b.Heading.ID+": "+b.Heading.Text)
	}
	want := []string{"protection-3: Protection", "protection: Bescherming", "protection-2: Wie?", "work-2: Werk"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
